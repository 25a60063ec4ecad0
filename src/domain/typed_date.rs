//! Dates as people type them: EDTF, or English or Russian words.
//!
//! All that the program prints can be read back: days, months, seasons, years, decades, centuries and millennia, with
//! their doubts and eras, and intervals of them.

use super::edtf_date::{EdtfDate, EdtfError, Precision};

/// The months: English, and Russian in both cases that dates have.
const MONTHS: [[&str; 3]; 12] = [
    ["january", "январь", "января"],
    ["february", "февраль", "февраля"],
    ["march", "март", "марта"],
    ["april", "апрель", "апреля"],
    ["may", "май", "мая"],
    ["june", "июнь", "июня"],
    ["july", "июль", "июля"],
    ["august", "август", "августа"],
    ["september", "сентябрь", "сентября"],
    ["october", "октябрь", "октября"],
    ["november", "ноябрь", "ноября"],
    ["december", "декабрь", "декабря"],
];

/// The seasons and their codes in EDTF.
const SEASONS: [(&str, &str); 13] = [
    ("spring", "21"),
    ("весна", "21"),
    ("весны", "21"),
    ("summer", "22"),
    ("лето", "22"),
    ("лета", "22"),
    ("autumn", "23"),
    ("fall", "23"),
    ("осень", "23"),
    ("осени", "23"),
    ("winter", "24"),
    ("зима", "24"),
    ("зимы", "24"),
];

/// Before an approximate date.
const ABOUT: [&str; 8] = ["about ", "circa ", "ca. ", "ca ", "c. ", "около ", "ок. ", "примерно "];
/// After an uncertain date.
const DOUBT: [&str; 5] = [", uncertain", " (uncertain)", ", под вопросом", " (под вопросом)", "?"];
/// After a year before the common era, and in it; longer forms come first.
const BEFORE: [&str; 8] = ["до нашей эры", "до н. э.", "до н.э.", "до н. э", "до н.э", "bce", "b.c.", "bc"];
const SINCE: [&str; 8] = ["нашей эры", "н. э.", "н.э.", "н. э", "н.э", "ce", "a.d.", "ad"];
/// Between the ends of an interval.
const TO: [&str; 13] =
    [" to ", " – ", " — ", " - ", "–", "—", "‒", "―", " through ", " по ", "…", "...", ".."];
/// Words that add nothing to the numbers beside them.
const FILLERS: [&str; 9] = ["of", "the", "г", "год", "года", "году", "гг", "годы", "годов"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Era {
    Before,
    Since,
}

impl EdtfDate {
    /// Reads a date as it is typed: EDTF, or a date in English or Russian words, as in `8 December 1987`, `8.12.1987`,
    /// `about 44 BCE`, `с 5 марта 1970`, `1980s to 1990s`. The text of the date is EDTF.
    ///
    /// A date with slashes is refused: some write the day first, others the month.
    ///
    /// # Errors
    /// [`EdtfError`] says why `text` is not a date.
    pub fn parse_typed(text: &str) -> Result<Self, EdtfError> {
        let text = text.trim();
        Self::parse(text).or_else(|problem| match edtf_of(text) {
            Some(edtf) => Self::parse(&edtf),
            None => Err(problem),
        })
    }
}

/// The EDTF of a date in words, which may still name no day of the calendar.
fn edtf_of(text: &str) -> Option<String> {
    // No date in words is longer.
    if text.len() > 300 {
        return None;
    }
    let text = text.to_lowercase().replace('ё', "е").replace(['−', '‑'], "-");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    open(&text).or_else(|| pair(&text)).or_else(|| closed(&text)).or_else(|| point(&text))
}

/// An interval with one end: `from 1985`, `until 1959`, `1984 or earlier`.
fn open(text: &str) -> Option<String> {
    let about = |rest: String| format!("about {rest}");
    let prefixed = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word)).map(str::to_owned);
    let from = prefixed(&["from ", "since ", "с ", "со "])
        .or_else(|| prefixed(&["примерно с ", "примерно со "]).map(about));
    if let Some(from) = from {
        // `from` and `с` may also begin an interval with two ends.
        for joint in [" to ", " until ", " по "] {
            if let Some((first, last)) = from.split_once(joint) {
                return interval(first, last);
            }
        }
        let unknown = [", end unknown", ", конец неизвестен"].iter().find_map(|word| from.strip_suffix(word));
        return Some(match unknown {
            Some(from) => format!("{}/", point(from)?),
            None => format!("{}/..", point(&from)?),
        });
    }
    let until = prefixed(&["until ", "till ", "до "]).or_else(|| prefixed(&["примерно до "]).map(about));
    if let Some(until) = until {
        let unknown =
            [", start unknown", ", начало неизвестно"].iter().find_map(|word| until.strip_suffix(word));
        return Some(match unknown {
            Some(until) => format!("/{}", point(until)?),
            None => format!("../{}", point(&until)?),
        });
    }
    let suffixed = |words: &[&str]| words.iter().find_map(|word| text.strip_suffix(word));
    if let Some(last) = suffixed(&[" or earlier", " или раньше"]) {
        return Some(format!("[..{}]", point(last)?));
    }
    Some(format!("[{}..]", point(suffixed(&[" or later", " или позже"])?)?))
}

