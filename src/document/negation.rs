//! Words that deny. A quotation without its "not" has nearly the same letters, and says the opposite.

use crate::text::{Case, Remarks, fold};

use super::passage::Negation;
use super::words::words;

/// English and Russian words that deny, folded.
const DENYING: [&str; 45] = [
    "not",
    "never",
    "no",
    "nor",
    "neither",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "cannot",
    "without",
    "не",
    "ни",
    "нет",
    "нельзя",
    "без",
    "безо",
    "никогда",
    "никто",
    "никого",
    "никому",
    "никем",
    "ничто",
    "ничего",
    "ничему",
    "ничем",
    "ничей",
    "ничья",
    "ничье",
    "нигде",
    "никуда",
    "ниоткуда",
    "никак",
    "никакой",
    "никакая",
    "никакое",
    "никакие",
    "никакого",
    "никаких",
    "никаким",
    "никакими",
    "никакому",
    "никакую",
    "никоим",
    "никакою",
];

/// Prefixes that turn any word into its opposite.
const ANY_PREFIXES: [&str; 4] = ["un", "non", "не", "бес"];
/// Those that do so only before adjectives: `possible`, but not `come`.
const ADJECTIVE_PREFIXES: [&str; 4] = ["in", "im", "il", "ir"];
const ADJECTIVE_ENDINGS: [&str; 7] = ["able", "ible", "al", "ent", "ant", "ive", "ite"];
/// Minimum length of an opposite: `less` and `unless` are none.
const MIN_LETTERS: usize = 5;

/// The denial that only one of two wordings has.
///
/// `there` is what the document has in place of `quoted`. Spacing (`can not`, `cannot`) and another form of the same
/// denial (`is not`, `isn't`) do not count.
pub(super) fn one_sided(there: &str, quoted: &str) -> Option<Negation> {
    let folded = |text: &str| fold(text, Remarks::Keep, Case::Fold).text;
    let (there, quoted) = (folded(there), folded(quoted));
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    if letters(&there) == letters(&quoted) {
        return None;
    }
    let (a, b) = (all(&there), all(&quoted));
    let found = match (a.iter().find(|word| denies(word)), b.iter().find(|word| denies(word))) {
        (Some(word), None) => Some((*word, false)),
        (None, Some(word)) => Some((*word, true)),
        (Some(_), Some(_)) => None,
        (None, None) => opposite(&a, &b).map(|word| (word, false)).or_else(|| {
            let word = opposite(&b, &a)?;
            Some((word, true))
        }),
    };
    found.map(|(word, is_quoted)| Negation { word: word.to_owned(), is_quoted })
}

/// Whether a quotation has the denial itself, so that omitting it elsewhere takes nothing back.
pub(super) fn is_said(negation: &Negation, quoted: &str) -> bool {
    let quoted = fold(quoted, Remarks::Keep, Case::Fold).text;
    all(&quoted).contains(&negation.word.as_str())
}

/// The words of a folded text.
fn all(text: &str) -> Vec<&str> {
    words(text, 0..text.len()).iter().filter(|word| word.is_word).map(|word| &text[word.range()]).collect()
}

fn denies(word: &str) -> bool {
    word.ends_with("n't") || DENYING.contains(&word)
}

/// The first word of `a` that a prefix makes the opposite of a word of `b`.
fn opposite<'t>(a: &[&'t str], b: &[&str]) -> Option<&'t str> {
    let is_opposite = |word: &str, of: &str| {
        let Some(prefix) = word.strip_suffix(of).filter(|_| of.chars().count() >= MIN_LETTERS) else {
            return false;
        };
        ANY_PREFIXES.contains(&prefix)
            || ADJECTIVE_PREFIXES.contains(&prefix)
                && ADJECTIVE_ENDINGS.iter().any(|ending| of.ends_with(ending))
    };
    a.iter().copied().find(|word| b.iter().any(|other| is_opposite(word, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_on_one_side_only_is_named() {
        for (there, quoted, word, is_quoted) in [
            ("not", "", "not", false),
            ("", "never", "never", true),
            ("now", "not", "not", true),
            ("не", "", "не", false),
            ("won’t", "will", "won't", false),
            ("", "без условий", "без", true),
            ("possible", "impossible", "impossible", true),
            ("неядерного", "ядерного", "неядерного", false),
        ] {
            let want = Negation { word: word.to_owned(), is_quoted };
            assert_eq!(one_sided(there, quoted), Some(want), "{there} => {quoted}");
        }
        for (there, quoted) in [
            ("shall", "will"),
            ("is not", "isn't"),
            ("cannot", "can not"),
            ("невыполнено", "не выполнено"),
            ("note", "vote"),
            ("come", "income"),
            ("less", "unless"),
            ("Norland", "Ostby"),
            ("", ""),
        ] {
            assert_eq!(one_sided(there, quoted), None, "{there} => {quoted}");
        }
    }
}
