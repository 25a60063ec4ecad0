//! Aligns the words of a quotation with those of a text: which are the same, which differ, and by how much.

use std::ops::Range;

use super::words::Word;

/// A pair of runs of words; either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AlignedWords {
    /// Indices into the words of the quotation.
    pub(super) quote: Range<usize>,
    /// Indices into the words of the text.
    pub(super) text: Range<usize>,
    /// Number of characters that differ. A replaced word costs at most its own length, however long its replacement
    /// is.
    pub(super) cost: usize,
}

/// Maximum number of table cells: a quotation of ten thousand words and the text around it.
const MAX_CELLS: usize = 40 << 20;

/// Unreachable cell.
const NO_PATH: i64 = i64::MAX / 2;

/// The cost of a differing letter; an equal one earns 1.
const MISMATCH_COST: i64 = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Nothing,
    Both,
    Quote,
    Text,
}

/// Aligns all words of a quotation with a run of words of the text so that the fewest characters differ.
///
/// The run may begin and end anywhere; the first word is expected at word `center` of the text, and the alignment may
/// drift by `half` words either way. This is edit distance over words, in a band; replacing a word costs the edit
/// distance of the two words. Of two alignments with about the same cost, the one with more equal words wins.
pub(super) fn align(
    (quote_text, quote): (&str, &[Word]),
    (text_text, text): (&str, &[Word]),
    center: usize,
    half: usize,
) -> Option<Vec<AlignedWords>> {
    let width = 2 * half + 1;
    if quote.is_empty() || text.is_empty() || (quote.len() + 1) * width > MAX_CELLS {
        return None;
    }
    // Column `c` of row `i` is word `i + center + c - half` of the text.
    let index =
        |row: usize, column: usize| (row + center + column).checked_sub(half).filter(|&j| j <= text.len());
    let mut came = vec![From::Nothing; (quote.len() + 1) * width];
    let mut above: Vec<i64> =
        (0..width).map(|column| if index(0, column).is_some() { 0 } else { NO_PATH }).collect();
    for row in 1..=quote.len() {
        let word = quote[row - 1];
        let mut current = vec![NO_PATH; width];
        for column in 0..width {
            let Some(j) = index(row, column) else { continue };
            let mut best = (NO_PATH, From::Nothing);
            if j > 0 && above[column] < NO_PATH {
                let other = text[j - 1];
                if let Some(cost) =
                    exchange(&quote_text[word.range()], word, &text_text[other.range()], other)
                {
                    let earned = if cost == 0 { word.length } else { 0 };
                    best = (above[column] + MISMATCH_COST * cost as i64 - earned as i64, From::Both);
                }
            }
            let left_out = MISMATCH_COST * word.length as i64;
            if column + 1 < width && above[column + 1] < NO_PATH && above[column + 1] + left_out < best.0 {
                best = (above[column + 1] + left_out, From::Quote);
            }
            if j > 0 && column > 0 && current[column - 1] < NO_PATH {
                let put_in = MISMATCH_COST * text[j - 1].length as i64;
                if current[column - 1] + put_in < best.0 {
                    best = (current[column - 1] + put_in, From::Text);
                }
            }
            current[column] = best.0;
            came[row * width + column] = best.1;
        }
        above = current;
    }
    let (mut column, _) =
        above.iter().enumerate().min_by_key(|&(_, &cost)| cost).filter(|end| *end.1 < NO_PATH)?;
    let mut row = quote.len();
    let mut pairs = Vec::new();
    while row > 0 {
        let j = index(row, column)?;
        let (before, pair) = match came[row * width + column] {
            From::Both => {
                let (word, other) = (quote[row - 1], text[j - 1]);
                let cost = exchange(&quote_text[word.range()], word, &text_text[other.range()], other)?;
                let cost = cost.min(word.length);
                ((row - 1, column), AlignedWords { quote: row - 1..row, text: j - 1..j, cost })
            }
            From::Quote => (
                (row - 1, column + 1),
                AlignedWords { quote: row - 1..row, text: j..j, cost: quote[row - 1].length },
            ),
            From::Text => (
                (row, column - 1),
                AlignedWords { quote: row..row, text: j - 1..j, cost: text[j - 1].length },
            ),
            From::Nothing => return None,
        };
        pairs.push(pair);
        (row, column) = before;
    }
    pairs.reverse();
    pair_edges(&mut pairs, (quote_text, quote), (text_text, text));
    Some(pairs)
}

/// A short word replaced by a long one at the edge of the quotation was cheaper to leave out. A reader sees it as
/// replaced, and wants to see by what.
fn pair_edges(
    pairs: &mut [AlignedWords],
    (quote_text, quote): (&str, &[Word]),
    (text_text, text): (&str, &[Word]),
) {
    let exchanged = |at: usize, j: usize| {
        let (word, other) = (quote.get(at)?, text.get(j)?);
        let (a, b) = (&quote_text[word.range()], &text_text[other.range()]);
        (word.is_word && other.is_word).then(|| AlignedWords {
            quote: at..at + 1,
            text: j..j + 1,
            cost: distance(a, *word, b, *other).min(word.length),
        })
    };
    if let [first, second, ..] = pairs
        && first.text.is_empty()
        && !second.text.is_empty()
        && let Some(pair) = second.text.start.checked_sub(1).and_then(|j| exchanged(first.quote.start, j))
    {
        *first = pair;
    }
    if let [.., second, last] = pairs
        && last.text.is_empty()
        && !second.text.is_empty()
        && let Some(pair) = exchanged(last.quote.start, second.text.end)
    {
        *last = pair;
    }
}

/// The cost of replacing a word by another; words are not replaced by punctuation.
fn exchange(a: &str, word: Word, b: &str, other: Word) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    (word.is_word == other.is_word).then(|| distance(a, word, b, other))
}

/// The edit distance of two words, simplified: words that share neither their first nor their last letter differ
/// throughout.
fn distance(a: &str, word: Word, b: &str, other: Word) -> usize {
    let longest = word.length.max(other.length);
    let is_like = a.chars().next() == b.chars().next() || a.chars().next_back() == b.chars().next_back();
    if !is_like || longest > 2 * word.length.min(other.length) || longest > 64 {
        return longest;
    }
    strsim::levenshtein(a, b)
}
