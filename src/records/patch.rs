//! A patch: proposed changes of a dataset, each with who proposes it, why and on what source.

use super::edit::{Change, Edit, Json, Position, RecordList};

/// The format of a patch file, and its version.
pub const PATCH_FORMAT: &str = "treaty-timeline-patch/1";

/// Proposed changes of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// The dataset that they start from.
    pub dataset: PatchedDataset,
    /// The changes, in the order in which they are made.
    pub changes: Vec<PatchChange>,
}

/// The dataset that a patch starts from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatchedDataset {
    /// Its title.
    pub title: String,
    /// Its version, as its maker counts; empty if it says none.
    pub version: String,
    /// SHA-256 of its file, in hexadecimal; empty if it is not known.
    pub hash: String,
}

/// A proposed change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchChange {
    /// Who proposes it, when, why and on what source.
    pub origin: Origin,
    /// The list of the record.
    pub list: RecordList,
    /// The record.
    pub id: String,
    /// The field; `None` where the whole record is added or removed.
    pub field: Option<String>,
    /// What was there; `None` where there was nothing.
    pub before: Option<Json>,
    /// What shall be there; `None` for nothing.
    pub after: Option<Json>,
    /// Where a record that is added shall stand.
    pub position: Position,
}

/// Who makes a change, when, why and on what source. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Who.
    pub author: String,
    /// When, in EDTF.
    pub date: String,
    /// Why.
    pub reason: String,
    /// The source: an id of the dataset, or an address.
    pub source: String,
}

impl PatchChange {
    /// The change as an edit; `None` if it is none, since nothing was there and nothing shall be.
    pub fn edit(&self) -> Option<Edit> {
        let change = match (&self.field, &self.after) {
            (Some(field), value) => Change::Set { field: field.clone(), value: value.clone() },
            (None, Some(record)) => Change::Add { record: record.clone(), position: self.position.clone() },
            (None, None) if self.before.is_some() => Change::Remove,
            (None, None) => return None,
        };
        Some(Edit { list: self.list, id: self.id.clone(), change })
    }
}
