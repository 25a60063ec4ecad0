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
    /// Characters that differ. An exchanged word counts no more than the word that was quoted: what it was exchanged
    /// for may be as long as it likes.
    pub(super) cost: usize,
}

/// The most cells of the table: a quotation of ten thousand words and the text around it.
const MAX_CELLS: usize = 40 << 20;

/// Where no way leads.
const NO_PATH: i64 = i64::MAX / 2;

/// What a letter that differs costs, where a letter that is the same earns one.
const DIFFERS: i64 = 4;

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
/// costs what their letters differ. Of two ways that cost about the same, the one with more words the same is taken.
pub(super) fn align(
    (quote_text, quote): (&str, &[Word]),
    (text_text, text): (&str, &[Word]),
    center: usize,
    half: usize,
) -> Option<Vec<Step>> {
    let width = 2 * half + 1;
    if quote.is_empty() || text.is_empty() || (quote.len() + 1) * width > MAX_CELLS {
        return None;
    }
    // Column `c` of row `i` is the word `i + center + c - half` of the text.
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
                    best = (above[column] + DIFFERS * cost as i64 - earned as i64, From::Both);
                }
            }
            let left_out = DIFFERS * word.length as i64;
            if column + 1 < width && above[column + 1] < NO_PATH && above[column + 1] + left_out < best.0 {
                best = (above[column + 1] + left_out, From::Quote);
            }
            if j > 0 && column > 0 && current[column - 1] < NO_PATH {
                let put_in = DIFFERS * text[j - 1].length as i64;
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
    let mut steps = Vec::new();
    while row > 0 {
        let j = index(row, column)?;
        let (before, step) = match came[row * width + column] {
            From::Both => {
                let (word, other) = (quote[row - 1], text[j - 1]);
                let cost = exchange(&quote_text[word.range()], word, &text_text[other.range()], other)?;
                let cost = cost.min(word.length);
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
    pair_edges(&mut steps, (quote_text, quote), (text_text, text));
    Some(steps)
}

/// A short word that stands for a long one at an edge of the quotation was cheaper to leave out; a reader sees it as
/// exchanged, and wants to see for what.
fn pair_edges(steps: &mut [Step], (quote_text, quote): (&str, &[Word]), (text_text, text): (&str, &[Word])) {
    let exchanged = |at: usize, j: usize| {
        let (word, other) = (quote.get(at)?, text.get(j)?);
        let (a, b) = (&quote_text[word.range()], &text_text[other.range()]);
        (word.is_word && other.is_word).then(|| Step {
            quote: at..at + 1,
            text: j..j + 1,
            cost: distance(a, *word, b, *other).min(word.length),
        })
    };
    if let [first, second, ..] = steps
        && first.text.is_empty()
        && !second.text.is_empty()
        && let Some(step) = second.text.start.checked_sub(1).and_then(|j| exchanged(first.quote.start, j))
    {
        *first = step;
    }
    if let [.., second, last] = steps
        && last.text.is_empty()
        && !second.text.is_empty()
        && let Some(step) = exchanged(last.quote.start, second.text.end)
    {
        *last = step;
    }
}

/// What it costs to have a word in the place of another; words are not exchanged for punctuation.
fn exchange(a: &str, word: Word, b: &str, other: Word) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    (word.is_word == other.is_word).then(|| distance(a, word, b, other))
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
