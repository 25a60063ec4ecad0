//! Commands about what part of the timeline is in the window.

use crate::domain::{EdtfDate, TreatyId};
use crate::session::Session;
use crate::timeline::{Size, View};

/// What part of the timeline is in the window, and in which order its lanes stand.
#[derive(Debug)]
pub enum ViewCommand {
    /// The timeline was moved directly, or drawn at another size.
    Set(View, Size),
    /// Go to another view; the reader can come back.
    Jump(View),
    /// Go to a date, and mark it.
    GoToDate(EdtfDate),
    /// Go to a bookmark, by its index.
    GoToBookmark(usize),
    /// Collapse or expand the lanes of a category, by its index.
    ToggleGroup(usize),
    /// Expand a treaty into one lane per party, or collapse it.
    ToggleParties(TreatyId),
    /// Move a treaty's lane to this index among the pinned ones, or back to its category.
    MoveLane(TreatyId, Option<usize>),
}

impl Session {
    pub(in crate::session) fn apply_view(&mut self, command: ViewCommand) {
        match command {
            ViewCommand::Set(view, size) => {
                let height_changed = size.height != self.view.size.height;
                self.view.size = size;
                self.set_view(view);
                if height_changed && self.world.bulk.is_some() {
                    self.lay_out();
                }
            }
            ViewCommand::Jump(view) => self.jump(view),
            ViewCommand::GoToDate(date) => self.go_to_date(&date),
            ViewCommand::GoToBookmark(index) => self.go_to_bookmark(index),
            ViewCommand::ToggleGroup(category) => self.toggle_group(category),
            ViewCommand::ToggleParties(treaty) => self.toggle_parties(treaty),
            ViewCommand::MoveLane(treaty, index) => self.place_lane(treaty, index),
        }
    }
}
