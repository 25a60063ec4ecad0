//! How high the lanes are drawn and how wide their headers are, as the user prefers.

use crate::session::{Action, Session};
use crate::timeline::{LaneHeight, LaneMetrics, MIN_HEADERS_WIDTH, Rows, Scene};

/// Maximum width of the lane headers that is kept, in points.
const MAX_HEADERS_WIDTH: f32 = 2_000.0;

impl Session {
    /// How high the lanes are drawn.
    pub fn lane_height(&self) -> LaneHeight {
        self.settings.preferences.lane_height
    }

    /// Draws lanes of another height; what is at the upper edge of the window stays there.
    pub(in crate::session) fn set_lane_height(&mut self, height: LaneHeight) {
        self.settings.preferences.lane_height = height;
        let before = self.view.rows.clone();
        self.lay_out_rows();
        let plot_height = f64::from(Scene::plot_height(self.view.size));
        let scroll = before.scroll_in(&self.view.rows, self.view.current.scroll, plot_height);
        self.view.current.scroll = scroll;
        let action = Action::of_lane_height(height);
        self.status_message = Some(action.label(self.strings()).name.to_owned());
    }

    /// Sets the width of the lane headers, in points; `None` for the width that they have by themselves.
    pub(in crate::session) fn set_headers_width(&mut self, width: Option<f32>) {
        let width = width.filter(|width| width.is_finite());
        let points = width.map(|width| width.clamp(MIN_HEADERS_WIDTH, MAX_HEADERS_WIDTH) as u16);
        self.settings.preferences.headers_width = points.unwrap_or_default();
        let metrics = self.view.rows.metrics().with_headers_width(self.chosen_headers_width());
        self.view.rows.set_metrics(metrics);
    }

    /// The measures of rows in a plot of this height. Those of lanes that are to fit it follow from the rows.
    pub(in crate::session) fn row_metrics(&self, plot_height: f64) -> LaneMetrics {
        let metrics = match (&self.world.bulk, self.lane_height()) {
            (Some(_), height) => {
                let fitting = self.world.lane_height(plot_height);
                let is_compact = height == LaneHeight::Compact;
                let most = if is_compact { LaneMetrics::compact().lane.height } else { fitting };
                LaneMetrics::of_bulk_lanes(fitting.min(most))
            }
            (None, LaneHeight::Compact) => LaneMetrics::compact(),
            (None, LaneHeight::Comfortable | LaneHeight::Fit) => LaneMetrics::comfortable(),
        };
        metrics.with_headers_width(self.chosen_headers_width())
    }

    /// Whether the height of the lanes follows that of the window.
    pub(in crate::session) fn fits_lanes(&self) -> bool {
        self.world.bulk.is_some() || self.lane_height() == LaneHeight::Fit
    }

    /// The rows at the height that lanes have in exports, whatever it is in the window. Bulk lanes shrink to fit a plot of this
    /// height.
    pub fn rows_for_export(&self, plot_height: f64) -> Rows {
        let mut rows = self.view.rows.clone();
        let metrics = if self.world.bulk.is_some() {
            LaneMetrics::of_bulk_lanes(self.world.lane_height(plot_height))
        } else {
            LaneMetrics::comfortable()
        };
        rows.set_metrics(metrics.with_headers_width(self.chosen_headers_width()));
        rows
    }

    fn chosen_headers_width(&self) -> Option<f32> {
        let points = self.settings.preferences.headers_width;
        (points > 0).then(|| f32::from(points).clamp(MIN_HEADERS_WIDTH, MAX_HEADERS_WIDTH))
    }
}
