//! The records of a treaty's nature and clauses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extra, record};

/// Whether a lane is a document that binds in law.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NatureRecord {
    /// A treaty.
    Treaty,
    /// A political document: its entry into force means that it took effect.
    Political,
    /// No instrument at all, but a topic: events without a legal status.
    Topic,
}

record! {
    /// The clauses of a treaty that the law is computed from.
    pub TermsRecord {
        /// From a late party's deposit to the treaty's entry into force for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<EntryRecord>,
        /// From notice of withdrawal to its effect.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawal: Option<NoticeRecord>,
        /// From entry into force to the end of the term.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duration: Option<DurationRecord>,
    }
}

record! {
    /// When a treaty that is in force enters into force for a party that joins.
    pub EntryRecord {
        /// How long after the deposit, as an ISO 8601 duration in years, months, weeks and days: `P30D`, `P6M`.
        after: String,
        /// Whose deposits it counts for; absent for those made once the treaty is in force.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        applies_to: Option<AppliesRecord>,
        /// From where the period is counted; absent for the day of the deposit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counting: Option<CountingRecord>,
        /// Article and paragraph.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        article: Option<String>,
        /// Id of the source in which the article was seen.
        source: String,
    }
}

record! {
    /// How much notice withdrawal takes.
    pub NoticeRecord {
        /// The period of notice, as an ISO 8601 duration: `P3M`.
        notice: String,
        /// From where the period is counted; absent for the day of the notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counting: Option<CountingRecord>,
        /// Article and paragraph.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        article: Option<String>,
        /// Id of the source in which the article was seen.
        source: String,
    }
}

record! {
    /// How long a treaty lasts.
    pub DurationRecord {
        /// The term, as an ISO 8601 duration: `P15Y`.
        period: String,
        /// Article and paragraph.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        article: Option<String>,
        /// Id of the source in which the article was seen.
        source: String,
    }
}

/// Whose deposits a clause on entry counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AppliesRecord {
    /// For those made once the treaty is in force.
    Late,
    /// Also for those made before, as in the Ottawa Convention: who deposits in the months before enters later.
    All,
}

/// From where a period is counted.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountingRecord {
    /// From the day of the act.
    Day,
    /// From the month of the act: `P6M` ends on the first day of the sixth month after it.
    Month,
}
