//! Short runs of words from quotations, all found in one pass (Aho-Corasick). A quotation with a run that is missing
//! cannot occur verbatim; one with many runs present may occur approximately.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use aho_corasick::AhoCorasick;

use crate::text::{Fold, Remarks};

use super::ellipsis::Fragment;
use super::haystack::Haystack;
use super::quotation::Quotation;

/// Maximum number of occurrences of a run; one that occurs more often is no evidence.
pub(super) const MAX_HITS: usize = 2_000;
/// Number of matches between two checks for cancellation.
const CHECK_INTERVAL: usize = 1 << 16;

/// Where runs of words are in the two forms of a text.
pub(super) struct Seeds<'q> {
    numbers: HashMap<&'q str, usize>,
    with_remarks: Vec<Vec<u32>>,
    without_remarks: Vec<Vec<u32>>,
}

impl<'q> Seeds<'q> {
    /// Searches for the runs of all quotations; `None` if cancelled.
    pub(super) fn of(
        text: &Haystack,
        quotations: &'q [Quotation<'_>],
        is_cancelled: &dyn Fn() -> bool,
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
            return Some(Self {
                numbers: HashMap::new(),
                with_remarks: Vec::new(),
                without_remarks: Vec::new(),
            });
        };
        let hits = |fold: &Fold| {
            let mut hits: Vec<Vec<u32>> = vec![Vec::new(); runs.len()];
            for (count, hit) in automaton.find_overlapping_iter(&fold.text).enumerate() {
                if count % CHECK_INTERVAL == 0 && is_cancelled() {
                    return None;
                }
                let of_seed = &mut hits[hit.pattern().as_usize()];
                if of_seed.len() <= MAX_HITS {
                    of_seed.push(hit.start() as u32);
                }
            }
            Some(hits)
        };
        let without_remarks = match &text.without_remarks {
            Some(fold) => hits(fold)?,
            None => Vec::new(),
        };
        let with_remarks = hits(&text.with_remarks)?;
        Some(Self { numbers, with_remarks, without_remarks })
    }

    /// Where a run occurs, counted until it is known to be common. `None` if unknown.
    pub(super) fn hits(&self, remarks: Remarks, run: &str) -> Option<&[u32]> {
        let number = *self.numbers.get(run)?;
        let hits = match remarks {
            Remarks::Keep => &self.with_remarks,
            Remarks::Strip => &self.without_remarks,
        };
        hits.get(number).map(Vec::as_slice)
    }

    /// Whether fragments of a quotation cannot be in the text verbatim.
    pub(super) fn rule_out(
        &self,
        remarks: Remarks,
        quotation: &Quotation<'_>,
        fragments: &[Fragment],
    ) -> bool {
        quotation.runs().any(|run| {
            self.hits(remarks, run).is_some_and(<[u32]>::is_empty)
                && fragments.iter().any(|fragment| fragment.text().contains(run))
        })
    }
}
