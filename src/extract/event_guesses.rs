//! Which event of a treaty a passage is about, judged by nearby words for events, dates and parties.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::{Dataset, EventId, EventKind, Moment, Precision, TreatyId};

use super::words::{Word, Words};
use super::{DateMention, EventGuess, WrittenDate};

/// Maximum number of guesses for a passage.
const MAX_GUESSES: usize = 3;
/// Only the latest events of one type and the first words, treaties and dates near a passage are considered, so its
/// cost depends on neither the dataset nor the rest of the text.
const MAX_OF_A_TYPE: usize = 32;
const MAX_WORDS: usize = 16;
const MAX_TREATIES: usize = 4;
const MAX_DATES: usize = 16;

/// What a word for an event may mean, the likeliest first.
struct Clue {
    /// The stem of the word, in lower-case ASCII letters.
    stem: &'static str,
    /// The stem of a word shortly before it; empty if none is needed.
    after: &'static str,
    kinds: &'static [EventKind],
}

const fn clue(stem: &'static str, kinds: &'static [EventKind]) -> Clue {
    Clue { stem, after: "", kinds }
}

use EventKind::{
    Adopted, BreachAlleged, EnteredIntoForce, Expired, Extended, ExtensionAgreed, RatificationRevoked,
    Ratified, ReviewConference, Signed, Superseded, Suspended, SuspensionAnnounced, SuspensionLifted,
    Terminated, Test, WithdrawalAnnounced, WithdrawalEffective, WithdrawalNotified,
};

const EXTENSION: &[EventKind] = &[Extended, ExtensionAgreed];
const LEAVING: &[EventKind] = &[WithdrawalEffective, WithdrawalNotified, WithdrawalAnnounced];
const NOTICE: &[EventKind] = &[WithdrawalNotified];
const SUSPENSION: &[EventKind] = &[Suspended, SuspensionAnnounced];
const END: &[EventKind] = &[Terminated, Expired, Superseded];
const SIGNATURE: &[EventKind] = &[Signed, Adopted];

/// The words for events, English and Russian. `left` and `force` alone too often mean something else.
const CLUES: &[Clue] = &[
    clue("extend", EXTENSION),
    clue("extension", EXTENSION),
    clue("prolong", EXTENSION),
    clue("prodlen", EXTENSION),
    clue("prodli", EXTENSION),
    clue("prodlev", EXTENSION),
    clue("withdr", LEAVING),
    clue("leave", LEAVING),
    clue("leaving", LEAVING),
    clue("exit", LEAVING),
    clue("vykhod", LEAVING),
    clue("vyhod", LEAVING),
    clue("vyshl", LEAVING),
    clue("vyyti", LEAVING),
    clue("vyiti", LEAVING),
    // To notice is not to give notice.
    Clue { stem: "notice", after: "g", kinds: NOTICE },
    Clue { stem: "notice", after: "withdr", kinds: NOTICE },
    Clue { stem: "notice", after: "written", kinds: NOTICE },
    clue("uvedom", NOTICE),
    clue("suspen", SUSPENSION),
    clue("priostan", SUSPENSION),
    clue("lifted", &[SuspensionLifted]),
    clue("signed", SIGNATURE),
    clue("signing", SIGNATURE),
    clue("signature", SIGNATURE),
    clue("podpis", SIGNATURE),
    clue("ratif", &[Ratified]),
    clue("revok", &[RatificationRevoked]),
    clue("revocation", &[RatificationRevoked]),
    clue("otzyv", &[RatificationRevoked]),
    clue("terminat", END),
    clue("expir", END),
    clue("collaps", END),
    clue("prekrashch", END),
    clue("istek", END),
    clue("istech", END),
    clue("violat", &[BreachAlleged]),
    clue("breach", &[BreachAlleged]),
    clue("narush", &[BreachAlleged]),
    clue("review", &[ReviewConference]),
    clue("tested", &[Test]),
    Clue { stem: "force", after: "ent", kinds: &[EnteredIntoForce] },
    Clue { stem: "sil", after: "vstup", kinds: &[EnteredIntoForce] },
];

/// Other words for states than their names in the file, by their ids there.
const STATES: &[(&str, &[&str])] = &[
    ("USA", &["states", "washington", "america", "us", "s", "ssha", "vashington", "amerikan"]),
    ("RUS", &["russia", "russian", "moscow", "rossi", "moskva", "moskv"]),
    ("SUN", &["soviet", "moscow", "sovetsk", "sssr"]),
    ("GBR", &["britain", "british", "london", "britan"]),
    ("FRA", &["france", "french", "paris", "frantsi", "franci"]),
    ("CHN", &["china", "chinese", "beijing", "kitay", "kitai"]),
    ("PRK", &["north", "pyongyang", "kndr", "dprk"]),
];

/// The events of the treaties that a text names, by type.
pub(super) struct Events<'a> {
    dataset: &'a Dataset,
    of: BTreeMap<(TreatyId, EventKind), Vec<EventId>>,
    /// Every word for an event, in order of offset, with its clue.
    said: Vec<(Range<usize>, &'static Clue)>,
}

impl<'a> Events<'a> {
    /// Collects the events of those treaties and the words for events, once for a text.
    pub(super) fn of(dataset: &'a Dataset, treaties: &BTreeSet<TreatyId>, words: &Words<'_>) -> Self {
        let mut of: BTreeMap<(TreatyId, EventKind), Vec<EventId>> = BTreeMap::new();
        for &treaty in treaties {
            for &id in dataset.events_of(treaty) {
                of.entry((treaty, dataset.event(id).kind)).or_default().push(id);
            }
        }
        let clues = words.all.iter().enumerate().flat_map(|(index, word)| {
            let said = CLUES.iter().filter(move |clue| clue.is_said(&words.all, index));
            said.map(|clue| (word.range.clone(), clue))
        });
        Self { dataset, of, said: clues.collect() }
    }

