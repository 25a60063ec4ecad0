//! More than one thing in hand: marks picked beside the selection, and a stretch of time that was chosen.

use crate::domain::{EventId, Moment, SECS_PER_DAY, StatementId, TreatyId};
use crate::search::Item;
use crate::timeline::{Selection, Subject};

use crate::session::Session;

/// No more marks than this are picked at once: a list of them must stay readable.
const MAX_SELECTED: usize = 500;

/// What lies in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanCounts {
    /// Whole days, of which the last counts.
    pub days: usize,
    /// Its events that are shown.
    pub events: usize,
    /// Its statements that are shown.
    pub statements: usize,
    /// Its events that the filter hides.
    pub hidden_events: usize,
    /// Its statements that the filter hides.
    pub hidden_statements: usize,
}

impl Session {
    /// Takes a mark among the picked, or lets it go. What was selected before is picked with it: whoever asks for
    /// one more means both.
    pub(in crate::session) fn toggle_picked(&mut self, subject: Subject) {
        if let Some(place) = self.selection.several.iter().position(|&other| other == subject) {
            self.selection.several.remove(place);
            return;
        }
        if self.selection.several.is_empty() {
            self.selection.several.extend(self.selected_subject().filter(|&selected| selected != subject));
        }
        self.pick(subject);
    }

    /// Takes the selection among the picked, or lets it go.
    pub(in crate::session) fn pick_selected(&mut self) {
        let Some(subject) = self.selected_subject() else { return };
        match self.selection.several.iter().position(|&other| other == subject) {
            Some(place) => drop(self.selection.several.remove(place)),
            None => self.pick(subject),
        }
    }

    /// Picks everything of a lane from the selection, or from what was picked last, to this mark.
    pub(in crate::session) fn pick_through(&mut self, subject: Subject) {
        let from = self.selected_subject().or_else(|| self.selection.several.last().copied());
        let Some(between) = from.and_then(|from| self.between(from, subject)) else {
            return self.toggle_picked(subject);
        };
        let known: std::collections::HashSet<Subject> = self.selection.several.iter().copied().collect();
        // One more than there is room for, so that it is said that there is none.
        let is_new = |subject: &Subject| self.shows_mark(*subject) && !known.contains(subject);
        let new: Vec<Subject> = between.into_iter().filter(is_new).take(MAX_SELECTED + 1).collect();
        for subject in new {
            self.pick(subject);
        }
    }

    /// Looks at a stretch of time, of whole days and in the right order.
    pub(in crate::session) fn choose_span(&mut self, span: Option<(Moment, Moment)>) {
        self.selection.time_range = span.map(|(a, b)| {
            let (first, last) = (a.min(b), a.max(b));
            (Moment::from_date(first.date()), Moment::from_date(last.date()).plus(SECS_PER_DAY))
        });
    }

    /// Looks at the stretch of time in the window, or no longer at any.
    pub(in crate::session) fn choose_here(&mut self) {
        let (from, to) = self.view.current.time.moments();
        self.choose_span(self.selection.time_range.is_none().then_some((from, to.plus(-1))));
    }

    /// What lies in the chosen stretch of time, found by search.
    pub fn chosen_counts(&self) -> Option<SpanCounts> {
        let (from, to) = self.selection.time_range?;
        let all = self.world.index.all().between(from, to).len();
        let shown = self.chosen_events().len();
        let statements = self.statements_within(from, to);
        let shown_statements =
            self.shown_statements_within(from, to).map_or_else(|| statements.len(), <[_]>::len);
        Some(SpanCounts {
            days: ((to.secs() - from.secs()) / SECS_PER_DAY) as usize,
            // Of bulk events only the number is known without a walk.
            events: self.world.bulk.as_ref().map_or(shown, |bulk| bulk.beginning_within(from, to)),
            statements: shown_statements,
            hidden_events: all - shown,
            hidden_statements: statements.len() - shown_statements,
        })
    }

    /// The events in the chosen stretch of time that are shown, in order of date; none of bulk lanes.
    pub fn chosen_events(&self) -> &[EventId] {
        self.selection.time_range.map_or(&[], |(from, to)| self.index().all().between(from, to))
    }

    /// The first statements in the chosen stretch of time that are shown, and no more than `most`.
    pub fn chosen_statements(&self, most: usize) -> Vec<StatementId> {
        let Some((from, to)) = self.selection.time_range else { return Vec::new() };
        match self.shown_statements_within(from, to) {
            Some(shown) => shown.iter().take(most).copied().collect(),
            None => self.statements_within(from, to).take(most).map(StatementId::new).collect(),
        }
    }

    /// The places of the statements of a stretch of time among all statements, which are in order of date.
    fn statements_within(&self, from: Moment, to: Moment) -> std::ops::Range<usize> {
        let statements = self.world.dataset.statements();
        let before = |at| statements.partition_point(|statement| statement.date.anchor() < at);
        before(from)..before(to)
    }

    /// The statements of a stretch of time that the filter shows; `None` while all are shown.
    fn shown_statements_within(&self, from: Moment, to: Moment) -> Option<&[StatementId]> {
        let shown = self.filter.result.as_ref()?.statements();
        let all = self.statements_within(from, to);
        let before = |place: usize| shown.partition_point(|id| id.index() < place);
        shown.get(before(all.start)..before(all.end))
    }

    /// Whether the filter shows a mark.
    fn shows_mark(&self, subject: Subject) -> bool {
        match subject {
            Subject::Event(id) => self.shows(Item::Event(id)),
            Subject::Statement(id) => self.shows(Item::Statement(id)),
            Subject::Bulk(_) => true,
        }
    }

    fn pick(&mut self, subject: Subject) {
        if self.selection.several.len() < MAX_SELECTED {
            self.selection.several.push(subject);
        } else {
            self.notice = Some((self.strings().selection.too_many_selected)(MAX_SELECTED));
        }
    }

    fn selected_subject(&self) -> Option<Subject> {
        match self.selection.selected {
            Selection::Event(id) => Some(Subject::Event(id)),
            Selection::Statement(id) => Some(Subject::Statement(id)),
            Selection::Bulk(id) => Some(Subject::Bulk(id)),
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) => None,
        }
    }

    /// Both marks and all between them, if they stand in one row of one lane.
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
