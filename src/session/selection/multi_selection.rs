//! The multi-selection and the time range, with what lies in it.

use crate::domain::{EventId, Moment, SECS_PER_DAY, StatementId, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::timeline::{Selection, Subject};

/// Maximum number of marks in the multi-selection: a list of them must stay readable.
const MAX_SELECTED: usize = 500;

/// Number of days, events and statements in the time range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRangeCounts {
    /// Whole days, including the last.
    pub days: usize,
    /// Events that are shown.
    pub events: usize,
    /// Statements that are shown.
    pub statements: usize,
    /// Events that the filter or a hidden lane hides.
    pub hidden_events: usize,
    /// Statements that they hide.
    pub hidden_statements: usize,
}

impl Session {
    /// Adds a mark to the multi-selection, or removes it. The first mark that is added takes the selection with it.
    pub(in crate::session) fn toggle_in_selection(&mut self, subject: Subject) {
        if let Some(index) = self.selection.several.iter().position(|&other| other == subject) {
            self.selection.several.remove(index);
            return;
        }
        if self.selection.several.is_empty() {
            self.selection.several.extend(self.selected_subject().filter(|&selected| selected != subject));
        }
        self.add_to_selection(subject);
    }

    /// Adds a mark to the multi-selection, or removes it, and leaves the selection alone.
    pub(in crate::session) fn tick(&mut self, subject: Subject) {
        match self.selection.several.iter().position(|&other| other == subject) {
            Some(index) => drop(self.selection.several.remove(index)),
            None => self.add_to_selection(subject),
        }
    }

    /// Adds the selection to the multi-selection, or removes it.
    pub(in crate::session) fn toggle_selected(&mut self) {
        if let Some(subject) = self.selected_subject() {
            self.tick(subject);
        }
    }

    /// Adds all marks of the lane between the selection, or the last mark added, and this one.
    pub(in crate::session) fn extend_selection_to(&mut self, subject: Subject) {
        let from = self.selected_subject().or_else(|| self.selection.several.last().copied());
        let Some(between) = from.and_then(|from| self.between(from, subject)) else {
            return self.toggle_in_selection(subject);
        };
        let known: std::collections::HashSet<Subject> = self.selection.several.iter().copied().collect();
        // One more than the maximum, so that the message about it is shown.
        let is_new = |subject: &Subject| self.shows_mark(*subject) && !known.contains(subject);
        let new: Vec<Subject> = between.into_iter().filter(is_new).take(MAX_SELECTED + 1).collect();
        for subject in new {
            self.add_to_selection(subject);
        }
    }

    /// Selects a time range, extended to whole days; its ends may come in either order.
    pub(in crate::session) fn set_time_range(&mut self, range: Option<(Moment, Moment)>) {
        self.selection.time_range = range.map(|(a, b)| {
            let (first, last) = (a.min(b), a.max(b));
            (Moment::from_date(first.date()), Moment::from_date(last.date()).plus(SECS_PER_DAY))
        });
    }

    /// Selects the time range in the window, or none if one is selected.
    pub(in crate::session) fn toggle_visible_range(&mut self) {
        let (from, to) = self.view.current.time.moments();
        self.set_time_range(self.selection.time_range.is_none().then_some((from, to.plus(-1))));
    }

    /// What lies in the selected time range, found by binary search; `None` if none is selected.
    pub fn time_range_counts(&self) -> Option<TimeRangeCounts> {
        let (from, to) = self.selection.time_range?;
        let all = self.world.index.all().between(from, to).len();
        let shown = self.time_range_events().len();
        let statements = self.statements_within(from, to);
        let shown_statements =
            self.shown_statements_within(from, to).map_or_else(|| statements.len(), <[_]>::len);
        // Of bulk events only the numbers are known without a walk.
        let bulk = self.world.bulk.as_ref().map(|bulk| {
            let hidden =
                self.view.arrangement.hidden.iter().filter_map(|lane| bulk.lanes().get(lane.index()));
            let hidden: usize = hidden.map(|lane| bulk.beginning_in_lane(lane, from, to)).sum();
            let all = bulk.beginning_within(from, to);
            (all, hidden.min(all))
        });
        Some(TimeRangeCounts {
            days: ((to.secs() - from.secs()) / SECS_PER_DAY) as usize,
            events: bulk.map_or(shown, |(all, hidden)| all - hidden),
            statements: shown_statements,
            hidden_events: bulk.map_or(all - shown, |(_, hidden)| hidden),
            hidden_statements: statements.len() - shown_statements,
        })
    }

