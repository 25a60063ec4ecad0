//! What can happen to a session, and what it asks of the world outside.

use std::path::PathBuf;

use crate::domain::{Additions, SourceId};

use super::commands::action::Action;
use super::commands::command::OverlayCommand;
use super::compare::command::CompareCommand;
use super::figures::command::FiguresCommand;
use super::files::command::FilesCommand;
use super::filter::command::FilterCommand;
use super::law::command::LawCommand;
use super::reader::command::ReaderCommand;
use super::search::command::SearchCommand;
use super::selection::command::SelectionCommand;
use super::settings::command::SettingsCommand;
use super::tables::command::TablesCommand;
use super::view::command::ViewCommand;
use super::window::WindowCommand;
use super::world::WorldId;

/// Something that happened: done by the user, or by a job that ended.
///
/// Each feature has an enum of its own, applied by an exhaustive match in its folder, so that a command which nobody
/// handles does not compile.
#[derive(Debug)]
pub enum Command {
    /// The answer to a question about a dataset: dropped, with a notice, if another one is open by now.
    Answer(WorldId, Box<Self>),
    /// An action from a menu, a button or a key.
    Do(Action),
    /// What part of the timeline is in the window.
    View(ViewCommand),
    /// What is selected.
    Selection(SelectionCommand),
    /// The search field and its results.
    Search(SearchCommand),
    /// Which part of the record is shown.
    Filter(FilterCommand),
    /// Legal status on a date.
    Law(LawCommand),
    /// The record as tables.
    Tables(TablesCommand),
    /// The figures under the lanes.
    Figures(FiguresCommand),
    /// Documents, and quotations to confirm.
    Reader(ReaderCommand),
    /// The comparison with another dataset.
    Compare(CompareCommand),
    /// Datasets and pictures as files.
    Files(FilesCommand),
    /// What lies over the window: palette, dates to type, the list of keys.
    Overlay(OverlayCommand),
    /// What the system prefers.
    Settings(SettingsCommand),
    /// The window, the browser and the clipboard.
    Window(WindowCommand),
}

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Lines and letters, which scale.
    Svg,
    /// Pixels.
    Png,
}

impl PictureKind {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// What a session asks of the world outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Show the file dialog.
    AskForFile,
    /// Show the file dialog for an earlier dataset.
    AskForEarlier,
    /// Read an earlier dataset on another thread, and compare.
    Compare(PathBuf),
    /// Show the file dialog for a document, which may be the copy of a source.
    AskForDocument(Option<SourceId>),
    /// Read the copy of a source that lies with the dataset, on another thread.
    ReadCopy(SourceId),
    /// Read a document on another thread.
    ReadDocument(PathBuf, Option<SourceId>),
    /// Stop reading a document.
    CancelDocument,
    /// Ask where a dataset is to be saved.
    AskWhereToSaveDataset,
    /// Save what is open with records added, on another thread.
    SaveDataset(PathBuf, Box<Additions>),
    /// Ask where a picture is to be written.
    AskWhereToSave(PictureKind),
    /// Write what the timeline shows to a file, on another thread.
    Write(PathBuf),
    /// Read a file on another thread; `None` for the bundled dataset.
    Load(Option<PathBuf>),
    /// Stop reading.
    CancelLoad,
    /// Open an address in the browser.
    OpenAddress(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
    /// Do not close the window after all.
    StayOpen,
}
