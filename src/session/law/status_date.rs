//! The status date: the day on which legal status is shown.

use crate::domain::{Moment, SECS_PER_DAY};
use crate::session::{AsOf, Column, Session};
use crate::timeline::View;

impl Session {
    /// Reads the law on a day, or on none.
    pub(in crate::session) fn read_law(&mut self, day: Option<Moment>) {
        let day = day.map(|day| Moment::from_date(day.date()));
        if day == self.as_of.as_ref().map(|as_of| as_of.day) {
            return;
        }
        self.as_of = day.map(|day| AsOf::new(&self.world.dataset, day));
        self.follow_day();
    }

    /// Works out anew what depends on the day of the law, and nothing else: the day is dragged through time.
    pub(in crate::session) fn follow_day(&mut self) {
        if self.filter.asks_of_state() {
            return self.filter_again();
        }
        if let Some(filtered) = &mut self.filtered {
            filtered.count_states(&self.world.dataset, self.as_of.as_ref().map(AsOf::states));
        }
        self.read_regime();
        if self.table.sort.is_some_and(|(column, _)| column == Column::State) {
            self.order_table();
        }
    }

    pub(in crate::session) fn read_law_here(&mut self) {
        let middle = Moment::from_secs((self.view.time.start + self.view.time.span / 2.0) as i64);
        let day = self.selected_moment().unwrap_or(middle);
        self.read_law(Some(day));
    }

    pub(in crate::session) fn read_law_on(&mut self, day: Moment) {
        self.read_law(Some(day));
        if !self.view.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            let time = self.view.time.centred_on(day, &limits);
            self.jump(View { time, ..self.view });
        }
    }
}
