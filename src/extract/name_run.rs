//! Capitalised words that form a name.

use super::body_words::is_representative;
use super::lexicon::{is_function_word, is_speech};
use super::words::Words;

/// How many words from an index on may be a person's name, with the office before it: capitalised words with only a
/// space or a line end between them.
pub(super) fn name_run(words: &Words<'_>, first: usize) -> usize {
    /// `Russian Deputy Foreign Minister` and a name.
    const MAX_NAME_WORDS: usize = 7;
    let mut len = 0;
    while let Some(word) = words.all.get(first + len) {
        let joined = len == 0 || {
            let before = &words.all[first + len - 1];
            let between = &words.text[before.range.end..word.range.start];
            before.sentence == word.sentence
                && (between.trim().is_empty() || matches!(between, "-" | ". " | ".\u{a0}" | "’" | "'"))
        };
        if len == MAX_NAME_WORDS || !joined || !word.is_capital || word.is_acronym || is_speech(&word.form) {
            break;
        }
        len += 1;
    }
    len
}

/// A name on one line.
pub(super) fn full_name(words: &Words<'_>, first: usize, len: usize) -> String {
    let range = words.all[first].range.start..words.all[first + len - 1].range.end;
    words.text[range].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words with capitals in and near a name in its sentence, in lower-case ASCII letters.
pub(super) fn capitals_around(words: &Words<'_>, first: usize, len: usize) -> impl Iterator<Item = String> {
    /// Maximum number of words between.
    const MAX_WORDS_AWAY: usize = 8;
    let sentence = words.all[first].sentence;
    let end = (first + len + MAX_WORDS_AWAY).min(words.all.len());
    let near = words.all[first.saturating_sub(MAX_WORDS_AWAY)..end].iter();
    let capitals = near.filter(move |word| word.sentence == sentence && word.is_capital);
    let forms = capitals.map(|word| word.form.clone());
    forms.filter(|form| !is_function_word(form) && !is_representative(form))
}
