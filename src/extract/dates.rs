//! Dates as people write them in English and Russian: `2 August 2019`, `August 2, 2019`, `2 августа 2019 года`, `August
//! 2019`, `2019-08-02`, `2019`.

use crate::domain::EdtfDate;

use super::DateMention;
use super::words::{Word, Words};

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

/// Years that a number is taken for.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// The month that a word names, from 1.
fn month(word: &Word) -> Option<u32> {
    let form = &word.form;
    let is = |names: &[&str; 2]| {
        // `may` is a verb where it has no capital; Russian months take an ending.
        (form == names[0] && word.is_capital)
            || (form.starts_with(names[1]) && form.len() <= names[1].len() + 2)
    };
    // May is too short for a stem: `май`, `мае`.
    let is_may = matches!(form.as_str(), "maj" | "mae");
    MONTHS.iter().position(is).map(|place| place as u32 + 1).or_else(|| is_may.then_some(5))
}

fn number(word: Option<&Word>) -> Option<u32> {
    word.filter(|word| word.form.len() <= 4)?.form.parse().ok()
}

fn year(word: Option<&Word>) -> Option<u32> {
    number(word).filter(|year| YEARS.contains(year) && word.is_some_and(|word| word.form.len() == 4))
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
            next += 1;
            continue;
        };
        let text = match (m, d) {
            (Some(m), Some(d)) => format!("{y}-{m:02}-{d:02}"),
            (Some(m), None) => format!("{y}-{m:02}"),
            _ => y.to_string(),
        };
        if let Ok(date) = EdtfDate::parse(&text) {
            let end = words.all[next + len - 1].range.end;
            found.push(DateMention { range: first.range.start..end, date });
        }
        next += len;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written_and_numbers_are_none() {
        let text = "On 2 August 2019, or August 2, 2019, or 2019-08-02; in August 2019 and in 2019. \
            Он прибыл 2 августа 2019 года и в мае 2020 года уехал. 31 February 2019 is no day; 1,550 warheads, 40 of them; \
            it may 2019 times be said that 12345 is none.";
        let found: Vec<String> =
            dates_in(&Words::of(text)).iter().map(|mention| mention.date.text().to_owned()).collect();
        assert_eq!(
            found,
            ["2019-08-02", "2019-08-02", "2019-08-02", "2019-08", "2019", "2019-08-02", "2020-05", "2019"]
        );
    }
}
