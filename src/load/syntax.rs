//! What keeps a text from being JSON, and where exactly.

use crate::diagnostics::{Rule, Sink, Span, SyntaxProblem, TokenProblem, Unfinished, is_invisible};

use super::json::{bare_message, offset_of};
use super::words;

/// The first thing in a text that is not JSON.
pub(super) struct Flaw {
    pub(super) span: Span,
    pub(super) problem: SyntaxProblem,
}

/// Reports why `text` is not JSON; `err` is the error of `serde_json`.
pub(super) fn report(text: &str, err: &serde_json::Error, sink: &mut Sink) {
    let offset = offset_of(text, err);
    // A truncated text has no flaw before its end.
    let found = if err.is_data() || err.is_eof() { None } else { first_flaw(text) };
    let found = found.filter(|flaw| flaw.span.start <= offset + 1);
    let rule = if err.is_data() { Rule::WrongShape } else { Rule::JsonSyntax };
    let Flaw { span, problem } =
        found.unwrap_or_else(|| Flaw { span: Span::at(offset), problem: unknown_problem(err) });
    sink.push(rule.breach(Some(span), problem));
}

/// The message of `serde_json`, if nothing better is known.
fn unknown_problem(err: &serde_json::Error) -> SyntaxProblem {
    let message = bare_message(err);
    match message.strip_prefix("EOF while parsing ") {
        Some("a string") => SyntaxProblem::CutOff(Unfinished::Text),
        Some("a list") => SyntaxProblem::CutOff(Unfinished::List),
        Some("an object") => SyntaxProblem::CutOff(Unfinished::Object),
        Some(_) => SyntaxProblem::CutOff(Unfinished::Value),
        None if err.is_data() => SyntaxProblem::WrongValue(message),
        None => SyntaxProblem::Other(message),
    }
}

/// The kind of the last token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Opening,
    /// At this byte.
    Comma(usize),
    Name,
    Colon,
    Value,
}

/// The conflict markers of `git`.
const CONFLICT: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// A walk over the tokens of a text.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The open brackets.
    open: Vec<char>,
    last: Last,
}

