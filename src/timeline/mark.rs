//! Marks, what each stands for and how it looks; labels beside them.

use crate::domain::{BulkId, EventId, EventKind, Moment, SourceId, SpeakerId, StatementId, TreatyId};

use super::geometry::{Pos, Rect};
use super::glyph::{Glyph, glyph_of};
use super::palette::Ink;

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
    Picked,
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
}

impl Mark {
    /// Where its count is drawn, at its upper right; `None` for a single event, and for statements, which contain it.
    pub fn count_rect(&self) -> Option<Rect> {
        if self.count == 1 || !matches!(self.look, Look::Event(_)) {
            return None;
        }
        let digits = short_count(self.count).len() as f32;
        let (left, bottom) = (self.at.x + 4.0, self.at.y - 3.0);
        Some(Rect { left, top: bottom - 7.5, right: left + 2.0 + 5.2 * digits, bottom })
    }
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
    /// Whether it is dimmed in favour of the selection.
    pub dimmed: bool,
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
