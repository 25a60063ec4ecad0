//! Speech after a dash, as in Russian (`— …, — заявила она. — …`), and the attribution between dashes.

use std::ops::Range;

use super::lexicon::{asks, is_pronoun, is_speech};
use super::marks::trimmed;
use super::passage::{Form, Passage};
use super::words::{Word, Words};

/// Maximum number of words after the dash within which the verb of speech must come.
const MAX_WORDS_BEFORE_VERB: usize = 4;

/// The asides of a passage that say who speaks: `…, — сказал он. — …`.
pub(super) fn asides(words: &Words<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let text = &words.text[range.clone()];
    let mut found = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, stop) in text.match_indices([',', '.', '!', '?', '…']) {
        let rest = &text[at + stop.len()..];
        let dash = rest.trim_start();
        if !dash.starts_with(['—', '–']) {
            continue;
        }
        let index = range.end - dash.len();
        match begun.take() {
            Some(start) => found.push(start..index),
            None if speaks(words, &(index..range.end)) => begun = Some(index),
            None => {}
        }
    }
    found.extend(begun.map(|start| start..range.end));
    found
}

fn speaks(words: &Words<'_>, range: &Range<usize>) -> bool {
    let first = || words.within(range).iter().take(MAX_WORDS_BEFORE_VERB);
    // `…, — мы говорим об этом давно` is still the speaker's.
    let is_own = |word: &Word| !word.is_latin && matches!(word.form.as_str(), "my" | "vy");
    first().any(|word| is_speech(&word.form) || asks(&word.form)) && !first().any(is_own)
}

/// What is said in dialogues, and the answers of interviews in which only dashes separate the speakers.
pub(super) fn dialogues(words: &Words<'_>) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut is_after_question = false;
    for paragraph in words.paragraphs() {
        let range = trimmed(words.text, paragraph);
        let inside = &words.text[range.clone()];
        let rest = inside.trim_start_matches(['—', '–', '―']);
        if rest.len() == inside.len() || !rest.starts_with(char::is_whitespace) {
            is_after_question = false;
            continue;
        }
        let body = trimmed(words.text, range.end - rest.len()..range.end);
        let asides = asides(words, &body);
        if let Some(first) = asides.first().cloned() {
            is_after_question = words.text[body.start..first.start].trim_end().ends_with('?');
            found.extend(said_with(words, &body, asides, first));
            continue;
        }
        let spoken = &words.text[body.clone()];
        let is_question = spoken.ends_with('?');
        let is_cyrillic = words.within(&body).first().is_some_and(|word| !word.is_latin);
        if is_after_question && !is_question && is_cyrillic && spoken.ends_with(['.', '!', '…']) {
            found.push(Passage { range: body, left_out: Vec::new(), form: Form::Answer, by: None });
        }
        is_after_question = is_question;
    }
    found
}

/// The speech of a passage with asides; nothing where somebody unnamed only asks.
fn said_with(
    words: &Words<'_>,
    body: &Range<usize>,
    mut asides: Vec<Range<usize>>,
    first: Range<usize>,
) -> Option<Passage> {
    let aside = words.within(&first);
    let is_asked = aside.iter().take(MAX_WORDS_BEFORE_VERB).any(|word| asks(&word.form));
    if is_asked && !aside.iter().any(|word| word.is_capital || !word.is_latin && is_pronoun(&word.form)) {
        return None;
    }
    let mut end = body.end;
    if asides.last().is_some_and(|last| last.end == body.end) {
        end = asides.pop().map_or(end, |last| last.start);
    }
    let spoken = words.text[body.start..end].trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let range = body.start..body.start + spoken.len();
    Some(Passage { range, left_out: asides, form: Form::Dialogue, by: Some(first) })
}
