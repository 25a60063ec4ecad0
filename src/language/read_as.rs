//! What the rows and columns of a table are taken for, in words.

use crate::records::{OpenTable, Role, Shape};

use super::{Language, english, russian};

impl Language {
    /// What a column holds, in a word or two.
    pub fn role(self, role: Role) -> &'static str {
        match self {
            Self::English => english::open_table::role(role),
            Self::Russian => russian::open_table::role(role),
        }
    }

    /// What a table is, in a few words, as in `a table of events, one row each`.
    pub fn shape(self, shape: Shape) -> &'static str {
        match self {
            Self::English => english::open_table::shape(shape),
            Self::Russian => russian::open_table::shape(shape),
        }
    }

    /// What a table was taken for, in one line, and how many of its rows are shown.
    pub fn read_as(self, table: &OpenTable) -> String {
        let known = table.mapping.roles.iter().filter(|role| !matches!(role, Role::Keep | Role::Ignore));
        let mut columns: Vec<&str> = known.map(|&role| self.role(role)).collect();
        columns.dedup();
        let (shape, columns) = (self.shape(table.mapping.shape), columns.join(", "));
        match self {
            Self::English => english::open_table::read_as(shape, &columns, table.rows, table.left_out),
            Self::Russian => russian::open_table::read_as(shape, &columns, table.rows, table.left_out),
        }
    }
}
