//! What is wrong with a record of bulk lanes.

use crate::domain::EdtfError;

use super::{DateAdvice, JsonKind};

/// What is wrong with a record of bulk lanes.
///
/// Those up to [`Self::Other`] cost the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneProblem {
    /// A text that is no date.
    BadDate {
        /// The text.
        text: String,
        /// In what way it is none.
        error: EdtfError,
        /// What to write instead; worked out only for what is listed.
        advice: Option<Box<DateAdvice>>,
    },
    /// The end is there, and empty.
    EmptyEnd,
    /// The start is `..` alone; the end where it can be written as one interval with it.
    OpenStart(Option<String>),
    /// The event ends before it starts.
    EndsBeforeStart {
        /// The start.
        start: String,
        /// The end.
        end: String,
    },
    /// The record is no object.
    NotAnEvent,
    /// This field is missing.
    MissingField(&'static str),
    /// This field is there twice.
    DuplicateField(&'static str),
    /// This field is a number that is too large.
    LargeNumber(&'static str),
    /// A field is of the wrong kind.
    WrongKind {
        /// The field.
        field: &'static str,
        /// What it is.
        found: JsonKind,
        /// What it must be.
        expected: LaneValue,
    },
    /// Anything else, in the words of the JSON parser.
    Other(String),
    /// A text holds half of a character.
    HalfCharacter,
    /// The start is an interval, and there is an end too, which counts.
    EndsTwice {
        /// The start.
        start: String,
        /// The end.
        end: String,
    },
    /// A text holds control characters or direction marks.
    ControlCharacters,
    /// This many events have a time of day, which is not kept.
    TimesOfDay(usize),
}

/// What a field of bulk lanes may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneValue {
    /// A number or a text.
    NumberOrText,
    /// A date.
    Date,
    /// A date, or null.
    DateOrNull,
    /// A text.
    Text,
}
