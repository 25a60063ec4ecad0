//! Which step of a treaty a passage speaks of: by the words for steps around it, the dates beside them, who took it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::{Dataset, EventId, EventKind, Moment, Precision, TreatyId};

use super::words::{Word, Words};
use super::{DateMention, StepGuess, WrittenDate};

/// No more guesses than this for a passage.
const MAX_GUESSES: usize = 3;
/// Of very many steps of one type only the latest are looked at; of words, treaties and dates around a passage the first. So a
/// passage costs no more than its surroundings, whatever the dataset and the text.
const MAX_OF_A_TYPE: usize = 32;
const MAX_WORDS: usize = 16;
const MAX_TREATIES: usize = 4;
const MAX_DATES: usize = 16;

/// What a word for a step may mean, the likeliest first.
struct Clue {
    /// What the word begins with, in small ASCII letters.
    stem: &'static str,
    /// What a word shortly before it begins with; empty where it needs none.
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

/// The words for steps, English and Russian. `left` and `force` alone mean other things too often.
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

/// How states are spoken of beside their names in the file, by their ids there.
const STATES: &[(&str, &[&str])] = &[
    ("USA", &["states", "washington", "america", "us", "s", "ssha", "vashington", "amerikan"]),
    ("RUS", &["russia", "russian", "moscow", "rossi", "moskva", "moskv"]),
    ("SUN", &["soviet", "moscow", "sovetsk", "sssr"]),
    ("GBR", &["britain", "british", "london", "britan"]),
    ("FRA", &["france", "french", "paris", "frantsi", "franci"]),
    ("CHN", &["china", "chinese", "beijing", "kitay", "kitai"]),
    ("PRK", &["north", "pyongyang", "kndr", "dprk"]),
];

/// The steps of the treaties that a text names, by type.
pub(super) struct Steps<'a> {
    dataset: &'a Dataset,
    of: BTreeMap<(TreatyId, EventKind), Vec<EventId>>,
    /// Every word for a step, in order of offset, with its clue.
    said: Vec<(Range<usize>, &'static Clue)>,
}

impl<'a> Steps<'a> {
    /// The steps of those treaties and the words for steps, once for a text.
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

    /// The steps that a passage about these treaties seems to be about, the likeliest first. The nearest words for a
    /// step count: those of the passage before those of its sentence, its paragraph, the paragraph before.
    pub(super) fn around(
        &self,
        words: &Words<'_>,
        dates: &[DateMention],
        contexts: &[Range<usize>],
        about: &[TreatyId],
    ) -> Vec<StepGuess> {
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
                        (sure + weight, StepGuess { event, word: word.clone(), date })
                    }));
                }
            }
            if !guesses.is_empty() {
                return best(guesses);
            }
        }
        Vec::new()
    }

    /// The steps of a treaty that a clue may mean, and how surely it means each.
    fn of_clue(&self, clue: &Clue, treaty: TreatyId) -> impl Iterator<Item = (EventId, u32)> {
        let kinds = clue.kinds;
        kinds.iter().enumerate().flat_map(move |(order, kind)| {
            let sure = match kinds {
                // What is revoked is named beside it: `revoked its ratification`.
                [RatificationRevoked] => 5,
                // A word that means one type of step says more than one that may mean several.
                [_] => 4,
                _ => 3_u32.saturating_sub(order as u32),
            };
            let steps = self.of.get(&(treaty, *kind)).map_or(&[][..], Vec::as_slice);
            steps[steps.len().saturating_sub(MAX_OF_A_TYPE)..].iter().map(move |&event| (event, sure))
        })
    }

    /// What else speaks for a step among these words: a date that is its own, the party that took it.
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

/// How well a date that is written agrees with when a step was: by day, month or year.
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

/// Whether a state is named among words with capitals: by its name in the file, or as people speak of it.
fn is_named(key: &str, name: &str, capitals: &BTreeSet<&str>) -> bool {
    let known = STATES.iter().find(|(state, _)| *state == key).map_or(&[][..], |(_, forms)| *forms);
    // Longer forms are stems: the first word that does not come before one begins with it, if any does.
    let begins = |form: &str| capitals.range(form..).next().is_some_and(|word| word.starts_with(form));
    let is_said = |form: &&str| if form.len() > 4 { begins(form) } else { capitals.contains(form) };
    let name = name.to_lowercase();
    // Two kingdoms and states are united.
    let mut of_name = name.split_whitespace().filter(|word| word.len() > 4 && *word != "united");
    known.iter().any(is_said) || of_name.any(|word| capitals.contains(word))
}

/// The guesses of the most weight, each step once.
fn best(mut guesses: Vec<(u32, StepGuess)>) -> Vec<StepGuess> {
    guesses.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut best: Vec<StepGuess> = Vec::new();
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
