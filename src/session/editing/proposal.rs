//! Who proposes the unsaved edits as a patch, and why.

use crate::session::Session;
use crate::session::commands::overlay::Overlay;

/// Who proposes edits, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Who.
    pub author: String,
    /// Why.
    pub reason: String,
}

impl Session {
    /// Asks who proposes the unsaved edits, and why.
    pub(in crate::session) fn open_proposal(&mut self) {
        if self.has_unsaved_edits() {
            self.overlay = Some(Overlay::Propose);
        } else {
            self.status_message = Some(self.strings().editing.nothing_to_save.to_owned());
        }
    }
}
