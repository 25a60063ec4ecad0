//! Speech introduced by a speaker label at the beginning of the paragraph: interviews and transcripts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Mention;
use super::interview_labels::{Side, is_heading, side};
use super::lexicon::{is_speech, is_title};
use super::marks::trimmed;
use super::passage::{Form, Passage};
use super::words::{Word, Words};

/// Maximum length of a speaker label, in bytes.
const MAX_LABEL_LEN: usize = 80;
/// Maximum number of words of a speaker label.
const MAX_WORDS: usize = 6;

/// The speaker label of a paragraph.
struct SpeakerLabel {
    /// The name or abbreviation.
    name: Range<usize>,
    /// Where the words begin.
    body: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The interviewer.
    Question,
    /// The person interviewed.
    Answer,
    /// A name in capital letters.
    Capitals,
    /// A name of several words.
    Name,
    /// One word.
    Word,
}

/// The turns of a transcript or an interview, a passage for each paragraph, in order; questions are left out.
pub(super) fn turns(words: &Words<'_>, treaties: &[Mention]) -> Vec<Passage> {
    let mut labels: Vec<Option<SpeakerLabel>> =
        words.paragraphs().map(|paragraph| label(words, &paragraph, treaties)).collect();
    let real = real_labels(words, &labels);
    for label in &mut labels {
        if label.as_ref().is_some_and(|label| !real.contains(name(words, label))) {
            *label = None;
        }
    }
    // What follows the last label may be anybody's.
    let count = labels.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let mut found = Vec::new();
    let mut speaking: Option<&SpeakerLabel> = None;
    for (paragraph, own) in std::iter::zip(words.paragraphs(), &labels).take(count) {
        let own = own.as_ref();
        speaking = own.or(speaking);
        let Some(label) = speaking.filter(|label| label.kind != Kind::Question) else { continue };
        let body = trimmed(words.text, own.map_or(paragraph.start, |own| own.body)..paragraph.end);
        // Stage directions are in brackets.
        if words.text[body.clone()].starts_with(['(', '[']) {
            continue;
        }
        let (form, by) = match label.kind {
            Kind::Answer => (Form::Answer, None),
            _ => (Form::Turn, Some(label.name.clone())),
        };
        found.push(Passage { range: body, left_out: Vec::new(), form, by });
    }
    found
}

fn name<'a>(words: &Words<'a>, label: &SpeakerLabel) -> &'a str {
    &words.text[label.name.clone()]
}

/// The labels that identify speakers: none, unless there are questions and answers, or labels recur.
fn real_labels<'a>(words: &Words<'a>, labels: &[Option<SpeakerLabel>]) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, (Kind, usize)> = BTreeMap::new();
    // A headline may begin with a name, so a name counts only after a question.
    let mut after_question: BTreeSet<&str> = BTreeSet::new();
    let mut is_asked = false;
    for label in labels.iter().flatten() {
        let name = name(words, label);
        counts.entry(name).or_insert((label.kind, 0)).1 += 1;
        is_asked |= label.kind == Kind::Question;
        if is_asked {
            after_question.insert(name);
        }
    }
    let of = |wanted: Kind| -> Vec<(&str, usize)> {
        let all = counts.iter().map(|(&name, &(kind, count))| (name, kind, count));
        all.filter(|&(_, kind, _)| kind == wanted).map(|(name, _, count)| (name, count)).collect()
    };
    let answers = [Kind::Answer, Kind::Capitals, Kind::Name].into_iter().flat_map(of);
    let mut answers = answers.chain(of(Kind::Word).into_iter().filter(|&(_, count)| count > 1));
    let is_interview = is_asked && answers.any(|(name, _)| after_question.contains(name));
    let capitals = of(Kind::Capitals);
    let is_again = capitals.iter().any(|&(_, count)| count > 1);
    let is_transcript =
        capitals.len() > 1 && (is_again || capitals.iter().all(|&(name, _)| begins_with_title(name)));
    let is_talk = of(Kind::Name).iter().filter(|&&(_, count)| count > 1).count() > 1;
    let real = counts.iter().filter(|&(name, &(kind, count))| match kind {
        Kind::Question | Kind::Answer => is_interview,
        Kind::Capitals => is_interview || is_transcript,
        Kind::Name => is_interview && after_question.contains(name) || is_talk && count > 1,
        Kind::Word => is_interview && count > 1,
    });
    real.map(|(&name, _)| name).collect()
}

fn begins_with_title(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    is_title(&first.trim_end_matches('.').to_lowercase())
}

/// The label that a paragraph seems to begin with.
fn label(words: &Words<'_>, paragraph: &Range<usize>, treaties: &[Mention]) -> Option<SpeakerLabel> {
    let range = trimmed(words.text, paragraph.clone());
    let inside = &words.text[range.clone()];
    // `Q. …` in court records.
    let is_letter = inside.starts_with("Q. ") || inside.starts_with("A. ");
    let len = if is_letter {
        1
    } else {
        let head = &inside[..inside.floor_char_boundary(MAX_LABEL_LEN)];
        let stop = head.find([':', '?', '!', ';', ',', '"', '“', '«', '\n'])?;
        head[stop..].starts_with(':').then_some(stop)?
    };
    let body = range.start + len + 1;
    let begins_words = |c: char| c.is_whitespace() || matches!(c, '“' | '«' | '"' | '‘');
    if body < paragraph.end && !words.text[body..].starts_with(begins_words) {
        return None;
    }
    // `MR KERN (via interpreter):`
    let label = &inside[..len];
    let name = trimmed(words.text, range.start..range.start + label.find('(').unwrap_or(len));
    let of_name = words.within(&name);
    if name.is_empty() || of_name.len() > MAX_WORDS || is_treaty(&name, treaties) {
        return None;
    }
    let kind = kind(&words.text[name.clone()], of_name)?;
    Some(SpeakerLabel { name, body, kind })
}

fn is_treaty(name: &Range<usize>, treaties: &[Mention]) -> bool {
    let after = treaties.partition_point(|mention| mention.range.end <= name.start);
    treaties.get(after).is_some_and(|mention| mention.range.start < name.end)
}

fn kind(name: &str, words: &[Word]) -> Option<Kind> {
    if let [word] = words
        && let Some(side) = side(word)
    {
        return Some(if side == Side::Asks { Kind::Question } else { Kind::Answer });
    }
    let is_name = |word: &Word| word.is_capital && !is_speech(&word.form) && !is_heading(&word.form);
    if words.is_empty() || !words.iter().all(is_name) {
        return None;
    }
    let is_capitals = name.len() > 2 && !name.chars().any(char::is_lowercase);
    Some(match words.len() {
        _ if is_capitals => Kind::Capitals,
        1 => Kind::Word,
        _ => Kind::Name,
    })
}
