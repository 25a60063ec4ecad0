//! Finds where a text says nearly what a quotation says.
//!
//! Where many runs of words occur as in the quotation ([`super::seeds`]), its words are aligned with those of the
//! text ([`super::align`]).

use std::ops::Range;

use crate::text::{Fold, Remarks};

use super::align::align;
use super::alignment_score::AlignmentScore;
use super::context::{around, min_score};
use super::ellipsis::Fragment;
use super::fragments;
use super::haystack::Haystack;
use super::match_kind::MatchKind;
use super::needle::Needle;
use super::negation::one_sided;
use super::passage::{Difference, Negation, Passage};
use super::quotation::Quotation;
use super::seeds::{MAX_HITS, Seeds};
use super::words::{Word, words};

/// Minimum similarity of a misquoted passage. One word in five may differ, or a clause may be missing; sentences of
/// one treaty that share only their legal phrasing stay below (57% in `tests/quotes/cases.txt`).
const MIN_SIMILARITY: f64 = 0.80;

/// A quotation of fewer words cannot be told from another sentence ("Norland signs in Ostby", "Norland signs; it has
/// not ratified"): only one word may differ, and neither the first nor the last. Of 455 short texts of the bundled
/// dataset, each searched for in all others, 62 were "found" without this rule and 43 with it, nearly all of them the
/// same sentence about another state, day or number.
const MIN_SURE_WORDS: usize = 8;

/// Minimum share of equal words: many words that look alike are another sentence.
const MIN_SAME_WORDS: f64 = 0.5;

/// Maximum number of offsets at which the words are compared.
const MAX_STARTS: usize = 12;

/// A passage compared with the whole quotation.
struct Candidate {
    /// Its parts in the folded text.
    parts: Vec<Range<usize>>,
    similarity: f64,
    differences: Vec<Difference>,
    negation: Option<Negation>,
}

/// The best passage, if it is good enough.
pub(super) fn find(text: &Haystack, quotation: &Quotation<'_>, seeds: &Seeds<'_>) -> Option<Passage> {
    let needle = quotation.needle.as_ref()?;
    let views = [(text.without_remarks.as_ref(), Remarks::Strip), (Some(&text.with_remarks), Remarks::Keep)];
    let found = views.into_iter().filter_map(|(fold, remarks)| {
        let fragment = quotation.fragments.get(needle.longest)?;
        let slack = (fragment.core.len() / 5).clamp(48, 4_000);
        let view = View { text, fold: fold?, quotation, needle, fragment, slack };
        view.best(starts(&view, remarks, seeds))
    });
    found.reduce(|best, next| if next.kind < best.kind { next } else { best })
}

/// One form of the text, and what to search for in it.
struct View<'v> {
    text: &'v Haystack,
    fold: &'v Fold,
    quotation: &'v Quotation<'v>,
    needle: &'v Needle,
    /// The longest fragment.
    fragment: &'v Fragment,
    /// Maximum shift of its words, in bytes.
    slack: usize,
}

