//! Reads the text of a date: single dates through `edtf-core`, intervals, sets and times here.

use edtf_core::Edtf;

use super::error::EdtfError;
use super::single::Single;
use super::{EdtfDate, Precision};

impl EdtfDate {
    /// Reads an EDTF text.
    ///
    /// # Errors
    /// [`EdtfError`] says why `text` is not a date.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        // No useful EDTF is longer, and the parser should not be given a megabyte.
        if text.len() > 512 || !text.is_ascii() {
            return Err(EdtfError::Malformed);
        }
        let between = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
        if let Some(inner) = between('[', ']') {
            return Self::parse_set(text, inner, Precision::OneOf);
        }
        if let Some(inner) = between('{', '}') {
            return Self::parse_set(text, inner, Precision::AllOf);
        }
        if let Some((first, last)) = text.split_once('/') {
            return Self::parse_interval(text, first, last);
        }
        if let Some((day, clock)) = text.split_once('T') {
            return Self::parse_time(text, day, clock);
        }
        Self::parse_single(text)
    }

    fn parse_single(text: &str) -> Result<Self, EdtfError> {
        let single = Single::parse(text)?;
        let (earliest, end) = single.bounds()?;
        let mut whole = Self::certain(text, earliest, end, single.precision());
        whole.uncertain = single.is_uncertain();
        whole.approximate = single.is_approximate();
        Ok(whole)
    }

    fn parse_time(text: &str, day: &str, clock: &str) -> Result<Self, EdtfError> {
        let day = Self::parse_single(day)?;
        if day.precision != Precision::Day || day.uncertain || day.approximate {
            return Err(EdtfError::Malformed);
        }
        // EDTF has no times in years before 0000; these are read with the day of another year.
        if let Ok(Edtf::DateTime(read)) = Edtf::parse(&format!("2000-01-01T{clock}")) {
            let time = read.time;
            // A leap second is counted as the second before, in the same day.
            let second = i64::from(time.second.min(59));
            let at = day.earliest.plus(i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + second);
            Ok(Self::certain(text, at, at.plus(1), Precision::Time))
        } else {
            let is_number = |part: &str| part.len() == 2 && part.bytes().all(|c| c.is_ascii_digit());
            let is_clock = clock
                .get(..8)
                .is_some_and(|clock| clock.split(':').count() == 3 && clock.split(':').all(is_number));
            Err(if is_clock { EdtfError::NoSuchDay } else { EdtfError::Malformed })
        }
    }

    /// An interval. Each end is a date, `..` where it is open, or nothing where it is unknown; `..` before a first date
    /// or after a last one says that the interval may go further.
    fn parse_interval(text: &str, first: &str, last: &str) -> Result<Self, EdtfError> {
        let (is_before, first) = first.strip_prefix("..").map_or((false, first), |date| (true, date));
        let (is_after, last) = last.strip_suffix("..").map_or((false, last), |date| (true, date));
        let end_of = |end: &str| if end.is_empty() { Ok(None) } else { Self::parse_single(end).map(Some) };
        let (from, to) = (end_of(first)?, end_of(last)?);
        let (earliest, end) = match (&from, &to) {
            (Some(from), Some(to)) if to.end <= from.earliest => return Err(EdtfError::Backwards),
            (Some(from), Some(to)) => (from.earliest, to.end),
            (Some(one), None) | (None, Some(one)) => (one.earliest, one.end),
            (None, None) => return Err(EdtfError::Malformed),
        };
        let mut whole = Self::certain(text, earliest, end, Precision::Interval);
        let is_unknown = (from.is_none() && !is_before) || (to.is_none() && !is_after);
        whole.open_start = is_before || from.is_none();
        whole.open_end = is_after || to.is_none();
        whole.parts = from.into_iter().chain(to).collect();
        whole.uncertain = is_unknown || whole.parts.iter().any(|end| end.uncertain);
        whole.approximate = whole.parts.iter().any(|end| end.approximate);
        Ok(whole)
    }

    /// A set. Its members are dates; `1670..1672`, `..1984` and `1984..` are read as intervals.
    fn parse_set(text: &str, inner: &str, precision: Precision) -> Result<Self, EdtfError> {
        let mut members = Vec::new();
        for part in inner.split(',').map(str::trim) {
            let member = match part.split_once("..") {
                None => Self::parse_single(part)?,
                Some((first, last)) => {
                    let end = |end: &str| if end.is_empty() { "..".to_owned() } else { end.to_owned() };
                    let member = format!("{}/{}", end(first), end(last));
                    let (first, last) = member.split_once('/').ok_or(EdtfError::Malformed)?;
                    Self::parse_interval(&member, first, last)?
                }
            };
            if !members.contains(&member) {
                members.push(member);
            }
        }
        members.sort_by_key(|member| (member.earliest, member.end));
        let earliest = members.first().ok_or(EdtfError::Malformed)?.earliest;
        let end = members.iter().map(|member| member.end).max().ok_or(EdtfError::Malformed)?;
        let mut whole = Self::certain(text, earliest, end, precision);
        whole.uncertain = members.iter().any(|member| member.uncertain);
        whole.approximate = members.iter().any(|member| member.approximate);
        whole.open_start = members.iter().any(|member| member.open_start);
        whole.open_end = members.iter().any(|member| member.open_end);
        whole.parts = members.into();
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_edtf_refuses_is_refused() {
        for text in [
            "-0000",
            "1985-00",
            "2004-20",
            "2001-21-05",
            "1985-02-3X",
            "1985-102",
            "1985-W15",
            "198",
            "19850412",
            "1985-04-12T23:20",
            "1985-04-12T24:00:00",
            "1985-04-12T23:20:30+15:00",
            "1985-04-12T23:20:30-00:00",
            "1985-04-12~T23:20:30",
            "1985-04-12/1985-04-12T10:00:00",
            "../..",
            "/",
            "../",
            "1984/1985/1986",
            "..1984",
            "1950S0",
            "1950S5",
            "195XS2",
            "{}",
            "[..]",
            "[1960,]",
            "[1960/1961]",
            "{[1960],1961}",
            "Y1985",
            "1985 -04",
        ] {
            assert!(EdtfDate::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn errors_say_why_a_text_is_not_a_date() {
        for (text, err) in [
            ("2.8.2019", EdtfError::Malformed),
            ("02/08/2019", EdtfError::Malformed),
            ("", EdtfError::Malformed),
            ("[]", EdtfError::Malformed),
            ("2019-02-30", EdtfError::NoSuchDay),
            ("2019-13", EdtfError::NoSuchDay),
            ("1985-04-12T24:00:00", EdtfError::NoSuchDay),
            ("1985-04-12T23:20", EdtfError::Malformed),
            ("Y170000002", EdtfError::OutOfRange),
            ("Y-17E7", EdtfError::OutOfRange),
            ("12019-01-01", EdtfError::OutOfRange),
            ("-12019", EdtfError::OutOfRange),
            ("9999-24", EdtfError::OutOfRange),
            ("XXXX-12", EdtfError::Unplaceable),
            ("XXXX-XX-31", EdtfError::Unplaceable),
            ("X983", EdtfError::Unplaceable),
            ("2026/2011", EdtfError::Backwards),
            ("[1932..1931]", EdtfError::Backwards),
            ("２０１９", EdtfError::Malformed),
        ] {
            assert_eq!(EdtfDate::parse(text), Err(err), "{text}");
        }
    }
}
