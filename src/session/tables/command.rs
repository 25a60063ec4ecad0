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
    /// Select every row from the selected one to this one.
    SelectTo(usize),
    /// Select every row from the selected one to the one this many rows beyond the last.
    ExtendBy(isize),
    /// Copy the table to the clipboard.
    Copy(CopyFormat),
    /// Copy the selected rows to the clipboard.
    CopySelected(CopyFormat),
}

impl Session {
    pub(in crate::session) fn apply_tables(&mut self, command: TablesCommand) -> Option<Effect> {
        match command {
            TablesCommand::Choose(choice) => self.set_table(choice),
            TablesCommand::MoveBy(by) => self.step_table_row(by),
            TablesCommand::SelectTo(row) => self.select_table_rows_to(row),
            TablesCommand::ExtendBy(by) => self.extend_table_rows(by),
            TablesCommand::Copy(format) => {
                self.status_message = Some((self.strings().tables.copied)(self.tables.rows.order.len()));
                return Some(Effect::Copy(self.table_text(format)));
            }
            TablesCommand::CopySelected(format) => {
                let rows = self.selected_table_rows();
                let items = rows.iter().filter_map(|&row| self.tables.rows.order.get(row).copied());
                let items: Vec<u32> = items.collect();
                self.status_message = Some((self.strings().tables.copied)(items.len()));
                return Some(Effect::Copy(self.table_text_of(format, &items)));
            }
        }
        None
    }
}
