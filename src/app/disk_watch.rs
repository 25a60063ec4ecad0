//! Watches whether the files of the timeline change on disk: on a thread of its own, since a network drive may be slow, and without
//! drawing a frame while nothing changes.
//!
//! It compares time and size of each file by its name, again and again. Programs that save by renaming another file over
//! it, that remove it first, and other computers on a network folder are noticed so, which events of the system are not.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::session::{Command, FileStamp, FilesCommand, OnDisk, Reread, WatchedFile};

use super::answer::Answer;

/// How often the files are checked while the window has the focus, or files are read again by themselves. Otherwise it is
/// not checked.
const POLL_EVERY: Duration = Duration::from_secs(1);
/// What has changed is reported when it looks the same for so long: another program may still be writing.
const SETTLING: Duration = Duration::from_millis(200);
/// How many looks a file of no bytes must last: most are about to be written.
const LOOKS_AT_EMPTY: u32 = 10;

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
    watched: Vec<Watched>,
    has_focus: bool,
    rereads: bool,
    check_now: bool,
    has_ended: bool,
}

/// A file of the timeline, and what was last reported about it.
struct Watched {
    /// Its number on the timeline.
    number: usize,
    path: PathBuf,
    stamp: FileStamp,
    reported: Look,
    /// What was seen last and not reported yet, and how often in a row.
    unsettled: Option<(Look, u32)>,
    answer: Answer,
}

/// What a look at the file has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    on_disk: OnDisk,
    stamp: Option<FileStamp>,
}

impl Watched {
    /// Takes in what a look has shown. Returns it if it is new and has settled.
    fn settled(&mut self, look: Look) -> Option<OnDisk> {
        if look == self.reported {
            self.unsettled = None;
            return None;
        }
        let looks = match self.unsettled {
            Some((before, looks)) if before == look => looks + 1,
            _ => 1,
        };
        let is_empty = look.on_disk == OnDisk::Changed && look.stamp.is_some_and(|(_, size)| size == 0);
        let needed = match look.on_disk {
            // It is what it was: nothing is being written.
            OnDisk::Same => 1,
            _ if is_empty => LOOKS_AT_EMPTY,
            _ => 2,
        };
        if looks < needed {
            self.unsettled = Some((look, looks));
            return None;
        }
        (self.reported, self.unsettled) = (look, None);
        Some(look.on_disk)
    }
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
            log::warn!("the files that are open are not watched: {err}");
        }
        Self { shared }
    }

    /// Watches these files from now on. What was reported of a file that is known to differ is not reported again.
    pub(super) fn watch(&self, files: Vec<WatchedFile>, answer: &Answer) {
        let mut state = self.shared.lock();
        let before = std::mem::take(&mut state.watched);
        let watched = |file: WatchedFile| {
            let WatchedFile { number, path, stamp, is_known } = file;
            let same = |old: &&Watched| old.number == number && old.path == path && old.stamp == stamp;
            let old = before.iter().find(same).filter(|_| is_known);
            Watched {
                number,
                reported: old.map_or(Look { on_disk: OnDisk::Same, stamp: Some(stamp) }, |old| old.reported),
                unsettled: old.and_then(|old| old.unsettled),
                path,
                stamp,
                answer: answer.clone(),
            }
        };
        state.watched = files.into_iter().map(watched).collect();
    }

    /// Notes whether the window has the focus, and whether files are read again by themselves. The file is checked when
    /// one of these begins.
    pub(super) fn set_focus(&self, has_focus: bool, rereads: bool) {
        let mut state = self.shared.lock();
        if (state.has_focus, state.rereads) != (has_focus, rereads) {
            state.check_now |= (has_focus && !state.has_focus) || (rereads && !state.rereads);
            (state.has_focus, state.rereads) = (has_focus, rereads);
            self.shared.woken.notify_one();
        }
    }

    /// Takes a file for unchanged where reading it again has shown that it holds what it held.
    pub(super) fn note_reread(&self, number: usize, reread: &Reread) {
        let Reread::Same(stamp) = *reread else { return };
        for file in self.shared.lock().watched.iter_mut().filter(|file| file.number == number) {
            file.stamp = stamp;
            (file.reported, file.unsettled) = (Look { on_disk: OnDisk::Same, stamp: Some(stamp) }, None);
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
        let checks_all = state.has_focus || state.rereads || state.check_now;
        state.check_now = false;
        let is_due = |file: &&Watched| checks_all || file.unsettled.is_some();
        let due =
            state.watched.iter().filter(is_due).map(|file| (file.number, file.path.clone(), file.stamp));
        for (number, path, stamp) in due.collect::<Vec<_>>() {
            // Only this thread waits for the disk.
            drop(state);
            let look = look_at(&path, stamp);
            state = shared.lock();
            // Other files may be open by now.
            let is_same =
                |file: &&mut Watched| file.number == number && file.path == path && file.stamp == stamp;
            if let Some(file) = state.watched.iter_mut().find(is_same)
                && let Some(found) = file.settled(look)
            {
                file.answer.clone().send(Command::Files(FilesCommand::OnDisk(number, found)));
            }
        }
        if state.check_now || state.has_ended {
            continue;
        }
        let is_unsettled = state.watched.iter().any(|file| file.unsettled.is_some());
        state = if is_unsettled || state.has_focus || state.rereads {
            let waited = shared.woken.wait_timeout(state, if is_unsettled { SETTLING } else { POLL_EVERY });
            waited.unwrap_or_else(PoisonError::into_inner).0
        } else {
            shared.woken.wait(state).unwrap_or_else(PoisonError::into_inner)
        };
    }
}

