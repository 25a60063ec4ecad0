//! Capitalised words that form a name.

use super::lexicon::is_speech;
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
