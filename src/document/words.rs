//! The words of a folded text, as ranges.

use std::ops::Range;

use crate::text::is_word;

/// A word, a number, or one character of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its length in characters.
    pub(super) length: usize,
    /// Whether it has letters or digits.
    pub(super) is_word: bool,
}

impl Word {
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The words of a part of a text; their ranges refer to the whole text.
pub(super) fn words(text: &str, part: Range<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = text[part.clone()].char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = letters.next() {
        let start = part.start + at;
        let end = start + c.len_utf8();
        let next = letters.peek().map_or(' ', |&(_, next)| next);
        let joins = match c {
            '\'' => before.is_alphanumeric() && next.is_alphanumeric(),
            // The number 1,550 is one word.
            '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
            c => is_word(c) && (is_word(before) || matches!(before, '\'' | '.' | ',')),
        };
        match words.last_mut() {
            Some(last) if joins && last.is_word && last.end == start => {
                last.end = end;
                last.length += 1;
            }
            _ if c == ' ' => {}
            _ => words.push(Word { start, end, length: 1, is_word: c.is_alphanumeric() }),
        }
        before = c;
    }
    words
}

/// Whether a range begins or ends inside a word or a number.
pub(super) fn cuts(text: &str, range: &Range<usize>) -> (bool, bool) {
    let before = text[..range.start].chars().next_back();
    let first = text[range.start..].chars().next();
    let last = text[..range.end].chars().next_back();
    let mut rest = text[range.end..].chars();
    let (after, then) = (rest.next(), rest.next());
    let both = |a: Option<char>, b: Option<char>| a.is_some_and(is_word) && b.is_some_and(is_word);
    let digits = |a: Option<char>, b: Option<char>| {
        a.is_some_and(|c| c.is_ascii_digit()) && b.is_some_and(|c| c.is_ascii_digit())
    };
    let goes_on = matches!(after, Some('.' | ',')) && digits(last, then);
    let point = matches!(before, Some('.' | ',')) && {
        let earlier = text[..range.start].chars().rev().nth(1);
        digits(earlier, first)
    };
    (
        both(before, first) || point || joined(before, first),
        both(last, after) || goes_on || joined(last, after),
    )
}

/// Whether an apostrophe joins the letters on both sides of an offset.
fn joined(a: Option<char>, b: Option<char>) -> bool {
    a == Some('\'') || b == Some('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_contractions_are_words() {
        let text = "don't cut 1,550 warheads, he said.";
        let found: Vec<&str> = words(text, 0..text.len()).iter().map(|word| &text[word.range()]).collect();
        assert_eq!(found, ["don't", "cut", "1,550", "warheads", ",", "he", "said", "."]);
        assert_eq!(cuts(text, &(10..11)), (false, true));
        assert_eq!(cuts(text, &(12..15)), (true, false));
        assert_eq!(cuts(text, &(6..9)), (false, false));
    }
}
