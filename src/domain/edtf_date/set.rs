//! The members of a set of dates, and how many dates they name.

use chrono::Datelike as _;

use super::{EdtfDate, Precision};

impl EdtfDate {
    /// The members of a set in order: dates, and intervals for what was written with `..`. Empty for anything else.
    pub fn members(&self) -> &[Self] {
        if matches!(self.precision, Precision::OneOf | Precision::AllOf) { &self.parts } else { &[] }
    }

    /// How many dates a set names; `None` where it is open, and for anything else.
    pub fn count(&self) -> Option<usize> {
        let is_closed = !self.open_start && !self.open_end;
        let members = Some(self.members()).filter(|members| is_closed && !members.is_empty())?;
        Some(members.iter().map(Self::date_count).sum())
    }

    /// How many years, months or days a member of a set names.
    fn date_count(&self) -> usize {
        let (Some(first), Some(last)) = (self.start(), self.last()) else { return 1 };
        if first.precision != last.precision {
            return 2;
        }
        let (from, to) = (first.earliest.date(), last.earliest.date());
        let years = i64::from(to.year()) - i64::from(from.year());
        let distance = match first.precision {
            Precision::Year => years,
            Precision::Month => years * 12 + i64::from(to.month()) - i64::from(from.month()),
            Precision::Day => (to - from).num_days(),
            _ => 1,
        };
        usize::try_from(distance).unwrap_or_default() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_count_all_that_they_name() {
        let count = |text| EdtfDate::parse(text).unwrap().count();
        assert_eq!(count("[1667,1668,1670..1672]"), Some(5));
        assert_eq!(count("{1984-11..1985-02}"), Some(4));
        assert_eq!(count("[1984-02-28..1984-03-01]"), Some(3));
        assert_eq!(count("[..1984]"), None);
        assert_eq!(count("1984/1986"), None);
    }
}
