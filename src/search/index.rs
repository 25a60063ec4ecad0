//! Finds treaties, events and statements by words: an inverted index over a finite-state vocabulary (`fst`).
//!
//! A typed word finds the words that begin with it; if there are none, those whose beginning is similar: one edit
//! away from four letters on, two from eight. Swapping two letters is one edit.

use std::collections::HashMap;
use std::sync::LazyLock;

use fst::automaton::Str;
use fst::{Automaton as _, IntoStreamer as _, Map, Streamer as _};
use levenshtein_automata::LevenshteinAutomatonBuilder;

use crate::domain::{Dataset, EventId, SourceId, StatementId, TreatyId};
use crate::text::search_forms;

use super::Item;
use super::item_text::texts_of;
use super::query::{Condition, Query, Term};
use super::record_check::RecordCheck;

/// The words of a dataset, and the items that contain each.
#[derive(Debug)]
pub struct SearchIndex {
    /// From each word to its index in `starts`.
    vocabulary: Map<Vec<u8>>,
    /// Where the postings of each word begin; one more than there are words.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    table: Table,
}

/// Builds the automaton of a word for one edit and for two. These tables take milliseconds to build, so they are
/// built with the first index: off the interface thread, but for bulk lanes at their first search; the automaton of a word
/// then takes a fraction of one.
static EDITS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|distance| LevenshteinAutomatonBuilder::new(distance, true)));

/// The occurrence of a word in an item.
#[derive(Clone, Copy, Debug)]
struct Posting {
    item: u32,
    /// Its weight: a word of the item's name counts more than one of its source.
    weight: u8,
}

/// All items in one sequence: treaties, events, statements, sources.
#[derive(Clone, Copy, Debug)]
struct Table {
    treaties: usize,
    events: usize,
    statements: usize,
    sources: usize,
}

impl Table {
    fn len(self) -> usize {
        self.treaties + self.events + self.statements + self.sources
    }

    fn item(self, index: usize) -> Item {
        if index < self.treaties {
            Item::Treaty(TreatyId::new(index))
        } else if index < self.treaties + self.events {
            Item::Event(EventId::new(index - self.treaties))
        } else if index < self.treaties + self.events + self.statements {
            Item::Statement(StatementId::new(index - self.treaties - self.events))
        } else {
            Item::Source(SourceId::new(index - self.treaties - self.events - self.statements))
        }
    }
}

/// How well a word of a text matches a typed one.
#[derive(Clone, Copy)]
enum Quality {
    Typo = 1,
    Prefix = 3,
    Whole = 4,
}

