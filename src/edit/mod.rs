//! Edits of a data file on its text: what changes is written, the rest stays byte for byte, and the inverse gives the text
//! back. Patches and merging are lists of edits with what they start from.
//!
//! Architecture Invariant: this room changes text that it is given; it never opens a file and never panics on input.

#![warn(clippy::indexing_slicing, clippy::string_slice, clippy::panic, clippy::expect_used)]

mod apply_edits;
mod container;
mod difference;
mod document;
mod fields;
mod file_text;
mod links;
mod list_edits;
mod lookup;
mod merge;
mod patch;
mod patch_file;
mod raw;
mod reconcile;
mod removal;
mod splice;

pub use crate::diagnostics::EditProblem;
pub use crate::records::{
    Change, Conflict, Edit, Json, Link, Origin, Patch, PatchChange, PatchedDataset, Position, RecordList,
};

pub use apply_edits::{Applied, apply};
pub use difference::edits_between;
pub use file_text::FileText;
pub use lookup::{ids, links_to, record, rename, unsourced, value};
pub use merge::{Merged, merge};
pub use patch::{PatchApplied, apply_patch, make_patch, patch_of_files};
pub use patch_file::{read_patch, write_patch};
pub use removal::{Removal, removal};
pub use splice::{Splice, Splices};
