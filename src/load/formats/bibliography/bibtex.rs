//! The entries of a BibTeX or BibLaTeX file, each field with its place.

use std::collections::HashMap;

use crate::diagnostics::Span;

/// An entry: `@book{key, title = {…}}`.
pub(super) struct RawEntry<'a> {
    /// In lower case.
    pub(super) kind: String,
    pub(super) key: &'a str,
    pub(super) fields: Vec<RawField>,
    pub(super) span: Span,
    /// Whether its last brace was found.
    pub(super) is_finished: bool,
}

/// A field of an entry, as LaTeX.
pub(super) struct RawField {
    /// In lower case.
    pub(super) name: String,
    pub(super) value: String,
    pub(super) span: Span,
}

impl RawEntry<'_> {
    pub(super) fn field(&self, name: &str) -> Option<&RawField> {
        self.fields.iter().find(|field| field.name == name && !field.value.trim().is_empty())
    }
}

/// Months by the names that BibTeX knows.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entries of a text. What stands between entries is a comment.
pub(super) fn entries(text: &str) -> Vec<RawEntry<'_>> {
    let mut found = Vec::new();
    let mut strings: HashMap<String, String> = HashMap::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('@')).map(|found| at + found) {
        let mut scanner = Scanner { text, at: start + 1 };
        let kind = scanner.word().to_ascii_lowercase();
        scanner.space();
        let close = match scanner.peek() {
            Some('{') if !kind.is_empty() => '}',
            Some('(') if !kind.is_empty() => ')',
            _ => {
                at = start + 1;
                continue;
            }
        };
        let open = scanner.at;
        scanner.at += 1;
        match kind.as_str() {
            "comment" | "preamble" => {
                // JabRef and others keep settings there.
                if close == '}' {
                    scanner.at = open;
                    scanner.braced();
                }
            }
            "string" => {
                if let Some(field) = scanner.field(&strings) {
                    strings.insert(field.name, field.value);
                }
            }
            _ => found.push(scanner.entry(start, kind, close, &strings)),
        }
        // Whatever has been read, it goes on.
        at = scanner.at.max(start + 1);
    }
    found
}

