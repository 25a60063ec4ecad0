//! Commands about the comparison with another dataset.

use std::path::PathBuf;

use crate::diagnostics::CompareError;
use crate::session::Session;
use crate::session::effect::Effect;

use super::state::Compared;

/// The comparison with another dataset.
#[derive(Debug)]
pub enum CompareCommand {
    /// Compare with an earlier dataset.
    With(PathBuf),
    /// The comparison is done.
    Finished(Box<Compared>),
    /// A file, by its name, could not be compared.
    Failed(String, CompareError),
    /// Close the comparison.
    Close,
}

impl Session {
    pub(in crate::session) fn apply_compare(&mut self, command: CompareCommand) -> Option<Effect> {
        self.is_comparing = matches!(command, CompareCommand::With(_));
        match command {
            CompareCommand::With(path) => return Some(Effect::Compare(path)),
            CompareCommand::Finished(compared) => self.show_comparison(*compared),
            CompareCommand::Failed(name, why) => {
                let why = self.language().compare_error(&why);
                self.status_message = Some((self.strings().compare.not_compared)(&name, &why));
            }
            CompareCommand::Close => self.compared = None,
        }
        None
    }
}
