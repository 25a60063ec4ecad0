//! Russian: dates. A month stands in the nominative alone and in the genitive after a day or a preposition.

use chrono::Datelike as _;

use crate::domain::{EdtfDate, Moment, Precision};

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
/// Spring, summer, autumn, winter: alone, and in the genitive.
const SEASONS: [[&str; 2]; 4] = [["весна", "весны"], ["лето", "лета"], ["осень", "осени"], ["зима", "зимы"]];

fn of(table: &[&'static str; 12], month: u32) -> &'static str {
    table.get((month as usize).wrapping_sub(1)).copied().unwrap_or("?")
}

pub(super) fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} до н. э.", 1 - year) }
}

pub(super) fn day(at: Moment) -> String {
    let date = at.date();
    format!("{} {} {}", date.day(), of(&OF_MONTHS, date.month()), year(date.year()))
}

pub(super) fn short_day(at: Moment) -> String {
    let date = at.date();
    format!("{} {}", date.day(), of(&SHORT_OF_MONTHS, date.month()))
}

pub(super) fn month_after_day(month: u32) -> &'static str {
    of(&OF_MONTHS, month)
}

pub(super) fn short_month(month: u32) -> &'static str {
    of(&SHORT_MONTHS, month)
}

pub(super) fn month_of_year(month: u32, of_year: i32) -> String {
    format!("{} {}", short_month(month), year(of_year))
}

/// A date in words, as in `2 августа 2019`, `около 1984`, `с 5 марта 1970`.
pub(super) fn date(date: &EdtfDate) -> String {
    // A set or an interval is unsure as a whole; its members say nothing of it again.
    let is_span = matches!(date.precision(), Precision::OneOf | Precision::AllOf | Precision::Interval);
    let about = date.is_approximate();
    let bare = match date.precision() {
        Precision::OneOf | Precision::AllOf => set(date),
        Precision::Interval => interval(date),
        precision => point(date, precision, about),
    };
    let said = match (about, is_span) {
        (true, true) => format!("{bare}, приблизительно"),
        (true, false) => format!("около {bare}"),
        (false, _) => bare,
    };
    if date.is_uncertain() { format!("{said}, под вопросом") } else { said }
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
        Precision::Season => "с точностью до времени года".into(),
        Precision::Year => "с точностью до года".into(),
        Precision::Decade => "с точностью до десятилетия".into(),
        Precision::Century => "с точностью до века".into(),
        Precision::Interval => "промежуток".into(),
        Precision::OneOf => format!("одна из дат, всего {}", date.members().len()),
        Precision::AllOf => format!("дат: {}", date.members().len()),
    }
}

fn set(of_date: &EdtfDate) -> String {
    let joint = if of_date.precision() == Precision::OneOf { " или " } else { " и " };
    let bare = |member: &EdtfDate| point(member, member.precision(), false);
    let mut words: Vec<String> = of_date.members().iter().map(bare).collect();
    if of_date.has_open_start() {
        words.insert(0, "раньше".into());
    }
    if of_date.has_open_end() {
        words.push("позже".into());
    }
    words.join(joint)
}

fn interval(of_date: &EdtfDate) -> String {
    let end_of = |text: Option<&str>, genitive: bool, otherwise: Moment| {
        let end = text.and_then(|text| EdtfDate::parse(text).ok());
        end.map_or_else(|| day(otherwise), |end| point(&end, end.precision(), genitive))
    };
    let text = of_date.text();
    let first = |genitive| end_of(text.split('/').next(), genitive, of_date.earliest());
    let last = |genitive| end_of(text.rsplit('/').next(), genitive, of_date.latest_day());
    if of_date.has_open_start() {
        format!("до {}", last(true))
    } else if of_date.has_open_end() {
        format!("с {}", first(true))
    } else {
        format!("{} – {}", first(false), last(false))
    }
}

/// One point in time. After a preposition (`около`, `с`, `до`) its words stand in the genitive.
fn point(of_date: &EdtfDate, precision: Precision, genitive: bool) -> String {
    let at = of_date.earliest();
    let on = at.date();
    let the_year = year(on.year());
    match precision {
        Precision::Time => {
            let minutes = at.secs_of_day() / 60;
            let clock = of_date.text().split_once('T').map_or("", |(_, clock)| clock);
            let zone = match clock.find(['+', '-', 'Z']) {
                Some(place) if clock[place..].starts_with('Z') => " UTC".to_owned(),
                Some(place) => format!(" UTC{}", &clock[place..]),
                None => String::new(),
            };
            format!("{}, {:02}:{:02}{zone}", day(at), minutes / 60, minutes % 60)
        }
        Precision::Day => day(at),
        Precision::Month => {
            let months = if genitive { &OF_MONTHS } else { &MONTHS };
            format!("{} {the_year}", of(months, on.month()))
        }
        Precision::Season => {
            let season = match on.month() {
                3 => 0,
                6 => 1,
                9 => 2,
                _ => 3,
            };
            format!("{} {the_year}", SEASONS[season][usize::from(genitive)])
        }
        Precision::Decade => format!("{the_year}-{}", if genitive { "х" } else { "е" }),
        Precision::Century => century(on.year()),
        Precision::Year | Precision::Interval | Precision::OneOf | Precision::AllOf => the_year,
    }
}

/// A century by its Roman number, as in `XX век`.
fn century(first_year: i32) -> String {
    let number = first_year.div_euclid(100) + 1;
    if !(1..=30).contains(&number) {
        return format!("{}-е", year(first_year));
    }
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{} век", "X".repeat(number as usize / 10), ones[number as usize % 10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in [
            ("2019-08-02", "2 августа 2019"),
            ("2019-08", "август 2019"),
            ("1992", "1992"),
            ("1984~", "около 1984"),
            ("1984-05~", "около мая 1984"),
            ("1984%", "около 1984, под вопросом"),
            ("19XX", "XX век"),
            ("1984-05~/1985", "май 1984 – 1985, приблизительно"),
            ("[1984~,1985]", "1984 или 1985, приблизительно"),
            ("198X", "1980-е"),
            ("2001-21", "весна 2001"),
            ("2011-02-05/2026-02-04", "5 февраля 2011 – 4 февраля 2026"),
            ("1969-11/1972", "ноябрь 1969 – 1972"),
            ("1970-03/..", "с марта 1970"),
            ("../1959", "до 1959"),
            ("[2003-04-10,2003-04-11]", "10 апреля 2003 или 11 апреля 2003"),
            ("[..1960]", "раньше или 1960"),
            ("2001-12-13T09:30:00Z", "13 декабря 2001, 09:30 UTC"),
            ("2019-08-02T01:00:00+14:00", "2 августа 2019, 01:00 UTC+14:00"),
            ("-0043-03-15", "15 марта 44 до н. э."),
        ] {
            assert_eq!(date(&EdtfDate::parse(edtf).unwrap()), words, "{edtf}");
        }
        assert_eq!(short_date(&EdtfDate::parse("2019-05-02").unwrap()), "2 мая 2019");
        assert_eq!(short_date(&EdtfDate::parse("2019-03").unwrap()), "март 2019");
    }
}
