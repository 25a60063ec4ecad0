//! The label after the end of a treaty, in lanes without a line of labels: as in `terminated 2019`.

use crate::domain::{LifeSummary, PhaseKind};
use crate::timeline::geometry::Pos;
use crate::timeline::mark::{Label, Mark};
use crate::timeline::measure::Font;
use crate::timeline::metrics::LABEL_SIZE;
use crate::timeline::palette::Ink;

use super::LanePlan;

/// Gap between the last glyph and the label, and after it, in points.
const GAP: f32 = 5.0;

impl LanePlan<'_> {
    /// The label right of the glyph with which the treaty ended, if nothing is in its way.
    pub(super) fn end_label(&self, events: &[Mark]) -> Option<Label> {
        let metrics = self.input.rows.metrics();
        if metrics.has_two_lines {
            return None;
        }
        let dataset = self.input.dataset;
        let (at, how) = dataset.ending(self.treaty)?;
        let ended = dataset.phases(self.treaty).last().filter(|phase| phase.kind == PhaseKind::Ended)?;
        let end = self.scale.x_of(ended.start);
        if !(f64::from(self.plot.left)..f64::from(self.plot.right)).contains(&end) {
            return None;
        }
        let (end, radius) = (end as f32, metrics.lane.glyph_radius);
        // The glyph may be that of a cluster, beside the end itself.
        let at_end = events.iter().filter(|mark| (mark.at.x - end).abs() <= 2.0 * radius + 1.0);
        let left = at_end.map(|mark| mark.at.x).fold(end, f32::max) + radius + GAP;
        let text = (self.input.strings.terms.life_summary)(LifeSummary::Over(at, how));
        let width = self.input.measure.width(&text, LABEL_SIZE, Font::Text);
        let is_in_the_way =
            |mark: &Mark| mark.at.x + radius > left && mark.at.x - radius < left + width + GAP;
        let is_free = left + width + GAP <= self.plot.right && !events.iter().any(is_in_the_way);
        let at = Pos { x: left, y: self.bar_y() + 0.36 * LABEL_SIZE };
        is_free.then_some(Label { at, text, width, ink: Ink::End, dimmed: self.is_dimmed() })
    }
}
