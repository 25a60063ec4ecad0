//! The records that a search finds.

use crate::domain::{EventId, SourceId, StatementId, TreatyId};

/// A record that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A treaty.
    Treaty(TreatyId),
    /// An event.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A source.
    Source(SourceId),
}

impl Item {
    /// The treaty, if it is one.
    pub fn treaty(&self) -> Option<TreatyId> {
        if let Self::Treaty(id) = *self { Some(id) } else { None }
    }

    /// The event, if it is one.
    pub fn event(&self) -> Option<EventId> {
        if let Self::Event(id) = *self { Some(id) } else { None }
    }

    /// The statement, if it is one.
    pub fn statement(&self) -> Option<StatementId> {
        if let Self::Statement(id) = *self { Some(id) } else { None }
    }
}
