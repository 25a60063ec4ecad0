//! Selecting one thing, and bringing it into the window.

use crate::session::Session;
use crate::session::filter::facets::Filter;
use crate::session::search::state::item_of;
use crate::timeline::Selection;

impl Session {
    /// Selects something and brings it into the window; clears the filter if that hides it.
    pub(in crate::session) fn go_to(&mut self, selection: Selection) {
        let before = self.view.current;
        let is_shown = item_of(selection).is_none_or(|item| self.shows(item));
        if !is_shown {
            self.set_filter(Filter::default());
        }
        self.select(selection);
        if !is_shown {
            self.status_message = Some(self.strings().filter.cleared.to_owned());
        }
        self.bring_into_view();
        self.history.has_jumped |= self.view.current != before;
    }

    pub(in crate::session) fn select(&mut self, selection: Selection) {
        self.selection.selected = selection;
        self.status_message = None;
        self.follow_selection_in_document();
    }
}
