//! English: dates.

use chrono::Datelike as _;

use crate::domain::{
    DateForm, DatePart, EdtfDate, EdtfError, Hemisphere, Moment, PartDoubt, PartOfYear, Precision, Season,
    Yearly,
};
use crate::language::dates::{Dates, describe_doubts, joined};

pub(super) const DATES: Dates = Dates {
    date,
    short: short_date,
    precision,
    problem: |text, problem| match problem {
        EdtfError::Malformed => {
            format!("“{text}” is not a recognised date. Use 1987-12-08 or 8 December 1987")
        }
        EdtfError::NoSuchDay => format!("“{text}” is not a valid calendar date"),
        EdtfError::OutOfRange => format!("“{text}” is outside the years −9999 to 9999"),
        EdtfError::Unplaceable => {
            format!("“{text}” has neither a year nor a century, so it has no position on the timeline")
        }
        EdtfError::Backwards => format!("“{text}” ends before it starts"),
    },
    day,
    day_in_short,
    short_day,
    short_month,
    month_of_year,
    year,
    years,
};

/// The English name of a month, 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get((month as usize).wrapping_sub(1)).copied().unwrap_or("?")
}

/// A year as it is written on the axis: astronomical year 0 is 1 BCE, and a year that could be a day or stand for
/// 1933 says its era.
pub fn year(year: i32) -> String {
    year_of_era(year, false)
}

/// The years from one to another, as in `1980–1989`, `50–41 BCE` and `1 BCE – 9 CE`.
pub fn years(first: i32, last: i32) -> String {
    match (first > 0, last > 0) {
        (true, _) if first < 100 => format!("{first}–{last} CE"),
        (true, _) => format!("{first}–{last}"),
        (false, true) => format!("{} – {}", year_of_era(first, true), year_of_era(last, true)),
        (false, false) => format!("{}–{} BCE", 1 - first, 1 - last),
    }
}

/// A day as in `2 August 2019`.
pub fn day(day: Moment) -> String {
    day_of_era(day, false)
}

/// A day as in `2 Aug 2019`.
fn day_in_short(day: Moment) -> String {
    format!("{} {}", short_day(day), year(day.year()))
}

/// A day without its year, as in `2 Aug`.
pub(super) fn short_day(day: Moment) -> String {
    let date = day.date();
    format!("{} {}", date.day(), short_month(date.month()))
}

/// The first three letters of a month, 1 to 12.
pub(super) fn short_month(month: u32) -> &'static str {
    month_name(month).get(..3).unwrap_or("?")
}

/// A month of a year, as in `Aug 2019`.
pub(super) fn month_of_year(month: u32, of_year: i32) -> String {
    format!("{} {}", short_month(month), year(of_year))
}

pub(super) fn year_of_era(year: i32, says_era: bool) -> String {
    match year {
        ..=0 => format!("{} BCE", 1 - year),
        1..=99 => format!("{year} CE"),
        _ if says_era => format!("{year} CE"),
        _ => year.to_string(),
    }
}

fn day_of_era(day: Moment, says_era: bool) -> String {
    let date = day.date();
    format!("{} {} {}", date.day(), month_name(date.month()), year_of_era(date.year(), says_era))
}

/// A date, as in `2 August 2019`, `about 1984`, `1 February 2019 or 2 February 2019`.
pub fn date(date: &EdtfDate) -> String {
    with_doubts(date, date.crosses_eras(), false)
}

/// A date short enough for a list, as in `2 Aug 2019`.
pub fn short_date(of_date: &EdtfDate) -> String {
    (1..=12).fold(date(of_date), |text, month| text.replace(month_name(month), short_month(month)))
}

/// How exactly a date is known, as in `day precision`.
pub fn precision(date: &EdtfDate) -> String {
    match date.precision() {
        Precision::Time => "time of day".into(),
        Precision::Day => "day precision".into(),
        Precision::Month => "month precision".into(),
        Precision::Season => match date.form() {
            DateForm::PartOfYear { part: PartOfYear::Quarter(_), .. } => "quarter precision".into(),
            DateForm::PartOfYear { part: PartOfYear::Third(_), .. } => "precision of four months".into(),
            DateForm::PartOfYear { part: PartOfYear::Half(_), .. } => "half-year precision".into(),
            _ => "season precision".into(),
        },
        Precision::Year => "year precision".into(),
        Precision::Decade => "decade precision".into(),
        Precision::Century => "century precision".into(),
        Precision::Millennium => "millennium precision".into(),
        Precision::Interval => "interval".into(),
        Precision::OneOf => {
            date.count().map_or_else(|| "one of several dates".into(), |n| format!("one of {n} dates"))
        }
        Precision::AllOf => date.count().map_or_else(|| "several dates".into(), |n| format!("{n} dates")),
    }
}

