//! Passages between quotation marks, and which of them are speech.

use std::ops::Range;

use super::lexicon::{is_according, is_named, is_speech};
use super::words::{REACH, Words, is_mark};

/// Speech has so many words at least, where nothing else tells.
const SPEECH_WORDS: usize = 6;

/// The passages of a text that are somebody's words.
pub(super) fn spoken(words: &Words<'_>) -> Vec<Range<usize>> {
    quoted(words.text).into_iter().filter(|range| is_speech_there(words, range)).collect()
}

/// The passages between marks, outermost only. Marks that open and never close end with their paragraph, unless the next
/// paragraph begins with the same mark: then the speech goes on.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut depth = 0_usize;
    let mut before = '\n';
    // Up to where only white space follows: a run of empty lines is gone through once.
    let mut blank_until = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = at + c.len_utf8();
        match open {
            None if opens(c, before, letters.peek().map(|&(_, next)| next)) => {
                open = Some((after, c));
                depth = 1;
            }
            Some((start, mark)) => {
                if c == '\n' {
                    if blank_until < after {
                        let next = text[after..].trim_start_matches(['\n', ' ', '\t']);
                        blank_until = text.len() - next.len();
                    }
                    let next = &text[blank_until..];
                    if !next.starts_with(mark) || mark == '"' {
                        open = None;
                    } else {
                        // The mark that begins the next paragraph repeats this one.
                        depth = 0;
                    }
                } else if c == mark && mark != '"' {
                    depth += 1;
                } else if closes(c, mark) {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        if text[start..at].trim().chars().any(char::is_alphabetic) {
                            found.push(start..at);
                        }
                        open = None;
                    }
                }
            }
            None => {}
        }
        before = c;
    }
    found
}

fn opens(c: char, before: char, after: Option<char>) -> bool {
    let begins_word = after.is_some_and(|c| !c.is_whitespace());
    match c {
        '“' | '«' | '„' | '‟' => begins_word,
        '"' => begins_word && (before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-')),
        _ => false,
    }
}

fn closes(c: char, mark: char) -> bool {
    match mark {
        '«' => c == '»',
        '„' => matches!(c, '“' | '”' | '"'),
        '“' | '‟' => matches!(c, '”' | '"'),
        _ => c == '"',
    }
}

/// What stands in a passage between dashes and says who speaks it, as Russian has it: `«…, — сказал он. — …»`. It begins
/// and ends within reach.
pub(super) fn aside(words: &Words<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let text = &words.text[range.start..range.end.min(words.text.floor_char_boundary(range.start + REACH))];
    let mut dashes = text.match_indices([',', '.', '!', '?', '…']).filter_map(|(at, stop)| {
        let rest = &text[at + stop.len()..];
        let dash = rest.trim_start();
        dash.starts_with(['—', '–']).then(|| range.start + at + stop.len() + (rest.len() - dash.len()))
    });
    let first = dashes.next()?;
    let end = dashes.next().unwrap_or(range.start + text.len());
    let aside = first..end;
    let speaks = words.within(&aside).iter().take(4).any(|word| is_speech(&word.form));
    speaks.then_some(aside)
}

/// Whether a passage is speech: long enough to be a sentence, or a fragment in a sentence that says who speaks; not the
/// name of a ship, a paper or a treaty.
fn is_speech_there(words: &Words<'_>, range: &Range<usize>) -> bool {
    let inside = words.within(range);
    let count = inside.len();
    if count == 0 {
        return false;
    }
    let first = words.all.partition_point(|word| word.range.start < range.start);
    let before = first.checked_sub(1).map(|place| &words.all[place]);
    let is_title = count < 8 && before.is_some_and(|word| is_named(&word.form));
    let all_capital =
        count > 1 && inside.iter().filter(|word| word.form.len() > 3).all(|word| word.is_capital);
    if is_title || (all_capital && count < 8) {
        return false;
    }
    if count >= SPEECH_WORDS {
        return true;
    }
    let is_introduced = words.text[..range.start].trim_end_matches(is_mark).trim_end().ends_with(':');
    if is_introduced && count >= 3 {
        return true;
    }
    let sentence = words.sentence_around(range);
    let outside: Vec<&str> = words
        .within(&sentence)
        .iter()
        .filter(|word| !range.contains(&word.range.start))
        .map(|word| word.form.as_str())
        .collect();
    let speaks = outside.iter().any(|word| is_speech(word))
        || outside.windows(2).any(|pair| is_according(pair[0], pair[1]));
    // A word or two in marks are more often irony than speech, unless a whole sentence ends in them.
    let ends = words.text[..range.end].ends_with([',', '.', '!', '?', '…'])
        || words.text[range.end..].chars().find(|c| !is_mark(*c)).is_some_and(|c| c == ',');
    let begins_capital = inside[0].is_capital;
    if speaks {
        return count >= 3 || (ends && begins_capital);
    }
    // A short sentence of its own, in lines in which somebody speaks.
    let is_sentence = begins_capital && words.text[..range.end].ends_with(['.', '!', '?', '…']);
    is_sentence
        && count >= 3
        && words.within(&words.paragraph_around(range.start)).iter().any(|w| is_speech(&w.form))
}
