//! What stands around a problem in its file: rows of a table, or lines of a text.

/// What stands around a problem in its file. Texts are as they stand in the file, cut to a length that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Surroundings {
    /// Lines of a text.
    Lines {
        /// The number of the first line, from 1.
        first: usize,
        /// The lines.
        lines: Vec<String>,
        /// The index of the line with the problem, and the characters before what is marked in it and of it.
        marked: (usize, usize, usize),
    },
    /// Rows of a table.
    Rows {
        /// The names of the columns; empty where there is no header.
        headers: Vec<String>,
        /// The number of the first column that is shown, from 0.
        first_column: usize,
        /// The rows with their numbers, from 1.
        rows: Vec<(usize, Vec<String>)>,
        /// The index of the row with the problem, and the index of its cell; none if it is about the whole row.
        marked: (usize, Option<usize>),
    },
}
