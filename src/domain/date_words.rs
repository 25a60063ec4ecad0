//! Dates as people read them: the English words for an [`EdtfDate`].

use chrono::Datelike as _;

use super::edtf_date::{EdtfDate, Precision};
use super::moment::Moment;

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

/// A year as it is written on the axis: astronomical year 0 is 1 BCE.
pub fn year_in_words(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

/// A day as in `2 August 2019`.
pub fn day_in_words(day: Moment) -> String {
    let date = day.date();
    format!("{} {} {}", date.day(), month_name(date.month()), year_in_words(date.year()))
}

impl EdtfDate {
    /// The date in words, as in `2 August 2019`, `about 1984`, `1 or 2 February 2019`.
    pub fn words(&self) -> String {
        let bare = match self.precision() {
            Precision::OneOf | Precision::AllOf => self.set_words(),
            Precision::Interval if self.has_open_start() => {
                format!("until {}", span_end_words(self))
            }
            Precision::Interval if self.has_open_end() => format!("from {}", span_start_words(self)),
            Precision::Interval => {
                format!("{} to {}", span_start_words(self), span_end_words(self))
            }
            precision => point_words(self.earliest(), precision, self.text()),
        };
        match (self.is_approximate(), self.is_uncertain()) {
            (true, true) => format!("about {bare}, uncertain"),
            (true, false) => format!("about {bare}"),
            (false, true) => format!("{bare}, uncertain"),
            (false, false) => bare,
        }
    }

    /// The date short enough for a list, as in `2 Aug 2019`.
    pub fn short_words(&self) -> String {
        let mut words = self.words();
        for month in 1..=12 {
            let name = month_name(month);
            words = words.replace(name, &name[..3]);
        }
        words
    }

    /// What is known of the date, as in `day precision`.
    pub fn precision_words(&self) -> String {
        match self.precision() {
            Precision::Time => "time of day".into(),
            Precision::Day => "day precision".into(),
            Precision::Month => "month precision".into(),
            Precision::Season => "season precision".into(),
            Precision::Year => "year precision".into(),
            Precision::Decade => "decade precision".into(),
            Precision::Century => "century precision".into(),
            Precision::Interval => "interval".into(),
            Precision::OneOf => format!("one of {} dates", self.members().len()),
            Precision::AllOf => format!("{} dates", self.members().len()),
        }
    }

    fn set_words(&self) -> String {
        let joint = if self.precision() == Precision::OneOf { " or " } else { " and " };
        let bare = |member: &Self| point_words(member.earliest(), member.precision(), member.text());
        let mut words: Vec<String> = self.members().iter().map(bare).collect();
        if self.has_open_start() {
            words.insert(0, "earlier".into());
        }
        if self.has_open_end() {
            words.push("later".into());
        }
        words.join(joint)
    }
}

fn point_words(at: Moment, precision: Precision, text: &str) -> String {
    let date = at.date();
    let year = year_in_words(date.year());
    match precision {
        Precision::Time => {
            let minutes = at.secs_of_day() / 60;
            let zone = match text.split_once('T').map(|(_, clock)| clock) {
                Some(clock) if clock.ends_with('Z') => " UTC".to_owned(),
                Some(clock) => clock
                    .find(['+', '-'])
                    .and_then(|at| clock.get(at..))
                    .map(|offset| format!(" UTC{offset}"))
                    .unwrap_or_default(),
                None => String::new(),
            };
            format!("{}, {:02}:{:02}{zone}", day_in_words(at), minutes / 60, minutes % 60)
        }
        Precision::Day => day_in_words(at),
        Precision::Month => format!("{} {year}", month_name(date.month())),
        Precision::Season => {
            let name = match date.month() {
                3 => "spring",
                6 => "summer",
                9 => "autumn",
                _ => "winter",
            };
            format!("{name} {year}")
        }
        Precision::Decade => format!("{year}s"),
        Precision::Century => format!("{year}s (century)"),
        Precision::Year | Precision::Interval | Precision::OneOf | Precision::AllOf => year,
    }
}

/// The first end of an interval at the precision it was written with.
fn span_start_words(date: &EdtfDate) -> String {
    let first = date.text().split('/').next().unwrap_or_default();
    EdtfDate::parse(first).map_or_else(|_| day_in_words(date.earliest()), |d| d.words())
}

/// The last end of an interval at the precision it was written with.
fn span_end_words(date: &EdtfDate) -> String {
    let last = date.text().rsplit('/').next().unwrap_or_default();
    EdtfDate::parse(last).map_or_else(|_| day_in_words(date.latest_day()), |d| d.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in [
            ("2019-08-02", "2 August 2019"),
            ("2019-08", "August 2019"),
            ("1992", "1992"),
            ("1984~", "about 1984"),
            ("1984%", "about 1984, uncertain"),
            ("198X", "1980s"),
            ("2001-21", "spring 2001"),
            ("2011-02-05/2026-02-04", "5 February 2011 to 4 February 2026"),
            ("1969-11/1972", "November 1969 to 1972"),
            ("1970-03-05/..", "from 5 March 1970"),
            ("../1959", "until 1959"),
            ("[2003-04-10,2003-04-11]", "10 April 2003 or 11 April 2003"),
            ("[..1960]", "earlier or 1960"),
            ("2001-12-13T09:30:00Z", "13 December 2001, 09:30 UTC"),
            ("2019-08-02T01:00:00+14:00", "2 August 2019, 01:00 UTC+14:00"),
            ("0000", "1 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
        ] {
            assert_eq!(EdtfDate::parse(edtf).unwrap().words(), words, "{edtf}");
        }
        assert_eq!(EdtfDate::parse("2019-08-02").unwrap().short_words(), "2 Aug 2019");
    }
}
