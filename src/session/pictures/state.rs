//! The dialog of pictures, and a picture that is being written.

use super::choice::PictureChoice;

/// The dialog of pictures, and a picture that is being written.
#[derive(Debug, Default)]
pub struct PicturesState {
    /// What is chosen, in the open dialog or in the last one.
    pub choice: PictureChoice,
    /// The picture that is being written.
    pub writing: Option<Writing>,
}

/// A picture that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The name of its file.
    pub name: String,
    /// The share that is done, from 0 to 1.
    pub share: f32,
}
