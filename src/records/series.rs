//! The records of series.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extra, record};

record! {
    /// A series of figures, or the limit a treaty set on them.
    pub SeriesRecord {
        /// Unique among series.
        id: String,
        /// What is counted.
        name: String,
        /// In what it is counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Id of the party it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        party: Option<String>,
        /// Declared by the party (or fixed by a treaty), or estimated by others.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<BasisRecord>,
        /// Id of the source it was seen in. Required.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(required)]
        source: Option<String>,
        /// Id of the treaty whose limit it is; its points are then the days on which the limit bound.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit_of: Option<String>,
        /// The figures.
        points: Vec<PointRecord>,
    }
}

record! {
    /// One figure.
    pub PointRecord {
        /// The day it holds for, or the days, in EDTF.
        edtf: String,
        /// The figure, in the unit of the series.
        value: f64,
        /// Id of the source this figure was seen in, if not that of the series.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// What to know about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }
}

/// Who stands for a figure.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BasisRecord {
    /// Declared by the party it is about, or fixed by a treaty.
    Declared,
    /// Estimated by others.
    Estimate,
}
