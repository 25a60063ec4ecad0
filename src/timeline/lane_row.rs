//! One lane as it is drawn: its header, its bars, bands and marks.

use crate::domain::{Moment, Notice, PartyId, PhaseKind, Status, TreatyId};

use super::bulk::BulkRow;
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
    pub standing: String,
    /// What colours its dot.
    pub status: Status,
    /// Whether the treaty, or something of it, is selected.
    pub selected: bool,
    /// Phases in the window.
    pub bars: Vec<Bar>,
    /// Notices of withdrawal that run in the window.
    pub notices: Vec<NoticePeriod>,
    /// Periods that a date may mean.
    pub bands: Vec<Band>,
    /// Other days that sources give for the events drawn.
    pub ghosts: Vec<Ghost>,
    /// Event marks from left to right.
    pub events: Vec<Mark>,
    /// Statement marks from left to right.
    pub statements: Vec<Mark>,
    /// The bulk events of the lane, in a dataset of bulk lanes.
    pub bulk: Option<BulkRow>,
    /// The hits of a search: the middle of the line under each.
    pub found: Vec<Pos>,
    /// Whether the treaty itself was found.
    pub is_found: bool,
    /// Labels beside marks.
    pub labels: Vec<Label>,
    /// What the bar is that comes in from the left, at the edge of the plot.
    pub entering_label: Option<Label>,
}

impl LaneRow {
    /// The button that expands the lane into its parties, at the right edge of its header.
    pub fn expand_button(&self, plot: &Rect) -> Rect {
        let (right, top) = (plot.left, self.rect.top);
        Rect { left: right - 24.0, top: top + 4.0, right, bottom: (top + 28.0).min(self.rect.bottom) }
    }

    /// The event marks whose count is written, and where. Where two counts would run into each other the first is
    /// written: a number must not be read as another.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Rect, &Mark)> {
        let counts = self.events.iter().filter_map(|mark| Some((mark.count_rect()?, mark)));
        let mut free_from = f32::NEG_INFINITY;
        counts.filter(move |(rect, _)| {
            let is_free = rect.left >= free_from;
            if is_free {
                free_from = rect.right + 1.0;
            }
            is_free
        })
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

/// The period that a date which is not one day may mean.
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

/// How a period that a date may mean is drawn, by how sure the date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandLook {
    /// It lies somewhere in the period, which has firm ends.
    Firm,
    /// Approximate: soft ends.
    Soft,
    /// Uncertain: hollow.
    Hollow,
}
