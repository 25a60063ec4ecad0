//! Plans one lane, of a treaty or of a party in it: its header, its bars and its marks.

mod dates;
mod end_label;
mod header;
mod label_room;
mod marks;
mod party;
mod spans;
mod speakers;

use crate::domain::{EdtfDate, EventId, Moment, Notice, Phase, PhaseKind, StatementId, TreatyId};
use crate::levels::Column;
use crate::timeline::edge_arrows::{EdgeArrow, edge_arrows};
use crate::timeline::geometry::Rect;
use crate::timeline::labels::{entering_label, place_labels};
use crate::timeline::lane_row::{Bar, LaneRow, NoticePeriod};
use crate::timeline::links::Focus;
use crate::timeline::mark::{Mark, Selection};
use crate::timeline::metrics::RowMetrics;
use crate::timeline::party_lanes::PartyLane;
use crate::timeline::plan_input::PlanInput;
use crate::timeline::scale::TimeScale;

/// How far outside the plot a mark may be and still be partly visible, in points.
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
        let metrics = self.input.rows.metrics();
        let is_expanded = self.input.rows.is_expanded(self.treaty);
        let has_parties = is_expanded || self.input.index.has_parties(self.treaty);
        let header = self.header(has_parties);
        let (mut events, beside) = self.event_marks_and_beside();
        let (mut statements, statements_beside) = self.statement_marks_and_beside();
        self.add_focused(&mut events, &mut statements);
        let (mut bars, notices) = (self.bars(), self.notices());
        let (alternative_dates, bands, spans) =
            (self.alternative_dates(&events), self.bands(&events), self.spans());
        let (mut labels, mut entering) = (Vec::new(), None);
        if metrics.has_labels {
            let mut labelled = events.clone();
            labelled.extend(beside);
            let said: Vec<Mark> = statements.iter().copied().chain(statements_beside).collect();
            let room = self.label_room(&labelled, &said, &notices, &alternative_dates, &bands);
            labels = place_labels(self.input, labelled, self.event_column().ends(), &room);
            entering = entering_label(self.input, self.treaty, &bars, &labels, &room);
        }
        if let Some(label) = &mut entering {
            label.dimmed = self.is_dimmed();
        }
        if !metrics.has_two_lines {
            // The label after the end takes the place of the line.
            bars.retain(|bar| bar.kind != PhaseKind::Ended);
        }
        LaneRow {
            treaty: self.treaty,
            party: None,
            expands: has_parties.then_some(is_expanded),
            arrows: if spans.is_empty() { self.arrows(&events, &statements, &bars) } else { Vec::new() },
            rect: self.rect,
            name: header.name,
            status_text: header.status_text,
            status: header.status,
            selected: self.is_selected(),
            bars,
            notices,
            spans,
            alternative_dates,
            bands,
            found: self.found(&events, &statements),
            end_label: self.end_label(&events),
            numbers: Vec::new(),
            events,
            statements,
            bulk: None,
            is_found: self.input.hits.is_some_and(|hits| hits.has_treaty(self.treaty)),
            labels,
            entering_label: entering,
        }
    }

    /// Whether the treaty, or something of it, is selected.
    pub(super) fn is_selected(&self) -> bool {
        self.focus.treaty() == Some(self.treaty) || self.input.selection == Selection::Treaty(self.treaty)
    }

    fn is_dimmed(&self) -> bool {
        self.focus.is_some() && !self.is_selected()
    }

    fn metrics(&self) -> &RowMetrics {
        self.input.rows.metrics().row(self.party.is_some())
    }

    /// The arrows to the nearest marks, if the lane has nothing in the window: one search in each of its columns.
    fn arrows(&self, events: &[Mark], statements: &[Mark], bars: &[Bar]) -> Vec<EdgeArrow> {
        // The thin line of a treaty that has ended is no sign of what to look for.
        let is_alive = bars.iter().any(|bar| bar.kind != PhaseKind::Ended);
        if is_alive || !events.is_empty() || !statements.is_empty() {
            return Vec::new();
        }
        let (start, _) = self.window();
        let (event_before, event_after) = self.event_column().around(start);
        let (statement_before, statement_after) = self.statement_column().around(start);
        let nearest =
            (event_before.max(statement_before), [event_after, statement_after].into_iter().flatten().min());
        edge_arrows(self.input, &self.plot, &self.rect, self.bar_y(), nearest)
    }

    fn bar_y(&self) -> f32 {
        self.rect.top + self.metrics().bar_y
    }

    fn quote_y(&self) -> f32 {
        self.rect.top + self.metrics().quote_y
    }

    fn event_column(&self) -> &Column<EventId> {
        self.party.map_or_else(|| &self.input.index.lane(self.treaty).events, |lane| &lane.events)
    }

    pub(super) fn statement_column(&self) -> &Column<StatementId> {
        self.party.map_or_else(|| &self.input.index.lane(self.treaty).statements, |lane| &lane.statements)
    }

    /// The window in moments, a little wider than the plot.
    fn window(&self) -> (Moment, Moment) {
        self.around_plot(OVERHANG)
    }

    /// The plot in moments, and this many points on either side of it.
    fn around_plot(&self, beyond: f64) -> (Moment, Moment) {
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        (self.scale.moment_at(left - beyond), self.scale.moment_at(right + beyond))
    }

    fn cut(&self, x: f64) -> f32 {
        x.clamp(f64::from(self.plot.left), f64::from(self.plot.right)) as f32
    }

    /// The phases in the window.
    pub(super) fn bars(&self) -> Vec<Bar> {
        self.bars_between(f64::from(self.plot.left), f64::from(self.plot.right))
    }

    /// The phases between two positions, cut there; those that begin and end within half a point of the last one drawn are
    /// skipped.
    fn bars_between(&self, from: f64, to: f64) -> Vec<Bar> {
        let phases = self.party.map_or_else(|| self.input.dataset.phases(self.treaty), |lane| &lane.phases);
        let (start, end) = (self.scale.moment_at(from - OVERHANG), self.scale.moment_at(to + OVERHANG));
        let cut = |x: f64| x.clamp(from, to) as f32;
        let y = self.bar_y();
        let mut bars: Vec<Bar> = Vec::new();
        let mut next = phases.partition_point(|phase| phase.end.is_some_and(|end| end < start));
        while let Some(phase) = phases.get(next).filter(|phase| phase.start <= end) {
            let (left, right) = (cut(self.scale.x_of(phase.start)), cut(self.phase_end_x(phase)));
            if right > left {
                bars.push(Bar { kind: phase.kind, left, right, y, start: phase.start, end: phase.end });
            }
            // A run of phases within one point is skipped by binary search.
            let seen_from = self.scale.moment_at(f64::from(right) + 0.5);
            let skip = phases[next..].partition_point(|p| p.end.is_some_and(|end| end < seen_from));
            next += skip.max(1);
        }
        bars
    }

    fn phase_end_x(&self, phase: &Phase) -> f64 {
        // An open phase is drawn until today, or until `checked_on`.
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
}
