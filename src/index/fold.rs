//! Words of a text in the one form in which they are compared: small letters of the Latin alphabet, without accents.

use std::ops::Range;

/// The words of a text, each with its place.
///
/// A word is a run of letters and digits; apostrophes and soft hyphens inside it belong to it. Its form is the
/// word in ASCII (Cyrillic is written in Latin letters, accents are dropped), so that `Рябков` and `Ryabkov` are
/// one word, and so are `Türkiye` and `Turkiye`.
pub fn folded_words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.next()?;
            if !first.is_alphanumeric() {
                continue;
            }
            let mut end = start + first.len_utf8();
            while let Some(&(at, next)) = rest.peek() {
                if !next.is_alphanumeric() && !joins(next) {
                    break;
                }
                if next.is_alphanumeric() {
                    end = at + next.len_utf8();
                }
                rest.next();
            }
            let form = folded(&text[start..end]);
            if !form.is_empty() {
                return Some((start..end, form));
            }
        }
    })
}

/// One word in the form in which it is compared.
fn folded(word: &str) -> String {
    let mut form = any_ascii::any_ascii(word);
    form.retain(|letter| letter.is_ascii_alphanumeric());
    form.make_ascii_lowercase();
    form
}

fn joins(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '\u{ad}' | '\u{301}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        folded_words(text).map(|(_, form)| form).collect()
    }

    #[test]
    fn case_accents_and_scripts_do_not_part_words() {
        assert_eq!(forms("Рябков"), forms("RYABKOV"));
        assert_eq!(forms("Türkiye’s “Open-Skies”"), ["turkiyes", "open", "skies"]);
        assert_eq!(forms("disarma\u{ad}ment"), ["disarmament"]);
        assert_eq!(forms("договор СНВ-3"), ["dogovor", "snv", "3"]);
        assert!(forms(" — … ").is_empty());
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "«Ядерный щит», ’tis";
        for (place, form) in folded_words(text) {
            assert_eq!(folded(&text[place]), form);
        }
    }
}
