//! Russian: dates. A month stands in the nominative alone and in the genitive after a day or a preposition.

use chrono::Datelike as _;

use crate::domain::{
    DateForm, DatePart, EdtfDate, EdtfError, Moment, PartDoubt, PartOfYear, Precision, Yearly,
};
use crate::language::dates::{Dates, describe_doubts, joined};

use super::parts_of_year::{hemisphere_name, part_name, roman, season_name};

pub(super) const DATES: Dates = Dates {
    date,
    short: short_date,
    precision,
    problem: |text, problem| match problem {
        EdtfError::Malformed => {
            format!("Не удалось распознать дату «{text}». Введите 1987-12-08 или 8 декабря 1987")
        }
        EdtfError::NoSuchDay => format!("«{text}» — несуществующая календарная дата"),
        EdtfError::OutOfRange => format!("«{text}» вне диапазона лет от −9999 до 9999"),
        EdtfError::Unplaceable => {
            format!("«{text}»: нет ни года, ни века, поэтому места на шкале времени у этой даты нет")
        }
        EdtfError::Backwards => format!("«{text}»: конец раньше начала"),
    },
    day,
    day_in_short,
    short_day,
    short_month,
    month_of_year,
    year,
    years,
};

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const OF_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const SHORT_MONTHS: [&str; 12] =
    ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];
const SHORT_OF_MONTHS: [&str; 12] =
    ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."];
fn of(table: &[&'static str; 12], month: u32) -> &'static str {
    table.get((month as usize).wrapping_sub(1)).copied().unwrap_or("?")
}

/// The name of a month, 1 to 12, in the nominative.
pub(super) fn month_name(month: u32) -> &'static str {
    of(&MONTHS, month)
}

/// A year; one that could be a day or stand for 1933 says its era.
pub(super) fn year(year: i32) -> String {
    year_words(year, false)
}

/// The years from one to another, as in `1980–1989`, `50–41 до н. э.`, `1 до н. э. – 9 н. э.`
pub(super) fn years(first: i32, last: i32) -> String {
    match (first > 0, last > 0) {
        (true, _) if first < 100 => format!("{first}–{last} н. э."),
        (true, _) => format!("{first}–{last}"),
        (false, true) => format!("{} – {}", year_words(first, true), year_words(last, true)),
        (false, false) => format!("{}–{} до н. э.", 1 - first, 1 - last),
    }
}

fn year_words(year: i32, says_era: bool) -> String {
    match year {
        ..=0 => format!("{} до н. э.", 1 - year),
        1..=99 => format!("{year} н. э."),
        _ if says_era => format!("{year} н. э."),
        _ => year.to_string(),
    }
}

pub(super) fn day(at: Moment) -> String {
    day_words(at, false)
}

fn day_words(at: Moment, says_era: bool) -> String {
    let date = at.date();
    format!("{} {} {}", date.day(), of(&OF_MONTHS, date.month()), year_words(date.year(), says_era))
}

fn day_in_short(at: Moment) -> String {
    format!("{} {}", short_day(at), year(at.year()))
}

pub(super) fn short_day(at: Moment) -> String {
    let date = at.date();
    format!("{} {}", date.day(), of(&SHORT_OF_MONTHS, date.month()))
}

pub(super) fn short_month(month: u32) -> &'static str {
    of(&SHORT_MONTHS, month)
}

pub(super) fn month_of_year(month: u32, of_year: i32) -> String {
    format!("{} {}", short_month(month), year(of_year))
}

/// A date in words, as in `2 августа 2019`, `около 1984`, `с 5 марта 1970`.
pub(super) fn date(date: &EdtfDate) -> String {
    with_doubts(date, date.crosses_eras(), false)
}

/// A date short enough for a list, as in `2 авг 2019`.
pub(super) fn short_date(of_date: &EdtfDate) -> String {
    let mut words = date(of_date);
    for month in 1..=12 {
        for (long, short) in [(&OF_MONTHS, &SHORT_OF_MONTHS), (&MONTHS, &SHORT_MONTHS)] {
            words = words.replace(of(long, month), of(short, month));
        }
    }
    words
}

pub(super) fn precision(date: &EdtfDate) -> String {
    match date.precision() {
        Precision::Time => "с точностью до минуты".into(),
        Precision::Day => "с точностью до дня".into(),
        Precision::Month => "с точностью до месяца".into(),
        Precision::Season => match date.form() {
            DateForm::PartOfYear { part: PartOfYear::Quarter(_), .. } => "с точностью до квартала".into(),
            DateForm::PartOfYear { part: PartOfYear::Third(_), .. } => {
                "с точностью до четырёх месяцев".into()
            }
            DateForm::PartOfYear { part: PartOfYear::Half(_), .. } => "с точностью до полугодия".into(),
            _ => "с точностью до времени года".into(),
        },
        Precision::Year => "с точностью до года".into(),
        Precision::Decade => "с точностью до десятилетия".into(),
        Precision::Century => "с точностью до века".into(),
        Precision::Millennium => "с точностью до тысячелетия".into(),
        Precision::Interval => "промежуток".into(),
        Precision::OneOf => date
            .count()
            .map_or_else(|| "одна из нескольких дат".into(), |n| format!("одна из дат, всего {n}")),
        Precision::AllOf => date.count().map_or_else(|| "несколько дат".into(), |n| format!("дат: {n}")),
    }
}

