//! What can be edited, and opening and closing the form of a record.

use crate::domain::{Moment, TreatyId};
use crate::records::RecordList;
use crate::session::Session;
use crate::session::tables::columns::Column;
use crate::timeline::{Selection, Subject};

use super::field::{Field, fields_of};
use super::form::{Fields, RecordForm};
use super::form_values::values;

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
    pub fn shown_form(&self) -> Option<&RecordForm> {
        let form = self.editing.form.as_ref()?;
        (self.key_of(self.selection.selected) == form.beside).then_some(form)
    }

    /// Whether another form with something typed in it is in the way: it is shown, with the question what becomes of it.
    pub(super) fn is_kept_by_form(&mut self) -> bool {
        let Some(form) = self.editing.form.as_mut().filter(|form| form.is_changed()) else { return false };
        form.asks_to_discard = true;
        let selection = match form.beside.clone() {
            Some(key) => self.find(&key),
            None => Some(Selection::Nothing),
        };
        match selection {
            Some(Selection::Nothing) => self.select(Selection::Nothing),
            Some(selection) => self.go_to(selection),
            None => return false,
        }
        true
    }

    fn show_details(&mut self) {
        if !self.shows_details() {
            self.toggle_details();
        }
    }

    /// Opens the form of what is selected.
    pub(in crate::session) fn open_form(&mut self) {
        match self.selected_record() {
            Some((list, id)) => self.open_form_of(list, id),
            None => self.status_message = Some(self.strings().editing.select_a_record.to_owned()),
        }
    }

    /// Opens the form of a record, beside what is selected.
    pub(in crate::session) fn open_form_of(&mut self, list: RecordList, id: String) {
        let is_open =
            self.shown_form().is_some_and(|form| form.list == list && form.id.as_ref() == Some(&id));
        if is_open || self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        self.overlay = None;
        match self.selection_of(list, &id) {
            Some(selection) => self.select(selection),
            None if list == RecordList::Dataset => self.select(Selection::Nothing),
            None => {}
        }
        let Some(fields) = values(&self.world.dataset, self.strings(), list, &id) else { return };
        self.show_form(list, Some(id), fields);
    }

    /// Opens the form of a row of the table, and begins at the field that a column shows.
    pub(super) fn edit_cell(&mut self, row: usize, column: Column) {
        let Some(selection) = self.table_selection(row) else { return };
        self.go_to(selection);
        let Some((list, id)) = self.selected_record() else { return };
        self.open_form_of(list, id.clone());
        if let Some(form) = self.editing.form.as_mut().filter(|form| form.id.as_deref() == Some(&*id)) {
            form.first = field_of(list, column);
        }
    }

    /// The selected events, where there are several.
    pub(in crate::session) fn events_to_edit(&self) -> Vec<String> {
        let dataset = &self.world.dataset;
        let events = self.selection.several.iter().filter_map(|subject| match *subject {
            Subject::Event(id) => Some(dataset.event(id).key.to_string()),
            Subject::Statement(_) | Subject::Bulk(_) => None,
        });
        let events: Vec<String> = events.collect();
        if events.len() > 1 { events } else { Vec::new() }
    }

    /// Opens the form in which the selected events are changed together.
    pub(in crate::session) fn open_form_together(&mut self) {
        let mut ids = self.events_to_edit();
        if ids.is_empty() {
            self.status_message = Some(self.strings().editing.select_several.to_owned());
            return;
        }
        if self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        let (dataset, strings) = (&self.world.dataset, self.strings());
        let all = ids.iter().filter_map(|id| values(dataset, strings, RecordList::Events, id));
        let Some(fields) = all.reduce(|fields, others| fields.in_common(&others)) else { return };
        let first = ids.remove(0);
        self.show_form(RecordList::Events, Some(first), fields);
        if let Some(form) = &mut self.editing.form {
            form.others = ids;
        }
    }

    fn show_form(&mut self, list: RecordList, id: Option<String>, fields: Fields) {
        let beside = self.key_of(self.selection.selected);
        self.editing.form = Some(RecordForm::new(list, id, beside, fields));
        self.show_details();
    }

    /// Opens the form for a new event of a treaty.
    pub(super) fn open_event_form(&mut self, treaty: TreatyId, day: Option<Moment>) {
        if self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        self.select(Selection::Treaty(treaty));
        self.open_new_form(RecordList::Events, day);
    }

    /// Opens the form for a new record, with what follows from the selection.
    pub(in crate::session) fn open_new_form(&mut self, list: RecordList, day: Option<Moment>) {
        if self.refuses_editing() || self.is_kept_by_form() {
            return;
        }
        self.overlay = None;
        let fields = self.values_of_new(list, day);
        self.show_form(list, None, fields);
    }

    /// Opens the form for a new event of the selected treaty.
    pub(in crate::session) fn add_event(&mut self) {
        match self.selected_treaty() {
            Some(treaty) => self.open_event_form(treaty, None),
            None => self.status_message = Some(self.strings().editing.select_a_treaty.to_owned()),
        }
    }

    /// Takes what is typed into a field, and looks for what completes it.
    pub(super) fn type_in_form(&mut self, field: Field, text: String) {
        let Some(mut form) = self.editing.form.take() else { return };
        form.set(field, text);
        if let Some(spec) = form.fields().iter().find(|spec| spec.field == field && spec.is_completed()) {
            form.offers = Some((field, self.offers(&form, spec)));
        }
        self.editing.form = Some(form);
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

/// The field of a record that a column of its table shows; `None` for what follows from other records.
fn field_of(list: RecordList, column: Column) -> Option<Field> {
    let field = match column {
        Column::Date => Field::Date,
        Column::Type | Column::Kind => Field::Kind,
        Column::Party | Column::Country => Field::Party,
        Column::Title => Field::Title,
        Column::Source => Field::Source,
        Column::Speaker => Field::Speaker,
        Column::Role => Field::Role,
        Column::Quote => Field::Quote,
        Column::Language => Field::Lang,
        Column::Name => Field::Name,
        Column::Category => Field::Group,
        Column::Parties => Field::Parties,
        Column::Publisher => Field::Publisher,
        Column::Address => Field::Address,
        Column::Treaty if list == RecordList::Statements => Field::About,
        Column::Treaty => Field::Treaty,
        _ => return None,
    };
    fields_of(list, false).iter().any(|spec| spec.field == field).then_some(field)
}

/// Whether bytes contain others.
fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
