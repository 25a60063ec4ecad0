//! How a window is divided between lane headers, axis and plot.

use super::geometry::{Rect, Size};
use super::metrics::{AXIS_HEIGHT, HEADERS_WIDTH, MAX_CHOSEN_SHARE, MAX_HEADERS_SHARE, MIN_HEADERS_WIDTH};
use super::rows::Rows;
use super::scale::TimeScale;
use super::scene::Scene;
use super::view::TimeView;

/// The area of a window of this size in which marks are drawn. The lane headers have the width that the user chose, if
/// there is room for it.
pub(super) fn plot_rect(size: Size, headers_width: Option<f32>) -> Rect {
    let left = match headers_width {
        Some(width) => width.max(MIN_HEADERS_WIDTH).min(size.width * MAX_CHOSEN_SHARE).floor(),
        None => HEADERS_WIDTH.min(size.width * MAX_HEADERS_SHARE).floor(),
    };
    Rect {
        left,
        top: AXIS_HEIGHT,
        right: size.width.max(left + 1.0),
        bottom: size.height.max(AXIS_HEIGHT + 1.0),
    }
}

impl Scene {
    /// The scale of a view in the window of this scene.
    pub fn scale(&self, time: TimeView) -> TimeScale {
        TimeScale::new(time, self.plot.left, self.plot.width())
    }

    /// The height of a window in which all of these rows fit.
    pub fn height_of(rows: &Rows) -> f32 {
        AXIS_HEIGHT + rows.height() as f32
    }

    /// The height of the lanes' part of a window of this size.
    pub fn plot_height(size: Size) -> f32 {
        plot_rect(size, None).height()
    }
}

impl Rows {
    /// The area of a window of this size in which marks are drawn.
    pub fn plot(&self, size: Size) -> Rect {
        plot_rect(size, self.metrics().headers_width)
    }

    /// The width of the lane headers in a window of this size.
    pub fn headers_width(&self, size: Size) -> f32 {
        self.plot(size).left
    }

    /// The scale of a window of this size, for input that arrives before there is a scene.
    pub fn scale(&self, size: Size, time: TimeView) -> TimeScale {
        let plot = self.plot(size);
        TimeScale::new(time, plot.left, plot.width())
    }
}
