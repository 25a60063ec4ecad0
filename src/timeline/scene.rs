//! The scene: everything that is in the window, with its place and its meaning.

use crate::domain::{
    EventId, EventKind, Moment, Notice, PartyId, PhaseKind, PlainId, SourceId, StatementId, Status, TreatyId,
};

use crate::language::Strings;

use super::axis_tags::{AsOfLine, ChosenSpan};
use super::glyph::Glyph;
use super::palette::Ink;
use super::plain_row::PlainRow;

/// A place in the window, in points from its top left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pos {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A rectangle in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Rect {
    /// Width in points.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height in points.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether a place lies inside.
    pub fn contains(&self, at: Pos) -> bool {
        at.x >= self.left && at.x < self.right && at.y >= self.top && at.y < self.bottom
    }

    /// The part of this rectangle that lies in another; inside out if there is none.
    pub fn within(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The square of this radius around a place.
    pub fn around(at: Pos, radius: f32) -> Self {
        Self { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
    }
}

/// What the reader has chosen to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// A treaty as a whole.
    Treaty(TreatyId),
    /// A step of a treaty.
    Event(EventId),
    /// Someone's words.
    Statement(StatementId),
    /// A plain event.
    Plain(PlainId),
    /// A source, which has no place on the timeline.
    Source(SourceId),
}

/// Everything in the window of the timeline.
#[derive(Debug)]
pub struct Scene {
    /// The language of what is written in it.
    pub strings: &'static Strings,
    /// The whole window.
    pub size: Size,
    /// Where marks are drawn: right of the lane heads, below the axis.
    pub plot: Rect,
    /// The title of the dataset, for exports.
    pub title: String,
    /// The stretch of time in the window, in words.
    pub span_words: String,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// Where today is, if it is in the window.
    pub today: Option<f32>,
    /// Where the day is that the law is read on, in the window or beside it, and the day in words.
    pub as_of: Option<AsOfLine>,
    /// The stretch of time that is looked at, in the window or beside it.
    pub chosen: Option<ChosenSpan>,
    /// Headings in the window.
    pub groups: Vec<GroupRow>,
    /// Lanes in the window, from top to bottom.
    pub lanes: Vec<LaneRow>,
    /// Curves from the selection to what it is linked with.
    pub links: Vec<Link>,
    /// Whether an event or statement is selected, so that all else steps back.
    pub has_focus: bool,
}

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The moment.
    pub at: Moment,
    /// Where it is.
    pub x: f32,
    /// Its label, if it has one.
    pub label: Option<String>,
    /// From 0 to 1; ticks fade in as they move apart.
    pub strength: f32,
}

/// A heading over lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// Index into the dataset's categories; `None` over the pinned lanes.
    pub category: Option<usize>,
    /// Its place, heads and plot.
    pub rect: Rect,
    /// Its words, cut to fit the lane heads.
    pub text: String,
    /// Whether its lanes are folded away.
    pub is_folded: bool,
}

/// A treaty's lane, or that of one of its parties.
#[derive(Debug)]
pub struct LaneRow {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party; `None` for the treaty as a whole.
    pub party: Option<PartyId>,
    /// Whether the lanes of its parties stand below it; `None` where there are none to unfold.
    pub unfolds: Option<bool>,
    /// The lane's place, head and plot.
    pub rect: Rect,
    /// The name of the treaty or party, cut to fit.
    pub name: String,
    /// Its span and state in words, cut to fit.
    pub standing: String,
    /// What colours its dot.
    pub status: Status,
    /// Whether the treaty, or something of it, is selected.
    pub selected: bool,
    /// Phases in the window.
    pub bars: Vec<Bar>,
    /// Notices of withdrawal that run in the window.
    pub notices: Vec<RunUp>,
    /// Stretches of time that a date may mean.
    pub bands: Vec<Band>,
    /// Other days that sources give for the events drawn.
    pub ghosts: Vec<Ghost>,
    /// Event marks from left to right.
    pub events: Vec<Mark>,
    /// Statement marks from left to right.
    pub statements: Vec<Mark>,
    /// The plain events of the lane, in a dataset of plain lanes.
    pub plain: Option<PlainRow>,
    /// Where hits of a search stand: the middle of the line under them.
    pub found: Vec<Pos>,
    /// Whether the treaty itself was found.
    pub is_found: bool,
    /// Labels beside marks.
    pub labels: Vec<Label>,
    /// What the bar is that comes in from the left, held to the edge of the plot.
    pub sticky: Option<Label>,
}

impl LaneRow {
    /// The target of the sign that unfolds the lane into its parties: at the right edge of its head.
    pub fn sign(&self, plot: &Rect) -> Rect {
        let (right, top) = (plot.left, self.rect.top);
        Rect { left: right - 24.0, top: top + 4.0, right, bottom: (top + 28.0).min(self.rect.bottom) }
    }
}

/// A phase, or the run of phases too short to draw apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The phase; of a run the first that can be seen.
    pub kind: PhaseKind,
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of its height.
    pub y: f32,
    /// When it began.
    pub start: Moment,
    /// When it ended; `None` while it lasts.
    pub end: Option<Moment>,
}

/// Another day that a source gives for an event, joined to the one that is preferred.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ghost {
    /// The mark.
    pub from: Pos,
    /// Where it would stand.
    pub to: Pos,
    /// What colours it.
    pub ink: Ink,
}

/// The run-up from a notice of withdrawal to its effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunUp {
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of the bar that it runs along.
    pub y: f32,
    /// The notice; `None` in a legend.
    pub notice: Option<Notice>,
}

/// The stretch that a date which is not one day may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of its height.
    pub y: f32,
    /// How sure the date is.
    pub look: BandLook,
    /// Whether it goes on to the left without end.
    pub opens_left: bool,
    /// Whether it goes on to the right without end.
    pub opens_right: bool,
    /// What colours it.
    pub ink: Ink,
}

/// How a stretch that a date may mean is drawn, by how sure the date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandLook {
    /// It lies somewhere in the stretch, which has firm ends.
    Firm,
    /// Approximate: soft ends.
    Soft,
    /// Uncertain: hollow.
    Hollow,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An event.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A plain event.
    Plain(PlainId),
}

impl Subject {
    /// The selection that choosing the mark makes.
    pub fn selection(self) -> Selection {
        match self {
            Self::Event(id) => Selection::Event(id),
            Self::Statement(id) => Selection::Statement(id),
            Self::Plain(id) => Selection::Plain(id),
        }
    }
}

/// How strongly a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// As usual.
    Normal,
    /// It steps back behind the selection.
    Dimmed,
    /// It is picked beside the selection.
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
    /// Where its count is written, at its upper right; `None` for a single event, and for statements, which bear it.
    pub fn count_rect(&self) -> Option<Rect> {
        if self.count == 1 || !matches!(self.look, Look::Event(_)) {
            return None;
        }
        let digits = super::paint_lanes::short_count(self.count).len() as f32;
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
            Self::Event(kind) => Some(super::glyph::glyph_of(kind)),
            Self::Quote(_) => None,
        }
    }
}

/// A label beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Left end of its baseline.
    pub at: Pos,
    /// Its words.
    pub text: String,
    /// How wide it is.
    pub width: f32,
    /// Whether it steps back behind the selection.
    pub dimmed: bool,
}

/// A curve between two linked marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// From the selection.
    pub from: Pos,
    /// To what it is linked with.
    pub to: Pos,
}