/// A date with its doubts; inside an interval or a set, where a comma would part it from itself, in brackets.
fn with_doubts(date: &EdtfDate, says_era: bool, is_inside: bool) -> String {
    match date.form() {
        DateForm::Set(members) => set(date, members, says_era),
        DateForm::Interval(start, last) => interval(date, start, last, says_era),
        form if is_about(date) => {
            format!("около {}{}", point(&form, says_era, true), doubt(date, is_inside))
        }
        form => format!("{}{}", point(&form, says_era, false), doubt(date, is_inside)),
    }
}

/// Whether the whole date is about right, so that a preposition says it.
fn is_about(date: &EdtfDate) -> bool {
    date.is_approximate() && date.part_doubts().is_empty()
}

/// What follows a date that is in doubt.
fn doubt(date: &EdtfDate, is_inside: bool) -> String {
    let parts = date.part_doubts();
    match (date.is_uncertain(), is_inside) {
        _ if !parts.is_empty() => format!(" ({})", doubts(&parts)),
        (false, _) => String::new(),
        (true, false) => ", под вопросом".to_owned(),
        (true, true) => " (под вопросом)".to_owned(),
    }
}

/// Which parts of a date are in doubt, as in `год и месяц приблизительно`.
fn doubts(parts: &[PartDoubt]) -> String {
    let name = |part: DatePart| match part {
        DatePart::Year => "год",
        DatePart::Month => "месяц",
        DatePart::Day => "день",
    };
    describe_doubts(parts, name, "и", ["под вопросом", "приблизительно", "под вопросом и приблизительно"])
}

fn interval(date: &EdtfDate, start: Option<&EdtfDate>, last: Option<&EdtfDate>, says_era: bool) -> String {
    let or_earlier = if start.is_some() && date.has_open_start() { " или раньше" } else { "" };
    let or_later = if last.is_some() && date.has_open_end() { " или позже" } else { "" };
    // After `с` and `до`, which take the place of `около`.
    let after = |word: &str, end: &EdtfDate| {
        let about = if is_about(end) { "примерно " } else { "" };
        let words = point(&end.form(), says_era, true);
        let word = if word == "с" && words.starts_with("вто") { "со" } else { word };
        format!("{about}{word} {words}{}", doubt(end, true))
    };
    match (start, last) {
        (Some(start), Some(last)) => {
            let (from, to) = (with_doubts(start, says_era, true), with_doubts(last, says_era, true));
            format!("{from}{or_earlier} – {to}{or_later}")
        }
        (Some(start), None) => {
            let unknown = if date.has_unknown_end() { ", конец неизвестен" } else { "" };
            format!("{}{or_earlier}{unknown}", after("с", start))
        }
        (None, Some(last)) => {
            let unknown = if date.has_unknown_start() { ", начало неизвестно" } else { "" };
            format!("{}{or_later}{unknown}", after("до", last))
        }
        (None, None) => date.text().to_owned(),
    }
}

fn set(date: &EdtfDate, members: &[EdtfDate], says_era: bool) -> String {
    let joint = if date.precision() == Precision::OneOf { "или" } else { "и" };
    let member = |member: &EdtfDate| match member.form() {
        DateForm::Interval(Some(first), Some(last)) => {
            if date.precision() == Precision::OneOf && members.len() == 1 {
                between(first, last, says_era)
            } else {
                format!("{} – {}", with_doubts(first, says_era, true), with_doubts(last, says_era, true))
            }
        }
        DateForm::Interval(None, Some(last)) => {
            format!("{} {joint} раньше", with_doubts(last, says_era, true))
        }
        DateForm::Interval(Some(first), None) => {
            format!("{} {joint} позже", with_doubts(first, says_era, true))
        }
        _ => with_doubts(member, says_era, true),
    };
    joined(&members.iter().map(member).collect::<Vec<_>>(), joint)
}

/// Some date from one to another: `между` would want a case of its own.
fn between(first: &EdtfDate, last: &EdtfDate, says_era: bool) -> String {
    let end = |end: &EdtfDate| format!("{}{}", point(&end.form(), says_era, true), doubt(end, true));
    format!("не раньше {} и не позже {}", end(first), end(last))
}

