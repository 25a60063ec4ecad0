//! A planned lane: its header, its bars, bands and marks.

use crate::domain::{EventId, Moment, Notice, PartyId, PhaseKind, Status, TreatyId};

use super::bulk::BulkRow;
use super::edge_arrows::EdgeArrow;
use super::geometry::{Pos, Rect};
use super::mark::{Label, Mark};
use super::palette::Ink;

/// A treaty's lane, or that of one of its parties.
#[derive(Debug)]
pub struct LaneRow {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party; `None` for the treaty as a whole.
    pub party: Option<PartyId>,
    /// Whether the lanes of its parties are shown below it; `None` if it cannot be expanded.
    pub expands: Option<bool>,
    /// The lane's rectangle, header and plot.
    pub rect: Rect,
    /// The name of the treaty or party, cut to fit.
    pub name: String,
    /// Its span and state in words, cut to fit.
    pub status_text: String,
    /// The status that its dot shows.
    pub status: Status,
    /// Whether the treaty, or something of it, is selected.
    pub selected: bool,
    /// Phases in the window.
    pub bars: Vec<Bar>,
    /// Notices of withdrawal that run in the window.
    pub notices: Vec<NoticePeriod>,
    /// The events of a topic that last, where they reach into the window.
    pub spans: Vec<SpanBar>,
    /// Periods that a date may mean.
    pub bands: Vec<Band>,
    /// Other days that sources give for the events drawn.
    pub alternative_dates: Vec<AlternativeDate>,
    /// Event marks from left to right.
    pub events: Vec<Mark>,
    /// Statement marks from left to right.
    pub statements: Vec<Mark>,
    /// The bulk events of the lane, in a dataset of bulk lanes.
    pub bulk: Option<BulkRow>,
    /// The search hits: the middle of the line under each.
    pub found: Vec<Pos>,
    /// Whether the treaty itself is a search hit.
    pub is_found: bool,
    /// Labels beside marks.
    pub labels: Vec<Label>,
    /// The label at the left edge of a phase that began before the window.
    pub entering_label: Option<Label>,
    /// The label after the end of the treaty, in a low lane.
    pub end_label: Option<Label>,
    /// The numbers of sources at marks, in a figure that lists them.
    pub numbers: Vec<Label>,
    /// Arrows to what lies outside the window, where nothing is in it.
    pub arrows: Vec<EdgeArrow>,
}

impl LaneRow {
    /// The button that expands the lane into its parties, at the right edge of its header.
    pub fn expand_button(&self, plot: &Rect) -> Rect {
        let (right, top) = (plot.left, self.rect.top);
        if self.rect.height() < 32.0 {
            return Rect { left: right - 24.0, right, ..self.rect };
        }
        Rect { left: right - 24.0, top: top + 4.0, right, bottom: (top + 28.0).min(self.rect.bottom) }
    }

    /// The event marks with a count, and where it is drawn.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Rect, &Mark)> {
        self.events.iter().filter_map(|mark| Some((mark.count_rect()?, mark)))
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

/// An event of a topic that lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpanBar {
    /// The event.
    pub event: EventId,
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of its height.
    pub y: f32,
    /// Half its height.
    pub half: f32,
    /// How certain its dates are.
    pub look: BandLook,
    /// Whether it goes on to the left without end.
    pub opens_left: bool,
    /// Whether it goes on to the right without end.
    pub opens_right: bool,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is selected.
    pub is_selected: bool,
}

/// Another day that a source gives for an event, joined to the one that is preferred.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlternativeDate {
    /// The mark.
    pub from: Pos,
    /// Its position by the other day.
    pub to: Pos,
    /// Its colour.
    pub ink: Ink,
}

/// The period from a notice of withdrawal to its effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoticePeriod {
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of the bar that it runs along.
    pub y: f32,
    /// The notice; `None` in a legend.
    pub notice: Option<Notice>,
}

/// The period that an inexact date may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Left edge, cut to the window.
    pub left: f32,
    /// Right edge, cut to the window.
    pub right: f32,
    /// Middle of its height.
    pub y: f32,
    /// How certain the date is.
    pub look: BandLook,
    /// Whether it goes on to the left without end.
    pub opens_left: bool,
    /// Whether it goes on to the right without end.
    pub opens_right: bool,
    /// Its colour.
    pub ink: Ink,
}

/// How the period that a date may mean is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandLook {
    /// The date lies somewhere in the period: firm ends.
    Firm,
    /// Approximate: soft ends.
    Soft,
    /// Uncertain: hollow.
    Hollow,
}
