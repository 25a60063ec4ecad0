//! Edits of the open file, made in its text and read again, and saving what came of them.

use std::path::Path;
use std::sync::Arc;

use crate::compare::legal_status_changes;
use crate::diagnostics::{EditProblem, Failure, OpenError, Severity, WriteProblem};
use crate::document::fingerprint;
use crate::edit::{
    FileText, Origin, RecordList, Removal, apply, apply_patch, merge, patch_of_files, read_patch, removal,
    write_patch,
};
use crate::load::{Loaded, bundled, load};
use crate::session::{
    EditRefusal, EditWork, Edited, EditsSaved, FileStamp, ImportOutcome, OpenDocument, PatchedRecords,
    SaveRefused, Sha256, TextChange, World,
};

use super::atomic_file::write_file;
use super::disk_watch::stamp;
use super::files::{FileBytes, bytes_at, shown, world_of};
use super::pasted_rows::edits_of_rows;
use super::save::copies_left_behind;

/// The bytes of a dataset as it is on screen, with its edits.
fn bytes_on_screen(world: &World) -> Result<Arc<[u8]>, EditRefusal> {
    if let Some(bytes) = &world.bytes {
        return Ok(Arc::clone(bytes));
    }
    let Some(path) = world.path.as_deref() else { return Ok(bundled().into()) };
    let bytes = bytes_at(path, &()).map_err(|err| {
        EditRefusal::Unreadable(match err {
            OpenError::NotFound => WriteProblem::BaseGone(shown(path)),
            err => WriteProblem::BaseUnreadable(shown(path), err),
        })
    })?;
    let is_same = world.sha256.as_ref().is_none_or(|sha256| **sha256 == fingerprint(&bytes));
    if is_same { Ok(bytes.into()) } else { Err(EditRefusal::OtherText) }
}

/// Does something with the text of a dataset, and reads what comes of it.
///
/// # Errors
/// Why the edit is not made: then nothing changes.
pub(super) fn edit(
    world: &World,
    work: &EditWork,
    words: String,
    document: Option<&OpenDocument>,
) -> Result<Edited, EditRefusal> {
    let before = bytes_on_screen(world)?;
    let file = FileText::of(&before).map_err(EditRefusal::Edit)?;
    let merged = if *work == EditWork::Merge { Some(merged(world, &file)?) } else { None };
    let mut outcome = None;
    let (text, change, inverse) = match (&merged, work) {
        (_, EditWork::Rows(rows)) => {
            let (edits, rows) = edits_of_rows(rows, &world.name, &world.dataset)?;
            outcome = Some(ImportOutcome::Rows(rows));
            let applied = apply(&file.text, &edits).map_err(EditRefusal::Edit)?;
            (applied.text, (&applied.splices).into(), (&applied.inverse).into())
        }
        (_, EditWork::Patch(bytes)) => {
            let (text, records) = patched(&file.text, bytes)?;
            outcome = Some(ImportOutcome::Patch(records));
            let (there, back) =
                (TextChange::between(&file.text, &text), TextChange::between(&text, &file.text));
            (text, there, back)
        }
        (Some(merged), _) => {
            let text = merged.text.clone();
            let (there, back) =
                (TextChange::between(&file.text, &text), TextChange::between(&text, &file.text));
            (text, there, back)
        }
        (None, _) => work.make(&file.text)?,
    };
    let bytes: Arc<[u8]> = file.encode(&text).into();
    let Loaded { dataset, report, .. } = load(&world.name, bytes.to_vec(), &());
    if report.errors > world.report.errors {
        let known = |found: &crate::diagnostics::Diagnostic| {
            world.report.problems.iter().any(|known| known.problem == found.problem)
        };
        let errors = report.problems.iter().filter(|found| found.severity == Severity::Error);
        let error = errors.clone().find(|found| !known(found)).or_else(|| errors.clone().next());
        return Err(
            error.map_or(EditRefusal::OtherText, |found| EditRefusal::Faulty(Box::new(found.clone())))
        );
    }
    let dataset = dataset.ok_or(EditRefusal::OtherText)?;
    let law = legal_status_changes(&world.dataset, &dataset);
    let mut edited = World::new(dataset, report, world.name.clone(), world.path.clone());
    edited.stamp = world.stamp;
    edited.sha256 = world.sha256.as_ref().map(|sha256| {
        // It tells the file on disk, from which the text has moved on.
        let sha256 = (**sha256).clone();
        Sha256::new(Box::new(move || sha256))
    });
    let mut base = world.base.clone().unwrap_or(before);
    let mut since_base = None;
    if let Some(merged) = &merged {
        edited.stamp = merged.stamp;
        let sha256 = fingerprint(&merged.theirs);
        edited.sha256 = Some(Sha256::new(Box::new(move || sha256)));
        let theirs = FileText::of(&merged.theirs).map_err(EditRefusal::Edit)?;
        since_base = Some(TextChange::between(&theirs.text, &text));
        base = Arc::clone(&merged.theirs);
    }
    if base == bytes {
        edited.bytes = world.path.is_some().then_some(bytes);
    } else {
        (edited.bytes, edited.base) = (Some(bytes), Some(base));
    }
    edited.prepare();
    let document = document.map(|open| open.for_dataset(&edited));
    let merged = merged.map(|merged| merged.counts);
    Ok(Edited { world: Arc::new(edited), document, change, inverse, since_base, merged, outcome, law, words })
}

