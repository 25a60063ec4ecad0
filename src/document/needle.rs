//! The runs of words of a quotation that are searched for first.

use std::ops::Range;

use super::ellipsis::Fragment;
use super::words::{Word, words};

/// Minimum number of words; a shorter quotation is found verbatim or not at all.
const MIN_WORDS: usize = 3;
/// The same in letters.
const MIN_LETTERS: usize = 12;

/// Maximum number of word pairs, and of four-word runs, to search for.
const MAX_SEEDS: usize = 64;

/// What to search for before comparing approximately.
pub(super) struct Needle {
    /// The longest fragment of the quotation.
    pub(super) longest: usize,
    /// The words of that fragment.
    pub(super) quote: Vec<Word>,
    /// Runs of them, as ranges of the fragment's folded text.
    pub(super) seeds: Vec<Range<usize>>,
}

/// The runs of a quotation; `None` if it is too short.
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
    // In a long text with a small vocabulary every pair is common; four words in a row are not.
    seeds.extend(runs(&real, 4));
    if real.len() <= 12 {
        // In a short sentence one typo can break every second pair.
        seeds.extend(real.iter().filter(|word| word.length >= 5).map(|word| word.range()));
    }
    Some(Needle { longest, quote, seeds })
}

/// Runs of a given number of words; of a long quotation some, evenly spaced.
fn runs(words: &[Word], length: usize) -> Vec<Range<usize>> {
    let all: Vec<_> = words.windows(length).map(|run| run[0].start..run[length - 1].end).collect();
    let some = all.len().min(MAX_SEEDS);
    (0..some).map(|index| all[index * all.len() / some].clone()).collect()
}
