//! Making edits, undoing them, and going on in the dataset that comes of it.

use std::sync::Arc;

use super::effect::EditingEffect;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::commands::action::Action;
use crate::session::effect::Effect;
use crate::session::reader::document::OpenDocument;
use crate::session::world::World;
use crate::timeline::Selection;

use super::form::Field;
use super::request::{EditWork, Edited, Refused};
use super::state::UnderWay;
use super::text_change::EditStep;

impl Session {
    /// Makes what is typed in the form.
    pub(super) fn apply_form(&mut self) -> Option<Effect> {
        let form = self.editing.form.clone()?;
        if self.editing.under_way.is_some() {
            return None;
        }
        if !form.is_changed() && form.event.is_some() {
            self.editing.form = None;
            return None;
        }
        match self.request_of(&form) {
            Ok((request, words)) => {
                Some(self.start_edit(UnderWay::Edit, EditWork::Form(Box::new(request)), words))
            }
            Err((field, problem)) => {
                if let Some(form) = &mut self.editing.form {
                    form.problem = Some((Some(field), problem));
                }
                None
            }
        }
    }

    /// Has a job do something with the text of the file.
    pub(super) fn start_edit(&mut self, what: UnderWay, work: EditWork, words: String) -> Effect {
        self.editing.under_way = Some(what);
        let document = self.reader.document.clone().filter(|open| open.source.is_none());
        Effect::Editing(EditingEffect::Edit(Box::new(work), words, document))
    }

    /// Undoes the edit that is the last step, or makes again the one that was undone last.
    pub(in crate::session) fn start_undo(&mut self, step: &EditStep, is_redo: bool) -> Option<Effect> {
        if self.editing.under_way.is_some() {
            let action = if is_redo { Action::Redo } else { Action::Undo };
            self.editing.waiting.push_back(action);
            return None;
        }
        if self.is_kept_by_form() {
            return None;
        }
        self.editing.form = None;
        let (what, change) =
            if is_redo { (UnderWay::Redo, &step.change) } else { (UnderWay::Undo, &step.inverse) };
        Some(self.start_edit(what, EditWork::Change(change.clone()), step.words.clone()))
    }

    /// Goes on in the dataset that came of an edit.
    pub(super) fn finish_edit(&mut self, edited: Edited) -> Option<Effect> {
        let Edited { world, document, change, inverse, since_base, merged, law, words } = edited;
        let words = merged.map_or(words, |(made, left)| (self.strings().editing.merged)(made, left));
        let what = self.editing.under_way.take();
        if self.world.id() == world.id() || what.is_none() {
            return None;
        }
        let added = match (what, &self.editing.form) {
            (Some(UnderWay::Edit), Some(form)) if form.event.is_none() => world
                .dataset
                .events()
                .iter()
                .find(|event| self.world.dataset.find_event(&event.key).is_none())
                .map(|event| event.key.to_string()),
            _ => None,
        };
        let law = self.law_words(&law, &world);
        self.editing.form = None;
        let is_saved = !world.is_edited();
        let effect = self.continue_edited(world, document, |session| match what {
            Some(UnderWay::Undo) => session.step_over_edit(false),
            Some(UnderWay::Redo) => session.step_over_edit(true),
            _ => session.push_edit(EditStep {
                words: words.clone(),
                change: change.clone(),
                inverse: inverse.clone(),
            }),
        });
        if is_saved {
            self.editing.changes.clear();
            self.editing.unsaved = 0;
        } else {
            if let Some(change) = since_base {
                self.editing.changes = vec![change];
            } else {
                self.editing.changes.push(change);
            }
            self.editing.unsaved = match what {
                Some(UnderWay::Undo) => self.editing.unsaved.saturating_sub(1).max(1),
                _ => self.editing.unsaved + 1,
            };
        }
        self.editing.is_discarded = false;
        if let Some(id) = added.and_then(|key| self.world.dataset.find_event(&key)) {
            self.go_to(Selection::Event(id));
        }
        let history = &self.strings().history;
        let said = match what {
            Some(UnderWay::Undo) => (history.undone)(&words),
            Some(UnderWay::Redo) => (history.redone)(&words),
            _ => words,
        };
        let said: Vec<String> = std::iter::once(said).chain(law).collect();
        self.status_message = Some(said.join(" · "));
        self.history.has_edited = what == Some(UnderWay::Edit);
        self.history.is_said_again = true;
        effect.or_else(|| self.do_waiting())
    }

    /// Does what was asked for while an edit was under way.
    pub(super) fn do_waiting(&mut self) -> Option<Effect> {
        let action = self.editing.waiting.pop_front()?;
        self.dispatch(Command::Do(action))
    }

    /// Goes on in another version of the dataset that is edited: what is seen and selected, and the way back, stay.
    pub(super) fn continue_edited(
        &mut self,
        world: Arc<World>,
        document: Option<OpenDocument>,
        then: impl FnOnce(&mut Self),
    ) -> Option<Effect> {
        let mut history = std::mem::take(&mut self.history);
        let keys: Vec<Option<String>> =
            history.trail.selections_mut().map(|selection| self.key_of(*selection)).collect();
        let editing = std::mem::take(&mut self.editing);
        let message = self.status_message.clone().unwrap_or_default();
        let effect = self.continue_with(world, document, message);
        self.editing = editing;
        for (selection, key) in std::iter::zip(history.trail.selections_mut(), keys) {
            *selection = key.and_then(|key| self.find(&key)).unwrap_or_default();
        }
        // The state before the edit, in the ids of the dataset before it.
        self.history = history;
        then(self);
        let history = std::mem::take(&mut self.history);
        self.put_back_history(history);
        effect
    }

    /// Says why an edit was not made: at its field, where a form is open.
    pub(super) fn refuse_edit(&mut self, why: &Refused) -> Option<Effect> {
        let what = self.editing.under_way.take();
        self.editing.waiting.clear();
        let language = self.language();
        let (field, said) = match why {
            Refused::Edit(problem) => (None, language.edit_problem(problem)),
            Refused::Faulty(found) => (field_of(found.code), language.explain(&found.problem).message),
            Refused::OtherText => (None, self.strings().editing.other_text.to_owned()),
            Refused::Unreadable(problem) => (None, language.write_problem(problem)),
        };
        match &mut self.editing.form {
            Some(form) if what == Some(UnderWay::Edit) => form.problem = Some((field, said)),
            _ => self.status_message = Some((self.strings().editing.not_made)(&said)),
        }
        None
    }
}

/// The field of the form at which the problem of a rule is shown.
fn field_of(rule: &str) -> Option<Field> {
    match rule {
        rule if rule.contains("date") || rule.contains("signature") => Some(Field::Date),
        rule if rule.contains("source") => Some(Field::Source),
        rule if rule.contains("type") => Some(Field::Kind),
        _ => None,
    }
}
