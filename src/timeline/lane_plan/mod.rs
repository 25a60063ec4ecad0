//! Plans one lane, of a treaty or of a party in it: its header, its bars and its marks.

mod dates;
mod party;
mod speakers;

use crate::domain::{EdtfDate, EventId, Moment, Notice, PartyId, Phase, StatementId, Status, TreatyId};
use crate::levels::{Bucket, Column};
use crate::timeline::clusters::{Rule, clusters, half_of_event, half_of_statement};
use crate::timeline::geometry::{Pos, Rect};
use crate::timeline::input::PlanInput;
use crate::timeline::labels::{LABEL_REACH, place_labels, sticky_label};
use crate::timeline::lane_row::{Bar, LaneRow, NoticePeriod};
use crate::timeline::links::Focus;
use crate::timeline::mark::{Look, Mark, Selection, Subject};
use crate::timeline::measure::{Face, elided};
use crate::timeline::metrics::{
    BAR_Y, EXPAND_WIDTH, FOUND_QUOTE_Y, FOUND_Y, NAME_LEFT, NAME_SIZE, PARTY_BAR_Y, PARTY_QUOTE_Y, QUOTE_Y,
    STANDING_SIZE,
};
use crate::timeline::party_lanes::PartyLane;
use crate::timeline::scale::TimeScale;

/// How far a mark may stand outside the plot and still be seen in it.
const OVERHANG: f64 = 12.0;

/// What the planning of one lane needs.
pub(super) struct LanePlan<'a> {
    pub(super) input: &'a PlanInput<'a>,
    pub(super) focus: &'a Focus,
    pub(super) scale: &'a TimeScale,
    pub(super) plot: Rect,
    pub(super) rect: Rect,
    pub(super) treaty: TreatyId,
    /// The party whose lane it is; `None` for that of the treaty as a whole.
    pub(super) party: Option<&'a PartyLane>,
}

