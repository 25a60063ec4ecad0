//! The words of a text in the form in which a search compares them: lower-case Latin letters without accents.
//!
//! Typed text often lacks accents and is in another script, so both go. Quotations are compared by [`super::fold()`],
//! which keeps both.

use std::ops::Range;

use super::{clusters, extends, is_cjk, is_ignorable, nfc, nfkc};

/// The words of a text, each with its range.
///
/// A word is a run of letters and digits; accents, apostrophes and what shows nothing (soft hyphens, joiners) belong to
/// the word they are in. Its form is the word in ASCII (Cyrillic is written in Latin letters, accents are dropped),
/// so that `Рябков` and `Ryabkov` are one word, and so are `Türkiye` and `Turkiye`. The scripts of China, Japan and
/// Korea put no spaces between words: there each letter is a word, and its form the letter itself.
pub fn folded_words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let (begin, first) = rest.char_indices().find(|&(_, c)| c.is_alphanumeric())?;
            let start = at + begin;
            let end =
                start + if is_cjk(first) { one_letter(&text[start..]) } else { one_word(&text[start..]) };
            at = end;
            let word = &text[start..end];
            let form = if is_cjk(first) { nfkc(word).into_owned() } else { folded(word) };
            if !form.is_empty() {
                return Some((start..end, form));
            }
        }
    })
}

/// The length of the letter that a text begins with, marks and all.
fn one_letter(text: &str) -> usize {
    clusters(text).next().map_or(text.len(), |(_, letter)| letter.len())
}

/// The length of the word that a text begins with.
fn one_word(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && !is_cjk(c) {
            end = at + c.len_utf8();
        } else if extends(c) {
            // The accent of a last letter is part of it; a joiner after it is not.
            end = if is_ignorable(c) || end < at { end } else { at + c.len_utf8() };
        } else if !is_ignorable(c) && !matches!(c, '\'' | '’') {
            break;
        }
    }
    end
}

/// A text as its words in their forms, separated by spaces: the sort key of texts.
pub fn folded_text(text: &str) -> String {
    let mut forms = String::new();
    for (_, form) in folded_words(text) {
        if !forms.is_empty() {
            forms.push(' ');
        }
        forms.push_str(&form);
    }
    forms
}

/// The form of a single word.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        let mut form = word.to_ascii_lowercase();
        form.retain(|letter| letter.is_ascii_alphanumeric());
        return form;
    }
    let mut form = transliterate(&nfc(word));
    form.retain(|letter| letter.is_ascii_alphanumeric());
    form
}

/// A text in lower-case ASCII: Cyrillic and other scripts as they are spelled in Latin letters, accents dropped.
///
/// Soft signs become apostrophes, and ½ becomes more than one character.
pub fn transliterate(text: &str) -> String {
    let mut letters = any_ascii::any_ascii(text);
    letters.make_ascii_lowercase();
    letters
}

/// The range of a word in a text, and the form in which it is compared.
pub type Word = (Range<usize>, String);

/// Every form by which a text is found: its words, and hyphenated ones joined.
pub fn search_forms(text: &str, mut take: impl FnMut(String)) {
    if !text.contains(HYPHENS) {
        folded_words(text).for_each(|(_, form)| take(form));
        return;
    }
    let words: Vec<Word> = folded_words(text).collect();
    let joined = joined_words(&words, text);
    words.into_iter().chain(joined).for_each(|(_, form)| take(form));
}

/// The hyphenated words of a text, written without the hyphen, each with its range: `anti-ballistic` is also
/// `antiballistic`. Of a longer chain the whole, and each pair.
pub fn joined_words(words: &[Word], text: &str) -> Vec<Word> {
    let mut joined = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let pairs = words[from..].windows(2).take(MAX_CHAIN - 1);
        let more = pairs.take_while(|pair| is_joint(pair, text)).count();
        let chain = &words[from..=from + more];
        if let [(first, _), _, .., (last, _)] = chain
            && more > 1
        {
            joined.push((first.start..last.end, chain.iter().map(|(_, form)| form.as_str()).collect()));
        }
        for pair in chain.windows(2) {
            if let [(before, one), (after, two)] = pair {
                joined.push((before.start..after.end, format!("{one}{two}")));
            }
        }
        from += more + 1;
    }
    joined
}

/// Whether only a hyphen is between two words.
fn is_joint(pair: &[Word], text: &str) -> bool {
    let [(before, _), (after, _)] = pair else { return false };
    let mut between = text[before.end..after.start].chars();
    between.next().is_some_and(|c| HYPHENS.contains(&c)) && between.all(is_ignorable)
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
/// Maximum number of words joined into one: more hyphens are in a key or an address.
const MAX_CHAIN: usize = 4;

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
    fn spellings_of_a_letter_are_one() {
        assert_eq!(forms("Tu\u{308}rkiye"), forms("Türkiye"));
        assert_eq!(forms("и\u{306}од"), forms("йод"));
        assert_eq!(forms("STRASSE STRAẞE Straße"), ["strasse", "strasse", "strasse"]);
        assert_eq!(forms("İzmir I\u{307}zmir ızmir"), ["izmir", "izmir", "izmir"]);
        assert_eq!(forms("ﬁssile"), ["fissile"]);
        assert_eq!(forms("ballis\u{200d}tic mis\u{200b}sile"), ["ballistic", "missile"]);
        assert_eq!(forms("\u{1112}\u{1162}\u{11a8}"), ["핵"]);
    }

    #[test]
    fn each_letter_is_a_word_where_no_spaces_part_them() {
        assert_eq!(forms("核武器 2010年INF"), ["核", "武", "器", "2010", "年", "inf"]);
        assert_eq!(forms("핵확산"), ["핵", "확", "산"]);
        assert_ne!(forms("核"), forms("ה"), "not by its sound");
    }

    #[test]
    fn ranges_are_those_of_the_text() {
        for text in ["«Ядерный щит», ’tis", "e\u{301}le\u{301} x", "é\u{ad} 核\u{3099}"] {
            for (range, form) in folded_words(text) {
                assert_eq!(forms(&text[range]), [form]);
            }
        }
    }

    #[test]
    fn a_hyphen_makes_one_word_of_two() {
        let joined = |text: &str| -> Vec<String> {
            let words: Vec<Word> = folded_words(text).collect();
            joined_words(&words, text).into_iter().map(|(_, form)| form).collect()
        };
        assert_eq!(joined("the anti-ballistic missile"), ["antiballistic"]);
        assert_eq!(joined("air-to-air"), ["airtoair", "airto", "toair"]);
        assert!(joined("one - two, three – four").is_empty());
    }
}