/// One of two dates, or of all dates between them.
fn pair(text: &str) -> Option<String> {
    let between = text.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
    let between = between.or_else(|| {
        let rest = text.strip_prefix("не раньше ")?;
        rest.split_once(" и не позже ")
    });
    if let Some((first, last)) = between {
        return Some(format!("[{}..{}]", point(first)?, point(last)?));
    }
    let (first, last) = text.split_once(" or ").or_else(|| text.split_once(" или "))?;
    Some(format!("[{},{}]", point(first)?, point(last)?))
}

/// An interval with two ends.
fn closed(text: &str) -> Option<String> {
    let years = || text.split_once('-').filter(|(first, last)| is_plain_year(first) && is_plain_year(last));
    let (first, last) = TO.iter().find_map(|joint| text.split_once(joint)).or_else(years)?;
    interval(first, last)
}

/// Four digits, with or without spaces around them. With a hyphen before it, a shorter number could be a month.
fn is_plain_year(text: &str) -> bool {
    let text = text.trim();
    text.len() == 4 && text.bytes().all(|c| c.is_ascii_digit())
}

fn interval(first: &str, last: &str) -> Option<String> {
    // In `50–41 BCE` the era is given once.
    let is_bare = !first.is_empty() && first.bytes().all(|c| c.is_ascii_digit());
    let first = match era_of(last) {
        (Some(Era::Before), _) if is_bare => format!("{first} bce"),
        (Some(Era::Since), _) if is_bare => format!("{first} ce"),
        _ => first.to_owned(),
    };
    Some(format!("{}/{}", point(&first)?, point(last)?))
}

/// One date with its doubts.
fn point(text: &str) -> Option<String> {
    let text = text.trim();
    let (is_about, text) =
        ABOUT.iter().find_map(|word| text.strip_prefix(word)).map_or((false, text), |rest| (true, rest));
    let (is_unsure, text) =
        DOUBT.iter().find_map(|word| text.strip_suffix(word)).map_or((false, text), |rest| (true, rest));
    let mark = match (is_about, is_unsure) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    };
    bare(text).map(|date| format!("{date}{mark}"))
}

