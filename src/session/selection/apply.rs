//! Selecting one thing, and bringing it into the window.

use crate::session::Session;
use crate::session::search::state::item_of;
use crate::timeline::Selection;

impl Session {
    /// Selects something and brings it into the window; shows its lane again or clears the filter if that hides it.
    pub(in crate::session) fn go_to(&mut self, selection: Selection) {
        let before = self.view.current;
        let hidden = item_of(selection).filter(|&item| !self.shows(item));
        let message = hidden.and_then(|item| self.reveal_item(item));
        self.select(selection);
        if let Some(message) = message {
            self.status_message = Some(message.to_owned());
        }
        self.bring_into_view();
        if self.view.current != before {
            self.view.history.push(before);
        }
    }

    pub(in crate::session) fn select(&mut self, selection: Selection) {
        self.selection.selected = selection;
        self.status_message = None;
        self.follow_selection_in_document();
    }
}
