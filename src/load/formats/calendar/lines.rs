//! The lines of an iCalendar file (RFC 5545, 3.1): unfolded, and parted into name, parameters and value.

use crate::diagnostics::Span;

/// One line after unfolding: `NAME;PARAMETER=VALUE:value`.
pub(super) struct Line {
    /// In upper case.
    pub(super) name: String,
    /// Names in upper case, values without quotation marks.
    pub(super) parameters: Vec<(String, String)>,
    /// As it is in the file, with its escapes.
    pub(super) value: String,
    /// From the first byte to the last, foldings included.
    pub(super) span: Span,
}

impl Line {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The value as a text, without escapes.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value).trim().to_owned()
    }

    /// The texts that commas part.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut from = 0;
        let mut is_escaped = false;
        for (at, c) in self.value.char_indices().chain([(self.value.len(), ',')]) {
            if c == ',' && !is_escaped {
                let text = unescaped(self.value.get(from..at).unwrap_or_default());
                texts.extend(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
                from = at + 1;
            }
            is_escaped = c == '\\' && !is_escaped;
        }
        texts
    }
}

/// The lines of a text. What is no line of a calendar has an empty name, and itself as its value.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    // Files from long ago end their lines with CR alone.
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let mut rest = text.split_inclusive(end).scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    });
    let mut next: Option<(usize, &str)> = rest.next();
    std::iter::from_fn(move || {
        let (start, first) = next.take()?;
        let mut whole = first.to_owned();
        let mut last = start + first.len();
        for (at, line) in rest.by_ref() {
            match line.strip_prefix([' ', '\t']) {
                Some(more) => {
                    whole.push_str(more);
                    last = at + line.len();
                }
                // Some programs leave a blank line within.
                None if line.is_empty() => {}
                None => {
                    next = Some((at, line));
                    break;
                }
            }
        }
        Some(parted(whole, Span { start, end: last }))
    })
    .filter(|line| !line.name.is_empty() || !line.value.trim().is_empty())
}

fn parted(whole: String, span: Span) -> Line {
    let none = |value: String| Line { name: String::new(), parameters: Vec::new(), value, span };
    // The first colon outside quotation marks ends the head.
    let mut is_quoted = false;
    let colon = whole.char_indices().find_map(|(at, c)| {
        is_quoted ^= c == '"';
        (c == ':' && !is_quoted).then_some(at)
    });
    // A mark without its counterpart hides the colon.
    let Some((head, value)) =
        colon.map(|at| whole.split_at(at)).or_else(|| whole.find(':').map(|at| whole.split_at(at)))
    else {
        return none(whole);
    };
    let mut parts = split_outside(head, ';').into_iter();
    // Apple writes `item1.URL`.
    let name =
        parts.next().unwrap_or_default().rsplit('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return none(whole);
    }
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim().replace('"', "")))
        .collect();
    Line { name, parameters, value: value.strip_prefix(':').unwrap_or_default().to_owned(), span }
}

/// The parts of a text between separators outside quotation marks.
fn split_outside(text: &str, separator: char) -> Vec<&str> {
    let mut is_quoted = false;
    text.split(|c| {
        is_quoted ^= c == '"';
        c == separator && !is_quoted
    })
    .collect()
}

/// A text without the escapes of RFC 5545, 3.3.11.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(c @ ('\\' | ';' | ',' | ':' | '"')) => plain.push(c),
                Some(c) => plain.extend(['\\', c]),
                None => plain.push('\\'),
            },
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Line {
        let mut lines = lines(text);
        let line = lines.next().unwrap();
        assert!(lines.next().is_none());
        line
    }

    #[test]
    fn folded_lines_are_one_and_keep_their_place() {
        let text = "SUMMARY:Signed in \r\n Geneva\\, at \r\n\tnoon\r\nUID:1\r\n";
        let all: Vec<Line> = lines(text).collect();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].text(), "Signed in Geneva, at noon");
        assert_eq!(
            text.get(all[0].span.start..all[0].span.end),
            Some("SUMMARY:Signed in \r\n Geneva\\, at \r\n\tnoon")
        );
        assert_eq!(text.get(all[1].span.start..all[1].span.end), Some("UID:1"));
    }

    #[test]
    fn parameters_may_hold_what_otherwise_parts_them() {
        let line = only("attendee;CN=\"Ministry: of; Lakes\";ROLE=CHAIR:mailto:a@example.org");
        assert_eq!(line.name, "ATTENDEE");
        assert_eq!(line.parameter("CN"), Some("Ministry: of; Lakes"));
        assert_eq!(line.parameter("ROLE"), Some("CHAIR"));
        assert_eq!(line.value, "mailto:a@example.org");
    }

    #[test]
    fn lists_are_parted_at_commas_that_are_not_escaped() {
        assert_eq!(only("CATEGORIES:Talks\\, closed,Vienna, ,").texts(), ["Talks, closed", "Vienna"]);
        assert_eq!(only("DESCRIPTION:one\\ntwo\\\\n\\x").text(), "one\ntwo\\n\\x");
    }

    #[test]
    fn what_is_no_line_of_a_calendar_is_kept_whole() {
        assert_eq!(only("no colon here").value, "no colon here");
        assert_eq!(only("SUMMARY;X=\"open:Words").name, "SUMMARY");
    }
}
