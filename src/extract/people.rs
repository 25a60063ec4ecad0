//! The people named in a text: the dataset's speakers by family name, and others next to a verb of speech.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::domain::{Dataset, SpeakerId};

use super::bodies;
use super::body_words::{is_body, is_representative};
use super::lexicon::{is_according, is_function_word, is_speech, is_stand_in, is_title};
use super::name_run::{capitals_around, full_name, name_run};
use super::offices;
use super::passage::Passage;
use super::quotes::parts;
use super::words::{Word, Words};
use super::{Attribution, Mention};

/// A person or body named at an offset.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// Where.
    pub(super) at: usize,
    /// The name as the dataset or the text has it; empty for somebody unnamed, such as `a former colonel`.
    pub(super) name: String,
    /// The speaker of the dataset, if known.
    pub(super) speaker: Option<SpeakerId>,
    /// Whether it is a body, or an unnamed representative of one, rather than a person.
    pub(super) is_body: bool,
    /// Whether it is a body that is the subject of a verb of speech.
    pub(super) is_subject: bool,
    /// Whether a verb of speech is near, or the dataset knows the speaker; others can only be meant by a pronoun.
    pub(super) is_speaking: bool,
}

/// Everybody, in order of offset.
pub(super) struct People<'a> {
    dataset: &'a Dataset,
    all: Vec<Person>,
    /// Indices of those that are not bodies.
    persons: Vec<usize>,
    /// Family names of the dataset's speakers.
    known: HashMap<String, Option<SpeakerId>>,
    /// Full names in the text, by the stem of the family name.
    full: HashMap<String, String>,
    /// Capitalised words in the sentences in which persons were named in full.
    met: HashSet<String>,
}

/// Words that may name somebody: the index of the first, and their number.
type Runs = Vec<(usize, usize)>;

impl<'a> People<'a> {
    pub(super) fn of(
        words: &Words<'_>,
        dataset: &'a Dataset,
        spoken: &[Passage],
        treaties: &[Mention],
    ) -> Self {
        let known = family_names(dataset);
        let runs = runs(words, &places(dataset), spoken, treaties);
        // A speaker known by family name is the same person where the full name is given.
        let speaking: HashSet<String> = runs
            .iter()
            .filter(|&&(first, len)| is_speaking(words, first, len) && !bodies::is_owner(words, first, len))
            .map(|&(first, len)| family_stem(&words.all[first + len - 1].form))
            .collect();
        let (full, met) = (HashMap::new(), HashSet::new());
        let mut people = Self { dataset, all: Vec::new(), persons: Vec::new(), known, full, met };
        for (first, len) in runs {
            if let Some(person) = people.person(words, (first, len), &speaking) {
                if len > 1 && !person.is_body {
                    people.met.extend(capitals_around(words, first, len));
                }
                people.all.push(person);
            }
        }
        people.persons = (0..people.all.len()).filter(|&index| !people.all[index].is_body).collect();
        people
    }

    /// The person whom some words name, if any.
    fn person(
        &mut self,
        words: &Words<'_>,
        (first, len): (usize, usize),
        speaking: &HashSet<String>,
    ) -> Option<Person> {
        let is_speaking = is_speaking(words, first, len);
        // The place of the office is not part of the name.
        let place_len = offices::office_place_len(words, first, len);
        let (first, len) = (first + place_len, len - place_len);
        let is_owner = bodies::is_owner(words, first, len);
        let word = &words.all[first];
        let last = &words.all[first + len.max(1) - 1];
        let person = |name: String| Person {
            at: word.range.start,
            name,
            speaker: None,
            is_body: false,
            is_subject: false,
            is_speaking: false,
        };
        let is_unnamed = self.is_unnamed(words, first);
        let unnamed = || is_unnamed.then(|| person(String::new()));
        let mut name = words.all[first..first + len.max(1)].iter().rev();
        let known = name.find_map(|word| Some((word.range.start, known_speaker(&self.known, word)?)));
        if let Some((at, id)) = known {
            let name = self.dataset.speaker(id).name.to_string();
            return Some(Person { at, speaker: Some(id), is_speaking: !is_owner, ..person(name) });
        }
        if let Some((noun, name)) = self.body_in(words, (first, len)) {
            let is_speaking = is_beside_speech(words, name.start, name.len());
            let is_subject = bodies::is_subject(words, &name);
            let at = words.all[noun].range.start;
            let body = person(bodies::written(words, &name));
            return is_speaking.then_some(Person { at, is_body: true, is_subject, is_speaking, ..body });
        }
        if len == 0 || is_body(last) {
            return unnamed();
        }
        let family = family_stem(&last.form);
        if is_owner {
            return self.full.get(&family).map(|full| person(full.clone()));
        }
        let is_known = |family: &str| self.full.contains_key(&family_stem(family));
        if offices::is_place(words, (first, len), is_known) || offices::is_bare(words, first, len) {
            return None;
        }
        let name = full_name(words, first, len);
        if is_speaking {
            let name = if len > 1 {
                self.full.insert(family, name.clone());
                name
            } else {
                self.full.get(&family).cloned().unwrap_or(name)
            };
            return Some(Person { is_speaking: true, ..person(name) });
        }
        if len > 1 && !is_function_word(&word.form) {
            // A full name with a title counts at once; without one, only if that person speaks elsewhere in the text.
            let is_titled = is_title(&word.form) || first > 0 && is_title(&words.all[first - 1].form);
            let is_somebody = is_titled || speaking.contains(&family) || self.full.contains_key(&family);
            self.full.insert(family, name.clone());
            return is_somebody.then(|| person(name));
        }
        if let Some(full) = self.full.get(&family).filter(|_| len == 1) {
            return Some(person(full.clone()));
        }
        unnamed()
    }

