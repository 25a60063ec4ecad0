//! The arrows at the edges of a lane that has nothing in the window: they say when there is something, and lead there.

use crate::domain::Moment;

use super::geometry::Rect;
use super::measure::Font;
use super::metrics::LABEL_SIZE;
use super::plan_input::PlanInput;

/// Width of the arrow itself with the space around it, in points.
const ARROW_WIDTH: f32 = 18.0;
/// Half the height of an arrow, in points: half of the minimum that WCAG 2.2 allows.
const HALF_HEIGHT: f32 = 12.0;
/// Between an arrow and the edge of the plot, in points.
const MARGIN: f32 = 2.0;

/// An arrow at the edge of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeArrow {
    /// Whether it is at the left edge, and leads to an earlier time.
    pub is_before: bool,
    /// The mark nearest to the window on that side.
    pub at: Moment,
    /// Its year in words.
    pub year: String,
    /// Where it is.
    pub rect: Rect,
}

/// The arrows of a lane with nothing in the window, whose nearest marks are at these moments. `y` is the middle of its
/// bar.
pub(super) fn edge_arrows(
    input: &PlanInput<'_>,
    plot: &Rect,
    lane: &Rect,
    y: f32,
    (before, after): (Option<Moment>, Option<Moment>),
) -> Vec<EdgeArrow> {
    let arrow = |is_before: bool, at: Moment| {
        let year = (input.strings.dates.year)(at.year());
        let width = input.measure.width(&year, LABEL_SIZE, Font::Text) + ARROW_WIDTH;
        let (left, right) = if is_before {
            (plot.left + MARGIN, plot.left + MARGIN + width)
        } else {
            (plot.right - MARGIN - width, plot.right - MARGIN)
        };
        let (top, bottom) = ((y - HALF_HEIGHT).max(lane.top), (y + HALF_HEIGHT).min(lane.bottom));
        EdgeArrow { is_before, at, year, rect: Rect { left, top, right, bottom } }
    };
    let before = before.map(|at| arrow(true, at));
    // In a plot too narrow for both the earlier one stays.
    let left = before.as_ref().map_or(plot.left, |arrow| arrow.rect.right);
    let after = after.map(|at| arrow(false, at)).filter(|arrow| arrow.rect.left >= left);
    before.into_iter().chain(after).collect()
}
