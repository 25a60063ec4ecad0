//! Labels of events, over the bar, beside it or under it: those of the most important first, and none on anything else.

use crate::domain::{Event, EventKind, KnownYear, LifeSummary, Moment, Nature, PhaseKind, TreatyId};

use super::geometry::{Pos, Rect};
use super::lane_row::Bar;
use super::mark::{Emphasis, Label, Mark, Subject};
use super::measure::Font;
use super::metrics::LABEL_SIZE;
use super::palette::Ink;
use super::plan_input::PlanInput;

/// Minimum gap between two labels, in points.
const GAP: f32 = 10.0;
/// Gap between a mark and the label beside it, and between that label and what follows, in points.
const SIDE_GAP: f32 = 4.0;
/// How far a label over the bar reaches beyond the middle of its mark where it begins or ends there, in points.
const OVERLAP: f32 = 5.0;
/// No label is narrower than this, in points: where there is less room none is tried.
const MIN_WIDTH: f32 = 24.0;
/// A longer title, in bytes, is not measured: the short form stands for it.
const MAX_TITLE: usize = 200;

/// How far outside the plot marks are considered, in points: a label may begin or end at its mark.
pub(super) const LABEL_OVERHANG: f64 = 420.0;
/// No label is wider than this, in points: the short form stands for it.
const MAX_WIDTH: f32 = 400.0;

/// Gap between a label and the edge of the plot, in points.
const EDGE_GAP: f32 = 4.0;

/// Where a lane has room for labels.
pub(super) struct LabelRoom {
    /// The plot.
    pub(super) plot: Rect,
    /// The baseline of the labels over the bar.
    pub(super) over: f32,
    /// The baseline of the labels beside the bar; `None` where there are none.
    pub(super) beside: Option<f32>,
    /// The baseline of the labels under the bar, on the line of statements; `None` where there are none.
    pub(super) under: Option<f32>,
    /// What lies on the bar's line, from left edge to right edge: bars, bands, marks.
    pub(super) taken: Vec<(f32, f32)>,
    /// What lies on the line of statements, from left to right.
    pub(super) statements: Vec<(f32, f32)>,
}

/// An event whose label is to be placed.
struct Candidate<'a> {
    rank: u8,
    mark: &'a Mark,
    event: &'a Event,
    /// The left edge of the next mark.
    next: f32,
}

/// Over the bar, beside the mark on the bar's line, or under the bar, between the statements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Over,
    Beside,
    Under,
}

/// Where a label fits, and its text.
struct Fitting {
    side: Side,
    text: String,
    left: f32,
    width: f32,
}

/// The labels of one lane's event marks. `events` reach [`LABEL_OVERHANG`] points beyond the plot; `ends` are the first and
/// the last event of the lane.
pub(super) fn place_labels(
    input: &PlanInput<'_>,
    mut events: Vec<Mark>,
    ends: Option<(Moment, Moment)>,
    room: &LabelRoom,
) -> Vec<Label> {
    events.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    let mut placing =
        Placing { input, room, over: Vec::new(), beside: Vec::new(), under: Vec::new(), labels: Vec::new() };
    let mut crossing = Vec::new();
    for candidate in candidates(input, &events) {
        let Some(fitting) = placing.find(&candidate) else { continue };
        let held = placing.hold(&fitting);
        if placing.is_inside(&fitting) {
            placing.add(&candidate, fitting);
        } else {
            crossing.push((held, candidate, fitting));
        }
    }
    // No label lies beyond those of the first and the last event of a lane, so they are moved into the window where that
    // displaces no other; so is the label beside an end that is near the edge.
    let plot = room.plot;
    for (held, candidate, Fitting { side, text, width, .. }) in crossing {
        let mark = candidate.mark;
        let is_seen = side != Side::Under
            && (plot.left..=plot.right).contains(&mark.at.x)
            && width <= plot.width() - 2.0 * EDGE_GAP;
        let is_end = ends.is_some_and(|(first, last)| mark.first <= first || mark.last >= last);
        if !is_seen || !(is_end || side == Side::Beside) {
            continue;
        }
        let left = (mark.at.x - width / 2.0).min(plot.right - EDGE_GAP - width).max(plot.left + EDGE_GAP);
        let own = (side == Side::Over).then_some(held);
        let others = placing.over.iter().enumerate().filter(|&(i, _)| Some(i) != own);
        if others.map(|(_, range)| range).all(|&range| is_apart(range, left, width)) {
            match own.and_then(|own| placing.over.get_mut(own)) {
                Some(range) => *range = (left, left + width),
                None => placing.over.push((left, left + width)),
            }
            placing.add(&candidate, Fitting { side: Side::Over, text, left, width });
        }
    }
    let mut labels = placing.labels;
    labels.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    labels
}

