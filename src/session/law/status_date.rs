//! The status date: the day on which legal status is shown.

use crate::domain::{Moment, SECS_PER_DAY};
use crate::session::{AsOf, Column, Session};
use crate::timeline::View;

impl Session {
    /// Reads the law on a day, or on none.
    pub(in crate::session) fn read_law(&mut self, day: Option<Moment>) {
        let day = day.map(|day| Moment::from_date(day.date()));
        if day == self.law.status.as_ref().map(|as_of| as_of.day) {
            return;
        }
        self.law.status = day.map(|day| AsOf::new(&self.world.dataset, day));
        self.follow_day();
    }

    /// Works out anew what depends on the day of the law, and nothing else: the day is dragged through time.
    pub(in crate::session) fn follow_day(&mut self) {
        if self.filter.active.asks_of_state() {
            return self.filter_again();
        }
        if let Some(filtered) = &mut self.filter.result {
            filtered.count_states(&self.world.dataset, self.law.status.as_ref().map(AsOf::states));
        }
        self.read_regime();
        if self.tables.choice.sort.is_some_and(|(column, _)| column == Column::State) {
            self.order_table();
        }
    }

    pub(in crate::session) fn read_law_here(&mut self) {
        let middle =
            Moment::from_secs((self.view.current.time.start + self.view.current.time.span / 2.0) as i64);
        let day = self.selected_moment().unwrap_or(middle);
        self.read_law(Some(day));
    }

    pub(in crate::session) fn read_law_on(&mut self, day: Moment) {
        self.read_law(Some(day));
        if !self.view.current.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            let time = self.view.current.time.centred_on(day, &limits);
            self.jump(View { time, ..self.view.current });
        }
    }
}
