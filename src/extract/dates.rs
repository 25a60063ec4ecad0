//! Dates as people write them, mostly in English and Russian (`2 August 2019`, `Aug. 2nd, 2019`, `2 авг. 2019 года`,
//! `August 2019`, `2019-08-02`, `02.08.2019`, `3.IX.1990`, `le 3 septembre 1990`, `2–3 August 2019`, `2019`), and
//! days relative to the day of the text (`today`, `вчера`).

use crate::domain::EdtfDate;

use super::months::{foreign_month, month, roman_month};
use super::words::{Word, Words};
use super::{DateMention, WrittenDate};

/// Numbers that count as years.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// A day of the month, as `8` or `8th`.
fn day(word: &Word) -> Option<u32> {
    let digits = word.form.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_ordinal = matches!(&word.form[digits.len()..], "" | "st" | "nd" | "rd" | "th" | "er");
    digits.parse().ok().filter(|day| is_ordinal && digits.len() <= 2 && (1..=31).contains(day))
}

fn number(word: Option<&Word>) -> Option<u32> {
    word.filter(|word| word.form.len() <= 4)?.form.parse().ok()
}

fn year(word: Option<&Word>) -> Option<u32> {
    number(word).filter(|year| YEARS.contains(year) && word.is_some_and(|word| word.form.len() == 4))
}

/// Words for days relative to the day of the text, with their distance from it.
const DAYS: [(&str, i64); 6] =
    [("today", 0), ("yesterday", -1), ("tomorrow", 1), ("segodnya", 0), ("vchera", -1), ("zavtra", 1)];

/// The days of the week, in lower-case ASCII letters: English, and Russian after `в` and `во`.
const WEEK: [(&str, &str); 7] = [
    ("monday", "ponedelnik"),
    ("tuesday", "vtornik"),
    ("wednesday", "sredu"),
    ("thursday", "chetverg"),
    ("friday", "pyatnitsu"),
    ("saturday", "subbotu"),
    ("sunday", "voskresene"),
];

/// A day relative to the day of the text, and how many words name it: one, or a preposition and the day.
fn relative(first: &Word, next: Option<&Word>) -> Option<(usize, WrittenDate)> {
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| first.form == *word) {
        return Some((1, WrittenDate::Days(*days)));
    }
    let next = next?;
    let index = WEEK.iter().position(|&(english, russian)| match first.form.as_str() {
        "on" | "last" => next.form == english && next.is_capital,
        "v" | "vo" => next.form.replace('\'', "") == russian,
        _ => false,
    })?;
    let day = chrono::Weekday::try_from(index as u8).ok()?;
    Some((2, if first.form == "last" { WrittenDate::Last(day) } else { WrittenDate::Weekday(day) }))
}

/// A day in EDTF, which may not exist in the calendar.
fn full(y: u32, m: u32, d: u32) -> String {
    format!("{y}-{m:02}-{d:02}")
}

/// The dates of a text, the longest at each offset; whether they are quoted is not known here.
pub(super) fn dates_in(words: &Words<'_>) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(first) = words.all.get(next) {
        let rest = Rest { words, first: next };
        let (len, when) = match rest.written() {
            // A number written as a date that does not exist says nothing at all: `31.02.2019`.
            Some((len, text)) => (len, EdtfDate::parse(&text).ok().map(WrittenDate::Date)),
            None => match relative(first, words.all.get(next + 1)) {
                Some((len, when)) => (len, Some(when)),
                None => (1, None),
            },
        };
        if let (Some(when), Some(last)) = (when, words.all.get(next + len - 1)) {
            let range = first.range.start..last.range.end;
            found.push(DateMention { range, when, is_quoted: false });
        }
        next += len;
    }
    found
}

/// The words of a text from one onwards.
struct Rest<'a> {
    words: &'a Words<'a>,
    first: usize,
}