/// The events of the marks, the most important first.
fn candidates<'a>(input: &PlanInput<'a>, events: &'a [Mark]) -> Vec<Candidate<'a>> {
    let mut candidates: Vec<Candidate<'a>> = Vec::with_capacity(events.len());
    let mut next = f32::INFINITY;
    for mark in events.iter().rev() {
        if let Subject::Event(id) = mark.subject {
            let event = input.dataset.event(id);
            // The selection is labelled before anything else.
            let rank = match mark.emphasis {
                Emphasis::Selected => u8::MAX,
                Emphasis::Linked | Emphasis::MultiSelected => u8::MAX - 1,
                Emphasis::Normal | Emphasis::Dimmed => event.rank(),
            };
            candidates.push(Candidate { rank, mark, event, next });
        }
        next = next.min(mark.rect().left);
    }
    // Of equal rank the earlier first: the order must not depend on the window.
    candidates.sort_by_key(|candidate| (u8::MAX - candidate.rank, candidate.mark.first));
    candidates
}

/// Labels under way.
struct Placing<'a> {
    input: &'a PlanInput<'a>,
    room: &'a LabelRoom,
    /// The room of every label over the bar, even of one that is partly outside and not drawn: another label must not take
    /// its room while it leaves the window, or labels would jump while panning.
    over: Vec<(f32, f32)>,
    /// The same beside the bar.
    beside: Vec<(f32, f32)>,
    /// The same under the bar.
    under: Vec<(f32, f32)>,
    labels: Vec<Label>,
}

impl Placing<'_> {
    /// Where an event's label fits.
    fn find(&self, candidate: &Candidate<'_>) -> Option<Fitting> {
        let (event, x) = (candidate.event, candidate.mark.at.x);
        let is_clear = |&(from, to): &(f32, f32)| x - OVERLAP >= to + GAP || from >= x + OVERLAP + GAP;
        let may_be_over = self.over.iter().all(is_clear);
        let may_be_beside =
            self.room.beside.is_some() && candidate.next - candidate.mark.rect().right >= MIN_WIDTH;
        let may_be_under = self.room.under.is_some()
            && self.under.iter().all(is_clear)
            && self.has_room_among_statements(x - OVERLAP, x + OVERLAP);
        if !may_be_over && !may_be_beside && !may_be_under {
            return None;
        }
        let title = (event.title.len() <= MAX_TITLE).then(|| event.title.to_string());
        let short = || match event.kind {
            // Of an event of no kind it would say nothing but the year.
            EventKind::Other => None,
            // The language has no short form of a name that the file gives.
            EventKind::Own(_) => {
                Some(self.input.strings.event_kind(self.input.dataset, event.kind).to_owned())
            }
            kind => Some((self.input.strings.terms.event_in)(kind, KnownYear::of(event.date()))),
        };
        let is_selected = candidate.rank >= u8::MAX - 1;
        // After its end a treaty's lane is empty, so the year of the end stands there.
        let mut forms: Vec<(Side, String)> = Vec::with_capacity(7);
        if may_be_beside && ends_treaty(event.kind) && !is_selected {
            forms.extend(short().map(|text| (Side::Beside, text)));
        }
        // The second row is for what the first has no room for, in either form.
        let sides = [(Side::Over, may_be_over), (Side::Beside, may_be_beside)];
        let texts: Vec<String> = title.into_iter().chain(short()).collect();
        for text in &texts {
            forms.extend(sides.iter().filter(|(_, may)| *may).map(|&(side, _)| (side, text.clone())));
        }
        if may_be_under {
            forms.extend(texts.into_iter().map(|text| (Side::Under, text)));
        }
        forms.into_iter().find_map(|(side, text)| {
            let width = self.input.measure.width(&text, LABEL_SIZE, Font::Text);
            if width > MAX_WIDTH {
                return None;
            }
            let left = match side {
                Side::Over => self.left_over(x, width),
                Side::Beside => self.left_beside(candidate, width),
                Side::Under => self.left_under(x, width),
            };
            left.map(|left| Fitting { side, text, left, width })
        })
    }

    /// Where a label over the bar begins: it is centred on its mark, or else begins or ends there.
    fn left_over(&self, x: f32, width: f32) -> Option<f32> {
        let is_free = |&left: &f32| self.over.iter().all(|&range| is_apart(range, left, width));
        [x - width / 2.0, x - OVERLAP, x + OVERLAP - width].into_iter().find(is_free)
    }

    /// Where a label under the bar begins: it is centred on its mark, or else begins or ends there.
    fn left_under(&self, x: f32, width: f32) -> Option<f32> {
        let is_free = |&left: &f32| {
            self.under.iter().all(|&range| is_apart(range, left, width))
                && self.has_room_among_statements(left, left + width)
        };
        [x - width / 2.0, x - OVERLAP, x + OVERLAP - width].into_iter().find(is_free)
    }

    /// Whether no statement lies between two positions or beside them. The statements are in order, and do not overlap.
    fn has_room_among_statements(&self, left: f32, right: f32) -> bool {
        let statements = &self.room.statements;
        let next = statements.partition_point(|&(_, to)| to + SIDE_GAP <= left);
        statements.get(next).is_none_or(|&(from, _)| from >= right + SIDE_GAP)
    }

    /// Where a label beside its mark begins.
    fn left_beside(&self, candidate: &Candidate<'_>, width: f32) -> Option<f32> {
        let left = candidate.mark.rect().right + SIDE_GAP;
        let right = left + width + SIDE_GAP;
        let mut taken = self.room.taken.iter().chain(&self.beside);
        let is_free = candidate.next >= right && taken.all(|&(from, to)| from >= right || to <= left - 1.0);
        is_free.then_some(left)
    }

    /// Takes the room of a label; returns its index among those of its side.
    fn hold(&mut self, &Fitting { side, left, width, .. }: &Fitting) -> usize {
        let held = match side {
            Side::Over => &mut self.over,
            Side::Beside => &mut self.beside,
            Side::Under => &mut self.under,
        };
        held.push((left, left + width));
        held.len() - 1
    }

    /// Whether a label is wholly in the plot.
    fn is_inside(&self, &Fitting { left, width, .. }: &Fitting) -> bool {
        let plot = self.room.plot;
        left >= plot.left + EDGE_GAP && left + width <= plot.right - EDGE_GAP
    }

    fn add(&mut self, candidate: &Candidate<'_>, Fitting { side, text, left, width }: Fitting) {
        let baseline = match side {
            Side::Over => Some(self.room.over),
            Side::Beside => self.room.beside,
            Side::Under => self.room.under,
        };
        let Some(y) = baseline else { return };
        let ink = if ends_treaty(candidate.event.kind) { Ink::End } else { Ink::Muted };
        let dimmed = candidate.mark.emphasis == Emphasis::Dimmed;
        self.labels.push(Label { at: Pos { x: left, y }, text, width, ink, dimmed });
    }
}

