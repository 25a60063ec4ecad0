//! A quotation prepared for searching: its fragments, its context, and the runs of words to search for first.

use crate::domain::Selector;
use crate::text::Remarks;

use super::context::Context;
use super::ellipsis::{Fragment, cut, whole};
use super::needle::{Needle, needle};

/// What a selector searches for.
pub(super) struct Quotation<'q> {
    pub(super) quote: &'q str,
    pub(super) context: Context,
    /// The whole of it; `None` if it has no words.
    pub(super) whole: Option<Fragment>,
    pub(super) fragments: Vec<Fragment>,
    pub(super) needle: Option<Needle>,
}

impl<'q> Quotation<'q> {
    pub(super) fn new(selector: &'q Selector) -> Self {
        let quote = &*selector.exact;
        let fragments = cut(quote);
        Self {
            quote,
            context: Context::new(&selector.prefix, &selector.suffix),
            whole: whole(quote, Remarks::Keep),
            needle: needle(&fragments),
            fragments,
        }
    }

    /// The runs of words to search for first.
    pub(super) fn runs(&self) -> impl Iterator<Item = &str> {
        let of_needle = |needle: &Needle| {
            let text = self.fragments.get(needle.longest).map_or("", |fragment| &*fragment.fold.text);
            needle.seeds.iter().filter_map(|seed| text.get(seed.clone())).collect::<Vec<_>>()
        };
        self.needle.as_ref().map(of_needle).unwrap_or_default().into_iter()
    }
}
