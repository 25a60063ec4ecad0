//! The people that a text names: speakers of the dataset by their family names, and others beside a verb of speech.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::domain::{Dataset, SpeakerId};

use super::Mention;
use super::lexicon::{is_according, is_body, is_function_word, is_speech, is_stand_in, is_title};
use super::quotes::aside;
use super::words::{Word, Words};

/// Somebody who is named at some place.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// Where.
    pub(super) at: usize,
    /// The name, as the dataset has it or the text; empty for somebody unnamed, as `a former colonel`.
    pub(super) name: String,
    /// The speaker of the dataset.
    pub(super) speaker: Option<SpeakerId>,
    /// Whether it is a body and no person.
    pub(super) is_body: bool,
    /// Whether a verb of speech is near, or the dataset knows the speaker; others are only whom a pronoun may mean.
    pub(super) is_speaking: bool,
}

/// Everybody, in order of place.
pub(super) struct People {
    all: Vec<Person>,
    /// Which of them are no bodies.
    persons: Vec<usize>,
}

impl People {
    pub(super) fn of(
        words: &Words<'_>,
        dataset: &Dataset,
        spoken: &[Range<usize>],
        treaties: &[Mention],
    ) -> Self {
        let known = family_names(dataset);
        let places = places(dataset);
        let asides: Vec<Option<Range<usize>>> = spoken.iter().map(|range| aside(words, range)).collect();
        let mut all: Vec<Person> = Vec::new();
        // Full names met so far, by family name: later the family name alone stands for them.
        let mut met: HashMap<String, String> = HashMap::new();
        let mut next = 0;
        while next < words.all.len() {
            let word = &words.all[next];
            // Who is spoken of in a quotation does not speak it.
            let after = spoken.partition_point(|range| range.end <= word.range.start);
            if let Some(range) = spoken.get(after).filter(|range| range.contains(&word.range.start)) {
                // But `…, — he recalls. — …` stands in it and is not of it.
                let aside = asides[after].as_ref().filter(|aside| aside.end > word.range.start);
                let from = aside.map_or(range.end, |aside| aside.start);
                if from > word.range.start {
                    next = words.all.partition_point(|word| word.range.start < from).max(next + 1);
                    continue;
                }
            }
            let after = treaties.partition_point(|mention| mention.range.end <= word.range.start);
            if let Some(mention) = treaties.get(after).filter(|m| m.range.contains(&word.range.start)) {
                next = words.all.partition_point(|word| word.range.start < mention.range.end).max(next + 1);
                continue;
            }
            if let Some(id) = known_speaker(&known, word) {
                let speaker = dataset.speaker(id);
                all.push(Person {
                    at: word.range.start,
                    name: speaker.name.to_string(),
                    speaker: Some(id),
                    is_body: false,
                    is_speaking: true,
                });
                next += 1;
                continue;
            }
            let run = name_run(words, next);
            if run > 0 && words.all[next..next + run].iter().all(|word| places.contains(&word.form)) {
                next += run;
                continue;
            }
            if run > 0 && may_be_name(words, next, run) && is_beside_speech(words, next, run) {
                let last = &words.all[next + run - 1];
                let full = &words.text[word.range.start..last.range.end];
                let family = family_stem(&last.form);
                let name = if run > 1 {
                    met.insert(family, full.to_owned());
                    full.to_owned()
                } else {
                    met.get(&family).cloned().unwrap_or_else(|| full.to_owned())
                };
                all.push(Person {
                    at: word.range.start,
                    name,
                    speaker: None,
                    is_body: false,
                    is_speaking: true,
                });
            } else if run > 1 && !is_function_word(&word.form) {
                // Somebody with a first and a family name may speak later, and with a title stands there at once.
                let last = &words.all[next + run - 1];
                let full = words.text[word.range.start..last.range.end].to_owned();
                let titled = is_title(&word.form) || next > 0 && is_title(&words.all[next - 1].form);
                if titled || met.contains_key(&family_stem(&last.form)) {
                    all.push(Person {
                        at: word.range.start,
                        name: full.clone(),
                        speaker: None,
                        is_body: false,
                        is_speaking: false,
                    });
                }
                met.insert(family_stem(&last.form), full);
            } else if let Some(full) = (run == 1).then(|| met.get(&family_stem(&word.form))).flatten() {
                all.push(Person {
                    at: word.range.start,
                    name: full.clone(),
                    speaker: None,
                    is_body: false,
                    is_speaking: false,
                });
            } else if is_unnamed(words, next) {
                all.push(Person {
                    at: word.range.start,
                    name: String::new(),
                    speaker: None,
                    is_body: false,
                    is_speaking: false,
                });
            } else if is_body(word) && is_beside_speech(words, next, 1) {
                let name = words.text[word.range.clone()].to_owned();
                all.push(Person {
                    at: word.range.start,
                    name,
                    speaker: None,
                    is_body: true,
                    is_speaking: true,
                });
            }
            next += run.max(1);
        }
        let persons = (0..all.len()).filter(|&place| !all[place].is_body).collect();
        Self { all, persons }
    }

    /// Who is named in a range.
    pub(super) fn within(&self, range: &std::ops::Range<usize>) -> &[Person] {
        let first = self.all.partition_point(|person| person.at < range.start);
        let last = self.all.partition_point(|person| person.at < range.end);
        &self.all[first..last.max(first)]
    }

