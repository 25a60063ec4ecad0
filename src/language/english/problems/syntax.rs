//! English: what keeps a text from being JSON.

use crate::diagnostics::{SyntaxProblem, TokenProblem, Unfinished};
use crate::language::report::{Explanation, code_point};

pub(super) fn explain(problem: &SyntaxProblem) -> Explanation {
    use SyntaxProblem as P;
    let say = Explanation::new::<&str, &str>;
    match problem {
        P::Ellipsis => say(
            "dots in place of something that was left out",
            "write what was left out, or delete the dots and the comma before them",
        ),
        P::MergeConflict => say(
            "unresolved merge conflict",
            "keep one of the two, or what is right of both, and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        P::Comment => say(
            "JSON has no comments",
            "delete it; what should stay can be a field of its own, such as \"note\": \"…\"",
        ),
        P::Semicolon => say("semicolon instead of a comma", "write a comma"),
        P::EqualsSign => say("= instead of a colon", "write \"name\": value"),
        P::TrailingData => say(
            "unexpected data after the end of the dataset",
            "a file holds one object { … }: delete what follows, or join the two",
        ),
        P::MissingComma => say(
            "missing comma before this",
            "put a comma between the two; if a quotation mark before this belongs to a text, write \\\"",
        ),
        P::MissingColon => say("missing colon between the name and this", "write \"name\": value"),
        P::StrayColon => say(
            "unexpected colon",
            "a pair \"name\": value belongs inside { }, with its name in quotation marks",
        ),
        P::MissingName => say("this value has no name", "write \"name\": value"),
        P::MissingValue => say("missing value before this", "write one, or null, or leave the field out"),
        P::TrailingComma => say("extra comma: nothing follows it", "delete the comma"),
        P::LeadingComma => say("extra comma: nothing precedes it", "delete the comma"),
        P::ExtraBracket(bracket) => Explanation::new(format!("extra bracket {bracket}"), "delete it"),
        P::WrongBracket { found, expected } => Explanation::new(
            format!("{found} instead of {expected}"),
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
                format!("the file ends in the middle of {inside}"),
                "it seems to be cut off; get a new copy, or close what is open",
            )
        }
        P::WrongValue(message) => Explanation::new(message, "correct the value here"),
        P::Other(message) => Explanation::new(
            format!("not JSON: {message}"),
            "correct the text here; most often a comma, a quotation mark or a bracket is missing, or there is one too many",
        ),
        P::Token(problem) => token(problem),
    }
}

fn token(problem: &TokenProblem) -> Explanation {
    use TokenProblem as P;
    let say = Explanation::new::<String, String>;
    match problem {
        P::OtherQuote(mark) => say(
            format!("text or name in {mark}; JSON uses only \""),
            "write \" before and after it".to_owned(),
        ),
        P::TypographicQuote(mark) => say(
            format!("typographic quotation mark {mark} instead of \""),
            "write \" before and after each text and name".to_owned(),
        ),
        P::WideMark(wide, plain) => say(format!("wide {wide} instead of {plain}"), format!("write {plain}")),
        P::BadUnicodeEscape => {
            Explanation::new("\\u needs four hexadecimal digits", "write them, as in \\u00e9")
        }
        P::UnknownEscape(escaped) => say(
            format!("\\{escaped} is not an escape of JSON"),
            "a backslash itself is written \\\\; after one, only \" \\ / b f n r t u are allowed".to_owned(),
        ),
        P::RawLineBreak => Explanation::new(
            "line break inside a text",
            "write \\n for it, or close the text with \" before it",
        ),
        P::RawTab => Explanation::new("tab inside a text", "write \\t for it"),
        P::RawControl(c) => {
            say(format!("control character ({}) inside a text", code_point(*c)), "delete it".to_owned())
        }
        P::InvisibleCharacter(c) => say(
            format!("invisible character ({})", code_point(*c)),
            "delete it, or write a plain space".to_owned(),
        ),
        P::StrayCharacter(c) => {
            say(format!("unexpected character {c}"), "put texts and names in quotation marks".to_owned())
        }
        P::UnquotedName(name) => {
            say(format!("name {name} without quotation marks"), format!("write \"{name}\""))
        }
        P::UnquotedText(text) => {
            say(format!("text {text} without quotation marks"), format!("write \"{text}\""))
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
            say(format!("{text} is not a number"), format!("put it in quotation marks: \"{text}\""))
        }
    }
}
