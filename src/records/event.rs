//! The records of events, their dates and ties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DateField, Extra, NamedTexts, record};

record! {
    /// A step in a treaty's life.
    #[derive(Default)]
    pub EventRecord {
        /// Unique among events.
        id: String,
        /// Id of the treaty.
        treaty: String,
        /// One of the event types of the format, as `signed` or `withdrawal_notified`, or a type of the dataset's own
        /// by its name.
        #[serde(rename = "type")]
        #[schemars(schema_with = "event_type_schema")]
        kind: String,
        /// Id of the party that acted; absent when the treaty as a whole is meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        party: Option<String>,
        /// What sources say of its date. Sources that disagree are two entries, not one guess.
        dates: Vec<DateRecord>,
        /// A short title in sentence case, without the date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What happened, in the dataset's own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// Who holds that it had no such effect in law, and why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contested: Option<String>,
        /// Ties to earlier events.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        links: Vec<EventLinkRecord>,
        /// Words it can be found and filtered by.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<String>,
        /// Address of a page about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// How well it is attested; absent where nobody has judged it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confidence: Option<ConfidenceRecord>,
        /// Path of a picture of it, beside the data file and inside its folder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        image: Option<String>,
        /// What else is known of it, by name.
        #[serde(default, skip_serializing_if = "NamedTexts::is_empty")]
        #[schemars(with = "std::collections::BTreeMap<String, String>")]
        fields: NamedTexts,
    }
}

/// How well an event is attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConfidenceRecord {
    /// Sources independent of each other agree.
    Confirmed,
    /// One source says so.
    SingleSource,
    /// Nobody has checked it.
    Unverified,
}

record! {
    /// One source's word on one date of an event.
    #[derive(Default)]
    pub DateRecord {
        /// The date in EDTF, levels 0 to 2, in a year from -9999 to 9999.
        #[serde(default, skip_serializing_if = "DateField::is_absent")]
        #[schemars(with = "String")]
        edtf: DateField,
        /// In place of `edtf`: id of an event that it does not come before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// In place of `edtf`: id of an event that it does not come after.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// How much later than `after` it is at most, or how much earlier than `before` where that stands alone, as an
        /// ISO 8601 duration: `P6M`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<String>,
        /// Which of the act's dates it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<RoleRecord>,
        /// Id of the source it was seen in. Required unless the dataset is `unsourced`: a date without a source is not
        /// a fact.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// Whether the timeline draws this one of several.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        preferred: bool,
        /// What to know about the claim.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }
}

/// Which of an act's dates is meant.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleRecord {
    /// Said in public.
    Announced,
    /// Given to the other parties or the depositary.
    Notified,
    /// Done in due form: signed, deposited, enacted.
    Formal,
    /// Effective in law: the first day on which it holds; for an end, the first day out.
    Effective,
    /// For an end: the last day in force, where that is the day the source gives.
    LastDay,
}

record! {
    /// A tie to an earlier event.
    pub EventLinkRecord {
        /// What kind of tie.
        rel: EventRel,
        /// Id of the other event.
        event: String,
    }
}

/// How one event stands to another.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventRel {
    /// It brings the other to its effect, as the end of a notice period does.
    Completes,
    /// It answers the other.
    RespondsTo,
}

/// The event types as an enumeration, so that editors complete them; any other text is a type of the dataset's own.
fn event_type_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let keys: Vec<&str> = crate::domain::EventKind::ALL.iter().map(|kind| kind.key()).collect();
    schemars::json_schema!({ "type": "string", "anyOf": [{ "enum": keys }, { "minLength": 1 }] })
}
