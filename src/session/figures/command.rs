//! Commands of the chart under the lanes.

use crate::session::Session;

use super::state::ChartChoice;

/// The chart under the lanes.
#[derive(Debug)]
pub enum FiguresCommand {
    /// Change what the chart shows, and how.
    Choose(ChartChoice),
}

impl Session {
    pub(in crate::session) fn apply_figures(&mut self, command: FiguresCommand) {
        match command {
            FiguresCommand::Choose(choice) => self.set_chart(choice),
        }
    }
}
