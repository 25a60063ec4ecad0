//! Commands of editing.

use std::path::PathBuf;

use super::effect::EditingEffect;
use crate::diagnostics::{EditProblem, WriteProblem, shown_name};
use crate::domain::{Moment, TreatyId};
use crate::edit::{Origin, RecordList, Removal};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::tables::columns::Column;

use super::field::Field;
use super::moving::EventMove;
use super::proposal::Proposal;
use super::request::{EditRefusal, Edited, EditsSaved, SaveRefused};

/// Editing the open dataset.
#[derive(Debug)]
pub enum EditingCommand {
    /// Open the form for a new event of a treaty, on a day.
    AddEvent(TreatyId, Option<Moment>),
    /// Open the form for a new record of a list.
    Add(RecordList),
    /// Open the form of a record, by its list and id.
    Edit(RecordList, String),
    /// Open the form of a row of the table, at the field of a column.
    EditCell(usize, Column),
    /// An event was dragged to another date.
    Move(EventMove),
    /// Rows were pasted, to be added as events and statements.
    PasteRows(String),
    /// A field of the form was changed.
    Type(Field, String),
    /// Make what is typed.
    Apply,
    /// Close the form, or ask first whether what is typed may be lost.
    Cancel,
    /// Close the form, and lose what is typed.
    Discard,
    /// Go on typing.
    GoOn,
    /// An edit was made.
    Done(Box<Edited>),
    /// An edit was not made.
    EditRefusal(Box<EditRefusal>),
    /// Ask whether to delete a record, by its list and id.
    AskToDelete(RecordList, String),
    /// What goes with the record that is to be deleted.
    Links(RecordList, String, Box<Result<Removal, EditProblem>>),
    /// Delete the record that was asked about.
    Delete,
    /// Save to this file.
    SaveTo(PathBuf),
    /// The edits were saved.
    Saved(Box<EditsSaved>),
    /// The edits were not saved to the named file.
    NotSaved(String, SaveRefused),
    /// Write over what somebody else has changed in the file.
    SaveOver,
    /// Put what somebody else has changed in the file together with the edits.
    Merge,
    /// Who proposes the edits, and why.
    Propose(Proposal),
    /// Ask where to save the patch.
    AskWhereToPropose,
    /// Save the unsaved edits as a patch.
    ProposeTo(PathBuf),
    /// The patch was saved under this name.
    Proposed(String),
    /// Make the unsaved edits of an earlier run again, by their index.
    Restore(usize),
    /// The file could not be written; for tests and jobs that end by a fault.
    Failed(WriteProblem),
}

impl Session {
    pub(in crate::session) fn apply_editing(&mut self, command: EditingCommand) -> Option<Effect> {
        match command {
            EditingCommand::AddEvent(treaty, day) => self.open_event_form(treaty, day),
            EditingCommand::Add(list) => self.open_new_form(list, None),
            EditingCommand::Edit(list, id) => self.open_form_of(list, id),
            EditingCommand::EditCell(row, column) => self.edit_cell(row, column),
            EditingCommand::Move(moved) => return self.move_event(&moved),
            EditingCommand::PasteRows(text) => return self.paste_rows(text),
            EditingCommand::Type(field, text) => self.type_in_form(field, text),
            EditingCommand::Apply => return self.apply_form(),
            EditingCommand::Cancel => self.cancel_form(),
            EditingCommand::Discard => self.editing.form = None,
            EditingCommand::GoOn => {
                if let Some(form) = &mut self.editing.form {
                    form.asks_to_discard = false;
                }
            }
            EditingCommand::Done(edited) => return self.finish_edit(*edited),
            EditingCommand::EditRefusal(why) => return self.refuse_edit(&why),
            EditingCommand::AskToDelete(list, id) => return self.find_dependents(list, id),
            EditingCommand::Links(list, id, removal) => self.ask_to_delete(list, id, *removal),
            EditingCommand::Delete => return self.delete(),
            EditingCommand::SaveTo(path) => return self.save_edits_to(path, false),
            EditingCommand::Saved(saved) => return self.finish_saving(*saved),
            EditingCommand::NotSaved(name, why) => self.refuse_saving(&name, why),
            EditingCommand::SaveOver => {
                self.overlay = None;
                let path = self.world.path.clone()?;
                return self.save_edits_to(path, true);
            }
            EditingCommand::Merge => return Some(self.merge_with_disk()),
            EditingCommand::Propose(proposal) => self.editing.proposal = proposal,
            EditingCommand::AskWhereToPropose => {
                self.overlay = None;
                return Some(Effect::Editing(EditingEffect::AskWhereToSavePatch));
            }
            EditingCommand::ProposeTo(path) => {
                let date = self.today.map(|today| today.date().to_string()).unwrap_or_default();
                let Proposal { author, reason } = self.editing.proposal.clone();
                return Some(Effect::Editing(EditingEffect::WritePatch(
                    path,
                    Box::new(Origin { author, date, reason, ..Origin::default() }),
                )));
            }
            EditingCommand::Proposed(name) => {
                self.status_message = Some((self.strings().editing.proposed)(&shown_name(&name)));
            }
            EditingCommand::Restore(index) => return self.restore_edits(index),
            EditingCommand::Failed(why) => return self.refuse_edit(&EditRefusal::Unreadable(why)),
        }
        None
    }
}
