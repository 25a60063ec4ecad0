//! Commands about the part of the timeline in the window, and the arrangement of its lanes.

use crate::domain::{EdtfDate, TreatyId};
use crate::session::Session;
use crate::timeline::{Size, View};

/// The part of the timeline in the window, and the arrangement of its lanes.
#[derive(Debug)]
pub enum ViewCommand {
    /// The timeline was moved directly, or drawn at another size.
    Set(View, Size),
    /// Go to another view; the present one is a place to go back to.
    Jump(View),
    /// Open a link to a view.
    OpenLink(String),
    /// Go to a date, and select its time range.
    GoToDate(EdtfDate),
    /// Go to a bookmark, by its index.
    GoToBookmark(usize),
    /// Write a note to a bookmark.
    SetNote(usize, String),
    /// Move a bookmark among the others.
    MoveBookmark(usize, isize),
    /// Remove a bookmark.
    RemoveBookmark(usize),
    /// Collapse or expand the lanes of a category, by its index.
    ToggleGroup(usize),
    /// Expand a treaty into one lane per party, or collapse it.
    ToggleParties(TreatyId),
    /// Give the lane headers a width, in points; `None` for the width that they have by themselves.
    SetHeadersWidth(Option<f32>),
    /// The window was resized: whether it is too narrow to show the details beside the timeline.
    SetNarrow(bool),
    /// Pin a treaty's lane at this index among the pinned ones, or unpin it.
    MoveLane(TreatyId, Option<usize>),
}

impl Session {
    pub(in crate::session) fn apply_view(&mut self, command: ViewCommand) {
        match command {
            ViewCommand::Set(view, size) => {
                let height_changed = size.height != self.view.size.height;
                let keeps_lane = size.height < self.view.size.height && self.is_lane_in_sight();
                self.view.size = size;
                self.set_view(view);
                if height_changed && self.fits_lanes() {
                    self.lay_out_rows();
                }
                if keeps_lane {
                    // A panel was opened under the lanes, or the window made lower.
                    self.bring_lane_into_view();
                }
            }
            ViewCommand::Jump(view) => self.jump(view),
            ViewCommand::OpenLink(text) => {
                if self.follow_view_link(&text) {
                    self.overlay.take_if(|overlay| overlay.closes_on_other_command());
                }
            }
            ViewCommand::GoToDate(date) => self.go_to_date(&date),
            ViewCommand::GoToBookmark(index) => self.go_to_bookmark(index),
            ViewCommand::SetNote(index, note) => self.set_note(index, note),
            ViewCommand::MoveBookmark(index, by) => self.move_bookmark(index, by),
            ViewCommand::RemoveBookmark(index) => self.remove_bookmark(index),
            ViewCommand::ToggleGroup(category) => self.toggle_group(category),
            ViewCommand::ToggleParties(treaty) => self.toggle_parties(treaty),
            ViewCommand::SetHeadersWidth(width) => self.set_headers_width(width),
            ViewCommand::SetNarrow(is_narrow) => self.set_narrow(is_narrow),
            ViewCommand::MoveLane(treaty, index) => self.move_lane(treaty, index),
        }
    }
}