impl View<'_> {
    /// The best passage at any of the offsets.
    fn best(&self, starts: Vec<usize>) -> Option<Passage> {
        let (fold, context) = (self.fold, &self.quotation.context);
        let mut candidates: Vec<Candidate> = Vec::new();
        for start in starts {
            let Some(candidate) = self.compare(start) else { continue };
            if !candidates.iter().any(|other| around(&other.parts) == around(&candidate.parts)) {
                candidates.push(candidate);
            }
        }
        if candidates.iter().any(|candidate| candidate.negation.is_none()) {
            candidates.retain(|candidate| candidate.negation.is_none());
        }
        let best = candidates.iter().map(|candidate| candidate.similarity).fold(0.0, f64::max);
        candidates.retain(|candidate| candidate.similarity > best - 0.005);
        candidates.sort_by_key(|candidate| around(&candidate.parts).start);
        let scores: Vec<f64> = candidates
            .iter()
            .map(|candidate| context.score(&fold.text, &around(&candidate.parts), candidates.len()))
            .collect();
        let least = min_score(context, &scores).unwrap_or(0.0);
        let mut chosen = candidates.into_iter().zip(&scores).filter(|(_, score)| **score >= least);
        let (first, _) = chosen.next()?;
        let candidates = 1 + chosen.count();
        let parts = fold.map.sources(&first.parts);
        // A slight difference is still a difference.
        let percent = ((first.similarity * 100.0).floor() as u8).min(99);
        let kind = if first.negation.is_some() { MatchKind::Negated } else { MatchKind::Fuzzy { percent } };
        let Candidate { differences, negation, .. } = first;
        Some(Passage { kind, range: around(&parts), parts, differences, negation, candidates })
    }

    /// The quotation aligned with the text around an offset.
    fn compare(&self, start: usize) -> Option<Candidate> {
        let Self { text, fold, fragment, slack, .. } = *self;
        let (fragments, longest) = (&self.quotation.fragments, self.needle.longest);
        let context = &self.quotation.context;
        let mut score = AlignmentScore::default();
        let window =
            whole_words(&fold.text, start.saturating_sub(slack)..start + fragment.core.len() + slack);
        let main = beside(fold, fragment, &self.needle.quote, window, start, &mut score)?;
        let mut parts = vec![main];
        for index in (0..longest).rev() {
            let end = parts.last()?.start;
            let most = fragments[index + 1].gap.max_bytes();
            if let Some(range) = fragments::before(text, fold, &fragments[index], end, most, context) {
                score.same(&fragments[index]);
                parts.push(range);
            } else {
                let start = end.saturating_sub(most + fragments[index].core.len() + slack);
                let reach = whole_words(&fold.text, start..end).start..end;
                parts.extend(search_beside(fold, &fragments[index], reach, end, &mut score));
            }
        }
        parts.reverse();
        for fragment in &fragments[longest + 1..] {
            let begin = parts.last()?.end;
            let most = fragment.gap.max_bytes();
            if let Some(range) = fragments::after(text, fold, fragment, begin, most, context) {
                score.same(fragment);
                parts.push(range);
            } else {
                let end = begin + most + fragment.core.len() + slack;
                let reach = begin..whole_words(&fold.text, begin..end).end;
                parts.extend(search_beside(fold, fragment, reach, begin, &mut score));
            }
        }
        let similarity = score.similarity();
        score.differences.sort_by_key(|difference| difference.quote.start);
        let is_enough =
            similarity >= MIN_SIMILARITY && score.same_words as f64 >= MIN_SAME_WORDS * score.words as f64;
        let is_sure = score.words >= MIN_SURE_WORDS || score.other_words <= 1 && !score.has_other_edge;
        if !(is_enough && is_sure) {
            return None;
        }
        let differences = score.differences;
        let negation = differences.iter().find_map(|difference| {
            let there = text.text().get(difference.passage.clone())?;
            one_sided(there, self.quotation.quote.get(difference.quote.clone())?)
        });
        Some(Candidate { parts, similarity, differences, negation })
    }
}

/// Where the quotation may begin, the likeliest first.
fn starts(view: &View<'_>, remarks: Remarks, seeds: &Seeds<'_>) -> Vec<usize> {
    let (fragment, needle) = (view.fragment, view.needle);
    let mut hits: Vec<&[u32]> = needle
        .seeds
        .iter()
        .map(|seed| seeds.hits(remarks, &fragment.fold.text[seed.clone()]).unwrap_or_default())
        .collect();
    if hits.iter().any(|of_seed| (1..=MAX_HITS).contains(&of_seed.len())) {
        for of_seed in hits.iter_mut().filter(|of_seed| of_seed.len() > MAX_HITS) {
            *of_seed = &[];
        }
    }
    // Where the quotation would begin, given where the seed is in it.
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (seed, of_seed) in hits.iter().enumerate() {
        let offset = needle.seeds[seed].start - fragment.core.start;
        begins.extend(of_seed.iter().map(|&at| ((at as usize).saturating_sub(offset), seed)));
    }
    begins.sort_unstable();
    clustered(&begins, needle.seeds.len(), view.slack)
}

