//! Unsaved work on disk while the program runs, so that a crash, a kill or a power cut loses none of it.
//!
//! Each run has its own file in a shared folder, and holds a lock beside it as long as it lives: a file whose lock is free
//! was left by a run that ended without saving or discarding.

use std::fs::{File, TryLockError};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::diagnostics::{Failure, WriteProblem};
use crate::session::Unsaved;

use super::atomic_file::write_file;

/// The prefix of a journal's files: `unsaved-<process>.json`, with `.lock` beside it.
const PREFIX: &str = "unsaved-";
/// Maximum size of a journal that is read, in bytes.
const MAX_LEN: u64 = 64 << 20;
/// How long after a failed write the next attempt is made.
const RETRY_AFTER: Duration = Duration::from_secs(10);

/// The journal of this run.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    lock_path: PathBuf,
    /// Held until the program ends, however it ends.
    _lock: File,
    /// The last state handed to the writer.
    last: Unsaved,
    writer: Option<(Sender<Unsaved>, JoinHandle<()>)>,
    /// Reports of failed writes.
    problems: (Sender<WriteProblem>, Receiver<WriteProblem>),
    is_reported: bool,
    /// The window, which sleeps until it is woken.
    window: egui::Context,
}

impl Journal {
    /// Starts a journal in a folder, which is created if need be; `window` is woken when writing fails.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub(super) fn open(folder: &Path, window: &egui::Context) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let stem = (0..).map(|n: u32| match n {
            0 => format!("{PREFIX}{}", std::process::id()),
            n => format!("{PREFIX}{}-{n}", std::process::id()),
        });
        for stem in stem.take(100) {
            // Process ids are reused: what an earlier run left under this one must not be overwritten.
            let path = folder.join(format!("{stem}.json"));
            if path.exists() {
                continue;
            }
            let lock_path = folder.join(format!("{stem}.lock"));
            let lock = File::options().create(true).append(true).open(&lock_path)?;
            match lock.try_lock() {
                Ok(()) => {
                    return Ok(Self {
                        path,
                        lock_path,
                        _lock: lock,
                        last: Unsaved::default(),
                        writer: None,
                        problems: channel(),
                        is_reported: false,
                        window: window.clone(),
                    });
                }
                // Tests run several windows in one process.
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(err)) => return Err(err),
            }
        }
        // Every name is taken.
        Err(std::io::ErrorKind::ResourceBusy.into())
    }

    /// The unsaved work of runs that have ended, and the files to remove once it is taken over.
    ///
    /// To be called before [`Journal::open`], so that this run's own file is not among them.
    pub(super) fn orphaned_entries(folder: &Path) -> (Unsaved, Vec<PathBuf>) {
        let mut all = Unsaved::default();
        let mut files = Vec::new();
        let Ok(entries) = std::fs::read_dir(folder) else { return (all, files) };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let is_lock = path.extension().is_some_and(|extension| extension == "lock");
            if !name.starts_with(PREFIX) || !is_lock || is_alive(&path) {
                continue;
            }
            let journal = path.with_extension("json");
            match read(&journal) {
                Some(unsaved) => {
                    all.documents.extend(unsaved.documents);
                    all.edits.extend(unsaved.edits);
                    files.extend([journal, path]);
                }
                // A journal that cannot be read, perhaps of a newer version, stays; it is only not offered again.
                None => files.push(path),
            }
        }
        (all, files)
    }

    /// Writes what earlier runs left to this journal, and only then removes their files.
    pub(super) fn take_over(&mut self, unsaved: Unsaved, files: &[PathBuf]) {
        if !unsaved.is_empty()
            && let Err(err) = write(&self.path, &unsaved)
        {
            log::warn!("unsaved work could not be taken over: {err:?}");
            self.report(err);
            return;
        }
        self.last = unsaved;
        // An earlier run with the same process id may have left only the lock that this one holds now.
        for file in files.iter().filter(|&file| *file != self.lock_path) {
            // A lock may have no journal.
            let _removed = std::fs::remove_file(file);
        }
    }

    /// Writes unsaved work on another thread, if it has changed.
    pub(super) fn keep(&mut self, unsaved: Unsaved) {
        if unsaved == self.last {
            return;
        }
        let path = self.path.clone();
        if self.writer.is_none() {
            let (sender, receiver) = channel();
            let thread = std::thread::Builder::new().name("journal".into());
            let (problems, window) = (self.problems.0.clone(), self.window.clone());
            let failed = move |problem| {
                // The window may be gone.
                let _sent = problems.send(problem);
                window.request_repaint();
            };
            match thread.spawn(move || write_all(&path, &receiver, RETRY_AFTER, &failed)) {
                Ok(thread) => self.writer = Some((sender, thread)),
                Err(err) => {
                    log::warn!("unsaved work is not kept: {err}");
                    self.report(WriteProblem::Failed(Failure::System(err.to_string())));
                }
            }
        }
        if let Some((sender, _)) = &self.writer {
            // The thread lives as long as its sender.
            let _sent = sender.send(unsaved.clone());
        }
        self.last = unsaved;
    }

    /// Why unsaved work could not be written, once in a run.
    pub(super) fn take_problem(&mut self) -> Option<WriteProblem> {
        let problem = self.problems.1.try_iter().last()?;
        (!std::mem::replace(&mut self.is_reported, true)).then_some(problem)
    }

    fn report(&self, problem: WriteProblem) {
        // The other end is held by `self`.
        let _sent = self.problems.0.send(problem);
    }
}

