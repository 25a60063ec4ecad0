//! The dialog of pictures, and a picture that is being written.

use super::choice::PictureChoice;

/// The dialog of pictures, and a picture that is being written.
#[derive(Debug, Default)]
pub struct PicturesState {
    /// What is chosen, in the open dialog or in the last one.
    pub choice: PictureChoice,
    /// What is typed as the beginning and the end of the period.
    pub typed: [String; 2],
    /// The picture that is being written.
    pub writing: Option<Writing>,
}

/// A picture for the clipboard.
#[derive(Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of each pixel, from the top left.
    pub rgba: Vec<u8>,
}

/// A picture that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The name of its file; `None` if it goes to the clipboard.
    pub name: Option<String>,
    /// The share that is done, from 0 to 1.
    pub share: f32,
}
