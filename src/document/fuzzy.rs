//! Finds where a text says nearly what a quotation says.
//!
//! Pairs of neighbouring words of the quotation are looked for all at once (Aho-Corasick, one pass); where many stand
//! as they do in the quotation, its words are put beside those of the text ([`super::align`]).

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::align::{Step, align};
use super::chain;
use super::context::Context;
use super::find::{around, chosen_by_context};
use super::fold::Fold;
use super::folded::Folded;
use super::passage::{Difference, Passage, Stage};
use super::pieces::Piece;
use super::words::{Word, words};

/// From which similarity on a passage is one that is quoted badly. One word exchanged in a sentence of six or more, or
/// a dropped "not" in one of five, leaves more; different sentences of one treaty, with the same officialese in them,
/// leave less (measured on the quotations of the dataset: see `tests/quotes.rs`).
const LEAST: f64 = 0.80;

/// At least this part of the words must be the same: many words that look alike are another sentence.
const SAME_WORDS: f64 = 0.5;

/// A quotation shorter than this is found word for word or not at all.
const LEAST_WORDS: usize = 3;
/// The same in letters.
const LEAST_LETTERS: usize = 12;

/// How many pairs of words are looked for.
const SEEDS: usize = 64;
/// A pair that stands in the text more often says nothing.
const COMMON: usize = 2_000;
/// In how many places the words are compared.
const PLACES: usize = 12;

/// A place at which the whole quotation was compared.
struct Candidate {
    /// Parts in the folded text.
    parts: Vec<Range<usize>>,
    similarity: f64,
    differences: Vec<Difference>,
}

/// The best place, if it is good enough.
pub(super) fn find(text: &Folded, pieces: &[Piece], context: &Context) -> Option<Passage> {
    let views = [text.left.as_ref(), Some(&text.kept)];
    let found = views.into_iter().flatten().filter_map(|fold| in_view(text, fold, pieces, context));
    found.reduce(|best, next| if next.stage < best.stage { next } else { best })
}

fn in_view(text: &Folded, fold: &Fold, pieces: &[Piece], context: &Context) -> Option<Passage> {
    let longest = (0..pieces.len()).max_by_key(|&place| pieces[place].core.len())?;
    let piece = &pieces[longest];
    let quote = words(&piece.fold.text, piece.core.clone());
    let letters: usize = quote.iter().filter(|word| word.is_word).map(|word| word.length).sum();
    if quote.iter().filter(|word| word.is_word).count() < LEAST_WORDS || letters < LEAST_LETTERS {
        return None;
    }
    let slack = (piece.core.len() / 5).clamp(48, 4_000);
    let mut candidates: Vec<Candidate> = Vec::new();
    for start in places(&fold.text, piece, &quote, slack) {
        let Some(candidate) = compare(text, fold, pieces, longest, &quote, start, slack, context) else {
            continue;
        };
        if !candidates.iter().any(|other| around(&other.parts) == around(&candidate.parts)) {
            candidates.push(candidate);
        }
    }
    let best = candidates.iter().map(|candidate| candidate.similarity).fold(0.0, f64::max);
    candidates.retain(|candidate| candidate.similarity > best - 0.005);
    candidates.sort_by_key(|candidate| around(&candidate.parts).start);
    let scores: Vec<f64> = candidates
        .iter()
        .map(|candidate| context.score(&fold.text, &around(&candidate.parts), candidates.len()))
        .collect();
    let least = chosen_by_context(context, &scores).unwrap_or(0.0);
    let mut chosen = candidates.into_iter().zip(&scores).filter(|(_, score)| **score >= least);
    let (first, _) = chosen.next()?;
    let equal = 1 + chosen.count();
    let parts: Vec<_> = first.parts.iter().map(|part| fold.map.source(part.clone())).collect();
    // What differs only a little still differs.
    let percent = ((first.similarity * 100.0).floor() as u8).min(99);
    let stage = Stage::Fuzzy { percent };
    Some(Passage { stage, range: around(&parts), parts, differences: first.differences, equal })
}

