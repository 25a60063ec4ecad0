//! What is wrong with one record of the native format.

use crate::domain::{EdtfDate, EdtfError};

use super::{Cost, DateAdvice, Table};

/// A record that cannot be read as it is written, or only in part.
///
/// Texts from the file are shortened, and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordProblem {
    /// A text that is no date.
    BadDate {
        /// The text.
        text: String,
        /// In what way it is none.
        error: EdtfError,
        /// What to write instead.
        advice: Box<DateAdvice>,
        /// What is left out.
        cost: Cost,
    },
    /// A text that is no period of a clause.
    BadPeriod(String),
    /// A date by relation to other events that cannot be found as it is written.
    Relation(RelationProblem),
    /// An id that leads to no record.
    UnknownId {
        /// The table in which there is no such record.
        table: Table,
        /// The id.
        id: String,
        /// What was probably meant.
        suggestion: Suggestion,
        /// What is left out.
        cost: Cost,
    },
    /// An id with characters that nobody sees.
    HiddenInId(Table, String),
    /// An id that an earlier record of the table has.
    DuplicateId(Table, String),
    /// An id without a letter or digit.
    EmptyId(Table),
    /// A list names this id twice.
    NamedTwice(String),
    /// A name or heading that looks like an earlier one.
    LookAlike {
        /// The later text.
        text: String,
        /// The earlier one.
        first: String,
        /// The first character that differs without looking different, and what is there in the earlier text; `None`
        /// where the two differ in case or space.
        differs: Option<(char, Option<char>)>,
    },
    /// A type of event of the dataset's own, and the one of the format that it is nearly spelled like.
    UnknownEventType(String, &'static str),
    /// An event whose type is empty.
    EmptyEventType,
    /// The event of this id has no date.
    EventWithoutDate(String),
    /// This has no source.
    MissingSource(MissingPart, String),
    /// More than one date of an event is preferred.
    SeveralPreferred,
    /// An event that needs a signed treaty, dated before there was one.
    BeforeSignature {
        /// The event.
        title: String,
        /// Its date.
        date: Box<EdtfDate>,
        /// When the treaty was signed or opened.
        signed: Box<EdtfDate>,
    },
    /// A figure below zero, or larger than anything that is counted.
    OddFigure {
        /// The figure.
        figure: String,
        /// Whether it is below zero.
        is_negative: bool,
    },
    /// An entry of `about` that names neither an event nor a treaty, or both.
    LinkToNothing,
    /// A path that leads out of the data file's folder: of the copy of a source, or of the picture of an event.
    DocumentOutside(String),
    /// A path of a picture that is no picture, by its file extension.
    NoPicture(String),
}

/// What is wrong with a date by relation to other events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationProblem {
    /// This text is no period.
    BadPeriod(String),
    /// The date of the event of this id rests on this one.
    Cycle(String),
    /// The other events leave no day for it.
    NoDayLeft,
}

/// What lacks a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingPart {
    /// A date of an event.
    Date,
    /// A series.
    Series,
    /// A statement.
    Statement,
}

/// What to do about an id that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// This id was probably meant.
    DidYouMean(String),
    /// These ids are there.
    OneOf(String),
    /// The table has no record.
    TableIsEmpty,
    /// Nothing is near.
    None,
}
