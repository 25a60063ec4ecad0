//! The form of a record: what is typed, what it was before, and what is wrong with it.

use std::collections::BTreeMap;

use crate::domain::{EdtfDate, EdtfError};
use crate::records::RecordList;

use super::field::{EVENTS_TOGETHER, Field, FieldSpec, fields_of};

/// The texts of the fields. Of lists of names the names, of choices the word of the format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<Field, String>);

impl Fields {
    /// The text of a field.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// These fields, without those in which others have something else.
    pub(super) fn in_common(mut self, others: &Self) -> Self {
        self.0.retain(|field, text| others.get(*field) == text.as_str());
        self
    }

    /// These fields, with one more.
    pub(super) fn with(mut self, field: Field, text: impl Into<String>) -> Self {
        self.set(field, text.into());
        self
    }

    pub(super) fn set(&mut self, field: Field, text: String) {
        if text.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, text);
        }
    }
}

/// What completes the text of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The whole text of the field with it.
    pub text: String,
    /// What is offered.
    pub name: String,
    /// More about it; may be empty.
    pub about: String,
}

/// The form of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordForm {
    /// The list of the record.
    pub list: RecordList,
    /// The id of the record; `None` for a new one.
    pub id: Option<String>,
    /// The ids of more records that get the same values: of several events.
    pub others: Vec<String>,
    /// The field in which typing begins; the first one where nothing is said.
    pub first: Option<Field>,
    /// The id of what was selected when the form was opened: it is shown in its place.
    pub(super) beside: Option<String>,
    /// What was in the fields when the form was opened.
    pub before: Fields,
    /// What is typed.
    pub now: Fields,
    /// What completes what was typed last, and in which field.
    pub offers: Option<(Field, Vec<Offer>)>,
    /// What is wrong, in a sentence, and with which field; `None` for the whole.
    pub problem: Option<(Option<Field>, String)>,
    /// Whether it is asked if what is typed may be lost.
    pub asks_to_discard: bool,
}

impl RecordForm {
    pub(super) fn new(list: RecordList, id: Option<String>, beside: Option<String>, fields: Fields) -> Self {
        Self {
            list,
            id,
            others: Vec::new(),
            first: None,
            beside,
            before: fields.clone(),
            now: fields,
            offers: None,
            problem: None,
            asks_to_discard: false,
        }
    }

    /// Its fields, in their order.
    pub fn fields(&self) -> &'static [FieldSpec] {
        if self.others.is_empty() { fields_of(self.list, self.id.is_none()) } else { EVENTS_TOGETHER }
    }

    /// Whether anything is typed that is not in the dataset.
    pub fn is_changed(&self) -> bool {
        self.now != self.before
    }

    /// The date that is typed in a field, or what is wrong with it; `None` while the field is empty.
    pub fn date(&self, field: Field) -> Option<Result<EdtfDate, EdtfError>> {
        let text = self.now.get(field).trim();
        (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
    }

    pub(super) fn set(&mut self, field: Field, text: String) {
        self.now.set(field, text);
        (self.problem, self.asks_to_discard, self.offers) = (None, false, None);
    }
}
