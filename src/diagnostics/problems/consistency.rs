//! What contradicts itself in a dataset, or is left over.

use crate::domain::{EdtfDate, Fault};

/// Records that contradict one another or the law, or are left over.
///
/// Titles and ids are shortened, and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsistencyProblem {
    /// An event that contradicts the law.
    Contradiction {
        /// In what way.
        fault: Fault,
        /// The event's title.
        title: String,
        /// The event's date.
        date: Box<EdtfDate>,
        /// The title and date of the event that it contradicts.
        against: Option<(String, Box<EdtfDate>)>,
    },
    /// Two events, by id, that are one.
    DuplicateEvent(String, String),
    /// An event after the day on which the file was last checked.
    AfterChecked {
        /// The event's title.
        title: String,
        /// The event's date.
        date: Box<EdtfDate>,
        /// When the file was checked.
        checked: Box<EdtfDate>,
    },
    /// The title of an event and that of a later one which it is linked to.
    LinkToLater(String, String),
    /// Two statements, by id, with the same words.
    DuplicateStatement(String, String),
    /// The statement of this id has no role.
    MissingRole(String),
    /// The statement of this id is about nothing, and has no note.
    AboutNothing(String),
    /// A quotation of too many words.
    LongQuotation {
        /// How many it has.
        words: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A quotation mark without its counterpart.
    UnbalancedMark(char),
    /// The source of this id is not used.
    UnusedSource(String),
    /// Two sources, by id, with one address.
    DuplicateSource(String, String),
    /// The speaker of this id has no statement.
    UnusedSpeaker(String),
    /// The party of this id is not referenced.
    UnusedParty(String),
    /// The treaty of this id has no event.
    EmptyTreaty(String),
}
