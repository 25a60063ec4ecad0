//! The scale of a chart: from figures to heights, and the lines across it.

use crate::language::Strings;

use super::geometry::Rect;

/// More lines than this cannot be told apart.
const MAX_GRIDLINES: i32 = 20;
/// Minimum distance between the lines of a logarithmic scale, in points: their labels must not overlap.
const MIN_GAP: f32 = 14.0;
/// How many powers of ten are shown below the greatest figure where the least is zero or less, and all are small.
const SMALL_DECADES: f64 = 3.0;
/// The least and the greatest power of ten that an `f64` holds without loss.
const MIN_DECADE: f64 = -307.0;
const MAX_DECADE: f64 = 308.0;

/// Converts figures to heights.
///
/// Every figure of its range has a height. On a logarithmic scale zero and less are drawn at the bottom.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChartScale {
    plot: Rect,
    /// The figure at the foot; on a logarithmic scale its power of ten.
    low: f64,
    /// The same of the figure at the top.
    high: f64,
    /// From one line to the next, in the same measure.
    step: f64,
    /// The first line, in steps from zero; on a logarithmic scale its power of ten.
    first: f64,
    /// How many steps there are from the first line on.
    steps: i32,
    is_logarithmic: bool,
}

impl ChartScale {
    /// The scale for figures from `least` to `most`; where these are no finite range, from 0 to 1.
    pub(super) fn new((min, max): (f64, f64), is_logarithmic: bool, plot: Rect) -> Self {
        let is_range = min.is_finite() && max.is_finite() && min <= max;
        let (min, max) = if is_range { (min, max) } else { (0.0, 1.0) };
        if is_logarithmic { Self::logarithmic(min, max, plot) } else { Self::even(min, max, plot) }
    }

    fn even(min: f64, max: f64, plot: Rect) -> Self {
        // Zero is always on the scale: otherwise heights would misrepresent proportions.
        let (min, max) = (min.min(0.0), max.max(0.0));
        let max = if min < max { max } else { 1.0 };
        // Divided first, since the difference may be more than an `f64` can hold.
        let step = round_step((max / 5.0 - min / 5.0).max(f64::MIN_POSITIVE));
        let first = (min / step).floor();
        let last = (max / step).ceil().max(first + 1.0);
        let (low, high) = (hold(first * step), hold(last * step));
        let steps = ((last - first) as i32).clamp(1, MAX_GRIDLINES - 1);
        Self { plot, low, high, step, first, steps, is_logarithmic: false }
    }

    fn logarithmic(min: f64, max: f64, plot: Rect) -> Self {
        let decade = |value: f64| value.log10().clamp(MIN_DECADE, MAX_DECADE);
        let low = if min > 0.0 {
            decade(min).floor().min(MAX_DECADE - 1.0)
        } else if max > 0.0 && max < 10.0 {
            (decade(max).floor() - SMALL_DECADES).max(MIN_DECADE)
        } else {
            0.0
        };
        let high = if max > 0.0 { decade(max).ceil().max(low + 1.0) } else { low + 1.0 };
        let room = ((plot.height() / MIN_GAP) as i32).clamp(1, MAX_GRIDLINES - 1);
        let step = ((high - low) / f64::from(room)).ceil().max(1.0);
        let steps = ((high - low) / step).floor() as i32;
        Self { plot, low, high, step, first: low, steps, is_logarithmic: true }
    }

    /// The height of a figure, within the plot.
    pub(super) fn y(&self, value: f64) -> f32 {
        let value = if !self.is_logarithmic {
            value
        } else if value > 0.0 {
            value.log10()
        } else {
            self.low
        };
        // Halves, since the difference may be more than an `f64` can hold.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.plot.bottom - share as f32 * self.plot.height()
    }

    /// The lines across the chart, from the foot up: their heights and what is written there.
    pub(super) fn gridlines(&self, strings: &Strings) -> Vec<(f32, String)> {
        let on_line = |line: i32| {
            let line = f64::from(line);
            if self.is_logarithmic {
                10_f64.powi((self.first + line * self.step) as i32)
            } else {
                (self.first + line) * self.step
            }
        };
        let values = (0..=self.steps).map(on_line).filter(|value| value.is_finite());
        values.map(|value| (self.y(value), (strings.figures.value)(value))).collect()
    }
}

/// The nearest finite number: steps are round, and may pass the greatest.
fn hold(value: f64) -> f64 {
    value.clamp(f64::MIN, f64::MAX)
}

/// The round number (1, 2 or 5 times a power of ten) next above.
fn round_step(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|step| *step >= value * 0.999)
        .unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const PLOT: Rect = Rect { left: 0.0, top: 16.0, right: 500.0, bottom: 216.0 };

    fn lines(min: f64, max: f64, is_logarithmic: bool) -> Vec<String> {
        let scale = ChartScale::new((min, max), is_logarithmic, PLOT);
        scale.gridlines(Language::English.strings()).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn figures_below_zero_have_as_many_lines_as_those_above() {
        assert_eq!(
            lines(-50_000.0, 10.0, false),
            ["−50,000", "−40,000", "−30,000", "−20,000", "−10,000", "0", "10,000"]
        );
        assert_eq!(lines(-1e9, 0.0, false).len(), 6);
        assert_eq!(lines(0.0, 1000.0, false), ["0", "200", "400", "600", "800", "1,000"]);
        assert_eq!(lines(-3.0, -3.0, false), ["−3", "−2", "−1", "0"]);
        assert_eq!(lines(0.001, 0.004, false), ["0", "0.001", "0.002", "0.003", "0.004"]);
    }

    #[test]
    fn powers_of_ten_are_passed_over_where_there_are_too_many() {
        assert_eq!(lines(1.0, 1000.0, true), ["1", "10", "100", "1,000"]);
        assert_eq!(lines(0.0, 0.5, true), ["0.0001", "0.001", "0.01", "0.1", "1"]);
        assert!(lines(1e-300, 1e300, true).len() <= MAX_GRIDLINES as usize);
        assert_eq!(lines(-5.0, 0.0, true), ["1", "10"]);
    }

    #[test]
    fn no_range_is_too_odd_for_a_scale() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 0.0, -0.0, 5e-324, -1.0];
        for min in odd {
            for max in odd {
                for is_logarithmic in [false, true] {
                    let scale = ChartScale::new((min, max), is_logarithmic, PLOT);
                    let lines = scale.gridlines(Language::English.strings());
                    assert!((2..=MAX_GRIDLINES as usize).contains(&lines.len()), "{min} {max}: {lines:?}");
                    let inside = |y: f32| (PLOT.top - 0.01..=PLOT.bottom + 0.01).contains(&y);
                    assert!(lines.iter().all(|&(y, _)| inside(y)), "{min} {max}: {lines:?}");
                    assert!(odd.iter().all(|&value| inside(scale.y(value))), "{min} {max}: {scale:?}");
                }
            }
        }
    }
}
