//! The record as tables: events, statements, treaties and sources, in an order that the reader chooses, and of what the
//! filter shows only.
//!
//! Rows are put in order when something changes that they depend on, and never in a frame.

mod cells;
pub(super) mod command;
mod copy;
mod ranks;
mod rows;
pub(super) mod state;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use cells::Column;
pub use copy::{CopyFormat, harmless};
pub(in crate::session) use ranks::TextRanks;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TableKind {
    /// Events.
    #[default]
    Events,
    /// Statements.
    Statements,
    /// Treaties.
    Treaties,
    /// Sources.
    Sources,
    /// Treaties, with how each party stands on the day of the law.
    Law,
}

impl TableKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Events, Self::Statements, Self::Treaties, Self::Sources, Self::Law];

    /// Its columns, in their order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Events => &[
                Column::Date,
                Column::Treaty,
                Column::Type,
                Column::Party,
                Column::Title,
                Column::Words,
                Column::Source,
            ],
            Self::Statements => &[
                Column::Date,
                Column::Speaker,
                Column::Role,
                Column::Country,
                Column::Quote,
                Column::Treaty,
                Column::Language,
                Column::Source,
            ],
            Self::Treaties => &[
                Column::Name,
                Column::Category,
                Column::Parties,
                Column::Signed,
                Column::InForce,
                Column::State,
                Column::Steps,
                Column::Words,
            ],
            Self::Law => &[Column::Name],
            Self::Sources => &[
                Column::Title,
                Column::Publisher,
                Column::Date,
                Column::Kind,
                Column::Language,
                Column::Cited,
                Column::Address,
            ],
        }
    }
}

/// How a table is looked at; remembered from one run to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableChoice {
    /// Whether it is shown.
    pub is_open: bool,
    /// What its rows are.
    pub kind: TableKind,
    /// The column that orders them, and whether from the last to the first; none for the order of the record.
    pub sort: Option<(Column, bool)>,
    /// Columns that are not shown.
    pub hidden: Vec<Column>,
}

impl TableChoice {
    /// The columns that are shown. The first stays: a row needs a name.
    pub fn columns(&self) -> impl Iterator<Item = Column> {
        let all = self.kind.columns().iter().enumerate();
        all.filter(|(place, column)| *place == 0 || !self.hidden.contains(column)).map(|(_, &column)| column)
    }
}

/// The rows of a table in their order.
#[derive(Debug, Default)]
pub struct Rows {
    /// The place of each row's item in the dataset.
    pub order: Arc<[u32]>,
    /// Where each item stands; `u32::MAX` for one that is not shown.
    places: Vec<u32>,
}

impl Rows {
    /// The row of an item.
    fn place(&self, item: usize) -> Option<usize> {
        self.places.get(item).filter(|&&place| place != u32::MAX).map(|&place| place as usize)
    }
}
