//! An edit of a data file as data: which record of which list, and what is done to it.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::DatasetRecord;
use super::event::EventRecord;
use super::series::SeriesRecord;
use super::source::{PartyRecord, SourceRecord, SpeakerRecord};
use super::statement::StatementRecord;
use super::treaty::TreatyRecord;

/// A value in JSON, as it is or shall be written in the file.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Box<str>);

impl Json {
    /// A text as JSON; `None` if it is not one JSON value.
    pub fn new(text: &str) -> Option<Self> {
        serde_json::from_str::<&RawValue>(text).ok().map(|raw| Self(raw.get().into()))
    }

    /// A string.
    pub fn text(text: &str) -> Self {
        Self(serde_json::Value::from(text).to_string().into())
    }

    /// A record or a part of one, as it is written; `None` if it has no form in JSON, which no record is.
    pub fn of(value: &impl Serialize) -> Option<Self> {
        serde_json::to_string(value).ok().map(|text| Self(text.into()))
    }

    /// The JSON.
    pub fn get(&self) -> &str {
        &self.0
    }

    /// The string that it is; `None` if it is something else.
    pub fn as_text(&self) -> Option<String> {
        serde_json::from_str(&self.0).ok()
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // It was checked when it was made, so that this reads it only once more.
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Self(raw.get().into()))
    }
}

/// A list of records of a data file, or the file's own fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordList {
    /// The fields of the dataset itself: its title, its version. It has one record, whose id is empty.
    Dataset,
    /// States and organisations.
    Parties,
    /// People and texts that are quoted.
    Speakers,
    /// Treaties and topics.
    Treaties,
    /// Sources.
    Sources,
    /// Events.
    Events,
    /// Depositaries' lists; the id of one is that of its treaty.
    Acts,
    /// Statements.
    Statements,
    /// Series of figures.
    Series,
}

impl RecordList {
    /// Every list, in the order of the format.
    pub const ALL: [Self; 9] = [
        Self::Dataset,
        Self::Parties,
        Self::Speakers,
        Self::Treaties,
        Self::Sources,
        Self::Events,
        Self::Acts,
        Self::Statements,
        Self::Series,
    ];

    /// Its name in a data file; `dataset` for the file's own fields.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::Parties => "parties",
            Self::Speakers => "speakers",
            Self::Treaties => "treaties",
            Self::Sources => "sources",
            Self::Events => "events",
            Self::Acts => "acts",
            Self::Statements => "statements",
            Self::Series => "series",
        }
    }

    /// The list of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.key() == key)
    }

    /// The names of the fields of its records, in the order in which they are written.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        let fields = match self {
            Self::Dataset => DatasetRecord::FIELDS,
            Self::Parties => PartyRecord::FIELDS,
            Self::Speakers => SpeakerRecord::FIELDS,
            Self::Treaties => TreatyRecord::FIELDS,
            Self::Sources => SourceRecord::FIELDS,
            Self::Events => EventRecord::FIELDS,
            Self::Acts => &["treaty", "source", "seen", "as_of", "rule", "also", "lacks", "rows"],
            Self::Statements => StatementRecord::FIELDS,
            Self::Series => SeriesRecord::FIELDS,
        };
        // The one field that has another name in the code.
        let name = move |field: &&'static str| match (self, *field) {
            (Self::Events, "kind") => "type",
            (_, field) => field,
        };
        fields.iter().map(name)
    }

    /// The field that tells its records apart.
    pub fn id_field(self) -> &'static str {
        if self == Self::Acts { "treaty" } else { "id" }
    }
}

/// An edit of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The list of the record.
    pub list: RecordList,
    /// Its id; empty for [`RecordList::Dataset`].
    pub id: String,
    /// What is done to it.
    pub change: Change,
}

/// What is done to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is added. The record, a JSON object, need not have the id: it is written first then.
    Add {
        /// The record.
        record: Json,
        /// Where in its list.
        position: Position,
    },
    /// It is removed.
    Remove,
    /// One of its fields gets another value.
    Set {
        /// The field's name in the file. One that the format does not know is kept as it is given.
        field: String,
        /// Its value; `None` removes the field.
        value: Option<Json>,
    },
}

/// Where a new record stands in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// At the end.
    #[default]
    Last,
    /// At the beginning.
    First,
    /// Behind the record of this id; at the end if there is none.
    After(String),
}

impl Edit {
    /// A record that is added at the end of its list.
    pub fn add(list: RecordList, id: impl Into<String>, record: Json) -> Self {
        Self { list, id: id.into(), change: Change::Add { record, position: Position::Last } }
    }

    /// A record that is removed.
    pub fn remove(list: RecordList, id: impl Into<String>) -> Self {
        Self { list, id: id.into(), change: Change::Remove }
    }

    /// A field that gets another value, or none.
    pub fn set(list: RecordList, id: impl Into<String>, field: &str, value: Option<Json>) -> Self {
        Self { list, id: id.into(), change: Change::Set { field: field.to_owned(), value } }
    }
}

/// A record or a field that has another value than an edit of it starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The list of the record.
    pub list: RecordList,
    /// The record.
    pub id: String,
    /// The field; `None` for the whole record.
    pub field: Option<String>,
    /// What both started from, or what the patch expects.
    pub base: Option<Json>,
    /// What is there now.
    pub ours: Option<Json>,
    /// What it was to become.
    pub theirs: Option<Json>,
}

/// Something in a record that names another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The list of the record that names the other.
    pub list: RecordList,
    /// The record that names the other.
    pub id: String,
    /// The field of it, with the fields inside: `dates.source`.
    pub field: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_list_are_those_of_the_schema() {
        let schema = serde_json::to_value(schemars::schema_for!(DatasetRecord)).unwrap();
        let properties = |schema: &serde_json::Value| -> std::collections::BTreeSet<String> {
            schema["properties"].as_object().unwrap().keys().cloned().collect()
        };
        for list in RecordList::ALL {
            let fields: std::collections::BTreeSet<String> = list.fields().map(str::to_owned).collect();
            let known = match list {
                RecordList::Dataset => properties(&schema),
                list => {
                    let item = &schema["properties"][list.key()]["items"]["$ref"];
                    let name = item.as_str().unwrap().rsplit('/').next().unwrap();
                    properties(&schema["$defs"][name])
                }
            };
            assert_eq!(fields, known, "{}", list.key());
        }
    }
}
