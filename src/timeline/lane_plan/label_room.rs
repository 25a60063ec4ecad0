//! What labels must keep clear of in a lane, and the baselines on which they stand.

use crate::domain::PhaseKind;
use crate::timeline::labels::{LABEL_OVERHANG, LabelRoom};
use crate::timeline::lane_row::{AlternativeDate, Band, NoticePeriod};
use crate::timeline::mark::Mark;

use super::LanePlan;

/// The baseline of labels over the bar, below the top of the lane, in points: descenders end above the badges of clusters.
const BASELINE: f32 = 9.0;
/// The baseline of labels beside the bar, below the middle of the bar, in points.
const BESIDE_BASELINE: f32 = 4.0;
/// The baseline of labels under the bar, below the middle of the statements between which they stand, in points.
const UNDER_BASELINE: f32 = 4.0;
/// Radius of an alternative date, with its line, in points.
const DATE_RADIUS: f32 = 4.0;

/// What these marks cover, from left to right. One that was taken out of its cluster lies on it: together they are one range.
fn ranges_of(marks: &[Mark]) -> Vec<(f32, f32)> {
    let mut ranges: Vec<(f32, f32)> =
        marks.iter().map(|mark| (mark.rect().left, mark.rect().right)).collect();
    ranges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut apart: Vec<(f32, f32)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match apart.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    apart
}

impl LanePlan<'_> {
    /// The room for labels in a treaty's lane. `marks` and `statements` are those in the window and beside it.
    pub(super) fn label_room(
        &self,
        marks: &[Mark],
        statements: &[Mark],
        notices: &[NoticePeriod],
        alternative_dates: &[AlternativeDate],
        bands: &[Band],
    ) -> LabelRoom {
        // Bars are needed as far as labels reach: where they were cut at the window, labels would jump while panning.
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        let bars = self.bars_between(left - LABEL_OVERHANG, right + 2.0 * LABEL_OVERHANG);
        // The thin line of a phase that is over gives way to labels.
        let bars = bars.into_iter().filter(|bar| bar.kind != PhaseKind::Ended);
        let mut taken: Vec<(f32, f32)> = bars.map(|bar| (bar.left, bar.right)).collect();
        taken.extend(marks.iter().map(|mark| (mark.rect().left, mark.rect().right)));
        taken.extend(notices.iter().map(|notice| (notice.left, notice.right)));
        taken.extend(bands.iter().map(|band| (band.left, band.right)));
        taken.extend(alternative_dates.iter().map(|date| {
            let (from, to) = (date.from.x, date.to.x);
            (from.min(to) - DATE_RADIUS, from.max(to) + DATE_RADIUS)
        }));
        // In a low lane the end of the treaty has a label of its own, and there is no second row.
        let is_high = self.input.rows.metrics().has_two_lines;
        // Under the bar run the curves from the selection to what it is linked with.
        let has_links = self.focus.is_some() && self.is_selected();
        LabelRoom {
            plot: self.plot,
            over: self.rect.top + BASELINE,
            beside: is_high.then(|| self.bar_y() + BESIDE_BASELINE),
            under: (is_high && !has_links).then(|| self.quote_y() + UNDER_BASELINE),
            taken,
            statements: ranges_of(statements),
        }
    }
}
