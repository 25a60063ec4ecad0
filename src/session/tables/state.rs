//! Which table is shown, how, and its rows.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::columns::{Column, TableKind};

/// Which table is shown, how, and its rows.
#[derive(Debug, Default)]
pub struct TablesState {
    /// What the user chose.
    pub choice: TableChoice,
    /// The rows, sorted; none while the table is closed.
    pub rows: TableRows,
}

/// Which table the user chose, and how to show it. Saved with the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableChoice {
    /// Whether it is shown.
    pub is_open: bool,
    /// Its kind.
    pub kind: TableKind,
    /// The sort column, and whether in descending order; `None` for the order of the dataset.
    pub sort: Option<(Column, bool)>,
    /// Hidden columns.
    pub hidden: Vec<Column>,
}

impl TableChoice {
    /// The shown columns. The first one is always shown: a row needs a name.
    pub fn columns(&self) -> impl Iterator<Item = Column> {
        let all = self.kind.columns().iter().enumerate();
        all.filter(|(index, column)| *index == 0 || !self.hidden.contains(column)).map(|(_, &column)| column)
    }
}

/// The rows of a table, sorted.
#[derive(Debug, Default)]
pub struct TableRows {
    /// The item of each row, by its index in the dataset.
    pub order: Arc<[u32]>,
    /// The row of each item; [`NO_ROW`] for one that is not shown.
    row_of: Vec<u32>,
}

const NO_ROW: u32 = u32::MAX;

impl TableRows {
    /// Rows in the given order, of a dataset with `len` items of their kind.
    pub(super) fn new(order: Vec<u32>, len: usize) -> Self {
        let mut row_of = vec![NO_ROW; len];
        for (row, &item) in order.iter().enumerate() {
            row_of[item as usize] = row as u32;
        }
        Self { order: order.into(), row_of }
    }

    /// The row of an item, if it is shown.
    pub(super) fn row_of(&self, item: usize) -> Option<usize> {
        self.row_of.get(item).filter(|&&row| row != NO_ROW).map(|&row| row as usize)
    }
}