impl LanePlan<'_> {
    pub(super) fn plan(&self) -> LaneRow {
        let (dataset, measure) = (self.input.dataset, self.input.measure);
        let treaty = dataset.treaty(self.treaty);
        let (status, standing) = if let Some((_, states)) = self.input.as_of {
            let state = states[self.treaty.index()];
            (Status::of_state(state), (self.input.words.state)(state, treaty.nature))
        } else {
            let standing = dataset.standing(self.treaty);
            (standing.status, (self.input.words.brief)(standing.brief))
        };
        let is_expanded = self.input.rows.is_expanded(self.treaty);
        let has_parties = is_expanded || self.input.index.has_parties(self.treaty);
        let room = self.plot.left - NAME_LEFT - if has_parties { EXPAND_WIDTH } else { 8.0 };
        let (mut events, beside) = self.event_marks_and_beside();
        let mut statements = self.statement_marks();
        self.add_focused(&mut events, &mut statements);
        let mut labelled = events.clone();
        labelled.extend(beside);
        let bars = self.bars();
        let ends = self.event_column().ends();
        let labels = place_labels(self.input, &labelled, ends, self.plot, self.rect.top);
        let mut sticky = sticky_label(self.input, self.treaty, &bars, &labels, self.plot, self.rect.top);
        let selected = self.focus.treaty() == Some(self.treaty)
            || self.input.selection == Selection::Treaty(self.treaty);
        if let Some(label) = &mut sticky {
            label.dimmed = self.focus.is_some() && !selected;
        }
        LaneRow {
            treaty: self.treaty,
            party: None,
            expands: has_parties.then_some(is_expanded),
            rect: self.rect,
            name: elided(&treaty.name, room, NAME_SIZE, Face::Text, measure),
            standing: elided(&standing, room, STANDING_SIZE, Face::Text, measure),
            status,
            selected,
            bars,
            notices: self.notices(),
            ghosts: self.ghosts(&events),
            bands: self.bands(&events),
            found: self.found(&events, &statements),
            events,
            statements,
            plain: None,
            is_found: self.input.found.is_some_and(|found| found.has_treaty(self.treaty)),
            labels,
            sticky,
        }
    }

    fn bar_y(&self) -> f32 {
        self.rect.top + if self.party.is_some() { PARTY_BAR_Y } else { BAR_Y }
    }

    fn quote_y(&self) -> f32 {
        self.rect.top + if self.party.is_some() { PARTY_QUOTE_Y } else { QUOTE_Y }
    }

    fn event_column(&self) -> &Column<EventId> {
        self.party.map_or_else(|| &self.input.index.lane(self.treaty).events, |lane| &lane.events)
    }

    pub(super) fn statement_column(&self) -> &Column<StatementId> {
        self.party.map_or_else(|| &self.input.index.lane(self.treaty).statements, |lane| &lane.statements)
    }

    /// Whether a step is one of this lane's.
    fn has_event(&self, id: EventId) -> bool {
        let event = self.input.dataset.event(id);
        event.treaty == self.treaty && self.is_of_party(event.party)
    }

    /// Whether words are spoken of this lane's treaty, and for its party.
    fn has_statement(&self, id: StatementId) -> bool {
        let dataset = self.input.dataset;
        // The statements of a treaty are in order of id, as they are in order of date.
        dataset.statements_of(self.treaty).binary_search(&id).is_ok()
            && self.is_of_party(dataset.statement(id).country)
    }

    fn is_of_party(&self, party: Option<PartyId>) -> bool {
        let Some(lane) = self.party else { return true };
        party.is_some_and(|party| self.input.dataset.person(party).last() == Some(&lane.party))
    }

    /// The window in moments, a little wider than the plot.
    fn window(&self) -> (Moment, Moment) {
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        (self.scale.moment_at(left - OVERHANG), self.scale.moment_at(right + OVERHANG))
    }

    fn cut(&self, x: f64) -> f32 {
        x.clamp(f64::from(self.plot.left), f64::from(self.plot.right)) as f32
    }

    /// The phases in the window; those that begin and end within half a point of the last one drawn are passed over.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let phases = self.party.map_or_else(|| self.input.dataset.phases(self.treaty), |lane| &lane.phases);
        let (start, end) = self.window();
        let y = self.bar_y();
        let mut bars: Vec<Bar> = Vec::new();
        let mut next = phases.partition_point(|phase| phase.end.is_some_and(|end| end < start));
        while let Some(phase) = phases.get(next).filter(|phase| phase.start <= end) {
            let (left, right) = (self.cut(self.scale.x_of(phase.start)), self.cut(self.phase_end_x(phase)));
            if right > left {
                bars.push(Bar { kind: phase.kind, left, right, y, start: phase.start, end: phase.end });
            }
            // A run of phases within one point is jumped over by search, not walked through.
            let seen_from = self.scale.moment_at(f64::from(right) + 0.5);
            let skip = phases[next..].partition_point(|p| p.end.is_some_and(|end| end < seen_from));
            next += skip.max(1);
        }
        bars
    }

    fn phase_end_x(&self, phase: &Phase) -> f64 {
        // What lasts, lasts until today, or as far as the record is kept: nobody knows the treaties of tomorrow.
        let now = self.input.today.or_else(|| self.input.dataset.checked_on().map(EdtfDate::end));
        let end = phase.end.or_else(|| now.map(|now| now.max(phase.start)));
        end.map_or(f64::INFINITY, |end| self.scale.x_of(end))
    }

    /// The notices that run in the window; of very many, those that begin last.
    pub(super) fn notices(&self) -> Vec<NoticePeriod> {
        const MAX_NOTICES: usize = 60;
        let (start, end) = self.window();
        let notices =
            self.party.map_or_else(|| self.input.dataset.notices(self.treaty), |lane| &lane.notices);
        let after = notices.partition_point(|notice| notice.from <= end);
        let near = &notices[after.saturating_sub(MAX_NOTICES)..after];
        let y = self.bar_y();
        let cut = |at: Moment| self.cut(self.scale.x_of(at));
        let period = |notice: &Notice| NoticePeriod {
            left: cut(notice.from),
            right: cut(notice.until),
            y,
            notice: Some(*notice),
        };
        near.iter().filter(|notice| notice.until >= start).map(period).filter(|r| r.right > r.left).collect()
    }

    pub(super) fn event_marks(&self) -> Vec<Mark> {
        let (start, end) = self.window();
        self.event_marks_between(start, end)
    }

    /// The marks in the window, and those just outside of it, whose labels would reach into it.
    fn event_marks_and_beside(&self) -> (Vec<Mark>, Vec<Mark>) {
        let (start, end) = self.window();
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        let (first, last) =
            (self.scale.moment_at(left - LABEL_REACH), self.scale.moment_at(right + LABEL_REACH));
        let all = self.event_marks_between(first, last);
        let (from, to) = (self.scale.x_of(start), self.scale.x_of(end));
        all.into_iter().partition(|mark| (from..=to).contains(&f64::from(mark.at.x)))
    }

    fn event_marks_between(&self, start: Moment, end: Moment) -> Vec<Mark> {
        let dataset = self.input.dataset;
        let rank = |id: EventId| dataset.event(id).rank();
        let rule = Rule { rank: &rank, half_width: half_of_event };
        let clusters = clusters(self.event_column(), self.scale, (start, end), &rule);
        clusters.iter().map(|cluster| self.event_mark(cluster)).collect()
    }

    pub(super) fn statement_marks(&self) -> Vec<Mark> {
        // Statements have no rank among themselves.
        let rule = Rule { rank: &|_: StatementId| 0_u8, half_width: half_of_statement };
        let clusters = clusters(self.statement_column(), self.scale, self.window(), &rule);
        clusters.iter().map(|cluster| self.statement_mark(cluster)).collect()
    }

    /// Where the hits of a search stand: under the marks that stand for them.
    fn found(&self, events: &[Mark], statements: &[Mark]) -> Vec<Pos> {
        let Some(lane) = self.input.found.and_then(|found| found.lane(self.treaty)) else {
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
        let of_events = lane.events.buckets(start, end, step);
        let of_statements = lane.statements.buckets(start, end, step);
        let mut places: Vec<Pos> = of_events.map(|hit| under(hit.at, events, FOUND_Y)).collect();
        places.extend(of_statements.map(|hit| under(hit.at, statements, FOUND_QUOTE_Y)));
        places.dedup();
        places
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
            emphasis: self.focus.emphasis(subject),
        }
    }

    /// The selected mark and those it is linked with are drawn as themselves even where a cluster would take them
    /// away. They come after the others, and so on top.
    pub(super) fn add_focused(&self, events: &mut Vec<Mark>, statements: &mut Vec<Mark>) {
        let dataset = self.input.dataset;
        let (start, end) = self.window();
        for &subject in self.focus.subjects().iter().chain(self.focus.picked()) {
            let (at, y, look) = match subject {
                Subject::Event(id) if self.has_event(id) => {
                    let event = dataset.event(id);
                    (event.at(), self.bar_y(), Look::Event(event.kind))
                }
                Subject::Statement(id) if self.has_statement(id) => {
                    let look = Look::Quote(self.speaker_ink(id));
                    (dataset.statement(id).date.anchor(), self.quote_y(), look)
                }
                Subject::Event(_) | Subject::Statement(_) | Subject::Plain(_) => continue,
            };
            let marks = if matches!(look, Look::Event(_)) { &mut *events } else { &mut *statements };
            if at < start || at > end || marks.iter().any(|mark| mark.subject == subject) {
                continue;
            }
            let at_x = Pos { x: self.scale.x_of(at) as f32, y };
            let emphasis = self.focus.emphasis(subject);
            marks.push(Mark { subject, count: 1, first: at, last: at, at: at_x, look, emphasis });
        }
        for marks in [events, statements] {
            marks.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        }
    }
}