/// More files of a folder are not looked at.
const MAX_FILES: usize = 1_000;

/// The modification time and size of a file, or of the tables in a folder, the latest and all together; `None` for what
/// cannot be read again, such as a pipe.
pub(super) fn stamp(path: &Path) -> Option<FileStamp> {
    let metadata = std::fs::metadata(path).ok()?;
    if metadata.is_dir() {
        let own = metadata.modified().ok()?;
        let files = std::fs::read_dir(path).ok()?.take(MAX_FILES).filter_map(Result::ok);
        let files = files.filter_map(|file| file.metadata().ok()).filter(std::fs::Metadata::is_file);
        return files.map(|file| (file.modified().unwrap_or(own), file.len())).fold(
            None,
            |all, (at, size)| {
                let (latest, sum) = all.unwrap_or((own, 0));
                Some((at.max(latest), size + sum))
            },
        );
    }
    Some((metadata.modified().ok()?, metadata.len())).filter(|_| metadata.is_file())
}

fn look_at(path: &Path, known: FileStamp) -> Look {
    let stamp = stamp(path);
    let on_disk = match std::fs::metadata(path) {
        Ok(_) if stamp == Some(known) => OnDisk::Same,
        Ok(_) => OnDisk::Changed,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => OnDisk::Gone,
        // A disk that does not answer does not count as a change.
        Err(_) => return Look { on_disk: OnDisk::Same, stamp: Some(known) },
    };
    Look { on_disk, stamp }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched() -> Watched {
        let (sender, _) = std::sync::mpsc::channel();
        let answer = Answer { sender, ctx: egui::Context::default(), about: None, cancel: None };
        let stamp = (std::time::UNIX_EPOCH, 10);
        let reported = Look { on_disk: OnDisk::Same, stamp: Some(stamp) };
        Watched { number: 0, path: "a.json".into(), stamp, reported, unsettled: None, answer }
    }

    fn changed(size: u64) -> Look {
        Look { on_disk: OnDisk::Changed, stamp: Some((std::time::UNIX_EPOCH, size)) }
    }

    #[test]
    fn a_change_is_reported_once_when_it_has_settled_and_the_next_one_again() {
        let mut file = watched();
        assert_eq!(file.settled(changed(11)), None, "it may still be written");
        assert_eq!(file.settled(changed(12)), None, "it is");
        assert_eq!(file.settled(changed(12)), Some(OnDisk::Changed));
        assert_eq!(file.settled(changed(12)), None, "told once");
        assert_eq!(file.settled(changed(13)), None);
        assert_eq!(file.settled(changed(13)), Some(OnDisk::Changed), "another change");
        let same = Look { on_disk: OnDisk::Same, stamp: Some(file.stamp) };
        assert_eq!(file.settled(same), Some(OnDisk::Same), "as it was");
    }

    #[test]
    fn a_file_that_is_gone_or_empty_for_a_moment_is_one_that_is_being_saved() {
        let mut file = watched();
        let gone = Look { on_disk: OnDisk::Gone, stamp: None };
        assert_eq!(file.settled(gone), None);
        assert_eq!(file.settled(changed(0)), None);
        assert_eq!(file.settled(changed(0)), None);
        assert_eq!(file.settled(changed(9)), None);
        assert_eq!(file.settled(changed(9)), Some(OnDisk::Changed));
        assert_eq!((file.settled(gone), file.settled(gone)), (None, Some(OnDisk::Gone)));
    }
}
