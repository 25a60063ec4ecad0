//! The part of time that is on screen: panning, zooming at a point, fitting, and the limits of all three.

use crate::domain::{Dataset, Moment, SECS_PER_DAY};

/// A day in seconds, for arithmetic on the axis.
const DAY: f64 = SECS_PER_DAY as f64;
/// A mean Gregorian year in seconds.
const YEAR: f64 = 365.2425 * DAY;
/// The shortest period that fills the window: four hours, so that times of day can be told apart.
pub(super) const MIN_SPAN: f64 = DAY / 6.0;
/// The longest period for a dataset that is itself shorter: two centuries.
const MAX_SPAN: f64 = 200.0 * YEAR;
/// The share of the window that stays empty on either side when everything is fitted.
const FIT_MARGIN: f64 = 0.04;
/// The share of the window that data must reach into, so that panning never loses it.
const MIN_DATA_SHARE: f64 = 0.1;

/// What is in the window: a period of time, and how far the lanes are scrolled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The period of time.
    pub time: TimeView,
    /// How far down the lanes are scrolled, in points.
    pub scroll: f64,
}

impl View {
    /// Whether every number of it is one that can be drawn.
    pub fn is_sound(&self) -> bool {
        let TimeView { start, span } = self.time;
        start.is_finite() && span.is_finite() && span > 0.0 && self.scroll.is_finite()
    }
}

/// A period of time in seconds since the epoch, from the left edge of the plot to its right edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeView {
    /// The moment at the left edge.
    pub start: f64,
    /// Seconds from edge to edge.
    pub span: f64,
}

/// How far a view may be moved for one dataset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    first: f64,
    last: f64,
    max_span: f64,
}

impl Limits {
    /// The limits for a dataset. One with no dates may be moved about the present century.
    pub fn of(dataset: &Dataset) -> Self {
        let empty = || (Moment::from_ymd(1925, 1, 1), Moment::from_ymd(2027, 1, 1));
        let (first, last) = if let Some((first, last)) = dataset.span() {
            (first, last)
        } else {
            let (first, last) = empty();
            (first.unwrap_or(Moment::MIN), last.unwrap_or(Moment::MAX))
        };
        let (first, last) = (first.secs() as f64, last.secs() as f64);
        Self::around(first, last)
    }

    /// The limits for what lies between two moments.
    pub fn between(first: Moment, last: Moment) -> Self {
        Self::around(first.secs() as f64, last.secs() as f64)
    }

    fn around(first: f64, last: f64) -> Self {
        let fitted = (last - first) / (1.0 - 2.0 * FIT_MARGIN);
        Self { first, last, max_span: MAX_SPAN.max(fitted * 1.5) }
    }
}

impl Limits {
    /// The first and the last moment, and the longest span, in seconds.
    pub fn bounds(&self) -> [f64; 3] {
        [self.first, self.last, self.max_span]
    }

    /// These limits, widened so that a view of everything between two moments is within them.
    pub fn widened(self, from: Moment, to: Moment) -> Self {
        let (from, to) = (from.secs() as f64, to.secs() as f64);
        Self {
            first: self.first.min(from),
            last: self.last.max(to),
            max_span: self.max_span.max((to - from) * 1.5),
        }
    }
}

impl TimeView {
    /// The view of everything, with a margin; a dataset of a single day is shown within its two years.
    pub fn fit(limits: &Limits) -> Self {
        let data = limits.last - limits.first;
        let span =
            (data / (1.0 - 2.0 * FIT_MARGIN)).max(if data < 2.0 * DAY { 2.0 * YEAR } else { MIN_SPAN });
        let middle = limits.first + data / 2.0;
        Self { start: middle - span / 2.0, span }.clamped(limits)
    }

