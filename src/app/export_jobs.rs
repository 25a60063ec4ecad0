//! Jobs that write what is shown to a file: pictures, pages and data.

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::diagnostics::WriteProblem;
use crate::records::DataFormat;
use crate::save::{ExportSelection, write};
use crate::session::{Command, FilesCommand, PicturesCommand, Pixels, Session};

use super::chosen_picture::ChosenPicture;
use super::data_export;
use super::jobs::Jobs;
use super::picture_export::PictureExport;
use super::web_page_export::PageExport;

impl Jobs {
    /// Writes a picture to a file.
    pub(super) fn export(&self, path: PathBuf, picture: PictureExport) {
        let named = path.clone();
        let failed =
            move |why| Command::Files(FilesCommand::ExportFailed(named.clone(), WriteProblem::Failed(why)));
        Self::start("export", self.answer(), failed, move || {
            Some(match picture.write(&path) {
                Ok(_) => Command::Files(FilesCommand::Exported(path, picture.is_whole)),
                Err(why) => Command::Files(FilesCommand::ExportFailed(path, why)),
            })
        });
    }

    /// Draws a chosen picture and writes it to a file. One that is still being written is cancelled.
    pub(super) fn write_picture(&mut self, path: PathBuf, picture: ChosenPicture) {
        self.cancel_picture();
        self.cancel_picture = Arc::default();
        let (cancel, answer) = (Arc::clone(&self.cancel_picture), self.answer());
        let named = path.clone();
        let failed =
            move |why| Command::Pictures(PicturesCommand::Failed(named.clone(), WriteProblem::Failed(why)));
        Self::start("picture", self.answer(), failed, move || {
            let said = Cell::new(0.0);
            let goes_on = |share: f32| {
                // Whatever the session is told, it is drawn anew.
                if share >= said.get() + 0.02 {
                    said.set(share);
                    answer.clone().send(Command::Pictures(PicturesCommand::Progress(share)));
                }
                !cancel.load(Ordering::Relaxed)
            };
            Some(Command::Pictures(match picture.write(&path, &goes_on) {
                Ok(written) => PicturesCommand::Written {
                    path,
                    missing: written.missing,
                    is_accessible: written.is_accessible,
                },
                Err(WriteProblem::Cancelled) => PicturesCommand::Cancelled,
                Err(why) => PicturesCommand::Failed(path, why),
            }))
        });
    }

    /// Draws a picture for the clipboard. One that is still being written is cancelled.
    pub(super) fn copy_picture(&mut self, picture: ChosenPicture) {
        self.cancel_picture();
        self.cancel_picture = Arc::default();
        let cancel = Arc::clone(&self.cancel_picture);
        let copied = |copied| Command::Pictures(PicturesCommand::Copied(copied));
        let failed = move |why| copied(Err(WriteProblem::Failed(why)));
        Self::start("picture", self.answer(), failed, move || {
            let drawn = picture.pixels().map(|(size, rgba)| Pixels { size, rgba });
            if cancel.load(Ordering::Relaxed) {
                return Some(Command::Pictures(PicturesCommand::Cancelled));
            }
            Some(copied(drawn))
        });
    }

    /// Cancels the picture that is being written.
    pub(super) fn cancel_picture(&self) {
        self.cancel_picture.store(true, Ordering::Relaxed);
    }

    /// Writes a page to a file.
    pub(super) fn export_page(&self, path: PathBuf, page: PageExport) {
        let named = path.clone();
        let failed =
            move |why| Command::Files(FilesCommand::ExportFailed(named.clone(), WriteProblem::Failed(why)));
        Self::start("export", self.answer(), failed, move || {
            Some(match page.write(&path) {
                Ok(()) => Command::Files(FilesCommand::Exported(path, true)),
                Err(why) => Command::Files(FilesCommand::ExportFailed(path, why)),
            })
        });
    }

    /// Writes what a session shows to a file, in a format.
    pub(super) fn save_as(&self, session: &Session, path: PathBuf, format: DataFormat) {
        let (world, language) = (Arc::clone(&session.world), session.language());
        let subset = session.subset_for(format);
        let named = path.clone();
        let failed =
            move |why| Command::Files(FilesCommand::ExportFailed(named.clone(), WriteProblem::Failed(why)));
        Self::start("export", self.answer(), failed, move || {
            let material = ExportSelection { dataset: &world.dataset, subset: &subset, language };
            let written = write(format, material).and_then(|written| {
                data_export::to_disk(&path, format, written.output).map(|()| written.losses)
            });
            Some(Command::Files(match written {
                Ok(losses) => FilesCommand::SavedAs(path, format, losses),
                Err(why) => FilesCommand::ExportFailed(path, why),
            }))
        });
    }
}
