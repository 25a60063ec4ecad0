//! Who spoke the words of a passage.

use std::ops::Range;

use super::bodies;
use super::body_words::is_representative;
use super::lexicon::{is_according, is_joining, is_pronoun, is_speech, is_stand_in, is_title};
use super::passage::{Form, Passage};
use super::people::{People, Person};
use super::quotes::is_introduced;
use super::words::{MAX_CONTEXT, Word, Words};
use super::{Attribution, Quotation};

/// Maximum number of words between an office and the name of its holder.
const MAX_OFFICE_WORDS: usize = 5;

/// What is needed to find the speaker of a passage.
pub(super) struct Speakers<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) people: &'a People<'a>,
    /// Where passages begin, whether speech or not, in order.
    pub(super) starts: &'a [usize],
    /// Where the first turn of a transcript begins.
    pub(super) first_turn: usize,
}

impl Speakers<'_> {
    /// The speaker of a passage: named by its form, after it, before it in its sentence, or in the sentence before;
    /// otherwise the speaker of the previous passage in the same paragraph.
    pub(super) fn of(&self, passage: &Passage, last: Option<&Quotation>) -> Option<Attribution> {
        let by_form = match (passage.form, &passage.by) {
            (Form::Dialogue, Some(aside)) => self.named_in(&self.near(aside)),
            (_, Some(name)) => self.people.called(self.words, name),
            (Form::Answer, None) => {
                return self.asked().and_then(attribution);
            }
            _ => None,
        };
        // A block does not continue another passage.
        let last = last.filter(|_| passage.form != Form::Block);
        by_form.or_else(|| self.around(passage, last))
    }

    /// The person interviewed: named in the question, right before it, or at the beginning of a text that is an
    /// interview.
    fn asked(&self) -> Option<&Person> {
        /// Paragraphs before the first answer: the question and the one before it.
        const MAX_PARAGRAPHS_BEFORE: usize = 2;
        /// The same where the text begins with a title and an introduction.
        const MAX_TITLE_PARAGRAPHS: usize = 3;
        let person = self.people.last_before(self.first_turn)?;
        let first = self.words.paragraph_number(self.first_turn);
        let between = first.saturating_sub(self.words.paragraph_number(person.at));
        (between <= MAX_PARAGRAPHS_BEFORE || first <= MAX_TITLE_PARAGRAPHS).then_some(person)
    }

    fn around(&self, passage: &Passage, last: Option<&Quotation>) -> Option<Attribution> {
        let (words, range) = (self.words, &passage.range);
        let sentence = words.sentence_around(range);
        let tail = range.end..sentence.end.min(self.next_start(range.start)).max(range.end);
        let lead = sentence.start.max(last.map_or(0, |quotation| quotation.range.end))..range.start;
        let mut asides = passage.left_out.iter();
        let aside = asides.find_map(|part| self.named_in(&self.near(part)));
        aside
            .or_else(|| self.named_in(&tail))
            .or_else(|| self.named_in(&lead))
            .or_else(|| {
                let paragraph = words.paragraph_around(range.start);
                let before = last.filter(|quotation| quotation.range.start >= paragraph.start);
                before?.speaker.clone()
            })
            .or_else(|| self.named_in(&words.sentence_before(range.start)))
            .or_else(|| {
                // A passage that is a paragraph of its own continues the one before.
                let paragraph = words.paragraph_around(range.start);
                let is_alone = words.within(&paragraph).len() <= words.within(range).len() + 1;
                last.filter(|_| is_alone)?.speaker.clone()
            })
            .or_else(|| {
                let paragraph = words.paragraph_around(range.start);
                self.named_in(&(paragraph.start..range.start))
            })
    }

    /// The beginning of a range, which bounds the work on a very long one.
    fn near(&self, range: &Range<usize>) -> Range<usize> {
        range.start..range.end.min(self.words.text.floor_char_boundary(range.start + MAX_CONTEXT))
    }

    /// Where the next passage begins.
    fn next_start(&self, from: usize) -> usize {
        let next = self.starts.partition_point(|&start| start <= from);
        self.starts.get(next).copied().unwrap_or(self.words.text.len())
    }

    /// Who is said to speak in a range: a person or body named there, or the last one named where a pronoun is used.
    fn named_in(&self, range: &Range<usize>) -> Option<Attribution> {
        let (words, people) = (self.words, self.people);
        let inside = words.within(range);
        let first = words.all.partition_point(|word| word.range.start < range.start);
        let mut verbs: Vec<usize> = inside
            .iter()
            .enumerate()
            .filter(|&(index, word)| {
                is_speech(&word.form) || index > 0 && is_according(&inside[index - 1].form, &word.form)
            })
            .map(|(_, word)| word.range.start)
            .collect();
        // `Name: “…”`.
        let introduces = is_introduced(words.text, range.end);
        verbs.extend(introduces.then_some(range.end));
        if verbs.is_empty() {
            return None;
        }
        // Of several, the one nearest to a verb of speech.
        let distance = |at: usize| {
            let after = verbs.partition_point(|&verb| verb < at);
            let before = after.checked_sub(1).and_then(|index| verbs.get(index));
            let near = [before, verbs.get(after)].into_iter().flatten().map(|verb| verb.abs_diff(at)).min();
            near.unwrap_or(usize::MAX)
        };
        let named = people.within(range);
        let nearest = |is_body: bool| {
            let speaking = named.iter().filter(|person| person.is_speaking || introduces);
            speaking.filter(|person| person.is_body == is_body).min_by_key(|person| distance(person.at))
        };
        // `Deputy Minister Velichko said`: the office is the same person.
        let stands_in = (0..inside.len()).filter(|&index| is_stand_in(&inside[index]));
        let stands_in = stands_in.filter(|&index| !is_office(words, &inside[index..], named));
        // `the spokesman for Freedonia` is nobody named before.
        let stands_in = stands_in.filter(|&index| people.body(words, first + index).is_none());
        let stands_in: Vec<usize> = stands_in.map(|index| inside[index].range.start).collect();
        // `Ivanov spoke, and the delegation of Freedonia said`: the body speaks, whoever is named beside it.
        let others = named.iter().filter(|person| !person.is_body && person.is_speaking);
        let first_other = others.map(|person| person.at).chain(stands_in.iter().copied()).min();
        let mut subjects = named.iter().filter(|person| person.is_subject);
        let subject = if introduces {
            // Nobody else speaks after its own verb.
            let is_last = |at: usize| verbs.iter().filter(|&&verb| verb > at && verb < range.end).count() < 2;
            subjects.next_back().filter(|body| is_last(body.at))
        } else {
            subjects.next().filter(|body| first_other.is_none_or(|other| body.at < other))
        };
        if let Some(body) = subject {
            return attribution(body);
        }
        let stands_in = stands_in.into_iter().min_by_key(|&at| distance(at));
        match (nearest(false), stands_in) {
            (Some(person), Some(at)) if distance(at) < distance(person.at) => {
                return people.last_before(at).or(Some(person)).and_then(attribution);
            }
            (Some(person), _) => return attribution(person),
            (None, Some(at)) => return people.last_before(at).and_then(attribution),
            (None, None) => {}
        }
        nearest(true).and_then(attribution).or_else(|| {
            let body = (first..first + inside.len()).find_map(|index| people.body(words, index))?;
            Some(Attribution { name: bodies::written(words, &body), speaker: None })
        })
    }
}