/// The offsets near which the most distinct seeds point, best first.
fn clustered(begins: &[(usize, usize)], seeds: usize, slack: usize) -> Vec<usize> {
    let mut inside = vec![0_usize; seeds];
    let (mut different, mut end) = (0, 0);
    let mut clusters: Vec<(usize, usize)> = Vec::new();
    for (first, &(start, seed)) in begins.iter().enumerate() {
        while end < begins.len() && begins[end].0 <= start + slack {
            different += usize::from(inside[begins[end].1] == 0);
            inside[begins[end].1] += 1;
            end += 1;
        }
        clusters.push((different, begins[(first + end - 1) / 2].0));
        inside[seed] -= 1;
        different -= usize::from(inside[seed] == 0);
    }
    clusters.sort_by_key(|&(different, start)| (std::cmp::Reverse(different), start));
    // A passage with a third of the best one's seeds cannot have its words.
    let least = clusters.first().map_or(0, |best| best.0.div_ceil(3));
    let mut starts: Vec<usize> = Vec::new();
    for (_, start) in clusters.into_iter().take_while(|cluster| cluster.0 >= least) {
        if starts.iter().all(|&other| other.abs_diff(start) > slack / 2) {
            starts.push(start);
            if starts.len() == MAX_STARTS {
                break;
            }
        }
    }
    starts
}

/// Finds a shorter fragment anywhere in a part of the text; if it is not there, it is missing at `edge`.
fn search_beside(
    fold: &Fold,
    fragment: &Fragment,
    reach: Range<usize>,
    edge: usize,
    score: &mut AlignmentScore,
) -> Option<Range<usize>> {
    let quote = words(&fragment.fold.text, fragment.core.clone());
    let mut own = AlignmentScore::default();
    let found = beside(fold, fragment, &quote, reach.clone(), reach.start, &mut own);
    if let Some(range) = found
        && own.similarity() >= MIN_SIMILARITY
    {
        score.add(own);
        return Some(range);
    }
    let length: usize = quote.iter().map(|word| word.length).sum();
    let at = fold.map.source(edge..edge).start;
    score.quoted += length;
    score.cost += length;
    let count = quote.iter().filter(|word| word.is_word).count();
    score.words += count;
    score.other_words += count;
    score.differences.push(Difference { passage: at..at, quote: fragment.source(fragment.core.clone()) });
    None
}

/// Aligns the words of a fragment with those of a window of the text.
fn beside(
    fold: &Fold,
    fragment: &Fragment,
    quote: &[Word],
    window: Range<usize>,
    start: usize,
    score: &mut AlignmentScore,
) -> Option<Range<usize>> {
    let there = words(&fold.text, window);
    let center = there.partition_point(|word| word.start < start);
    let half = center.max(there.len().saturating_sub(center + quote.len())).max(4);
    let pairs = align((&fragment.fold.text, quote), (&fold.text, &there), center, half)?;
    let first = pairs.iter().find(|pair| !pair.text.is_empty())?.text.start;
    let last = pairs.iter().rfind(|pair| !pair.text.is_empty())?.text.end;
    score.count(fold, fragment, quote, &there, &pairs);
    let end = there[last - 1].end;
    Some(there[first].start..end + score.stop(fold, fragment, end))
}

/// A range extended to whole words, within the text.
fn whole_words(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (range.start.min(text.len()), range.end.min(text.len()));
    // Text without spaces is not worth searching far for one.
    let floor = start.saturating_sub(64);
    while start > floor && bytes[start - 1] != b' ' {
        start -= 1;
    }
    let ceiling = text.len().min(end + 64);
    while end < ceiling && bytes[end] != b' ' {
        end += 1;
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
