//! Which files of the timeline are watched on disk, and what is known of all of them together.

use std::path::PathBuf;

use crate::diagnostics::shown_name;
use crate::session::Session;
use crate::session::world::World;

use super::on_disk::{FileOnDisk, FileStamp, FilesOnDisk, OnDisk};
use super::rereading::Rereading;

/// A file that is watched.
#[derive(Clone, Debug)]
pub struct WatchedFile {
    /// Its number on the timeline.
    pub number: usize,
    /// Its path.
    pub path: PathBuf,
    /// Its stamp when it was read.
    pub stamp: FileStamp,
    /// Whether the session knows already that it is not what was read.
    pub is_known: bool,
}

impl World {
    /// What was read of the file with this number; of the whole where it is one file.
    pub fn file_numbered(&self, number: usize) -> Option<&Self> {
        if self.layers.is_empty() {
            return (number == 0).then_some(self);
        }
        self.layers.iter().find(|file| file.number == number).map(|file| &*file.world)
    }
}

impl Session {
    /// The files of the timeline that can be read again.
    pub fn watched_files(&self) -> Vec<WatchedFile> {
        let of = |number: usize, world: &World| {
            let known = self.files.disk.get(&number).map(|file| file.on_disk);
            let is_known = known.is_some_and(|on_disk| on_disk != OnDisk::Same);
            Some(WatchedFile { number, path: world.path.clone()?, stamp: world.stamp?, is_known })
        };
        if self.world.layers.is_empty() {
            return of(0, &self.world).into_iter().collect();
        }
        self.world.layers.iter().filter_map(|file| of(file.number, &file.world)).collect()
    }

    /// The name of the file that the status bar speaks of, where there are several.
    pub fn file_on_disk(&self) -> Option<String> {
        if self.world.layers.is_empty() {
            return None;
        }
        let speaks_of = |file: &&FileOnDisk| {
            file.on_disk == self.files.on_disk && file.unreadable == self.files.unreadable
        };
        let mut files = self.shown_on_disk();
        let (number, _) = files.find(|(_, file)| speaks_of(file))?;
        self.world.file_numbered(number).map(|world| shown_name(&world.name))
    }

    /// What is known of the files that were not removed from the timeline.
    pub(super) fn shown_on_disk(&self) -> impl Iterator<Item = (usize, &FileOnDisk)> {
        let files = self.files.disk.iter().map(|(&number, file)| (number, file));
        files.filter(|&(number, _)| !self.is_removed(number))
    }

    /// Whether the file with this number was removed from the timeline, and can come back.
    fn is_removed(&self, number: usize) -> bool {
        let layer = self.world.layers.iter().position(|file| file.number == number);
        let choice = layer.and_then(|layer| self.view.arrangement.layer(layer));
        choice.is_some_and(|choice| choice.is_removed)
    }

    /// The files on disk were looked at: what is said of them together.
    pub(in crate::session) fn sum_up_files(&mut self) {
        let mut all = (OnDisk::Same, None, false);
        for (_, file) in self.shown_on_disk() {
            all.0 = match (all.0, file.on_disk) {
                (OnDisk::Changed, _) | (_, OnDisk::Changed) => OnDisk::Changed,
                (OnDisk::Gone, _) | (_, OnDisk::Gone) => OnDisk::Gone,
                _ => OnDisk::Same,
            };
            all.1 = all.1.or_else(|| file.unreadable.clone());
            all.2 |= file.is_due;
        }
        self.files.rereading = match (self.files.reread_file, all.2) {
            (Some(_), _) => Rereading::Running,
            (None, true) => Rereading::Due,
            (None, false) => Rereading::Idle,
        };
        (self.files.on_disk, self.files.unreadable) = (all.0, all.1);
    }

    /// Keeps what was known of the files that were put together with others, or read before as they are now.
    pub(in crate::session) fn keep_on_disk(&mut self, before: &World, known: FilesOnDisk) {
        let is_same = |number: usize| {
            let (before, now) = (before.file_numbered(number), self.world.file_numbered(number));
            before.zip(now).is_some_and(|(before, now)| before.id() == now.id())
        };
        self.files.disk = known.into_iter().filter(|&(number, _)| is_same(number)).collect();
    }
}