    /// The shown events in the selected time range, in order of date; none of bulk lanes.
    pub fn time_range_events(&self) -> &[EventId] {
        self.selection.time_range.map_or(&[], |(from, to)| self.index().all().between(from, to))
    }

    /// The first shown statements in the selected time range, at most `limit`.
    pub fn time_range_statements(&self, limit: usize) -> Vec<StatementId> {
        let Some((from, to)) = self.selection.time_range else { return Vec::new() };
        match self.shown_statements_within(from, to) {
            Some(shown) => shown.iter().take(limit).copied().collect(),
            None => self.statements_within(from, to).take(limit).map(StatementId::new).collect(),
        }
    }

    /// The indices of the statements of a time range: statements are in order of date.
    fn statements_within(&self, from: Moment, to: Moment) -> std::ops::Range<usize> {
        let statements = self.world.dataset.statements();
        let before = |moment| statements.partition_point(|statement| statement.date.anchor() < moment);
        before(from)..before(to)
    }

    /// The statements of a time range that are shown; `None` if all are.
    fn shown_statements_within(&self, from: Moment, to: Moment) -> Option<&[StatementId]> {
        let shown = self.filter.result.as_ref()?.statements();
        let all = self.statements_within(from, to);
        let before = |index: usize| shown.partition_point(|id| id.index() < index);
        shown.get(before(all.start)..before(all.end))
    }

    /// Makes these marks the multi-selection, as many as it may hold.
    pub(in crate::session) fn set_several(&mut self, subjects: &[Subject]) {
        self.selection.several = subjects.iter().copied().take(MAX_SELECTED).collect();
        if subjects.len() > MAX_SELECTED {
            self.status_message = Some((self.strings().selection.too_many_selected)(MAX_SELECTED));
        }
    }

    fn shows_mark(&self, subject: Subject) -> bool {
        match subject {
            Subject::Event(id) => self.shows(Item::Event(id)),
            Subject::Statement(id) => self.shows(Item::Statement(id)),
            Subject::Bulk(_) => true,
        }
    }

    fn add_to_selection(&mut self, subject: Subject) {
        if self.selection.several.len() < MAX_SELECTED {
            self.selection.several.push(subject);
        } else {
            self.status_message = Some((self.strings().selection.too_many_selected)(MAX_SELECTED));
        }
    }

    pub(super) fn selected_subject(&self) -> Option<Subject> {
        match self.selection.selected {
            Selection::Event(id) => Some(Subject::Event(id)),
            Selection::Statement(id) => Some(Subject::Statement(id)),
            Selection::Bulk(id) => Some(Subject::Bulk(id)),
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) | Selection::Speaker(_) => None,
        }
    }

    /// Both marks and all between them; `None` if they are not of one kind and one lane.
    fn between(&self, from: Subject, to: Subject) -> Option<Vec<Subject>> {
        let dataset = &self.world.dataset;
        match (from, to) {
            (Subject::Event(a), Subject::Event(b)) => {
                let ids = dataset.events_of(dataset.event(b).treaty);
                slice(ids, &a, &b).map(|ids| ids.iter().map(|&id| Subject::Event(id)).collect())
            }
            (Subject::Statement(a), Subject::Statement(b)) => {
                let mut lanes = (0..dataset.treaties().len()).map(TreatyId::new);
                let ids = lanes.find_map(|lane| slice(dataset.statements_of(lane), &a, &b))?;
                Some(ids.iter().map(|&id| Subject::Statement(id)).collect())
            }
            _ => None,
        }
    }
}

/// The part of a sorted list between two of its members, both included.
fn slice<'a, Id: Ord>(ids: &'a [Id], a: &Id, b: &Id) -> Option<&'a [Id]> {
    let (a, b) = (ids.binary_search(a).ok()?, ids.binary_search(b).ok()?);
    Some(&ids[a.min(b)..=a.max(b)])
}