/// One point in time. After a preposition (`около`, `с`, `до`) its words stand in the genitive.
fn point(form: &DateForm<'_>, says_era: bool, genitive: bool) -> String {
    let months = if genitive { &OF_MONTHS } else { &MONTHS };
    match form {
        DateForm::Time(at, zone) => {
            let minutes = at.secs_of_day() / 60;
            let zone = match *zone {
                "" => String::new(),
                "Z" => " UTC".to_owned(),
                offset => format!(" UTC{offset}"),
            };
            format!("{}, {:02}:{:02}{zone}", day_words(*at, says_era), minutes / 60, minutes % 60)
        }
        DateForm::Day(day) => day_words(*day, says_era),
        DateForm::Month { year, month } => {
            format!("{} {}", of(months, *month), year_words(*year, says_era))
        }
        DateForm::PartOfYear { year, part } => {
            let year = year_words(*year, says_era);
            match part {
                PartOfYear::Season(season, Some(half)) => {
                    format!("{} {year} ({})", season_name(*season, genitive), hemisphere_name(*half))
                }
                part => format!("{} {year}", part_name(*part, genitive)),
            }
        }
        DateForm::Year(year) => year_words(*year, says_era),
        DateForm::Years { first, last } => group(*first, *last, says_era, genitive),
        DateForm::Estimate { year, first, last } => {
            let year = year_words(*year, says_era);
            format!("{year} по оценке, в пределах {}", years(*first, *last))
        }
        DateForm::InOneYear { what, first, last } => {
            let what = match what {
                Yearly::Day { month, day } => format!("{day} {}", of(&OF_MONTHS, *month)),
                Yearly::Month(month) => of(months, *month).to_owned(),
                Yearly::Part(PartOfYear::Season(season, Some(half))) => {
                    format!("{} ({})", season_name(*season, genitive), hemisphere_name(*half))
                }
                Yearly::Part(part) => part_name(*part, genitive),
            };
            let group = group(*first, *last, says_era, true);
            if last - first == 9 && *first >= 100 && !says_era {
                format!("{what} одного из {group} годов")
            } else {
                format!("{what} одного из годов {group}")
            }
        }
        DateForm::Choice(dates) => {
            let words: Vec<String> = dates.iter().map(|date| with_doubts(date, says_era, true)).collect();
            joined(&words, "или")
        }
        DateForm::Between(first, last) => between(first, last, says_era),
        // `with_doubts` writes these itself.
        DateForm::Interval(..) | DateForm::Set(_) => String::new(),
    }
}

/// A decade, a century or a millennium, as in `1980-е`, `XX век`, `II век до н. э.`
pub(super) fn group(first: i32, last: i32, says_era: bool, genitive: bool) -> String {
    let length = match last - first {
        9 if first > 0 => {
            let ending = if genitive { "х" } else { "е" };
            let era = if says_era || first < 100 { " н. э." } else { "" };
            return format!("{first}-{ending}{era}");
        }
        99 => 100,
        999 => 1000,
        _ => return years(first, last),
    };
    let (number, era) = if last > 0 {
        (first / length + 1, if says_era || first < 100 { " н. э." } else { "" })
    } else {
        ((1 - first) / length, " до н. э.")
    };
    match (length, genitive) {
        (100, false) => format!("{} век{era}", roman(number)),
        (100, true) => format!("{} века{era}", roman(number)),
        (_, false) => format!("{number}-е тысячелетие{era}"),
        (_, true) => format!("{number}-го тысячелетия{era}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_dates_abbreviate_the_month_in_both_cases() {
        let short = |text| short_date(&EdtfDate::parse(text).unwrap());
        assert_eq!(short("2019-05-02"), "2 мая 2019");
        assert_eq!(short("2019-03"), "март 2019");
        assert_eq!(short("0033-09-03"), "3 сент. 33 н. э.");
    }

    #[test]
    fn a_date_after_a_preposition_stands_in_the_genitive() {
        for (edtf, words) in [
            ("1984-05~", "около мая 1984"),
            ("19XX~", "около XX века"),
            ("198X~", "около 1980-х"),
            ("2001-22~", "около лета 2001"),
            ("2001-34~", "около II квартала 2001"),
            ("2001-41/..", "со второго полугодия 2001"),
            ("1970-03~/..", "примерно с марта 1970"),
            ("../1959~", "примерно до 1959"),
        ] {
            assert_eq!(date(&EdtfDate::parse(edtf).unwrap()), words, "{edtf}");
        }
    }

    #[test]
    fn spans_of_years_name_their_era_once() {
        let spans = [(1980, 1989), (10, 19), (0, 9), (-49, -40)];
        let words = spans.map(|(first, last)| years(first, last));
        assert_eq!(words, ["1980–1989", "10–19 н. э.", "1 до н. э. – 9 н. э.", "50–41 до н. э."]);
    }
}
