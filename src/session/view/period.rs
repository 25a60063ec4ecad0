//! Moving the view to a whole period: of everything that is shown, or one that was typed.

use crate::domain::{EdtfDate, Moment, Precision};
use crate::session::Session;
use crate::timeline::{Limits, TimeView, View};

impl Session {
    /// The view of everything that is shown, with a margin; of the whole dataset if nothing with a date is shown.
    pub(in crate::session) fn whole_period(&self) -> TimeView {
        match self.shown_span() {
            Some((first, last)) if self.filter.result.is_some() => {
                TimeView::fit(&Limits::between(first, last))
            }
            _ => TimeView::fit(&self.world.limits),
        }
    }

    /// Goes to the whole period of what is shown, and to the first lane.
    pub(in crate::session) fn show_whole_period(&mut self) {
        let time = self.whole_period();
        self.jump(View { time, scroll: 0.0 });
    }

    /// Goes to exactly an interval, so that the window says the years that were asked for, and keeps it when the selection
    /// is centred. Returns whether the date is an interval with two ends.
    pub(in crate::session) fn go_to_interval(&mut self, date: &EdtfDate) -> bool {
        let is_closed = !date.has_open_start()
            && !date.has_open_end()
            && !date.has_unknown_start()
            && !date.has_unknown_end();
        if date.precision() != Precision::Interval || !is_closed {
            return false;
        }
        let (from, to) = (date.earliest(), date.end());
        let time = TimeView::between(from, to, &self.world.limits.widened(from, to));
        self.jump(View { time, ..self.view.current });
        self.view.typed_period = Some(self.view.current.time);
        // A time range that covers all of the window would only make it grey.
        let covers = |(first, last): &(Moment, Moment)| *first <= from && *last >= to;
        self.selection.time_range = self.selection.time_range.filter(|range| !covers(range));
        true
    }

    /// Whether the window shows the period that was typed last, and in it the selection, if that has a date.
    pub(in crate::session) fn is_in_typed_period(&self) -> bool {
        let time = self.view.current.time;
        let is_inside = |at: Moment| (time.start..=time.end()).contains(&(at.secs() as f64));
        self.view.typed_period == Some(time) && self.selected_moment().is_none_or(is_inside)
    }

    /// Shows the whole period if not one of the shown events and statements is in the window: nobody should have to look
    /// for them.
    pub(in crate::session) fn show_some_event(&mut self) {
        if self.world.bulk.is_some() || self.shown_span().is_none() {
            return;
        }
        let (start, end) = self.view.current.time.moments();
        let has_statements = || {
            let statements = self.world.dataset.statements();
            let before = |at: Moment| statements.partition_point(|statement| statement.date.anchor() < at);
            let within = before(start)..before(end);
            self.filter.result.as_ref().map_or(!within.is_empty(), |filtered| {
                let shown = filtered.statements();
                let first = shown.partition_point(|id| id.index() < within.start);
                shown.get(first).is_some_and(|id| within.contains(&id.index()))
            })
        };
        if self.index().all().between(start, end).is_empty() && !has_statements() {
            self.view.current = self.within_rows(View { time: self.whole_period(), ..self.view.current });
        }
    }
}