    /// Who was spoken of last before a place, no body; it may be somebody unnamed.
    pub(super) fn last_before(&self, at: usize) -> Option<&Person> {
        let before = self.persons.partition_point(|&place| self.all[place].at < at);
        before.checked_sub(1).map(|last| &self.all[self.persons[last]])
    }
}

/// Names that are no person's: the parties of the dataset, and the capitals that stand for them.
fn places(dataset: &Dataset) -> HashSet<String> {
    const CAPITALS: [&str; 14] = [
        "moscow",
        "washington",
        "beijing",
        "london",
        "paris",
        "brussels",
        "geneva",
        "vienna",
        "tehran",
        "moskva",
        "vashington",
        "moskvy",
        "vashingtona",
        "soviet",
    ];
    let names = dataset.parties().iter().flat_map(|party| [&party.name, &party.short]);
    let words = names.flat_map(|name| Words::of(name).all).map(|word| word.form);
    words.chain(CAPITALS.map(ToOwned::to_owned)).collect()
}

/// Family names of the dataset's speakers in small ASCII letters; a name of two speakers is nobody's.
fn family_names(dataset: &Dataset) -> HashMap<String, Option<SpeakerId>> {
    let mut known: HashMap<String, Option<SpeakerId>> = HashMap::new();
    for (place, speaker) in dataset.speakers().iter().enumerate() {
        let id = SpeakerId::new(place);
        for name in [&*speaker.name, &*speaker.native_name] {
            let words = Words::of(name);
            // A text or a body that speaks has no family name.
            if words.all.len() < 2 || words.all.len() > 3 || !words.all.iter().all(|word| word.is_capital) {
                continue;
            }
            let Some(family) = words.all.last().filter(|word| word.form.len() >= 4) else { continue };
            known
                .entry(family.form.clone())
                .and_modify(|other| *other = other.filter(|&o| o == id))
                .or_insert(Some(id));
        }
    }
    known
}

/// The speaker whose family name a word is, in any case of the Russian declension.
fn known_speaker(known: &HashMap<String, Option<SpeakerId>>, word: &Word) -> Option<SpeakerId> {
    if !word.is_capital {
        return None;
    }
    let form = &word.form;
    (0..=3).filter_map(|cut| form.get(..form.len().checked_sub(cut)?)).find_map(|stem| {
        // Endings are vowels and what follows them: `Рябкова`, `Рябковым`; not another name.
        let ending = &form[stem.len()..];
        let is_ending = matches!(
            ending,
            "" | "a" | "u" | "y" | "e" | "ym" | "om" | "em" | "s" | "oj" | "oy" | "ogo" | "omu"
        );
        known.get(stem).copied().flatten().filter(|_| is_ending)
    })
}

/// Whether somebody without a name begins here, whom a pronoun may mean: `a former colonel`.
fn is_unnamed(words: &Words<'_>, first: usize) -> bool {
    /// So many words stand before the noun at most.
    const BETWEEN: usize = 2;
    let article = &words.all[first];
    matches!(article.form.as_str(), "a" | "an")
        && article.is_latin
        && words.all[first + 1..]
            .iter()
            .take(BETWEEN + 1)
            .take_while(|word| word.sentence == article.sentence && !word.is_capital)
            .any(|word| is_title(&word.form) || is_stand_in(word))
}

/// Whether capitals are a name and not the beginning of a sentence: of a single word there only where a verb of speech
/// is beside it.
fn may_be_name(words: &Words<'_>, first: usize, len: usize) -> bool {
    let word = &words.all[first];
    let before = first.checked_sub(1).map(|place| &words.all[place]);
    let begins = before.is_none_or(|before| before.sentence != word.sentence);
    let is_beside = |place: Option<usize>| {
        place
            .and_then(|place| words.all.get(place))
            .is_some_and(|other| other.sentence == word.sentence && is_speech(&other.form))
    };
    if is_function_word(&word.form) {
        return false;
    }
    len > 1 || !begins || is_beside(Some(first + 1)) || is_beside(first.checked_sub(1))
}

/// How many words from here on may be a person's name: capitals side by side, with nothing but a space between.
fn name_run(words: &Words<'_>, first: usize) -> usize {
    let mut len = 0;
    while let Some(word) = words.all.get(first + len) {
        let joined = len == 0 || {
            let before = &words.all[first + len - 1];
            matches!(&words.text[before.range.end..word.range.start], " " | "-" | ". " | "’" | "'")
        };
        if len == 4 || !joined || !word.is_capital || word.is_acronym || is_speech(&word.form) {
            break;
        }
        len += 1;
    }
    len
}

/// Whether a verb of speech, or `according to`, stands near a name, in the same sentence.
fn is_beside_speech(words: &Words<'_>, first: usize, len: usize) -> bool {
    let sentence = words.all[first].sentence;
    let before = words.all[first.saturating_sub(6)..first].iter().filter(|word| word.sentence == sentence);
    let after = words.all[first + len..].iter().take(8).take_while(|word| word.sentence == sentence);
    let before: Vec<&Word> = before.collect();
    let according = before.windows(2).any(|pair| is_according(&pair[0].form, &pair[1].form));
    according
        || before.iter().rev().take(4).any(|word| is_speech(&word.form))
        || after.into_iter().any(|word| is_speech(&word.form))
}

fn family_stem(form: &str) -> String {
    form.chars().take(5).collect()
}
