//! The ticks of the time axis, from centuries to hours.

use chrono::{Datelike as _, Months};

use crate::domain::{Moment, SECS_PER_DAY};
use crate::language::Strings;

use super::scale::TimeScale;
use super::scene::Tick;
use super::view::TimeView;

/// Minimum distance between two labels, in points: the width of "Sep 2019" and a gap.
const LABEL_DISTANCE: f64 = 76.0;
/// Minimum distance between two ticks, in points.
const TICK_DISTANCE: f64 = 9.0;
/// Ticks without a label gain strength until they are this far apart.
const FULL_STRENGTH_DISTANCE: f64 = 24.0;

/// The distance from one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TickInterval {
    Years(i32),
    Months(u32),
    Days(i64),
    Hours(i64),
}

/// Every step, from the widest to the narrowest; each divides the one before or lines up with its edges.
const STEPS: [TickInterval; 19] = [
    TickInterval::Years(5000),
    TickInterval::Years(1000),
    TickInterval::Years(500),
    TickInterval::Years(200),
    TickInterval::Years(100),
    TickInterval::Years(50),
    TickInterval::Years(20),
    TickInterval::Years(10),
    TickInterval::Years(5),
    TickInterval::Years(2),
    TickInterval::Years(1),
    TickInterval::Months(6),
    TickInterval::Months(3),
    TickInterval::Months(1),
    TickInterval::Days(7),
    TickInterval::Days(1),
    TickInterval::Hours(6),
    TickInterval::Hours(3),
    TickInterval::Hours(1),
];

impl TickInterval {
    fn secs(self) -> f64 {
        let day = SECS_PER_DAY as f64;
        match self {
            Self::Years(n) => 365.2425 * day * f64::from(n),
            Self::Months(n) => 30.436_875 * day * f64::from(n),
            Self::Days(n) => day * n as f64,
            Self::Hours(n) => 3600.0 * n as f64,
        }
    }

    /// The last tick at or before `at`.
    fn floor(self, at: Moment) -> Moment {
        let date = at.date();
        let ymd = |y, m| Moment::from_ymd(y, m, 1).unwrap_or(at);
        match self {
            Self::Years(n) => ymd(year_at_or_before(n, date.year()), 1),
            Self::Months(n) => ymd(date.year(), (date.month() - 1) / n * n + 1),
            // Weeks begin on Monday, as in ISO 8601; the epoch was a Thursday.
            Self::Days(7) => {
                let days = Moment::from_date(date).secs() / SECS_PER_DAY;
                Moment::from_secs((days - (days + 3).rem_euclid(7)) * SECS_PER_DAY)
            }
            Self::Days(_) => Moment::from_date(date),
            Self::Hours(n) => at.plus(-at.secs().rem_euclid(3600 * n)),
        }
    }

    /// The tick after `at`, which is itself a tick.
    fn next(self, at: Moment) -> Moment {
        let far = Moment::MAX;
        match self {
            Self::Years(n) => Moment::from_ymd(year_after(n, at.year()), 1, 1).unwrap_or(far),
            Self::Months(n) => at.date().checked_add_months(Months::new(n)).map_or(far, Moment::from_date),
            Self::Days(n) => at.plus(SECS_PER_DAY * n),
            Self::Hours(n) => at.plus(3600 * n),
        }
    }

    fn label(self, at: Moment, strings: &Strings) -> String {
        let date = at.date();
        let year = || (strings.dates.year)(date.year());
        match self {
            Self::Years(_) => year(),
            Self::Months(_) if date.month() == 1 => year(),
            Self::Months(_) => (strings.dates.short_month)(date.month()).to_owned(),
            Self::Days(_) if date.month() == 1 && date.day() == 1 => year(),
            Self::Days(_) => (strings.dates.short_day)(at),
            Self::Hours(_) if at.secs_of_day() == 0 => (strings.dates.short_day)(at),
            Self::Hours(_) => format!("{:02}:{:02}", at.secs_of_day() / 3600, at.secs_of_day() / 60 % 60),
        }
    }
}

// Years are counted as people say them, forward from 1 CE and backward from 1 BCE: 50 CE, 1 CE, 50 BCE. With steps of two
// years 1 CE is no tick: it would be too near to 2 CE.

/// The last tick at or before a year, with a tick at every `step` years; years are astronomical, and 0 is 1 BCE.
fn year_at_or_before(step: i32, year: i32) -> i32 {
    match year {
        1.. if year >= step => year / step * step,
        1.. if step > 2 => 1,
        _ => {
            let before_ours = (1 - year).max(1);
            1 - (before_ours + step - 1) / step * step
        }
    }
}

/// The tick after a year that has one.
fn year_after(step: i32, year: i32) -> i32 {
    let next = match year {
        1.. => (year / step).saturating_add(1).saturating_mul(step),
        _ => year.saturating_add(step),
    };
    // There is no year between 1 BCE and 1 CE.
    match year {
        ..=0 if next > 0 && step > 2 => 1,
        ..=0 if next > 0 => step,
        _ => next,
    }
}

