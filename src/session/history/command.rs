//! Commands of the way back. Going back and undoing themselves are actions.

use crate::session::Session;

/// The way back.
#[derive(Clone, Copy, Debug)]
pub enum HistoryCommand {
    /// Go back to a place, by its index among the earlier ones.
    GoBackTo(usize),
    /// What was dragged is released: what follows is undone by itself.
    EndRun,
}

impl Session {
    pub(in crate::session) fn apply_history(&mut self, command: HistoryCommand) {
        match command {
            HistoryCommand::GoBackTo(index) => self.go_back_to(index),
            HistoryCommand::EndRun => self.history.steps.end_run(),
        }
    }
}
