//! The ends of a period in a link: dates where it begins and ends with days, or else exact moments of a view.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{EdtfDate, Moment, SECS_PER_DAY};
use crate::timeline::TimeView;

/// A moment with a fraction of a second, from 0 to below 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Instant {
    secs: i64,
    fraction: f64,
}

/// The most digits of a fraction of a second that are written: more than a view of four hours can tell apart.
const MAX_DIGITS: usize = 20;

impl Instant {
    /// The instant of a moment.
    pub(super) fn of(moment: Moment) -> Self {
        Self { secs: moment.secs(), fraction: 0.0 }
    }

    /// The moment at or before it.
    pub(super) fn moment(self) -> Moment {
        Moment::from_secs(self.secs)
    }

    /// The view from this instant to another one; `None` if that is not later, or no date.
    pub(super) fn view_to(self, end: Self) -> Option<TimeView> {
        let span = (end.secs - self.secs) as f64 + (end.fraction - self.fraction);
        let start = self.secs as f64 + self.fraction;
        (span > 0.0 && start.is_finite() && span.is_finite()).then_some(TimeView { start, span })
    }

    /// An instant from a link: a date, of which an end means the last moment, or an exact one.
    pub(super) fn read(text: &str, is_end: bool) -> Option<Self> {
        let is_day =
            |day: &str| !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if let Some((day, time)) = text.split_once('T').filter(|(day, _)| is_day(day)) {
            return exact(day, time);
        }
        let date = EdtfDate::parse_typed(text).ok()?;
        Some(Self::of(if is_end { date.end() } else { date.earliest() }))
    }

    /// The instant as the beginning or the end of a period. A day stands for its beginning or its end, the same as a year.
    fn write(self, is_end: bool) -> String {
        let moment = self.moment();
        let is_midnight = self.fraction == 0.0 && moment.secs_of_day() == 0;
        let day = if is_end { moment.plus(-SECS_PER_DAY).date() } else { moment.date() };
        if is_midnight && (-9999..=9999).contains(&day.year()) {
            let (month, of_month) = if is_end { (12, 31) } else { (1, 1) };
            let is_year = (day.month(), day.day()) == (month, of_month);
            return if is_year { year(day) } else { written_day(day) };
        }
        let of_day = moment.secs_of_day();
        let (hours, minutes, secs) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        let digits = if self.fraction == 0.0 { String::new() } else { fraction_digits(self.fraction) };
        let point = if digits.is_empty() { "" } else { "." };
        format!("{}T{hours:02}:{minutes:02}:{secs:02}{point}{digits}", written_day(moment.date()))
    }
}

/// The ends of a period of whole seconds, from its first moment to the one after its last.
pub(super) fn write_period(from: Moment, to: Moment) -> [String; 2] {
    [Instant::of(from).write(false), Instant::of(to).write(true)]
}

/// The ends of a view, from which exactly this view is read again: with no more digits than that takes.
pub(super) fn write_view(time: TimeView) -> [String; 2] {
    let from = shortest(split(time.start, 0.0), |from| from.secs as f64 + from.fraction == time.start);
    let whole = split(time.span, from.fraction);
    let end = Instant { secs: from.secs.saturating_add(whole.secs), fraction: whole.fraction };
    let to = shortest(end, |end| from.view_to(end).is_some_and(|view| view.span == time.span));
    [from.write(false), to.write(true)]
}

/// A number of seconds and a fraction more.
fn split(secs: f64, more: f64) -> Instant {
    let (whole, fraction) = (secs.floor(), secs - secs.floor() + more);
    let carried = fraction.floor();
    Instant { secs: whole as i64 + carried as i64, fraction: fraction - carried }
}

