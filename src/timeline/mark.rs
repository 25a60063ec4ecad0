//! Marks, what each stands for and how it looks; labels beside them.

use crate::domain::{
    Attestation, BulkId, EventId, EventKind, Moment, SourceId, SpeakerId, StatementId, TreatyId,
};

use super::geometry::{Pos, Rect};
use super::glyph::{Glyph, glyph_of};
use super::metrics::{GLYPH_RADIUS, RowMetrics};
use super::palette::Ink;

/// Half the height of the badge of a cluster, and how far it extends to the left of the glyph's middle, in points.
pub(super) const BADGE_HALF: f32 = 7.0;
/// From the middle of a cluster's glyph to its count, in points.
const COUNT_LEFT: f32 = 7.5;
/// From a cluster's count to the right edge of the badge, in points.
const COUNT_PADDING: f32 = 3.5;
/// Width of a digit of a count, in points.
const DIGIT_WIDTH: f32 = 6.0;
/// Half the width of a tick, and of the gap to the next, in points.
const TICK: f64 = 1.75;

/// What is selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// A treaty as a whole.
    Treaty(TreatyId),
    /// An event of a treaty.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A bulk event.
    Bulk(BulkId),
    /// A source, which is not on the timeline.
    Source(SourceId),
    /// A speaker, who is not on the timeline.
    Speaker(SpeakerId),
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An event.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A bulk event.
    Bulk(BulkId),
}

impl Subject {
    /// The selection that a click on the mark makes.
    pub fn selection(self) -> Selection {
        match self {
            Self::Event(id) => Selection::Event(id),
            Self::Statement(id) => Selection::Statement(id),
            Self::Bulk(id) => Selection::Bulk(id),
        }
    }
}

/// How strongly a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// As usual.
    Normal,
    /// Dimmed in favour of the selection.
    Dimmed,
    /// It is in the multi-selection.
    MultiSelected,
    /// It is linked to the selection.
    Linked,
    /// It is the selection.
    Selected,
}

/// A mark: one event or statement, or several of which the most important stands for all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub subject: Subject,
    /// How many it stands for, itself included.
    pub count: usize,
    /// The first moment of those.
    pub first: Moment,
    /// The last moment of those.
    pub last: Moment,
    /// Its middle.
    pub at: Pos,
    /// Its look.
    pub look: Look,
    /// How strongly it is drawn.
    pub emphasis: Emphasis,
    /// Why the event that it is is to be taken with care; `None` for a cluster.
    pub attestation: Option<Attestation>,
    /// Half the height of a tick, in a low lane, where statements are ticks and clusters have no badge.
    pub tick_half: Option<f32>,
}

impl Mark {
    /// What it covers, with its count.
    pub fn rect(&self) -> Rect {
        let counted = if self.has_badge() { self.count } else { 1 };
        let (half, (left, right)) = match (self.look, self.tick_half) {
            (Look::Event(_), _) if counted == 1 => (GLYPH_RADIUS, event_badge(1)),
            (Look::Event(_), _) => (BADGE_HALF, event_badge(counted)),
            (Look::Quote(_), Some(half)) => (half, (TICK, TICK)),
            (Look::Quote(_), None) => (BADGE_HALF, quote_badge(self.count)),
        };
        let Pos { x, y } = self.at;
        let (left, right) = (x - left as f32, x + right as f32);
        Rect { left, top: y - half, right, bottom: y + half }
    }

    /// Whether it is a cluster with its count.
    fn has_badge(&self) -> bool {
        self.count > 1 && self.tick_half.is_none()
    }

    /// The part of a cluster's badge in which its count is drawn, right of the glyph; `None` for a single event, in a low
    /// lane, and for statements, which contain it.
    pub fn count_rect(&self) -> Option<Rect> {
        if !self.has_badge() || !matches!(self.look, Look::Event(_)) {
            return None;
        }
        Some(Rect { left: self.at.x + COUNT_LEFT, ..self.rect() })
    }
}

/// How far the marks of events in such a lane extend to the left and to the right of their middle, in points, for each
/// number that one may stand for.
pub(super) fn event_extents(row: &RowMetrics) -> fn(usize) -> (f64, f64) {
    if row.tick_half.is_some() { |_count| event_badge(1) } else { event_badge }
}

/// The same for statements.
pub(super) fn statement_extents(row: &RowMetrics) -> fn(usize) -> (f64, f64) {
    if row.tick_half.is_some() { |_count| (TICK, TICK) } else { quote_badge }
}

fn event_badge(count: usize) -> (f64, f64) {
    if count == 1 {
        return (f64::from(GLYPH_RADIUS), f64::from(GLYPH_RADIUS));
    }
    let right = COUNT_LEFT + DIGIT_WIDTH * short_count(count).len() as f32 + COUNT_PADDING;
    (f64::from(BADGE_HALF), f64::from(right))
}

/// Statements are drawn on a background with their count, and an edge of a point around it.
fn quote_badge(count: usize) -> (f64, f64) {
    let digits = if count > 1 { short_count(count).len() } else { 0 };
    let half = 7.5 + 3.0 * digits as f64;
    (half, half)
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The glyph of a type of event.
    Event(EventKind),
    /// A quotation mark in the speaker's colour.
    Quote(Ink),
}

impl Look {
    /// The glyph, for an event.
    pub fn glyph(self) -> Option<Glyph> {
        match self {
            Self::Event(kind) => Some(glyph_of(kind)),
            Self::Quote(_) => None,
        }
    }
}

/// A label beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Left end of its baseline.
    pub at: Pos,
    /// Its text.
    pub text: String,
    /// How wide it is.
    pub width: f32,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is dimmed in favour of the selection.
    pub dimmed: bool,
}

impl Label {
    /// What its letters cover.
    pub fn rect(&self) -> Rect {
        let Pos { x, y } = self.at;
        Rect { left: x, top: y - 8.0, right: x + self.width, bottom: y + 2.4 }
    }
}

/// A count short enough for a mark, as in `7`, `12k`, `3M`.
///
/// The same in every language: in Russian “12 тыс.” would be wider than the mark.
pub(super) fn short_count(count: usize) -> String {
    match count {
        0..1_000 => count.to_string(),
        1_000..1_000_000 => format!("{}k", count / 1_000),
        _ => format!("{}M", count / 1_000_000),
    }
}
