//! Tells place names next to people and offices from people's names: `Minister Ivo Kern of Freedonia`, `speaking in
//! Geneva`.

use super::lexicon::{is_function_word, is_pronoun, is_speech, is_stand_in, is_title};
use super::name_run::name_run;
use super::words::{Word, Words};

/// Maximum number of words of a name with the office before it.
const MAX_PLACE_WORDS: usize = 7;

/// Whether capitalised words are a place: after `in`, or after a person and `of`. `is_known` recognises family names
/// that occurred earlier in the text.
pub(super) fn is_place(
    words: &Words<'_>,
    (first, len): (usize, usize),
    is_known: impl Fn(&str) -> bool,
) -> bool {
    let Some(link) = before(words, first) else { return false };
    let is_in = match link.form.as_str() {
        "in" | "at" => link.is_latin,
        "v" | "vo" | "iz" => !link.is_latin,
        _ => false,
    };
    if is_in {
        // `in Kern’s view`
        return len == 1 && words.all.get(first + 1).is_none_or(|next| next.form != "s");
    }
    let of = if link.form == "the" { first - 1 } else { first };
    let Some(holder) = of_whom(words, of) else { return false };
    let office = &words.all[holder];
    if is_title(&office.form) {
        // `the President of Freedonia, Ivo Kern`
        return len == 1 && is_named_after(words, first);
    }
    if !office.is_capital || is_function_word(&office.form) {
        return false;
    }
    let named = capitals_before(words, holder + 1);
    let start = holder + 1 - named;
    let is_office_in = words.all[start..holder].iter().any(|word| is_title(&word.form));
    let has_office = is_office_in || before(words, start).is_some_and(|word| is_title(&word.form));
    if len == 1 {
        return named > 1 || has_office || is_known(&office.form);
    }
    // `Deputy Chief of Staff Ivo Kern` is one person, `Minister Ivo Kern of New Freedonia` another.
    has_office && named > 2
}

/// Whether capitalised words are an office given with its place: `the President of Freedonia, Ivo Kern`.
pub(super) fn is_bare(words: &Words<'_>, first: usize, len: usize) -> bool {
    let mut office = words.all[first..].iter().take(len);
    let is_of = |index: usize| words.all.get(index).is_some_and(|word| word.form == "of");
    is_of(first + len) && is_named_after(words, first + len + 1) && office.all(|word| is_title(&word.form))
}

/// Whether an office comes before a name, with or without its place: `minister Ivo Kern`, `minister of Freedonia, Ivo
/// Kern`.
pub(super) fn is_titled(words: &Words<'_>, first: usize) -> bool {
    let form = |back: usize| {
        let word = first.checked_sub(back).and_then(|index| words.all.get(index));
        word.map_or("", |word| word.form.as_str())
    };
    is_title(form(1)) || is_title(form(3)) && form(2) == "of"
}

/// How many of the capitalised words are the place of the office before them, as in Russian: `министр обороны
/// Эстмарка Илзе Корханен`.
pub(super) fn office_place_len(words: &Words<'_>, first: usize, len: usize) -> usize {
    /// Maximum number of words of the office: `министр иностранных дел`.
    const MAX_OFFICE_WORDS: usize = 4;
    let Some([place, name]) = words.all.get(first..first + 2) else { return 0 };
    let is_genitive = words.text[place.range.clone()].ends_with(['а', 'я', 'ы', 'и']);
    // `Анна Ивановна Керн`
    let is_father = ["vich", "vicha", "vichem", "vna", "vny", "vnu", "vnoj", "vnoy"]
        .iter()
        .any(|ending| name.form.ends_with(ending));
    if len < 3 || !is_genitive || is_father {
        return 0;
    }
    let before = words.all[first.saturating_sub(MAX_OFFICE_WORDS)..first].iter().rev();
    let before = before.take_while(|word| word.sentence == place.sentence && !is_speech(&word.form));
    let is_office = |word: &Word| {
        let is_office = is_title(&word.form) || is_stand_in(word) && !is_pronoun(&word.form);
        !word.is_latin && is_office
    };
    let mut before = before.take_while(|word| !word.is_capital || word.is_acronym || is_office(word));
    usize::from(before.any(is_office))
}

/// The word before another in its sentence, with only a space between them.
fn before<'a>(words: &'a Words<'_>, index: usize) -> Option<&'a Word> {
    let (before, word) = (words.all.get(index.checked_sub(1)?)?, words.all.get(index)?);
    let between = words.text.get(before.range.end..word.range.start)?;
    (before.sentence == word.sentence && between.trim().is_empty()).then_some(before)
}

/// The index of the word before the `of` that precedes some words.
fn of_whom(words: &Words<'_>, first: usize) -> Option<usize> {
    before(words, first).filter(|of| of.form == "of")?;
    let of = first.checked_sub(1)?;
    before(words, of)?;
    of.checked_sub(1)
}

/// How many adjacent capitalised words end before an index.
fn capitals_before(words: &Words<'_>, end: usize) -> usize {
    let reaches = |&count: &usize| count <= end && name_run(words, end - count) >= count;
    (1..=MAX_PLACE_WORDS).take_while(reaches).count()
}

/// Whether a comma and a name follow a word.
fn is_named_after(words: &Words<'_>, index: usize) -> bool {
    let (Some(word), Some(next)) = (words.all.get(index), words.all.get(index + 1)) else { return false };
    let between = words.text.get(word.range.end..next.range.start).unwrap_or_default();
    between.trim() == "," && next.is_capital && next.sentence == word.sentence
}
