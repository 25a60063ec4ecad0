//! The records of depositaries' lists: what each party to a treaty did, and when, a row for each.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap as _, SerializeSeq as _};
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
    /// Acts that were seen in another source than the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<OtherSourceRecord>,
    /// What the list does not give, in the dataset's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
    /// A row for each party: its id, the dates of its acts by type in EDTF, and to which protocol they are where there are
    /// several. A party that left and came back has two rows.
    #[schemars(schema_with = "rows_schema")]
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
    /// Id of the source of the clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What it says, in the dataset's own words.
    #[serde(default)]
    pub text: String,
}

/// Another source of some acts of a list.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
pub struct OtherSourceRecord {
    /// Id of the source.
    pub source: String,
    /// Ids of the parties whose acts were seen there.
    #[serde(default)]
    pub parties: Vec<String>,
    /// The types of act; all of them if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// Why it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A row of a list.
#[derive(Debug, Default)]
pub struct ActRowRecord {
    /// Id of the party.
    pub party: String,
    /// The dates of its acts.
    pub dates: ActDatesRecord,
    /// To which of several protocols they are.
    pub part: Option<String>,
}

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
                        "also" => acts.also = map.next_value()?,
                        "lacks" => acts.lacks = map.next_value()?,
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

impl<'de> Deserialize<'de> for ActRowRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowVisitor;
        impl<'de> Visitor<'de> for RowVisitor {
            type Value = ActRowRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let party = seq.next_element()?.ok_or_else(|| A::Error::missing_field("party"))?;
                let dates = seq.next_element()?.ok_or_else(|| A::Error::missing_field("dates"))?;
                let part = seq.next_element()?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(ActRowRecord { party, dates, part })
            }
        }
        deserializer.deserialize_seq(RowVisitor)
    }
}

impl Serialize for ActRowRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(&self.party)?;
        row.serialize_element(&self.dates)?;
        if let Some(part) = &self.part {
            row.serialize_element(part)?;
        }
        row.end()
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
                    if let Some(kind) = act_kind(&key) {
                        dates.acts.push((kind, map.next_value()?));
                    } else {
                        map.next_value::<IgnoredAny>()?;
                        dates.unknown.push(key);
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

/// Each row with the types of act as properties, so that editors complete them.
fn rows_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let text = || serde_json::json!({ "type": "string" });
    let properties: serde_json::Map<_, _> =
        Act::KINDS.iter().map(|&kind| (act_key(kind).to_owned(), text())).collect();
    let dates = serde_json::json!({ "type": "object", "properties": properties });
    let row = serde_json::json!({
        "type": "array", "prefixItems": [text(), dates, text()], "minItems": 2, "maxItems": 3
    });
    schemars::json_schema!({ "type": "array", "items": row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_as_it_was_read() {
        let text = r#"{"treaty":"T","source":"s","seen":"2026-11-30","rows":[["AAA",{"signed":"2000-01-01","in_force":"2001"}],["BBB",{},"Protocol I"]],"later":1}"#;
        let record: ActsRecord = serde_json::from_str(text).unwrap();
        assert_eq!(record.rows[0].dates.acts[1], (EventKind::EnteredIntoForce, "2001".to_owned()));
        assert_eq!(serde_json::to_string(&record).unwrap(), text);
    }

    #[test]
    fn a_list_without_rows_is_refused_and_an_unknown_act_is_kept_aside() {
        let err = serde_json::from_str::<ActsRecord>(r#"{"treaty":"T","source":"s"}"#).unwrap_err();
        assert!(err.to_string().starts_with("missing field `rows`"), "{err}");
        let row: ActRowRecord = serde_json::from_str(r#"["AAA",{"joined":"2000","signed":"2001"}]"#).unwrap();
        assert_eq!((row.dates.acts.len(), row.dates.unknown), (1, vec!["joined".to_owned()]));
    }
}
