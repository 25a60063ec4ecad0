//! How dates that are not one certain day are drawn: bands for the period that a date may mean, and marks for other days.

use crate::domain::{Moment, Nature, Precision};
use crate::timeline::geometry::Pos;
use crate::timeline::glyph::glyph_of;
use crate::timeline::lane_row::{AlternativeDate, Band, BandLook};
use crate::timeline::mark::{Mark, Subject};
use crate::timeline::palette::Ink;

use super::LanePlan;

impl LanePlan<'_> {
    /// What is drawn beside the marks: the other dates that sources give for them, and their dates in a dataset that
    /// this one is compared with.
    pub(super) fn alternative_dates(&self, events: &[Mark]) -> Vec<AlternativeDate> {
        let mut dates = self.disputed_dates(events);
        dates.extend(self.previous_dates());
        dates
    }

    /// The other days that sources give for the events of single marks.
    pub(super) fn disputed_dates(&self, events: &[Mark]) -> Vec<AlternativeDate> {
        // More dates than this cannot be told apart.
        const MAX_DISPUTED: usize = 12;
        let mut dates = Vec::new();
        for mark in events.iter().filter(|mark| mark.count == 1) {
            let Subject::Event(id) = mark.subject else { continue };
            let event = self.input.dataset.event(id);
            let preferred = event.claim();
            for claim in
                event.dates[1..].iter().take(MAX_DISPUTED).filter(|claim| claim.role == preferred.role)
            {
                // The line is drawn dot by dot, so it must not lead far outside the plot.
                let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
                let to = self.scale.x_of(claim.date.anchor()).clamp(left - 20.0, right + 20.0) as f32;
                // Nearer than this the glyph covers it.
                if (to - mark.at.x).abs() >= 9.0 {
                    let ink = glyph_of(event.kind).ink;
                    dates.push(AlternativeDate { from: mark.at, to: Pos { x: to, ..mark.at }, ink });
                }
            }
        }
        dates
    }

    /// The dates of events in the dataset that this one is compared with; of very many, the first.
    fn previous_dates(&self) -> impl Iterator<Item = AlternativeDate> {
        const MAX_PREVIOUS: usize = 100;
        let (start, end) = self.window();
        let dates = self.input.previous_dates.map_or(&[][..], |dates| dates.within(self.treaty, start, end));
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        let position = move |at: Moment| {
            let x = self.scale.x_of(at).clamp(left - 20.0, right + 20.0) as f32;
            Pos { x, y: self.bar_y() }
        };
        dates.iter().take(MAX_PREVIOUS).map(move |&(was, is)| {
            let to = position(was);
            AlternativeDate { from: is.map_or(to, position), to, ink: Ink::Accent }
        })
    }

    /// The periods that the dates of single marks may mean.
    pub(super) fn bands(&self, events: &[Mark]) -> Vec<Band> {
        let alone = events.iter().filter(|mark| mark.count == 1);
        alone.filter_map(|mark| self.band(mark)).collect()
    }

    fn band(&self, mark: &Mark) -> Option<Band> {
        /// A band narrower than this hides behind its glyph.
        const MIN_HALF_WIDTH: f64 = 12.0;
        let Subject::Event(id) = mark.subject else { return None };
        let event = self.input.dataset.event(id);
        let date = event.date();
        // In a topic an interval is a span, with a bar of its own.
        if date.precision() == Precision::Interval
            && self.input.dataset.treaty(event.treaty).nature == Nature::Topic
        {
            return None;
        }
        let look = match (date.is_uncertain(), date.is_approximate()) {
            (true, _) => BandLook::Hollow,
            (false, true) => BandLook::Soft,
            (false, false) => BandLook::Firm,
        };
        let (mut left, mut right) = (self.scale.x_of(date.earliest()), self.scale.x_of(date.end()));
        if look == BandLook::Firm {
            if !date.is_spread()
                || (right - left < MIN_HALF_WIDTH && !date.has_open_start() && !date.has_open_end())
            {
                return None;
            }
        } else {
            // Doubt about a day must be visible, however narrow a day is drawn.
            let middle = f64::from(mark.at.x);
            (left, right) = (left.min(middle - MIN_HALF_WIDTH), right.max(middle + MIN_HALF_WIDTH));
        }
        let left = if date.has_open_start() { f64::NEG_INFINITY } else { left };
        let right = if date.has_open_end() { f64::INFINITY } else { right };
        let band = Band {
            left: self.cut(left),
            right: self.cut(right),
            y: self.bar_y(),
            look,
            opens_left: date.has_open_start(),
            opens_right: date.has_open_end(),
            ink: glyph_of(event.kind).ink,
        };
        (band.right > band.left).then_some(band)
    }
}
