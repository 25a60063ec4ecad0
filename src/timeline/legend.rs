//! The signs of the timeline one by one, drawn by the same code as the timeline itself: a legend cannot lie.

use crate::domain::{EventKind, Moment, PhaseKind};

use super::paint_lanes::{paint_bar, paint_mark, paint_run_up};
use super::palette::Ink;
use super::picture::Shape;
use super::scene::{Bar, Emphasis, Look, Mark, Pos, RunUp, Subject};

/// A sign to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// A phase.
    Phase(PhaseKind),
    /// Notice of withdrawal running.
    Notice,
    /// A type of event.
    Event(EventKind),
    /// Someone's words.
    Quote(Ink),
}

/// Draws signs apart from a scene.
#[derive(Debug)]
pub struct Legend;

impl Legend {
    /// The shapes of a sign around the origin, at most 28 points wide and 16 high.
    pub fn shapes(entry: LegendEntry) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let origin = Pos { x: 0.0, y: 0.0 };
        let epoch = Moment::from_secs(0);
        let mut mark = |look| {
            let subject = Subject::Event(crate::domain::EventId::new(0));
            let emphasis = Emphasis::Normal;
            let mark = Mark { subject, count: 1, first: epoch, last: epoch, at: origin, look, emphasis };
            paint_mark(&mark, &mut shapes);
        };
        match entry {
            LegendEntry::Event(kind) => mark(Look::Event(kind)),
            LegendEntry::Quote(ink) => mark(Look::Quote(ink)),
            LegendEntry::Notice => {
                paint_run_up(&RunUp { left: -13.0, right: 13.0, y: -7.0 }, 1.0, &mut shapes);
            }
            LegendEntry::Phase(kind) => {
                let bar = Bar { kind, left: -13.0, right: 13.0, y: 0.0, start: epoch, end: None };
                paint_bar(&bar, 1.0, &mut shapes);
            }
        }
        shapes
    }
}
