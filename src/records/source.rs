//! The records of sources, and of those who act and speak.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extra, record};

record! {
    /// A state or organisation.
    pub PartyRecord {
        /// ISO 3166-1 alpha-3; `SUN` for the USSR.
        id: String,
        /// Name in full.
        name: String,
        /// Name where space is short.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        short: Option<String>,
        /// Id of the state whose rights and duties this one took over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        succeeds: Option<String>,
    }
}

record! {
    /// A person or text that is quoted.
    #[derive(Default)]
    pub SpeakerRecord {
        /// Unique among speakers.
        id: String,
        /// Name in English.
        name: String,
        /// Name in the speaker's own script.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        native_name: Option<String>,
        /// Id of the party spoken for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        country: Option<String>,
    }
}

record! {
    /// Where a fact or quotation was seen.
    #[derive(Default)]
    pub SourceRecord {
        /// Unique among sources.
        id: String,
        /// Title.
        title: String,
        /// Who published it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        publisher: Option<String>,
        /// When it was published, in EDTF.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// Address of an archived copy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        archive_url: Option<String>,
        /// The day it was seen, in EDTF.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        accessed: Option<String>,
        /// Language, a BCP 47 tag.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        /// What kind of source.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<SourceKindRecord>,
        /// Path of a local copy, beside the data file and inside its folder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<String>,
        /// SHA-256 of the local copy, in hexadecimal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sha256: Option<String>,
    }
}

/// What kind of source.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKindRecord {
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
