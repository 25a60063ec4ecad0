//! English: what keeps a text from being JSON.

use crate::diagnostics::{SyntaxProblem, TokenProblem, Unfinished};
use crate::language::problems::{Explanation, code_point};

pub(super) fn explain(problem: &SyntaxProblem) -> Explanation {
    use SyntaxProblem as P;
    let say = Explanation::new::<&str, &str>;
    match problem {
        P::Ellipsis => say(
            "dots stand here for something that was left out",
            "write what was left out, or delete the dots and the comma before them",
        ),
        P::MergeConflict => say(
            "two versions of the file were not joined here (a merge conflict)",
            "keep one of the two, or what is right of both, and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        P::Comment => say(
            "JSON has no comments",
            "delete it; what should stay can be a field of its own, such as \"note\": \"…\"",
        ),
        P::Semicolon => say("a semicolon stands where a comma must stand", "write a comma"),
        P::EqualsSign => say("= stands where a colon must stand", "write \"name\": value"),
        P::TrailingData => say(
            "something follows behind the end of the dataset",
            "a file holds one object { … }: delete what follows, or join the two",
        ),
        P::MissingComma => say(
            "a comma is missing before this",
            "put a comma between the two; if a quotation mark before this belongs to a text, write \\\"",
        ),
        P::MissingColon => say("a colon is missing between the name and this", "write \"name\": value"),
        P::StrayColon => say(
            "a colon stands where none may stand",
            "a pair \"name\": value stands in { }, its name in quotation marks",
        ),
        P::MissingName => say("a value stands here without a name", "write \"name\": value"),
        P::MissingValue => {
            say("a value is missing before this", "write one, or null, or leave the field out")
        }
        P::TrailingComma => say("a comma too many: nothing follows it", "delete the comma"),
        P::LeadingComma => say("a comma too many: nothing stands before it", "delete the comma"),
        P::ExtraBracket(bracket) => Explanation::new(format!("a bracket {bracket} too many"), "delete it"),
        P::WrongBracket { found, expected } => Explanation::new(
            format!("{found} stands where {expected} must stand"),
            "each { is closed by }, and each [ by ]",
        ),
        P::CutOff(inside) => {
            let inside = match inside {
                Unfinished::Text => "a text",
                Unfinished::List => "a list",
                Unfinished::Object => "an object",
                Unfinished::Value => "a value",
            };
            Explanation::new(
                format!("the file breaks off in the middle of {inside}"),
                "it seems to be cut off; fetch it again, or close what is open",
            )
        }
        P::WrongValue(message) => Explanation::new(message, "correct the value here"),
        P::Other(message) => Explanation::new(
            format!("not JSON: {message}"),
            "correct the text here; most often a comma, a quotation mark or a bracket is missing or too many",
        ),
        P::Token(problem) => token(problem),
    }
}

fn token(problem: &TokenProblem) -> Explanation {
    use TokenProblem as P;
    let say = Explanation::new::<String, String>;
    match problem {
        P::OtherQuote(mark) => say(
            format!("a text or a name stands in {mark}, and JSON has \" alone"),
            "write \" before and after it".to_owned(),
        ),
        P::TypographicQuote(mark) => say(
            format!("the quotation mark {mark} of a word processor stands where \" must stand"),
            "write \" before and after each text and name".to_owned(),
        ),
        P::WideMark(wide, plain) => {
            say(format!("the wide {wide} stands where {plain} must stand"), format!("write {plain}"))
        }
        P::BadUnicodeEscape => {
            Explanation::new("\\u needs four hexadecimal digits", "write them, as in \\u00e9")
        }
        P::UnknownEscape(escaped) => say(
            format!("\\{escaped} is nothing that JSON knows"),
            "a backslash itself is written \\\\; behind one stand only \" \\ / b f n r t u".to_owned(),
        ),
        P::RawLineBreak => Explanation::new(
            "a line break stands inside a text",
            "write \\n for it, or close the text with \" before it",
        ),
        P::RawTab => Explanation::new("a tab stands inside a text", "write \\t for it"),
        P::RawControl(c) => say(
            format!("a control character ({}) stands inside a text", code_point(*c)),
            "delete it".to_owned(),
        ),
        P::InvisibleCharacter(c) => say(
            format!("an invisible character ({}) stands here", code_point(*c)),
            "delete it, or write a plain space".to_owned(),
        ),
        P::StrayCharacter(c) => {
            say(format!("{c} may not stand here"), "put texts and names in quotation marks".to_owned())
        }
        P::UnquotedName(name) => {
            say(format!("the name {name} has no quotation marks"), format!("write \"{name}\""))
        }
        P::UnquotedText(text) => {
            say(format!("the text {text} has no quotation marks"), format!("write \"{text}\""))
        }
        P::NotFinite(word) => {
            say(format!("JSON has no {word}"), "write null, or leave the field out".to_owned())
        }
        P::ForeignWord(word, json) => {
            say(format!("JSON writes {json} and not {word}"), format!("write {json}"))
        }
        P::Hexadecimal(number) => {
            say("JSON has no hexadecimal numbers".to_owned(), format!("write {number}"))
        }
        P::PlusSign(number) => say("a number has no + before it".to_owned(), format!("write {number}")),
        P::LeadingZero { number, text } => say(
            "a number does not begin with 0".to_owned(),
            format!("write {number}, or \"{text}\" as a text"),
        ),
        P::BarePoint(number) => {
            say("a number has digits before and after its point".to_owned(), format!("write {number}"))
        }
        P::NotANumber(text) => {
            say(format!("{text} is no number"), format!("put it in quotation marks: \"{text}\""))
        }
    }
}