    /// The view to open a dataset with: everything, but for a long beginning in which hardly anything happens.
    ///
    /// Where the first 3% of many events take more than a fifth of the time, they are left to the left of the window,
    /// which never shows less than a tenth of the whole.
    pub fn opening(dataset: &Dataset, limits: &Limits) -> Self {
        /// Of fewer events none is left out.
        const MANY: usize = 100;
        const FEW: f64 = 0.03;
        const LONG: f64 = 0.2;
        const MIN_SHARE: f64 = 0.1;
        let fit = Self::fit(limits);
        let events = dataset.events();
        if events.len() < MANY {
            return fit;
        }
        let kept = events.get((events.len() as f64 * FEW) as usize..).unwrap_or_default();
        // Not where their marks stand: a year that is only known as one begins half a year before its mark.
        let from = kept.iter().map(|event| event.date().earliest().secs()).min();
        let from = from.map_or(limits.first, |from| from as f64);
        let whole = limits.last - limits.first;
        if from - limits.first < LONG * whole {
            return fit;
        }
        let from = from.min(limits.last - MIN_SHARE * whole);
        let span = (limits.last - from) / (1.0 - 2.0 * FIT_MARGIN);
        Self { start: from - FIT_MARGIN * span, span }.clamped(limits)
    }

    /// The view of everything between two moments, which may come in any order.
    pub fn between(from: Moment, to: Moment, limits: &Limits) -> Self {
        let (from, to) = (from.secs().min(to.secs()) as f64, from.secs().max(to.secs()) as f64);
        Self { start: from, span: to - from }.clamped(limits)
    }

    /// The moment at the right edge.
    pub fn end(&self) -> f64 {
        self.start + self.span
    }

    /// This view moved by `secs`.
    pub fn panned(self, secs: f64, limits: &Limits) -> Self {
        Self { start: self.start + secs, ..self }.clamped(limits)
    }

    /// This view with its span divided by `factor`, the moment `fixed` staying where it is on screen.
    pub fn zoomed(self, factor: f64, fixed: f64, limits: &Limits) -> Self {
        if !factor.is_finite() || factor <= 0.0 || !fixed.is_finite() {
            return self.clamped(limits);
        }
        let span = (self.span / factor).clamp(MIN_SPAN, limits.max_span);
        let share = (fixed - self.start) / self.span;
        Self { start: fixed - share * span, span }.clamped(limits)
    }

    /// This view moved, without zooming, so that `at` is in its middle.
    pub fn centred_on(self, at: Moment, limits: &Limits) -> Self {
        Self { start: at.secs() as f64 - self.span / 2.0, ..self }.clamped(limits)
    }

    /// Whether a moment is on screen, and not at the very edge.
    pub fn shows(&self, at: Moment) -> bool {
        let share = (at.secs() as f64 - self.start) / self.span;
        (0.03..=0.97).contains(&share)
    }

    /// The first and last whole moments on screen, as far as the axis reaches.
    pub fn moments(&self) -> (Moment, Moment) {
        let hold = |secs: f64| Moment::from_secs((secs as i64).clamp(Moment::MIN.secs(), Moment::MAX.secs()));
        (hold(self.start.floor()), hold(self.end().ceil()))
    }

    /// This view where the axis can show it, wherever it was: a jump may lead out of the dataset, and not off the axis.
    #[must_use]
    pub fn on_axis(self) -> Self {
        let whole = (Moment::MAX.secs() - Moment::MIN.secs()) as f64;
        let span = self.span.clamp(MIN_SPAN, 2.0 * whole);
        let (low, high) = (Moment::MIN.secs() as f64 - span / 4.0, Moment::MAX.secs() as f64 - span * 0.75);
        let start = if low <= high { self.start.clamp(low, high) } else { low };
        Self { start, span }
    }

