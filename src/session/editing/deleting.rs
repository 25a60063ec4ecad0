//! Deleting an event, once somebody who has seen what links to it agrees.

use super::effect::EditingEffect;
use crate::diagnostics::EditProblem;
use crate::edit::Link;
use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;
use crate::timeline::Selection;

use super::request::{EditWork, Refused};
use super::state::{Deletion, UnderWay};

impl Session {
    /// Asks what links to the selected event, to delete it.
    pub(in crate::session) fn ask_what_links(&mut self) -> Option<Effect> {
        let Selection::Event(id) = self.selection.selected else {
            self.status_message = Some(self.strings().editing.select_an_event.to_owned());
            return None;
        };
        if self.refuses_editing() || self.is_kept_by_form() || self.editing.under_way.is_some() {
            return None;
        }
        self.editing.under_way = Some(UnderWay::Links);
        Some(Effect::Editing(EditingEffect::FindLinks(self.world.dataset.event(id).key.to_string())))
    }

    /// Asks whether to delete an event, with what links to it.
    pub(super) fn ask_to_delete(&mut self, key: String, links: Result<Vec<Link>, EditProblem>) {
        self.editing.under_way = None;
        let Some(id) = self.world.dataset.find_event(&key) else { return };
        match links {
            Ok(links) => {
                let title = self.title_of(Selection::Event(id));
                self.editing.deletion = Some(Deletion { key, title, links });
                self.overlay = Some(Overlay::DeleteEvent);
            }
            Err(why) => {
                self.refuse_edit(&Refused::Edit(why));
            }
        }
    }

    /// Deletes the event that was asked about.
    pub(super) fn delete_event(&mut self) -> Option<Effect> {
        self.overlay = None;
        let Deletion { key, title, .. } = self.editing.deletion.take()?;
        if self.editing.under_way.is_some() {
            return None;
        }
        self.editing.form = None;
        let words = (self.strings().editing.deleted)(&title);
        Some(self.start_edit(UnderWay::Edit, EditWork::Delete(key), words))
    }
}
