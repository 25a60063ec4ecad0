//! What a job is asked to do with the text of the open file, and what comes of it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::compare::LawChange;
use crate::diagnostics::{Diagnostic, EditProblem, WriteProblem};
use crate::edit::{Edit, RecordList, apply, removal};
use crate::session::reader::document::OpenDocument;
use crate::session::world::World;

use super::make_edits::FormRequest;
use super::text_change::TextChange;

/// What a job is asked to do with the text of the open file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditWork {
    /// Make what was typed into a form.
    Form(Box<FormRequest>),
    /// Delete a record of a list, by its id, with what cannot be without it.
    Delete(RecordList, String),
    /// Undo an edit, or make it again.
    Change(TextChange),
    /// Put what somebody else has changed in the file on disk together with the edits.
    Merge,
    /// Make unsaved changes of an earlier run again.
    Repeat(Vec<TextChange>),
    /// Add rows that were pasted, as events and statements.
    Rows(String),
    /// Make the changes of a patch, by its file.
    Patch(Arc<[u8]>),
}

/// What became of the changes of a patch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatchedRecords {
    /// How many were made.
    pub made: usize,
    /// How many were there already.
    pub already: usize,
    /// Who proposed them.
    pub authors: Vec<String>,
    /// The records, by list and id, in which something else is found than the patch expects: nothing was changed there.
    pub conflicts: Vec<(RecordList, String)>,
}

/// What an edit that was read from somewhere else came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportOutcome {
    /// Of rows that were pasted.
    Rows(PastedRows),
    /// Of a patch.
    Patch(PatchedRecords),
}

/// What became of rows that were pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedRows {
    /// How many events were added.
    pub events: usize,
    /// How many statements were added.
    pub statements: usize,
    /// How many the dataset had already.
    pub known: usize,
    /// How many problems there were in reading them.
    pub problems: usize,
    /// The first of these.
    pub first: Option<Diagnostic>,
}

/// A text after an edit, with the replacements there and back.
pub(super) type AppliedEdit = (String, TextChange, TextChange);

impl EditWork {
    /// The text after the work.
    ///
    /// # Errors
    /// Why it cannot be done.
    pub fn make(&self, text: &str) -> Result<AppliedEdit, EditRefusal> {
        let by_edits = |edits: &[Edit]| {
            let applied = apply(text, edits).map_err(EditRefusal::Edit)?;
            Ok((applied.text, (&applied.splices).into(), (&applied.inverse).into()))
        };
        match self {
            Self::Form(form) => by_edits(&form.edits(text).map_err(EditRefusal::Edit)?),
            Self::Delete(list, id) => by_edits(&removal(text, *list, id).map_err(EditRefusal::Edit)?.edits),
            Self::Change(change) => {
                let (after, inverse) = change.apply(text).ok_or(EditRefusal::OtherText)?;
                Ok((after, change.clone(), inverse))
            }
            // The job has the other version, or reads the rows or the patch.
            Self::Merge | Self::Rows(_) | Self::Patch(_) => Err(EditRefusal::OtherText),
            Self::Repeat(changes) => {
                let mut after = text.to_owned();
                for change in changes {
                    after = change.apply(&after).ok_or(EditRefusal::OtherText)?.0;
                }
                let (change, inverse) =
                    (TextChange::between(text, &after), TextChange::between(&after, text));
                Ok((after, change, inverse))
            }
        }
    }
}

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRefusal {
    /// It makes no sense in this file.
    Edit(EditProblem),
    /// The dataset would have an error.
    Faulty(Box<Diagnostic>),
    /// The text is another one than the edit was made for.
    OtherText,
    /// The file could not be read.
    Unreadable(WriteProblem),
    /// Nothing of the rows or the patch was new.
    NothingNew(Box<ImportOutcome>),
}

/// The dataset after an edit.
#[derive(Debug)]
pub struct Edited {
    /// The dataset.
    pub world: Arc<World>,
    /// The open document with the quotations of that dataset.
    pub document: Option<OpenDocument>,
    /// The replacements in the text.
    pub change: TextChange,
    /// The replacements that undo it.
    pub inverse: TextChange,
    /// Where the file on disk is another one by now, what makes the text of that one; otherwise the text has moved on by
    /// `change`.
    pub since_base: Option<TextChange>,
    /// How many changes on disk were taken over and how many were not, where the versions were put together.
    pub merged: Option<(usize, usize)>,
    /// What became of rows that were pasted, or of a patch.
    pub outcome: Option<ImportOutcome>,
    /// What it changed in the status of treaties.
    pub law: Vec<LawChange>,
    /// What it did, in words.
    pub words: String,
}

/// The dataset after its edits were saved.
#[derive(Debug)]
pub struct EditsSaved {
    /// The dataset, as it is in the file.
    pub world: Arc<World>,
    /// The open document with the quotations of that dataset.
    pub document: Option<OpenDocument>,
    /// How many copies of sources the file no longer finds.
    pub copies_left: usize,
}

/// Why edits were not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveRefused {
    /// The file could not be written.
    Write(WriteProblem),
    /// Somebody else has changed the file since it was read.
    ChangedOnDisk(PathBuf),
}
