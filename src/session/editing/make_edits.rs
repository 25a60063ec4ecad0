//! The edits that a form makes: only of what was changed in it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::edit::{Change, Edit, EditProblem, Json, Position, RecordList, value};

/// What was typed into a form, ready to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRequest {
    /// The list of the record.
    pub(super) list: RecordList,
    /// The id of the record: of an existing one, or the one that a new one gets.
    pub(super) id: String,
    /// The ids of more records that get the same values.
    pub(super) others: Vec<String>,
    /// Whether it is new.
    pub(super) is_new: bool,
    /// The id of the event behind which a new one stands in the file.
    pub(super) after: Option<String>,
    /// The fields that were changed, or all of a new record, with their values; those of the date of an event behind `dates.`.
    pub(super) values: Vec<(&'static str, Option<Json>)>,
    /// Records that are added beside it: sources, parties, speakers.
    pub(super) additions: Vec<Edit>,
    /// Whether the dataset says already that dates may stand without a source.
    pub(super) may_be_unsourced: bool,
}

impl FormRequest {
    /// The edits of the file with this text.
    pub(super) fn edits(&self, text: &str) -> Result<Vec<Edit>, EditProblem> {
        let mut edits = self.additions.clone();
        if self.values.contains(&("dates.source", None)) && !self.may_be_unsourced {
            edits.push(Edit::set(RecordList::Dataset, "", "unsourced", Json::new("true")));
        }
        if self.is_new {
            edits.extend(self.addition());
            return Ok(edits);
        }
        for id in std::iter::once(&self.id).chain(&self.others) {
            let of_record = self.values.iter().filter(|(key, _)| !key.starts_with("dates."));
            edits.extend(of_record.map(|(key, value)| Edit::set(self.list, id.as_str(), key, value.clone())));
            if self.values.iter().any(|(key, _)| key.starts_with("dates.")) {
                edits.extend(self.dates(text, id)?);
            }
        }
        Ok(edits)
    }

    /// The dates of the event, of which one is changed: the preferred one, or the first.
    fn dates(&self, text: &str, id: &str) -> Result<Option<Edit>, EditProblem> {
        let dates = value(text, self.list, id, "dates")?;
        let mut dates: Vec<Value> =
            dates.and_then(|dates| serde_json::from_str(dates.get()).ok()).unwrap_or_default();
        let is_preferred = |date: &Value| date.get("preferred").and_then(Value::as_bool) == Some(true);
        let index = dates.iter().position(is_preferred).unwrap_or_default();
        if dates.is_empty() {
            dates.push(Value::Object(Map::new()));
        }
        if let Some(date) = dates.get_mut(index).and_then(Value::as_object_mut) {
            self.change_date(date);
        }
        Ok(Json::of(&dates).map(|dates| Edit::set(self.list, id, "dates", Some(dates))))
    }

    fn change_date(&self, date: &mut Map<String, Value>) {
        for (key, value) in &self.values {
            let Some(key) = key.strip_prefix("dates.") else { continue };
            if key == "edtf" {
                // A date of its own takes the place of what it was told by.
                for relation in ["after", "before", "within"] {
                    date.remove(relation);
                }
            }
            match value.as_ref().and_then(|json| serde_json::from_str(json.get()).ok()) {
                Some(value) => date.insert(key.to_owned(), value),
                None => date.remove(key),
            };
        }
    }

    /// A new record, with the fields in the order of the format.
    fn addition(&self) -> Option<Edit> {
        let mut fields: BTreeMap<&str, Json> = BTreeMap::new();
        let mut date = Map::new();
        self.change_date(&mut date);
        if !date.is_empty() {
            fields.insert("dates", Json::of(&[Value::Object(date)])?);
        }
        for (key, value) in self.values.iter().filter(|(key, _)| !key.starts_with("dates.")) {
            fields.extend(value.clone().map(|value| (*key, value)));
        }
        fields.insert(self.list.id_field(), Json::text(&self.id));
        let fields = self.list.fields().filter_map(|name| {
            let value = fields.get(name)?;
            Some(format!("\"{name}\":{}", value.get()))
        });
        let record = Json::new(&format!("{{{}}}", fields.collect::<Vec<_>>().join(",")))?;
        let position = match &self.after {
            Some(after) if self.list == RecordList::Events => Position::After(after.clone()),
            _ => Position::Last,
        };
        Some(Edit { list: self.list, id: self.id.clone(), change: Change::Add { record, position } })
    }
}
