//! The symbols of the legend, drawn by the same code as the timeline, so that they always agree.

use std::borrow::Cow;

use crate::domain::{
    Attestation, DateClaim, DateUncertainty, Event, EventFamily, EventId, EventKind, Moment, PhaseKind,
};

use super::geometry::Pos;
use super::lane_row::{AlternativeDate, Band, BandLook, Bar, NoticePeriod, SpanBar};
use super::mark::{Emphasis, Look, Mark, Subject};
use super::metrics::{BAR_HALF, LaneMetrics};
use super::paint_dates::{paint_alternative_date, paint_band, paint_span};
use super::paint_lanes::{paint_bar, paint_mark, paint_notice_period};
use super::palette::Ink;
use super::shape::{Shape, solid};

/// A symbol to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// A phase.
    Phase(PhaseKind),
    /// Notice of withdrawal running.
    Notice,
    /// An event of a topic that lasts.
    Span,
    /// A type of event.
    Event(EventKind),
    /// A statement.
    Quote(Ink),
    /// A date that is not one certain day.
    Date(DateLook),
    /// An event that is to be taken with care.
    Attested(Attestation),
}

/// How a date that is not one certain day is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateLook {
    /// Known to a month, a year, a decade.
    Spread,
    /// Approximate.
    Approximate,
    /// Uncertain.
    Uncertain,
    /// Without an end.
    Open,
    /// Sources disagree.
    Disputed,
}

impl DateLook {
    /// How an event's date is drawn: in more than one way, or in none.
    pub fn of(event: &Event) -> impl Iterator<Item = Self> {
        let date = event.date();
        let is_open = date.has_open_start() || date.has_open_end();
        let first = event.claim();
        let is_rival = |other: &DateClaim| other.role == first.role && other.date.text() != date.text();
        let has_rival = event.dates[1..].iter().any(is_rival);
        let is_sure = !date.is_approximate() && !date.is_uncertain();
        [
            (date.is_spread() && is_sure && !is_open, Self::Spread),
            (date.is_approximate() && !date.is_uncertain(), Self::Approximate),
            (date.is_uncertain(), Self::Uncertain),
            (is_open, Self::Open),
            (has_rival, Self::Disputed),
        ]
        .into_iter()
        .filter_map(|(is_so, look)| is_so.then_some(look))
    }

    /// How a bulk event is drawn whose dates are open or uncertain in this way.
    pub fn of_doubt(doubt: DateUncertainty) -> impl Iterator<Item = Self> {
        [
            (doubt.is_approximate && !doubt.is_uncertain, Self::Approximate),
            (doubt.is_uncertain, Self::Uncertain),
            (doubt.opens(), Self::Open),
        ]
        .into_iter()
        .filter_map(|(is_so, look)| is_so.then_some(look))
    }
}

/// Symbols that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendGroup {
    /// Their heading.
    pub heading: &'static str,
    /// The family of events that they are signs of.
    pub family: Option<EventFamily>,
    /// Each with its meaning.
    pub entries: Vec<(LegendEntry, Cow<'static, str>)>,
}

/// Draws single symbols.
#[derive(Debug)]
pub struct Legend;

impl Legend {
    /// The shapes of a symbol around the origin, at most 28 points wide and 16 high.
    pub fn shapes(entry: LegendEntry) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let origin = Pos { x: 0.0, y: 0.0 };
        let epoch = Moment::from_secs(0);
        let mut mark = |look, attestation| {
            let subject = Subject::Event(EventId::new(0));
            let emphasis = Emphasis::Normal;
            let mark = Mark {
                subject,
                count: 1,
                first: epoch,
                last: epoch,
                at: origin,
                look,
                emphasis,
                attestation,
                tick_half: None,
            };
            paint_mark(&mark, &LaneMetrics::default().lane, &mut shapes);
        };
        match entry {
            LegendEntry::Event(kind) => mark(Look::Event(kind), None),
            LegendEntry::Quote(ink) => mark(Look::Quote(ink), None),
            LegendEntry::Attested(attestation) => mark(Look::Event(EventKind::Other), Some(attestation)),
            LegendEntry::Span => {
                let span = SpanBar {
                    event: EventId::new(0),
                    left: -13.0,
                    right: 13.0,
                    y: 0.0,
                    half: BAR_HALF,
                    look: BandLook::Firm,
                    opens_left: false,
                    opens_right: false,
                    ink: Ink::Muted,
                    is_selected: false,
                };
                paint_span(&span, 1.0, &mut shapes);
            }
            LegendEntry::Notice => {
                paint_notice_period(
                    &NoticePeriod { left: -13.0, right: 13.0, y: -7.0, notice: None },
                    BAR_HALF,
                    1.0,
                    &mut shapes,
                );
            }
            LegendEntry::Date(DateLook::Disputed) => {
                let (from, to) = (Pos { x: -7.0, y: 0.0 }, Pos { x: 8.0, y: 0.0 });
                paint_alternative_date(&AlternativeDate { from, to, ink: Ink::Force }, &mut shapes);
                let line = Some((1.2, solid(Ink::Paper)));
                shapes.push(Shape::Circle { at: from, radius: 5.0, fill: Some(solid(Ink::Force)), line });
            }
            LegendEntry::Date(date) => {
                let look = match date {
                    DateLook::Approximate => BandLook::Soft,
                    DateLook::Uncertain => BandLook::Hollow,
                    DateLook::Spread | DateLook::Open | DateLook::Disputed => BandLook::Firm,
                };
                let opens_right = date == DateLook::Open;
                let (left, right, ink) = (-13.0, 13.0, Ink::Force);
                let band = Band { left, right, y: 0.0, look, opens_left: false, opens_right, ink };
                paint_band(&band, 1.0, 1.0, &mut shapes);
            }
            LegendEntry::Phase(kind) => {
                let bar = Bar { kind, left: -13.0, right: 13.0, y: 0.0, start: epoch, end: None };
                paint_bar(&bar, BAR_HALF, 1.0, &mut shapes);
            }
        }
        shapes
    }
}