/// Where the quotation may begin, the likeliest first.
fn places(text: &str, piece: &Piece, quote: &[Word], slack: usize) -> Vec<usize> {
    let source = &piece.fold.text;
    let real: Vec<Word> = quote.iter().copied().filter(|word| word.is_word).collect();
    let mut seeds: Vec<Range<usize>> = real.windows(2).map(|pair| pair[0].start..pair[1].end).collect();
    if seeds.len() > SEEDS {
        seeds = (0..SEEDS).map(|place| seeds[place * seeds.len() / SEEDS].clone()).collect();
    }
    if real.len() <= 12 {
        // In a short sentence one slip can break every second pair.
        seeds.extend(real.iter().filter(|word| word.length >= 5).map(|word| word.range()));
    }
    // Plain words come first in a text; repeated seeds would count one place twice.
    seeds.sort_by_key(|seed| seed.start);
    let Ok(automaton) = AhoCorasick::new(seeds.iter().map(|seed| &source[seed.clone()])) else {
        return Vec::new();
    };
    let mut hits: Vec<Vec<usize>> = vec![Vec::new(); seeds.len()];
    for hit in automaton.find_overlapping_iter(text) {
        let of_seed = &mut hits[hit.pattern().as_usize()];
        if of_seed.len() <= COMMON {
            of_seed.push(hit.start());
        }
    }
    if hits.iter().any(|of_seed| (1..=COMMON).contains(&of_seed.len())) {
        hits.iter_mut().filter(|of_seed| of_seed.len() > COMMON).for_each(Vec::clear);
    }
    // Where the quotation would begin, had the seed its place in it.
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (seed, of_seed) in hits.iter().enumerate() {
        let offset = seeds[seed].start - piece.core.start;
        begins.extend(of_seed.iter().map(|&at| (at.saturating_sub(offset), seed)));
    }
    begins.sort_unstable();
    crowded(&begins, seeds.len(), slack)
}

/// The places around which the most different seeds want to begin, the most crowded first.
fn crowded(begins: &[(usize, usize)], seeds: usize, slack: usize) -> Vec<usize> {
    let mut inside = vec![0_usize; seeds];
    let (mut different, mut end) = (0, 0);
    let mut crowds: Vec<(usize, usize)> = Vec::new();
    for (first, &(start, seed)) in begins.iter().enumerate() {
        while end < begins.len() && begins[end].0 <= start + slack {
            different += usize::from(inside[begins[end].1] == 0);
            inside[begins[end].1] += 1;
            end += 1;
        }
        crowds.push((different, begins[(first + end - 1) / 2].0));
        inside[seed] -= 1;
        different -= usize::from(inside[seed] == 0);
    }
    crowds.sort_by_key(|&(different, start)| (std::cmp::Reverse(different), start));
    let mut places: Vec<usize> = Vec::new();
    for (_, start) in crowds {
        if places.iter().all(|&place| place.abs_diff(start) > slack / 2) {
            places.push(start);
            if places.len() == PLACES {
                break;
            }
        }
    }
    places
}

/// The quotation beside the text around a place.
#[expect(clippy::too_many_arguments, reason = "the whole state of a search that has no other home")]
fn compare(
    text: &Folded,
    fold: &Fold,
    pieces: &[Piece],
    longest: usize,
    quote: &[Word],
    start: usize,
    slack: usize,
    context: &Context,
) -> Option<Candidate> {
    let piece = &pieces[longest];
    let mut sum = Sum::default();
    let window = start.saturating_sub(slack)..start + piece.core.len() + slack;
    let main = beside(fold, piece, quote, window, start, &mut sum)?;
    let mut parts = vec![main];
    for place in (0..longest).rev() {
        let end = parts.last()?.start;
        let most = pieces[place + 1].gap.most();
        match chain::before(text, fold, &pieces[place], end, most, context) {
            Some(range) => {
                sum.same(&pieces[place]);
                parts.push(range);
            }
            None => {
                let reach = end.saturating_sub(most + pieces[place].core.len() + slack)..end;
                parts.extend(search_beside(fold, &pieces[place], reach, end, &mut sum));
            }
        }
    }
    parts.reverse();
    for piece in &pieces[longest + 1..] {
        let begin = parts.last()?.end;
        let most = piece.gap.most();
        match chain::after(text, fold, piece, begin, most, context) {
            Some(range) => {
                sum.same(piece);
                parts.push(range);
            }
            None => {
                let reach = begin..begin + most + piece.core.len() + slack;
                parts.extend(search_beside(fold, piece, reach, begin, &mut sum));
            }
        }
    }
    let similarity = sum.similarity();
    sum.differences.sort_by_key(|difference| difference.quote.start);
    let is_enough = similarity >= LEAST && sum.same_words as f64 >= SAME_WORDS * sum.words as f64;
    is_enough.then_some(Candidate { parts, similarity, differences: sum.differences })
}

