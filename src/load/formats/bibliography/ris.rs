//! The entries of a RIS file: lines of two letters, a hyphen and a value.

use crate::diagnostics::Span;

/// An entry, from `TY` to `ER`.
pub(super) struct RisEntry<'a> {
    /// Each line by its two letters.
    pub(super) lines: Vec<RisLine<'a>>,
    pub(super) span: Span,
    pub(super) is_finished: bool,
}

/// A line, with those that continue it.
pub(super) struct RisLine<'a> {
    pub(super) tag: &'a str,
    pub(super) value: String,
    pub(super) span: Span,
}

impl RisEntry<'_> {
    /// The first line of one of some tags; an earlier tag before a later.
    pub(super) fn first(&self, tags: &[&str]) -> Option<&RisLine<'_>> {
        tags.iter().find_map(|tag| self.lines.iter().find(|line| line.tag == *tag && !line.value.is_empty()))
    }

    /// All values of some tags.
    pub(super) fn all(&self, tags: &[&str]) -> Vec<String> {
        let lines = self.lines.iter().filter(|line| tags.contains(&line.tag) && !line.value.is_empty());
        lines.map(|line| line.value.clone()).collect()
    }
}

/// The entries of a text, and the lines that belong to none.
pub(super) fn entries(text: &str) -> (Vec<RisEntry<'_>>, Vec<Span>) {
    let mut found = Vec::new();
    let mut strays = Vec::new();
    let mut open: Option<RisEntry<'_>> = None;
    let mut at = 0;
    for whole_line in text.split_inclusive('\n') {
        let line = whole_line.trim_end();
        let span = Span { start: at, end: at + line.len() };
        at += whole_line.len();
        match (tagged(line), &mut open) {
            (Some(("TY", value)), _) => {
                found.extend(open.take());
                let first = RisLine { tag: "TY", value: value.to_owned(), span };
                open = Some(RisEntry { lines: vec![first], span, is_finished: false });
            }
            (Some(("ER", _)), Some(entry)) => {
                entry.span.end = span.end;
                entry.is_finished = true;
                found.extend(open.take());
            }
            (Some((tag, value)), Some(entry)) => {
                entry.span.end = span.end;
                entry.lines.push(RisLine { tag, value: value.to_owned(), span });
            }
            (None, Some(entry)) => {
                let more = line.trim();
                if let Some(last) = entry.lines.last_mut().filter(|_| !more.is_empty()) {
                    if !last.value.is_empty() {
                        last.value.push('\n');
                    }
                    last.value.push_str(more);
                    last.span.end = span.end;
                    entry.span.end = span.end;
                }
            }
            (tagged, None) => {
                // Databases write their own name above the first entry, as in `Provider: …`.
                if tagged.is_some() {
                    strays.push(span);
                }
            }
        }
    }
    found.extend(open);
    (found, strays)
}

/// The two letters and the value of a line.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.trim_start_matches('\u{feff}').split_at_checked(2)?;
    let mut letters = tag.bytes();
    let is_tag = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let value = rest.trim_start_matches(' ').strip_prefix('-')?;
    (is_tag && (1..=2).contains(&spaces)).then(|| (tag, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_continue_and_entries_without_an_end_are_ended_by_the_next() {
        let text = "Provider: X\nTY  - JOUR\r\nTI  - Lakes\r\n and rivers\r\nKW  - a\r\nKW  - b\r\nTY  - BOOK\r\nTI  -\r\nER  -\r\nAU  - nobody\r\n";
        let (found, strays) = entries(text);
        assert_eq!((found.len(), strays.len()), (2, 1));
        assert_eq!(found[0].first(&["T1", "TI"]).unwrap().value, "Lakes\nand rivers");
        assert_eq!(found[0].all(&["KW"]), ["a", "b"]);
        assert!(!found[0].is_finished && found[1].is_finished);
        assert!(found[1].first(&["TI"]).is_none());
    }
}
