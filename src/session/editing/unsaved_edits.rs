//! Unsaved edits as the journal keeps them, and those of earlier runs made again.

use crate::diagnostics::shown_name;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::files::command::FilesCommand;

use super::request::EditWork;
use super::state::PendingJob;
use super::text_change::UnsavedEdits;

/// A dataset in no file that is longer than this is not kept with its edits: the bundled one is in the program.
const MAX_NEW_DATASET: usize = 64 * 1024;

impl Session {
    /// The unsaved edits of the open file, and those of earlier runs that nobody has made again or discarded.
    pub(in crate::session) fn all_unsaved_edits(&self) -> Vec<UnsavedEdits> {
        let open = self.has_unsaved_edits().then(|| UnsavedEdits {
            path: self.world.path.clone(),
            base: self.new_dataset(),
            name: self.world.name.clone(),
            sha256: self.world.sha256.as_ref().map(|sha256| (**sha256).clone()).unwrap_or_default(),
            count: self.editing.unsaved.max(1),
            changes: self.editing.changes.clone(),
        });
        open.into_iter()
            .chain(self.editing.of_earlier_runs.iter().cloned())
            .chain(self.editing.restoring.clone())
            .collect()
    }

    /// The text of a new dataset that is in no file, before its edits.
    fn new_dataset(&self) -> Option<String> {
        let base = self.world.base.as_ref().filter(|base| base.len() <= MAX_NEW_DATASET)?;
        let text = self.world.path.is_none().then(|| String::from_utf8(base.to_vec()))?;
        text.ok()
    }

    /// Opens the file of edits that an earlier run left, to make them again.
    pub(super) fn restore_edits(&mut self, index: usize) -> Option<Effect> {
        if index >= self.editing.of_earlier_runs.len() || self.has_unsaved_edits() {
            return None;
        }
        self.overlay = None;
        let edits = self.editing.of_earlier_runs.remove(index);
        let is_open = edits.path == self.world.path && !self.world.is_in_memory();
        let (name, path, base) = (edits.name.clone(), edits.path.clone(), edits.base.clone());
        self.editing.restoring = Some(edits);
        if let Some(base) = base {
            let bytes = base.into_bytes().into();
            return self.dispatch(Command::Files(FilesCommand::LoadBytes(name, bytes)));
        }
        if is_open { self.make_again() } else { Some(self.start_loading(&name, path)) }
    }

    /// Makes the edits of an earlier run again in the file that is open now, if it is theirs.
    pub(in crate::session) fn make_again(&mut self) -> Option<Effect> {
        let edits = self.editing.restoring.take()?;
        let sha256 = self.world.sha256.as_ref().map(|sha256| (**sha256).clone()).unwrap_or_default();
        if edits.path != self.world.path || edits.sha256 != sha256 {
            self.status_message = Some((self.strings().editing.not_restored)(&shown_name(&edits.name)));
            self.editing.of_earlier_runs.push(edits);
            return None;
        }
        let words = (self.strings().editing.restored)(edits.count);
        Some(self.start_edit(PendingJob::Edit, EditWork::Repeat(edits.changes), words))
    }
}
