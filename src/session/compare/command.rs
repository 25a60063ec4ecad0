//! Commands about the comparison with another dataset.

use std::path::PathBuf;

use crate::session::{Effect, Session};

use super::state::Compared;

/// The comparison with another dataset.
#[derive(Debug)]
pub enum CompareCommand {
    /// Compare with an earlier dataset.
    With(PathBuf),
    /// The comparison is done.
    Finished(Box<Compared>),
    /// A file could not be compared, by name, and why.
    Failed(String, String),
    /// Close the comparison.
    Close,
}

impl Session {
    pub(in crate::session) fn apply_compare(&mut self, command: CompareCommand) -> Option<Effect> {
        match command {
            CompareCommand::With(path) => return Some(Effect::Compare(path)),
            CompareCommand::Finished(compared) => self.show_compared(*compared),
            CompareCommand::Failed(name, why) => {
                self.notice = Some((self.words().compare.not_compared)(&name, &why));
            }
            CompareCommand::Close => self.compared = None,
        }
        None
    }
}
