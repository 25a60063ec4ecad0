//! What of a text a query asks for: the words to be marked where the text is shown.

use std::ops::Range;

use crate::text::{Word, folded_words, joined_words};

use super::condition::stands_in;
use super::query::{Query, What};

/// The words of a text that a query asks for, in the order of the text. Words that are looked for one after the other
/// are marked where they stand so.
pub fn asked_for(query: &Query, text: &str) -> Vec<Range<usize>> {
    let words: Vec<Word> = folded_words(text).collect();
    let mut is_asked = vec![false; words.len()];
    for term in query.terms.iter().filter(|term| !term.is_negated) {
        let (wanted, may_go_on) = match &term.what {
            What::Words(wanted) => (wanted, true),
            What::Phrase(wanted) => (wanted, false),
            What::Field(..) | What::From(_) | What::Before(_) => continue,
        };
        if wanted.is_empty() {
            continue;
        }
        for (first, window) in words.windows(wanted.len()).enumerate() {
            if stands_in(window, wanted, may_go_on) {
                is_asked[first..first + wanted.len()].fill(true);
            }
        }
    }
    // Fields, and words that a hyphen parts in one of text and query.
    for (asked, (_, form)) in is_asked.iter_mut().zip(&words) {
        *asked = *asked || query.asks_for_alone(form);
    }
    for (place, form) in joined_words(&words, text) {
        let first = words.iter().find(|(word, _)| word.start == place.start);
        // Who asks for `anti` does not ask for what follows it.
        if query.asks_for(&form) && first.is_some_and(|(_, first)| !query.asks_for(first)) {
            for (asked, (word, _)) in is_asked.iter_mut().zip(&words) {
                *asked = *asked || (place.start <= word.start && word.end <= place.end);
            }
        }
    }
    words.into_iter().zip(is_asked).filter(|(_, is_asked)| *is_asked).map(|((place, _), _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        asked_for(&Query::parse(query), text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn what_is_asked_for_is_marked_where_it_stands() {
        assert_eq!(marked("missile", "missiles and a Missile"), ["missiles", "Missile"]);
        assert_eq!(marked("核武器", "核与核武器"), ["核", "武", "器"]);
        assert_eq!(marked("\"zero option\"", "zero; the zero option"), ["zero", "option"]);
        assert_eq!(marked("antiballistic", "an anti-ballistic missile"), ["anti", "ballistic"]);
        assert_eq!(marked("anti", "an anti-ballistic missile"), ["anti"]);
        assert_eq!(marked("anti-ballistic", "antiballistic missile"), ["antiballistic"]);
        assert_eq!(marked("party:rus", "Russia"), ["Russia"]);
        assert!(marked("-missile", "missile").is_empty());
    }
}
