//! Commands of the search field and its hits.

use crate::domain::SpeakerId;
use crate::session::Session;
use crate::timeline::Selection;

/// The search field and its hits.
#[derive(Debug)]
pub enum SearchCommand {
    /// The text of the field changed.
    SetText(String),
    /// Highlight another hit of the list, this many further down.
    MoveBy(isize),
    /// Go to the highlighted hit; if it was visited already, to the next (1) or the previous one (-1).
    GoTo(isize),
    /// Go to a hit, by its index in the list.
    Open(usize),
    /// Show all that a speaker said.
    OpenSpeaker(SpeakerId),
    /// Search in what is hidden too: clear the filter and show hidden lanes.
    Everywhere,
    /// Take the keyboard from the search field.
    Close,
}

impl Session {
    pub(in crate::session) fn apply_search(&mut self, command: SearchCommand) {
        match command {
            SearchCommand::SetText(text) => self.set_search_text(text),
            SearchCommand::MoveBy(by) => self.move_in_hits(by),
            SearchCommand::GoTo(by) => self.go_to_hit(by),
            SearchCommand::Open(index) => {
                (self.search.chosen, self.search.was_visited) = (index, false);
                self.go_to_hit(1);
            }
            SearchCommand::OpenSpeaker(speaker) => {
                self.close_search();
                self.go_to(Selection::Speaker(speaker));
                self.open_narrow_details();
            }
            SearchCommand::Everywhere => self.search_everywhere(),
            SearchCommand::Close => self.close_search(),
        }
    }
}
