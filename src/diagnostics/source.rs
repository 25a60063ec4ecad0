//! A text with a name, and the way from a byte in it to a line and column.

/// A stretch of bytes of a text, `start` included, `end` not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// An empty span before a byte.
    pub fn at(start: usize) -> Self {
        Self { start, end: start }
    }
}

/// A text and the name people know it by.
#[derive(Debug)]
pub struct SourceFile {
    name: String,
    text: String,
}

/// A place in a text as editors count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// The line around the place, cut to a screen's width.
    pub(super) excerpt: String,
    /// How many characters of `excerpt` stand before the place.
    pub(super) caret: usize,
    /// How many characters the marked stretch has, at least 1.
    pub(super) width: usize,
}

/// How many characters of a line an excerpt shows: a terminal's width less its margins.
const EXCERPT_CHARS: usize = 100;

impl SourceFile {
    /// A text under a name, usually its path.
    pub fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), text }
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The places of `spans`, which must be in order of start: one walk over the text for all of them.
    pub(super) fn places(&self, spans: &[Span]) -> Vec<Place> {
        let (mut line, mut line_start, mut seen) = (1, 0, 0);
        spans
            .iter()
            .map(|span| {
                let start = self.floor(span.start);
                for (at, byte) in self.text.bytes().enumerate().take(start).skip(seen) {
                    if byte == b'\n' {
                        line += 1;
                        line_start = at + 1;
                    }
                }
                seen = seen.max(start);
                self.place(line, line_start, start, self.floor(span.end))
            })
            .collect()
    }

    fn place(&self, line: usize, line_start: usize, start: usize, end: usize) -> Place {
        let rest = self.text.get(line_start..).unwrap_or_default();
        let whole = rest.split(['\n', '\r']).next().unwrap_or_default();
        let before = self.text.get(line_start..start).unwrap_or_default();
        let column = before.chars().count();
        let marked = self.text.get(start..end).unwrap_or_default();
        let width = marked.split(['\n', '\r']).next().unwrap_or_default().chars().count();
        // A long line is shown from a little before the place, a short one from its first word.
        let indent = whole.len() - whole.trim_start().len();
        let skip = if column > EXCERPT_CHARS - 20 { column - 40 } else { indent.min(column) };
        let shown = |c: char| if c.is_control() { ' ' } else { c };
        Place {
            line,
            column: column + 1,
            excerpt: whole.chars().skip(skip).take(EXCERPT_CHARS).map(shown).collect(),
            caret: column - skip,
            width: width.clamp(1, (EXCERPT_CHARS + skip).saturating_sub(column).max(1)),
        }
    }

    /// The last character boundary at or before `at`.
    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|&i| self.text.is_char_boundary(i)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_with_cr_lf_too() {
        let file = SourceFile::new("x", "a\r\nПривет, мир\n".into());
        let at = file.text().find("мир").unwrap();
        let places = file.places(&[Span::at(0), Span { start: at, end: at + 6 }]);
        assert_eq!((places[0].line, places[0].column), (1, 1));
        assert_eq!((places[1].line, places[1].column, places[1].width), (2, 9, 3));
        assert_eq!(places[1].excerpt, "Привет, мир");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let file = SourceFile::new("x", "y".repeat(1_000_000));
        let place = &file.places(&[Span::at(500_000)])[0];
        assert_eq!(place.column, 500_001);
        assert_eq!(place.excerpt.len(), EXCERPT_CHARS);
        assert_eq!(place.caret, 40);
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_character_is_held_in_the_text() {
        let file = SourceFile::new("x", "é".into());
        let places = file.places(&[Span { start: 1, end: 99 }, Span::at(99)]);
        assert_eq!(places[0].column, 1);
        assert_eq!(places[1].column, 2);
    }
}