/// One date without doubts.
fn bare(text: &str) -> Option<String> {
    // An end of an interval in words may itself be EDTF.
    let upper = text.to_uppercase();
    if let Ok(date) = EdtfDate::parse(&upper) {
        let is_single = !matches!(
            date.precision(),
            Precision::Interval | Precision::OneOf | Precision::AllOf | Precision::Time
        );
        return is_single.then_some(upper);
    }
    let (era, rest) = era_of(text);
    let parts: Vec<&str> = rest.split([' ', ',', '.']).filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !FILLERS.contains(part)).collect();
    match parts[..] {
        [word] => decade(word, era).or_else(|| year(word, era)),
        [word, "century" | "век" | "века" | "в"] => century(word, era),
        [word, "millennium" | "тысячелетие" | "тысячелетия"] => millennium(word, era),
        [word, of] => {
            let season = SEASONS.iter().find(|(name, _)| *name == word);
            let month = || number(word).or_else(|| month(word)).map(|month| format!("{month:02}"));
            let part = season.map(|(_, code)| (*code).to_owned()).or_else(month)?;
            Some(format!("{}-{part}", year(of, era)?))
        }
        [first, second, third] => {
            let (d, m, y) = match (number(first), number(second)) {
                (Some(_), Some(m)) if first.len() == 4 => (day(third)?, m, first),
                (Some(d), Some(m)) => (d, m, third),
                (_, Some(_)) => (day(second)?, month(first)?, third),
                (_, None) if month(first).is_some() => (day(second)?, month(first)?, third),
                (_, None) => (day(first)?, month(second)?, third),
            };
            Some(format!("{}-{m:02}-{d:02}", year(y, era)?))
        }
        _ => None,
    }
}

/// The era that a text names, and the text without it.
fn era_of(text: &str) -> (Option<Era>, &str) {
    for (names, era) in [(BEFORE, Era::Before), (SINCE, Era::Since)] {
        for name in names {
            // The end of a word is not an era: `ce` in `since`.
            let rest = text
                .strip_suffix(name)
                .filter(|rest| rest.ends_with(|c: char| c == ' ' || c.is_ascii_digit()));
            if let Some(rest) = rest {
                return (Some(era), rest.trim_end());
            }
        }
    }
    text.strip_prefix("ad ").map_or((None, text), |rest| (Some(Era::Since), rest))
}

fn number(text: &str) -> Option<u32> {
    let is_number = (1..=5).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// A number or an ordinal: `8`, `8th`, `20-й`.
fn day(text: &str) -> Option<u32> {
    let endings = ["st", "nd", "rd", "th", "-е", "-й", "-го"];
    number(endings.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text))
}

/// A year as EDTF writes it. Without an era one or two digits could be a day, or stand for another century.
fn year(text: &str, era: Option<Era>) -> Option<String> {
    let said = number(text).filter(|&year| year > 0)?;
    match era {
        None => matches!(text.len(), 3 | 4).then(|| format!("{said:04}")),
        Some(Era::Since) => (said <= 9999).then(|| format!("{said:04}")),
        // There is no year 0, and EDTF counts 1 BCE as 0000.
        Some(Era::Before) if said == 1 => Some("0000".to_owned()),
        Some(Era::Before) => (said <= 10_000).then(|| format!("-{:04}", said - 1)),
    }
}

/// `1980s`, `1980-е`, `10s CE`.
fn decade(text: &str, era: Option<Era>) -> Option<String> {
    let endings = ["'s", "’s", "s", "-е", "-х", "-ые", "-ых"];
    let digits = endings.iter().find_map(|ending| text.strip_suffix(ending))?;
    let first = number(digits).filter(|first| first % 10 == 0)?;
    let is_clear = match era {
        None => digits.len() > 2,
        Some(era) => era == Era::Since,
    };
    (is_clear && (10..=9990).contains(&first)).then(|| format!("{:03}X", first / 10))
}

/// `20th`, `XX` of a century.
fn century(text: &str, era: Option<Era>) -> Option<String> {
    let number = day(text).or_else(|| roman(text)).filter(|number| (1..=100).contains(number))?;
    let minus = if era == Some(Era::Before) { "-" } else { "" };
    Some(format!("{minus}{:02}XX", number - 1))
}

/// `2nd` of a millennium.
fn millennium(text: &str, era: Option<Era>) -> Option<String> {
    let number = day(text).or_else(|| roman(text)).filter(|number| (1..=10).contains(number))?;
    let minus = if era == Some(Era::Before) { "-" } else { "" };
    Some(format!("{minus}{}XXX", number - 1))
}

