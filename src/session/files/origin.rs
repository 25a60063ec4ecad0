//! Where a dataset or a table is read from, and read again when something about it is changed.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::shown_file_name;

/// Where a table is read from, and read again when something about it is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableOrigin {
    /// A file.
    File(PathBuf),
    /// Bytes under a name: pasted, or from standard input.
    Memory(String, Arc<[u8]>),
}

impl TableOrigin {
    /// The name to show.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => shown_file_name(path),
            Self::Memory(name, _) => name.clone(),
        }
    }
}
