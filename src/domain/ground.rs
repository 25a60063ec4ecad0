//! What a legal status or a phase rests on: an event of the record, or a party's act in a depositary's list.

use super::ids::{ActId, EventId};

/// An event, or an act in a list, that a legal status rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// An event of the record.
    Event(EventId),
    /// An act of a party in a depositary's list.
    Act(ActId),
}

impl Ground {
    /// The event, if it is one.
    pub fn event(self) -> Option<EventId> {
        match self {
            Self::Event(event) => Some(event),
            Self::Act(_) => None,
        }
    }

    /// The act of a list, if it is one.
    pub fn act(self) -> Option<ActId> {
        match self {
            Self::Event(_) => None,
            Self::Act(act) => Some(act),
        }
    }
}
