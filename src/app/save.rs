//! Saves a dataset with the quotations confirmed in a document.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Failure, Report, Severity, WriteProblem};
use crate::domain::Subset;
use crate::language::Language;
use crate::load::{Loaded, is_foreign};
use crate::records::DataFormat;
use crate::save::{ExportSelection, append, write};
use crate::session::{SaveRequest, Saved, World};

use super::atomic_file::write_file;
use super::disk_watch::stamp;
use super::files::{FileBytes, bytes_of, shown, world_of};
use super::merge_layers::merged;

/// Writes the file of a dataset, or the bundled one, to `path` with the confirmed quotations added.
///
/// The new file is parsed once: that checks it before anything is written, and gives the dataset to go on with.
///
/// # Errors
/// What is wrong with the file that records are added to, or why the new one could not be written.
pub(super) fn save_dataset(world: &World, path: &Path, request: SaveRequest) -> Result<Saved, WriteProblem> {
    if world.layers.is_empty() {
        return save_file(world, path, request);
    }
    // Of several files, the one that has what the quotations are about.
    let layer = request.layer(&world.dataset);
    let file = world.file_of_layer(layer);
    let saved = save_file(file, path, request.for_layer(&world.dataset, layer, &file.dataset))?;
    let mut layers = world.layers.clone();
    if let Some(file) = layers.get_mut(layer) {
        file.world = saved.world;
    }
    let world = merged(layers);
    let document = request.document.for_dataset(&world);
    Ok(Saved { world, document, request, copies_left: saved.copies_left })
}

fn save_file(world: &World, path: &Path, request: SaveRequest) -> Result<Saved, WriteProblem> {
    let document = request.document.path.as_deref().and_then(|document| path_beside(document, path));
    let additions = request.records(&world.dataset, document);
    let appended = append(&shown(path), &native_bytes(world)?, &additions);
    let (bytes, Loaded { dataset, report, .. }) = appended.map_err(|report| first_problem(&report))?;
    let Some(dataset) = dataset.filter(|_| report.errors == 0) else {
        return Err(first_problem(&report));
    };
    // First of all it is on disk: what follows takes longer.
    write_file(path, &bytes)?;
    let stamp = stamp(path);
    let mut saved = world_of(dataset, report, path, FileBytes::of(&bytes));
    saved.stamp = stamp;
    let document = request.document.for_dataset(&saved);
    Ok(Saved { world: Arc::new(saved), document, request, copies_left: copies_left_behind(world, path) })
}

/// The bytes of a dataset in the native format: those of its file, or written anew where it came in another format.
fn native_bytes(world: &World) -> Result<Cow<'_, [u8]>, WriteProblem> {
    let bytes = bytes_of(world)?;
    if world.table.is_none() && !is_foreign(&bytes) {
        return Ok(bytes);
    }
    let (dataset, subset) = (&world.dataset, &Subset::whole(&world.dataset));
    // The native format has no headings: the language makes no difference.
    let whole = ExportSelection { dataset, subset, language: Language::English };
    write(DataFormat::Native, whole)?.output.into_file().map(Cow::Owned)
}

/// One problem: the status bar has no room for more.
fn first_problem(report: &Report) -> WriteProblem {
    let error = report.problems.iter().find(|problem| problem.severity == Severity::Error);
    error.map_or(WriteProblem::Failed(Failure::Fault), |found| WriteProblem::Faulty(Box::new(found.clone())))
}

/// The path of a document relative to the folder of the data file, if it is there or below, as the format writes it.
fn path_beside(document: &Path, data_file: &Path) -> Option<String> {
    let folder = data_file.parent()?.canonicalize().ok()?;
    let document = document.canonicalize().ok()?;
    let parts = document.strip_prefix(folder).ok()?.components();
    let names: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(names?.join("/"))
}

/// How many copies of sources a file saved to another folder no longer finds: their paths are relative to its folder.
pub(super) fn copies_left_behind(world: &World, path: &Path) -> usize {
    let folder = |path: &Path| path.parent()?.canonicalize().ok();
    match &world.path {
        Some(old) if folder(old) != folder(path) => {
            world.dataset.sources().iter().filter(|source| !source.document.is_empty()).count()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn why_a_dataset_is_not_saved_is_said_in_the_readers_language() {
        let report = crate::load::load("broken.json", b"{".to_vec(), &()).report;
        let why = Language::Russian.write_problem(&first_problem(&report));
        assert!(why.chars().any(|c| ('а'..='я').contains(&c)), "{why}");
    }
}
