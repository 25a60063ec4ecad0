//! What is in the text of a data file: records, their values, and what names them.

use crate::diagnostics::EditProblem;
use crate::records::{Edit, Json, Link, RecordList};

/// The ids of a list, in the order of the file.
///
/// # Errors
/// The text cannot be edited.
pub fn ids(text: &str, list: RecordList) -> Result<Vec<String>, EditProblem> {
    let _ = (text, list);
    Err(EditProblem::NoObject)
}

/// The fields of a record, in the order of the file.
///
/// # Errors
/// There is no such record, or the text cannot be edited.
pub fn record(text: &str, list: RecordList, id: &str) -> Result<Vec<(String, Json)>, EditProblem> {
    let _ = (text, list, id);
    Err(EditProblem::NoObject)
}

/// The value of a field; `None` where the record does not have it.
///
/// # Errors
/// There is no such record, or the text cannot be edited.
pub fn value(text: &str, list: RecordList, id: &str, field: &str) -> Result<Option<Json>, EditProblem> {
    Ok(record(text, list, id)?.into_iter().find(|(name, _)| name == field).map(|(_, value)| value))
}

/// What names a record, in the order of the file.
///
/// # Errors
/// The text cannot be edited.
pub fn links_to(text: &str, list: RecordList, id: &str) -> Result<Vec<Link>, EditProblem> {
    let _ = (text, list, id);
    Err(EditProblem::NoObject)
}

/// The edits that give a record another id, and everything that names it with it.
///
/// # Errors
/// There is no such record, the id is taken, or the text cannot be edited.
pub fn rename(text: &str, list: RecordList, id: &str, new: &str) -> Result<Vec<Edit>, EditProblem> {
    let _ = (text, list, id, new);
    Err(EditProblem::NoObject)
}

/// The ids of events that have a date without a source, of statements and series without one.
///
/// # Errors
/// The text cannot be edited.
pub fn unsourced(text: &str) -> Result<Vec<(RecordList, String)>, EditProblem> {
    let _ = text;
    Err(EditProblem::NoObject)
}
