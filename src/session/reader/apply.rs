//! Opening and closing a document, and going to places in it.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{shown_file_name, shown_name};
use crate::document::Found;
use crate::domain::SourceId;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::timeline::Selection;

use super::document::{DocumentProblem, OpenDocument};
use super::drafts::Drafts;

impl Session {
    /// A document is being read: it will be shown or refused.
    pub(in crate::session) fn wait_for_document(&mut self, path: &Path) {
        (self.reader.loading, self.status_message) = (Some(shown_file_name(path)), None);
    }

    /// Whether a document is being read, and Escape would close nothing else first.
    pub(in crate::session) fn is_waiting_for_document(&self) -> bool {
        self.reader.loading.is_some() && self.overlay.is_none() && !self.search.is_open
    }

    /// Stops reading a document; what is open stays open.
    pub(in crate::session) fn cancel_document(&mut self) -> Option<Effect> {
        let name = self.reader.loading.take()?;
        self.status_message = Some((self.strings().files.cancelled)(&name));
        Some(Effect::CancelDocument)
    }

    /// Shows a document that was read, and goes to the words of the selected statement in it.
    pub(in crate::session) fn show_document(&mut self, open: OpenDocument) {
        self.reader.loading = None;
        for quote in &open.quotes {
            let is_better = |before: &Found| match (before.passage(), quote.found.passage()) {
                (Some(before), Some(now)) => now.kind < before.kind,
                (None, Some(_)) => true,
                _ => false,
            };
            // If both the original and the translation are looked for, the better match counts.
            if open.source.is_some() && self.reader.seen_in_copies.get(&quote.statement).is_none_or(is_better)
            {
                self.reader.seen_in_copies.insert(quote.statement, quote.found.clone());
            }
        }
        self.reader.quote = match self.selection.selected {
            Selection::Statement(id) => open.quote_of(id),
            _ => None,
        };
        self.stash_drafts();
        // What was confirmed of it before and not saved is restored.
        self.reader.drafts = self.unstash_drafts(&open).unwrap_or_else(|| Drafts::of(&open));
        self.reader.document = Some(Arc::new(open));
        self.reader.scroll_requests += 1;
    }

    /// Whether the dataset names a copy of a source, in its folder.
    pub fn has_copy(&self, source: SourceId) -> bool {
        self.world.path_of_source(source).is_some() && !self.world.dataset.source(source).document.is_empty()
    }

    /// Reports why a document is not shown.
    pub(in crate::session) fn refuse_document(&mut self, name: &str, problem: &DocumentProblem) {
        self.reader.loading = None;
        let strings = &self.strings().reader;
        let failed;
        let why = match problem {
            DocumentProblem::Unreadable(why) => (strings.unreadable)(*why),
            DocumentProblem::Outside => strings.outside,
            DocumentProblem::NoFile => strings.no_file,
            DocumentProblem::Gone => strings.file_gone,
            DocumentProblem::NotAFile => strings.not_a_file,
            DocumentProblem::TooLarge => strings.too_large,
            DocumentProblem::TooMuchMemory => strings.too_much_memory,
            DocumentProblem::TooLong => strings.too_long,
            DocumentProblem::Stopped => strings.stopped,
            DocumentProblem::Failed(why) => {
                failed = self.language().open_error(why);
                &failed
            }
        };
        let mut message = (strings.not_opened)(&shown_name(name), why);
        let stashed = self.reader.stash.documents.iter().filter(|document| document.name == name);
        let count: usize = stashed.map(|document| document.quotations.len()).sum();
        if count > 0 {
            message = format!("{message}. {}", (strings.kept)(count));
        }
        self.status_message = Some(message);
    }

    /// Closes the document. What is confirmed and unsaved is stashed until it is opened again.
    pub(in crate::session) fn close_document(&mut self) {
        let count = self.stash_drafts();
        (self.reader.document, self.reader.quote, self.reader.offset) = (None, None, None);
        if count > 0 {
            self.status_message = Some((self.strings().reader.kept)(count));
        }
    }

    /// Goes to a quotation in the document, and to its statement on the timeline.
    pub(in crate::session) fn go_to_quote(&mut self, index: usize) {
        let Some(quote) = self.reader.document.as_ref().and_then(|open| open.quotes.get(index)) else {
            return;
        };
        let statement = quote.statement;
        self.go_to(Selection::Statement(statement));
        (self.reader.quote, self.reader.offset) = (Some(index), None);
        self.reader.scroll_requests += 1;
    }

    /// Goes to an offset in the text, in bytes.
    pub(in crate::session) fn go_to_offset(&mut self, offset: usize) {
        (self.reader.quote, self.reader.offset) = (None, Some(offset));
        self.reader.scroll_requests += 1;
    }

    /// Goes to the selected statement in the document, if it is quoted from it.
    pub(in crate::session) fn follow_selection_in_document(&mut self) {
        let Selection::Statement(id) = self.selection.selected else { return };
        if let Some(index) = self.reader.document.as_ref().and_then(|open| open.quote_of(id))
            && self.reader.quote != Some(index)
        {
            (self.reader.quote, self.reader.offset) = (Some(index), None);
            self.reader.scroll_requests += 1;
        }
    }
}
