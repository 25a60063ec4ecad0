//! Finds treaties, events and statements by words: an inverted index over a finite-state vocabulary (`fst`).
//!
//! A word that is typed finds the words that begin with it; one that nothing begins with finds the words whose beginning
//! is almost it: one edit away from four letters on, two from eight. Two letters in each other's place are one edit.

use std::collections::HashMap;
use std::sync::LazyLock;

use fst::automaton::Str;
use fst::{Automaton as _, IntoStreamer as _, Map, Streamer as _};
use levenshtein_automata::LevenshteinAutomatonBuilder;

use crate::domain::{Dataset, EventId, SourceId, StatementId, TreatyId};
use crate::text::search_forms;

use super::Item;
use super::condition::Condition;
use super::item_text::texts_of;
use super::query::{Query, Term, What};

/// The words of a dataset, and where each stands.
#[derive(Debug)]
pub struct SearchIndex {
    /// From each word to its place among `starts`.
    vocabulary: Map<Vec<u8>>,
    /// Where the postings of each word begin; one more than there are words.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    table: Table,
}

/// Makes the automaton of a word for one edit and for two. These tables take milliseconds to make, so they are made with
/// the first index, off the interface thread; the automaton of a word then takes a fraction of one.
static EDITS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|distance| LevenshteinAutomatonBuilder::new(distance, true)));

/// A word stands in an item.
#[derive(Clone, Copy, Debug)]
struct Posting {
    item: u32,
    /// How much it says of the item: a word of its name more than one of its source.
    weight: u8,
}

/// All items in one row: treaties, events, statements, sources.
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

    fn item(self, place: usize) -> Item {
        if place < self.treaties {
            Item::Treaty(TreatyId::new(place))
        } else if place < self.treaties + self.events {
            Item::Event(EventId::new(place - self.treaties))
        } else if place < self.treaties + self.events + self.statements {
            Item::Statement(StatementId::new(place - self.treaties - self.events))
        } else {
            Item::Source(SourceId::new(place - self.treaties - self.events - self.statements))
        }
    }
}

/// How well a word that stands there is what was typed.
#[derive(Clone, Copy)]
enum Quality {
    Typo = 1,
    Prefix = 3,
    Whole = 4,
}

