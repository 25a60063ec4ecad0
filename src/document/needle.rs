//! The runs of words of a quotation that are looked for before anything else.

use std::ops::Range;

use super::ellipsis::Fragment;
use super::words::{Word, words};

/// A quotation shorter than this is found word for word or not at all.
const MIN_WORDS: usize = 3;
/// The same in letters.
const MIN_LETTERS: usize = 12;

/// How many pairs of words are looked for, and how many runs of four.
const MAX_SEEDS: usize = 64;

/// What of a quotation is looked for approximately first.
pub(super) struct Needle {
    /// The longest of its fragments.
    pub(super) longest: usize,
    /// The words of that fragment.
    pub(super) quote: Vec<Word>,
    /// Runs of them, as ranges of the fragment's folded text.
    pub(super) seeds: Vec<Range<usize>>,
}

/// What is looked for of a quotation; `None` of one that is too short.
pub(super) fn needle(fragments: &[Fragment]) -> Option<Needle> {
    let longest = (0..fragments.len()).max_by_key(|&index| fragments[index].core.len())?;
    let fragment = &fragments[longest];
    let quote = words(&fragment.fold.text, fragment.core.clone());
    let real: Vec<Word> = quote.iter().copied().filter(|word| word.is_word).collect();
    let letters: usize = real.iter().map(|word| word.length).sum();
    if real.len() < MIN_WORDS || letters < MIN_LETTERS {
        return None;
    }
    let mut seeds = runs(&real, 2);
    // In a long text that uses few words every pair is common; four words in a row are not.
    seeds.extend(runs(&real, 4));
    if real.len() <= 12 {
        // In a short sentence one typo can break every second pair.
        seeds.extend(real.iter().filter(|word| word.length >= 5).map(|word| word.range()));
    }
    Some(Needle { longest, quote, seeds })
}

/// Runs of so many words; of a long quotation some, evenly spread.
fn runs(words: &[Word], length: usize) -> Vec<Range<usize>> {
    let all: Vec<_> = words.windows(length).map(|run| run[0].start..run[length - 1].end).collect();
    let some = all.len().min(MAX_SEEDS);
    (0..some).map(|index| all[index * all.len() / some].clone()).collect()
}
