//! An edit from its start to its end: asked of a job, then the dataset that came of it, or why it was refused.

use std::sync::Arc;

use super::effect::EditingEffect;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::reader::document::OpenDocument;
use crate::session::world::World;

use super::field::Field;
use super::form::RecordForm;
use super::request::{EditRefusal, EditWork, Edited};
use super::state::PendingJob;
use super::text_change::EditStep;

impl Session {
    /// Makes what is typed in the form.
    pub(super) fn apply_form(&mut self) -> Option<Effect> {
        let form = self.editing.form.clone()?;
        if self.editing.pending.is_some() {
            return None;
        }
        if !form.is_changed() && form.id.is_some() {
            self.editing.form = None;
            return None;
        }
        match self.request_of(&form) {
            Ok((request, words)) => {
                self.editing.adding = request.is_new.then(|| (form.list, request.id.clone()));
                Some(self.start_edit(PendingJob::Edit, EditWork::Form(Box::new(request)), words))
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
    pub(super) fn start_edit(&mut self, what: PendingJob, work: EditWork, words: String) -> Effect {
        self.editing.pending = Some(what);
        let document = self.reader.document.clone().filter(|open| open.source.is_none());
        Effect::Editing(EditingEffect::Edit(Box::new(work), words, document))
    }

    /// Goes on in the dataset that came of an edit.
    pub(super) fn finish_edit(&mut self, edited: Edited) -> Option<Effect> {
        let Edited { world, document, change, inverse, since_base, merged, outcome, law, words } = edited;
        let words = outcome.map_or(words, |outcome| self.words_of(&outcome));
        let words = merged.map_or(words, |(made, left)| (self.strings().editing.merged)(made, left));
        let what = self.editing.pending.take();
        if self.world.id() == world.id() || what.is_none() {
            return None;
        }
        let added = self.editing.adding.take();
        let law = self.law_words(&law, &world);
        self.editing.form = None;
        let is_saved = !world.is_edited();
        let effect = self.continue_edited(world, document, |session| match what {
            Some(PendingJob::Undo) => session.step_over_edit(false),
            Some(PendingJob::Redo) => session.step_over_edit(true),
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
                Some(PendingJob::Undo) => self.editing.unsaved.saturating_sub(1).max(1),
                _ => self.editing.unsaved + 1,
            };
        }
        self.editing.is_discarded = false;
        if let Some(selection) = added.and_then(|(list, id)| self.selection_of(list, &id)) {
            self.go_to(selection);
        }
        let history = &self.strings().history;
        let said = match what {
            Some(PendingJob::Undo) => (history.undone)(&words),
            Some(PendingJob::Redo) => (history.redone)(&words),
            _ => words,
        };
        let said: Vec<String> = std::iter::once(said).chain(law).collect();
        self.status_message = Some(said.join(" · "));
        self.history.has_edited = what == Some(PendingJob::Edit);
        self.history.is_said_again = true;
        effect.or_else(|| self.run_pending())
    }

    /// Does what was asked for while an edit was under way, up to the next edit.
    pub(in crate::session) fn run_pending(&mut self) -> Option<Effect> {
        while self.editing.pending.is_none() {
            let action = self.editing.queued_actions.pop_front()?;
            let effect = self.dispatch(Command::Do(action));
            if effect.is_some() {
                return effect;
            }
        }
        None
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
    pub(super) fn refuse_edit(&mut self, why: &EditRefusal) -> Option<Effect> {
        let what = self.editing.pending.take();
        self.editing.queued_actions.clear();
        self.editing.adding = None;
        let language = self.language();
        let (field, said) = match why {
            EditRefusal::Edit(problem) => (None, language.edit_problem(problem)),
            EditRefusal::Faulty(found) => {
                (field_of(found.code, self.editing.form.as_ref()), language.explain(&found.problem).message)
            }
            EditRefusal::OtherText => (None, self.strings().editing.other_text.to_owned()),
            EditRefusal::Unreadable(problem) => (None, language.write_problem(problem)),
            EditRefusal::NothingNew(outcome) => (None, self.words_of(outcome)),
        };
        match &mut self.editing.form {
            Some(form) if what == Some(PendingJob::Edit) => form.problem = Some((field, said)),
            _ => self.status_message = Some((self.strings().editing.not_made)(&said)),
        }
        None
    }
}

/// The field of a form at which the problem of a rule is shown, if the form has it.
fn field_of(rule: &str, form: Option<&RecordForm>) -> Option<Field> {
    let field = match rule {
        rule if rule.contains("date") || rule.contains("signature") => Field::Date,
        rule if rule.contains("source") => Field::Source,
        rule if rule.contains("type") => Field::Kind,
        _ => return None,
    };
    form?.fields().iter().any(|spec| spec.field == field).then_some(field)
}