impl SearchIndex {
    /// Reads every text of a dataset once.
    pub fn new(dataset: &Dataset) -> Self {
        LazyLock::force(&EDITS);
        let table = Table {
            treaties: dataset.treaties().len(),
            events: dataset.events().len(),
            statements: dataset.statements().len(),
            sources: dataset.sources().len(),
        };
        let mut by_word: HashMap<String, Vec<Posting>> = HashMap::new();
        for place in 0..table.len() {
            for (text, weight) in texts_of(dataset, table.item(place)) {
                search_forms(text, |form| {
                    let postings = by_word.entry(form).or_default();
                    match postings.last_mut() {
                        Some(last) if last.item == place as u32 => last.weight = last.weight.max(weight),
                        _ => postings.push(Posting { item: place as u32, weight }),
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
        let numbered = words.iter().enumerate().map(|(place, (word, _))| (word, place as u64));
        // Sorted and without repetition, as the builder asks for: it has nothing left to refuse.
        let vocabulary = Map::from_iter(numbered).unwrap_or_default();
        Self { vocabulary, starts, postings, table }
    }

    /// What a query finds, the best first; of equals treaties first, then events and statements by date.
    pub fn find(&self, dataset: &Dataset, query: &Query) -> Vec<Item> {
        if query.is_empty() {
            return Vec::new();
        }
        // One more than what is reached, so that an item that only fields speak of is found as well.
        let mut scores = vec![1_u32; self.table.len()];
        // Words first: what they leave is all that fields are asked of.
        let is_words = |term: &&Term| matches!(term.what, What::Words(_) | What::Phrase(_));
        let (words, fields): (Vec<&Term>, Vec<&Term>) = query.terms.iter().partition(is_words);
        let joined = self.reached_joined(&words);
        for (place, term) in words.into_iter().chain(fields).enumerate() {
            let mut reached = self.reached(dataset, &term.what, &scores);
            for (_, joined) in joined.iter().filter(|(first, _)| (*first..*first + 2).contains(&place)) {
                raise(&mut reached, joined);
            }
            for (score, reached) in std::iter::zip(&mut scores, reached) {
                *score = match (term.is_negated, reached) {
                    (true, 0) => *score,
                    (false, reached) if reached > 0 && *score > 0 => *score + reached,
                    _ => 0,
                };
            }
        }
        self.ranked(scores)
    }

    /// What has most of a query's words, where nothing has all of them: for questions as people ask them. Phrases,
    /// fields and what must not be there hold all the same.
    pub fn find_most(&self, dataset: &Dataset, query: &Query) -> Vec<Item> {
        let is_word = |term: &&Term| !term.is_negated && matches!(term.what, What::Words(_));
        let (words, musts): (Vec<&Term>, Vec<&Term>) = query.terms.iter().partition(is_word);
        if words.len() < 2 {
            return Vec::new();
        }
        let mut may_be = vec![1_u32; self.table.len()];
        for term in musts {
            let reached = self.reached(dataset, &term.what, &may_be);
            for (may_be, reached) in std::iter::zip(&mut may_be, reached) {
                *may_be *= u32::from((reached > 0) != term.is_negated);
            }
        }
        let mut scores = vec![0_u32; self.table.len()];
        let mut counts = vec![0_usize; self.table.len()];
        for term in &words {
            let reached = self.reached(dataset, &term.what, &may_be);
            for (place, reached) in reached.into_iter().enumerate() {
                scores[place] += reached;
                counts[place] += usize::from(reached > 0);
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        // More than half of them; and of many words one may be said otherwise.
        let enough = most.saturating_sub(usize::from(most > 2)).max(words.len() / 2 + 1);
        for (score, count) in std::iter::zip(&mut scores, counts) {
            *score *= u32::from(count >= enough);
        }
        self.ranked(scores)
    }

    /// The items with a score, the best first.
    fn ranked(&self, scores: Vec<u32>) -> Vec<Item> {
        let mut found: Vec<(u32, usize)> = scores
            .into_iter()
            .enumerate()
            .filter_map(|(place, score)| (score > 0).then_some((score, place)))
            .collect();
        // No two are equal, so the faster way does.
        found.sort_unstable_by_key(|&(score, place)| (std::cmp::Reverse(score), place));
        found.into_iter().map(|(_, place)| self.table.item(place)).collect()
    }

    /// How well each item answers one condition; 0 for not at all. Only items with a score are looked at closely.
    fn reached(&self, dataset: &Dataset, what: &What, scores: &[u32]) -> Vec<u32> {
        let mut reached = match what {
            What::Words(words) | What::Phrase(words) => {
                let mut all: Option<Vec<u32>> = None;
                for (place, word) in words.iter().enumerate() {
                    let may_go_on = matches!(what, What::Words(_)) && place + 1 == words.len();
                    let of_word = self.reached_by_word(word, may_go_on);
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
        let holds = Condition::of(dataset, what);
        for (place, reached) in reached.iter_mut().enumerate() {
            if *reached > 0 && (scores[place] == 0 || !holds.of_item(dataset, self.table.item(place))) {
                *reached = 0;
            }
        }
        if let What::Words(words) = what
            && words.len() > 1
            && let Some(joined) = self.reached_as_one(words)
        {
            raise(&mut reached, &joined);
        }
        reached
    }

    /// What two words that follow each other in a query reach as one word, each pair with its first: who types
    /// `anti ballistic` means `antiballistic` as well.
    fn reached_joined(&self, terms: &[&Term]) -> Vec<(usize, Vec<u32>)> {
        let pairs = terms.windows(2).enumerate();
        pairs
            .filter_map(|(place, pair)| {
                let [one, two] = pair else { return None };
                Some((place, self.reached_as_one(&[lone_word(one)?, lone_word(two)?])?))
            })
            .collect()
    }

    /// What several words reach that are written as one; `None` where no text has them so.
    fn reached_as_one(&self, words: &[String]) -> Option<Vec<u32>> {
        let word = words.concat();
        let is_known = self.vocabulary.search(Str::new(&word).starts_with()).into_stream().next().is_some();
        is_known.then(|| self.reached_by_word(&word, true))
    }

    fn reached_by_word(&self, word: &str, may_go_on: bool) -> Vec<u32> {
        let mut reached = vec![0; self.table.len()];
        let mut take = |number: u64, quality: Quality| {
            let number = number as usize;
            for posting in &self.postings[self.starts[number] as usize..self.starts[number + 1] as usize] {
                let best = &mut reached[posting.item as usize];
                *best = (*best).max(u32::from(posting.weight) * quality as u32);
            }
        };
        let mut is_known = false;
        if may_go_on {
            let mut words = self.vocabulary.search(Str::new(word).starts_with()).into_stream();
            while let Some((found, number)) = words.next() {
                is_known = true;
                take(number, if found.len() == word.len() { Quality::Whole } else { Quality::Prefix });
            }
        } else if let Some(number) = self.vocabulary.get(word) {
            take(number, Quality::Whole);
        }
        let edits = match word.len() {
            4..8 => &EDITS[0],
            8..64 => &EDITS[1],
            _ => return reached,
        };
        if !is_known && may_go_on {
            // Not the builder's own prefix automaton: it can lose a match while a better one is still possible.
            let mut words = self.vocabulary.search(edits.build_dfa(word).starts_with()).into_stream();
            while let Some((_, number)) = words.next() {
                take(number, Quality::Typo);
            }
        }
        reached
    }
}

/// What is reached the one way or the other.
fn raise(reached: &mut [u32], other: &[u32]) {
    for (reached, &other) in std::iter::zip(reached, other) {
        *reached = (*reached).max(other);
    }
}

/// The word of a condition that is one word.
fn lone_word(term: &Term) -> Option<String> {
    match &term.what {
        What::Words(words) if words.len() == 1 && !term.is_negated => words.first().cloned(),
        _ => None,
    }
}
