//! The one conversion between moments and positions on screen.

use crate::domain::Moment;

use super::view::TimeView;

/// Maximum width of a bucket in which the index joins marks, in points; marks that still touch are joined in `clusters.rs`.
const MIN_POINTS: f64 = 10.0;

/// A linear map from seconds since the epoch to points from the window's left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    left: f64,
    start: f64,
    points_per_sec: f64,
}

impl TimeScale {
    /// The scale that lays `view` over the plot from `left`, `width` points wide.
    pub fn new(view: TimeView, left: f32, width: f32) -> Self {
        let points_per_sec = f64::from(width.max(1.0)) / view.span;
        Self { left: f64::from(left), start: view.start, points_per_sec }
    }

    /// The position of a moment, in points; far outside the window for moments far outside the view.
    pub fn x_of(&self, at: Moment) -> f64 {
        self.x_of_secs(at.secs() as f64)
    }

    /// The position of a number of seconds since the epoch.
    pub fn x_of_secs(&self, secs: f64) -> f64 {
        self.left + (secs - self.start) * self.points_per_sec
    }

    /// The seconds since the epoch at a position.
    pub fn secs_at(&self, x: f64) -> f64 {
        self.start + (x - self.left) / self.points_per_sec
    }

    /// The moment at a position, within what the axis can show.
    pub fn moment_at(&self, x: f64) -> Moment {
        let secs = self.secs_at(x).floor() as i64;
        Moment::from_secs(secs.clamp(Moment::MIN.secs(), Moment::MAX.secs() - 1))
    }

    /// The width of a number of seconds, in points.
    pub fn width_of(&self, secs: f64) -> f64 {
        secs * self.points_per_sec
    }

    /// The width of the buckets that marks are joined in, in seconds.
    pub fn bucket_secs(&self) -> i64 {
        self.grid_secs(MIN_POINTS)
    }

    /// The width in seconds of a grid whose steps are at most `points` wide: a power of two, so that it changes in steps while
    /// zooming and not at all while panning.
    pub(super) fn grid_secs(&self, points: f64) -> i64 {
        let secs = points / self.points_per_sec;
        let exponent = secs.max(1.0).log2().floor().min(60.0) as u32;
        1_i64 << exponent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_of_a_window_survives_the_way_to_time_and_back() {
        for span in [86_400.0, 3e7, 6e9, 6e11] {
            let scale = TimeScale::new(TimeView { start: -3e11, span }, 236.0, 840.0);
            for x in 236..1076 {
                let x = f64::from(x);
                assert!((scale.x_of_secs(scale.secs_at(x)) - x).abs() < 0.5, "{x} at {span}");
            }
        }
    }

    #[test]
    fn buckets_are_powers_of_two_between_half_and_all_of_the_smallest_distance() {
        for span in [86_400.0, 1e7, 1e9, 6e11] {
            let scale = TimeScale::new(TimeView { start: 0.0, span }, 0.0, 800.0);
            let step = scale.bucket_secs();
            assert!(step.count_ones() == 1);
            let points = scale.width_of(step as f64);
            assert!(points <= MIN_POINTS && points > MIN_POINTS / 2.0, "{points}");
        }
    }
}
