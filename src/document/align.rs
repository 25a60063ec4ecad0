//! The words of a quotation beside the words of a text: what is the same, what differs, and how much.

use std::ops::Range;

use super::words::Word;

/// Words beside each other; either range may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Places among the words of the quotation.
    pub(super) quote: Range<usize>,
    /// Places among the words of the text.
    pub(super) text: Range<usize>,
    /// Characters that differ.
    pub(super) cost: usize,
}

/// The most cells of the table: a quotation of ten thousand words and the text around it.
const MOST_CELLS: usize = 40 << 20;

#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Nothing,
    Both,
    Quote,
    Text,
}

/// Puts all words of a quotation beside a run of words of the text, so that the fewest characters differ.
///
/// The run may begin and end anywhere; `center` is the word of the text beside which the first word is expected, and
/// `half` how many words the text may be ahead or behind. Edit distance over words, in a band; a word in place of another
/// costs what their letters differ.
pub(super) fn align(
    (quote_text, quote): (&str, &[Word]),
    (text_text, text): (&str, &[Word]),
    center: usize,
    half: usize,
) -> Option<Vec<Step>> {
    let width = 2 * half + 1;
    if quote.is_empty() || text.is_empty() || (quote.len() + 1) * width > MOST_CELLS {
        return None;
    }
    // Column `c` of row `i` is the word `i + center + c - half` of the text.
    let place =
        |row: usize, column: usize| (row + center + column).checked_sub(half).filter(|&j| j <= text.len());
    let mut came = vec![From::Nothing; (quote.len() + 1) * width];
    let mut above: Vec<usize> =
        (0..width).map(|column| if place(0, column).is_some() { 0 } else { usize::MAX / 2 }).collect();
    for row in 1..=quote.len() {
        let word = quote[row - 1];
        let mut current = vec![usize::MAX / 2; width];
        for column in 0..width {
            let Some(j) = place(row, column) else { continue };
            let mut best = (usize::MAX / 2, From::Nothing);
            if j > 0 && above[column] < usize::MAX / 2 {
                let other = text[j - 1];
                if let Some(cost) =
                    exchange(&quote_text[word.range()], word, &text_text[other.range()], other)
                {
                    best = (above[column] + cost, From::Both);
                }
            }
            if column + 1 < width && above[column + 1] + word.length < best.0 {
                best = (above[column + 1] + word.length, From::Quote);
            }
            if j > 0 && column > 0 && current[column - 1] + text[j - 1].length < best.0 {
                best = (current[column - 1] + text[j - 1].length, From::Text);
            }
            current[column] = best.0;
            came[row * width + column] = best.1;
        }
        above = current;
    }
    let (mut column, _) =
        above.iter().enumerate().min_by_key(|&(_, &cost)| cost).filter(|end| *end.1 < usize::MAX / 2)?;
    let mut row = quote.len();
    let mut steps = Vec::new();
    while row > 0 {
        let j = place(row, column)?;
        let (before, step) = match came[row * width + column] {
            From::Both => {
                let (word, other) = (quote[row - 1], text[j - 1]);
                let same = quote_text[word.range()] == text_text[other.range()];
                let cost = if same {
                    0
                } else {
                    distance(&quote_text[word.range()], word, &text_text[other.range()], other)
                };
                ((row - 1, column), Step { quote: row - 1..row, text: j - 1..j, cost })
            }
            From::Quote => {
                ((row - 1, column + 1), Step { quote: row - 1..row, text: j..j, cost: quote[row - 1].length })
            }
            From::Text => {
                ((row, column - 1), Step { quote: row..row, text: j - 1..j, cost: text[j - 1].length })
            }
            From::Nothing => return None,
        };
        steps.push(step);
        (row, column) = before;
    }
    steps.reverse();
    Some(steps)
}

/// What it costs to have a word in the place of another, in the search for the best place: never more than to leave the
/// word out, so that an exchanged word at the edge of a quotation belongs to the passage.
fn exchange(a: &str, word: Word, b: &str, other: Word) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    // Words are not exchanged for punctuation.
    (word.is_word == other.is_word).then(|| distance(a, word, b, other).min(word.length))
}

/// How many letters of two words differ. Words that share neither their first nor their last letter share none.
fn distance(a: &str, word: Word, b: &str, other: Word) -> usize {
    let longest = word.length.max(other.length);
    let is_like = a.chars().next() == b.chars().next() || a.chars().next_back() == b.chars().next_back();
    if !is_like || longest > 2 * word.length.min(other.length) || longest > 64 {
        return longest;
    }
    strsim::levenshtein(a, b)
}
