//! What the maker of a dataset accepts as it is, of what an audit looks at: a file beside the dataset's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::AuditRule;

/// A reason why findings of one rule stand as they are.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedRecord {
    /// The rule.
    pub rule: AuditRuleRecord,
    /// Why nothing is done.
    pub reason: String,
    /// Ids of what is accepted; all findings of the rule if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ids: Option<Vec<String>>,
}

/// A rule of the audit.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditRuleRecord {
    /// An act of treaty law is dated by a month, a year or an interval.
    LooseDate,
    /// An announced step has no effect.
    NoEffect,
    /// A treaty of few parties has no end.
    NoEnd,
    /// A translation has no original.
    NoOriginal,
    /// Only encyclopaedias, chronologies and reprints.
    WeakSource,
    /// An address without an archived copy.
    NoArchive,
    /// A list of parties that lacks some.
    PartyList,
}

impl From<AuditRuleRecord> for AuditRule {
    fn from(record: AuditRuleRecord) -> Self {
        match record {
            AuditRuleRecord::LooseDate => Self::LooseDate,
            AuditRuleRecord::NoEffect => Self::NoEffect,
            AuditRuleRecord::NoEnd => Self::NoEnd,
            AuditRuleRecord::NoOriginal => Self::NoOriginal,
            AuditRuleRecord::WeakSource => Self::WeakSource,
            AuditRuleRecord::NoArchive => Self::NoArchive,
            AuditRuleRecord::PartyList => Self::PartyList,
        }
    }
}