    /// The body or representative that some words name, by its noun and the words of its name.
    fn body_in(&self, words: &Words<'_>, (first, len): (usize, usize)) -> Option<(usize, Range<usize>)> {
        let last = first + len.max(1) - 1;
        let nouns = [last, first].into_iter().take(if len > 1 { 2 } else { 1 });
        let mut named = nouns.filter_map(|noun| Some((noun, self.body(words, noun)?)));
        named.find(|(_, name)| name.end > last)
    }

    /// The indices of the words that name a body, or a representative of a state that was not met, given its noun.
    pub(super) fn body(&self, words: &Words<'_>, noun: usize) -> Option<Range<usize>> {
        let is_representative = is_representative(&words.all.get(noun)?.form);
        let name = bodies::name(words, noun)?;
        let is_met = || words.all[name.clone()].iter().any(|word| self.met.contains(&word.form));
        if is_representative && is_met() { None } else { Some(name) }
    }

    /// Whether an unnamed person whom a pronoun may mean begins here: `a former colonel`.
    fn is_unnamed(&self, words: &Words<'_>, first: usize) -> bool {
        /// Maximum number of words before the noun.
        const MAX_WORDS_BETWEEN: usize = 2;
        let article = &words.all[first];
        if !matches!(article.form.as_str(), "a" | "an") || !article.is_latin {
            return false;
        }
        let after = (first + 1..words.all.len()).take(MAX_WORDS_BETWEEN + 1);
        let mut after = after.take_while(|&index| {
            let word = &words.all[index];
            word.sentence == article.sentence && !word.is_capital
        });
        let noun = after.find(|&index| is_title(&words.all[index].form) || is_stand_in(&words.all[index]));
        // `a spokesman for Freedonia` has a name.
        noun.is_some_and(|noun| self.body(words, noun).is_none())
    }

    /// The person named in a range, such as a label before a turn: `MR KERN`, `Ivo Kern`.
    pub(super) fn called(&self, words: &Words<'_>, range: &Range<usize>) -> Option<Attribution> {
        let family = words.within(range).last()?;
        if let Some(id) = known_speaker(&self.known, family) {
            return Some(Attribution { name: self.dataset.speaker(id).name.to_string(), speaker: Some(id) });
        }
        let full = self.full.get(&family_stem(&family.form)).filter(|full| {
            let last = full.rsplit([' ', '-']).next().unwrap_or_default();
            Words::of(last).all.first().is_some_and(|word| word.form == family.form)
        });
        let name = full.cloned().unwrap_or_else(|| in_small_letters(&words.text[range.clone()]));
        Some(Attribution { name, speaker: None })
    }

    /// Those named in a range.
    pub(super) fn within(&self, range: &std::ops::Range<usize>) -> &[Person] {
        let first = self.all.partition_point(|person| person.at < range.start);
        let last = self.all.partition_point(|person| person.at < range.end);
        &self.all[first..last.max(first)]
    }

    /// The person mentioned last before an offset, perhaps unnamed, but not a body.
    pub(super) fn last_before(&self, at: usize) -> Option<&Person> {
        let before = self.persons.partition_point(|&index| self.all[index].at < at);
        before.checked_sub(1).map(|last| &self.all[self.persons[last]])
    }
}

/// Words that may name somebody, in order of offset.
fn runs(words: &Words<'_>, places: &HashSet<String>, spoken: &[Passage], treaties: &[Mention]) -> Runs {
    // A person mentioned in a quotation does not speak it; but the aside of `…, — he recalls. — …` is not part of it.
    let silent: Vec<Range<usize>> =
        spoken.iter().flat_map(|passage| parts(&passage.range, &passage.left_out)).collect();
    let after = |ranges: &[Range<usize>], at: usize| {
        let index = ranges.partition_point(|range| range.end <= at);
        ranges.get(index).filter(|range| range.contains(&at)).map(|range| range.end)
    };
    let mut runs = Vec::new();
    let mut next = 0;
    while let Some(word) = words.all.get(next) {
        let at = word.range.start;
        let mention = treaties.partition_point(|mention| mention.range.end <= at);
        let mention = treaties.get(mention).filter(|mention| mention.range.contains(&at));
        if let Some(end) = after(&silent, at).or_else(|| mention.map(|mention| mention.range.end)) {
            next = words.all.partition_point(|word| word.range.start < end).max(next + 1);
            continue;
        }
        // `But Foreign Minister …`: the first word is not part of the name.
        let most = if is_function_word(&word.form) { 1 } else { usize::MAX };
        let len = name_run(words, next).min(most);
        let is_place = |word: &Word| places.contains(&word.form);
        if len == 0 || !words.all[next..next + len].iter().all(is_place) && !is_institution(words, next, len)
        {
            runs.push((next, len));
        }
        next += len.max(1);
    }
    runs
}

