//! Figures over time: stockpiles, exchanges of data, and the limits that treaties set.

use super::edtf_date::EdtfDate;
use super::ids::{PartyId, SourceId, TreatyId};

/// A series of figures of one kind, or the limit that a treaty set on it.
#[derive(Clone, Debug)]
pub struct Series {
    /// Id in the file.
    pub key: Box<str>,
    /// What is counted, as in `Deployed strategic warheads`.
    pub name: Box<str>,
    /// In what it is counted, as in `warheads`.
    pub unit: Box<str>,
    /// The party it is about; `None` where it is no party's own.
    pub party: Option<PartyId>,
    /// Whether it was declared or estimated.
    pub basis: FigureBasis,
    /// Where it was seen.
    pub source: SourceId,
    /// The treaty whose limit it is: its points are then the days on which the limit bound.
    pub limit_of: Option<TreatyId>,
    /// The figures in order of date.
    pub points: Vec<Point>,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Point {
    /// The day it holds for, or, for a limit, the days.
    pub date: EdtfDate,
    /// The figure, in the series' unit.
    pub value: f64,
    /// Where this figure was seen, if elsewhere than the series.
    pub source: Option<SourceId>,
    /// A remark on the figure.
    pub note: Box<str>,
}

/// Where figures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureBasis {
    /// Declared by the party it is about, or fixed by a treaty.
    Declared,
    /// Estimated by others.
    Estimate,
}

impl FigureBasis {
    /// The basis in one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Estimate => "estimated",
        }
    }
}
