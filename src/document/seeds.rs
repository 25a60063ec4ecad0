//! Short runs of words of quotations, looked for all at once (Aho-Corasick, one pass over a text for hundreds of
//! quotations): a quotation of which a run is nowhere does not stand there word for word, and where many of its runs
//! stand as they do in it, it may stand approximately.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::text::{Fold, Remarks};

use super::find::Quotation;
use super::folded::Folded;
use super::pieces::Piece;
use super::words::{Word, words};

/// A quotation shorter than this is found word for word or not at all.
const LEAST_WORDS: usize = 3;
/// The same in letters.
const LEAST_LETTERS: usize = 12;

/// How many pairs of words are looked for, and how many runs of four.
const SEEDS: usize = 64;
/// A run that stands in the text more often says nothing.
pub(super) const COMMON: usize = 2_000;
/// How many places are found between two looks at whether the search is still wanted.
const LOOK_EVERY: usize = 1 << 16;

/// What of a quotation is looked for approximately first.
pub(super) struct Needle {
    /// The longest of its pieces.
    pub(super) longest: usize,
    /// The words of that piece.
    pub(super) quote: Vec<Word>,
    /// Runs of them, as ranges of the piece's folded text.
    pub(super) seeds: Vec<Range<usize>>,
}

/// What is looked for of a quotation; `None` of one that is too short.
pub(super) fn needle(pieces: &[Piece]) -> Option<Needle> {
    let longest = (0..pieces.len()).max_by_key(|&place| pieces[place].core.len())?;
    let piece = &pieces[longest];
    let quote = words(&piece.fold.text, piece.core.clone());
    let real: Vec<Word> = quote.iter().copied().filter(|word| word.is_word).collect();
    let letters: usize = real.iter().map(|word| word.length).sum();
    if real.len() < LEAST_WORDS || letters < LEAST_LETTERS {
        return None;
    }
    let mut seeds = runs(&real, 2);
    // In a long text that uses few words every pair is common; four words in a row are not.
    seeds.extend(runs(&real, 4));
    if real.len() <= 12 {
        // In a short sentence one slip can break every second pair.
        seeds.extend(real.iter().filter(|word| word.length >= 5).map(|word| word.range()));
    }
    Some(Needle { longest, quote, seeds })
}

/// Runs of so many words; of a long quotation some, evenly spread.
fn runs(words: &[Word], length: usize) -> Vec<Range<usize>> {
    let all: Vec<_> = words.windows(length).map(|run| run[0].start..run[length - 1].end).collect();
    let some = all.len().min(SEEDS);
    (0..some).map(|place| all[place * all.len() / some].clone()).collect()
}

/// Where runs of words stand in the two forms of a text.
pub(super) struct Seeds<'q> {
    numbers: HashMap<&'q str, usize>,
    kept: Vec<Vec<u32>>,
    left: Vec<Vec<u32>>,
}

impl<'q> Seeds<'q> {
    /// Looks for the runs of all quotations; `None` when it was called off.
    pub(super) fn of(
        text: &Folded,
        quotations: &'q [Quotation<'_>],
        is_called_off: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut numbers = HashMap::new();
        let mut runs: Vec<&str> = Vec::new();
        for run in quotations.iter().flat_map(Quotation::runs) {
            if let Entry::Vacant(entry) = numbers.entry(run) {
                entry.insert(runs.len());
                runs.push(run);
            }
        }
        let Ok(automaton) = AhoCorasick::new(&runs) else {
            // Then nothing is known of any run.
            return Some(Self { numbers: HashMap::new(), kept: Vec::new(), left: Vec::new() });
        };
        let hits = |fold: &Fold| {
            let mut hits: Vec<Vec<u32>> = vec![Vec::new(); runs.len()];
            for (count, hit) in automaton.find_overlapping_iter(&fold.text).enumerate() {
                if count % LOOK_EVERY == 0 && is_called_off() {
                    return None;
                }
                let of_seed = &mut hits[hit.pattern().as_usize()];
                if of_seed.len() <= COMMON {
                    of_seed.push(hit.start() as u32);
                }
            }
            Some(hits)
        };
        let left = match &text.left {
            Some(fold) => hits(fold)?,
            None => Vec::new(),
        };
        let kept = hits(&text.kept)?;
        Some(Self { numbers, kept, left })
    }

    /// Where a run stands: at most so often that it is seen to be common. `None` where that is not known.
    pub(super) fn hits(&self, remarks: Remarks, run: &str) -> Option<&[u32]> {
        let number = *self.numbers.get(run)?;
        let hits = match remarks {
            Remarks::Keep => &self.kept,
            Remarks::Strip => &self.left,
        };
        hits.get(number).map(Vec::as_slice)
    }

    /// Whether pieces of a quotation cannot stand in the text word for word.
    pub(super) fn rule_out(&self, remarks: Remarks, quotation: &Quotation<'_>, pieces: &[Piece]) -> bool {
        quotation.runs().any(|run| {
            self.hits(remarks, run).is_some_and(<[u32]>::is_empty)
                && pieces.iter().any(|piece| piece.text().contains(run))
        })
    }
}
