//! The events of a topic that last, as bars. Those that overlap lie in rows under each other.

use crate::timeline::glyph::glyph_of;
use crate::timeline::lane_row::{BandLook, SpanBar};
use crate::timeline::mark::Selection;

use super::LanePlan;

/// Maximum number of spans that are looked at in a frame; of more, those that begin first.
const MAX_EXAMINED: usize = 2_000;
/// Between two rows, in points.
const GAP: f32 = 1.0;

impl LanePlan<'_> {
    /// The spans that reach into the window. Of those that begin and end within half a point of the last one drawn in their
    /// row none is drawn.
    pub(super) fn spans(&self) -> Vec<SpanBar> {
        let dataset = self.input.dataset;
        let spans = dataset.topic_spans(self.treaty);
        let (start, end) = self.window();
        let half = self.metrics().bar_half / spans.rows().max(1) as f32;
        let top = self.bar_y() - self.metrics().bar_half;
        let mut bars: Vec<SpanBar> = Vec::new();
        let mut drawn_to = [f32::NEG_INFINITY; 8];
        for span in spans.between(start, end).take(MAX_EXAMINED) {
            let event = dataset.event(span.event);
            // The column holds what the filter shows.
            if !self.event_column().within(event.at(), event.at()).contains(&span.event) {
                continue;
            }
            let date = event.date();
            let (left, right) = (self.cut(self.scale.x_of(span.from)), self.cut(self.scale.x_of(span.until)));
            let Some(drawn_to) = drawn_to.get_mut(span.row) else { continue };
            if right <= *drawn_to + 0.5 && right - left < 1.0 {
                continue;
            }
            *drawn_to = drawn_to.max(right);
            let y = top + half * (2.0 * span.row as f32 + 1.0);
            bars.push(SpanBar {
                event: span.event,
                left,
                right: right.max(left + 1.0),
                y,
                half: (half - GAP / 2.0).max(1.0),
                look: match (date.is_uncertain(), date.is_approximate()) {
                    (true, _) => BandLook::Hollow,
                    (false, true) => BandLook::Soft,
                    (false, false) => BandLook::Firm,
                },
                opens_left: date.has_open_start(),
                opens_right: date.has_open_end(),
                ink: glyph_of(event.kind).ink,
                is_selected: self.input.selection == Selection::Event(span.event),
            });
        }
        bars
    }
}
