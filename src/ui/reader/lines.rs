//! The text of a document broken into lines, so that only the visible ones are laid out.

use std::ops::Range;
use std::sync::{Arc, Weak};

use crate::session::OpenDocument;
use crate::timeline::{BundledFonts, Font, TextMeasure as _};

/// Maximum number of lines shown: more would take memory for what nobody scrolls to.
pub(in crate::ui) const MAX_LINES: usize = 200_000;

/// The lines of the document that was last drawn.
#[derive(Debug, Default)]
pub(in crate::ui) struct DocumentLines {
    /// The document and the width. A weak reference keeps the address from being used by another document.
    key: (Weak<OpenDocument>, u32),
    lines: Vec<Range<usize>>,
    pub(in crate::ui) is_cut: bool,
}

impl DocumentLines {
    /// The lines of a document at a width, as byte ranges; kept from the last call if both were the same.
    pub(in crate::ui) fn of(
        &mut self,
        open: &Arc<OpenDocument>,
        width: f32,
        size: f32,
        fonts: &BundledFonts,
    ) -> &[Range<usize>] {
        let (made_of, made_at) = &self.key;
        if !std::ptr::eq(made_of.as_ptr(), Arc::as_ptr(open)) || *made_at != width.to_bits() {
            self.key = (Arc::downgrade(open), width.to_bits());
            let measure = |text: &str| fonts.width(text, size, Font::Serif);
            self.lines = broken(&open.document.text, width, measure);
            self.is_cut = self.lines.len() == MAX_LINES;
        }
        &self.lines
    }
}

/// The index of the line that has an offset of the text.
pub(in crate::ui) fn line_of(lines: &[Range<usize>], at: usize) -> usize {
    lines.partition_point(|line| line.start <= at).saturating_sub(1)
}

/// Breaks a text at spaces, and words wider than a line where the line ends.
fn broken(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<Range<usize>> {
    let space = measure(" ");
    let mut lines: Vec<Range<usize>> = Vec::new();
    for paragraph in text.split_inclusive('\n') {
        let begin = paragraph.as_ptr().addr() - text.as_ptr().addr();
        let mut line = begin..begin;
        let mut used = 0.0;
        for word in paragraph.split_inclusive(' ') {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            let bare = word.trim_end();
            let wide = measure(bare);
            if used > 0.0 && used + wide > width {
                lines.push(line.start..start);
                (line, used) = (start..start, 0.0);
            }
            if wide > width {
                // Character by character: such words are addresses and tables without spaces.
                for (at, c) in bare.char_indices() {
                    let letter = measure(c.encode_utf8(&mut [0; 4]));
                    if used > 0.0 && used + letter > width {
                        lines.push(line.start..start + at);
                        (line.start, used) = (start + at, 0.0);
                    }
                    used += letter;
                }
            } else {
                used += wide;
            }
            used += space;
            line.end = start + word.len();
        }
        lines.push(line.start..begin + paragraph.len());
        if lines.len() >= MAX_LINES {
            lines.truncate(MAX_LINES);
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_letters(text: &str, width: f32) -> Vec<&str> {
        broken(text, width, |text| text.chars().count() as f32).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_nothing_is_lost() {
        assert_eq!(by_letters("one two three\n\nfour", 7.0), ["one two ", "three\n", "\n", "four"]);
        assert_eq!(by_letters("a verylongword b", 5.0), ["a ", "veryl", "ongwo", "rd b"]);
        assert_eq!(by_letters("договор", 3.0), ["дог", "ово", "р"]);
        for (text, width) in [("x  y   z", 2.0), ("", 3.0), ("\n\n", 1.0), ("слово слово", 0.5)] {
            assert_eq!(by_letters(text, width).concat(), text);
        }
    }

    #[test]
    fn a_place_is_found_on_its_line() {
        let lines = [0..8, 8..13, 13..20];
        assert_eq!([0, 7, 8, 13, 19, 90].map(|at| line_of(&lines, at)), [0, 0, 1, 2, 2, 2]);
    }
}