impl SearchIndex {
    /// Indexes every text of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        LazyLock::force(&EDITS);
        let table = Table {
            treaties: dataset.treaties().len(),
            events: dataset.events().len(),
            statements: dataset.statements().len(),
            sources: dataset.sources().len(),
        };
        let mut by_word: HashMap<String, Vec<Posting>> = HashMap::new();
        for index in 0..table.len() {
            for (text, weight) in texts_of(dataset, table.item(index)) {
                search_forms(text, |form| {
                    let postings = by_word.entry(form).or_default();
                    match postings.last_mut() {
                        Some(last) if last.item == index as u32 => last.weight = last.weight.max(weight),
                        _ => postings.push(Posting { item: index as u32, weight }),
                    }
                });
            }
        }
        let mut words: Vec<(String, Vec<Posting>)> = by_word.into_iter().collect();
        words.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut starts = vec![0];
        let mut postings = Vec::new();
        for (_, of_word) in &words {
            postings.extend_from_slice(of_word);
            starts.push(postings.len() as u32);
        }
        let numbered = words.iter().enumerate().map(|(index, (word, _))| (word, index as u64));
        // Sorted and unique, as the builder requires, so it cannot fail.
        let vocabulary = Map::from_iter(numbered).unwrap_or_default();
        Self { vocabulary, starts, postings, table }
    }

    /// The matches of a query, best first; among equals treaties first, then events and statements by date.
    pub fn find(&self, dataset: &Dataset, query: &Query) -> Vec<Item> {
        if query.is_empty() {
            return Vec::new();
        }
        // Starts at 1, so that items matched only by a field are kept.
        let mut scores = vec![1_u32; self.table.len()];
        // Words first: fields are then checked only in the items that are left.
        let is_words = |term: &&Term| matches!(term.condition, Condition::Words(_) | Condition::Phrase(_));
        let (words, fields): (Vec<&Term>, Vec<&Term>) = query.terms.iter().partition(is_words);
        let joined = self.joined_scores(&words);
        for (index, term) in words.into_iter().chain(fields).enumerate() {
            let mut term_scores = self.scores(dataset, &term.condition, &scores);
            for (_, joined) in joined.iter().filter(|(first, _)| (*first..*first + 2).contains(&index)) {
                raise(&mut term_scores, joined);
            }
            for (score, term_score) in std::iter::zip(&mut scores, term_scores) {
                *score = match (term.is_negated, term_score) {
                    (true, 0) => *score,
                    (false, 1..) if *score > 0 => *score + term_score,
                    _ => 0,
                };
            }
        }
        self.ranked(scores)
    }

    /// The items with most of a query's words, if none has all of them: for questions in natural language. Phrases,
    /// fields and negated terms must still hold.
    pub fn find_partial(&self, dataset: &Dataset, query: &Query) -> Vec<Item> {
        let is_word = |term: &&Term| !term.is_negated && matches!(term.condition, Condition::Words(_));
        let (words, required): (Vec<&Term>, Vec<&Term>) = query.terms.iter().partition(is_word);
        if words.len() < 2 {
            return Vec::new();
        }
        let mut candidates = vec![1_u32; self.table.len()];
        for term in required {
            let term_scores = self.scores(dataset, &term.condition, &candidates);
            for (candidate, term_score) in std::iter::zip(&mut candidates, term_scores) {
                *candidate *= u32::from((term_score > 0) != term.is_negated);
            }
        }
        let mut scores = vec![0_u32; self.table.len()];
        let mut counts = vec![0_usize; self.table.len()];
        for term in &words {
            let term_scores = self.scores(dataset, &term.condition, &candidates);
            for (index, term_score) in term_scores.into_iter().enumerate() {
                scores[index] += term_score;
                counts[index] += usize::from(term_score > 0);
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        // More than half of the words, and at most one fewer than the best item has.
        let enough = most.saturating_sub(usize::from(most > 2)).max(words.len() / 2 + 1);
        for (score, count) in std::iter::zip(&mut scores, counts) {
            *score *= u32::from(count >= enough);
        }
        self.ranked(scores)
    }

    /// The items with a score, best first.
    fn ranked(&self, scores: Vec<u32>) -> Vec<Item> {
        let mut found: Vec<(u32, usize)> = scores
            .into_iter()
            .enumerate()
            .filter_map(|(index, score)| (score > 0).then_some((score, index)))
            .collect();
        // No two are equal, so the unstable sort will do.
        found.sort_unstable_by_key(|&(score, index)| (std::cmp::Reverse(score), index));
        found.into_iter().map(|(_, index)| self.table.item(index)).collect()
    }

    /// How well each item meets one condition, 0 for not at all. Only items with a score in `so_far` are checked
    /// themselves.
    fn scores(&self, dataset: &Dataset, condition: &Condition, so_far: &[u32]) -> Vec<u32> {
        let mut scores = match condition {
            Condition::Words(words) | Condition::Phrase(words) => {
                let mut all: Option<Vec<u32>> = None;
                for (index, word) in words.iter().enumerate() {
                    let is_prefix = matches!(condition, Condition::Words(_)) && index + 1 == words.len();
                    let of_word = self.score_word(word, is_prefix);
                    all = Some(match all {
                        None => of_word,
                        Some(all) => std::iter::zip(all, of_word)
                            .map(|(a, b)| if a > 0 && b > 0 { a + b } else { 0 })
                            .collect(),
                    });
                }
                all.unwrap_or_else(|| vec![0; self.table.len()])
            }
            _ => vec![1; self.table.len()],
        };
        let check = RecordCheck::of(dataset, condition);
        for (index, score) in scores.iter_mut().enumerate() {
            if *score > 0 && (so_far[index] == 0 || !check.holds(dataset, self.table.item(index))) {
                *score = 0;
            }
        }
        if let Condition::Words(words) = condition
            && words.len() > 1
            && let Some(joined) = self.score_as_one_word(words)
        {
            raise(&mut scores, &joined);
        }
        scores
    }

    /// The scores of each two adjacent words as one word, with the index of the first: `anti ballistic` also finds
    /// `antiballistic`.
    fn joined_scores(&self, terms: &[&Term]) -> Vec<(usize, Vec<u32>)> {
        let pairs = terms.windows(2).enumerate();
        pairs
            .filter_map(|(index, pair)| {
                let [one, two] = pair else { return None };
                Some((index, self.score_as_one_word(&[lone_word(one)?, lone_word(two)?])?))
            })
            .collect()
    }

    /// The scores of several words joined into one; `None` if no text has it.
    fn score_as_one_word(&self, words: &[String]) -> Option<Vec<u32>> {
        let word = words.concat();
        let is_known = self.vocabulary.search(Str::new(&word).starts_with()).into_stream().next().is_some();
        is_known.then(|| self.score_word(&word, true))
    }

    /// How well each item has a word, or a word that begins with it.
    fn score_word(&self, word: &str, is_prefix: bool) -> Vec<u32> {
        let mut scores = vec![0; self.table.len()];
        let mut add = |number: u64, quality: Quality| {
            let number = number as usize;
            for posting in &self.postings[self.starts[number] as usize..self.starts[number + 1] as usize] {
                let score = &mut scores[posting.item as usize];
                *score = (*score).max(u32::from(posting.weight) * quality as u32);
            }
        };
        let mut is_known = false;
        if is_prefix {
            let mut words = self.vocabulary.search(Str::new(word).starts_with()).into_stream();
            while let Some((found, number)) = words.next() {
                is_known = true;
                add(number, if found.len() == word.len() { Quality::Whole } else { Quality::Prefix });
            }
        } else if let Some(number) = self.vocabulary.get(word) {
            add(number, Quality::Whole);
        }
        let edits = match word.len() {
            4..8 => &EDITS[0],
            8..64 => &EDITS[1],
            _ => return scores,
        };
        if !is_known && is_prefix {
            // Not the builder's own prefix automaton: it can lose a match while a better one is still possible.
            let mut words = self.vocabulary.search(edits.build_dfa(word).starts_with()).into_stream();
            while let Some((_, number)) = words.next() {
                add(number, Quality::Typo);
            }
        }
        scores
    }
}

/// Raises each score to the other one, if that is higher.
fn raise(scores: &mut [u32], other: &[u32]) {
    for (score, &other) in std::iter::zip(scores, other) {
        *score = (*score).max(other);
    }
}

/// The word of a condition that is one word.
fn lone_word(term: &Term) -> Option<String> {
    match &term.condition {
        Condition::Words(words) if words.len() == 1 && !term.is_negated => words.first().cloned(),
        _ => None,
    }
}
