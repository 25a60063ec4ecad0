//! How high the lanes are drawn and how wide their headers are, as the user prefers; lower where what the filter leaves fits
//! the window then.

use crate::session::{Action, Session};
use crate::timeline::{LaneHeight, LaneMetrics, MIN_HEADERS_WIDTH, Rows, Scene};

/// Maximum width of the lane headers that is kept, in points.
const MAX_HEADERS_WIDTH: f32 = 2_000.0;

/// Whether lanes are lower than the user prefers, so that all that the filter leaves is in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::session) enum FilteredHeight {
    /// They are not: nothing is filtered, or it fits as it is, or it does not fit at all.
    #[default]
    Preferred,
    /// They are.
    Fitted,
    /// They would be, but the user chose a height while the filter was on.
    Refused,
}

impl Session {
    /// How high the lanes are drawn.
    pub fn lane_height(&self) -> LaneHeight {
        match self.view.filtered_height {
            FilteredHeight::Fitted => LaneHeight::Fit,
            FilteredHeight::Preferred | FilteredHeight::Refused => self.settings.preferences.lane_height,
        }
    }

    /// Draws lanes of another height; what is at the upper edge of the window stays there.
    pub(in crate::session) fn set_lane_height(&mut self, height: LaneHeight) {
        self.settings.preferences.lane_height = height;
        self.view.filtered_height =
            if self.filter.active.is_empty() { FilteredHeight::Preferred } else { FilteredHeight::Refused };
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
        let metrics = match (&self.world.bulk, self.settings.preferences.lane_height) {
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
        // What a filter leaves may fit a window of another height.
        self.world.bulk.is_some() || self.lane_height() == LaneHeight::Fit || !self.filter.active.is_empty()
    }

    /// Gives rows that were just laid out, at the preferred height, the height at which they fit the window: where the user
    /// prefers that, or where they are what a filter leaves and nearly all of them can be in the window at once.
    pub(in crate::session) fn fit_rows(&mut self, rows: &mut Rows, plot_height: f64) {
        if self.filter.active.is_empty() {
            self.view.filtered_height = FilteredHeight::Preferred;
        } else if self.view.filtered_height != FilteredHeight::Refused {
            let prefers_fit = self.settings.preferences.lane_height == LaneHeight::Fit;
            let is_lower = !prefers_fit && rows.height() > plot_height && rows.can_nearly_fit(plot_height);
            self.view.filtered_height =
                if is_lower { FilteredHeight::Fitted } else { FilteredHeight::Preferred };
        }
        if self.lane_height() == LaneHeight::Fit {
            rows.fit(plot_height);
        }
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
