//! Who spoke the words between two marks.

use std::ops::Range;

use super::lexicon::{is_according, is_body, is_speech, is_stand_in, is_title};
use super::people::{People, Person};
use super::quotes::aside;
use super::words::{Words, is_mark};
use super::{Attribution, Quotation};

/// Who spoke a passage: named after it, before it in its sentence, or in the sentence before; else who spoke the passage
/// before it in the same paragraph.
pub(super) fn speaker_of(
    words: &Words<'_>,
    people: &People,
    range: &Range<usize>,
    last: Option<&Quotation>,
) -> Option<Attribution> {
    let sentence = words.sentence_around(range);
    let tail = range.end..sentence.end.min(next_quote(words, range.end));
    let lead = sentence.start.max(last.map_or(0, |quotation| quotation.range.end))..range.start;
    let aside = aside(words, range).and_then(|aside| named_in(words, people, &aside));
    aside
        .or_else(|| named_in(words, people, &tail))
        .or_else(|| named_in(words, people, &lead))
        .or_else(|| {
            let paragraph = words.paragraph_around(range.start);
            let before = last.filter(|quotation| quotation.range.start >= paragraph.start);
            before?.speaker.clone()
        })
        .or_else(|| named_in(words, people, &words.sentence_before(range.start)))
        .or_else(|| {
            // A passage that is a paragraph of its own goes on from the one before.
            let paragraph = words.paragraph_around(range.start);
            let is_alone = words.within(&paragraph).len() <= words.within(range).len() + 1;
            last.filter(|_| is_alone)?.speaker.clone()
        })
        .or_else(|| {
            let paragraph = words.paragraph_around(range.start);
            named_in(words, people, &(paragraph.start..range.start))
        })
}

/// An office and the name of who holds it are no farther apart, in bytes.
const OFFICE: usize = 8;

/// A name as texts give it, with the office before it split off: `Foreign Minister` and `Ilse Korhanen`.
pub fn office_and_name(full: &str) -> (Option<&str>, &str) {
    let words = Words::of(full);
    let after = words.all.iter().rposition(|word| is_title(&word.form)).map_or(0, |place| place + 1);
    match words.all.get(after) {
        Some(first) if after > 0 => {
            let office = full[..first.range.start].trim();
            // A form of address is no office.
            let is_address = matches!(words.all[after - 1].form.as_str(), "mr" | "mrs" | "ms" | "dr" | "sir");
            ((!is_address).then_some(office), full[first.range.start..].trim())
        }
        _ => (None, full),
    }
}

/// Where the next passage in marks begins.
fn next_quote(words: &Words<'_>, from: usize) -> usize {
    let rest = &words.text[from..];
    // The mark that closes is passed over first.
    let after = rest.chars().next().map_or(0, char::len_utf8);
    let next = rest[after..].find(['"', '“', '«', '„']);
    next.map_or(words.text.len(), |at| from + after + at)
}

/// Who is said to speak in a range: a person or body that is named there, or who was named last where one stands in.
fn named_in(words: &Words<'_>, people: &People, range: &Range<usize>) -> Option<Attribution> {
    let inside = words.within(range);
    let speaks = inside.iter().any(|word| is_speech(&word.form))
        || inside.windows(2).any(|pair| is_according(&pair[0].form, &pair[1].form));
    // `Name: “…”`.
    let introduces = words.text[..range.end].trim_end_matches(is_mark).trim_end().ends_with(':');
    if !speaks && !introduces {
        return None;
    }
    let mut verbs: Vec<usize> = inside
        .iter()
        .enumerate()
        .filter(|&(place, word)| {
            is_speech(&word.form) || place > 0 && is_according(&inside[place - 1].form, &word.form)
        })
        .map(|(_, word)| word.range.start)
        .collect();
    verbs.extend(introduces.then_some(range.end));
    // Of several the one nearest to a verb of speech.
    let distance = |at: usize| verbs.iter().map(|verb| verb.abs_diff(at)).min().unwrap_or(usize::MAX);
    let named = people.within(range);
    let nearest = |is_body: bool| {
        let speaking = named.iter().filter(|person| person.is_speaking || introduces);
        speaking.filter(|person| person.is_body == is_body).min_by_key(|person| distance(person.at))
    };
    let stands_in = inside.iter().filter(|word| is_stand_in(word)).map(|word| word.range.start);
    let stands_in = stands_in.min_by_key(|&at| distance(at));
    match (nearest(false), stands_in) {
        // `Deputy Minister Velichko said`: the office is no one else.
        (Some(person), Some(at)) if distance(at) + OFFICE < distance(person.at) => {
            return people.last_before(at).or(Some(person)).and_then(attribution);
        }
        (Some(person), _) => return attribution(person),
        (None, Some(at)) => return people.last_before(at).and_then(attribution),
        (None, None) => {}
    }
    nearest(true).and_then(attribution).or_else(|| {
        let body = inside.iter().find(|word| is_body(word))?;
        Some(Attribution { name: words.text[body.range.clone()].to_owned(), speaker: None })
    })
}

/// Nothing for somebody unnamed.
fn attribution(person: &Person) -> Option<Attribution> {
    let is_named = !person.name.is_empty();
    is_named.then(|| Attribution { name: person.name.clone(), speaker: person.speaker })
}
