//! Loading a dataset for the window: progress, an early preview, and the world that comes of it.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::diagnostics::{EditProblem, OpenError, Report};
use crate::domain::BulkEvents;
use crate::edit::read_patch;
use crate::load::{BulkLoaded, BulkWatch, Loaded, Watch};
use crate::records::{OpenTable, PATCH_FORMAT, ReadOptions};
use crate::session::{Command, FilesCommand, TableOrigin, World};

use super::answer::Message;
use super::bundled_world;
use super::clock::now;
use super::disk_watch::stamp;
use super::files::{Opened, absolute, bytes_at, file_name, open_bytes, open_in_window, unreadable, world_of};
use super::reader_process::ReaderProgram;

/// What is loaded.
#[derive(Clone, Debug)]
pub(super) enum LoadFrom {
    /// The dataset that comes with the program.
    Bundled,
    /// A file.
    File(PathBuf),
    /// Bytes under a name.
    Bytes(String, Arc<[u8]>),
}

impl LoadFrom {
    /// The path of the file, or the name in place of one.
    pub(super) fn path(&self) -> PathBuf {
        match self {
            Self::Bundled => PathBuf::new(),
            Self::File(path) => path.clone(),
            Self::Bytes(name, _) => name.into(),
        }
    }
}

/// Reads a file, or what is in no file; `None` when it was cancelled.
pub(super) fn load_world(
    from: &LoadFrom,
    options: &ReadOptions,
    reader: &ReaderProgram,
    watch: &LoadWatch,
) -> Option<Command> {
    match from {
        LoadFrom::Bundled => Some(Command::Files(FilesCommand::Loaded(Arc::new(bundled_world())))),
        LoadFrom::File(path) => load_path(path, options, reader, watch),
        LoadFrom::Bytes(name, bytes) => load_memory(name, bytes, options, reader, watch),
    }
}

/// Reads a file; `None` when it was cancelled.
pub(super) fn load_path(
    path: &Path,
    options: &ReadOptions,
    reader: &ReaderProgram,
    watch: &dyn BulkWatch,
) -> Option<Command> {
    if let Some(bytes) = patch_at(path) {
        return Some(Command::Files(FilesCommand::PatchRead(file_name(path), bytes)));
    }
    // Taken before reading, so that a write in the meantime counts as a change.
    let stamp = stamp(path);
    let opened = match open_in_window(path, options, reader, watch) {
        Ok(opened) => opened,
        Err(OpenError::Cancelled) => return None,
        Err(err) => return Some(load_failed(path, err)),
    };
    let (report, mut world, table) = match opened {
        Opened::Treaties(loaded, bytes) => {
            let Loaded { dataset, report, table } = *loaded;
            let world = dataset.map(|dataset| world_of(dataset, report.clone(), path, bytes));
            (report, world, table)
        }
        Opened::Bulk(loaded) => {
            let (name, path) = (file_name(path), absolute(path));
            let BulkLoaded { bulk, report, table } = *loaded;
            let world = bulk.map(|bulk| World::of_bulk(bulk, report.clone(), name, Some(path)));
            (report, world, table)
        }
    };
    watch.reached(1.0);
    if let Some(world) = &mut world {
        world.stamp = stamp;
    }
    Some(loaded(TableOrigin::File(absolute(path)), report, world, table))
}

/// The bytes of a file that is a patch. Only a file that names the format near its beginning is read for that.
fn patch_at(path: &Path) -> Option<Arc<[u8]>> {
    const HEAD: u64 = 4096;
    if !path.is_file() {
        return None;
    }
    let mut head = Vec::new();
    std::fs::File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    memchr::memmem::find(&head, PATCH_FORMAT.as_bytes())?;
    let bytes = bytes_at(path, &()).ok()?;
    // Other files may speak of patches, and one that is no JSON is told so as any other file is.
    let is_other = matches!(
        read_patch(&bytes),
        Err(EditProblem::NotAPatch(_)
            | EditProblem::NoObject
            | EditProblem::NotText
            | EditProblem::PatchSyntax(..))
    );
    (!is_other).then(|| bytes.into())
}