/// The text with the changes of a patch that fit.
fn patched(text: &str, bytes: &[u8]) -> Result<(String, PatchedRecords), EditRefusal> {
    let patch = read_patch(bytes).map_err(EditRefusal::Edit)?;
    let applied = apply_patch(text, &patch).map_err(EditRefusal::Edit)?;
    let mut authors: Vec<String> = patch.changes.iter().map(|change| change.origin.author.clone()).collect();
    authors.retain(|author| !author.is_empty());
    authors.dedup();
    let conflicts = applied.conflicts.into_iter().map(|conflict| (conflict.list, conflict.id)).collect();
    let records = PatchedRecords { made: applied.made, already: applied.already, authors, conflicts };
    if records.made == 0 {
        return Err(EditRefusal::NothingNew(Box::new(ImportOutcome::Patch(records))));
    }
    Ok((applied.text, records))
}

/// The edits put together with what somebody else has changed in the file.
struct WithDisk {
    text: String,
    theirs: Arc<[u8]>,
    stamp: Option<FileStamp>,
    /// How many of their changes were taken over, and how many were not.
    counts: (usize, usize),
}

fn merged(world: &World, ours: &FileText) -> Result<WithDisk, EditRefusal> {
    let path = world.path.as_deref().ok_or(EditRefusal::OtherText)?;
    let stamp = stamp(path);
    let theirs: Arc<[u8]> = bytes_at(path, &())
        .map_err(|err| EditRefusal::Unreadable(WriteProblem::BaseUnreadable(shown(path), err)))?
        .into();
    let text_of = |bytes: &[u8]| FileText::of(bytes).map_err(EditRefusal::Edit);
    let base = world.base.as_deref().map_or_else(|| Ok(ours.clone()), text_of)?;
    let both = merge(&base.text, &ours.text, &text_of(&theirs)?.text).map_err(EditRefusal::Edit)?;
    Ok(WithDisk { counts: (both.made, both.conflicts.len()), text: both.text, theirs, stamp })
}

/// Writes the edits of a dataset as a patch.
///
/// # Errors
/// Why it was not written.
pub(super) fn patch(world: &World, path: &Path, origin: &Origin) -> Result<(), WriteProblem> {
    let fault = || WriteProblem::Failed(Failure::Fault);
    let (Some(base), Some(bytes)) = (&world.base, &world.bytes) else { return Err(fault()) };
    let patch = patch_of_files(base, bytes, origin).map_err(|_not_an_edit| fault())?;
    write_file(path, write_patch(&patch).as_bytes())
}

/// What goes with a record that is deleted, in the text on screen.
///
/// # Errors
/// The file cannot be read or edited.
pub(super) fn what_goes(world: &World, list: RecordList, id: &str) -> Result<Removal, EditProblem> {
    let bytes = bytes_on_screen(world).map_err(|why| match why {
        EditRefusal::Edit(problem) => problem,
        _ => EditProblem::NotText,
    })?;
    removal(&FileText::of(&bytes)?.text, list, id)
}

/// Writes a dataset with its edits to a file.
///
/// # Errors
/// Why it was not written: the file on disk is as it was.
pub(super) fn save(
    world: &World,
    path: &Path,
    writes_over: bool,
    document: Option<&OpenDocument>,
) -> Result<EditsSaved, SaveRefused> {
    let bytes = bytes_on_screen(world).map_err(|why| match why {
        EditRefusal::Unreadable(problem) => SaveRefused::Write(problem),
        _ => SaveRefused::ChangedOnDisk(path.to_path_buf()),
    })?;
    let is_own = world.path.as_deref() == Some(path);
    if is_own && !writes_over && stamp(path) != world.stamp && path.exists() {
        let known = world.sha256.as_ref().map(|sha256| (**sha256).clone());
        let found = bytes_at(path, &()).ok().map(|bytes| fingerprint(&bytes));
        if found != known {
            return Err(SaveRefused::ChangedOnDisk(path.to_path_buf()));
        }
    }
    let Loaded { dataset, report, .. } = load(&shown(path), bytes.to_vec(), &());
    let dataset = dataset.ok_or_else(|| SaveRefused::ChangedOnDisk(path.to_path_buf()))?;
    write_file(path, &bytes).map_err(SaveRefused::Write)?;
    let stamp = stamp(path);
    let mut saved = world_of(dataset, report, path, FileBytes::of(&bytes));
    saved.stamp = stamp;
    let document = document.map(|open| open.for_dataset(&saved));
    Ok(EditsSaved { copies_left: copies_left_behind(world, path), world: Arc::new(saved), document })
}
