//! Labels over the bar: the most important marks of a lane first, and never two on top of each other.

use super::measure::Face;
use super::plan::PlanInput;
use super::scene::{Emphasis, Label, Mark, Pos, Rect, Subject};

/// Text size of labels.
pub(super) const LABEL_SIZE: f32 = 11.0;
/// Where a label's baseline is, below the top of the lane.
const BASELINE: f32 = 11.0;
/// Air between two labels.
const GAP: f32 = 10.0;
/// The rank below which a step has a glyph and no label.
const LEAST_RANK: u8 = 45;

/// How far beside the plot marks are looked at, in points: half of a long label.
pub(super) const REACH: f64 = 220.0;

/// The labels of one lane's event marks. `events` reach [`REACH`] points beyond the plot.
pub(super) fn place_labels(input: &PlanInput<'_>, events: &[Mark], plot: Rect, lane_top: f32) -> Vec<Label> {
    let mut candidates: Vec<(u8, &Mark, &str)> = events
        .iter()
        .filter_map(|mark| match mark.subject {
            Subject::Event(id) => {
                let event = input.dataset.event(id);
                // What the reader looks at is labelled before anything else.
                let rank = match mark.emphasis {
                    Emphasis::Selected => u8::MAX,
                    Emphasis::Linked => u8::MAX - 1,
                    Emphasis::Normal | Emphasis::Dimmed => event.rank(),
                };
                (rank >= LEAST_RANK).then_some((rank, mark, &*event.title))
            }
            Subject::Statement(_) => None,
        })
        .collect();
    // Of equals the earlier: a rule that does not depend on where the window is.
    candidates.sort_by_key(|(rank, mark, _)| (u8::MAX - rank, mark.first));

    let mut labels: Vec<Label> = Vec::new();
    // What is held by a label, also by one that stands partly outside and is not drawn: it must not let another in
    // while it leaves, or labels would jump while panning.
    let mut held: Vec<(f32, f32)> = Vec::new();
    for (_, mark, title) in candidates {
        if title.len() > 200 {
            continue;
        }
        let width = input.measure.width(title, LABEL_SIZE, Face::Text);
        let left = mark.at.x - width / 2.0;
        let inside = left >= plot.left + 4.0 && left + width <= plot.right - 4.0;
        if held.iter().any(|&(from, to)| left < to + GAP && from < left + width + GAP) {
            continue;
        }
        held.push((left, left + width));
        if inside {
            let at = Pos { x: left, y: lane_top + BASELINE };
            let dimmed = mark.emphasis == Emphasis::Dimmed;
            labels.push(Label { at, text: title.to_owned(), width, dimmed });
        }
    }
    labels.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    labels
}
