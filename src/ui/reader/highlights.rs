//! Where the quotations of a document are in its text: sorted once for a document, and searched line by line.

use std::ops::Range;
use std::sync::{Arc, Weak};

use crate::session::OpenDocument;

/// A part of the text to highlight.
#[derive(Debug)]
pub(in crate::ui) struct Highlight {
    pub(in crate::ui) range: Range<usize>,
    /// The index of its quotation among the document's quotations.
    pub(in crate::ui) index: usize,
    /// Whether the quotation has another word here.
    pub(in crate::ui) differs: bool,
}

/// The highlights of the document that was last drawn.
#[derive(Debug, Default)]
pub(in crate::ui) struct DocumentHighlights {
    /// The document. A weak reference keeps the address from being used by another one.
    key: Weak<OpenDocument>,
    /// Sorted by where they begin.
    highlights: Vec<Highlight>,
    /// The furthest end of each highlight and all before it.
    reach: Vec<usize>,
}

impl DocumentHighlights {
    /// The highlights of a document, kept from the last call if it was the same one.
    pub(in crate::ui) fn of(&mut self, open: &Arc<OpenDocument>) -> &Self {
        if !std::ptr::eq(self.key.as_ptr(), Arc::as_ptr(open)) {
            self.key = Arc::downgrade(open);
            self.highlights = highlights(open);
            self.highlights.sort_by_key(|highlight| highlight.range.start);
            let mut reach = 0;
            let so_far = |highlight: &Highlight| {
                reach = highlight.range.end.max(reach);
                reach
            };
            self.reach = self.highlights.iter().map(so_far).collect();
        }
        self
    }

    /// The highlights that overlap a part of the text, in the order of their quotations.
    pub(in crate::ui) fn within(&self, part: &Range<usize>) -> Vec<&Highlight> {
        let first = self.reach.partition_point(|&reach| reach <= part.start);
        let begins_before =
            self.highlights[first..].iter().take_while(|highlight| highlight.range.start < part.end);
        let mut here: Vec<&Highlight> =
            begins_before.filter(|highlight| highlight.range.end > part.start).collect();
        here.sort_by_key(|highlight| (highlight.index, highlight.differs));
        here
    }
}

fn highlights(open: &OpenDocument) -> Vec<Highlight> {
    let mut highlights = Vec::new();
    for (index, quote) in open.quotes.iter().enumerate() {
        let Some(passage) = quote.found.passage() else { continue };
        highlights.extend(passage.parts.iter().map(|part| Highlight {
            range: part.clone(),
            index,
            differs: false,
        }));
        let differences = passage.differences.iter().filter(|difference| !difference.passage.is_empty());
        highlights.extend(differences.map(|d| Highlight { range: d.passage.clone(), index, differs: true }));
    }
    highlights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_a_part_are_found_whatever_overlaps() {
        let ranges = [(0..3, 2), (2..90, 0), (4..6, 1), (5..6, 3), (40..41, 4), (80..95, 5)];
        let highlights: Vec<Highlight> =
            ranges.into_iter().map(|(range, index)| Highlight { range, index, differs: false }).collect();
        let document_highlights =
            DocumentHighlights { key: Weak::new(), highlights, reach: vec![3, 90, 90, 90, 90, 95] };
        for start in 0..100 {
            for end in start + 1..=100 {
                let part = start..end;
                let mut all: Vec<usize> = document_highlights
                    .highlights
                    .iter()
                    .filter(|highlight| highlight.range.start < end && highlight.range.end > start)
                    .map(|highlight| highlight.index)
                    .collect();
                all.sort_unstable();
                let here: Vec<usize> =
                    document_highlights.within(&part).iter().map(|highlight| highlight.index).collect();
                assert_eq!(here, all, "{part:?}");
            }
        }
    }
}
