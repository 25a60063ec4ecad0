//! Finds terms of the glossary by words.

use crate::language::{Definition, Strings, Term};

/// The terms whose name or meaning contains every word of `text`, in alphabetical order, those found by their name
/// first; all terms for an empty text.
pub fn find_terms(text: &str, strings: &Strings) -> Vec<Definition> {
    let folded = crate::text::lowercase;
    let text = folded(text.trim());
    let has_words = |where_to: &str| text.split_whitespace().all(|word| where_to.contains(word));
    let mut found: Vec<(bool, String, Definition)> = Term::all()
        .filter_map(|term| {
            let definition = strings.define(term);
            let name = folded(definition.name);
            let is_named = has_words(&name);
            let is_found = is_named || has_words(&format!("{name} {}", folded(definition.meaning)));
            is_found.then_some((!is_named, name, definition))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(_, _, definition)| definition).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn terms_are_found_by_words_of_their_name_or_meaning_and_names_come_first() {
        let english = Language::English.strings();
        let names = |text: &str| find_terms(text, english).iter().map(|term| term.name).collect::<Vec<_>>();
        assert_eq!(names("acceded"), ["Acceded"]);
        assert_eq!(names("deposit").first(), Some(&"Depositary"));
        assert_eq!(names("").len(), Term::all().count());
        assert!(names("quark").is_empty());
        let russian = find_terms("присоед", Language::Russian.strings());
        assert_eq!(russian.first().map(|term| term.name), Some("Присоединение"));
    }

    #[test]
    fn every_term_has_a_meaning_of_its_own_in_every_language() {
        for language in Language::ALL {
            let mut seen: Vec<Definition> = Vec::new();
            for term in Term::all().map(|term| language.strings().define(term)) {
                assert!(term.meaning.len() > 20, "{term:?}");
                assert!(term.meaning.chars().count() < 320, "a tooltip is no essay: {term:?}");
                assert!(
                    seen.iter().all(|other| other.name != term.name && other.meaning != term.meaning),
                    "{term:?}"
                );
                seen.push(term);
            }
        }
    }
}