/// Whether a single name with an article is a parliament rather than a person: `told the Storting`.
fn is_institution(words: &Words<'_>, first: usize, len: usize) -> bool {
    let before = first.checked_sub(1).and_then(|index| words.all.get(index));
    len == 1 && before.is_some_and(|before| before.form == "the") && bodies::name(words, first).is_none()
}

/// A name in capitals, in usual spelling.
fn in_small_letters(name: &str) -> String {
    let is_shouted = !name.chars().any(char::is_lowercase);
    let mut begins = true;
    let mut small = String::new();
    for c in name.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if begins || !is_shouted {
            small.push(c);
        } else {
            small.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic();
    }
    small
}

/// Names that are not people's: the dataset's parties, parliaments, and the capital cities that stand for them.
fn places(dataset: &Dataset) -> HashSet<String> {
    const CAPITALS: [&str; 23] = [
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
        "house",
        "commons",
        "lords",
        "senate",
        "congress",
        "parliament",
        "assembly",
        "duma",
        "council",
    ];
    let names = dataset.parties().iter().flat_map(|party| [&party.name, &party.short]);
    let words = names.flat_map(|name| Words::of(name).all).map(|word| word.form);
    words.chain(CAPITALS.map(ToOwned::to_owned)).collect()
}

/// Family names of the dataset's speakers in lower-case ASCII letters; a name shared by two is left out.
fn family_names(dataset: &Dataset) -> HashMap<String, Option<SpeakerId>> {
    let mut known: HashMap<String, Option<SpeakerId>> = HashMap::new();
    for (index, speaker) in dataset.speakers().iter().enumerate() {
        let id = SpeakerId::new(index);
        for name in [&*speaker.name, &*speaker.native_name] {
            let words = Words::of(name);
            // A text or a body has no family name.
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

/// The speaker whose family name a word is, in any Russian case.
fn known_speaker(known: &HashMap<String, Option<SpeakerId>>, word: &Word) -> Option<SpeakerId> {
    if !word.is_capital {
        return None;
    }
    let form = &word.form;
    (0..=3).filter_map(|cut| form.get(..form.len().checked_sub(cut)?)).find_map(|stem| {
        // Endings are vowels and what follows them (`Рябкова`, `Рябковым`); anything else is another name.
        let ending = &form[stem.len()..];
        let is_ending = matches!(
            ending,
            "" | "a" | "u" | "y" | "e" | "ym" | "om" | "em" | "s" | "oj" | "oy" | "ogo" | "omu"
        );
        known.get(stem).copied().flatten().filter(|_| is_ending)
    })
}

/// Whether capitalised words are a name and not the beginning of a sentence; a single word there is one only beside a
/// verb of speech.
fn may_be_name(words: &Words<'_>, first: usize, len: usize) -> bool {
    let word = &words.all[first];
    let before = first.checked_sub(1).map(|index| &words.all[index]);
    let begins = before.is_none_or(|before| before.sentence != word.sentence);
    let is_beside = |index: Option<usize>| {
        index
            .and_then(|index| words.all.get(index))
            .is_some_and(|other| other.sentence == word.sentence && is_speech(&other.form))
    };
    if is_function_word(&word.form) {
        return false;
    }
    len > 1 || !begins || is_beside(Some(first + 1)) || is_beside(first.checked_sub(1))
}

/// Whether capitalised words name somebody who speaks.
fn is_speaking(words: &Words<'_>, first: usize, len: usize) -> bool {
    len > 0 && may_be_name(words, first, len) && is_beside_speech(words, first, len)
}

/// Whether a verb of speech, or `according to`, is near a name in the same sentence.
fn is_beside_speech(words: &Words<'_>, first: usize, len: usize) -> bool {
    let sentence = words.all[first].sentence;
    // `said the deputy foreign minister Ivo Kern`: the office comes between.
    let reach = if offices::is_titled(words, first) { 6 } else { 4 };
    let before = words.all[first.saturating_sub(6)..first].iter().filter(|word| word.sentence == sentence);
    let after = words.all[first + len..].iter().take(8).take_while(|word| word.sentence == sentence);
    let before: Vec<&Word> = before.collect();
    let according = before.windows(2).any(|pair| is_according(&pair[0].form, &pair[1].form));
    according
        || before.iter().rev().take(reach).any(|word| is_speech(&word.form))
        || after.into_iter().any(|word| is_speech(&word.form))
}

fn family_stem(form: &str) -> String {
    form.chars().take(5).collect()
}
