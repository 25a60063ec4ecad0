//! The records of the native format, `treaty-timeline/1`, as they stand in a file.
//!
//! The one definition of each: for reading it, for writing it and for the JSON Schema in `data/`, which is generated from
//! the doc comments as well.
//!
//! Fields that are not known here land in `extra`. Absent fields are not written.

mod accepted_findings;
mod acts;
mod data_format;
mod date_field;
mod edit;
mod event;
mod mapping;
mod named_texts;
mod of_dataset;
mod open_table;
mod patch;
mod series;
mod source;
mod statement;
mod terms;
mod treaty;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use accepted_findings::{AcceptedRecord, AuditRuleRecord};
pub use acts::{ActDatesRecord, ActRowRecord, ActsRecord, ActsRuleRecord, OtherSourceRecord, act_key};
pub use data_format::{DataFormat, Detail, Loss};
pub use date_field::DateField;
pub use edit::{Change, Conflict, Edit, Json, Link, Position, RecordList};
pub use event::{ConfidenceRecord, DateRecord, EventLinkRecord, EventRecord, EventRel, RoleRecord};
pub use mapping::{Mapping, Role, Shape};
pub use named_texts::NamedTexts;
pub use of_dataset::{records_of, subset_of};
pub use open_table::{DateOrder, Extent, KnownTable, OpenTable, ReadOptions};
pub use patch::{Origin, PATCH_FORMAT, Patch, PatchChange, PatchedDataset};
pub use series::{BasisRecord, PointRecord, SeriesRecord};
pub use source::{PartyRecord, SourceKindRecord, SourceRecord, SpeakerRecord};
pub use statement::{AboutRecord, OriginalRecord, SelectorRecord, StatementRecord};
pub use terms::{
    AppliesRecord, CountingRecord, DurationRecord, EntryRecord, NatureRecord, NoticeRecord, TermsRecord,
};
pub use treaty::{TreatyLinkRecord, TreatyRecord, TreatyRel};

/// Fields that this version does not know.
pub type Extra = BTreeMap<String, serde_json::Value>;

/// A record: its fields, and those that are not known.
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
                pub $field: $ty,
            )*
            /// Fields that this version does not know.
            #[serde(flatten)]
            #[schemars(skip)]
            pub extra: Extra,
        }

        impl $name {
            /// The names of its fields, in their order.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
}

pub(crate) use record;

record! {
    /// A treaty-timeline dataset: treaties, the events of their lives, and the statements about them, each with
    /// its source.
    #[derive(Default)]
    pub DatasetRecord {
        /// The format and its version.
        format: Format,
        /// The title of the dataset.
        title: String,
        /// What the dataset is, in a few sentences.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
        /// Terms of use.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        license: Option<String>,
        /// The last day up to which news was searched, in EDTF.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        checked_on: Option<String>,
        /// The version of the dataset, as its maker counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<String>,
        /// The day on which this version was released, in EDTF.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        released: Option<String>,
        /// The version before this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<String>,
        /// Whether dates of events may stand without a source, as in a table that names none.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        unsourced: bool,
        /// States and organisations that act.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parties: Vec<PartyRecord>,
        /// People and texts that are quoted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        speakers: Vec<SpeakerRecord>,
        /// Treaties: one lane each.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        treaties: Vec<TreatyRecord>,
        /// Where facts and quotations were seen.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<SourceRecord>,
        /// Steps of treaties' lives.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        events: Vec<EventRecord>,
        /// What each party to a treaty did, as depositaries list it: a list for each treaty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        acts: Vec<ActsRecord>,
        /// Verbatim quotations.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        statements: Vec<StatementRecord>,
        /// Figures over time, and the limits that treaties set.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        series: Vec<SeriesRecord>,
    }
}

/// The one format this program reads so far.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
pub enum Format {
    /// Version 1.
    #[default]
    #[serde(rename = "treaty-timeline/1")]
    Version1,
}

/// Records that are added to a dataset.
#[derive(Debug, Default)]
pub struct Additions {
    /// Sources.
    pub sources: Vec<SourceRecord>,
    /// People and texts that are quoted.
    pub speakers: Vec<SpeakerRecord>,
    /// Statements.
    pub statements: Vec<StatementRecord>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_with_the_fields_and_values_that_it_was_read_with() {
        let mut file: serde_json::Value =
            serde_json::from_str(include_str!("../../data/arms-control.json")).unwrap();
        let fields = file.as_object_mut().unwrap();
        // Whole numbers are read as fractions, which JSON writes otherwise.
        fields.remove("series");
        fields.insert("of a later version".to_owned(), 7.into());
        // An empty list says no more than none.
        for treaty in fields["treaties"].as_array_mut().unwrap() {
            treaty.as_object_mut().unwrap().retain(|_, value| *value != serde_json::json!([]));
        }
        let record: DatasetRecord = serde_json::from_value(file.clone()).unwrap();
        assert_eq!(serde_json::to_value(record).unwrap(), file);
    }
}
