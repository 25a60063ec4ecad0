//! What can be edited, and opening and closing the form of an event.

use crate::domain::{Moment, TreatyId};
use crate::session::Session;
use crate::timeline::Selection;

use super::form::EventForm;

impl Session {
    /// Why the open dataset cannot be edited, in a sentence; `None` if it can.
    pub fn why_not_editable(&self) -> Option<&'static str> {
        let strings = &self.strings().editing;
        let is_native = self.world.bytes.as_deref().is_none_or(|bytes| {
            let is_wide = matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]);
            is_wide || contains(bytes, b"treaty-timeline/1")
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
    pub(super) fn refuses_editing(&mut self) -> bool {
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
    pub(super) fn is_kept_by_form(&mut self) -> bool {
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
}

/// Whether bytes contain others.
fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
