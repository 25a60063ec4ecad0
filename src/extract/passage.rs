//! A passage that may be somebody's words, and the text of a quotation as it is saved.

use std::ops::Range;

use crate::text::is_raised;

use super::Quotation;

/// A passage set off from the surrounding text.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Its range, without the marks around it.
    pub(super) range: Range<usize>,
    /// The parts that are not the speaker's, in order: repeated marks, attributions, page numbers.
    pub(super) left_out: Vec<Range<usize>>,
    /// How it is set off.
    pub(super) form: Form,
    /// The speaker's name as its form gives it: before a turn, after a block.
    pub(super) by: Option<Range<usize>>,
}

/// How a passage is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Quotation marks.
    Marks,
    /// A block quotation of a page.
    Block,
    /// A dash at the beginning of its paragraph.
    Dialogue,
    /// A speaker's name at the beginning of its paragraph.
    Turn,
    /// A label for the person interviewed, such as `A:`.
    Answer,
}

impl Form {
    /// Whether it comes from a transcript or an interview.
    pub(super) fn is_turn(self) -> bool {
        matches!(self, Self::Turn | Self::Answer)
    }
}

/// Prefixes that keep their hyphen at the end of a line.
const HYPHENATED: [&str; 17] = [
    "non",
    "self",
    "ex",
    "anti",
    "short",
    "long",
    "medium",
    "cross",
    "well",
    "из",
    "по",
    "кто",
    "что",
    "какой",
    "как",
    "где",
    "кое",
];

impl Quotation {
    /// The words themselves on one line, without hyphens at line ends, [left out](Self::left_out) parts and note
    /// numbers. An ellipsis marks an aside.
    pub fn said(&self, text: &str) -> String {
        self.said_until(text, self.range.end)
    }

    /// The beginning of the words, from at most this many bytes of the text.
    pub fn said_first(&self, text: &str, bytes: usize) -> String {
        let end = self.range.start.saturating_add(bytes).min(self.range.end);
        self.said_until(text, text.floor_char_boundary(end))
    }

    fn said_until(&self, text: &str, end: usize) -> String {
        let mut said = String::new();
        let mut at = self.range.start;
        let mut is_after_aside = false;
        for left_out in self.left_out.iter().chain(std::iter::once(&(self.range.end..self.range.end))) {
            let part = text.get(at..left_out.start.min(end)).unwrap_or_default();
            add(&mut said, part, is_after_aside);
            if left_out.start >= end {
                break;
            }
            at = left_out.end;
            is_after_aside = text[left_out.clone()].chars().any(char::is_alphabetic);
        }
        said
    }
}

/// Adds a part of a text, with an ellipsis between parts separated by an aside.
fn add(said: &mut String, part: &str, is_after_aside: bool) {
    let part = if is_after_aside {
        part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | ','))
    } else {
        part
    };
    if part.trim().is_empty() {
        return;
    }
    if is_after_aside {
        said.truncate(said.trim_end_matches([',', ' ']).len());
        if !said.is_empty() && !said.ends_with('…') {
            said.push_str(" …");
        }
    }
    let mut is_next_line = !is_after_aside;
    for line in part.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        join(said, line, is_next_line);
        is_next_line = true;
    }
}

/// Adds a line. A hyphen at a line end either splits a word or belongs to a compound.
fn join(said: &mut String, line: &str, is_next_line: bool) {
    let line = if said.is_empty() { line } else { line.trim_start_matches(is_raised).trim_start() };
    if line.is_empty() {
        return;
    }
    let word =
        said.strip_suffix(['-', '\u{2010}', '\u{ad}']).filter(|word| word.ends_with(char::is_alphabetic));
    let parted = word.filter(|_| is_next_line && line.starts_with(char::is_alphabetic)).map(str::len);
    match parted {
        Some(len) => {
            let mut words = said[..len].rsplit(|c: char| !c.is_alphabetic());
            let first = words.next().unwrap_or_default().to_lowercase();
            if line.starts_with(char::is_lowercase) && !HYPHENATED.contains(&&*first) {
                said.truncate(len);
            }
        }
        None if !said.is_empty() => said.push(' '),
        None => {}
    }
    for (index, word) in line.split_whitespace().enumerate() {
        if index > 0 && word.chars().all(is_raised) {
            continue;
        }
        if index > 0 {
            said.push(' ');
        }
        for c in word.chars() {
            if !is_raised(c) || !is_of_note(said, c) {
                said.push(c);
            }
        }
    }
}

/// Whether a raised digit after these words belongs to a note number: not after a number that may be raised to a
/// power, nor after a unit, as in `km²`.
fn is_of_note(said: &str, digit: char) -> bool {
    /// Minimum number of digits of a year, or of another number that is not raised to a power.
    const MIN_YEAR_DIGITS: usize = 3;
    let Some(last) = said.chars().next_back() else { return false };
    if last.is_numeric() {
        return said.bytes().rev().take_while(u8::is_ascii_digit).take(MIN_YEAR_DIGITS).count()
            == MIN_YEAR_DIGITS;
    }
    let unit = said.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_unit = matches!(digit, '²' | '³') && matches!(unit, "m" | "km" | "cm" | "mm" | "м" | "км" | "см");
    !last.is_whitespace() && !is_unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, left_out: &[&str]) -> String {
        let left_out = left_out.iter().map(|part| {
            let at = text.find(part).expect("it is there");
            at..at + part.len()
        });
        let quotation = Quotation {
            range: 0..text.len(),
            left_out: left_out.collect(),
            speaker: None,
            about: Vec::new(),
            events: Vec::new(),
        };
        quotation.said(text)
    }

    #[test]
    fn line_ends_are_spaces_and_words_are_whole() {
        assert_eq!(
            said("We will  re-\n  member the non-\nproliferation\nTreaty.", &[]),
            "We will remember the non-proliferation Treaty."
        );
        assert_eq!(said("кто-\nто из под-\nписавших", &[]), "кто-то из подписавших");
        assert_eq!(said("Solheim-\nBaker wrote", &[]), "Solheim-Baker wrote");
        assert_eq!(said("a great deal to\n\n12\n\nsee it", &["\n\n12\n\n"]), "a great deal to see it");
    }

    #[test]
    fn numbers_of_notes_are_gone_and_powers_stay() {
        assert_eq!(
            said("We signed it in 2010¹², as all know.¹³ It ¹⁴ held", &[]),
            "We signed it in 2010, as all know. It held"
        );
        assert_eq!(said("it was signed\n¹² in Prague”⁹,", &[]), "it was signed in Prague”,");
        assert_eq!(said("10¹² of 25 km² and 3 м³", &[]), "10¹² of 25 km² and 3 м³");
    }

    #[test]
    fn repeated_marks_are_gone_and_words_of_others_are_an_ellipsis() {
        assert_eq!(
            said("We will sign.\n\n“Until then, nothing,", &["“"]),
            "We will sign. Until then, nothing,"
        );
        let text = "Мы не подпишем, — заявила Восс. — Это всё.";
        assert_eq!(said(text, &["— заявила Восс. "]), "Мы не подпишем … Это всё.");
        assert_eq!(said("Да! — сказал он.", &["— сказал он."]), "Да!");
    }

    #[test]
    fn the_first_words_cost_no_more_than_they_are() {
        let text = "слово ".repeat(100_000);
        let quotation = Quotation {
            range: 0..text.len(),
            left_out: Vec::new(),
            speaker: None,
            about: Vec::new(),
            events: Vec::new(),
        };
        assert_eq!(quotation.said_first(&text, 22), "слово слово");
    }
}
