//! Commands of the figures under the lanes.

use crate::session::Session;

use super::state::ChartChoice;

/// The figures under the lanes.
#[derive(Debug)]
pub enum FiguresCommand {
    /// Show other figures, or the same in another way.
    Choose(ChartChoice),
}

impl Session {
    pub(in crate::session) fn apply_figures(&mut self, command: FiguresCommand) {
        match command {
            FiguresCommand::Choose(choice) => self.choose_chart(choice),
        }
    }
}
