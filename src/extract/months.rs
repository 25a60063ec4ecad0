//! Months as words and numerals: English and Russian, full and abbreviated; other languages; Roman numerals.

use super::words::Word;

/// The beginnings of the months' names, in lower-case ASCII letters, English and Russian.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "yanvar"],
    ["february", "fevral"],
    ["march", "mart"],
    ["april", "aprel"],
    ["may", "maya"],
    ["june", "iyun"],
    ["july", "iyul"],
    ["august", "avgust"],
    ["september", "sentyabr"],
    ["october", "oktyabr"],
    ["november", "noyabr"],
    ["december", "dekabr"],
];

/// A month whose Russian stem is a whole form: `мая`, but not `маяк`.
const MAY: [&str; 2] = MONTHS[4];

/// The case endings of Russian months.
const ENDINGS: [&str; 8] = ["", "a", "u", "e", "om", "ya", "yu", "em"];

/// Abbreviated months, English and Russian.
const SHORT_MONTHS: [&[&str]; 12] = [
    &["jan", "yanv"],
    &["feb", "fev", "fevr"],
    &["mar"],
    &["apr"],
    &["may"],
    &["jun", "iyun"],
    &["jul", "iyul"],
    &["aug", "avg"],
    &["sep", "sept", "sen", "sent"],
    &["oct", "okt"],
    &["nov", "noya", "noyab"],
    &["dec", "dek"],
];

/// The months in French, Spanish and German, in lower-case ASCII letters; they count only between a day and a year:
/// `mars`.
const FOREIGN_MONTHS: [[&str; 3]; 12] = [
    ["janvier", "enero", "januar"],
    ["fevrier", "febrero", "februar"],
    ["mars", "marzo", "marz"],
    ["avril", "abril", "april"],
    ["mai", "mayo", "mai"],
    ["juin", "junio", "juni"],
    ["juillet", "julio", "juli"],
    ["aout", "agosto", "august"],
    ["septembre", "septiembre", "september"],
    ["octobre", "octubre", "oktober"],
    ["novembre", "noviembre", "november"],
    ["decembre", "diciembre", "dezember"],
];

/// The months in Roman numerals.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The month that a word names in French, Spanish or German, from 1.
pub(super) fn foreign_month(word: &Word) -> Option<u32> {
    let found = FOREIGN_MONTHS.iter().position(|names| names.contains(&word.form.as_str()));
    found.map(|index| index as u32 + 1)
}

/// The month that a Roman numeral means, from 1.
pub(super) fn roman_month(word: &Word) -> Option<u32> {
    let is_figure = word.is_latin && (word.is_acronym || word.is_capital && word.form.len() == 1);
    let found = ROMAN.iter().position(|figure| is_figure && word.form == *figure);
    found.map(|index| index as u32 + 1)
}

/// The month that a word names, from 1.
pub(super) fn month(word: &Word) -> Option<u32> {
    let form = &word.form;
    let is = |names: &[&str; 2]| {
        // Lower-case `may` is a verb; Russian months take an ending, and `Martin` is not a month.
        let is_russian =
            |ending: &str| if *names == MAY { ending.is_empty() } else { ENDINGS.contains(&ending) };
        (form == names[0] && word.is_capital)
            || !word.is_latin && form.strip_prefix(names[1]).is_some_and(is_russian)
    };
    // The stem of May is too short: `май`, `мае`.
    let is_may = !word.is_latin && matches!(form.as_str(), "maj" | "may" | "mae");
    let is_short = |names: &&[&str]| (word.is_capital || !word.is_latin) && names.contains(&form.as_str());
    let found = MONTHS.iter().position(is).or_else(|| SHORT_MONTHS.iter().position(is_short));
    found.map(|index| index as u32 + 1).or_else(|| is_may.then_some(5))
}
