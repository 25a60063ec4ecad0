//! How a window is divided between lane headers, axis and plot.

use super::geometry::{Rect, Size};
use super::metrics::{AXIS_HEIGHT, HEADERS_WIDTH, MAX_HEADERS_SHARE};
use super::rows::Rows;
use super::scale::TimeScale;
use super::scene::Scene;
use super::view::TimeView;

/// The area of a window of this size in which marks are drawn.
pub(super) fn plot_rect(size: Size) -> Rect {
    let left = HEADERS_WIDTH.min(size.width * MAX_HEADERS_SHARE).floor();
    Rect {
        left,
        top: AXIS_HEIGHT,
        right: size.width.max(left + 1.0),
        bottom: size.height.max(AXIS_HEIGHT + 1.0),
    }
}

impl Scene {
    /// The scale of a window of this size, for input that arrives before there is a scene.
    pub fn scale_for(size: Size, time: TimeView) -> TimeScale {
        let plot = plot_rect(size);
        TimeScale::new(time, plot.left, plot.width())
    }

    /// The height of a window in which all of these rows fit.
    pub fn height_of(rows: &Rows) -> f32 {
        AXIS_HEIGHT + rows.height() as f32
    }

    /// The height of the lanes' part of a window of this size.
    pub fn plot_height(size: Size) -> f32 {
        plot_rect(size).height()
    }

    /// The width of the lane headers in a window of this size.
    pub fn headers_width(size: Size) -> f32 {
        plot_rect(size).left
    }
}
