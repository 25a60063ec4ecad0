//! `treaty-timeline diff`: what differs between two datasets, for people and for programs.

use std::path::Path;

use serde::Serialize;

use crate::compare::compare;
use crate::domain::Dataset;

use super::cli::Format;
use super::files::{Opened, open_file};

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

/// What to print, and whether anything differs.
///
/// # Errors
/// What keeps one of the files from being compared, in words.
pub(super) fn diff(before: &Path, after: &Path, format: Format) -> Result<(String, bool), String> {
    let (old, new) = (named(before)?, named(after)?);
    let comparison = compare(&old, &new);
    let text = match format {
        Format::Text => comparison.to_string(),
        Format::Json => {
            let moved = comparison.moved.iter().map(|moved| {
                let event = new.event(moved.event);
                MovedJson { event: &event.key, from: moved.from.text(), to: event.date().text() }
            });
            let document = DiffJson {
                before: before.display().to_string(),
                after: after.display().to_string(),
                summary: comparison.summary(),
                changes: comparison.changes.iter().map(crate::compare::Change::record).collect(),
                moved: moved.collect(),
            };
            let json = serde_json::to_string_pretty(&document).map_err(|err| err.to_string())?;
            format!("{json}\n")
        }
    };
    Ok((text, !comparison.is_empty()))
}

/// The same, for who does not know which of two files is spoken of.
fn named(path: &Path) -> Result<Dataset, String> {
    dataset(open_file(path, &())).map_err(|why| format!("{}: {why}", path.display()))
}

/// The dataset of a file that was read, without errors: half a dataset would differ in what it lacks.
///
/// # Errors
/// The report of a file with errors.
pub(super) fn dataset(opened: Option<Opened>) -> Result<Dataset, String> {
    match opened {
        Some(Opened::Treaties(loaded, _)) => match loaded.dataset {
            Some(dataset) if loaded.report.errors == 0 => Ok(dataset),
            // Whoever has room for one line only names the file.
            _ => {
                Err(format!("it has errors, so it is not compared; opened, it shows them\n{}", loaded.report))
            }
        },
        Some(Opened::Plain(_)) => {
            Err("it is a file of plain lanes; only datasets of treaties are compared".to_owned())
        }
        None => Err("it was not read".to_owned()),
    }
}
