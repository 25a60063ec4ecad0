//! Why there is nothing in a packed file or a workbook, as data that one process can tell another.

use serde::{Deserialize, Serialize};

use crate::diagnostics::{FileKind, FileProblem, Problem, Rule, Sink, TableProblem};

/// Why there is nothing in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Refusal {
    /// A file compressed with gzip that is damaged, unpacks to too much, or is packed twice.
    Gzip,
    /// An archive with no file to open, or whose files are too large.
    Archive,
    /// An archive whose list of files is damaged or cut off.
    DamagedArchive,
    /// A workbook that is damaged or cut off.
    Workbook,
    /// A Parquet file that is damaged, encrypted, too large, or compressed with something that is not read here.
    Parquet,
    /// A workbook that is locked with a password.
    Password,
    /// A workbook that unpacks to more than so many bytes.
    WorkbookTooLarge(u64),
    /// A workbook whose first sheet, of this name, is empty, and the others too.
    EmptySheet(String),
}

impl Refusal {
    /// Reports it.
    pub(super) fn report(self, sink: &mut Sink) {
        let problem: Problem = match self {
            Self::Gzip => FileProblem::OtherKind(FileKind::Compressed("gzip")).into(),
            Self::Archive => FileProblem::OtherKind(FileKind::Archive("ZIP")).into(),
            Self::DamagedArchive => FileProblem::DamagedArchive.into(),
            Self::Workbook => TableProblem::Workbook.into(),
            Self::Parquet => TableProblem::Parquet.into(),
            Self::Password => TableProblem::Password.into(),
            Self::WorkbookTooLarge(limit) => TableProblem::WorkbookTooLarge(limit).into(),
            Self::EmptySheet(name) => TableProblem::EmptySheet(name).into(),
        };
        sink.push(Rule::OtherFormat.breach(None, problem));
    }
}
