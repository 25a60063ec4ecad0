//! A text that quotations are looked for in, made ready once.

use std::sync::Arc;

use crate::text::{Case, Fold, Remarks, fold};

/// How much of a text is looked through, in bytes: places are kept in 32 bits.
const MOST: usize = 1 << 30;

/// A text and its folded forms.
///
/// Making it costs about as much as reading the text once; it takes about twice the memory of the text.
#[derive(Clone, Debug)]
pub struct Folded {
    text: Arc<str>,
    pub(super) kept: Fold,
    /// Without an editor's remarks, where there are any.
    pub(super) left: Option<Fold>,
}

impl Folded {
    /// Makes a text ready.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut end = text.len().min(MOST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let kept = fold(&text[..end], Remarks::Keep, Case::Fold);
        let left = kept.has_remarks.then(|| fold(&text[..end], Remarks::Strip, Case::Fold));
        Self { text, kept, left }
    }

    /// The text as it is; the places in what is found are places in it.
    pub fn text(&self) -> &str {
        &self.text
    }
}
