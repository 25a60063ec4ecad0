//! A text prepared once for many searches.

use std::sync::Arc;

use crate::text::{Case, Fold, Remarks, fold};

/// Maximum length of the searched text, in bytes: offsets are kept in 32 bits.
const MAX_BYTES: usize = 1 << 30;

/// A text and its folded forms.
///
/// Building it costs about as much as reading the text once, and takes about twice the memory of the text.
#[derive(Clone, Debug)]
pub struct Haystack {
    text: Arc<str>,
    pub(super) with_remarks: Fold,
    /// Without editor's remarks, if there are any.
    pub(super) without_remarks: Option<Fold>,
}

impl Haystack {
    /// Prepares a text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let with_remarks = fold(&text[..end], Remarks::Keep, Case::Fold);
        let without_remarks =
            with_remarks.has_remarks.then(|| fold(&text[..end], Remarks::Strip, Case::Fold));
        Self { text, with_remarks, without_remarks }
    }

    /// The unchanged text, to which all offsets found refer.
    pub fn text(&self) -> &str {
        &self.text
    }
}
