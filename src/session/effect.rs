//! What a session asks of the world outside: dialogs, files, threads, the browser.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::domain::{EventId, SourceId};
use crate::records::{DataFormat, ReadOptions};

use super::editing::effect::EditingEffect;
use super::files::origin::TableOrigin;
use super::pictures::effect::PicturesEffect;
use super::reader::document::OpenDocument;
use super::reader::drafts::SaveRequest;
use super::world::LayerFile;

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Vector graphics.
    Svg,
    /// Pixels.
    Png,
    /// A page that draws the timeline itself.
    Page,
}

impl PictureKind {
    /// The file extension, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Page => "html",
        }
    }
}

/// What a session asks of the world outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask for a dataset.
    AskForFile,
    /// Ask for a folder of tables.
    AskForFolder,
    /// Ask for a dataset to compare with.
    AskForComparison,
    /// Read another dataset on another thread, and compare it with the open one.
    Compare(PathBuf),
    /// Ask for a document, or for the copy of a source.
    AskForDocument(Option<SourceId>),
    /// Read the copy of a source that belongs to the dataset, on another thread.
    ReadCopy(SourceId),
    /// Read a document, or the copy of a source, on another thread.
    ReadDocument(PathBuf, Option<SourceId>),
    /// Stop reading a document.
    CancelDocument,
    /// Ask where to save the dataset.
    AskWhereToSaveDataset,
    /// Save the open dataset with the confirmed quotations, on another thread.
    SaveDataset(PathBuf, Box<SaveRequest>),
    /// Something for the editing of the open file.
    Editing(EditingEffect),
    /// Something for the pictures of the dialog.
    Pictures(PicturesEffect),
    /// Ask where to export a picture.
    AskWhereToExport(PictureKind),
    /// Index the words of the open dataset on another thread: a letter is soon to be typed.
    PrepareSearch,
    /// Draw the timeline to a picture file, on another thread.
    ExportPicture(PathBuf),
    /// Ask where to save what is shown, in a format.
    AskWhereToSaveAs(DataFormat),
    /// Write what is shown to a file in a format, on another thread.
    SaveAs(PathBuf, DataFormat),
    /// Read a dataset on another thread, as somebody has said; `None` for the bundled one.
    Load(Option<PathBuf>, ReadOptions),
    /// Read a dataset from bytes, under a name, on another thread.
    LoadBytes(String, Arc<[u8]>, ReadOptions),
    /// Read the file with this number again on another thread, with the document that is open beside it.
    Reread(usize, PathBuf, ReadOptions, Option<Arc<OpenDocument>>),
    /// Find the place of a problem in its file, on another thread.
    ReadPlace(TableOrigin, ReadOptions, Box<Diagnostic>),
    /// Ask for files to add to the timeline.
    AskForLayers,
    /// Put these files together, on another thread.
    MergeLayers(Vec<LayerFile>),
    /// Stop reading a dataset.
    CancelLoad,
    /// Open an address in the browser.
    OpenAddress(String),
    /// Read the picture of an event, on another thread.
    ReadPicture(EventId),
    /// Open the picture of an event in another program.
    OpenPicture(EventId),
    /// Put a text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
    /// Keep the window open: the user is asked first.
    StayOpen,
}
