//! The records of treaties and their ties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::terms::{NatureRecord, TermsRecord};
use super::{Extra, NamedTexts, record};

record! {
    /// An agreement, or a topic.
    #[derive(Default)]
    pub TreatyRecord {
        /// Unique among treaties.
        id: String,
        /// The name people use.
        name: String,
        /// The name in the treaty's own title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        full_name: Option<String>,
        /// Other names it is found under.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        aliases: Vec<String>,
        /// The heading its lane stands under.
        category: String,
        /// Ids of parties.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parties: Vec<String>,
        /// Ids of the parties that hold the instruments.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        depositaries: Vec<String>,
        /// What it is, in the dataset's own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// Whether it binds in law, or is no instrument at all; absent for a treaty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nature: Option<NatureRecord>,
        /// Whether events of it may be missing, so that an end without an entry into force does not mean that it never was.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        incomplete: bool,
        /// How long it lasts by its own terms, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duration_rule: Option<String>,
        /// Its clauses on entry, withdrawal and duration, from which legal states are computed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<TermsRecord>,
        /// Ties to earlier treaties.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        links: Vec<TreatyLinkRecord>,
        /// What else is known of it, by name.
        #[serde(default, skip_serializing_if = "NamedTexts::is_empty")]
        #[schemars(with = "std::collections::BTreeMap<String, String>")]
        fields: NamedTexts,
    }
}

record! {
    /// A tie to an earlier treaty.
    pub TreatyLinkRecord {
        /// What kind of tie.
        rel: TreatyRel,
        /// Id of the other treaty.
        treaty: String,
    }
}

/// How one treaty stands to another.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TreatyRel {
    /// It takes the other's place.
    Succeeds,
    /// It changes the other.
    Amends,
    /// Its fate hangs on the other.
    DependsOn,
}
