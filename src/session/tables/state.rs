//! Which table is shown, and its rows.

use super::{Rows, TableChoice};

/// Which table is shown, and its rows.
#[derive(Debug, Default)]
pub struct TablesState {
    /// Kind, order and columns.
    pub choice: TableChoice,
    /// The rows in their order.
    pub rows: Rows,
}
