//! A text that quotations are looked for in, made ready once.

use std::sync::Arc;

use crate::text::{Case, Fold, Remarks, fold};

/// How much of a text is looked through, in bytes: offsets are kept in 32 bits.
const MAX_BYTES: usize = 1 << 30;

/// A text and its folded forms.
///
/// Making it costs about as much as reading the text once; it takes about twice the memory of the text.
#[derive(Clone, Debug)]
pub struct Haystack {
    text: Arc<str>,
    pub(super) with_remarks: Fold,
    /// Without an editor's remarks, where there are any.
    pub(super) without_remarks: Option<Fold>,
}

impl Haystack {
    /// Makes a text ready.
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

    /// The text as it is; offsets of what is found are offsets in it.
    pub fn text(&self) -> &str {
        &self.text
    }
}
