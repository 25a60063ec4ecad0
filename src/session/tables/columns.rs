//! The kinds of table, and their columns.

use serde::{Deserialize, Serialize};

use crate::language::Tables;

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
    /// The law matrix: treaties by parties, on the status date.
    Law,
}

impl TableKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Events, Self::Statements, Self::Treaties, Self::Sources, Self::Law];

    /// Its columns, from left to right.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Events => &[
                Column::Date,
                Column::Treaty,
                Column::Type,
                Column::Party,
                Column::Title,
                Column::Quotes,
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
                Column::Status,
                Column::Events,
                Column::Quotes,
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

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// The date.
    Date,
    /// The treaty, or the treaties that a statement is about.
    Treaty,
    /// The type of an event.
    Type,
    /// The acting party.
    Party,
    /// The title.
    Title,
    /// Number of statements about it.
    #[serde(rename = "Words")]
    Quotes,
    /// The source.
    Source,
    /// The speaker.
    Speaker,
    /// The speaker's role.
    Role,
    /// The party that was spoken for.
    Country,
    /// The quotation.
    Quote,
    /// The language.
    Language,
    /// The name of a treaty.
    Name,
    /// Its category.
    Category,
    /// Number of parties.
    Parties,
    /// When it was signed or opened for signature.
    Signed,
    /// When it entered into force.
    InForce,
    /// Its status: on the status date, or else now.
    #[serde(rename = "State")]
    Status,
    /// Number of events.
    #[serde(rename = "Steps")]
    Events,
    /// The publisher of a source.
    Publisher,
    /// The kind of a source.
    Kind,
    /// Number of events and statements that rest on it.
    Cited,
    /// Its address.
    Address,
}

impl Column {
    /// Whether its cells are texts, and neither dates nor numbers.
    pub(super) fn is_text(self) -> bool {
        !matches!(
            self,
            Self::Date
                | Self::Signed
                | Self::InForce
                | Self::Quotes
                | Self::Events
                | Self::Parties
                | Self::Cited
        )
    }

    /// Whether its cells are dates.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Signed | Self::InForce)
    }

    /// Its heading.
    pub fn heading(self, strings: &Tables) -> &'static str {
        match self {
            Self::Date => strings.date,
            Self::Treaty => strings.treaty,
            Self::Type => strings.event_kind,
            Self::Party => strings.party,
            Self::Title => strings.title,
            Self::Quotes => strings.quotes,
            Self::Source => strings.source,
            Self::Speaker => strings.speaker,
            Self::Role => strings.role,
            Self::Country => strings.country,
            Self::Quote => strings.quote,
            Self::Language => strings.language,
            Self::Name => strings.name,
            Self::Category => strings.category,
            Self::Parties => strings.parties,
            Self::Signed => strings.signed,
            Self::InForce => strings.in_force,
            Self::Status => strings.status,
            Self::Events => strings.events,
            Self::Publisher => strings.publisher,
            Self::Kind => strings.source_kind,
            Self::Cited => strings.cited,
            Self::Address => strings.address,
        }
    }
}
