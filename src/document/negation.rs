//! Words that deny. A quotation that lost its "not" is nearly the same letters, and says the opposite.

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

/// What turns a word into its opposite, before any word.
const ANY_PREFIXES: [&str; 4] = ["un", "non", "не", "бес"];
/// The same before words that end as adjectives do: `possible`, but not `come`.
const ADJECTIVE_PREFIXES: [&str; 4] = ["in", "im", "il", "ir"];
const ADJECTIVE_ENDINGS: [&str; 7] = ["able", "ible", "al", "ent", "ant", "ive", "ite"];
/// Shorter words are no opposites: `less` and `unless`.
const MIN_LETTERS: usize = 5;

/// The word that denies in one of two wordings and not in the other.
///
/// `there` is what a document has in the place of what is `quoted`. That a word is set in two words, or that a denial is
/// in other words (`is not`, `isn't`), is none.
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

/// Whether a quotation has the denying word itself, so that leaving it out once more takes nothing back.
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

/// The first word of `a` that is the opposite of one of `b` by its prefix.
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