    /// This view within its limits, and finite whatever it was.
    fn clamped(self, limits: &Limits) -> Self {
        let span =
            if self.span.is_nan() { limits.max_span } else { self.span.clamp(MIN_SPAN, limits.max_span) };
        let middle = f64::midpoint(limits.first, limits.last) - span / 2.0;
        let asked = if self.start.is_nan() { middle } else { self.start };
        // Some data stays in view, but never more than there is.
        let kept = (MIN_DATA_SHARE * span).min(limits.last - limits.first);
        let (low, high) = (limits.first + kept - span, limits.last - kept);
        let start = if low <= high { asked.clamp(low, high) } else { f64::midpoint(low, high) };
        // The axis itself ends with four-digit years.
        let (axis_low, axis_high) =
            (Moment::MIN.secs() as f64 - span / 4.0, Moment::MAX.secs() as f64 - span * 0.75);
        let start = if axis_low <= axis_high { start.clamp(axis_low, axis_high) } else { start };
        Self { start, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { first: 0.0, last: 50.0 * YEAR, max_span: MAX_SPAN };

    #[test]
    fn the_moment_under_the_pointer_stays_while_zooming() {
        let mut view = TimeView::fit(&LIMITS);
        let fixed = 17.0 * YEAR;
        let share = (fixed - view.start) / view.span;
        for _ in 0..40 {
            view = view.zoomed(1.2, fixed, &LIMITS);
            assert!(((fixed - view.start) / view.span - share).abs() < 1e-6);
        }
        assert!(view.span < 40.0 * DAY);
    }

    #[test]
    fn zoom_stops_at_both_ends_and_survives_nonsense() {
        let view = TimeView::fit(&LIMITS);
        assert_eq!(view.zoomed(1e30, YEAR, &LIMITS).span, MIN_SPAN);
        assert_eq!(view.zoomed(1e-30, YEAR, &LIMITS).span, MAX_SPAN);
        for nonsense in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(view.zoomed(nonsense, YEAR, &LIMITS), view);
        }
    }

    #[test]
    fn no_view_is_so_odd_that_the_next_is_not_finite() {
        let odd =
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300, -1e300, 5e-324, 2.5e11, -3.8e11];
        let (first, last) = (Moment::MIN.secs() as f64, Moment::MAX.secs() as f64);
        let all = [
            LIMITS,
            Limits::around(first, last),
            Limits::around(last, last),
            Limits::around(first, first + DAY),
            Limits::around(0.0, 0.0),
        ];
        let is_sound = |time: TimeView| View { time, scroll: 0.0 }.is_sound();
        for limits in &all {
            for (start, span) in odd.into_iter().flat_map(|start| odd.map(|span| (start, span))) {
                let view = TimeView { start, span };
                for by in odd {
                    let views =
                        [view.panned(by, limits), view.zoomed(by, by, limits), view.zoomed(2.0, by, limits)];
                    assert!(views.into_iter().all(is_sound), "{view:?} {by}: {views:?}");
                    let again = views[0].panned(0.0, limits);
                    assert_eq!(again, views[0], "what is within limits stays where it is");
                }
                for at in [Moment::MIN, Moment::MAX, Moment::from_secs(0)] {
                    assert!(is_sound(view.centred_on(at, limits)));
                }
                let (from, to) = view.moments();
                assert!(from >= Moment::MIN && to <= Moment::MAX);
            }
        }
    }

    #[test]
    fn panning_never_loses_the_data() {
        for secs in [1e15, -1e15] {
            let view = TimeView::fit(&LIMITS).zoomed(8.0, 0.0, &LIMITS).panned(secs, &LIMITS);
            assert!(view.start < LIMITS.last && view.end() > LIMITS.first);
        }
    }

    #[test]
    fn a_single_day_and_the_whole_axis_both_fit() {
        let day = Limits { first: 0.0, last: DAY, max_span: MAX_SPAN };
        let view = TimeView::fit(&day);
        assert!(view.start < 0.0 && view.end() > DAY);
        let (first, last) = (Moment::MIN.secs() as f64, Moment::MAX.secs() as f64);
        let all = Limits { first, last, max_span: (last - first) * 1.6 };
        let view = TimeView::fit(&all);
        assert!(view.start <= first && view.end() >= last);
    }
}
