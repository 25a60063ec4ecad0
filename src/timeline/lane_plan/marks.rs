//! The marks of one lane: clusters of events and of statements, what has the focus, the hits of a search.

use crate::domain::{Attestation, EventId, Moment, PartyId, StatementId};
use crate::levels::Bucket;
use crate::timeline::clusters::{Rule, clusters};
use crate::timeline::geometry::Pos;
use crate::timeline::labels::LABEL_OVERHANG;
use crate::timeline::mark::{Emphasis, Look, Mark, Subject, event_extents, statement_extents};

use super::LanePlan;

/// How far a badge extends at most, in points.
const MAX_BADGE: f64 = 48.0;

impl LanePlan<'_> {
    /// Whether an event is one of this lane's.
    fn has_event(&self, id: EventId) -> bool {
        let event = self.input.dataset.event(id);
        event.treaty == self.treaty && self.is_of_party(event.party)
    }

    /// Whether a statement is about this lane's treaty, and made for its party.
    fn has_statement(&self, id: StatementId) -> bool {
        let dataset = self.input.dataset;
        // The statements of a treaty are in order of id, as they are in order of date.
        dataset.statements_of(self.treaty).binary_search(&id).is_ok()
            && self.is_of_party(dataset.statement(id).country)
    }

    fn is_of_party(&self, party: Option<PartyId>) -> bool {
        let Some(lane) = self.party else { return true };
        party.is_some_and(|party| self.input.dataset.legal_continuity(party).last() == Some(&lane.party))
    }

    pub(super) fn event_marks(&self) -> Vec<Mark> {
        let mut marks = self.event_marks_within(MAX_BADGE);
        marks.retain(|mark| self.is_in_sight(mark));
        marks
    }

    /// Whether a mark is in the window, or its badge or what it stands for reaches into the plot: its sign stands at the
    /// most important of its events, which may be the one that is outside.
    fn is_in_sight(&self, mark: &Mark) -> bool {
        let (start, end) = self.window();
        let (from, to) = (self.scale.x_of(start), self.scale.x_of(end));
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        let badge = mark.rect();
        (from..=to).contains(&f64::from(mark.at.x))
            || (badge.right > self.plot.left && badge.left < self.plot.right)
            || (self.scale.x_of(mark.last) > left && self.scale.x_of(mark.first) < right)
    }

    /// The marks in the window, and those outside whose labels may reach into it.
    pub(super) fn event_marks_and_beside(&self) -> (Vec<Mark>, Vec<Mark>) {
        self.event_marks_within(LABEL_OVERHANG).into_iter().partition(|mark| self.is_in_sight(mark))
    }

    /// The marks in the plot and this many points beyond it.
    fn event_marks_within(&self, beyond: f64) -> Vec<Mark> {
        let dataset = self.input.dataset;
        let rank = |id: EventId| dataset.event(id).sign_rank();
        let rule = Rule { rank: &rank, extents: event_extents(self.metrics()) };
        let clusters = clusters(self.event_column(), self.scale, self.around_plot(beyond), &rule);
        clusters.iter().map(|cluster| self.event_mark(cluster)).collect()
    }

    pub(super) fn statement_marks(&self) -> Vec<Mark> {
        let mut marks = self.statement_marks_within(MAX_BADGE);
        marks.retain(|mark| self.is_in_sight(mark));
        marks
    }

    /// The marks in the window, and those outside between which labels may reach into it.
    pub(super) fn statement_marks_and_beside(&self) -> (Vec<Mark>, Vec<Mark>) {
        let has_second_row = self.input.rows.metrics().has_two_lines;
        let beyond = if has_second_row { LABEL_OVERHANG } else { MAX_BADGE };
        self.statement_marks_within(beyond).into_iter().partition(|mark| self.is_in_sight(mark))
    }

    /// The marks in the plot and this many points beyond it.
    fn statement_marks_within(&self, beyond: f64) -> Vec<Mark> {
        // Statements have no rank among themselves.
        let rule = Rule { rank: &|_: StatementId| 0_u8, extents: statement_extents(self.metrics()) };
        let clusters = clusters(self.statement_column(), self.scale, self.around_plot(beyond), &rule);
        clusters.iter().map(|cluster| self.statement_mark(cluster)).collect()
    }

    /// The hits of a search: under the marks that stand for them.
    pub(super) fn found(&self, events: &[Mark], statements: &[Mark]) -> Vec<Pos> {
        let Some(lane) = self.input.hits.and_then(|hits| hits.lane(self.treaty)) else {
            return Vec::new();
        };
        let (start, end) = self.window();
        let step = self.scale.bucket_secs();
        let under = |at: Moment, marks: &[Mark], y: f32| {
            let own = self.scale.x_of(at) as f32;
            let of_it = marks.iter().filter(|mark| mark.first <= at && at <= mark.last).map(|mark| mark.at.x);
            let nearest = of_it.min_by(|a, b| (a - own).abs().total_cmp(&(b - own).abs()));
            Pos { x: nearest.unwrap_or(own), y: self.rect.top + y }
        };
        let (found_y, found_quote_y) = (self.metrics().found_y, self.metrics().found_quote_y);
        let of_events = lane.events.buckets(start, end, step);
        let of_statements = lane.statements.buckets(start, end, step);
        let mut positions: Vec<Pos> = of_events.map(|hit| under(hit.at, events, found_y)).collect();
        positions.extend(of_statements.map(|hit| under(hit.at, statements, found_quote_y)));
        positions.dedup();
        positions
    }

    fn event_mark(&self, bucket: &Bucket<EventId>) -> Mark {
        let kind = self.input.dataset.event(bucket.top).kind;
        self.mark(Subject::Event(bucket.top), bucket, self.bar_y(), Look::Event(kind))
    }

    fn statement_mark(&self, bucket: &Bucket<StatementId>) -> Mark {
        let ink = self.ink_of_cluster(bucket);
        self.mark(Subject::Statement(bucket.top), bucket, self.quote_y(), Look::Quote(ink))
    }

    fn mark<Id: Copy>(&self, subject: Subject, bucket: &Bucket<Id>, y: f32, look: Look) -> Mark {
        Mark {
            subject,
            count: bucket.count,
            first: bucket.first,
            last: bucket.last,
            at: Pos { x: self.scale.x_of(bucket.at) as f32, y },
            look,
            emphasis: self.emphasis(subject),
            attestation: self.attestation(subject).filter(|_| bucket.count == 1),
            tick_half: self.metrics().tick_half,
        }
    }

    /// In the lane of the selected mark the others stay as they are: they are read together.
    fn emphasis(&self, subject: Subject) -> Emphasis {
        match self.focus.emphasis(subject) {
            Emphasis::Dimmed if self.is_selected() => Emphasis::Normal,
            emphasis => emphasis,
        }
    }

    fn attestation(&self, subject: Subject) -> Option<Attestation> {
        match subject {
            Subject::Event(id) => self.input.dataset.attestation(id),
            Subject::Statement(_) | Subject::Bulk(_) => None,
        }
    }

    /// Adds the selected mark and those linked with it where a cluster has absorbed them. They come after the others, and so
    /// on top.
    pub(super) fn add_focused(&self, events: &mut Vec<Mark>, statements: &mut Vec<Mark>) {
        let dataset = self.input.dataset;
        let (start, end) = self.window();
        for &subject in self.focus.subjects().iter().chain(self.focus.multi_selected()) {
            let (at, y, look) = match subject {
                Subject::Event(id) if self.has_event(id) => {
                    let event = dataset.event(id);
                    (event.at(), self.bar_y(), Look::Event(event.kind))
                }
                Subject::Statement(id) if self.has_statement(id) => {
                    let look = Look::Quote(self.ink_of_statement(id));
                    (dataset.statement(id).date.anchor(), self.quote_y(), look)
                }
                Subject::Event(_) | Subject::Statement(_) | Subject::Bulk(_) => continue,
            };
            let marks = if matches!(look, Look::Event(_)) { &mut *events } else { &mut *statements };
            if at < start || at > end || marks.iter().any(|mark| mark.subject == subject) {
                continue;
            }
            let at_x = Pos { x: self.scale.x_of(at) as f32, y };
            let emphasis = self.emphasis(subject);
            let tick_half = self.metrics().tick_half;
            let attestation = self.attestation(subject);
            marks.push(Mark {
                subject,
                count: 1,
                first: at,
                last: at,
                at: at_x,
                look,
                emphasis,
                attestation,
                tick_half,
            });
        }
        for marks in [events, statements] {
            marks.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        }
    }
}