    /// The events that a passage about these treaties seems to be about, the likeliest first. The nearest words for
    /// an event count: those of the passage before those of its sentence, its paragraph, the paragraph before.
    pub(super) fn around(
        &self,
        words: &Words<'_>,
        dates: &[DateMention],
        contexts: &[Range<usize>],
        about: &[TreatyId],
    ) -> Vec<EventGuess> {
        for context in contexts {
            let first = dates.partition_point(|mention| mention.range.end <= context.start);
            let last = dates.partition_point(|mention| mention.range.start < context.end);
            let dates = &dates[first..last.max(first).min(first + MAX_DATES)];
            let first = self.said.partition_point(|(word, _)| word.start < context.start);
            let last = self.said.partition_point(|(word, _)| word.start < context.end);
            let said = &self.said[first..last.max(first).min(first + MAX_WORDS)];
            if said.is_empty() || about.is_empty() {
                continue;
            }
            let inside = words.within(context).iter().filter(|word| word.is_capital);
            let capitals: BTreeSet<&str> = inside.map(|word| word.form.as_str()).collect();
            let mut guesses = Vec::new();
            for (word, clue) in said {
                for &treaty in about.iter().take(MAX_TREATIES) {
                    guesses.extend(self.of_clue(clue, treaty).map(|(event, sure)| {
                        let (weight, date) = self.weight(event, &capitals, dates);
                        (sure + weight, EventGuess { event, word: word.clone(), date })
                    }));
                }
            }
            if !guesses.is_empty() {
                return best(guesses);
            }
        }
        Vec::new()
    }

    /// The events of a treaty that a clue may mean, each with its weight.
    fn of_clue(&self, clue: &Clue, treaty: TreatyId) -> impl Iterator<Item = (EventId, u32)> {
        let kinds = clue.kinds;
        kinds.iter().enumerate().flat_map(move |(order, kind)| {
            let sure = match kinds {
                // What is revoked comes with the word: `revoked its ratification`.
                [RatificationRevoked] => 5,
                // A word with one meaning is stronger evidence than one with several.
                [_] => 4,
                _ => 3_u32.saturating_sub(order as u32),
            };
            let events = self.of.get(&(treaty, *kind)).map_or(&[][..], Vec::as_slice);
            events[events.len().saturating_sub(MAX_OF_A_TYPE)..].iter().map(move |&event| (event, sure))
        })
    }

    /// The weight of other evidence for an event among these words: one of its own dates, its party.
    fn weight(
        &self,
        event: EventId,
        capitals: &BTreeSet<&str>,
        dates: &[DateMention],
    ) -> (u32, Option<Range<usize>>) {
        let record = self.dataset.event(event);
        let agreed = dates.iter().map(|mention| (agreement(mention, record.at()), mention));
        let date = agreed.max_by_key(|(weight, _)| *weight).filter(|(weight, _)| *weight > 0);
        let actor = record.party.map(|party| self.dataset.party(party));
        let is_actor_named = actor.is_some_and(|party| is_named(&party.key, &party.name, capitals));
        let weight = date.map_or(0, |(weight, _)| weight * 10) + if is_actor_named { 3 } else { 0 };
        (weight, date.map(|(_, mention)| mention.range.clone()))
    }
}

impl Clue {
    fn is_said(&self, words: &[Word], index: usize) -> bool {
        let before = &words[index.saturating_sub(3)..index];
        words[index].form.starts_with(self.stem)
            && (self.after.is_empty() || before.iter().any(|word| word.form.starts_with(self.after)))
    }
}

/// How well a written date agrees with that of an event: by day, month or year.
fn agreement(mention: &DateMention, at: Moment) -> u32 {
    let WrittenDate::Date(date) = &mention.when else { return 0 };
    if at < date.earliest() || at >= date.end() {
        return 0;
    }
    match date.precision() {
        Precision::Time | Precision::Day => 3,
        Precision::Month => 2,
        Precision::Year => 1,
        _ => 0,
    }
}

/// Whether a state is named among capitalised words: by its name in the file, or in another usual way.
fn is_named(key: &str, name: &str, capitals: &BTreeSet<&str>) -> bool {
    let known = STATES.iter().find(|(state, _)| *state == key).map_or(&[][..], |(_, forms)| *forms);
    // Longer forms are stems: if any word begins with one, the first word not sorted before it does.
    let begins = |form: &str| capitals.range(form..).next().is_some_and(|word| word.starts_with(form));
    let is_said = |form: &&str| if form.len() > 4 { begins(form) } else { capitals.contains(form) };
    let name = name.to_lowercase();
    // More than one state is united.
    let mut of_name = name.split_whitespace().filter(|word| word.len() > 4 && *word != "united");
    known.iter().any(is_said) || of_name.any(|word| capitals.contains(word))
}

/// The guesses with the most weight, each event once.
fn best(mut guesses: Vec<(u32, EventGuess)>) -> Vec<EventGuess> {
    guesses.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut best: Vec<EventGuess> = Vec::new();
    for (_, guess) in guesses {
        if best.len() == MAX_GUESSES {
            break;
        }
        if best.iter().all(|other| other.event != guess.event) {
            best.push(guess);
        }
    }
    best
}
