//! Watches whether the open file changes on disk: on a thread of its own, since a network drive may be slow, and without
//! drawing a frame while nothing changes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::session::{Command, FileStamp, FilesCommand, OnDisk, World};

use super::answer::Answer;

/// How often the file is checked while the window has the focus. Otherwise it is not checked.
const POLL_EVERY: Duration = Duration::from_secs(2);

/// The watching thread; it ends when this is dropped.
pub(super) struct DiskWatch {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    woken: Condvar,
}

#[derive(Default)]
struct State {
    watched: Option<Watched>,
    has_focus: bool,
    check_now: bool,
    has_ended: bool,
}

/// The open file, and what was last reported about it.
struct Watched {
    path: PathBuf,
    stamp: FileStamp,
    reported: OnDisk,
    answer: Answer,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl DiskWatch {
    /// Starts the thread. If the system has no room for one, nothing is watched.
    pub(super) fn start() -> Self {
        let shared: Arc<Shared> = Arc::default();
        let for_thread = Arc::clone(&shared);
        let watch = move || watch_loop(&for_thread);
        if let Err(err) = std::thread::Builder::new().name("disk".into()).spawn(watch) {
            log::warn!("the file that is open is not watched: {err}");
        }
        Self { shared }
    }

    /// Watches the file of another dataset from now on, if it has one that can be read again.
    pub(super) fn watch(&self, world: &World, answer: Answer) {
        let watched = world.path.clone().zip(world.stamp).map(|(path, stamp)| Watched {
            path,
            stamp,
            reported: OnDisk::Same,
            answer,
        });
        self.shared.lock().watched = watched;
    }

    /// Notes whether the window has the focus. The file is checked when it gets it.
    pub(super) fn set_focus(&self, has_focus: bool) {
        let mut state = self.shared.lock();
        if state.has_focus != has_focus {
            state.has_focus = has_focus;
            state.check_now |= has_focus;
            self.shared.woken.notify_one();
        }
    }

    /// Checks at once.
    pub(super) fn check(&self) {
        self.shared.lock().check_now = true;
        self.shared.woken.notify_one();
    }
}

impl Drop for DiskWatch {
    fn drop(&mut self) {
        self.shared.lock().has_ended = true;
        self.shared.woken.notify_one();
    }
}

fn watch_loop(shared: &Shared) {
    let mut state = shared.lock();
    while !state.has_ended {
        let is_due = state.has_focus || state.check_now;
        state.check_now = false;
        let due = state.watched.as_ref().filter(|_| is_due).map(|file| (file.path.clone(), file.stamp));
        if let Some((path, stamp)) = due {
            // Only this thread waits for the disk.
            drop(state);
            let found = on_disk(&path, stamp);
            state = shared.lock();
            let is_new =
                |file: &&mut Watched| file.path == path && file.stamp == stamp && file.reported != found;
            if let Some(file) = state.watched.as_mut().filter(is_new) {
                file.reported = found;
                file.answer.clone().send(Command::Files(FilesCommand::OnDisk(found)));
            }
        }
        if state.check_now || state.has_ended {
            continue;
        }
        state = if state.has_focus {
            let waited = shared.woken.wait_timeout(state, POLL_EVERY);
            waited.unwrap_or_else(PoisonError::into_inner).0
        } else {
            shared.woken.wait(state).unwrap_or_else(PoisonError::into_inner)
        };
    }
}

/// The modification time and size of a file; `None` for what cannot be read again, such as a pipe.
pub(super) fn stamp(path: &Path) -> Option<FileStamp> {
    let file = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some((file.modified().ok()?, file.len()))
}

fn on_disk(path: &Path, known: FileStamp) -> OnDisk {
    match std::fs::metadata(path) {
        Ok(_) if stamp(path) == Some(known) => OnDisk::Same,
        Ok(_) => OnDisk::Changed,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => OnDisk::Gone,
        // A disk that does not answer does not count as a change.
        Err(_) => OnDisk::Same,
    }
}
