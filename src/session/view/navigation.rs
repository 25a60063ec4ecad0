//! Moving through time: by hand, by jumps that can be undone, to a date.

use crate::domain::{EdtfDate, Precision, SECS_PER_DAY};
use crate::session::{History, Session};
use crate::timeline::{Scene, View};

/// A date that is typed fills no more than this share of the window.
const DATE_SHARE: f64 = 1.0 / 3.0;
/// A mean Gregorian year in seconds.
const YEAR: f64 = 365.2425 * SECS_PER_DAY as f64;

impl Session {
    /// Looks where a hand moved the view, within the limits of what is open. One that cannot be drawn is not taken.
    pub(in crate::session) fn set_view(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        // Where nobody moved it stays, also outside the limits, where a typed date may lead.
        let is_moved = view.time != self.view.current.time;
        let time = if is_moved { view.time.panned(0.0, &self.world.limits) } else { view.time };
        self.view.current = View { time, ..view };
    }

    /// Looks elsewhere; the reader can come back.
    pub(in crate::session) fn jump(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        let view = self.within_rows(View { time: view.time.on_axis(), ..view });
        if view != self.view.current {
            self.view.history.leave(self.view.current);
            self.view.current = view;
        }
    }

    /// Goes back or forth among the views of the history.
    pub(in crate::session) fn travel(&mut self, way: fn(&mut History, View) -> Option<View>) {
        match way(&mut self.view.history, self.view.current) {
            Some(view) => self.view.current = self.within_rows(view),
            None => self.notice = Some(self.words().notices.no_other_view.to_owned()),
        }
    }

    /// A view scrolled no farther than the rows that are there now.
    pub(in crate::session) fn within_rows(&self, view: View) -> View {
        let height = f64::from(Scene::plot_height(self.view.size));
        View { scroll: view.scroll.clamp(0.0, self.view.rows.max_scroll(height)), ..view }
    }

    pub(in crate::session) fn zoom(&mut self, factor: f64) {
        let middle = self.view.current.time.start + self.view.current.time.span / 2.0;
        let chosen = self.selected_moment().filter(|at| self.view.current.time.shows(*at));
        let fixed = chosen.map_or(middle, |at| at.secs() as f64);
        self.view.current.time = self.view.current.time.zoomed(factor, fixed, &self.world.limits);
    }

    pub(in crate::session) fn page(&mut self, share: f64) {
        self.view.current.time =
            self.view.current.time.panned(share * self.view.current.time.span, &self.world.limits);
    }

    pub(in crate::session) fn go_to_date(&mut self, date: &EdtfDate) {
        let limits = self.world.limits.widened(date.earliest(), date.end());
        let length = (date.end().secs() - date.earliest().secs()) as f64;
        let middle = date.earliest().midpoint(date.end());
        let time = self.view.current.time.centred_on(middle, &limits);
        // Who names a day wants to see that day, and not a century with it.
        let most = match date.precision() {
            Precision::Time | Precision::Day => 2.0 * YEAR,
            Precision::Month | Precision::Season => 8.0 * YEAR,
            Precision::Year => 25.0 * YEAR,
            _ => f64::INFINITY,
        };
        let span = time.span.min(most).max(length / DATE_SHARE);
        let time = time.zoomed(time.span / span, middle.secs() as f64, &limits);
        self.jump(View { time, ..self.view.current });
        // What was asked for is marked, where it is shorter than what is seen.
        if length < time.span {
            self.selection.time_range = Some((date.earliest(), date.end()));
        }
        let words = self.words();
        self.notice = Some((words.notices.at_date)(&(words.date)(date)));
    }

    pub(in crate::session) fn go_to_today(&mut self) {
        let Some(today) = self.today else { return };
        let time = self.view.current.time.centred_on(today, &self.world.limits);
        self.jump(View { time, ..self.view.current });
    }
}
