//! The text of a data file with its encoding, so that it goes back to the bytes it came from.

use crate::diagnostics::{EditProblem, Severity, Sink};
use crate::load::{Encoding, decode};

/// The text of a data file, and how it is written as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text, without byte order marks.
    pub text: String,
    encoding: Encoding,
}

impl FileText {
    /// The text of a file's bytes.
    ///
    /// # Errors
    /// [`EditProblem::NotText`] where the bytes are no text, or the text would be written as other bytes.
    pub fn of(bytes: &[u8]) -> Result<Self, EditProblem> {
        let mut sink = Sink::default();
        let encoding = Encoding::of(bytes);
        let text = decode(bytes.to_vec(), &mut sink);
        let is_whole = sink.count(Severity::Error) == 0 && encoding.encode(&text) == bytes;
        is_whole.then_some(Self { text, encoding }).ok_or(EditProblem::NotText)
    }

    /// Another text in the same encoding.
    pub fn with_text(&self, text: String) -> Self {
        Self { text, encoding: self.encoding }
    }

    /// A text in the same encoding, as bytes.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        self.encoding.encode(text)
    }
}
