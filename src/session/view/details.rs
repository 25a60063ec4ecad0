//! Whether the details panel is shown: hidden by the user, or folded where the window is too narrow for it.

use crate::session::Session;
use crate::timeline::Selection;

/// The details panel in a window that is too narrow to show it beside the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NarrowDetails {
    /// Whether the window is so narrow.
    pub is_narrow: bool,
    /// Whether the panel is open over the timeline: the user asked for it, or chose something.
    pub is_open: bool,
}

impl Session {
    /// Whether the details panel is shown.
    pub fn shows_details(&self) -> bool {
        let narrow = self.view.narrow_details;
        if narrow.is_narrow { narrow.is_open } else { !self.settings.preferences.details_hidden }
    }

    /// Shows or hides the details panel. In a narrow window the choice holds until it is wide again.
    pub(in crate::session) fn toggle_details(&mut self) {
        if self.view.narrow_details.is_narrow {
            self.view.narrow_details.is_open ^= true;
        } else {
            self.settings.preferences.details_hidden ^= true;
        }
    }

    /// Opens the folded details of a narrow window on what was just chosen: it would be seen nowhere else.
    pub(in crate::session) fn open_narrow_details(&mut self) {
        let narrow = &mut self.view.narrow_details;
        narrow.is_open |= narrow.is_narrow && self.selection.selected != Selection::Nothing;
    }

    /// Opens the details, whatever is selected: they were asked for.
    pub(in crate::session) fn open_details(&mut self) {
        if !self.shows_details() {
            self.toggle_details();
        }
    }

    /// The window was resized across the border between narrow and wide: the panel is folded, or comes back.
    pub(in crate::session) fn set_narrow(&mut self, is_narrow: bool) {
        if is_narrow != self.view.narrow_details.is_narrow {
            self.view.narrow_details = NarrowDetails { is_narrow, is_open: false };
        }
    }
}