/// A date with its doubts; inside an interval or a set, where a comma would part it from itself, in brackets.
fn with_doubts(date: &EdtfDate, says_era: bool, is_inside: bool) -> String {
    let bare = match date.form() {
        DateForm::Set(members) => return set(date, members, says_era),
        DateForm::Interval(start, last) => return interval(date, start, last, says_era),
        form => point(&form, says_era),
    };
    let parts = date.part_doubts();
    if !parts.is_empty() {
        return format!("{bare} ({})", doubts(&parts));
    }
    let about =
        if date.is_approximate() { format!("about {}", article(&date.form())) } else { String::new() };
    match (date.is_uncertain(), is_inside) {
        (false, _) => format!("{about}{bare}"),
        (true, false) => format!("{about}{bare}, uncertain"),
        (true, true) => format!("{about}{bare} (uncertain)"),
    }
}

/// Which parts of a date are in doubt, as in `year and month approximate`.
fn doubts(parts: &[PartDoubt]) -> String {
    let name = |part: DatePart| match part {
        DatePart::Year => "year",
        DatePart::Month => "month",
        DatePart::Day => "day",
    };
    describe_doubts(parts, name, "and", ["uncertain", "approximate", "uncertain and approximate"])
}

/// The article of a decade or a quarter after a preposition, as in `from the 1980s`.
fn article(form: &DateForm<'_>) -> &'static str {
    match form {
        DateForm::PartOfYear { part: PartOfYear::Season(..), .. } => "",
        DateForm::PartOfYear { .. } => "the ",
        DateForm::Years { first, last } => the(*first, *last),
        _ => "",
    }
}

/// The article of a decade, a century or a millennium after a preposition; mere years have none.
pub(super) fn the(first: i32, last: i32) -> &'static str {
    if first > 0 || last - first > 9 { "the " } else { "" }
}

fn interval(date: &EdtfDate, start: Option<&EdtfDate>, last: Option<&EdtfDate>, says_era: bool) -> String {
    // A date with `..` before it or after it may be further out.
    let from = start.map(|start| {
        let or_earlier = if date.has_open_start() { " or earlier" } else { "" };
        format!("{}{or_earlier}", with_doubts(start, says_era, true))
    });
    let to = last.map(|last| {
        let or_later = if date.has_open_end() { " or later" } else { "" };
        format!("{}{or_later}", with_doubts(last, says_era, true))
    });
    let the = start.or(last).filter(|end| !end.is_approximate()).map_or("", |end| article(&end.form()));
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) if date.has_unknown_end() => format!("from {the}{from}, end unknown"),
        (Some(from), None) => format!("from {the}{from}"),
        (None, Some(to)) if date.has_unknown_start() => format!("until {the}{to}, start unknown"),
        (None, Some(to)) => format!("until {the}{to}"),
        (None, None) => date.text().to_owned(),
    }
}

fn set(date: &EdtfDate, members: &[EdtfDate], says_era: bool) -> String {
    let joint = if date.precision() == Precision::OneOf { "or" } else { "and" };
    let member = |member: &EdtfDate| match member.form() {
        DateForm::Interval(Some(first), Some(last)) => {
            let (first, last) = (with_doubts(first, says_era, true), with_doubts(last, says_era, true));
            let is_choice = date.precision() == Precision::OneOf && members.len() == 1;
            if is_choice { format!("between {first} and {last}") } else { format!("{first} to {last}") }
        }
        DateForm::Interval(None, Some(last)) => {
            format!("{} {joint} earlier", with_doubts(last, says_era, true))
        }
        DateForm::Interval(Some(first), None) => {
            format!("{} {joint} later", with_doubts(first, says_era, true))
        }
        _ => with_doubts(member, says_era, true),
    };
    joined(&members.iter().map(member).collect::<Vec<_>>(), joint)
}

