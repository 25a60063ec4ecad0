//! A year, as far as a date gives it: for lines too short for the whole date.

use super::date_form::{DateForm, DatePart};
use super::date_words::{group, the, year_in_words, year_words};
use super::edtf_date::{EdtfDate, Precision};

/// A year, as far as a date gives it, with its doubts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownYear {
    /// Which years it can be.
    pub years: Years,
    /// Whether the source is not sure of it.
    pub is_uncertain: bool,
    /// Whether it is approximate.
    pub is_approximate: bool,
}

/// Which years a date can lie in. Years are astronomical: 0 is 1 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// This one.
    One(i32),
    /// A decade, a century or a millennium, from its first year to its last.
    Group(i32, i32),
    /// One or the other.
    Either(i32, i32),
    /// Some year from one to the other.
    Between(i32, i32),
    /// This one or an earlier one.
    OrEarlier(i32),
    /// This one or a later one.
    OrLater(i32),
}

impl From<i32> for KnownYear {
    fn from(year: i32) -> Self {
        Self { years: Years::One(year), is_uncertain: false, is_approximate: false }
    }
}

impl KnownYear {
    /// The year of a date.
    pub fn of(date: &EdtfDate) -> Self {
        let sure = |years| Self { years, is_uncertain: false, is_approximate: false };
        let years = match date.form() {
            DateForm::Time(at, _) | DateForm::Day(at) => Years::One(at.year()),
            DateForm::Month { year, .. } | DateForm::PartOfYear { year, .. } | DateForm::Year(year) => {
                Years::One(year)
            }
            DateForm::Years { first, last } | DateForm::InOneYear { first, last, .. } => {
                Years::Group(first, last)
            }
            DateForm::Estimate { year, .. } => {
                return Self {
                    is_approximate: true,
                    is_uncertain: date.is_uncertain(),
                    ..sure(Years::One(year))
                };
            }
            DateForm::Choice(dates) => {
                let ends = dates.first().zip(dates.last());
                ends.map_or_else(|| between(date, date), |(first, last)| choice(first, last, dates.len()))
            }
            DateForm::Between(first, last) => between(&first, &last),
            DateForm::Interval(Some(_), Some(_)) => between(date, date),
            DateForm::Interval(Some(first), None) => Years::OrLater(first.earliest().year()),
            DateForm::Interval(None, _) => Years::OrEarlier(date.latest_day().year()),
            DateForm::Set(_) if date.has_open_start() && !date.has_open_end() => {
                Years::OrEarlier(date.latest_day().year())
            }
            DateForm::Set(_) if date.has_open_end() && !date.has_open_start() => {
                Years::OrLater(date.earliest().year())
            }
            DateForm::Set(members) => choice(date, date, members.len()),
        };
        if !date.is_uncertain() && !date.is_approximate() {
            return sure(years);
        }
        // An unknown end makes an interval uncertain, but not the years that it names.
        if date.precision() == Precision::Interval {
            let is_any =
                |doubt: fn(&EdtfDate) -> bool| [date.start(), date.last()].into_iter().flatten().any(doubt);
            return Self {
                years,
                is_uncertain: is_any(EdtfDate::is_uncertain),
                is_approximate: is_any(EdtfDate::is_approximate),
            };
        }
        // A doubt about the day is no doubt about the year.
        let parts = date.part_doubts();
        if parts.is_empty() {
            return Self { years, is_uncertain: date.is_uncertain(), is_approximate: date.is_approximate() };
        }
        let year = parts.iter().find(|doubt| doubt.part == DatePart::Year);
        Self {
            years,
            is_uncertain: year.is_some_and(|doubt| doubt.is_uncertain),
            is_approximate: year.is_some_and(|doubt| doubt.is_approximate),
        }
    }

    /// Whether the years lie in both eras, so that each needs its era.
    pub fn crosses_eras(&self) -> bool {
        match self.years {
            Years::Group(first, last) | Years::Either(first, last) | Years::Between(first, last) => {
                first <= 0 && last > 0
            }
            _ => false,
        }
    }

