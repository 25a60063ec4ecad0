//! The records of the native format, `treaty-timeline/1`, as they stand in a file.
//!
//! The JSON Schema in `data/` is generated from these types, doc comments included. Fields that are not known
//! here land in `extra` and survive a save.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::series_records::SeriesRecord;
use super::statement_records::StatementRecord;
use super::term_records::{NatureRecord, TermsRecord};

/// Fields that this version does not know.
pub(super) type Extra = BTreeMap<String, serde_json::Value>;

/// A record with its fields and room for those that are not known.
macro_rules! record {
    (
        $(#[$meta:meta])* $vis:vis $name:ident { $(
            $(#[$field_meta:meta])* $field:ident: $ty:ty
        ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Deserialize, Serialize, JsonSchema)]
        $vis struct $name {
            $(
                $(#[$field_meta])*
                pub(super) $field: $ty,
            )*
            #[serde(flatten)]
            #[schemars(skip)]
            pub(super) extra: Extra,
        }
    };
}

pub(super) use record;

record! {
    /// A treaty-timeline dataset: treaties, the events of their lives, and the statements about them, each with
    /// its source.
    pub DatasetRecord {
        /// The format and its version.
        format: Format,
        /// The title of the dataset.
        title: String,
        /// What the dataset is, in a few sentences.
        #[serde(default)]
        description: Option<String>,
        /// Terms of use.
        #[serde(default)]
        license: Option<String>,
        /// The day up to which the dataset was kept current, in EDTF.
        #[serde(default)]
        checked_on: Option<String>,
        /// States and organisations that act.
        #[serde(default)]
        parties: Vec<PartyRecord>,
        /// People and texts that are quoted.
        #[serde(default)]
        speakers: Vec<SpeakerRecord>,
        /// Treaties: one lane each.
        #[serde(default)]
        treaties: Vec<TreatyRecord>,
        /// Where facts and quotations were seen.
        #[serde(default)]
        sources: Vec<SourceRecord>,
        /// Steps of treaties' lives.
        #[serde(default)]
        events: Vec<EventRecord>,
        /// Verbatim quotations.
        #[serde(default)]
        statements: Vec<StatementRecord>,
        /// Figures over time, and the limits that treaties set.
        #[serde(default)]
        series: Vec<SeriesRecord>,
    }
}

/// The one format this program reads so far.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
pub(super) enum Format {
    /// Version 1.
    #[serde(rename = "treaty-timeline/1")]
    Version1,
}

record! {
    /// A state or organisation.
    pub(super) PartyRecord {
        /// ISO 3166-1 alpha-3; `SUN` for the USSR.
        id: String,
        /// Name in full.
        name: String,
        /// Name where space is short.
        #[serde(default)]
        short: Option<String>,
        /// Id of the state whose rights and duties this one took over.
        #[serde(default)]
        succeeds: Option<String>,
    }
}

record! {
    /// A person or text that is quoted.
    pub(super) SpeakerRecord {
        /// Unique among speakers.
        id: String,
        /// Name in English.
        name: String,
        /// Name in the speaker's own script.
        #[serde(default)]
        native_name: Option<String>,
        /// Id of the party spoken for.
        #[serde(default)]
        country: Option<String>,
    }
}

record! {
    /// An agreement.
    pub(super) TreatyRecord {
        /// Unique among treaties.
        id: String,
        /// The name people use.
        name: String,
        /// The name in the treaty's own title.
        #[serde(default)]
        full_name: Option<String>,
        /// Other names it is found under.
        #[serde(default)]
        aliases: Vec<String>,
        /// The heading its lane stands under.
        category: String,
        /// Ids of parties.
        #[serde(default)]
        parties: Vec<String>,
        /// Ids of the parties that hold the instruments.
        #[serde(default)]
        depositaries: Vec<String>,
        /// What it is, in the dataset's own words.
        #[serde(default)]
        summary: Option<String>,
        /// Whether it binds in law; absent for a treaty.
        #[serde(default)]
        nature: Option<NatureRecord>,
        /// How long it lasts by its own terms, in words.
        #[serde(default)]
        duration_rule: Option<String>,
        /// Its clauses on entry, withdrawal and duration, from which legal states are computed.
        #[serde(default)]
        terms: Option<TermsRecord>,
        /// Ties to earlier treaties.
        #[serde(default)]
        links: Vec<TreatyLinkRecord>,
    }
}

record! {
    /// A tie to an earlier treaty.
    pub(super) TreatyLinkRecord {
        /// What kind of tie.
        rel: TreatyRel,
        /// Id of the other treaty.
        treaty: String,
    }
}

/// How one treaty stands to another.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum TreatyRel {
    /// It takes the other's place.
    Succeeds,
    /// It changes the other.
    Amends,
    /// Its fate hangs on the other.
    DependsOn,
}

