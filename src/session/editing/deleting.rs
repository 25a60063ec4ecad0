//! Deleting a record, once somebody who has seen what goes with it agrees.

use super::effect::EditingEffect;
use crate::diagnostics::EditProblem;
use crate::edit::{RecordList, Removal};
use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;

use super::request::{EditRefusal, EditWork};
use super::state::{Deletion, PendingJob};

impl Session {
    /// Asks what goes with the selected record, to delete it.
    pub(in crate::session) fn ask_to_delete_selected(&mut self) -> Option<Effect> {
        if let Some((list, id)) = self.selected_record() {
            return self.find_dependents(list, id);
        }
        self.status_message = Some(self.strings().editing.select_a_record.to_owned());
        None
    }

    /// Asks what goes with a record, to delete it.
    pub(super) fn find_dependents(&mut self, list: RecordList, id: String) -> Option<Effect> {
        if self.refuses_editing() || self.is_kept_by_form() || self.editing.pending.is_some() {
            return None;
        }
        self.editing.pending = Some(PendingJob::Links);
        Some(Effect::Editing(EditingEffect::FindLinks(list, id)))
    }

    /// Asks whether to delete a record, with what goes with it.
    pub(super) fn ask_to_delete(
        &mut self,
        list: RecordList,
        key: String,
        removal: Result<Removal, EditProblem>,
    ) {
        self.editing.pending = None;
        match removal {
            Ok(removal) => {
                let title = self.record_name(list, &key);
                self.editing.deletion = Some(Deletion { list, key, title, removal });
                self.overlay = Some(Overlay::Delete);
            }
            Err(why) => {
                self.refuse_edit(&EditRefusal::Edit(why));
            }
        }
    }

    /// Deletes the record that was asked about.
    pub(super) fn delete(&mut self) -> Option<Effect> {
        let deletion = self.editing.deletion.as_ref()?;
        if !deletion.removal.blocking.is_empty() {
            return None;
        }
        self.overlay = None;
        let Deletion { list, key, title, .. } = self.editing.deletion.take()?;
        if self.editing.pending.is_some() {
            return None;
        }
        self.editing.form = None;
        let words = (self.strings().editing.deleted)(&title);
        Some(self.start_edit(PendingJob::Edit, EditWork::Delete(list, key), words))
    }
}