/// Whether capitalised words begin with the office of a person named after it: `the foreign minister of Norland, Ivo
/// Kern`.
fn is_office(words: &Words<'_>, rest: &[Word], named: &[Person]) -> bool {
    let Some((office, after)) = rest.split_first() else { return false };
    if is_pronoun(&office.form) {
        return false;
    }
    let next = named.partition_point(|person| person.at < office.range.start);
    // No more of them are near enough.
    let person = named[next..].iter().take(MAX_OFFICE_WORDS + 1).find(|person| !person.is_body);
    let Some(person) = person.filter(|person| !person.name.is_empty()) else { return false };
    // A capitalised office is part of the name.
    if person.at == office.range.start {
        return true;
    }
    let between = after.iter().take_while(|word| word.range.start < person.at);
    let between: Vec<&Word> = between.take(MAX_OFFICE_WORDS + 1).collect();
    let is_part =
        |word: &&Word| word.sentence == office.sentence && !is_speech(&word.form) && !is_joining(&word.form);
    if between.len() > MAX_OFFICE_WORDS || !between.iter().all(is_part) {
        return false;
    }
    let stop = words.text[office.range.end..person.at].trim_end();
    !stop.trim_end_matches(',').contains([',', ';', ':', '(', '"', '“', '«'])
}

/// A name with the office before it split off: `Foreign Minister` and `Ilse Korhanen`.
pub fn office_and_name(full: &str) -> (Option<&str>, &str) {
    let words = Words::of(full);
    let after = words.all.iter().rposition(|word| is_title(&word.form)).map_or(0, |index| index + 1);
    match words.all.get(after) {
        Some(first) if after > 0 => {
            let office = full[..first.range.start].trim();
            let title = words.all[after - 1].form.as_str();
            // `Spokesman for Freedonia` has no name after the office.
            let is_of_state = is_representative(title) && first.is_acronym;
            if is_of_state || matches!(first.form.as_str(), "of" | "for" | "from") {
                return (None, full);
            }
            // A form of address is not an office.
            let is_address = matches!(title, "mr" | "mrs" | "ms" | "dr" | "sir");
            ((!is_address).then_some(office), full[first.range.start..].trim())
        }
        _ => (None, full),
    }
}

/// `None` for somebody unnamed.
fn attribution(person: &Person) -> Option<Attribution> {
    let is_named = !person.name.is_empty();
    is_named.then(|| Attribution { name: person.name.clone(), speaker: person.speaker })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_split_from_a_name_but_not_from_the_state_it_speaks_for() {
        for (full, office, name) in [
            ("Foreign Minister Ilse Korhanen", Some("Foreign Minister"), "Ilse Korhanen"),
            ("Mr Kern", None, "Kern"),
            ("Spokesman for Freedonia", None, "Spokesman for Freedonia"),
            ("Delegation of Freedonia", None, "Delegation of Freedonia"),
            ("Представитель СССР", None, "Представитель СССР"),
        ] {
            assert_eq!(office_and_name(full), (office, name), "{full}");
        }
    }
}
