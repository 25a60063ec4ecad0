//! Commands about the document and the quotations confirmed in it.

use std::path::PathBuf;

use crate::diagnostics::{WriteProblem, shown_name};
use crate::domain::SourceId;
use crate::session::Session;
use crate::session::effect::Effect;

use super::document::{DocumentProblem, OpenDocument};
use super::drafts::{DraftChange, Saved};
use super::unsaved::{Unsaved, UnsavedChoice};

/// The document, and the quotations confirmed in it.
#[derive(Debug)]
pub enum ReaderCommand {
    /// Open the copy of a source that belongs to the dataset.
    OpenCopy(SourceId),
    /// Ask where a copy of a source is, and open it.
    FindCopy(SourceId),
    /// Open a document, or the copy of a source.
    Open(PathBuf, Option<SourceId>),
    /// A document was read.
    Opened(Box<OpenDocument>),
    /// A document, by its name, could not be read.
    OpenFailed(String, DocumentProblem),
    /// Stop reading a document.
    Cancel,
    /// Close the document.
    Close,
    /// Go to a quotation of the open document, by its index.
    GoToQuote(usize),
    /// Go to an offset in the text of the document, in bytes.
    GoToOffset(usize),
    /// Change what is confirmed of the document.
    Draft(DraftChange),
    /// Ask where to save the dataset with what is confirmed.
    Save,
    /// Save the dataset with what is confirmed.
    SaveTo(PathBuf),
    /// The dataset was saved with what was confirmed.
    Saved(Box<Saved>),
    /// A dataset, by its name, could not be saved.
    SaveFailed(String, WriteProblem),
    /// Take over what an earlier run of the program left unsaved.
    RestoreUnsaved(Unsaved),
    /// Carry out the user's decision about unsaved quotations.
    ResolveUnsaved(UnsavedChoice),
}

impl Session {
    pub(in crate::session) fn apply_reader(&mut self, command: ReaderCommand) -> Option<Effect> {
        match command {
            ReaderCommand::OpenCopy(source) => {
                let path = PathBuf::from(&*self.world.dataset.source(source).document);
                self.wait_for_document(&path);
                return Some(Effect::ReadCopy(source));
            }
            ReaderCommand::FindCopy(source) => return Some(Effect::AskForDocument(Some(source))),
            ReaderCommand::Open(path, source) => {
                self.wait_for_document(&path);
                return Some(Effect::ReadDocument(path, source));
            }
            ReaderCommand::Opened(open) => self.show_document(*open),
            ReaderCommand::OpenFailed(name, problem) => self.refuse_document(&name, &problem),
            ReaderCommand::Cancel => return self.cancel_document(),
            ReaderCommand::Close => self.close_document(),
            ReaderCommand::GoToQuote(index) => self.go_to_quote(index),
            ReaderCommand::GoToOffset(offset) => self.go_to_offset(offset),
            ReaderCommand::Draft(change) => self.change_draft(change),
            ReaderCommand::Save => {
                self.reader.closes_when_saved = false;
                return self.save_drafts();
            }
            ReaderCommand::SaveTo(path) => return self.save_drafts_to(path),
            ReaderCommand::Saved(saved) => return self.open_saved(*saved, true),
            ReaderCommand::SaveFailed(name, why) => {
                let strings = self.strings();
                self.status_message =
                    Some((strings.files.not_saved)(&shown_name(&name), &self.language().write_problem(&why)));
            }
            ReaderCommand::RestoreUnsaved(unsaved) => self.restore_unsaved(unsaved),
            ReaderCommand::ResolveUnsaved(choice) => return self.decide_unsaved(choice),
        }
        None
    }
}
