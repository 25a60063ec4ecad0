//! What is wrong with the shape of a file, a table or a record.

use super::Table;

/// A value that has another shape than the format gives it.
///
/// Texts from the file are shortened, and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeProblem {
    /// The file is a JSON list.
    FileIsList,
    /// The file is some other JSON value.
    FileIsNoObject,
    /// The value of `format`, as JSON.
    UnknownFormat(String),
    /// There is no `format`.
    MissingFormat(FormatHint),
    /// A field of the file that was there before; the second is not read.
    DuplicateField(String),
    /// A field that the format does not know.
    UnknownField(String),
    /// The dataset has no title.
    MissingTitle,
    /// A name or title of this many characters.
    LongText(usize),
    /// A text with control characters or direction marks.
    ControlCharacters,
    /// This escape is half of a character.
    LoneSurrogate(String),
    /// A field of the file that must be a text.
    FieldIsNoText(String, JsonKind),
    /// A field of the file that must be true or false.
    FieldIsNoBoolean(String, JsonKind),
    /// A table that is no list.
    TableIsNoList(String, JsonKind),
    /// A number that is left out because no floating-point number is as large.
    LargeNumber(String),
    /// A record is left out because a number in it is too large.
    RecordWithLargeNumber(Table, String),
    /// A record is left out because it lacks this field.
    MissingField {
        /// The record's table.
        table: Table,
        /// Where the field is missing.
        location: Location,
        /// The field.
        field: String,
    },
    /// A record is left out because a field holds a word that is not one of those it may hold.
    UnknownWord {
        /// The record's table.
        table: Table,
        /// The field.
        location: Location,
        /// The word.
        word: String,
        /// The words it may hold.
        allowed: String,
    },
    /// A record is left out because a value is of the wrong kind.
    WrongKind {
        /// The record's table.
        table: Table,
        /// The value.
        location: Location,
        /// What it is.
        found: JsonKind,
        /// What it must be; `None` for one of the format's words.
        expected: Option<JsonKind>,
    },
    /// A record is left out because it is nested too deeply.
    TooDeep(Table),
    /// A record is left out, for a reason in the words of the JSON parser.
    Unreadable(Table, String),
}

/// How to say which format a file is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatHint {
    /// It looks like treaties.
    Treaties,
    /// It looks like either.
    TreatiesOrLanes,
}

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// A string.
    Text,
    /// An object.
    Object,
    /// An array.
    List,
    /// True or false.
    Boolean,
    /// Null.
    Null,
    /// A number.
    Number,
}

impl JsonKind {
    /// The kind of a JSON value, by its first character.
    pub fn of(json: &str) -> Self {
        match json.as_bytes().first() {
            Some(b'"') => Self::Text,
            Some(b'{') => Self::Object,
            Some(b'[') => Self::List,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'n') => Self::Null,
            _ => Self::Number,
        }
    }
}

/// A value in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// The record itself.
    Record,
    /// The field of this name.
    Field(String),
    /// An entry of the list of this name.
    EntryOf(String),
}
