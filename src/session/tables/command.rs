//! Commands of the table view.

use crate::session::{Effect, Session};

use super::{CopyFormat, TableChoice};

/// The record as tables.
#[derive(Debug)]
pub enum TablesCommand {
    /// Show a table, or the same in another way.
    Choose(TableChoice),
    /// Select another row, this many further down.
    MoveBy(isize),
    /// Put the table on the clipboard.
    Copy(CopyFormat),
}

impl Session {
    pub(in crate::session) fn apply_tables(&mut self, command: TablesCommand) -> Option<Effect> {
        match command {
            TablesCommand::Choose(choice) => self.choose_table(choice),
            TablesCommand::MoveBy(by) => self.step_in_table(by),
            TablesCommand::Copy(format) => {
                self.notice = Some((self.words().table.copied)(self.tables.rows.order.len()));
                return Some(Effect::Copy(self.table_text(format)));
            }
        }
        None
    }
}
