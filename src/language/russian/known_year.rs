//! Russian: a year as far as it is known. `г.` stands before the era, as in `44 г. до н. э.`

use crate::domain::{KnownYear, Years};

use super::dates::{group, year as year_words, years};

/// When something happened: `в 1964 г.`, `в 44 г. до н. э.`, `в 1960-х`, `в XX веке`, `около 1963 г.`
pub(super) fn at(year: KnownYear) -> String {
    let about = if year.is_approximate { "около" } else { "в" };
    let words = match year.years {
        Years::One(one) => format!("{about} {}", with_sign(one)),
        Years::Group(first, last) if is_plain(first, last) => format!("{about} {}", span(first, last)),
        Years::Group(first, last) if year.is_approximate => format!("около {}", genitive(first, last)),
        Years::Group(first, last) => {
            let words =
                genitive(first, last).replace(" века", " веке").replace("-го тысячелетия", "-м тысячелетии");
            format!("{} {words}", with_vowel("в", &words))
        }
        Years::Either(first, last) if first > 99 => format!("{about} {first} или {last} г."),
        Years::Either(first, last) => format!("{about} {} или {}", with_sign(first), with_sign(last)),
        Years::Between(first, last) => format!("{about} {}", span(first, last)),
        Years::OrEarlier(one) => format!("{about} {} или раньше", with_sign(one)),
        Years::OrLater(one) => format!("{about} {} или позже", with_sign(one)),
    };
    doubted(year, words)
}

/// Since when something is so: `с 1970`, `с 1960-х`, `со 2-го тысячелетия`, `примерно с 1990`.
pub(super) fn since(year: KnownYear) -> String {
    let words = match year.years {
        Years::Group(first, last) if !is_plain(first, last) => genitive(first, last),
        _ => bare(year),
    };
    let about = if year.is_approximate { "примерно " } else { "" };
    doubted(year, format!("{about}{} {words}", with_vowel("с", &words)))
}

/// A year by itself: `1970`, `1960-е`, `около 1963`.
pub(super) fn by_itself(year: KnownYear) -> String {
    let words = match year.years {
        Years::Group(first, last) if year.is_approximate => genitive(first, last),
        _ => bare(year),
    };
    doubted(year, if year.is_approximate { format!("около {words}") } else { words })
}

fn bare(year: KnownYear) -> String {
    match year.years {
        Years::One(one) => year_words(one),
        Years::Group(first, last) => group(first, last, false, false),
        Years::Either(first, last) => format!("{} или {}", year_words(first), year_words(last)),
        Years::Between(first, last) => span(first, last),
        Years::OrEarlier(one) => format!("{} или раньше", year_words(one)),
        Years::OrLater(one) => format!("{} или позже", year_words(one)),
    }
}

fn doubted(year: KnownYear, words: String) -> String {
    if year.is_uncertain { format!("{words} (под вопросом)") } else { words }
}

/// Whether a group of years has no name but its years, as the decades before the common era.
fn is_plain(first: i32, last: i32) -> bool {
    last - first <= 9 && first <= 0
}

fn genitive(first: i32, last: i32) -> String {
    group(first, last, false, true)
}

/// A year with its sign, which stands before the era.
fn with_sign(year: i32) -> String {
    match year {
        ..=0 => format!("{} г. до н. э.", 1 - year),
        1..=99 => format!("{year} г. н. э."),
        _ => format!("{year} г."),
    }
}

/// Years from one to another with their sign: `1960–1965 гг.`, `50–41 гг. до н. э.`
fn span(first: i32, last: i32) -> String {
    match (first > 0, last > 0) {
        (true, _) if first > 99 => format!("{} гг.", years(first, last)),
        (true, _) => format!("{first}–{last} гг. н. э."),
        (false, true) if last > 99 => format!("{} – {last} г. н. э.", with_sign(first)),
        (false, true) => format!("{} – {}", with_sign(first), with_sign(last)),
        (false, false) => format!("{}–{} гг. до н. э.", 1 - first, 1 - last),
    }
}

/// A preposition as it is said before `второй`.
fn with_vowel(preposition: &str, words: &str) -> String {
    let is_second = words.starts_with("2-") || words.starts_with("II ");
    if is_second { format!("{preposition}о") } else { preposition.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EdtfDate;

    #[test]
    fn a_year_in_doubt_is_not_said_as_if_it_were_known() {
        for (edtf, when, since_when) in [
            ("1964-03-05", "в 1964 г.", "с 1964"),
            ("-0043", "в 44 г. до н. э.", "с 44 до н. э."),
            ("0033", "в 33 г. н. э.", "с 33 н. э."),
            ("196X", "в 1960-х", "с 1960-х"),
            ("19XX", "в XX веке", "с XX века"),
            ("01XX", "во II веке", "со II века"),
            ("1XXX", "во 2-м тысячелетии", "со 2-го тысячелетия"),
            ("-004X", "в 50–41 гг. до н. э.", "с 50–41 до н. э."),
            ("[1960,1965]", "в 1960 или 1965 г.", "с 1960 или 1965"),
            ("[1960..1965]", "в 1960–1965 гг.", "с 1960–1965 гг."),
            ("/1960", "в 1960 г. или раньше", "с 1960 или раньше"),
            ("1963~", "около 1963 г.", "примерно с 1963"),
            ("196X~", "около 1960-х", "примерно с 1960-х"),
            ("1963?", "в 1963 г. (под вопросом)", "с 1963 (под вопросом)"),
        ] {
            let year = KnownYear::of(&EdtfDate::parse(edtf).unwrap());
            assert_eq!((at(year).as_str(), since(year).as_str()), (when, since_when), "{edtf}");
        }
    }
}
