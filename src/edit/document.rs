//! The text of a data file as lists of records with ids.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostics::EditProblem;
use crate::load::Object;
use crate::records::{Json, RecordList};

use super::container::FieldsOf;
use super::raw::compact_value;

/// The fields of a file, in its order.
pub(super) struct Document<'a> {
    pub(super) fields: FieldsOf<'a>,
}

/// A record of a list.
pub(super) struct Record<'a> {
    /// Its id; `None` where it has none.
    pub(super) id: Option<String>,
    /// Its fields, in the order of the file.
    pub(super) fields: FieldsOf<'a>,
}

/// The records of a list by their ids.
pub(super) struct Records<'a> {
    list: RecordList,
    pub(super) records: Vec<Record<'a>>,
    index: HashMap<String, Option<usize>>,
}

/// The names that are no fields of a dataset: its lists, and what kind of file it is.
pub(super) fn is_structure(field: &str) -> bool {
    field == "format"
        || RecordList::ALL.iter().any(|list| *list != RecordList::Dataset && list.key() == field)
}

impl<'a> Document<'a> {
    /// The document of a text in the native format.
    pub(super) fn of(text: &'a str) -> Result<Self, EditProblem> {
        let fields = fields_of(text).ok_or(EditProblem::NoObject)?;
        let format = fields.iter().find(|(name, _)| name == "format");
        let format = format.and_then(|(_, value)| serde_json::from_str::<String>(value).ok());
        if format.as_deref() != Some("treaty-timeline/1") {
            return Err(EditProblem::NotNative);
        }
        Ok(Self { fields })
    }

    /// The JSON of a list; `None` where there is none, or null.
    pub(super) fn list(&self, list: RecordList) -> Option<&'a str> {
        let field = self.fields.iter().find(|(name, _)| name == list.key());
        field.map(|(_, value)| *value).filter(|value| *value != "null")
    }

    /// The records of a list; for the dataset one record, with the fields that are no lists.
    pub(super) fn records(&self, list: RecordList) -> Result<Records<'a>, EditProblem> {
        if list == RecordList::Dataset {
            let fields = self.fields.iter().filter(|(name, _)| !is_structure(name)).cloned().collect();
            return Ok(Records::new(list, vec![Record { id: Some(String::new()), fields }]));
        }
        let Some(json) = self.list(list) else { return Ok(Records::new(list, Vec::new())) };
        let items = serde_json::from_str::<crate::load::Array<'a>>(json);
        let items = items.map_err(|_not_a_list| EditProblem::NoList(list.key()))?.0;
        let records = items.into_iter().map(|item| {
            // What is no object has no fields and no id, and is left alone.
            let fields = fields_of(item.get()).unwrap_or_default();
            Record { id: id_of(list, &fields), fields }
        });
        Ok(Records::new(list, records.collect()))
    }
}

impl<'a> Records<'a> {
    fn new(list: RecordList, records: Vec<Record<'a>>) -> Self {
        let mut index = HashMap::with_capacity(records.len());
        for (position, record) in records.iter().enumerate() {
            if let Some(id) = &record.id {
                // An id that comes twice names nothing.
                index.entry(id.clone()).and_modify(|found| *found = None).or_insert(Some(position));
            }
        }
        Self { list, records, index }
    }

    /// The record of an id, if there is one.
    ///
    /// # Errors
    /// There are several.
    pub(super) fn find(&self, id: &str) -> Result<Option<&Record<'a>>, EditProblem> {
        match self.index.get(id) {
            Some(Some(position)) => Ok(self.records.get(*position)),
            Some(None) => Err(EditProblem::Ambiguous(self.list.key(), id.to_owned())),
            None => Ok(None),
        }
    }

    /// The record of an id.
    pub(super) fn get(&self, id: &str) -> Result<&Record<'a>, EditProblem> {
        self.find(id)?.ok_or_else(|| EditProblem::NoRecord(self.list.key(), id.to_owned()))
    }
}

impl Record<'_> {
    /// The record as JSON.
    pub(super) fn json(&self) -> Option<Json> {
        object_json(self.fields.iter().map(|(name, value)| (&**name, *value)))
    }
}

/// An object of these fields.
pub(super) fn object_json<'b>(fields: impl Iterator<Item = (&'b str, &'b str)>) -> Option<Json> {
    let fields = fields.map(|(name, value)| format!("{}:{value}", serde_json::Value::from(name)));
    compact_value(&format!("{{{}}}", fields.collect::<Vec<_>>().join(",")))
}

/// The fields of an object; `None` if the text is none.
pub(super) fn fields_of(json: &str) -> Option<FieldsOf<'_>> {
    let Object(fields) = serde_json::from_str(json).ok()?;
    Some(fields.into_iter().map(|(name, value): (Cow<'_, str>, _)| (name, value.get())).collect())
}

/// The id among the fields of a record.
pub(super) fn id_of(list: RecordList, fields: &FieldsOf<'_>) -> Option<String> {
    let (_, value) = fields.iter().find(|(name, _)| name == list.id_field())?;
    serde_json::from_str(value).ok()
}
