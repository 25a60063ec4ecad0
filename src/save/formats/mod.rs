//! A dataset, or a part of it, in the formats of other programs: bytes, and a list of what the format has no room for.
//!
//! A new format is a variant of [`DataFormat`], a file here with the function that writes it, its line in [`write()`], and
//! what it lacks in `losses.rs`.

mod calendar;
mod csv_acts;
mod csv_tables;
mod event_table;
mod losses;
mod markwhen;
mod native;
mod table;
mod timeline_js;
mod vis;
mod xlsx;

use crate::diagnostics::{Failure, WriteProblem};
use crate::records::{DataFormat, Loss};

use super::chronology;
use super::citations::{self, CitationFormat};
use super::export_selection::ExportSelection;

/// What was written, and what the format had no room for.
#[derive(Debug)]
pub struct Written {
    /// The bytes.
    pub output: Output,
    /// What was left out, each with how often.
    pub losses: Vec<Loss>,
}

/// The bytes of a file, or of the files of a folder.
#[derive(Debug, PartialEq, Eq)]
pub enum Output {
    /// One file.
    File(Vec<u8>),
    /// Files by name.
    Folder(Vec<(String, Vec<u8>)>),
}

impl Output {
    /// The bytes of one file: those of the folder's files in a ZIP archive.
    ///
    /// # Errors
    /// Only where memory or the archive's own limits end.
    pub fn into_file(self) -> Result<Vec<u8>, WriteProblem> {
        match self {
            Self::File(bytes) => Ok(bytes),
            Self::Folder(files) => csv_tables::archive(&files).map_err(|err| failed(&err)),
        }
    }
}

/// Writes a part of a dataset in a format.
///
/// # Errors
/// Where the format has limits of its own, such as the rows of a workbook.
pub fn write(format: DataFormat, material: ExportSelection<'_>) -> Result<Written, WriteProblem> {
    let file = |bytes| Ok(Output::File(bytes));
    let bibliography = |format| citations::bibliography(material, format).into_bytes();
    let output = match format {
        DataFormat::Native => native::write(material).map_err(|err| failed(&err)).map(Output::File),
        DataFormat::CsvTables => csv_tables::write(material).map(Output::Folder),
        DataFormat::Csv => event_table::csv(material).map(Output::File),
        DataFormat::Xlsx => xlsx::write(material).map_err(|err| failed(&err)).map(Output::File),
        DataFormat::TimelineJs => file(timeline_js::write(material)),
        DataFormat::Vis => file(vis::write(material)),
        DataFormat::ICalendar => file(calendar::write(material)),
        DataFormat::Markwhen => file(markwhen::write(material)),
        DataFormat::Markdown => file(chronology::markdown(material).into_bytes()),
        DataFormat::Html => file(chronology::html(material).into_bytes()),
        DataFormat::CslJson => file(bibliography(CitationFormat::CslJson)),
        DataFormat::Bibtex => file(bibliography(CitationFormat::Bibtex)),
        DataFormat::Ris => file(bibliography(CitationFormat::Ris)),
    };
    Ok(Written { output: output?, losses: losses::of(format, material) })
}

fn failed(err: &dyn std::error::Error) -> WriteProblem {
    WriteProblem::Failed(Failure::System(err.to_string()))
}

/// JSON as people read it, with an end of line.
fn pretty(value: &serde_json::Value) -> Vec<u8> {
    // A value has texts for keys, and no number that JSON lacks.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
