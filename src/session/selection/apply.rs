//! Selecting one thing, and bringing it on screen.

use crate::session::{Filter, Session, search::state::item_of};
use crate::timeline::Selection;

impl Session {
    /// Selects something and brings it into the window.
    pub(in crate::session) fn go_to(&mut self, selection: Selection) {
        let before = self.view.current;
        let is_shown = item_of(selection).is_none_or(|item| self.shows(item));
        if !is_shown {
            self.set_filter(Filter::default());
        }
        self.select(selection);
        if !is_shown {
            self.notice = Some(self.words().notices.filter_cleared.to_owned());
        }
        self.bring_into_view();
        if self.view.current != before {
            self.view.history.leave(before);
        }
    }

    pub(in crate::session) fn select(&mut self, selection: Selection) {
        self.selection.selected = selection;
        self.notice = None;
        self.follow_in_page();
    }
}
