//! Commands of the table.

use crate::session::Session;
use crate::session::effect::Effect;

use super::copy::CopyFormat;
use super::state::TableChoice;

/// The table.
#[derive(Debug)]
pub enum TablesCommand {
    /// Change which table is shown, and how.
    Choose(TableChoice),
    /// Select another row, this many further down.
    MoveBy(isize),
    /// Copy the table to the clipboard.
    Copy(CopyFormat),
}

impl Session {
    pub(in crate::session) fn apply_tables(&mut self, command: TablesCommand) -> Option<Effect> {
        match command {
            TablesCommand::Choose(choice) => self.set_table(choice),
            TablesCommand::MoveBy(by) => self.step_table_row(by),
            TablesCommand::Copy(format) => {
                self.status_message = Some((self.strings().tables.copied)(self.tables.rows.order.len()));
                return Some(Effect::Copy(self.table_text(format)));
            }
        }
        None
    }
}
