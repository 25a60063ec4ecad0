//! Labels over the bar: the most important marks of a lane first, and never two on top of each other.

use crate::domain::{Brief, Moment, Nature, PhaseKind, TreatyId};

use super::geometry::{Pos, Rect};
use super::lane_row::Bar;
use super::mark::{Emphasis, Label, Mark, Subject};
use super::measure::Face;
use super::metrics::LABEL_SIZE;
use super::plan_input::PlanInput;

/// Where a label's baseline is, below the top of the lane: what hangs below it ends above the counts of clusters.
const BASELINE: f32 = 9.0;
/// Air between two labels.
const GAP: f32 = 10.0;
/// The rank below which a step has a glyph and no label.
const MIN_RANK: u8 = 45;

/// How far beside the plot marks are looked at, in points: half of a long label.
pub(super) const LABEL_REACH: f64 = 220.0;

/// Air between a label and the edge of the plot.
const EDGE_GAP: f32 = 4.0;

/// The labels of one lane's event marks. `events` reach [`LABEL_REACH`] points beyond the plot; `ends` are where the first and
/// the last event of the lane stand.
pub(super) fn place_labels(
    input: &PlanInput<'_>,
    events: &[Mark],
    ends: Option<(Moment, Moment)>,
    plot: Rect,
    lane_top: f32,
) -> Vec<Label> {
    let mut candidates: Vec<(u8, &Mark, &str)> = events
        .iter()
        .filter_map(|mark| match mark.subject {
            Subject::Event(id) => {
                let event = input.dataset.event(id);
                // What the reader looks at is labelled before anything else.
                let rank = match mark.emphasis {
                    Emphasis::Selected => u8::MAX,
                    Emphasis::Linked | Emphasis::Picked => u8::MAX - 1,
                    Emphasis::Normal | Emphasis::Dimmed => event.rank(),
                };
                (rank >= MIN_RANK).then_some((rank, mark, &*event.title))
            }
            Subject::Statement(_) | Subject::Bulk(_) => None,
        })
        .collect();
    // Of equals the earlier: a rule that does not depend on where the window is.
    candidates.sort_by_key(|(rank, mark, _)| (u8::MAX - rank, mark.first));

    let mut labels: Vec<Label> = Vec::new();
    // What a label occupies, also one that is partly outside and is not drawn: it must not let another in
    // while it leaves, or labels would jump while panning.
    let mut held: Vec<(f32, f32)> = Vec::new();
    let is_free = |held: &[(f32, f32)], left: f32, width: f32| {
        held.iter().all(|&(from, to)| left >= to + GAP || from >= left + width + GAP)
    };
    let label = |mark: &Mark, title: &str, left: f32, width: f32| {
        let at = Pos { x: left, y: lane_top + BASELINE };
        Label { at, text: title.to_owned(), width, dimmed: mark.emphasis == Emphasis::Dimmed }
    };
    let mut crossing = Vec::new();
    for (_, mark, title) in candidates {
        if title.len() > 200 {
            continue;
        }
        let width = input.measure.width(title, LABEL_SIZE, Face::Text);
        let left = mark.at.x - width / 2.0;
        if !is_free(&held, left, width) {
            continue;
        }
        if left >= plot.left + EDGE_GAP && left + width <= plot.right - EDGE_GAP {
            labels.push(label(mark, title, left, width));
        } else {
            crossing.push((held.len(), mark, title, width));
        }
        held.push((left, left + width));
    }
    // The first and the last event of a lane have nobody's label beyond them: theirs is moved into the window rather
    // than cut away, where that makes no other give way.
    for (own, mark, title, width) in crossing {
        let is_seen = (plot.left..=plot.right).contains(&mark.at.x) && width <= plot.width() - 2.0 * EDGE_GAP;
        let is_end = ends.is_some_and(|(first, last)| mark.first <= first || mark.last >= last);
        if !is_seen || !is_end {
            continue;
        }
        let left = (mark.at.x - width / 2.0).min(plot.right - EDGE_GAP - width).max(plot.left + EDGE_GAP);
        let others: Vec<(f32, f32)> =
            held.iter().enumerate().filter(|&(i, _)| i != own).map(|(_, &range)| range).collect();
        if is_free(&others, left, width) {
            held[own] = (left, left + width);
            labels.push(label(mark, title, left, width));
        }
    }
    labels.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    labels
}

/// What the bar is that comes in from the left, where its beginning is out of the window: the words hold to the edge
/// while there is bar enough, and make way for the labels of events.
pub(super) fn entering_label(
    input: &PlanInput<'_>,
    treaty: TreatyId,
    bars: &[Bar],
    labels: &[Label],
    plot: Rect,
    lane_top: f32,
) -> Option<Label> {
    /// Air between the words and the edges of window and bar.
    const MARGIN: f32 = 8.0;
    let (first, _) = input.view.time.moments();
    let bar = bars.first().filter(|bar| bar.kind != PhaseKind::Ended && bar.start < first)?;
    let strings = input.strings;
    let dataset = input.dataset;
    let phases = dataset.phases(treaty);
    let phase = phases[phases.partition_point(|phase| phase.start < bar.start)..].first();
    let since = phase.map_or_else(|| bar.start.year().into(), |phase| dataset.year_of(phase));
    let text = match (bar.kind, dataset.treaty(treaty).nature) {
        (PhaseKind::Signed, Nature::Political) => (strings.terms.brief)(Brief::Agreed(since)),
        (PhaseKind::Signed, Nature::Treaty) => (strings.terms.brief)(Brief::Signed(since)),
        (kind, nature) => (strings.terms.phase_since)((strings.terms.phase)(kind, nature), since),
    };
    let width = input.measure.width(&text, LABEL_SIZE, Face::Text);
    let left = plot.left + MARGIN;
    let fits = bar.right - left >= width + MARGIN;
    let is_free = labels.iter().all(|label| label.at.x >= left + width + GAP);
    let at = Pos { x: left, y: lane_top + BASELINE };
    (fits && is_free).then_some(Label { at, text, width, dimmed: false })
}