/// The instant with the fewest digits that is still good.
fn shortest(instant: Instant, is_good: impl Fn(Instant) -> bool) -> Instant {
    let whole = Instant { fraction: 0.0, ..instant };
    if is_good(whole) {
        return whole;
    }
    let rounded = |digits: usize| -> Option<Instant> {
        let fraction: f64 = format!("{:.digits$}", instant.fraction).parse().ok()?;
        let next = Instant { secs: instant.secs + 1, fraction: 0.0 };
        Some(if fraction < 1.0 { Instant { fraction, ..instant } } else { next })
    };
    (1..=MAX_DIGITS).filter_map(rounded).find(|&instant| is_good(instant)).unwrap_or(instant)
}

/// The digits behind the point of a fraction, as few as give it again.
fn fraction_digits(fraction: f64) -> String {
    // Never with an exponent.
    format!("{fraction}").split_once('.').map(|(_, digits)| digits.to_owned()).unwrap_or_default()
}

fn year(day: NaiveDate) -> String {
    format!("{}{:04}", if day.year() < 0 { "-" } else { "" }, day.year().abs())
}

fn written_day(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year(day), day.month(), day.day())
}

/// The instant of a day and a time as [`Instant::write`] writes them.
fn exact(day: &str, time: &str) -> Option<Instant> {
    let number = |digits: &str| -> Option<u32> {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_number)
    };
    let (sign, day) = day.strip_prefix('-').map_or((1, day), |day| (-1, day));
    let mut numbers = day.split('-').map(number);
    let (year, month, of_month) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let date = NaiveDate::from_ymd_opt(sign * i32::try_from(year).ok()?, month, of_month)?;
    if numbers.next().is_some() {
        return None;
    }
    let (clock, digits) = time.split_once('.').unwrap_or((time, "0"));
    let is_fraction = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let fraction: f64 = format!("0.{digits}").parse().ok().filter(|_| is_fraction)?;
    let mut numbers = clock.split(':').map(number);
    let (hours, minutes) = (numbers.next()??, numbers.next()??);
    let secs = numbers.next().map_or(Some(0), |secs| secs)?;
    if hours > 23 || minutes > 59 || secs > 59 || numbers.next().is_some() {
        return None;
    }
    let of_day = i64::from(hours * 3600 + minutes * 60 + secs);
    Some(Instant { secs: Moment::from_date(date).secs() + of_day, fraction })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(ends: &[String; 2]) -> TimeView {
        let [from, to] = ends.each_ref().map(String::as_str);
        Instant::read(from, false).unwrap().view_to(Instant::read(to, true).unwrap()).unwrap()
    }

    #[test]
    fn years_and_days_are_written_as_such() {
        let of = |from: &str, to: &str| {
            Instant::read(from, false).unwrap().view_to(Instant::read(to, true).unwrap()).unwrap()
        };
        for [from, to] in [
            ["1985", "2026"],
            ["1987-12-08", "1988-06-01"],
            ["-0043", "0014"],
            ["1962-10-16", "1962-10-16"],
            ["1986-10-11T10:30:00", "1986-10-11T15:45:00.5"],
            ["-9999", "9999"],
        ] {
            assert_eq!(write_view(of(from, to)), [from, to]);
        }
        assert_eq!(write_view(of("8 December 1987", "1990s")), ["1987-12-08", "1999"]);
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for bad in [
            "",
            "T",
            "1985-01-01T",
            "1985-01-01T25:00:00",
            "1985-02-30T10:00:00",
            "1985-01T10:00:00",
            "1985-01-01T10:00:00.",
            "1985-01-01T10:00:00.x",
            "1985-01-01T10:00:00.1e9",
            "99999999999-01-01T00:00:00",
            "1985-01-01-01T10:00:00",
            "1985-01-01T10:00:00:00",
        ] {
            assert_eq!(Instant::read(bad, false), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_view_is_read_as_it_was(start in -5e11_f64..5e11, exponent in 4.16_f64..11.8) {
            let time = TimeView { start, span: 10_f64.powf(exponent) };
            prop_assert_eq!(read(&write_view(time)), time);
            let whole = TimeView { start: start.floor(), span: time.span.floor() };
            prop_assert_eq!(read(&write_view(whole)), whole);
        }
    }
}
