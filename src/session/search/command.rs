//! Commands of the search field and its results.

use crate::session::Session;

/// The search field and its results.
#[derive(Debug)]
pub enum SearchCommand {
    /// The text of the field changed.
    SetText(String),
    /// Highlight another result of the list, this many further down.
    MoveBy(isize),
    /// Go to the highlighted result, or on to the next (1) or back to the previous one (-1).
    GoTo(isize),
    /// Go to a result, by its index in the list.
    Open(usize),
    /// Take the keyboard from the search field.
    Close,
}

impl Session {
    pub(in crate::session) fn apply_search(&mut self, command: SearchCommand) {
        match command {
            SearchCommand::SetText(text) => self.find_text(text),
            SearchCommand::MoveBy(by) => self.choose_hit(by),
            SearchCommand::GoTo(by) => self.go_to_hit(by),
            SearchCommand::Open(index) => {
                (self.search.chosen, self.search.was_seen) = (index, false);
                self.go_to_hit(1);
            }
            SearchCommand::Close => self.close_find(),
        }
    }
}
