//! `treaty-timeline diff`: the differences between two datasets, for people and for programs.

use std::path::Path;

use serde::Serialize;

use crate::app::files::{Opened, open_file};
use crate::app::reader_process::ReaderProgram;
use crate::compare::compare;
use crate::diagnostics::{CompareError, Failure, OpenError};
use crate::domain::Dataset;
use crate::language::{CommandLineError, Language};

use super::Format;

/// The comparison as one JSON document.
#[derive(Serialize)]
struct DiffJson<'a> {
    before: String,
    after: String,
    summary: String,
    changes: Vec<crate::compare::ChangeRecord<'a>>,
    moved: Vec<MovedJson<'a>>,
}

#[derive(Serialize)]
struct MovedJson<'a> {
    event: &'a str,
    from: &'a str,
    to: &'a str,
}

/// The text to print, and whether there are differences.
///
/// # Errors
/// Why one of the files cannot be compared.
pub(in crate::app) fn diff(
    before: &Path,
    after: &Path,
    format: Format,
    language: Language,
) -> Result<(String, bool), CommandLineError> {
    let named = |path: &Path| {
        dataset(open_file(path, &ReaderProgram::own(), &()))
            .map_err(|err| CommandLineError::Compare(path.display().to_string(), err))
    };
    let (old, new) = (named(before)?, named(after)?);
    let comparison = compare(&old, &new);
    let text = match format {
        Format::Text => language.changelog(&comparison),
        Format::Json => {
            let moved = comparison.moved.iter().map(|moved| {
                let event = new.event(moved.event);
                MovedJson { event: &event.key, from: moved.from.text(), to: event.date().text() }
            });
            let document = DiffJson {
                before: before.display().to_string(),
                after: after.display().to_string(),
                // What is printed for programs is the same in every language.
                summary: Language::English.comparison_summary(&comparison),
                changes: comparison.changes.iter().map(crate::compare::Change::record).collect(),
                moved: moved.collect(),
            };
            let json = serde_json::to_string_pretty(&document)
                .map_err(|err| CommandLineError::Failed(Failure::System(err.to_string())))?;
            format!("{json}\n")
        }
    };
    Ok((text, !comparison.is_empty()))
}

/// The dataset of a file that was read, if it has no errors.
///
/// # Errors
/// Why it cannot be compared.
pub(in crate::app) fn dataset(opened: Result<Opened, OpenError>) -> Result<Dataset, CompareError> {
    match opened? {
        Opened::Treaties(loaded, _) => match loaded.dataset {
            Some(dataset) if loaded.report.errors == 0 => Ok(dataset),
            _ => Err(CompareError::HasErrors(Box::new(loaded.report))),
        },
        Opened::Bulk(_) => Err(CompareError::Bulk),
    }
}
