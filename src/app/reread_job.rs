//! Reads a file of the timeline again, quietly: without a progress bar or a preview, and without replacing what is shown unless
//! the whole of it could be read.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diagnostics::Report;
use crate::load::{BulkWatch, Watch};
use crate::records::ReadOptions;
use crate::session::{Command, FilesCommand, OpenDocument, Reread, TableToOpen, World};

use super::clock::local_time;
use super::disk_watch::stamp;
use super::load_job::load_path;
use super::merge_layers::merged;
use super::reader_process::ReaderProgram;

/// What came of reading the file of `whole` with this number again, together with the other files as they are; `None` when
/// it was cancelled.
pub(super) fn reread(
    whole: &World,
    (number, path): (usize, &Path),
    (options, reader): (&ReadOptions, &ReaderProgram),
    document: Option<&OpenDocument>,
    cancel: &Arc<AtomicBool>,
) -> Option<Reread> {
    let world = whole.file_numbered(number)?;
    let before = stamp(path);
    let read = load_path(path, options, reader, &Quiet(Arc::clone(cancel)))?;
    let as_of = || world.stamp.map(|(at, _)| local_time(at));
    let opened = |now: Arc<World>| match (now.stamp, &world.sha256, &now.sha256) {
        // Saved again as it was, or only touched.
        (Some(stamp), Some(known), Some(found)) if **known == **found => Reread::Same(stamp),
        _ if now.bulk.is_some() && !whole.layers.is_empty() => Reread::PlainLanes(as_of()),
        _ => {
            let mut layers = whole.layers.clone();
            for file in layers.iter_mut().filter(|file| file.number == number) {
                file.world = Arc::clone(&now);
            }
            let now = if layers.is_empty() { now } else { merged(layers) };
            let document = document.map(|open| open.for_dataset(&now));
            Reread::Read(now, document.map(Box::new))
        }
    };
    let failed = |report: Report| {
        // What another program is writing is read when it has done so.
        if stamp(path) == before { Reread::Failed(report, as_of()) } else { Reread::StillChanging }
    };
    Some(match read {
        Command::Files(FilesCommand::Loaded(now)) => opened(now),
        Command::Files(FilesCommand::TableRead(read)) => {
            let TableToOpen { world: now, table, report, .. } = *read;
            match now {
                Some(now) if report.errors == 0 && table.is_certain => opened(now),
                _ if report.errors > 0 => failed(report),
                _ => Reread::OtherColumns(as_of()),
            }
        }
        Command::Files(FilesCommand::LoadFailed(report, _)) => failed(report),
        _ => return None,
    })
}

/// Stops the reading when it is cancelled, and reports nothing.
struct Quiet(Arc<AtomicBool>);

impl Watch for Quiet {
    fn reached(&self, _share: f32) {}

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl BulkWatch for Quiet {}
