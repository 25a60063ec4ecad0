//! Words in capitals that stand together as a name does.

use super::lexicon::is_speech;
use super::words::Words;

/// How many words from here on may be a person's name, with the office before it: capitals side by side, with nothing but
/// a space or a line end between.
pub(super) fn name_run(words: &Words<'_>, first: usize) -> usize {
    /// `Russian Deputy Foreign Minister` and a name.
    const LONGEST: usize = 7;
    let mut len = 0;
    while let Some(word) = words.all.get(first + len) {
        let joined = len == 0 || {
            let before = &words.all[first + len - 1];
            let between = &words.text[before.range.end..word.range.start];
            before.sentence == word.sentence
                && (between.trim().is_empty() || matches!(between, "-" | ". " | ".\u{a0}" | "’" | "'"))
        };
        if len == LONGEST || !joined || !word.is_capital || word.is_acronym || is_speech(&word.form) {
            break;
        }
        len += 1;
    }
    len
}