/// The ticks of a view, in order. A labelled tick replaces the plain one at its position.
pub(super) fn ticks(view: TimeView, scale: &TimeScale, strings: &Strings) -> Vec<Tick> {
    let far_enough = |step: &TickInterval, distance: f64| scale.width_of(step.secs()) >= distance;
    let major = STEPS.iter().rev().find(|step| far_enough(step, LABEL_DISTANCE)).unwrap_or(&STEPS[0]);
    let minor = STEPS.iter().rev().find(|step| far_enough(step, TICK_DISTANCE)).unwrap_or(major);
    let (start, end) = view.moments();
    let mut all: Vec<Tick> = Vec::new();
    let distance = scale.width_of(minor.secs());
    let strength = ((distance - TICK_DISTANCE) / (FULL_STRENGTH_DISTANCE - TICK_DISTANCE)).clamp(0.3, 1.0);
    walk(*minor, start, end, |at| {
        all.push(Tick { at, x: scale.x_of(at) as f32, label: None, strength: strength as f32 });
    });
    walk(*major, start, end, |at| {
        let tick =
            Tick { at, x: scale.x_of(at) as f32, label: Some(major.label(at, strings)), strength: 1.0 };
        match all.binary_search_by_key(&at, |tick| tick.at) {
            Ok(i) => all[i] = tick,
            Err(i) => all.insert(i, tick),
        }
    });
    all
}

fn walk(step: TickInterval, start: Moment, end: Moment, mut visit: impl FnMut(Moment)) {
    let mut at = step.floor(start);
    while at <= end && at < Moment::MAX {
        if at >= Moment::MIN {
            visit(at);
        }
        at = step.next(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn labels(from: &str, span_days: f64) -> Vec<String> {
        let start = crate::domain::EdtfDate::parse(from).unwrap().earliest().secs() as f64;
        let view = TimeView { start, span: span_days * SECS_PER_DAY as f64 };
        let ticks = ticks(view, &TimeScale::new(view, 0.0, 840.0), Language::English.strings());
        assert!(ticks.is_sorted_by_key(|tick| tick.at));
        ticks.into_iter().filter_map(|tick| tick.label).collect()
    }

    #[test]
    fn labels_go_from_decades_to_hours() {
        assert_eq!(labels("1958", 26_000.0)[1..4], ["1960", "1970", "1980"]);
        assert_eq!(labels("2015-06", 3650.0)[1..4], ["2016", "2017", "2018"]);
        assert_eq!(labels("2019-01-01", 365.0)[..3], ["2019", "Apr", "Jul"]);
        assert_eq!(labels("2019-07-20", 60.0)[..3], ["15 Jul", "22 Jul", "29 Jul"]);
        assert_eq!(labels("2019-08-01", 5.0)[..3], ["1 Aug", "2 Aug", "3 Aug"]);
        assert_eq!(labels("2019-08-02", 0.5)[..3], ["2 Aug", "03:00", "06:00"]);
    }

    #[test]
    fn the_whole_axis_has_a_handful_of_labels_and_years_before_ours_are_named() {
        let all = labels("-9999", 7_304_000.0);
        assert!(all.len() < 12, "{all:?}");
        assert_eq!(all, ["10000 BCE", "5000 BCE", "1 CE", "5000"]);
    }

    #[test]
    fn years_before_ours_are_round_and_there_is_no_year_0() {
        assert_eq!(labels("-0719", 160_000.0)[..4], ["750 BCE", "700 BCE", "650 BCE", "600 BCE"]);
        assert_eq!(labels("-0119", 80_000.0)[1..6], ["100 BCE", "80 BCE", "60 BCE", "40 BCE", "20 BCE"]);
        assert_eq!(labels("-0119", 80_000.0)[6..9], ["1 CE", "20 CE", "40 CE"]);
        assert_eq!(
            labels("-0003", 2_600.0)[..8],
            ["4 BCE", "3 BCE", "2 BCE", "1 BCE", "1 CE", "2 CE", "3 CE", "4 CE"]
        );
        // From each tick to the next is a whole step, but for the first of our era, which begins a year late.
        for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000] {
            let mut year = year_at_or_before(step, -9999);
            while year < 9999 {
                let next = year_after(step, year);
                assert!(next > year, "{step}: {year} to {next}");
                for between in year..next {
                    assert_eq!(year_at_or_before(step, between), year, "{step}: {between}");
                }
                let said = |year: i32| if year > 0 { year } else { 1 - year };
                assert!(said(next) % step == 0 || next == 1, "{step}: {next}");
                year = next;
            }
        }
    }

    #[test]
    fn labels_keep_their_distance_where_the_eras_meet() {
        let mut span = 400.0 * SECS_PER_DAY as f64;
        while span < 6e11 {
            let view = TimeView { start: -62_135_596_800.0 - span / 2.0, span };
            let ticks = ticks(view, &TimeScale::new(view, 0.0, 840.0), Language::English.strings());
            let labelled: Vec<f32> = ticks.iter().filter(|t| t.label.is_some()).map(|t| t.x).collect();
            assert!(labelled.windows(2).all(|w| w[1] - w[0] > 60.0), "{span}");
            span *= 1.37;
        }
    }

    #[test]
    fn labels_keep_their_distance_at_every_zoom() {
        let mut span = SECS_PER_DAY as f64 / 6.0;
        while span < 6e11 {
            let view = TimeView { start: 1e8, span };
            let ticks = ticks(view, &TimeScale::new(view, 0.0, 840.0), Language::English.strings());
            let labelled: Vec<f32> = ticks.iter().filter(|t| t.label.is_some()).map(|t| t.x).collect();
            assert!(labelled.windows(2).all(|w| w[1] - w[0] > 60.0), "{span}");
            assert!(ticks.len() < 110, "{} ticks at {span}", ticks.len());
            span *= 1.37;
        }
    }
}
