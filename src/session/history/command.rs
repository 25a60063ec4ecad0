//! Commands of the way back. Going back and undoing themselves are actions.

use crate::session::Session;
use crate::session::effect::Effect;

/// The way back.
#[derive(Clone, Copy, Debug)]
pub enum HistoryCommand {
    /// Go back to a place, by its index among the earlier ones.
    GoBackTo(usize),
    /// Undo this many steps, or redo them where the number is positive.
    GoBySteps(isize),
    /// What was dragged is released: what follows is undone by itself.
    EndRun,
}

impl Session {
    pub(in crate::session) fn apply_history(&mut self, command: HistoryCommand) -> Option<Effect> {
        match command {
            HistoryCommand::GoBackTo(index) => self.go_back_to(index),
            HistoryCommand::GoBySteps(count) => return self.go_by_steps(count),
            HistoryCommand::EndRun => self.history.undo_stack.end_run(),
        }
        None
    }
}
