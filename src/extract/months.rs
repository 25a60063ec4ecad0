//! The words and figures for months: English and Russian in full and short, other languages, Roman figures.

use super::words::Word;

/// The months by what their names begin with, in small ASCII letters, English and Russian.
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

/// Whose Russian stem is the whole of one form: `мая`, and no `маяк`.
const MAY: [&str; 2] = MONTHS[4];

/// What a Russian month ends in, in all cases.
const ENDINGS: [&str; 8] = ["", "a", "u", "e", "om", "ya", "yu", "em"];

/// The months as they are shortened, English and Russian.
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

/// The months in French, Spanish and German, in small ASCII letters; they count only between a day and a year: `mars`.
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

/// The months in Roman figures.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The month that a word names in French, Spanish or German, from 1.
pub(super) fn foreign_month(word: &Word) -> Option<u32> {
    let found = FOREIGN_MONTHS.iter().position(|names| names.contains(&word.form.as_str()));
    found.map(|index| index as u32 + 1)
}

/// The month that a word is the Roman figure of, from 1.
pub(super) fn roman_month(word: &Word) -> Option<u32> {
    let is_figure = word.is_latin && (word.is_acronym || word.is_capital && word.form.len() == 1);
    let found = ROMAN.iter().position(|figure| is_figure && word.form == *figure);
    found.map(|index| index as u32 + 1)
}

/// The month that a word names, from 1.
pub(super) fn month(word: &Word) -> Option<u32> {
    let form = &word.form;
    let is = |names: &[&str; 2]| {
        // `may` is a verb where it has no capital; Russian months take an ending, and `Martin` is none.
        let is_russian =
            |ending: &str| if *names == MAY { ending.is_empty() } else { ENDINGS.contains(&ending) };
        (form == names[0] && word.is_capital)
            || !word.is_latin && form.strip_prefix(names[1]).is_some_and(is_russian)
    };
    // May is too short for a stem: `май`, `мае`.
    let is_may = !word.is_latin && matches!(form.as_str(), "maj" | "may" | "mae");
    let is_short = |names: &&[&str]| (word.is_capital || !word.is_latin) && names.contains(&form.as_str());
    let found = MONTHS.iter().position(is).or_else(|| SHORT_MONTHS.iter().position(is_short));
    found.map(|index| index as u32 + 1).or_else(|| is_may.then_some(5))
}
