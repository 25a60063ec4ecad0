//! One date of EDTF as `edtf-core` reads it: which days it can mean, how precisely, and which of its parts are doubtful.

use edtf_core::{Bound, Date, DateField, Edtf, Qualifier, Year, YearKind};

use crate::domain::date_form::{DateForm, DatePart, PartDoubt, PartOfYear, Yearly};
use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::{EdtfDate, EdtfError, Precision};

/// Maximum number of dates that are listed one by one.
const MAX_CHOICES: usize = 3;

/// A date that is neither an interval nor a set, without a time of day.
pub(in crate::domain) struct Single {
    date: Date,
    /// The first and the last year that it can mean.
    years: (i32, i32),
}

impl Single {
    /// Reads a date.
    pub(in crate::domain) fn parse(text: &str) -> Result<Self, EdtfError> {
        // EDTF has no open digits in years before 0000; other programs write them, and their meaning is clear.
        if let Some(after) = text.strip_prefix('-')
            && !after.starts_with('-')
            && after.get(..4).is_some_and(|year| year.contains('X'))
        {
            let mirrored = Self::parse(after)?;
            let (first, last) = mirrored.years;
            // Only a whole decade, century or millennium: anything else is not worth an extension of the format.
            let is_run = mirrored.date.month.is_none() && matches!(last - first, 9 | 99 | 999);
            let years = (-last, -first);
            return if is_run { Ok(Self { years, ..mirrored }) } else { Err(EdtfError::Malformed) };
        }
        match Edtf::parse(text) {
            Ok(Edtf::Date(date)) => Ok(Self { date, years: years_of(&date.year)? }),
            Ok(_) => Err(EdtfError::Malformed),
            Err(_) => Err(problem_of(text)),
        }
    }

    /// The first moment that it can mean, and the moment after the last.
    pub(super) fn bounds(&self) -> Result<(Moment, Moment), EdtfError> {
        let (earliest, end) = if self.date.month.is_none() {
            let (first, last) = self.years;
            (Moment::from_ymd(first, 1, 1), Moment::from_ymd(last + 1, 1, 1))
        } else {
            let day = |bound: Bound| match bound {
                Bound::Date(day) => {
                    Moment::from_ymd(i32::try_from(day.year).ok()?, day.month.into(), day.day.into())
                }
                _ => None,
            };
            let bounds = Edtf::Date(self.date).bounds();
            (day(bounds.earliest), day(bounds.latest).map(|last| last.plus(SECS_PER_DAY)))
        };
        match earliest.zip(end) {
            Some((earliest, end)) if earliest >= Moment::MIN && end <= Moment::MAX => Ok((earliest, end)),
            Some(_) => Err(EdtfError::OutOfRange),
            None => Err(EdtfError::NoSuchDay),
        }
    }

    /// How much of the calendar it pins down.
    pub(super) fn precision(&self) -> Precision {
        let is_open = |field: Option<DateField>| field.is_some_and(DateField::has_unspecified);
        match self.years.1 - self.years.0 {
            1..=9 => Precision::Decade,
            10..=99 => Precision::Century,
            100.. => Precision::Millennium,
            _ if is_open(self.date.month) => Precision::Year,
            _ if self.part().is_some() => Precision::Season,
            _ if is_open(self.date.day) => Precision::Month,
            _ if self.date.day.is_some() => Precision::Day,
            _ if self.date.month.is_some() => Precision::Month,
            _ => Precision::Year,
        }
    }

    /// Whether any part of it is uncertain.
    pub(super) fn is_uncertain(&self) -> bool {
        self.date.is_uncertain()
    }

    /// Whether any part of it is approximate.
    pub(super) fn is_approximate(&self) -> bool {
        self.date.is_approximate()
    }

    /// The parts that are doubtful, where not all of them are in the same way.
    pub(in crate::domain) fn part_doubts(&self) -> Vec<PartDoubt> {
        let Date { year, month, day } = self.date;
        let month = month.map(|month| (DatePart::Month, month.qualifier));
        let day = day.map(|day| (DatePart::Day, day.qualifier));
        let parts: Vec<(DatePart, Qualifier)> =
            std::iter::once((DatePart::Year, year.qualifier)).chain(month).chain(day).collect();
        if parts.iter().all(|(_, doubt)| *doubt == year.qualifier) {
            return Vec::new();
        }
        let doubtful = parts.into_iter().filter(|(_, doubt)| doubt.is_qualified());
        doubtful
            .map(|(part, doubt)| PartDoubt {
                part,
                is_uncertain: doubt.uncertain,
                is_approximate: doubt.approximate,
            })
            .collect()
    }