fn point(form: &DateForm<'_>, says_era: bool) -> String {
    let inside = |date: &EdtfDate| with_doubts(date, says_era, true);
    match form {
        DateForm::Time(at, zone) => {
            let minutes = at.secs_of_day() / 60;
            let zone = match *zone {
                "" => String::new(),
                "Z" => " UTC".to_owned(),
                offset => format!(" UTC{offset}"),
            };
            format!("{}, {:02}:{:02}{zone}", day_of_era(*at, says_era), minutes / 60, minutes % 60)
        }
        DateForm::Day(day) => day_of_era(*day, says_era),
        DateForm::Month { year, month } => format!("{} {}", month_name(*month), year_of_era(*year, says_era)),
        DateForm::PartOfYear { year, part } => {
            let year = year_of_era(*year, says_era);
            match part {
                PartOfYear::Season(season, None) => format!("{} {year}", season_name(*season)),
                PartOfYear::Season(season, Some(half)) => {
                    format!("{} {year} ({})", season_name(*season), hemisphere_name(*half))
                }
                part => format!("{} of {year}", part_name(*part)),
            }
        }
        DateForm::Year(year) => year_of_era(*year, says_era),
        DateForm::Years { first, last } => group(*first, *last, says_era),
        DateForm::Estimate { year, first, last } => {
            let year = year_of_era(*year, says_era);
            format!("{year} by estimate, within {}", years(*first, *last))
        }
        DateForm::InOneYear { what, first, last } => {
            let what = match what {
                Yearly::Day { month, day } => format!("{day} {}", month_name(*month)),
                Yearly::Month(month) => month_name(*month).to_owned(),
                Yearly::Part(PartOfYear::Season(season, Some(half))) => {
                    format!("{} ({})", season_name(*season), hemisphere_name(*half))
                }
                Yearly::Part(part) => part_name(*part).to_owned(),
            };
            format!("{what} of a year in the {}", group(*first, *last, says_era))
        }
        DateForm::Choice(dates) => joined(&dates.iter().map(inside).collect::<Vec<_>>(), "or"),
        DateForm::Between(first, last) => format!("between {} and {}", inside(first), inside(last)),
        // `with_doubts` writes these itself.
        DateForm::Interval(..) | DateForm::Set(_) => String::new(),
    }
}

/// A decade, a century or a millennium, as in `1980s`, `20th century`, `2nd century BCE`.
pub(super) fn group(first: i32, last: i32, says_era: bool) -> String {
    let (length, name) = match last - first {
        9 if first > 0 => {
            let era = if says_era || first < 100 { " CE" } else { "" };
            return format!("{first}s{era}");
        }
        99 => (100, "century"),
        999 => (1000, "millennium"),
        _ => return years(first, last),
    };
    let (number, era) = if last > 0 {
        (first / length + 1, if says_era || first < 100 { " CE" } else { "" })
    } else {
        ((1 - first) / length, " BCE")
    };
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending} {name}{era}")
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn hemisphere_name(half: Hemisphere) -> &'static str {
    match half {
        Hemisphere::North => "northern hemisphere",
        Hemisphere::South => "southern hemisphere",
    }
}

fn part_name(part: PartOfYear) -> &'static str {
    match part {
        PartOfYear::Season(season, _) => season_name(season),
        PartOfYear::Quarter(1) => "first quarter",
        PartOfYear::Quarter(2) => "second quarter",
        PartOfYear::Quarter(3) => "third quarter",
        PartOfYear::Quarter(_) => "fourth quarter",
        PartOfYear::Third(1) => "first third",
        PartOfYear::Third(2) => "second third",
        PartOfYear::Third(_) => "last third",
        PartOfYear::Half(1) => "first half",
        PartOfYear::Half(_) => "second half",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_dates_and_precision_suit_a_list() {
        let parsed = |text| EdtfDate::parse(text).unwrap();
        assert_eq!(short_date(&parsed("2019-08-02")), "2 Aug 2019");
        assert_eq!(short_date(&parsed("0033-04-03")), "3 Apr 33 CE");
        assert_eq!(precision(&parsed("2001-34")), "quarter precision");
        assert_eq!(precision(&parsed("[1667,1668,1670..1672]")), "one of 5 dates");
        assert_eq!(precision(&parsed("{1984..}")), "several dates");
    }

    #[test]
    fn spans_of_years_name_their_era_once() {
        let spans = [(1980, 1989), (10, 19), (0, 9), (-49, -40)];
        let texts = spans.map(|(first, last)| years(first, last));
        assert_eq!(texts, ["1980–1989", "10–19 CE", "1 BCE – 9 CE", "50–41 BCE"]);
    }
}