/// The first thing in `text` that is not JSON; `None` if there is none, or the text ends before it.
fn first_flaw(text: &str) -> Option<Flaw> {
    let mut scanner = Scanner { text, at: 0, open: Vec::new(), last: Last::Nothing };
    loop {
        let rest = scanner.rest();
        let c = rest.chars().find(|c| !matches!(c, ' ' | '\t' | '\n' | '\r'))?;
        scanner.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        if let Err(flaw) = scanner.token(c) {
            return Some(flaw);
        }
    }
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// A flaw of the given number of bytes, starting here.
    fn flaw(&self, len: usize, problem: impl Into<SyntaxProblem>) -> Flaw {
        Flaw { span: Span { start: self.at, end: self.at + len }, problem: problem.into() }
    }

    fn token(&mut self, c: char) -> Result<(), Flaw> {
        match c {
            '"' => self.string(),
            '{' | '[' => {
                self.begin_value()?;
                self.open.push(c);
                (self.at, self.last) = (self.at + 1, Last::Opening);
                Ok(())
            }
            '}' | ']' => self.close(c),
            ',' => self.comma(),
            ':' => self.colon(),
            '#' => Err(self.comment()),
            '/' if self.rest().starts_with("//") || self.rest().starts_with("/*") => Err(self.comment()),
            '\'' | '`' => Err(self.flaw(1, TokenProblem::OtherQuote(c))),
            '“' | '”' | '„' | '‘' | '’' | '«' | '»' => {
                Err(self.flaw(c.len_utf8(), TokenProblem::TypographicQuote(c)))
            }
            '，' | '：' | '［' | '］' | '｛' | '｝' | '、' => Err(self.wide(c)),
            '.' if self.rest().starts_with("...") => Err(self.flaw(3, SyntaxProblem::Ellipsis)),
            '…' => Err(self.flaw(c.len_utf8(), SyntaxProblem::Ellipsis)),
            '<' if self.rest().starts_with("<!--") => Err(self.comment()),
            '<' | '=' | '>' if CONFLICT.iter().any(|mark| self.rest().starts_with(mark)) => {
                let rest = self.rest();
                let len = rest.find(['\n', '\r']).unwrap_or(rest.len());
                Err(self.flaw(len, SyntaxProblem::MergeConflict))
            }
            ';' => Err(self.flaw(1, SyntaxProblem::Semicolon)),
            '=' => Err(self.flaw(1, SyntaxProblem::EqualsSign)),
            _ => self.word(c),
        }
    }

    /// Whether a name comes next.
    fn wants_name(&self) -> bool {
        self.open.last() == Some(&'{') && matches!(self.last, Last::Opening | Last::Comma(_))
    }

    /// Whether a value may begin here.
    fn begin_value(&self) -> Result<(), Flaw> {
        match self.last {
            Last::Value if self.open.is_empty() => Err(self.flaw(0, SyntaxProblem::TrailingData)),
            Last::Value => Err(self.flaw(0, SyntaxProblem::MissingComma)),
            Last::Name => Err(self.flaw(0, SyntaxProblem::MissingColon)),
            Last::Opening | Last::Comma(_) if self.open.last() == Some(&'{') => {
                Err(self.flaw(0, SyntaxProblem::MissingName))
            }
            _ => Ok(()),
        }
    }

    fn close(&mut self, c: char) -> Result<(), Flaw> {
        let expected = match self.open.pop() {
            Some('{') => '}',
            Some(_) => ']',
            None => return Err(self.flaw(1, SyntaxProblem::ExtraBracket(c))),
        };
        match self.last {
            Last::Comma(at) => {
                Err(Flaw { span: Span { start: at, end: at + 1 }, problem: SyntaxProblem::TrailingComma })
            }
            Last::Colon | Last::Name => Err(self.no_value()),
            _ if c != expected => Err(self.flaw(1, SyntaxProblem::WrongBracket { found: c, expected })),
            _ => {
                (self.at, self.last) = (self.at + 1, Last::Value);
                Ok(())
            }
        }
    }

    fn no_value(&self) -> Flaw {
        self.flaw(0, SyntaxProblem::MissingValue)
    }

    fn comma(&mut self) -> Result<(), Flaw> {
        match self.last {
            Last::Value if !self.open.is_empty() => {
                (self.last, self.at) = (Last::Comma(self.at), self.at + 1);
                Ok(())
            }
            Last::Colon | Last::Name => Err(self.no_value()),
            _ => Err(self.flaw(1, SyntaxProblem::LeadingComma)),
        }
    }

    fn colon(&mut self) -> Result<(), Flaw> {
        if self.last != Last::Name {
            return Err(self.flaw(1, SyntaxProblem::StrayColon));
        }
        (self.at, self.last) = (self.at + 1, Last::Colon);
        Ok(())
    }

    /// A full-width mark, as typed on keyboards for Chinese and Japanese.
    fn wide(&self, c: char) -> Flaw {
        let plain = match c {
            '：' => ':',
            '［' => '[',
            '］' => ']',
            '｛' => '{',
            '｝' => '}',
            _ => ',',
        };
        self.flaw(c.len_utf8(), TokenProblem::WideMark(c, plain))
    }

    /// The comment that begins here.
    fn comment(&self) -> Flaw {
        let rest = self.rest();
        let len = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        };
        self.flaw(len, SyntaxProblem::Comment)
    }

    fn string(&mut self) -> Result<(), Flaw> {
        let is_name = self.wants_name();
        if !is_name {
            self.begin_value()?;
        }
        self.at += 1;
        loop {
            let rest = self.rest();
            let Some(found) = rest.find(|c: char| c == '"' || c == '\\' || c < ' ') else {
                self.at = self.text.len();
                return Ok(());
            };
            self.at += found;
            let mut here = self.rest().chars();
            match here.next() {
                Some('"') => break,
                Some('\\') => self.escape(here.next())?,
                c => return Err(self.raw_control(c.unwrap_or_default())),
            }
        }
        self.at += 1;
        self.last = if is_name { Last::Name } else { Last::Value };
        Ok(())
    }

    /// A backslash and what follows it.
    fn escape(&mut self, escaped: Option<char>) -> Result<(), Flaw> {
        match escaped {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => self.at += 2,
            Some('u') => {
                let is_digit = |c: char| c.is_ascii_hexdigit();
                let digits = self.rest().chars().skip(2).take(4);
                if digits.clone().count() == 4 && !digits.clone().all(is_digit) {
                    return Err(self.flaw(2, TokenProblem::BadUnicodeEscape));
                }
                self.at += 2;
            }
            Some(c) => {
                let problem = TokenProblem::UnknownEscape(words::shown(c));
                return Err(self.flaw(1 + c.len_utf8(), problem));
            }
            None => self.at = self.text.len(),
        }
        Ok(())
    }

    fn raw_control(&self, c: char) -> Flaw {
        let problem = match c {
            '\n' | '\r' => TokenProblem::RawLineBreak,
            '\t' => TokenProblem::RawTab,
            c => TokenProblem::RawControl(c),
        };
        self.flaw(1, problem)
    }

    fn word(&mut self, first: char) -> Result<(), Flaw> {
        let rest = self.rest();
        let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '+' | '-'));
        let word = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        if word.is_empty() {
            let problem = if first.is_whitespace() || is_invisible(first) {
                TokenProblem::InvisibleCharacter(first)
            } else {
                TokenProblem::StrayCharacter(words::shown(first))
            };
            return Err(self.flaw(first.len_utf8(), problem));
        }
        if self.wants_name() {
            return Err(self.flaw(word.len(), TokenProblem::UnquotedName(words::short(word))));
        }
        self.begin_value()?;
        if let Some(problem) = words::flaw_of(word) {
            return Err(self.flaw(word.len(), problem));
        }
        (self.at, self.last) = (self.at + word.len(), Last::Value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, assert_russian};

    #[test]
    fn what_json_does_not_have_is_said_at_its_place() {
        for (text, place, said, help) in [
            ("{\n// why\n\"a\":1}", "// why", "JSON has no comments", "delete it"),
            ("{\"a\":/* why */1}", "/* why */", "JSON has no comments", "delete it"),
            ("{\"a\":1 <!-- why -->}", "<!-- why -->", "JSON has no comments", "delete it"),
            ("{\"a\":1，\"b\":2}", "，", "wide ， instead of ,", "write ,"),
            ("{\"a\"：1}", "：", "wide ： instead of :", "write :"),
            ("{\"a\":[1, ...]}", "...", "dots in place of something that was left out", "write what"),
            (
                "{\n<<<<<<< HEAD\n\"a\":1\n=======\n\"a\":2\n>>>>>>> other\n}",
                "<<<<<<< HEAD",
                "unresolved merge conflict",
                "keep one",
            ),
            ("{\"a\":1\n=======\n}", "=======", "unresolved merge conflict", "keep one"),
            ("{\"a\":1 # why\n}", "# why", "JSON has no comments", "delete it"),
            ("{\"a\":[1,2,]}", ",", "extra comma: nothing follows it", "delete the comma"),
            ("{\"a\":1 , }", ",", "extra comma: nothing follows it", "delete the comma"),
            ("{\"events\":[,]}", ",", "extra comma: nothing precedes it", "delete the comma"),
            ("{'a':1}", "'", "text or name in '; JSON uses only \"", "write \""),
            ("{“a”:1}", "“", "typographic quotation mark “ instead of \"", "write \""),
            ("{title:1}", "title", "name title without quotation marks", "write \"title\""),
            ("{\"a\":NaN}", "NaN", "JSON has no NaN", "write null"),
            ("{\"a\":-Infinity}", "-Infinity", "JSON has no -Infinity", "write null"),
            ("{\"a\":True}", "True", "JSON writes true and not True", "write true"),
            ("{\"a\":None}", "None", "JSON writes null and not None", "write null"),
            ("{\"a\":+1}", "+1", "a number has no + before it", "write 1"),
            ("{\"a\":0x1F}", "0x1F", "JSON has no hexadecimal numbers", "write 31"),
            ("{\"a\":007}", "007", "a number does not begin with 0", "write 7, or \"007\" as a text"),
            ("{\"a\":-.5}", "-.5", "a number has digits before and after its point", "write -0.5"),
            ("{\"a\":5.}", "5.", "a number has digits before and after its point", "write 5.0"),
            ("{\"a\":1957-03-25}", "1957-03-25", "1957-03-25 is not a number", "put it in quotation marks"),
            ("{\"a\":signed}", "signed", "text signed without quotation marks", "write \"signed\""),
            ("{\"a\":\"one\ntwo\"}", "\n", "line break inside a text", "write \\n"),
            ("{\"a\":\"C:\\data\"}", "\\d", "\\d is not an escape of JSON", "a backslash itself"),
            ("{\"a\":1 \"b\":2}", "\"b\"", "missing comma before this", "put a comma"),
            ("{\"a\" 1}", "1", "missing colon between the name and this", "write \"name\""),
            ("{\"a\":1;\"b\":2}", ";", "semicolon instead of a comma", "write a comma"),
            ("{\"a\":}", "}", "missing value before this", "write one"),
            ("{\"a\":[1}", "}", "} instead of ]", "each {"),
            ("{\"a\":1}}", "", "extra bracket }", "delete it"),
            ("{\"a\":1} {}", "{}", "unexpected data after the end of the dataset", "a file holds one"),
            ("{\"a\":\u{a0}1}", "\u{a0}", "invisible character (U+00A0)", "delete it"),
        ] {
            let err = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let flaw = first_flaw(text).unwrap_or_else(|| panic!("{text}: nothing is found"));
            let problem = flaw.problem.into();
            assert_russian(&problem);
            let explanation = Language::English.explain(&problem);
            assert_eq!(explanation.message, said, "{text}");
            assert!(explanation.help.starts_with(help), "{text}: {}", explanation.help);
            assert!(
                text.get(flaw.span.start..).unwrap().starts_with(place),
                "{text}: at {}",
                flaw.span.start
            );
            assert!(flaw.span.start <= offset_of(text, &err) + 1, "{text}: it is before what serde stops at");
        }
    }

    #[test]
    fn json_has_no_flaw() {
        let text = r#" {"a":[1,-2.5e3,true,false,null,{},[],"\u00e9\"\\"],"b":{"c":"// # ' NaN"}} "#;
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
        assert!(first_flaw(text).is_none());
    }
}
