//! Commands about documents and the quotations that are confirmed in them.

use std::path::PathBuf;

use crate::diagnostics::{WriteProblem, shown_name};
use crate::domain::SourceId;
use crate::session::{Effect, Session};

use super::document::{Page, PageProblem};
use super::drafts::DraftChange;
use super::unsaved::{Unsaved, UnsavedChoice};

/// Documents, and the quotations that are confirmed in them.
#[derive(Debug)]
pub enum ReaderCommand {
    /// Open the copy of a source that lies with the dataset.
    OpenCopy(SourceId),
    /// Ask for a copy of a source, and open it.
    FindCopy(SourceId),
    /// Open a document, which may be the copy of a source.
    Open(PathBuf, Option<SourceId>),
    /// A document was read.
    Opened(Box<Page>),
    /// A document could not be read, by name, and why.
    OpenFailed(String, PageProblem),
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
    /// A dataset was saved, with this many more statements.
    Saved(PathBuf, usize),
    /// A dataset could not be saved, by name, and why.
    SaveFailed(String, WriteProblem),
    /// What an earlier run of the program left unsaved.
    RestoreUnsaved(Unsaved),
    /// The user's decision about unsaved quotations.
    ResolveUnsaved(UnsavedChoice),
}

impl Session {
    pub(in crate::session) fn apply_reader(&mut self, command: ReaderCommand) -> Option<Effect> {
        match command {
            ReaderCommand::OpenCopy(source) => {
                let path = PathBuf::from(&*self.world.dataset.source(source).document);
                self.wait_for_page(&path);
                return Some(Effect::ReadCopy(source));
            }
            ReaderCommand::FindCopy(source) => return Some(Effect::AskForDocument(Some(source))),
            ReaderCommand::Open(path, source) => {
                self.wait_for_page(&path);
                return Some(Effect::ReadDocument(path, source));
            }
            ReaderCommand::Opened(page) => self.show_page(*page),
            ReaderCommand::OpenFailed(name, problem) => self.refuse_page(&name, &problem),
            ReaderCommand::Cancel => return self.cancel_document(),
            ReaderCommand::Close => self.close_page(),
            ReaderCommand::GoToQuote(index) => self.go_to_page_quote(index),
            ReaderCommand::GoToOffset(offset) => self.go_to_spot(offset),
            ReaderCommand::Draft(change) => self.change_draft(change),
            ReaderCommand::Save => {
                self.reader.closes_when_saved = false;
                return self.save_drafts();
            }
            ReaderCommand::SaveTo(path) => return self.save_drafts_to(path),
            ReaderCommand::Saved(path, count) => return self.open_saved(path, count, true),
            ReaderCommand::SaveFailed(name, why) => {
                let words = &self.words().notices;
                self.notice = Some((words.not_exported)(&shown_name(&name), &(words.write_problem)(&why)));
            }
            ReaderCommand::RestoreUnsaved(unsaved) => self.restore_unsaved(unsaved),
            ReaderCommand::ResolveUnsaved(choice) => return self.decide_unsaved(choice),
        }
        None
    }
}
