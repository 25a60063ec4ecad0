//! The language of a quotation whose file does not name it.

/// BCP 47 for a language that is not known.
const UNKNOWN: &str = "und";

/// The language of a quotation, a BCP 47 tag: Russian where most letters are Cyrillic and all of these are in its alphabet,
/// and otherwise `und`, since Latin letters tell nothing.
pub(super) fn language_of(quote: &str) -> &'static str {
    let is_cyrillic = |c: &char| matches!(c, '\u{400}'..='\u{52f}');
    let letters = quote.chars().filter(|c| c.is_alphabetic()).count();
    let cyrillic = || quote.chars().filter(is_cyrillic);
    let is_russian = |c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё');
    let is_most = cyrillic().count() * 2 > letters;
    if is_most && cyrillic().all(is_russian) { "ru" } else { UNKNOWN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_russian_alphabet_is_taken_for_russian() {
        for (quote, expected) in [
            ("Россия вышла из ДРСМД", "ru"),
            ("Ответ на New START будет зеркальным", "ru"),
            ("Ми підписали угоду", "und"),
            ("Доверяй, but verify, said Mr Reagan", "und"),
            ("Russia has violated the treaty", "und"),
            ("1987", "und"),
        ] {
            assert_eq!(language_of(quote), expected, "{quote}");
        }
    }
}
