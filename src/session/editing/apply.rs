//! Opening a form, making what is typed in it, and going on in the dataset that comes of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostics::EditProblem;
use crate::domain::{Dataset, Moment, TreatyId};
use crate::edit::Link;
use crate::session::Session;
use crate::session::commands::action::Action;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;
use crate::session::reader::additions::{slug, unique_id};
use crate::session::world::World;
use crate::timeline::Selection;

use super::form::{EventForm, Field, Fields};
use super::make_edits::FormRequest;
use super::request::{EditWork, Edited, Refused};
use super::source_choice::SourceChoice;
use super::state::{Deletion, UnderWay};
use super::text_change::EditStep;

impl Session {
    /// Why the open dataset cannot be edited, in a sentence; `None` if it can.
    pub fn why_not_editable(&self) -> Option<&'static str> {
        let strings = &self.strings().editing;
        let is_native = self.world.bytes.as_deref().is_none_or(|bytes| {
            let is_wide = matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]);
            is_wide || memchr_find(bytes, b"treaty-timeline/1")
        });
        match () {
            () if self.world.layers.len() > 1 => Some(strings.several_files),
            () if self.world.bulk.is_some() || self.world.table.is_some() || !is_native => {
                Some(strings.other_format)
            }
            () => None,
        }
    }

    /// Whether nothing can be edited now; says why.
    fn refuses_editing(&mut self) -> bool {
        let why = self.why_not_editable();
        if let Some(why) = why {
            self.status_message = Some(why.to_owned());
        }
        why.is_some()
    }

    /// The form that belongs to what is selected.
    pub fn shown_form(&self) -> Option<&EventForm> {
        let form = self.editing.form.as_ref()?;
        let dataset = &self.world.dataset;
        let is_shown = match (&form.event, self.selection.selected) {
            (Some(event), Selection::Event(id)) => *dataset.event(id).key == **event,
            (None, Selection::Treaty(id)) => *dataset.treaty(id).key == *form.before.treaty,
            _ => false,
        };
        is_shown.then_some(form)
    }

    /// Whether another form with something typed in it is in the way: it is shown, with the question what becomes of it.
    fn is_kept_by_form(&mut self) -> bool {
        let Some(form) = self.editing.form.as_mut().filter(|form| form.is_changed()) else { return false };
        form.asks_to_discard = true;
        let dataset = &self.world.dataset;
        let selection = match &form.event {
            Some(event) => dataset.find_event(event).map(Selection::Event),
            None => dataset.find_treaty(&form.before.treaty).map(Selection::Treaty),
        };
        match selection {
            Some(selection) => {
                self.go_to(selection);
                true
            }
            None => false,
        }
    }

    fn show_details(&mut self) {
        if !self.shows_details() {
            self.toggle_details();
        }
    }

    /// Opens the form of the selected event.
    pub(in crate::session) fn open_form(&mut self) {
        let Selection::Event(id) = self.selection.selected else {
            self.status_message = Some(self.strings().editing.select_an_event.to_owned());
            return;
        };
        if self.shown_form().is_some() || self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        let dataset = &self.world.dataset;
        self.editing.form = Some(EventForm::of(dataset, dataset.event(id)));
        self.show_details();
    }

    /// Opens the form for a new event.
    pub(super) fn open_new_form(&mut self, treaty: TreatyId, day: Option<Moment>) {
        if self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        self.select(Selection::Treaty(treaty));
        self.editing.form = Some(EventForm::new(&self.world.dataset, treaty, day));
        self.show_details();
    }

    /// Opens the form for a new event of the selected treaty.
    pub(in crate::session) fn add_event(&mut self) {
        match self.selected_treaty() {
            Some(treaty) => self.open_new_form(treaty, None),
            None => self.status_message = Some(self.strings().editing.select_a_treaty.to_owned()),
        }
    }

    /// Closes the form, or asks first whether what is typed may be lost.
    pub(in crate::session) fn cancel_form(&mut self) {
        if let Some(form) = &mut self.editing.form {
            if form.is_changed() && !form.asks_to_discard {
                form.asks_to_discard = true;
            } else if form.asks_to_discard {
                form.asks_to_discard = false;
            } else {
                self.editing.form = None;
            }
        }
    }

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
            Ok((request, words)) => self.start_edit(UnderWay::Edit, EditWork::Form(Box::new(request)), words),
            Err((field, problem)) => {
                if let Some(form) = &mut self.editing.form {
                    form.problem = Some((Some(field), problem));
                }
                None
            }
        }
    }

    /// What is typed, checked, and the edit in words.
    fn request_of(&self, form: &EventForm) -> Result<(FormRequest, String), (Field, String)> {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        let date = if form.now.date == form.before.date && form.event.is_some() {
            form.now.date.clone()
        } else {
            match form.date() {
                Some(Ok(date)) => date.text().to_owned(),
                Some(Err(problem)) => {
                    return Err((Field::Date, (strings.dates.problem)(form.now.date.trim(), problem)));
                }
                None => return Err((Field::Date, strings.editing.date_missing.to_owned())),
            }
        };
        if form.now.kind.trim().is_empty() {
            return Err((Field::Kind, strings.editing.kind_missing.to_owned()));
        }
        let source = if form.now.source == form.before.source && form.event.is_some() {
            SourceChoice::Unchanged
        } else {
            let choice = SourceChoice::of(dataset, &form.now.source).or_else(|| {
                // What leads to one source alone means it.
                match self.sources_for(&form.now.source).as_slice() {
                    [(id, _)] => Some(SourceChoice::Known(dataset.source(*id).key.to_string())),
                    _ => None,
                }
            });
            choice.ok_or_else(|| (Field::Source, strings.editing.unknown_source.to_owned()))?
        };
        let treaty = dataset.find_treaty(&form.now.treaty);
        let treaty = treaty.ok_or_else(|| (Field::Treaty, strings.editing.treaty_missing.to_owned()))?;
        let name = &*dataset.treaty(treaty).name;
        let now = Fields { date, ..form.now.clone() };
        let last = dataset.events_of(treaty).last().map(|&id| dataset.event(id).key.to_string());
        let words = match &form.event {
            Some(event) => self.words_of_change(dataset, event, &form.before, &now),
            None => (strings.editing.added)(self.new_title(&now), name),
        };
        let id = form.event.clone().unwrap_or_else(|| {
            let wanted = slug(&format!("{} {} {}", form.now.treaty, now.kind, now.date), "event");
            let is_used = |id: &str| dataset.find_event(id).is_some() || dataset.find_statement(id).is_some();
            unique_id(&wanted, &mut BTreeSet::new(), is_used)
        });
        let request = FormRequest {
            id,
            is_new: form.event.is_none(),
            after: last,
            before: form.before.clone(),
            now,
            source,
            accessed: self.today.map(|today| today.date().to_string()),
            may_be_unsourced: self.world.unsourced.is_some_and(|count| count > 0),
        };
        Ok((request, words))
    }

    /// The title of a new event: what is typed, or its type.
    fn new_title<'a>(&'a self, now: &'a Fields) -> &'a str {
        let kind = crate::domain::EventKind::from_key(&now.kind);
        match now.title.trim() {
            "" => kind.map_or(now.kind.as_str(), |kind| (self.strings().terms.event_kind)(kind)),
            title => title,
        }
    }

    /// What a form changed, in words: the date with both days, of other fields which.
    fn words_of_change(&self, dataset: &Dataset, event: &str, before: &Fields, now: &Fields) -> String {
        let strings = self.strings();
        let title = dataset.find_event(event).map(|id| self.title_of(Selection::Event(id))).unwrap_or_default();
        if before.date != now.date {
            let said = |text: &str| {
                crate::domain::EdtfDate::parse(text).map_or_else(|_| text.to_owned(), |date| (strings.dates.date)(&date))
            };
            return (strings.editing.date_changed)(&title, &said(&before.date), &said(&now.date));
        }
        let words = &strings.editing;
        let fields = [
            (before.kind != now.kind, words.kind.name),
            (before.treaty != now.treaty, words.treaty.name),
            (before.title != now.title, words.title.name),
            (before.summary != now.summary, words.summary.name),
            (before.source != now.source, words.source.name),
            (before.note != now.note, words.note.name),
        ];
        let changed = fields.iter().filter(|(is_changed, _)| *is_changed).map(|(_, name)| name.to_lowercase());
        (words.fields_changed)(&title, &changed.collect::<Vec<_>>().join(", "))
    }

    /// Has a job do something with the text of the file.
    pub(super) fn start_edit(&mut self, what: UnderWay, work: EditWork, words: String) -> Option<Effect> {
        self.editing.under_way = Some(what);
        let document = self.reader.document.clone().filter(|open| open.source.is_none());
        Some(Effect::Edit(Box::new(work), words, document))
    }

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
        Some(Effect::FindLinks(self.world.dataset.event(id).key.to_string()))
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
        self.start_edit(UnderWay::Edit, EditWork::Delete(key), words)
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
        self.start_edit(what, EditWork::Change(change.clone()), step.words.clone())
    }

    /// Goes on in the dataset that came of an edit.
    pub(super) fn finish_edit(&mut self, edited: Edited) -> Option<Effect> {
        let Edited { world, document, change, inverse, law, words } = edited;
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
            self.editing.changes.push(change);
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
        self.do_action(action)
    }

    /// Goes on in another version of the dataset that is edited: what is seen and selected, and the way back, stay.
    pub(super) fn continue_edited(
        &mut self,
        world: Arc<World>,
        document: Option<crate::session::reader::document::OpenDocument>,
        then: impl FnOnce(&mut Self),
    ) -> Option<Effect> {
        let mut history = std::mem::take(&mut self.history);
        let keys: Vec<Option<String>> =
            history.trail.selections_mut().map(|selection| self.key_of(*selection)).collect();
        let editing = std::mem::take(&mut self.editing);
        let message = self.status_message.clone().unwrap_or_default();
        let effect = self.continue_in(world, document, message);
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
            Refused::Edit(problem) => (None, (self.strings().editing.problem)(problem)),
            Refused::Faulty(found) => {
                (field_of(found.code), language.explain(&found.problem).message)
            }
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

/// Whether bytes contain others.
fn memchr_find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
