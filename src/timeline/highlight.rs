//! What an entry of the legend explains, lit in the scene while everything else is dimmed.

use crate::domain::{Dataset, EventId};
use crate::levels::Index;

use super::lane_row::LaneRow;
use super::legend::LegendEntry;
use super::mark::{Emphasis, Look, Mark};
use super::metrics::{BAR_HALF, RowMetrics};
use super::paint_dates::{paint_band, paint_span};
use super::paint_lanes::{paint_bar, paint_mark, paint_notice_period};
use super::palette::Ink;
use super::scene::Scene;
use super::shape::{Shape, faint};
use super::symbols_in_use::look_of;

/// How much everything else is covered with the background: it must stay legible on a dark one too.
const VEIL: f32 = 0.6;
/// Maximum number of events of a cluster that are asked for their type.
const MAX_EXAMINED: usize = 64;

/// What is painted over a scene to light what `entries` explain. Costs as much as the scene has marks.
pub fn highlighted_shapes(
    scene: &Scene,
    index: &Index,
    dataset: &Dataset,
    entries: &[LegendEntry],
) -> Vec<Shape> {
    let mut shapes = vec![Shape::Fill { rect: scene.plot, radius: 0.0, paint: faint(Ink::Paper, VEIL) }];
    for lane in &scene.lanes {
        paint_lit(lane, scene.metrics.row(lane.party.is_some()), index, dataset, entries, &mut shapes);
    }
    shapes
}

fn paint_lit(
    lane: &LaneRow,
    metrics: &RowMetrics,
    index: &Index,
    dataset: &Dataset,
    entries: &[LegendEntry],
    shapes: &mut Vec<Shape>,
) {
    let is_lit = |entry: LegendEntry| entries.contains(&entry);
    for bar in lane.bars.iter().filter(|bar| is_lit(LegendEntry::Phase(bar.kind))) {
        paint_bar(bar, metrics.bar_half, 1.0, shapes);
    }
    if is_lit(LegendEntry::Span) {
        lane.spans.iter().for_each(|span| paint_span(span, 1.0, shapes));
    }
    if is_lit(LegendEntry::Notice) {
        lane.notices.iter().for_each(|period| paint_notice_period(period, metrics.bar_half, 1.0, shapes));
    }
    for band in lane.bands.iter().filter(|band| is_lit(LegendEntry::Date(look_of(band)))) {
        paint_band(band, metrics.bar_half / BAR_HALF, 1.0, shapes);
    }
    for mark in lane.events.iter().chain(&lane.statements) {
        let own = match mark.look {
            Look::Event(kind) => LegendEntry::Event(kind),
            Look::Quote(ink) => LegendEntry::Quote(ink),
        };
        let is_care = mark.attestation.is_some_and(|why| is_lit(LegendEntry::Attested(why)));
        let look = if is_lit(own) || is_care {
            Some(mark.look)
        } else {
            hidden(lane, mark, index).iter().find_map(|&id| {
                let kind = dataset.event(id).kind;
                is_lit(LegendEntry::Event(kind)).then_some(Look::Event(kind))
            })
        };
        if let Some(look) = look {
            paint_mark(&Mark { look, emphasis: Emphasis::Normal, ..*mark }, metrics, shapes);
        }
    }
}

/// The events that a mark of a treaty's lane stands for; of very many, the first.
fn hidden<'a>(lane: &LaneRow, mark: &Mark, index: &'a Index) -> &'a [EventId] {
    if mark.count == 1 || lane.party.is_some() || !matches!(mark.look, Look::Event(_)) {
        return &[];
    }
    let all = index.lane(lane.treaty).events.between(mark.first, mark.last.plus(1));
    &all[..all.len().min(MAX_EXAMINED)]
}