impl Rest<'_> {
    /// The day in digits here, if any; see [`written`](Self::written).
    fn in_figures(&self) -> Option<(usize, String)> {
        // 2019-08-02
        if let (Some(y), Some(m), Some(d)) = (self.year(0), self.figure(1), self.figure(2))
            && self.is_between(1, "-")
            && self.is_between(2, "-")
        {
            return Some((3, full(y, m, d)));
        }
        // 12.08.2019; if it goes on like this, it is some other number.
        if let (Some(d), Some(m), Some(y)) = (self.figure(0), self.figure(1), self.year(2))
            && self.is_between(1, ".")
            && self.is_between(2, ".")
        {
            let goes_on = self.is_between(0, ".") || self.is_between(3, ".") && self.is_figure(3);
            return Some(if goes_on { (3, String::new()) } else { (3, full(y, m, d)) });
        }
        // 25/09/1990 and 09/25/1990; 03/09/1990 is ambiguous.
        if let (Some(first), Some(second), Some(y)) = (self.figure(0), self.figure(1), self.year(2))
            && self.is_between(1, "/")
            && self.is_between(2, "/")
            && !self.is_between(0, "/")
            && (first > 12 || second > 12 || first == second)
        {
            let (d, m) = if second > 12 { (second, first) } else { (first, second) };
            return Some((3, full(y, m, d)));
        }
        // 3.IX.1990
        if let (Some(d), Some(m), Some(y)) =
            (self.figure(0), self.word(1).and_then(roman_month), self.year(2))
            && [".", "/", "-"].into_iter().any(|mark| self.is_between(1, mark) && self.is_between(2, mark))
        {
            return Some((3, full(y, m, d)));
        }
        None
    }

    /// The date here, in digits or with a month, in EDTF, and how many words it takes.
    fn written(&self) -> Option<(usize, String)> {
        let span = |y: u32, from: (u32, u32), to: (u32, u32)| {
            format!("{}/{}", full(y, from.0, from.1), full(y, to.0, to.1))
        };
        if let Some(found) = self.in_figures() {
            return Some(found);
        }
        // 3-го сентября 1990
        if self.is_ending(1)
            && let (Some(d), Some((len, m, y))) = (self.day(0), self.month_and_year(2))
        {
            return Some((2 + len, full(y, m, d)));
        }
        // 2 August 2019, 8th of December 1987, 8 дек. 1987
        if let Some((len, m, y)) = self.day(0).and_then(|_| self.month_and_year(1)) {
            return Some((1 + len, full(y, m, self.day(0)?)));
        }
        // 30 April – 2 May 1990
        if let (Some(from), Some(m)) = (self.day(0), self.month(1))
            && self.is_range(2)
            && let (Some(to), Some((len, last, y))) = (self.day(2), self.month_and_year(3))
        {
            return Some((3 + len, span(y, (m, from), (last, to))));
        }
        // 2–3 May 1990
        if let (Some(from), Some(to)) = (self.day(0), self.day(1))
            && self.is_range(1)
            && let Some((len, m, y)) = self.month_and_year(2)
        {
            return Some((2 + len, span(y, (m, from), (m, to))));
        }
        let m = self.month(0);
        // August 2, 2019; Dec. 8, 1987
        if let (Some(m), Some(d), Some(y)) = (m, self.day_after_month(), self.year(2))
            && self.is_near(2, &[",", ""])
        {
            return Some((3, full(y, m, d)));
        }
        // May 2–3, 1990
        if let (Some(m), Some(from), Some(to), Some(y)) =
            (m, self.day_after_month(), self.day(2), self.year(3))
            && self.is_range(2)
            && self.is_near(3, &[",", ""])
        {
            return Some((4, span(y, (m, from), (m, to))));
        }
        // August 2019
        if let (Some(m), Some(y)) = (m, self.year(1))
            && (self.is_near(1, &["", ",", self.point(0)])
                || !self.point(0).is_empty() && self.is_near(1, &[".,"]))
        {
            return Some((2, format!("{y}-{m:02}")));
        }
        self.year(0).map(|y| (1, y.to_string()))
    }

    fn word(&self, index: usize) -> Option<&Word> {
        self.words.all.get(self.first + index)
    }

    fn year(&self, index: usize) -> Option<u32> {
        year(self.word(index))
    }

    fn day(&self, index: usize) -> Option<u32> {
        self.word(index).and_then(day)
    }

    fn month(&self, index: usize) -> Option<u32> {
        self.word(index).and_then(month)
    }

    fn is_figure(&self, index: usize) -> bool {
        self.word(index).is_some_and(|word| word.form.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// A number of one or two digits, perhaps too large for a day or a month.
    fn figure(&self, index: usize) -> Option<u32> {
        number(self.word(index).filter(|word| word.form.len() <= 2 && self.is_figure(index)))
    }

    /// The trimmed text between a word and the one before it; `None` where a paragraph ends.
    fn between(&self, index: usize) -> Option<&str> {
        let before = self.words.all.get((self.first + index).checked_sub(1)?)?;
        let word = self.word(index)?;
        let between = self.words.text.get(before.range.end..word.range.start)?;
        (!between.contains("\n\n")).then(|| between.trim())
    }

    fn is_near(&self, index: usize, allowed: &[&str]) -> bool {
        self.between(index).is_some_and(|between| allowed.contains(&between))
    }

    /// Whether the text between a word and the one before it is exactly `mark`, without spaces.
    fn is_between(&self, index: usize, mark: &str) -> bool {
        let before = (self.first + index).checked_sub(1).and_then(|before| self.words.all.get(before));
        before.zip(self.word(index)).is_some_and(|(before, word)| {
            self.words.text.get(before.range.end..word.range.start) == Some(mark)
        })
    }

    /// Whether a dash comes before a word.
    fn is_range(&self, index: usize) -> bool {
        self.is_near(index, &["-", "–", "—"])
    }

    /// The full stop that may follow an abbreviated month.
    fn point(&self, index: usize) -> &'static str {
        let is_short = self.word(index).is_some_and(|word| {
            let form = word.form.as_str();
            let is_full = matches!(form, "may" | "june" | "july" | "mart" | "maya" | "mae" | "maj");
            form == "noyab" || form.len() <= 4 && !is_full
        });
        if is_short { "." } else { "" }
    }

    fn day_after_month(&self) -> Option<u32> {
        self.day(1).filter(|_| self.is_near(1, &["", self.point(0)]))
    }

    /// Whether a word is the ending of a Russian ordinal in digits: `3-го`.
    fn is_ending(&self, index: usize) -> bool {
        let is_ending = |word: &Word| !word.is_latin && matches!(word.form.as_str(), "go" | "e" | "oe");
        self.is_between(index, "-") && self.word(index).is_some_and(is_ending)
    }

    /// The month and year after a day (`August 2019`, `of December, 1987`), and how many words they take.
    fn month_and_year(&self, index: usize) -> Option<(usize, u32, u32)> {
        let is = |at: usize, form: &str| self.word(at).is_some_and(|word| word.form == form);
        let is_of = |at: usize| usize::from(is(at, "of") || is(at, "de"));
        let is_day = usize::from(is(index, "day") && is(index + 1, "of"));
        let at = index + is_day + is_of(index + is_day);
        // In German a full stop follows the day: `3. September 1990`.
        let point = if at == index && self.is_plain_day(index) { "." } else { "" };
        let m = self.month(at).or_else(|| self.word(at).and_then(foreign_month));
        let m = m.filter(|_| (index..=at).all(|at| self.is_near(at, &["", "-", point])))?;
        let year_at = at + 1 + usize::from(is(at + 1, "de") || is(at + 1, "del"));
        let is_joined = (at + 2..=year_at).all(|at| self.is_near(at, &[""]));
        let is_after = self.is_near(at + 1, &["", ",", "-", self.point(at)])
            || !self.point(at).is_empty() && self.is_near(at + 1, &[".,"]);
        let y = self.year(year_at).filter(|_| is_after && is_joined)?;
        Some((year_at + 1 - index, m, y))
    }

    /// Whether a day in plain digits, a full stop and a space come before a word.
    fn is_plain_day(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| self.figure(before).is_some())
            && [". ", ".\u{a0}"].into_iter().any(|between| self.is_between(index, between))
    }
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

    #[test]
    fn months_are_short_days_are_ordinal_and_figures_have_points() {
        let cases: [(&str, &[&str]); 13] = [
            ("WASHINGTON, Dec. 8, 1987. It", &["1987-12-08"]),
            ("on the 8th of December 1987, on June 1st, 1988", &["1987-12-08", "1988-06-01"]),
            (
                "8 Dec 1989, Thu, 4 Feb 2021, DEC 9 1989, Sept. 2020, 8 дек. 1987 года, 8 февр. 2021 г.",
                &["1989-12-08", "2021-02-04", "1989-12-09", "2020-09", "1987-12-08", "2021-02-08"],
            ),
            ("1 сентября 2019 г. и 12.08.2019.", &["2019-09-01", "2019-08-12"]),
            ("this eighth day; the 8th day of December, 1987", &["1987-12-08"]),
            (
                "2–3 May 1990; May 4-5, 1990; 30 April – 2 May 1990",
                &["1990-05-02/1990-05-03", "1990-05-04/1990-05-05", "1990-04-30/1990-05-02"],
            ),
            ("31.02.2019, 99.99.2019, 1.12.08.2019, 12.08.2019.7 and 3–2 May 1990", &[]),
            ("on 8\nDecember 1987", &["1987-12-08"]),
            ("He left on 8\n\nMay 2019 began.", &["2019-05"]),
            (
                "the 3rd of Sept., 1990; 3.IX.1990, 3-го сентября 1990 года, 3. September 1990, 14. März 1990",
                &["1990-09-03", "1990-09-03", "1990-09-03", "1990-09-03", "1990-03-14"],
            ),
            (
                "le 3 septembre 1990, le 1er août 1990, el 3 de septiembre de 1990, Oct., 1990",
                &["1990-09-03", "1990-08-01", "1990-09-03", "1990-10"],
            ),
            (
                "03/09/1990, 25/09/1990, 09/25/1990, 09/09/1990 and 31/02/1990; Sept 3 '90",
                &["1990", "1990-09-25", "1990-09-25", "1990-09-09"],
            ),
            ("in May. 2019 warheads; it was Jan who saw 8 mar 2019 dec", &["2019", "2019"]),
        ];
        for (text, wanted) in cases {
            let found: Vec<String> =
                dates_in(&Words::of(text)).iter().map(|mention| said(mention, None)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