/// A Roman number, also in Cyrillic letters that look like it.
fn roman(text: &str) -> Option<u32> {
    let digit = |letter: char| match letter {
        'i' | 'і' => Some(1),
        'v' => Some(5),
        'x' | 'х' => Some(10),
        'l' => Some(50),
        'c' | 'с' => Some(100),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    let mut sum = 0;
    for (index, digit) in digits.iter().enumerate() {
        // A digit before a greater one is subtracted.
        let is_subtracted = digits.get(index + 1).is_some_and(|next| next > digit);
        sum += if is_subtracted { -i64::from(*digit) } else { i64::from(*digit) };
    }
    u32::try_from(sum).ok().filter(|&number| number > 0)
}

/// A month by its name or at least three letters of it.
fn month(text: &str) -> Option<u32> {
    let begins = |names: &[&str; 3]| names.iter().any(|name| name.starts_with(text));
    let index = MONTHS.iter().position(begins).filter(|_| text.chars().count() >= 3)?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Option<String> {
        EdtfDate::parse_typed(text).ok().map(|date| date.text().to_owned())
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (text, edtf) in [
            (" 1987-12-08 ", "1987-12-08"),
            ("8.12.1987", "1987-12-08"),
            ("8 Dec 1987", "1987-12-08"),
            ("December 8, 1987", "1987-12-08"),
            ("Dec. 8th, 1987", "1987-12-08"),
            ("8th of December 1987", "1987-12-08"),
            ("1987.12.08", "1987-12-08"),
            ("8 дек 1987 г.", "1987-12-08"),
            ("8\u{a0}декабря 1987 года", "1987-12-08"),
            ("12.1987", "1987-12"),
            ("Sept 1987", "1987-09"),
            ("476", "0476"),
            ("4 September 476", "0476-09-04"),
            ("44 BC", "-0043"),
            ("AD 33", "0033"),
            ("44 до нашей эры", "-0043"),
            ("1 BCE", "0000"),
            ("10000 BCE", "-9999"),
            ("the 1980s", "198X"),
            ("1980-х годов", "198X"),
            ("20 век", "19XX"),
            ("XIX в.", "18XX"),
            ("XL век", "39XX"),
            ("autumn 1962", "1962-23"),
            ("c. 1984", "1984~"),
            ("1984?", "1984?"),
            ("1980–1989", "1980/1989"),
            ("1985-2026", "1985/2026"),
            ("1985 -2026", "1985/2026"),
            ("1985−2026", "1985/2026"),
            ("1985‒2026", "1985/2026"),
            ("1985 — 2026", "1985/2026"),
            ("1985 … 2026", "1985/2026"),
            ("1985..2026", "1985/2026"),
            ("2011 to 2026", "2011/2026"),
            ("с 1985 по 2026", "1985/2026"),
            ("1985 по 2026", "1985/2026"),
            ("1985/2026", "1985/2026"),
            ("50–41 BCE", "-0049/-0040"),
            ("с 1985 по 1987", "1985/1987"),
            ("from 1985-04 to 1986", "1985-04/1986"),
            ("between 1670 and 1672", "[1670..1672]"),
            ("1984 or 1986", "[1984,1986]"),
            ("1984 or earlier", "[..1984]"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn ambiguous_dates_are_not_guessed() {
        for text in [
            "8/12/1987",
            "8-12-1987",
            "1985 -",
            "3 April 33",
            "33",
            "80s",
            "-44",
            "soon",
            "from",
            "1984 or so",
            "1 2 3 4",
        ] {
            assert_eq!(EdtfDate::parse_typed(text), Err(EdtfError::Malformed), "{text}");
        }
        assert_eq!(EdtfDate::parse_typed("30 February 2019"), Err(EdtfError::NoSuchDay));
        assert_eq!(EdtfDate::parse_typed("1987 to 1985"), Err(EdtfError::Backwards));
        assert_eq!(EdtfDate::parse_typed("12019-01"), Err(EdtfError::OutOfRange));
    }
}
