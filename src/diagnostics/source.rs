//! A text with a name, and the way from a byte in it to a line and column.

use super::grid::{CellPosition, Grid};
use super::span::Span;
use crate::text::hides_text;

/// A text and the name people know it by.
#[derive(Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    grid: Grid,
}

/// A place in a text as editors count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// The line around the place, cut to a screen's width.
    pub(super) excerpt: String,
    /// How many characters of `excerpt` stand before the place.
    pub(super) caret: usize,
    /// How many characters the marked range has, at least 1.
    pub(super) width: usize,
    /// The cell, in a table.
    pub(super) cell: Option<CellPosition>,
}

/// How many characters of a line an excerpt shows: a terminal's width less its margins.
const EXCERPT_CHARS: usize = 100;
/// How many of those stand before the place in a long line.
const CONTEXT_CHARS: usize = 40;

/// How far a walk over a text has come.
struct Walk {
    line: usize,
    line_start: usize,
    /// Characters between the start of the line and `at`.
    column: usize,
    at: usize,
}

/// Whether a byte goes on with a character that an earlier one began.
fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

impl SourceFile {
    /// A text under a name, usually its path.
    pub fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), text, grid: Grid::default() }
    }

    /// A table under a name.
    pub fn of_table(name: impl Into<String>, text: String, grid: Grid) -> Self {
        Self { name: name.into(), text, grid }
    }

    /// Gives the columns of a table their names.
    pub fn name_columns(&mut self, names: impl Iterator<Item = String>) {
        self.grid.headers = names.map(String::into_boxed_str).collect();
    }

    /// Its rows and columns; without rows if it is no table.
    pub fn grid(&self) -> &Grid {
        &self.grid
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
    pub(super) fn positions(&self, spans: &[Span]) -> Vec<Position> {
        let mut walk = Walk { line: 1, line_start: 0, column: 0, at: 0 };
        spans
            .iter()
            .map(|span| {
                let (start, end) = (self.floor(span.start), self.floor(span.end));
                self.walk_to(&mut walk, start);
                Position { cell: self.grid.place(&self.text, *span), ..self.position(&walk, end) }
            })
            .collect()
    }

    /// Goes on to `start`, counting lines and characters on the way. A line ends with LF, CR LF or CR.
    fn walk_to(&self, walk: &mut Walk, start: usize) {
        let bytes = self.text.as_bytes();
        while walk.at < start {
            let byte = bytes[walk.at];
            walk.at += 1;
            let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(walk.at) != Some(&b'\n'));
            if ends_line {
                walk.line += 1;
                (walk.line_start, walk.column) = (walk.at, 0);
            } else if !is_continuation(byte) {
                walk.column += 1;
            }
        }
    }

    /// Looks at no more of the text than an excerpt shows, since a line may be the whole file.
    fn position(&self, walk: &Walk, end: usize) -> Position {
        let ends_line = |c: char| matches!(c, '\n' | '\r');
        let before = self.text.get(walk.line_start..walk.at).unwrap_or_default();
        let after = self.text.get(walk.at..).unwrap_or_default();
        // A long line is shown from a little before the place, a short one from its first word.
        let (shown_before, caret) = if walk.column > EXCERPT_CHARS - 20 {
            let cut = before.char_indices().rev().take(CONTEXT_CHARS).last().map_or(0, |(at, _)| at);
            (before.get(cut..).unwrap_or_default(), CONTEXT_CHARS.min(walk.column))
        } else {
            let trimmed = before.trim_start();
            (trimmed, trimmed.chars().count())
        };
        let rest = after.chars().take_while(|&c| !ends_line(c));
        // A tab takes one place, so that the marks below stand under what they mark.
        let shown = |c: char| match c {
            '\t' => ' ',
            c if hides_text(c) => '\u{fffd}',
            c => c,
        };
        let marked = self.text.get(walk.at..end).unwrap_or_default().chars().take_while(|&c| !ends_line(c));
        Position {
            line: walk.line,
            column: walk.column + 1,
            excerpt: shown_before.chars().chain(rest).take(EXCERPT_CHARS).map(shown).collect(),
            caret,
            width: marked.take(EXCERPT_CHARS.saturating_sub(caret)).count().max(1),
            cell: None,
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
        let positions = file.positions(&[Span::at(0), Span { start: at, end: at + 6 }]);
        assert_eq!((positions[0].line, positions[0].column), (1, 1));
        assert_eq!((positions[1].line, positions[1].column, positions[1].width), (2, 9, 3));
        assert_eq!(positions[1].excerpt, "Привет, мир");
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line_and_a_direction_mark_is_shown_as_a_stranger() {
        let file = SourceFile::new("x", "a\rb\u{202e}c".into());
        let position = &file.positions(&[Span::at(2)])[0];
        assert_eq!((position.line, position.column), (2, 1));
        assert_eq!(position.excerpt, "b\u{fffd}c");
    }

    #[test]
    fn a_tab_is_shown_as_one_space_and_keeps_its_width() {
        let file = SourceFile::new("x.tsv", "CTBT\t24/09/1996\tNA".into());
        let position = &file.positions(&[Span { start: 5, end: 15 }])[0];
        assert_eq!(
            (position.excerpt.as_str(), position.caret, position.width),
            ("CTBT 24/09/1996 NA", 5, 10)
        );
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let file = SourceFile::new("x", "y".repeat(1_000_000));
        let position = &file.positions(&[Span::at(500_000)])[0];
        assert_eq!(position.column, 500_001);
        assert_eq!(position.excerpt.len(), EXCERPT_CHARS);
        assert_eq!(position.caret, 40);
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_character_is_held_in_the_text() {
        let file = SourceFile::new("x", "é".into());
        let positions = file.positions(&[Span { start: 1, end: 99 }, Span::at(99)]);
        assert_eq!(positions[0].column, 1);
        assert_eq!(positions[1].column, 2);
    }
}