    /// As it follows `signed`: `1964`, `in the 1960s`, `about 1963`, `1960 or 1965`, `1984 or earlier`.
    pub fn words_at(self) -> String {
        self.said("in ")
    }

    /// As it follows `since`, and stands by itself: `1964`, `the 1960s`.
    pub fn words(self) -> String {
        self.said("")
    }

    fn said(self, before_group: &str) -> String {
        let about = if self.is_approximate { "about " } else { "" };
        let year = |year| year_words(year, self.crosses_eras());
        let words = match self.years {
            Years::One(year) => format!("{about}{}", year_in_words(year)),
            Years::Group(first, last) => {
                let the = the(first, last);
                let before = if self.is_approximate || the.is_empty() { "" } else { before_group };
                format!("{before}{about}{the}{}", group(first, last, false))
            }
            Years::Either(first, last) => format!("{about}{} or {}", year(first), year(last)),
            Years::Between(first, last) => format!("between {about}{} and {}", year(first), year(last)),
            Years::OrEarlier(year) => format!("{about}{} or earlier", year_in_words(year)),
            Years::OrLater(year) => format!("{about}{} or later", year_in_words(year)),
        };
        if self.is_uncertain { format!("{words} (uncertain)") } else { words }
    }
}

/// The years from the first day of one date to the last day of another.
fn between(first: &EdtfDate, last: &EdtfDate) -> Years {
    match (first.earliest().year(), last.latest_day().year()) {
        (first, last) if first == last => Years::One(first),
        (first, last) => Years::Between(first, last),
    }
}

/// The years of one of several dates, of which the first and the last are given.
fn choice(first: &EdtfDate, last: &EdtfDate, count: usize) -> Years {
    let is_year = |date: &EdtfDate| date.earliest().year() == date.latest_day().year();
    match between(first, last) {
        // A set is given as a whole: of two members each may itself be of several years.
        Years::Between(from, to) => {
            let members = first.members();
            let is_either = to - from == 1 || (count == 2 && members.iter().all(is_year));
            if is_either { Years::Either(from, to) } else { Years::Between(from, to) }
        }
        years => years,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_doubt_is_not_said_as_if_it_were_known() {
        for (edtf, words) in [
            ("1964", "1964"),
            ("1964-03-05", "1964"),
            ("1964-03", "1964"),
            ("2001-24", "2001"),
            ("1960-03/1960-05", "1960"),
            ("[1967-03-01,1967-03-04]", "1967"),
            ("1984-1X", "1984"),
            ("196X", "in the 1960s"),
            ("19XX", "in the 20th century"),
            ("156X-12-25", "in the 1560s"),
            ("-004X", "50–41 BCE"),
            ("[1960,1965]", "1960 or 1965"),
            ("[1960,1962,1965]", "between 1960 and 1965"),
            ("[1960..1965]", "between 1960 and 1965"),
            ("[196X,1985]", "between 1960 and 1985"),
            ("1960/1965", "between 1960 and 1965"),
            ("20X4-06", "between 2004 and 2094"),
            ("[..1984]", "1984 or earlier"),
            ("[1984..]", "1984 or later"),
            ("/1960", "1960 or earlier"),
            ("1960/..", "1960 or later"),
            ("1963~", "about 1963"),
            ("1963?", "1963 (uncertain)"),
            ("1963%", "about 1963 (uncertain)"),
            ("196X~", "about the 1960s"),
            ("1950S2", "about 1950"),
            ("1963-04-~05", "1963"),
            ("1963?-04-05", "1963 (uncertain)"),
            ("-0043", "44 BCE"),
            ("[-0043,0014]", "44 BCE or 14 CE"),
        ] {
            assert_eq!(KnownYear::of(&EdtfDate::parse(edtf).unwrap()).words_at(), words, "{edtf}");
        }
        assert_eq!(KnownYear::of(&EdtfDate::parse("196X").unwrap()).words(), "the 1960s");
    }
}