record! {
    /// Where a fact or quotation was seen.
    pub(super) SourceRecord {
        /// Unique among sources.
        id: String,
        /// Title.
        title: String,
        /// Who published it.
        #[serde(default)]
        publisher: Option<String>,
        /// When it was published, in EDTF.
        #[serde(default)]
        date: Option<String>,
        /// Address.
        #[serde(default)]
        url: Option<String>,
        /// Address of an archived copy.
        #[serde(default)]
        archive_url: Option<String>,
        /// The day it was seen, in EDTF.
        #[serde(default)]
        accessed: Option<String>,
        /// Language, a BCP 47 tag.
        #[serde(default)]
        lang: Option<String>,
        /// What kind of source.
        #[serde(default)]
        kind: Option<SourceKindRecord>,
        /// Path of a local copy, beside the data file and inside its folder.
        #[serde(default)]
        document: Option<String>,
        /// SHA-256 of the local copy, in hexadecimal.
        #[serde(default)]
        sha256: Option<String>,
    }
}

/// What kind of source.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum SourceKindRecord {
    /// The treaty itself.
    TreatyText,
    /// A government or organisation speaking for itself.
    OfficialStatement,
    /// News.
    News,
    /// A fact sheet.
    FactSheet,
    /// Figures.
    Data,
    /// An encyclopaedia, a list, a reprint.
    Reference,
}

record! {
    /// A step in a treaty's life.
    pub(super) EventRecord {
        /// Unique among events.
        id: String,
        /// Id of the treaty.
        treaty: String,
        /// One of the event types of the format, as `signed` or `withdrawal_notified`.
        #[serde(rename = "type")]
        #[schemars(schema_with = "event_type_schema")]
        kind: String,
        /// Id of the party that acted; absent when the treaty as a whole is meant.
        #[serde(default)]
        party: Option<String>,
        /// What sources say of its date. Sources that disagree are two entries, not one guess.
        dates: Vec<DateRecord>,
        /// A short title in sentence case, without the date.
        #[serde(default)]
        title: Option<String>,
        /// What happened, in the dataset's own words.
        #[serde(default)]
        summary: Option<String>,
        /// Who holds that it had no such effect in law, and why.
        #[serde(default)]
        contested: Option<String>,
        /// Ties to earlier events.
        #[serde(default)]
        links: Vec<EventLinkRecord>,
    }
}

record! {
    /// One source's word on one date of an event.
    pub(super) DateRecord {
        /// The date in EDTF, levels 0 to 2, in a year from -9999 to 9999.
        edtf: String,
        /// Which of the act's dates it is.
        #[serde(default)]
        role: Option<RoleRecord>,
        /// Id of the source it was seen in. Required: a date without a source is not a fact.
        #[serde(default)]
        #[schemars(required)]
        source: Option<String>,
        /// Whether the timeline draws this one of several.
        #[serde(default)]
        preferred: bool,
        /// What to know about the claim.
        #[serde(default)]
        note: Option<String>,
    }
}

/// Which of an act's dates is meant.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum RoleRecord {
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
    pub(super) EventLinkRecord {
        /// What kind of tie.
        rel: EventRel,
        /// Id of the other event.
        event: String,
    }
}

/// How one event stands to another.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum EventRel {
    /// It brings the other to its effect, as the end of a notice period does.
    Completes,
    /// It answers the other.
    RespondsTo,
}

/// The event types as an enumeration, so that editors complete them.
fn event_type_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let keys: Vec<&str> = crate::domain::EventKind::ALL.iter().map(|kind| kind.key()).collect();
    schemars::json_schema!({ "type": "string", "enum": keys })
}
