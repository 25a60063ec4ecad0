//! TimelineJS: its JSON in the new form and the old one, and the sheet that it is made from.
//!
//! The shapes: <https://timeline.knightlab.com/docs/json-format.html> and, for columns of the sheet, its template.

mod json;
mod sheet;
mod slide;

pub(super) use json::read;
pub(in crate::load) use sheet::{is_sheet, read_sheet};