impl Drop for Journal {
    /// Waits until the last state is written. A run that ends with nothing unsaved leaves nothing behind.
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.writer.take() {
            drop(sender);
            let _ended = thread.join();
        }
        if self.last.is_empty() {
            for path in [&self.path, &self.lock_path] {
                let _removed = std::fs::remove_file(path);
            }
        }
    }
}

/// Whether the run that holds a lock is still alive.
fn is_alive(lock: &Path) -> bool {
    is_file(lock)
        && File::open(lock).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// Checked before it is opened: opening a pipe waits for its writer.
fn is_file(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
}

fn read(path: &Path) -> Option<Unsaved> {
    let mut text = String::new();
    if !is_file(path) {
        return None;
    }
    File::open(path).ok()?.take(MAX_LEN).read_to_string(&mut text).ok()?;
    match serde_json::from_str(&text) {
        Ok(unsaved) => Some(unsaved),
        Err(err) => {
            log::warn!("{} could not be read: {err}", path.display());
            None
        }
    }
}

/// Writes each state that arrives, skipping to the newest if there are several, and reports failures. What could not be
/// written is tried again after a while, and at the end.
fn write_all(
    path: &Path,
    receiver: &Receiver<Unsaved>,
    retry_after: Duration,
    failed: &dyn Fn(WriteProblem),
) {
    let mut unwritten = None;
    let mut is_ending = false;
    while !is_ending {
        let next = match &unwritten {
            None => receiver.recv().map_err(|_ended| RecvTimeoutError::Disconnected),
            Some(_) => receiver.recv_timeout(retry_after),
        };
        is_ending = next.as_ref().is_err_and(|&why| why == RecvTimeoutError::Disconnected);
        let newest = match next {
            Ok(first) => Some(receiver.try_iter().last().unwrap_or(first)),
            Err(_) => unwritten.take(),
        };
        let Some(unsaved) = newest else { continue };
        if let Err(err) = write(path, &unsaved) {
            log::warn!("unsaved work could not be kept in {}: {err:?}", path.display());
            failed(err);
            unwritten = Some(unsaved);
        }
    }
}

/// Replaces the journal atomically: a run that ends in between leaves the old one.
fn write(path: &Path, unsaved: &Unsaved) -> Result<(), WriteProblem> {
    let text =
        serde_json::to_vec(unsaved).map_err(|err| WriteProblem::Failed(Failure::System(err.to_string())))?;
    write_file(path, &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{UnsavedDocument, UnsavedQuotation};

    fn one(quote: &str) -> Unsaved {
        let quotation = UnsavedQuotation { quote: quote.to_owned(), ..UnsavedQuotation::default() };
        let document = UnsavedDocument { quotations: vec![quotation], ..UnsavedDocument::default() };
        Unsaved { documents: vec![document], ..Unsaved::default() }
    }

    #[test]
    fn what_a_killed_run_left_is_found_and_what_a_living_one_has_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut living =
            Journal::open(folder.path(), &egui::Context::default()).expect("it can be written to");
        living.keep(one("alive"));
        // A run that was killed leaves a journal and a lock that nobody holds.
        write(&folder.path().join("unsaved-1.json"), &one("killed")).expect("it can be written");
        std::fs::write(folder.path().join("unsaved-1.lock"), "").expect("it can be written");
        // One that was cut while it was written, or is of another program, is passed over.
        std::fs::write(folder.path().join("unsaved-2.json"), "{\"documents\": [").expect("it can be written");
        std::fs::write(folder.path().join("unsaved-2.lock"), "").expect("it can be written");
        let (left, files) = Journal::orphaned_entries(folder.path());
        assert_eq!(left, one("killed"));
        // What was not understood stays; only its lock goes.
        assert_eq!(files.len(), 3, "{files:?}");
        assert!(!files.contains(&folder.path().join("unsaved-2.json")));
    }

    /// As in a container, where the first process has the same number each time.
    #[test]
    fn what_a_run_with_the_same_process_number_left_is_taken_over_and_stays_on_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = format!("{PREFIX}{}", std::process::id());
        write(&folder.path().join(format!("{own}.json")), &one("left")).expect("it can be written");
        std::fs::write(folder.path().join(format!("{own}.lock")), "").expect("it can be written");
        let (left, files) = Journal::orphaned_entries(folder.path());
        let mut journal =
            Journal::open(folder.path(), &egui::Context::default()).expect("it can be written to");
        journal.take_over(left, &files);
        assert_eq!(read(&journal.path), Some(one("left")));
        assert!(is_alive(&journal.lock_path) && !folder.path().join(format!("{own}.json")).exists());
        drop(journal);
        // One that ended with nothing unsaved, and was killed, leaves a lock alone.
        let other = tempfile::tempdir().expect("a folder");
        std::fs::write(other.path().join(format!("{own}.lock")), "").expect("it can be written");
        let (left, files) = Journal::orphaned_entries(other.path());
        let mut journal =
            Journal::open(other.path(), &egui::Context::default()).expect("it can be written to");
        journal.take_over(left, &files);
        assert!(is_alive(&journal.lock_path), "others see that this run lives");
    }

    #[test]
    fn a_journal_that_cannot_be_written_says_so_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("state");
        let mut journal = Journal::open(&place, &egui::Context::default()).expect("it can be written to");
        // A folder in its way stops even a user who may do anything.
        std::fs::create_dir(&journal.path).expect("it can be made");
        journal.take_over(one("left"), &[]);
        assert!(journal.take_problem().is_some());
        journal.take_over(one("left"), &[]);
        assert!(journal.take_problem().is_none());
    }

    #[test]
    fn what_could_not_be_written_is_tried_again_without_another_change_and_at_the_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("unsaved-1.json");
        // A folder in its way stops even a user who may do anything.
        std::fs::create_dir(&path).expect("it can be made");
        let (sender, receiver) = channel();
        let (failures, seen) = channel();
        let writer = {
            let path = path.clone();
            let failed = move |problem| failures.send(problem).expect("somebody listens");
            let write = move || write_all(&path, &receiver, Duration::from_millis(1), &failed);
            std::thread::Builder::new().name("journal".into()).spawn(write).expect("a thread")
        };
        sender.send(one("kept")).expect("it is taken");
        for _ in 0..2 {
            seen.recv().expect("it failed, and failed again");
        }
        std::fs::remove_dir(&path).expect("it is empty");
        drop(sender);
        writer.join().expect("it ends");
        assert_eq!(read(&path), Some(one("kept")));
    }

    #[test]
    fn what_was_confirmed_last_is_on_disk_and_nothing_is_left_of_a_run_that_saved_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal =
            Journal::open(folder.path(), &egui::Context::default()).expect("it can be written to");
        for quote in ["one", "two", "three"] {
            journal.keep(one(quote));
        }
        let path = journal.path.clone();
        drop(journal);
        assert_eq!(read(&path), Some(one("three")));
        let (left, files) = Journal::orphaned_entries(folder.path());
        assert_eq!(left.count(), 1);
        for file in files {
            std::fs::remove_file(file).expect("it was there");
        }
        let mut journal =
            Journal::open(folder.path(), &egui::Context::default()).expect("it can be written to");
        journal.keep(one("four"));
        journal.keep(Unsaved::default());
        drop(journal);
        assert_eq!(std::fs::read_dir(folder.path()).expect("it is there").count(), 0);
    }
}