/// A shorter piece, anywhere in a part of the text; if it is not there, it is missing at `edge`.
fn search_beside(
    fold: &Fold,
    piece: &Piece,
    reach: Range<usize>,
    edge: usize,
    sum: &mut Sum,
) -> Option<Range<usize>> {
    let quote = words(&piece.fold.text, piece.core.clone());
    let mut own = Sum::default();
    let found = beside(fold, piece, &quote, reach.clone(), reach.start, &mut own);
    if let Some(range) = found
        && own.similarity() >= LEAST
    {
        sum.add(own);
        return Some(range);
    }
    let length: usize = quote.iter().map(|word| word.length).sum();
    let at = fold.map.source(edge..edge).start;
    sum.quoted += length;
    sum.cost += length;
    sum.words += quote.iter().filter(|word| word.is_word).count();
    sum.differences.push(Difference { passage: at..at, quote: piece.source(piece.core.clone()) });
    None
}

/// The words of a piece beside those of a window of the text.
fn beside(
    fold: &Fold,
    piece: &Piece,
    quote: &[Word],
    window: Range<usize>,
    start: usize,
    sum: &mut Sum,
) -> Option<Range<usize>> {
    let there = words(&fold.text, whole_words(&fold.text, window));
    let center = there.partition_point(|word| word.start < start);
    let half = center.max(there.len().saturating_sub(center + quote.len())).max(4);
    let steps = align((&piece.fold.text, quote), (&fold.text, &there), center, half)?;
    let first = steps.iter().find(|step| !step.text.is_empty())?.text.start;
    let last = steps.iter().rfind(|step| !step.text.is_empty())?.text.end;
    sum.count(fold, piece, quote, &there, &steps);
    Some(there[first].start..there[last - 1].end)
}

/// A range, grown to the ends of words and cut to the text.
fn whole_words(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (range.start.min(text.len()), range.end.min(text.len()));
    // Text without spaces is not worth going far for.
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

/// What was compared.
#[derive(Default)]
struct Sum {
    /// Characters of the quotation, of the passage, and those that differ.
    quoted: usize,
    there: usize,
    cost: usize,
    /// Words of the quotation, and those that are the same.
    words: usize,
    same_words: usize,
    differences: Vec<Difference>,
}

impl Sum {
    fn similarity(&self) -> f64 {
        1.0 - self.cost as f64 / self.quoted.max(self.there).max(1) as f64
    }

    fn same(&mut self, piece: &Piece) {
        let quote = words(&piece.fold.text, piece.core.clone());
        let length: usize = quote.iter().map(|word| word.length).sum();
        let count = quote.iter().filter(|word| word.is_word).count();
        self.quoted += length;
        self.there += length;
        self.words += count;
        self.same_words += count;
    }

    fn add(&mut self, other: Self) {
        self.quoted += other.quoted;
        self.there += other.there;
        self.cost += other.cost;
        self.words += other.words;
        self.same_words += other.same_words;
        self.differences.extend(other.differences);
    }

    fn count(&mut self, fold: &Fold, piece: &Piece, quote: &[Word], there: &[Word], steps: &[Step]) {
        let mut open: Option<Step> = None;
        for step in steps {
            let of_quote = &quote[step.quote.clone()];
            self.quoted += of_quote.iter().map(|word| word.length).sum::<usize>();
            self.there += there[step.text.clone()].iter().map(|word| word.length).sum::<usize>();
            self.cost += step.cost;
            let count = of_quote.iter().filter(|word| word.is_word).count();
            self.words += count;
            if step.cost == 0 {
                self.same_words += count;
                self.differences.extend(open.take().map(|step| difference(fold, piece, quote, there, &step)));
            } else if let Some(open) = &mut open {
                open.quote.end = step.quote.end;
                open.text.end = step.text.end;
            } else {
                open = Some(step.clone());
            }
        }
        self.differences.extend(open.map(|step| difference(fold, piece, quote, there, &step)));
    }
}

/// A step as places in the text and in the quotation.
fn difference(fold: &Fold, piece: &Piece, quote: &[Word], there: &[Word], step: &Step) -> Difference {
    let span = |words: &[Word], range: &Range<usize>, end: usize| match words.get(range.clone()) {
        Some([first, .., last]) => first.start..last.end,
        Some([only]) => only.range(),
        _ => {
            let at = words.get(range.start).map_or(end, |word| word.start);
            at..at
        }
    };
    let text_end = there.last().map_or(0, |word| word.end);
    Difference {
        passage: fold.map.source(span(there, &step.text, text_end)),
        quote: piece.source(span(quote, &step.quote, piece.core.end)),
    }
}
