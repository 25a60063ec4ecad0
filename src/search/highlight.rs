//! Finds the words of a text that match a query, for highlighting.

use std::ops::Range;

use crate::text::{Word, folded_words, joined_words};

use super::query::{Condition, Query};
use super::record_check::matches_words;

/// The words of a text that match a query, in order. Words that must occur in sequence match only there.
pub fn matched_words(query: &Query, text: &str) -> Vec<Range<usize>> {
    let words: Vec<Word> = folded_words(text).collect();
    let mut is_match = vec![false; words.len()];
    for term in query.terms.iter().filter(|term| !term.is_negated) {
        let (wanted, is_prefix) = match &term.condition {
            Condition::Words(wanted) => (wanted, true),
            Condition::Phrase(wanted) => (wanted, false),
            Condition::Field(..) | Condition::From(_) | Condition::Before(_) => continue,
        };
        if wanted.is_empty() {
            continue;
        }
        for (first, window) in words.windows(wanted.len()).enumerate() {
            if matches_words(window, wanted, is_prefix) {
                is_match[first..first + wanted.len()].fill(true);
            }
        }
    }
    // Fields, and words with a hyphen in only one of text and query.
    for (is_match, (_, form)) in is_match.iter_mut().zip(&words) {
        *is_match = *is_match || query.asks_for_alone(form);
    }
    for (range, form) in joined_words(&words, text) {
        let first = words.iter().find(|(word, _)| word.start == range.start);
        // A query for `anti` does not match what follows the hyphen.
        if query.asks_for(&form) && first.is_some_and(|(_, first)| !query.asks_for(first)) {
            for (is_match, (word, _)) in is_match.iter_mut().zip(&words) {
                *is_match = *is_match || (range.start <= word.start && word.end <= range.end);
            }
        }
    }
    words.into_iter().zip(is_match).filter(|(_, is_match)| *is_match).map(|((range, _), _)| range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        matched_words(&Query::parse(query), text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn what_matches_is_marked_where_it_stands() {
        assert_eq!(matched("missile", "missiles and a Missile"), ["missiles", "Missile"]);
        assert_eq!(matched("核武器", "核与核武器"), ["核", "武", "器"]);
        assert_eq!(matched("\"zero option\"", "zero; the zero option"), ["zero", "option"]);
        assert_eq!(matched("antiballistic", "an anti-ballistic missile"), ["anti", "ballistic"]);
        assert_eq!(matched("anti", "an anti-ballistic missile"), ["anti"]);
        assert_eq!(matched("anti-ballistic", "antiballistic missile"), ["antiballistic"]);
        assert_eq!(matched("party:rus", "Russia"), ["Russia"]);
        assert!(matched("-missile", "missile").is_empty());
    }
}