struct Scanner<'a> {
    text: &'a str,
    /// A byte between two characters.
    at: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.at += wanted.len_utf8();
        }
        is_there
    }

    /// What follows as far as all characters may be in it.
    fn while_of(&mut self, may: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let word = rest.get(..rest.find(|c| !may(c)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word
    }

    fn word(&mut self) -> &'a str {
        self.while_of(|c| c.is_ascii_alphabetic())
    }

    fn entry(
        &mut self,
        start: usize,
        kind: String,
        close: char,
        strings: &HashMap<String, String>,
    ) -> RawEntry<'a> {
        self.space();
        let key = self.while_of(|c| !matches!(c, ',' | '}' | ')' | '@' | '=' | '\n')).trim();
        let mut fields = Vec::new();
        let mut is_finished = false;
        loop {
            self.space();
            if self.eat(',') {
                continue;
            }
            if self.eat(close) {
                is_finished = true;
                break;
            }
            // What no field begins with ends it: the entry is broken from there on.
            let before = self.at;
            if let Some(field) = self.field(strings) {
                fields.push(field);
            } else {
                self.at = self.at.max(before);
                break;
            }
        }
        let end = self.text.get(start..self.at).map_or(self.at, |whole| start + whole.trim_end().len());
        RawEntry { kind, key, fields, span: Span { start, end }, is_finished }
    }

    /// `name = value # value`.
    fn field(&mut self, strings: &HashMap<String, String>) -> Option<RawField> {
        self.space();
        let start = self.at;
        let name = self
            .while_of(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '+' | '.'))
            .to_ascii_lowercase();
        self.space();
        if name.is_empty() || !self.eat('=') {
            return None;
        }
        let mut value = String::new();
        loop {
            self.space();
            match self.peek()? {
                '{' => value.push_str(self.braced()?),
                '"' => value.push_str(self.quoted()?),
                _ => {
                    let word = self
                        .while_of(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '+' | '/'));
                    if word.is_empty() {
                        return None;
                    }
                    let known = strings.get(&word.to_ascii_lowercase());
                    value.push_str(known.map_or(word, String::as_str));
                }
            }
            let end = self.at;
            self.space();
            if !self.eat('#') {
                return Some(RawField { name, value, span: Span { start, end } });
            }
        }
    }

    /// What is between a brace and its counterpart; nothing if an entry begins before, since a brace is missing then.
    fn braced(&mut self) -> Option<&'a str> {
        let start = self.at + 1;
        let mut depth = 0_usize;
        let mut is_escaped = false;
        let mut is_line_start = false;
        let rest = self.rest();
        for (offset, c) in rest.char_indices() {
            match c {
                '{' if !is_escaped => depth += 1,
                '}' if !is_escaped => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        let end = self.at + offset;
                        self.at = end + 1;
                        return self.text.get(start..end);
                    }
                }
                '@' if is_line_start && begins_entry(rest.get(offset..).unwrap_or_default()) => {
                    self.at += offset;
                    return None;
                }
                _ => {}
            }
            is_escaped = c == '\\' && !is_escaped;
            is_line_start = c == '\n';
        }
        self.at = self.text.len();
        None
    }

    /// What is between quotation marks that stand in no braces.
    fn quoted(&mut self) -> Option<&'a str> {
        let start = self.at + 1;
        let mut depth = 0_usize;
        let mut is_escaped = false;
        let mut is_line_start = false;
        let rest = self.rest();
        for (offset, c) in rest.char_indices().skip(1) {
            match c {
                '{' if !is_escaped => depth += 1,
                '}' if !is_escaped => depth = depth.saturating_sub(1),
                '"' if depth == 0 && !is_escaped => {
                    let end = self.at + offset;
                    self.at = end + 1;
                    return self.text.get(start..end);
                }
                '@' if is_line_start && begins_entry(rest.get(offset..).unwrap_or_default()) => {
                    self.at += offset;
                    return None;
                }
                _ => {}
            }
            is_escaped = c == '\\' && !is_escaped;
            is_line_start = c == '\n';
        }
        self.at = self.text.len();
        None
    }
}

/// Whether a text begins an entry: `@book{`.
fn begins_entry(text: &str) -> bool {
    let after = text.trim_start_matches('@');
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    rest.len() < after.len() && rest.trim_start().starts_with(['{', '('])
}

/// The number of a month: by its English name, or as digits.
pub(super) fn month(text: &str) -> Option<u32> {
    let text = text.trim().to_ascii_lowercase();
    let number = text.parse().ok().filter(|month| (1..=12).contains(month));
    let named = || MONTHS.iter().position(|month| text.starts_with(month)).map(|index| index as u32 + 1);
    number.or_else(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_braced_quoted_named_and_joined() {
        let text = "ignored\n@string{lk = \"Lake \"}\n@Book(k1, title = lk # {Treaty {of} \\} 1931}, year=1931, month = may,)\n@comment{@x{y}}\n@misc{k2,note=\"a {\"b\"} c\"}";
        let found = entries(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].kind.as_str(), found[0].key), ("book", "k1"));
        assert_eq!(found[0].field("title").unwrap().value, "Lake Treaty {of} \\} 1931");
        assert_eq!(found[0].field("month").unwrap().value, "may");
        assert_eq!(found[1].field("note").unwrap().value, "a {\"b\"} c");
        assert!(found.iter().all(|entry| entry.is_finished));
        let span = found[1].span;
        assert_eq!(text.get(span.start..span.end), Some("@misc{k2,note=\"a {\"b\"} c\"}"));
    }

    #[test]
    fn a_missing_brace_costs_its_entry_only() {
        let found =
            entries("@book{a, title = {Open,\n  year = 1931\n}\n@book{b, title = {Whole}, year = 1932}\n");
        assert_eq!(found.len(), 2);
        assert!(!found[0].is_finished && found[1].is_finished);
        assert_eq!(entries("mail me @ home{or} @{x} @book").len(), 0);
        assert_eq!(entries("@book{").len(), 1);
        assert_eq!(entries("@book{é, title = é}").len(), 1);
    }
}
