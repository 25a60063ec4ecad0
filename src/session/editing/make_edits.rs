//! The edits that a form makes: only of what was changed in it.

use serde_json::{Map, Value};

use crate::edit::{Change, Edit, EditProblem, Json, Position, RecordList, value};
use crate::records::SourceRecord;

use super::form::Fields;
use super::source_choice::SourceChoice;

/// What was typed into a form, ready to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRequest {
    /// The id of the event: of an existing one, or the one that a new one gets.
    pub(super) id: String,
    /// Whether it is new.
    pub(super) is_new: bool,
    /// The id of the event behind which a new one stands in the file.
    pub(super) after: Option<String>,
    /// What was in the fields.
    pub(super) before: Fields,
    /// What is in them; the date in EDTF.
    pub(super) now: Fields,
    /// The source of the date.
    pub(super) source: SourceChoice,
    /// The day on which a new source was seen.
    pub(super) accessed: Option<String>,
    /// Whether the dataset says already that dates may stand without a source.
    pub(super) may_be_unsourced: bool,
}

impl FormRequest {
    /// The edits of the file with this text.
    pub(super) fn edits(&self, text: &str) -> Result<Vec<Edit>, EditProblem> {
        let mut edits = Vec::new();
        if let SourceChoice::New { id, title, address } = &self.source {
            let source = SourceRecord {
                id: id.clone(),
                title: title.clone(),
                url: Some(address.clone()),
                accessed: self.accessed.clone(),
                ..SourceRecord::default()
            };
            edits.extend(Json::of(&source).map(|record| Edit::add(RecordList::Sources, id.clone(), record)));
        }
        if self.source == SourceChoice::None && !self.may_be_unsourced {
            edits.push(Edit::set(RecordList::Dataset, "", "unsourced", Json::new("true")));
        }
        if self.is_new {
            edits.push(self.addition());
            return Ok(edits);
        }
        let set = |field: &str, text: &str| {
            let value = (!text.trim().is_empty()).then(|| Json::text(text.trim()));
            Edit::set(RecordList::Events, self.id.as_str(), field, value)
        };
        let (before, now) = (&self.before, &self.now);
        if now.treaty != before.treaty {
            edits.push(set("treaty", &now.treaty));
        }
        if now.kind != before.kind {
            edits.push(set("type", &now.kind));
        }
        if now.title != before.title {
            edits.push(set("title", &now.title));
        }
        if now.summary != before.summary {
            edits.push(set("summary", &now.summary));
        }
        let is_same_date = now.date == before.date && now.note == before.note;
        if !is_same_date || self.source != SourceChoice::Unchanged {
            edits.extend(self.dates(text)?);
        }
        Ok(edits)
    }

    /// The dates of the event, of which one is changed: the preferred one, or the first.
    fn dates(&self, text: &str) -> Result<Option<Edit>, EditProblem> {
        let dates = value(text, RecordList::Events, &self.id, "dates")?;
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
        Ok(Json::of(&dates)
            .map(|dates| Edit::set(RecordList::Events, self.id.as_str(), "dates", Some(dates))))
    }

    fn change_date(&self, date: &mut Map<String, Value>) {
        if self.now.date != self.before.date {
            for relation in ["after", "before", "within"] {
                date.remove(relation);
            }
            date.insert("edtf".to_owned(), Value::from(self.now.date.as_str()));
        }
        match &self.source {
            SourceChoice::Unchanged => {}
            SourceChoice::None => {
                date.remove("source");
            }
            SourceChoice::Known(id) | SourceChoice::New { id, .. } => {
                date.insert("source".to_owned(), Value::from(id.as_str()));
            }
        }
        if self.now.note != self.before.note {
            if self.now.note.trim().is_empty() {
                date.remove("note");
            } else {
                date.insert("note".to_owned(), Value::from(self.now.note.trim()));
            }
        }
    }

    /// A new event, with the fields in the order of the format.
    fn addition(&self) -> Edit {
        let now = &self.now;
        let mut date = Map::new();
        self.change_date(&mut date);
        let text = |text: &str| Json::text(text.trim());
        let dates = Json::of(&[Value::Object(date)]);
        let fields = [
            ("id", Some(Json::text(&self.id))),
            ("treaty", Some(text(&now.treaty))),
            ("type", Some(text(&now.kind))),
            ("dates", dates),
            ("title", (!now.title.trim().is_empty()).then(|| text(&now.title))),
            ("summary", (!now.summary.trim().is_empty()).then(|| text(&now.summary))),
        ];
        let fields =
            fields.iter().filter_map(|(name, value)| Some(format!("\"{name}\":{}", value.as_ref()?.get())));
        let record = format!("{{{}}}", fields.collect::<Vec<_>>().join(","));
        let position = self.after.clone().map_or(Position::Last, Position::After);
        Edit {
            list: RecordList::Events,
            id: self.id.clone(),
            change: Change::Add { record: Json::new(&record).unwrap_or_else(|| Json::text("")), position },
        }
    }
}
