//! Where a record stands in the text that was read, whatever the format.

use serde_json::value::RawValue;

use crate::diagnostics::{Grid, Span};

use super::json::{PathStep, follow, span_in};

/// Where a record stands. Spans are worked out when a problem is listed, which is rare.
#[derive(Clone)]
pub(super) enum Position<'a> {
    /// A record of the native format.
    Json(&'a RawValue),
    /// A record of another text format: the whole of it, and its fields by the name of the native field that they became.
    Text {
        /// From its first byte to its last.
        whole: Span,
        /// A few of its fields.
        fields: Vec<(&'static str, Span)>,
    },
    /// A record made of a row of a table.
    Cells {
        /// The table.
        grid: &'a Grid,
        /// Index of the row in the grid.
        row: usize,
        /// Which column, counted from 0, became which native field.
        columns: Vec<(&'static str, usize)>,
    },
}

impl Position<'_> {
    /// A record of which only the whole is known.
    pub(super) fn whole(whole: Span) -> Self {
        Self::Text { whole, fields: Vec::new() }
    }

    /// The span of the value at `path` of the record in `text`; that of the record if the place of the value is not known.
    pub(super) fn span(&self, text: &str, path: &[PathStep<'_>]) -> Span {
        let field = path.iter().find_map(|step| match step {
            PathStep::Key(name) | PathStep::Name(name) => Some(*name),
            PathStep::Item(_) => None,
        });
        match self {
            Self::Json(raw) => span_in(text, follow(raw, path)),
            Self::Text { whole, fields } => place_of(fields, field).unwrap_or(*whole),
            Self::Cells { grid, row, columns } => match place_of(columns, field) {
                Some(column) => grid.cell(text, *row, column),
                None => grid.row(*row),
            },
        }
    }
}

fn place_of<T: Copy>(places: &[(&'static str, T)], field: Option<&str>) -> Option<T> {
    places.iter().find(|(name, _)| Some(*name) == field).map(|&(_, place)| place)
}
