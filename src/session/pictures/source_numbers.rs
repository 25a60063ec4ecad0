//! The numbers of sources at the marks of a figure, where there is room: the list of sources begins with the same numbers.

use std::collections::BTreeSet;

use crate::domain::Moment;
use crate::session::Session;
use crate::timeline::{
    BundledFonts, Font, Ink, Label, LaneRow, Mark, NUMBER_SIZE, Pos, Rect, Scene, Subject, TextMeasure as _,
};

use super::event_list::Listed;

/// Maximum number of numbers at a mark; an ellipsis stands for the others.
const MAX_NUMBERS: usize = 3;
/// How far a label may begin or end from its mark, in points: beside it, or over it.
const LABEL_GAP: f32 = 14.0;
/// The gap between a number and what it stands beside, in points.
const GAP: f32 = 1.5;
/// The gap between a number and what it does not belong to, in points: nearer, two numbers read as one.
const APART: f32 = 4.0;

impl Session {
    /// Sets the numbers of sources, up to a limit, beside the labels and marks of a scene.
    pub(super) fn number_marks(
        &self,
        scene: &mut Scene,
        listed: &Listed,
        limit: usize,
        fonts: &BundledFonts,
    ) {
        let plot = scene.plot;
        for lane in &mut scene.lanes {
            let half = if lane.party.is_none() { scene.metrics.lane } else { scene.metrics.party }.bar_half;
            let mut taken = taken(lane, half);
            let room = Rect { top: lane.rect.top, bottom: lane.rect.bottom, ..plot };
            let mut numbers = Vec::new();
            for mark in lane.events.iter().chain(&lane.statements) {
                let of_mark = self.numbers_of(lane, mark, listed, limit);
                for text in texts(&of_mark) {
                    let width = fonts.width(&text, NUMBER_SIZE, Font::Text);
                    let at = places(lane, mark, width, half).find(|&at| {
                        let rect = number_rect(at, width);
                        // What it belongs to stands at its left.
                        let wide = Rect { right: rect.right + APART, ..rect };
                        rect.left >= room.left
                            && rect.right <= room.right
                            && rect.top >= room.top
                            && rect.bottom <= room.bottom
                            && !taken.iter().any(|other| meet(&wide, other))
                    });
                    if let Some(at) = at {
                        let rect = number_rect(at, width);
                        taken.push(Rect { left: rect.left - APART, right: rect.right + APART, ..rect });
                        numbers.push(Label { at, text, width, ink: Ink::Muted, dimmed: false });
                        break;
                    }
                }
            }
            lane.numbers = numbers;
        }
    }

    /// The numbers of the sources of all that a mark stands for.
    fn numbers_of(&self, lane: &LaneRow, mark: &Mark, listed: &Listed, limit: usize) -> BTreeSet<usize> {
        let mut numbers = BTreeSet::new();
        let mut add = |subject: Subject| {
            let all = listed.numbers.get(&subject).into_iter().flatten();
            numbers.extend(all.copied().filter(|&number| number <= limit));
        };
        if mark.count == 1 {
            add(mark.subject);
        } else if lane.party.is_none() {
            let column = self.index().lane(lane.treaty);
            let (from, to): (Moment, Moment) = (mark.first, mark.last.plus(1));
            match mark.subject {
                Subject::Event(_) => {
                    column.events.between(from, to).iter().for_each(|&id| add(Subject::Event(id)));
                }
                Subject::Statement(_) => {
                    column.statements.between(from, to).iter().for_each(|&id| add(Subject::Statement(id)));
                }
                Subject::Bulk(_) => {}
            }
        }
        numbers
    }
}

/// The numbers as they are written, and shorter where there is less room.
fn texts(numbers: &BTreeSet<usize>) -> Vec<String> {
    let joined = |count: usize| {
        let text = numbers.iter().take(count).map(ToString::to_string).collect::<Vec<_>>().join(",");
        if count < numbers.len() { format!("{text}…") } else { text }
    };
    match numbers.len() {
        0 => Vec::new(),
        1 => vec![joined(1)],
        _ => vec![joined(MAX_NUMBERS), joined(1)],
    }
}

/// Where numbers may stand, the best place first: at the end of the label of the mark, over the bar, under it.
fn places(lane: &LaneRow, mark: &Mark, width: f32, bar_half: f32) -> impl Iterator<Item = Pos> {
    let Pos { x, y } = mark.at;
    let labels = lane.labels.iter().chain(&lane.end_label).filter(move |label| {
        let (left, right) = (label.at.x - x, label.at.x + label.width - x);
        matches!(mark.subject, Subject::Event(_)) && (left.abs() <= LABEL_GAP || right.abs() <= LABEL_GAP)
    });
    let ends: Vec<Pos> =
        labels.map(|label| Pos { x: label.at.x + label.width + 2.0 * GAP, y: label.at.y - 2.5 }).collect();
    let glyph = mark.rect();
    let half = bar_half.max(glyph.height() / 2.0) + GAP;
    let over = [glyph.right - 2.0, x - width / 2.0, glyph.left + 2.0 - width];
    let places = over.into_iter().flat_map(move |left| {
        [Pos { x: left, y: y - half }, Pos { x: left, y: y + half + 0.75 * NUMBER_SIZE }]
    });
    ends.into_iter().chain(places).chain([Pos { x: glyph.right + GAP, y: y + 0.36 * NUMBER_SIZE }])
}

/// What digits cover.
fn number_rect(at: Pos, width: f32) -> Rect {
    Rect { left: at.x, top: at.y - 0.75 * NUMBER_SIZE, right: at.x + width, bottom: at.y }
}

/// What lies in a lane already.
fn taken(lane: &LaneRow, bar_half: f32) -> Vec<Rect> {
    let marks = lane.events.iter().chain(&lane.statements).map(Mark::rect);
    let labels = lane.labels.iter().chain(&lane.entering_label).chain(&lane.end_label).map(Label::rect);
    let bars = lane.bars.iter().map(|bar| Rect {
        left: bar.left,
        top: bar.y - bar_half,
        right: bar.right,
        bottom: bar.y + bar_half,
    });
    marks.chain(labels).chain(bars).collect()
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
