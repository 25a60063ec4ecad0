//! Moving the view: by hand, by jumps, to a date, to the selection.

use crate::domain::{EdtfDate, EventId, Moment, Precision, SECS_PER_DAY, TreatyId};
use crate::session::Session;
use crate::timeline::{Scene, TimeView, View};

/// The largest share of the window that a typed date fills.
const MAX_DATE_SHARE: f64 = 1.0 / 3.0;
/// A mean Gregorian year in seconds.
const YEAR: f64 = 365.2425 * SECS_PER_DAY as f64;

impl Session {
    /// Sets a view that the user moved directly, clamped to the limits of the dataset.
    pub(in crate::session) fn set_view(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        // An unchanged time is not clamped: a typed date may have led outside the limits.
        let is_moved = view.time != self.view.current.time;
        let time = if is_moved { view.time.panned(0.0, &self.world.limits) } else { view.time };
        self.view.current = View { time, ..view };
    }

    /// Goes to another view; the present one is a place to go back to.
    pub(in crate::session) fn jump(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        let view = self.within_rows(View { time: view.time.on_axis(), ..view });
        if view != self.view.current {
            self.view.current = view;
            self.history.has_jumped = true;
        }
    }

    /// The view, scrolled no further than the last row.
    pub(in crate::session) fn within_rows(&self, view: View) -> View {
        let height = f64::from(Scene::plot_height(self.view.size));
        View { scroll: view.scroll.clamp(0.0, self.view.rows.max_scroll(height)), ..view }
    }

    /// Zooms around the selection, or around the middle of the window if the selection is not in it.
    pub(in crate::session) fn zoom(&mut self, factor: f64) {
        let middle = self.view.current.time.start + self.view.current.time.span / 2.0;
        let selected = self.selected_moment().filter(|moment| self.view.current.time.shows(*moment));
        let fixed = selected.map_or(middle, |moment| moment.secs() as f64);
        self.view.current.time = self.view.current.time.zoomed(factor, fixed, &self.world.limits);
    }

    /// Pans by a share of the window's width: to later times if positive.
    pub(in crate::session) fn pan_by_share(&mut self, share: f64) {
        self.view.current.time =
            self.view.current.time.panned(share * self.view.current.time.span, &self.world.limits);
    }

    /// Shows a date, at a scale that fits its precision, and selects its time range.
    ///
    /// To an interval with two ends it goes exactly, and selects nothing.
    pub(in crate::session) fn go_to_date(&mut self, date: &EdtfDate) {
        if !self.go_to_interval(date) {
            self.go_around_date(date);
        }
        let strings = self.strings();
        self.status_message = Some((strings.view.moved_to)(&(strings.dates.date)(date)));
    }

    fn go_around_date(&mut self, date: &EdtfDate) {
        let limits = self.world.limits.widened(date.earliest(), date.end());
        let length = (date.end().secs() - date.earliest().secs()) as f64;
        let middle = date.earliest().midpoint(date.end());
        let time = self.view.current.time.centred_on(middle, &limits);
        // Somebody who types a day wants to see that day, and not a century around it.
        let max_span = match date.precision() {
            Precision::Time | Precision::Day => 2.0 * YEAR,
            Precision::Month | Precision::Season => 8.0 * YEAR,
            Precision::Year => 25.0 * YEAR,
            _ => f64::INFINITY,
        };
        let span = time.span.min(max_span).max(length / MAX_DATE_SHARE);
        let time = time.zoomed(time.span / span, middle.secs() as f64, &limits);
        self.jump(View { time, ..self.view.current });
        // The date is marked, unless it fills the window.
        if length < time.span {
            self.selection.time_range = Some((date.earliest(), date.end()));
        }
    }

    pub(in crate::session) fn go_to_today(&mut self) {
        let Some(today) = self.today else { return };
        let time = self.view.current.time.centred_on(today, &self.world.limits);
        self.jump(View { time, ..self.view.current });
    }

    /// Brings the selection to the middle of the window. If it is there already, shows the whole life of its treaty;
    /// if nothing is selected, the selected time range. In a period that was typed it only scrolls.
    pub(in crate::session) fn centre(&mut self) {
        let before = self.view.current;
        if self.is_in_typed_period() {
            self.bring_lane_into_view();
            self.history.has_jumped |= self.view.current != before;
            return;
        }
        if let Some(moment) = self.selected_moment() {
            self.view.current.time = self.view.current.time.centred_on(moment, &self.world.limits);
        }
        self.bring_into_view();
        if self.view.current == before {
            self.fit_selection();
        }
        self.history.has_jumped |= self.view.current != before;
    }

    /// Shows the whole life of the selected treaty, or the selected time range, with a margin.
    fn fit_selection(&mut self) {
        let events = |treaty| self.world.dataset.events_of(treaty);
        let life = |treaty| {
            let moment = |id: &EventId| self.world.dataset.event(*id).at();
            Some((events(treaty).first().map(moment)?, events(treaty).last().map(moment)?))
        };
        if let Some((from, to)) = self.selected_treaty().map_or(self.selection.time_range, life) {
            let margin = (to.secs() - from.secs()) / 12 + SECS_PER_DAY;
            self.view.current.time =
                TimeView::between(from.plus(-margin), to.plus(margin), &self.world.limits);
        }
    }

    /// Brings the selection into the window, moving the view no more than needed.
    pub(in crate::session) fn bring_into_view(&mut self) {
        if let Some(moment) = self.selected_moment()
            && !self.view.current.time.shows(moment)
        {
            self.view.current.time = self.view.current.time.centred_on(moment, &self.world.limits);
        }
        self.bring_lane_into_view();
    }

    /// Whether any of the selected treaty's lane is in sight.
    pub(in crate::session) fn is_lane_in_sight(&self) -> bool {
        let (rows, scroll) = (&self.view.rows, self.view.current.scroll);
        let height = f64::from(Scene::plot_height(self.view.size));
        self.selected_treaty().filter(|&treaty| rows.has_lane(treaty)).is_some_and(|treaty| {
            let (top, bottom) = rows.lane_between(treaty);
            scroll + rows.pinned_height(height) < bottom && top < scroll + height
        })
    }

    /// Scrolls to the selected treaty's lane, no more than needed to see it whole with the lane above and below it.
    pub(in crate::session) fn bring_lane_into_view(&mut self) {
        if let Some(treaty) = self.selected_treaty() {
            if !self.view.rows.has_lane(treaty) {
                self.reveal_lane(treaty);
            }
            // What stands behind the lanes has none to scroll to.
            if !self.view.rows.has_row(treaty) {
                return;
            }
            let rows = &self.view.rows;
            let height = f64::from(Scene::plot_height(self.view.size));
            let (lane, margin) = (rows.lane_between(treaty), rows.metrics().lane.height);
            self.view.current.scroll = rows.scroll_around(lane, margin, self.view.current.scroll, height);
        }
    }

    /// Scrolls no more than needed to show a treaty's lane, with as many of the lanes of its parties as fit.
    pub(in crate::session) fn bring_lanes_into_view(&mut self, treaty: TreatyId) {
        let rows = &self.view.rows;
        let height = f64::from(Scene::plot_height(self.view.size));
        let scroll = rows.scroll_to(rows.lanes_between(treaty), self.view.current.scroll, height);
        self.view.current.scroll = scroll;
    }

    /// The moment in the middle of the window.
    pub(in crate::session) fn middle(&self) -> Moment {
        Moment::from_secs((self.view.current.time.start + self.view.current.time.span / 2.0) as i64)
    }
}
