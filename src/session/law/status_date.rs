//! Setting the status date, stepping and playing it.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{Moment, PartyId, SECS_PER_DAY, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::session::filter::criteria::Facet;
use crate::session::tables::columns::{Column, TableKind};
use crate::timeline::{Selection, View};

use super::matrix::{LawMatrix, StateHistories};
use super::statuses::Statuses;

impl Session {
    /// Sets the status date to the day of a moment, or to none.
    pub(in crate::session) fn set_status_date(&mut self, day: Option<Moment>) {
        let day = day.map(|day| Moment::from_date(day.date()));
        if day == self.status_day() {
            return;
        }
        self.law.status = day.map(|day| Statuses::new(&self.world.dataset, day));
        self.update_for_status_date();
    }

    /// Recomputes what depends on the status date, and nothing else: it must keep up with a drag.
    fn update_for_status_date(&mut self) {
        if self.filter.active.has_status() {
            self.update_filter_result();
            return self.search_again();
        }
        self.count_statuses();
        let statuses = self.law.status.as_ref().unwrap_or(&self.law.today);
        if let Some(filtered) = &mut self.filter.result {
            filtered.count_statuses(statuses.statuses());
        }
        self.update_matrix();
        if self.tables.choice.sort.is_some_and(|(column, _)| column == Column::Status) {
            self.sort_table();
        }
    }

    /// The status of every treaty on the status date, or without one today.
    pub fn statuses(&self) -> &Statuses {
        self.law.status.as_ref().unwrap_or(&self.law.today)
    }

    /// Counts the treaties that are shown by their status, for another filter or another status date.
    pub(in crate::session) fn count_statuses(&mut self) {
        self.filter.unfiltered.take();
        let result = self.filter.result.as_ref();
        let shows = |treaty| result.is_none_or(|result| result.shows(Item::Treaty(treaty)));
        for statuses in self.law.status.iter_mut().chain([&mut self.law.today]) {
            statuses.count(shows);
        }
    }

    /// Sets the status date to the day of the selection, or of the middle of the window.
    pub(in crate::session) fn set_status_date_here(&mut self) {
        let day = self.selected_moment().unwrap_or_else(|| self.middle());
        self.set_status_date(Some(day));
    }

    /// Sets the status date, and brings it into the window.
    pub(in crate::session) fn go_to_status_date(&mut self, day: Moment) {
        self.set_status_date(Some(day));
        if !self.view.current.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            let time = self.view.current.time.centred_on(day, &limits);
            self.jump(View { time, ..self.view.current });
        }
    }

    /// Sets the status date and deselects, so that the details list the treaties by their status on it.
    pub(in crate::session) fn list_treaties_on(&mut self, day: Moment) {
        self.go_to_status_date(day);
        self.set_time_range(None);
        self.select(Selection::Nothing);
        self.open_details();
    }

    fn status_day(&self) -> Option<Moment> {
        self.law.status.as_ref().map(|statuses| statuses.day)
    }

    /// Whether the filter names parties, which are then the columns of the matrix.
    pub fn filters_by_party(&self) -> bool {
        self.filter.active.chosen().any(|facet| matches!(facet, Facet::Party(_)))
    }

    /// The day of the matrix: the status date, or else today, or the end of the record.
    fn matrix_day(&self) -> Option<Moment> {
        self.status_day().or_else(|| self.world.dataset.current_day(self.today))
    }

    /// Recomputes the matrix, if it is shown.
    pub(in crate::session) fn update_matrix(&mut self) {
        if !self.tables.choice.is_open || self.tables.choice.kind != TableKind::Law {
            return;
        }
        // A filter by parties also selects the columns.
        let parties = self.filter.active.chosen().filter_map(|facet| match facet {
            Facet::Party(party) => Some(party),
            _ => None,
        });
        let mut filtered: Vec<PartyId> = parties.collect();
        let is_group = filtered.is_empty();
        if is_group {
            filtered = self.law.matrix_group.parties(&self.world.dataset, self.world.parties_by_name());
        }
        if self.law.matrix.as_ref().is_none_or(|matrix| !matrix.is_of_parties(&filtered)) {
            // Those of no filter are the same for as long as the dataset is open, and stored with it.
            let histories = if filtered.is_empty() {
                Arc::clone(self.world.state_histories())
            } else {
                Arc::new(StateHistories::new(&self.world.dataset, &filtered, is_group))
            };
            self.law.matrix = Some(LawMatrix::new(histories, filtered));
        }
        let day = self.matrix_day();
        let result = self.filter.result.as_ref();
        if let Some(matrix) = &mut self.law.matrix {
            matrix.set_day(day, |treaty| result.is_none_or(|result| result.shows(Item::Treaty(treaty))));
        }
    }

    /// Moves the status date by years, to the same day of the year; from 29 February to the 28th if need be.
    pub(in crate::session) fn step_years(&mut self, by: i32) {
        let Some(day) = self.matrix_day() else { return };
        let date = day.date();
        let year = date.year() + by;
        let next = NaiveDate::from_ymd_opt(year, date.month(), date.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, date.month(), 28));
        self.set_status_date(next.map(Moment::from_date).or(Some(day)));
        self.bring_status_date_into_view();
    }

    /// The next day, or the previous one, on which a status changes.
    ///
    /// It is one of the matrix while that is shown, or else of a treaty that the filter shows, its term included.
    pub fn change_of_status(&self, is_forward: bool) -> Option<Moment> {
        if self.shows_status_by_party()
            && let Some(matrix) = &self.law.matrix
        {
            return matrix.next_change(is_forward, |id| self.shows(Item::Treaty(id)));
        }
        let day = self.matrix_day()?;
        let treaties = (0..self.world.dataset.treaties().len()).map(TreatyId::new);
        let shown = treaties.filter(|&treaty| self.shows(Item::Treaty(treaty)));
        let changes = shown.flat_map(|treaty| self.world.dataset.change_days(treaty));
        if is_forward {
            changes.filter(|&change| change > day).min()
        } else {
            changes.filter(|&change| change < day).max()
        }
    }

    /// Moves the status date to the next or the previous change of a status.
    pub(in crate::session) fn step_change(&mut self, forward: bool) {
        match self.change_of_status(forward) {
            Some(day) => {
                self.set_status_date(Some(day));
                self.bring_status_date_into_view();
            }
            None => self.status_message = Some(self.strings().law.no_change.to_owned()),
        }
    }

    /// Starts or stops playback. From the end of the dataset it starts again at the beginning.
    pub(in crate::session) fn set_playing(&mut self, is_playing: bool) {
        self.law.is_playing = is_playing;
        if is_playing
            && self.matrix_day().zip(self.last_playback_day()).is_some_and(|(day, last)| day >= last)
        {
            let first = self.world.dataset.span().map(|(first, _)| first);
            self.set_status_date(first);
        }
    }

    /// Advances the status date by a year, if it plays; stops at the end of the dataset.
    pub(in crate::session) fn advance_playback(&mut self) {
        if !self.law.is_playing {
            return;
        }
        let last = self.last_playback_day();
        self.step_years(1);
        if let (Some(day), Some(last)) = (self.matrix_day(), last)
            && day >= last
        {
            self.set_status_date(Some(last));
            self.law.is_playing = false;
        }
    }

    fn last_playback_day(&self) -> Option<Moment> {
        let last = self.world.dataset.span().map(|(_, last)| last);
        last.max(self.today)
    }

    fn bring_status_date_into_view(&mut self) {
        let Some(day) = self.status_day() else { return };
        if !self.view.current.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            self.view.current.time = self.view.current.time.centred_on(day, &limits);
        }
    }
}