/// Reads bytes as a file of this name. They are kept, since there is nothing else to read them from again.
fn load_memory(
    name: &str,
    bytes: &Arc<[u8]>,
    options: &ReadOptions,
    reader: &ReaderProgram,
    watch: &LoadWatch,
) -> Option<Command> {
    let opened = match open_bytes(name, bytes, options, reader, watch) {
        Ok(opened) => opened,
        Err(OpenError::Cancelled) => return None,
        Err(err) => return Some(load_failed(Path::new(name), err)),
    };
    let (report, mut world, table) = match opened {
        Opened::Treaties(loaded, _) => {
            let Loaded { dataset, report, table } = *loaded;
            let world = dataset.map(|dataset| World::new(dataset, report.clone(), name.to_owned(), None));
            (report, world, table)
        }
        Opened::Bulk(loaded) => {
            let BulkLoaded { bulk, report, table } = *loaded;
            let world = bulk.map(|bulk| World::of_bulk(bulk, report.clone(), name.to_owned(), None));
            (report, world, table)
        }
    };
    watch.reached(1.0);
    if let Some(world) = &mut world {
        world.bytes = Some(Arc::clone(bytes));
        world.prepare();
    }
    Some(loaded(TableOrigin::Memory(name.to_owned(), Arc::clone(bytes)), report, world, table))
}

/// The answer when something was read.
fn loaded(origin: TableOrigin, report: Report, world: Option<World>, table: Option<OpenTable>) -> Command {
    if let Some(table) = table {
        let world = world.map(|mut world| {
            world.table = Some(table.clone());
            Arc::new(world)
        });
        return Command::Files(FilesCommand::table_read(origin, table, world, report));
    }
    match world.map(Arc::new) {
        Some(world) if report.errors == 0 => Command::Files(FilesCommand::Loaded(world)),
        partial => Command::Files(FilesCommand::LoadFailed(
            report,
            partial.filter(|world| !world.dataset.treaties().is_empty()),
        )),
    }
}

/// The answer for a file that could not be read.
pub(super) fn load_failed(path: &Path, error: OpenError) -> Command {
    Command::Files(FilesCommand::LoadFailed(unreadable(path, error), None))
}

/// The time between two reports of progress: each redraws the window, at the cost of loading.
const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// How long loading may take before it shows what there is so far.
const PREVIEW_AFTER: Duration = Duration::from_millis(120);

/// Reports how far loading is, and stops it when it is cancelled.
pub(super) struct LoadWatch {
    job: u64,
    cancel: Arc<AtomicBool>,
    /// When progress was last reported.
    reported: Mutex<Option<Instant>>,
    path: PathBuf,
    started: Instant,
    has_preview: AtomicBool,
    sender: Sender<Message>,
    ctx: egui::Context,
}

impl LoadWatch {
    pub(super) fn new(
        job: u64,
        cancel: Arc<AtomicBool>,
        path: PathBuf,
        sender: Sender<Message>,
        ctx: egui::Context,
    ) -> Self {
        let reported = Mutex::new(None);
        Self { job, cancel, reported, path, started: now(), has_preview: AtomicBool::new(false), sender, ctx }
    }

    /// Sends a command as an answer of this job.
    pub(super) fn send(&self, command: Command) {
        let _sent = self.sender.send(Message { job: self.job, command, cancel: None });
        self.ctx.request_repaint();
    }
}

impl Watch for LoadWatch {
    fn reached(&self, share: f32) {
        let mut last = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_none_or(|last| last.elapsed() >= PROGRESS_EVERY) {
            *last = Some(now());
            self.send(Command::Files(FilesCommand::Progress(share)));
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

impl BulkWatch for LoadWatch {
    /// One preview, early: after that long there should be something to see.
    fn wants_preview(&self) -> bool {
        !self.has_preview.load(Ordering::Relaxed) && self.started.elapsed() > PREVIEW_AFTER
    }

    fn preview(&self, bulk: BulkEvents) {
        self.has_preview.store(true, Ordering::Relaxed);
        let (name, path) = (file_name(&self.path), absolute(&self.path));
        let report = Report { file: name.clone(), ..Report::default() };
        self.send(Command::Files(FilesCommand::Preview(Arc::new(World::of_bulk(
            bulk,
            report,
            name,
            Some(path),
        )))));
    }
}
