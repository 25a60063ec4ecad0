//! A table that somebody opens, as far as a person needs to see it to say what it holds.

use serde::{Deserialize, Serialize};

use super::Mapping;

/// A table beside the mapping it was read with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTable {
    /// The sheets of the workbook, by name; empty for a file that is one table.
    pub sheets: Vec<String>,
    /// Which of them it is.
    pub sheet: usize,
    /// What the columns are called, as many as the table is wide; empty texts where there is no header.
    pub headers: Vec<String>,
    /// The first rows below the header.
    pub first_rows: Vec<Vec<String>>,
    /// The rows among which the header may be: their numbers as a spreadsheet shows them, and what they begin with.
    pub first_lines: Vec<(usize, String)>,
    /// How dates like 3/4/1992 are read; `None` where the table has none such.
    pub dates: Option<DateOrder>,
    /// How many rows there are below the header, blank ones left out.
    pub rows: usize,
    /// How many of them became neither an event nor a quotation nor a figure.
    pub left_out: usize,
    /// Whether only the first rows were read, which suffice to ask about its columns.
    pub is_part: bool,
    /// How it was read.
    pub mapping: Mapping,
    /// Whether headers and rows leave no doubt about it, or a person has said it.
    pub is_certain: bool,
}

/// How dates like 3/4/1992 are read, and what decided it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateOrder {
    /// Whether the day stands before the month; `None` if nothing tells.
    pub day_first: Option<bool>,
    /// The row, by its number, and the date in it that tells; `None` if a person has said it, or nothing tells.
    pub decided_by: Option<(usize, String)>,
    /// Whether in some column nothing tells, so that its dates are not read.
    pub is_open: bool,
}

/// How tables with these names of columns are read, as a person has said.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct KnownTable {
    /// The names of all columns from the left.
    pub headers: Vec<String>,
    /// How it is read. The row of the header may be another in another file.
    pub mapping: Mapping,
}

/// What is known about a file before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// How a person has said a table is to be read; what headers and rows tell if absent.
    pub mapping: Option<Mapping>,
    /// The names of the columns that the mapping is about, if it holds for no others.
    pub headers: Option<Vec<String>>,
    /// Which sheet of a workbook, counted from 0; the first that is not empty if absent.
    pub sheet: Option<usize>,
    /// Whether a text is a table, whatever the name of its file says.
    pub is_table: bool,
    /// How tables were read before.
    pub known: Vec<KnownTable>,
    /// How much of a long table is read.
    pub extent: Extent,
}

/// How much of a long table is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// All of it, or the first rows if somebody is to be asked about its columns.
    UntilAsked,
    /// The first rows, while somebody is asked about its columns.
    FirstRows,
}
