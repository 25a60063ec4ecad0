//! The answers of dialogs, jobs and the system, each with the dataset that it is about.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;

use crate::domain::SourceId;
use crate::records::DataFormat;
use crate::session::{
    Command, CompareCommand, EditingCommand, FilesCommand, LayersCommand, PictureFormat, PictureKind,
    PicturesCommand, ReaderCommand, WindowCommand, WorldId,
};

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePurpose {
    /// A dataset to open.
    Dataset,
    /// A folder of tables to open as a dataset.
    Folder,
    /// Datasets to add to the timeline.
    Layers,
    /// Another version of the dataset, to compare with.
    Earlier,
    /// A document to read, which may be the copy of a source.
    Document(Option<SourceId>),
}

/// What a file is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavePurpose {
    /// A picture.
    Picture(PictureKind),
    /// The picture of the dialog.
    DialogPicture(PictureFormat),
    /// A dataset.
    Dataset,
    /// A dataset with its edits.
    Edits,
    /// A patch.
    Patch,
    /// What is shown, in a format.
    Data(DataFormat),
}

impl SavePurpose {
    /// The file extension, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Picture(kind) => kind.extension(),
            Self::DialogPicture(format) => format.extension(),
            Self::Dataset | Self::Edits | Self::Patch => "json",
            Self::Data(format) => format.extension(),
        }
    }
}

/// An answer with the number of its load, or 0 for a dialog, an export or the system.
pub(super) struct Message {
    pub(super) job: u64,
    pub(super) command: Command,
    /// Set when nobody wants the answer any more.
    pub(super) cancel: Option<Arc<AtomicBool>>,
}

/// The way back to the interface thread.
#[derive(Clone)]
pub struct Answer {
    pub(super) sender: Sender<Message>,
    pub(super) ctx: egui::Context,
    /// The dataset that the answer is about; `None` if it makes sense for any.
    pub(super) about: Option<WorldId>,
    /// Set when nobody wants the answer any more.
    pub(super) cancel: Option<Arc<AtomicBool>>,
}

impl Answer {
    /// Reports the file that the user chose.
    pub fn chose(self, purpose: FilePurpose, path: PathBuf) {
        match purpose {
            FilePurpose::Dataset | FilePurpose::Folder => {
                self.for_any_dataset().send(Command::Files(FilesCommand::Load(path)));
            }
            FilePurpose::Layers => {
                self.for_any_dataset().send(Command::Layers(LayersCommand::Add(vec![path])));
            }
            FilePurpose::Earlier => self.send(Command::Compare(CompareCommand::With(path))),
            FilePurpose::Document(None) => {
                self.for_any_dataset().send(Command::Reader(ReaderCommand::Open(path, None)));
            }
            FilePurpose::Document(source) => self.send(Command::Reader(ReaderCommand::Open(path, source))),
        }
    }

    /// Reports the files that the user chose, where there may be several: all of them are opened on one timeline.
    pub fn chose_several(self, purpose: FilePurpose, paths: Vec<PathBuf>) {
        match (purpose, paths.as_slice()) {
            (_, [path]) => {
                let path = path.clone();
                self.chose(purpose, path);
            }
            (FilePurpose::Dataset, _) => {
                self.for_any_dataset().send(Command::Layers(LayersCommand::OpenAll(paths)));
            }
            (FilePurpose::Layers, _) => {
                self.for_any_dataset().send(Command::Layers(LayersCommand::Add(paths)));
            }
            (FilePurpose::Earlier | FilePurpose::Document(_) | FilePurpose::Folder, _) => {
                if let Some(path) = paths.into_iter().next() {
                    self.chose(purpose, path);
                }
            }
        }
    }

    /// Reports where the user wants to save a file.
    pub fn saves_to(self, save: SavePurpose, path: PathBuf) {
        self.send(match save {
            SavePurpose::Picture(_) => Command::Files(FilesCommand::Export(path)),
            SavePurpose::DialogPicture(_) => Command::Pictures(PicturesCommand::Write(path)),
            SavePurpose::Dataset => Command::Reader(ReaderCommand::SaveTo(path)),
            SavePurpose::Edits => Command::Editing(EditingCommand::SaveTo(path)),
            SavePurpose::Patch => Command::Editing(EditingCommand::ProposeTo(path)),
            SavePurpose::Data(format) => Command::Files(FilesCommand::SaveAs(path, format)),
        });
    }

    /// Reports that no browser opened an address.
    pub fn no_browser(self, url: String) {
        self.for_any_dataset().send(Command::Window(WindowCommand::NoBrowser(url)));
    }

    fn for_any_dataset(self) -> Self {
        Self { about: None, ..self }
    }

    /// Hands a command to the interface thread.
    pub(super) fn send(self, command: Command) {
        let command = match self.about {
            Some(world) => Command::Answer(world, Box::new(command)),
            None => command,
        };
        // Nobody receives it if the window is gone by now.
        let _sent = self.sender.send(Message { job: 0, command, cancel: self.cancel });
        self.ctx.request_repaint();
    }
}
