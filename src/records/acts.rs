//! The records of depositaries' lists: what each party to a treaty did, and when, a row for each.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{Act, EventKind};

use super::Extra;

/// A depositary's list of the acts of a treaty's parties. They count in law and are no events of the timeline.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct ActsRecord {
    /// Id of the treaty.
    pub treaty: String,
    /// Id of the source that the whole list was seen in.
    pub source: String,
    /// The day on which it was seen, in EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// The day as of which the list says that it stands, in EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// By which rule the days of entry into force were worked out, where the list does not give them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<ActsRuleRecord>,
    /// A row for each party: its id, and the dates of its acts by type. A party that left and came back has two rows.
    pub rows: Vec<ActRowRecord>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: Extra,
}

/// The clause by which the days of entry into force of a list were worked out.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
pub struct ActsRuleRecord {
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// What it says, in the dataset's own words.
    #[serde(default)]
    pub text: String,
    /// Id of the source of the clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A row of a list: the id of the party, and the dates of its acts.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
pub struct ActRowRecord(pub String, #[schemars(schema_with = "dates_schema")] pub ActDatesRecord);

/// The dates of one party's acts, in EDTF, in the order of the file.
#[derive(Debug, Default)]
pub struct ActDatesRecord {
    /// The acts.
    pub acts: Vec<(EventKind, String)>,
    /// Names that are no type of act.
    pub unknown: Vec<String>,
}

/// The word for a type of act in the file.
pub fn act_key(kind: EventKind) -> &'static str {
    match kind {
        EventKind::EnteredIntoForce => "in_force",
        kind => kind.key(),
    }
}

fn act_kind(key: &str) -> Option<EventKind> {
    Act::KINDS.into_iter().find(|&kind| act_key(kind) == key)
}

// By hand, since a list is long: with `flatten`, serde would keep all of it before it reads any.
impl<'de> Deserialize<'de> for ActsRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ActsVisitor;
        impl<'de> Visitor<'de> for ActsVisitor {
            type Value = ActsRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct ActsRecord")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let (mut treaty, mut source, mut rows) = (None, None, None);
                let mut acts = ActsRecord::default();
                while let Some(key) = map.next_key::<String>()? {
                    match &*key {
                        "treaty" => treaty = Some(map.next_value()?),
                        "source" => source = Some(map.next_value()?),
                        "seen" => acts.seen = map.next_value()?,
                        "as_of" => acts.as_of = map.next_value()?,
                        "rule" => acts.rule = map.next_value()?,
                        "rows" => rows = Some(map.next_value()?),
                        _ => {
                            let value = map.next_value()?;
                            acts.extra.insert(key, value);
                        }
                    }
                }
                acts.treaty = treaty.ok_or_else(|| A::Error::missing_field("treaty"))?;
                acts.source = source.ok_or_else(|| A::Error::missing_field("source"))?;
                acts.rows = rows.ok_or_else(|| A::Error::missing_field("rows"))?;
                Ok(acts)
            }
        }
        deserializer.deserialize_map(ActsVisitor)
    }
}

impl<'de> Deserialize<'de> for ActDatesRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DatesVisitor;
        impl<'de> Visitor<'de> for DatesVisitor {
            type Value = ActDatesRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut dates = ActDatesRecord::default();
                while let Some(key) = map.next_key::<String>()? {
                    match act_kind(&key) {
                        Some(kind) => dates.acts.push((kind, map.next_value()?)),
                        None => {
                            map.next_value::<serde::de::IgnoredAny>()?;
                            dates.unknown.push(key);
                        }
                    }
                }
                Ok(dates)
            }
        }
        deserializer.deserialize_map(DatesVisitor)
    }
}

impl Serialize for ActDatesRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.acts.len()))?;
        for (kind, date) in &self.acts {
            map.serialize_entry(act_key(*kind), date)?;
        }
        map.end()
    }
}

/// The types of act as properties, so that editors complete them.
fn dates_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let date = || serde_json::json!({ "type": "string" });
    let properties: serde_json::Map<_, _> =
        Act::KINDS.iter().map(|&kind| (act_key(kind).to_owned(), date())).collect();
    schemars::json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_as_it_was_read() {
        let text = r#"{"treaty":"T","source":"s","seen":"2026-11-30","rows":[["AAA",{"signed":"2000-01-01","in_force":"2001"}],["BBB",{}]],"later":1}"#;
        let record: ActsRecord = serde_json::from_str(text).unwrap();
        assert_eq!(record.rows[0].1.acts[1], (EventKind::EnteredIntoForce, "2001".to_owned()));
        assert_eq!(serde_json::to_string(&record).unwrap(), text);
    }

    #[test]
    fn a_list_without_rows_is_refused_and_an_unknown_act_is_kept_aside() {
        let err = serde_json::from_str::<ActsRecord>(r#"{"treaty":"T","source":"s"}"#).unwrap_err();
        assert!(err.to_string().starts_with("missing field `rows`"), "{err}");
        let row: ActRowRecord = serde_json::from_str(r#"["AAA",{"joined":"2000","signed":"2001"}]"#).unwrap();
        assert_eq!((row.1.acts.len(), row.1.unknown), (1, vec!["joined".to_owned()]));
    }
}
