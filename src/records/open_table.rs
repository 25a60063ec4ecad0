//! A table that somebody opens, as far as a person needs to see it to say what it holds.

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
    /// How many rows there are below the header, blank ones left out.
    pub rows: usize,
    /// How many of them became neither an event nor a quotation nor a figure.
    pub left_out: usize,
    /// How it was read.
    pub mapping: Mapping,
    /// Whether headers and rows leave no doubt about it, or a person has said it.
    pub is_certain: bool,
}

/// What a person has said about a file before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// How to read a table; what headers and rows tell if absent.
    pub mapping: Option<Mapping>,
    /// Which sheet of a workbook, counted from 0; the first that is not empty if absent.
    pub sheet: Option<usize>,
}
