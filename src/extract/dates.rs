//! Dates as people write them in English and Russian: `2 August 2019`, `August 2, 2019`, `2 августа 2019 года`, `August
//! 2019`, `2019-08-02`, `2019`; and days told from the day of the text: `today`, `вчера`, `on Wednesday`.

use crate::domain::EdtfDate;

use super::words::{Word, Words};
use super::{DateMention, When};

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

/// Years that a number is taken for.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// The month that a word names, from 1.
fn month(word: &Word) -> Option<u32> {
    let form = &word.form;
    let is = |names: &[&str; 2]| {
        // `may` is a verb where it has no capital; Russian months take an ending, and `Martin` is none.
        let is_russian =
            |ending: &str| if *names == MAY { ending.is_empty() } else { ENDINGS.contains(&ending) };
        (form == names[0] && word.is_capital)
            || !word.is_latin && form.strip_prefix(names[1]).is_some_and(is_russian)
    };
    // May is too short for a stem: `май`, `мае`.
    let is_may = !word.is_latin && matches!(form.as_str(), "maj" | "mae");
    MONTHS.iter().position(is).map(|place| place as u32 + 1).or_else(|| is_may.then_some(5))
}

fn number(word: Option<&Word>) -> Option<u32> {
    word.filter(|word| word.form.len() <= 4)?.form.parse().ok()
}

fn year(word: Option<&Word>) -> Option<u32> {
    number(word).filter(|year| YEARS.contains(year) && word.is_some_and(|word| word.form.len() == 4))
}

/// Days that are told from the day of the text, as distances from it.
const DAYS: [(&str, i64); 6] =
    [("today", 0), ("yesterday", -1), ("tomorrow", 1), ("segodnya", 0), ("vchera", -1), ("zavtra", 1)];

/// The days of the week: English, and Russian after `в` and `во`, in small ASCII letters.
const WEEK: [(&str, &str); 7] = [
    ("monday", "ponedelnik"),
    ("tuesday", "vtornik"),
    ("wednesday", "sredu"),
    ("thursday", "chetverg"),
    ("friday", "pyatnitsu"),
    ("saturday", "subbotu"),
    ("sunday", "voskresene"),
];

/// A day told from the day of the text, and how many words tell it: one, or a preposition and the day.
fn relative(first: &Word, next: Option<&Word>) -> Option<(usize, When)> {
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| first.form == *word) {
        return Some((1, When::Days(*days)));
    }
    let next = next?;
    let place = WEEK.iter().position(|&(english, russian)| match first.form.as_str() {
        "on" | "last" => next.form == english && next.is_capital,
        "v" | "vo" => next.form.replace('\'', "") == russian,
        _ => false,
    })?;
    let day = chrono::Weekday::try_from(place as u8).ok()?;
    Some((2, if first.form == "last" { When::Last(day) } else { When::Weekday(day) }))
}

/// The dates of a text, the fullest at each place.
pub(super) fn dates_in(words: &Words<'_>) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(first) = words.all.get(next) {
        let at = |place: usize| words.all.get(next + place);
        let day = |place: usize| number(at(place)).filter(|day| (1..=31).contains(day));
        let month_at = |place: usize| at(place).and_then(month);
        let numeric = |place: usize| number(at(place)).filter(|month| (1..=12).contains(month));
        let is_joined = |len: usize| {
            let last = &words.all[(next + len - 1).min(words.all.len() - 1)];
            words.text[first.range.start..last.range.end].matches('-').count() + 1 == len
        };
        let candidates = [
            // 2019-08-02
            year(at(0))
                .zip(numeric(1))
                .zip(day(2))
                .filter(|_| is_joined(3))
                .map(|((y, m), d)| (3, y, Some(m), Some(d))),
            // 2 August 2019
            day(0).zip(month_at(1)).zip(year(at(2))).map(|((d, m), y)| (3, y, Some(m), Some(d))),
            // August 2, 2019
            month_at(0).zip(day(1)).zip(year(at(2))).map(|((m, d), y)| (3, y, Some(m), Some(d))),
            // August 2019
            month_at(0).zip(year(at(1))).map(|(m, y)| (2, y, Some(m), None)),
            // 2019
            year(at(0)).map(|y| (1, y, None, None)),
        ];
        let Some((len, y, m, d)) = candidates.into_iter().flatten().next() else {
            if let Some((len, when)) = relative(first, at(1)) {
                let end = words.all[next + len - 1].range.end;
                found.push(DateMention { range: first.range.start..end, when });
                next += len;
            } else {
                next += 1;
            }
            continue;
        };
        let text = match (m, d) {
            (Some(m), Some(d)) => format!("{y}-{m:02}-{d:02}"),
            (Some(m), None) => format!("{y}-{m:02}"),
            _ => y.to_string(),
        };
        if let Ok(date) = EdtfDate::parse(&text) {
            let end = words.all[next + len - 1].range.end;
            found.push(DateMention { range: first.range.start..end, when: When::Date(date) });
        }
        next += len;
    }
    found
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn said(mention: &DateMention, day: Option<NaiveDate>) -> String {
        mention.when.date(day).map_or_else(String::new, |date| date.text().to_owned())
    }

    #[test]
    fn days_are_told_from_the_day_of_the_text() {
        let text = "He said so at a briefing today; on Wednesday, and last Friday, she had not. Yesterday, a sunday paper. \
            Сегодня, вчера и во вторник; в среду.";
        let found = dates_in(&Words::of(text));
        // A Thursday.
        let day = NaiveDate::from_ymd_opt(2021, 2, 11);
        let days: Vec<String> = found.iter().map(|mention| said(mention, day)).collect();
        assert_eq!(
            days,
            [
                "2021-02-11",
                "2021-02-10",
                "2021-02-05",
                "2021-02-10",
                "2021-02-11",
                "2021-02-10",
                "2021-02-09",
                "2021-02-10"
            ]
        );
        let friday = NaiveDate::from_ymd_opt(2021, 2, 12);
        assert_eq!([said(&found[1], friday), said(&found[2], friday)], ["2021-02-10", "2021-02-05"]);
        assert!(found.iter().all(|mention| mention.when.date(None).is_none()), "without it nobody knows");
    }

    #[test]
    fn dates_are_read_as_they_are_written_and_numbers_are_none() {
        let text = "On 2 August 2019, or August 2, 2019, or 2019-08-02; in August 2019 and in 2019. \
            (Martin 2019), Маяк 1957, Мартин 1958. Он прибыл 2 августа 2019 года и в мае 2020 года уехал. 31 February 2019 is no day; 1,550 warheads, 40 of them; \
            it may 2019 times be said that 12345 is none.";
        let found: Vec<String> =
            dates_in(&Words::of(text)).iter().map(|mention| said(mention, None)).collect();
        assert_eq!(
            found,
            [
                "2019-08-02",
                "2019-08-02",
                "2019-08-02",
                "2019-08",
                "2019",
                "2019",
                "1957",
                "1958",
                "2019-08-02",
                "2020-05",
                "2019"
            ]
        );
    }
}