/// Whether a label keeps its distance from another.
fn is_apart((from, to): (f32, f32), left: f32, width: f32) -> bool {
    left >= to + GAP || from >= left + width + GAP
}

/// Whether an event of this kind is the end of a treaty.
pub(super) fn ends_treaty(kind: EventKind) -> bool {
    matches!(kind, EventKind::Terminated | EventKind::Expired | EventKind::Superseded)
}

/// The label of a phase that began before the window: it stays at the left edge while the bar is long enough, and gives way
/// to the labels of events.
pub(super) fn entering_label(
    input: &PlanInput<'_>,
    treaty: TreatyId,
    bars: &[Bar],
    labels: &[Label],
    room: &LabelRoom,
) -> Option<Label> {
    /// Gap between the label and the edges of window and bar, in points.
    const MARGIN: f32 = 8.0;
    let baseline = room.over;
    let (first, _) = input.view.time.moments();
    let bar = bars.first().filter(|bar| bar.kind != PhaseKind::Ended && bar.start < first)?;
    let strings = input.strings;
    let dataset = input.dataset;
    let phases = dataset.phases(treaty);
    let phase = phases[phases.partition_point(|phase| phase.start < bar.start)..].first();
    let since = phase.map_or_else(|| bar.start.year().into(), |phase| dataset.year_of(phase));
    let text = match (bar.kind, dataset.treaty(treaty).nature) {
        (PhaseKind::Signed, Nature::Political) => (strings.terms.life_summary)(LifeSummary::Agreed(since)),
        (PhaseKind::Signed, _) if dataset.lacks_entry(treaty) => {
            (strings.terms.life_summary)(LifeSummary::EntryNotRecorded(since, None))
        }
        (PhaseKind::Signed, Nature::Treaty | Nature::Topic) => {
            (strings.terms.life_summary)(LifeSummary::Signed(since))
        }
        (kind, nature) => (strings.terms.phase_since)((strings.terms.phase)(kind, nature), since),
    };
    let width = input.measure.width(&text, LABEL_SIZE, Font::Text);
    let left = room.plot.left + MARGIN;
    let fits = bar.right - left >= width + MARGIN;
    let mut over = labels.iter().filter(|label| label.at.y == baseline);
    let is_free = over.all(|label| label.at.x >= left + width + GAP);
    let at = Pos { x: left, y: baseline };
    (fits && is_free).then_some(Label { at, text, width, ink: Ink::Muted, dimmed: false })
}
