//! What the dialog of pictures asks of the world outside.

use std::path::PathBuf;

use super::choice::{PictureChoice, PictureFormat};
use super::state::Pixels;

/// What the dialog of pictures asks of the world outside.
#[derive(Debug, PartialEq, Eq)]
pub enum PicturesEffect {
    /// Ask where to write the picture that is chosen in the dialog.
    AskWhereToWrite(PictureFormat),
    /// Draw a chosen picture to a file, on another thread.
    Write(PathBuf, Box<PictureChoice>),
    /// Stop drawing a picture.
    Cancel,
    /// Put a chosen picture on the clipboard.
    Copy(Box<PictureChoice>),
    /// Put the drawn picture on the clipboard.
    PutOnClipboard(Pixels),
}