    /// What it says, taken apart.
    pub(in crate::domain) fn form(&self) -> DateForm<'static> {
        let (first, last) = self.years;
        // Any other distance has gaps, as in `19X3`.
        let is_run = matches!(last - first, 0 | 9 | 99 | 999);
        let what = match (self.date.month, self.date.day) {
            (None, _) => None,
            (Some(month), day) if is_blank(month) && day.is_none_or(is_blank) => None,
            (Some(month), day) => {
                let day = day.filter(|day| !is_blank(*day));
                match (month.value().map(u32::from), day.map(|day| day.value().map(u32::from))) {
                    (Some(month), None) => {
                        Some(PartOfYear::of_code(month).map_or(Yearly::Month(month), Yearly::Part))
                    }
                    (Some(month), Some(Some(day))) => Some(Yearly::Day { month, day }),
                    _ => return self.choice(),
                }
            }
        };
        if !is_run {
            return self.choice();
        }
        let estimate = self.date.year.significant_digits.and_then(|_| self.date.year.value());
        match (what, estimate.and_then(|year| i32::try_from(year).ok())) {
            (None, Some(year)) if first < last => DateForm::Estimate { year, first, last },
            (None, _) if first < last => DateForm::Years { first, last },
            (None, _) => DateForm::Year(first),
            (Some(what), _) if first < last => DateForm::InOneYear { what, first, last },
            (Some(Yearly::Month(month)), _) => DateForm::Month { year: first, month },
            (Some(Yearly::Part(part)), _) => DateForm::PartOfYear { year: first, part },
            (Some(Yearly::Day { month, day }), _) => {
                Moment::from_ymd(first, month, day).map_or(DateForm::Year(first), DateForm::Day)
            }
        }
    }

    /// The few dates that it can be, or the first and the last of many.
    fn choice(&self) -> DateForm<'static> {
        let mut date = self.date;
        date.year.qualifier = Qualifier::default();
        for field in [&mut date.month, &mut date.day].into_iter().flatten() {
            field.qualifier = Qualifier::default();
        }
        let values = Edtf::Date(date).values().into_iter().flatten().take(MAX_CHOICES + 1);
        let choices: Vec<EdtfDate> =
            values.filter_map(|value| EdtfDate::parse(&value.to_string()).ok()).collect();
        if (1..=MAX_CHOICES).contains(&choices.len()) {
            return DateForm::Choice(choices);
        }
        let has = |field: Option<DateField>| field.is_some_and(|field| !is_blank(field));
        let format = match (has(date.month), has(date.day)) {
            (_, true) => "%Y-%m-%d",
            (true, false) => "%Y-%m",
            (false, false) => "%Y",
        };
        let at = |day: Moment| EdtfDate::parse(&day.date().format(format).to_string()).ok();
        let ends = self.bounds().ok().and_then(|(earliest, end)| at(earliest).zip(at(end.plus(-1))));
        ends.map_or(DateForm::Year(self.years.0), |(first, last)| DateForm::Between(first, last))
    }

    fn part(&self) -> Option<PartOfYear> {
        let code = self.date.month?.value()?;
        PartOfYear::of_code(code.into())
    }
}

/// Whether no digit of a month or a day is given.
fn is_blank(field: DateField) -> bool {
    field.digits == [None, None]
}

/// The first and the last year that a year can mean.
fn years_of(year: &Year) -> Result<(i32, i32), EdtfError> {
    let YearKind::Standard { negative, digits } = year.kind else { return Err(EdtfError::OutOfRange) };
    if matches!(digits, [None, ..]) {
        return Err(EdtfError::Unplaceable);
    }
    let filled = |open: u8| digits.iter().fold(0, |year, digit| year * 10 + i32::from(digit.unwrap_or(open)));
    let (first, last) = match year.significant_digits {
        // In `1950S2` the first two digits are significant.
        Some(significant) => {
            let open = 10_i32.pow(4_u32.saturating_sub(significant));
            let first = filled(0) / open * open;
            (first, first + open - 1)
        }
        None => (filled(0), filled(9)),
    };
    Ok(if negative { (-last, -first) } else { (first, last) })
}

/// Why `edtf-core` refuses a text.
fn problem_of(text: &str) -> EdtfError {
    let bare: String = text.chars().filter(|mark| !matches!(mark, '?' | '~' | '%')).collect();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(year) = bare.strip_prefix('Y') {
        let is_long = digits(year.trim_start_matches('-')) > 4;
        return if is_long || year.contains('E') { EdtfError::OutOfRange } else { EdtfError::Malformed };
    }
    let unsigned = bare.strip_prefix('-').unwrap_or(&bare);
    let len = digits(unsigned);
    let rest = unsigned.get(len..).unwrap_or_default();
    // Six or eight digits alone are a date without hyphens, not a year.
    if len > 4 && ((rest.is_empty() && len != 6 && len != 8) || rest.starts_with('-')) {
        return EdtfError::OutOfRange;
    }
    let is = |part: &str, len: usize| {
        part.len() == len && part.bytes().all(|digit| digit.is_ascii_digit() || digit == b'X')
    };
    let parts: Vec<&str> = unsigned.split('-').collect();
    let is_shaped = match parts[..] {
        [year, month] => is(year, 4) && is(month, 2),
        [year, month, day] => is(year, 4) && is(month, 2) && is(day, 2),
        _ => false,
    };
    if is_shaped { EdtfError::NoSuchDay } else { EdtfError::Malformed }
}
