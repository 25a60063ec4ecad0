//! What a reader adds to a dataset: records in the terms of the file format, not yet checked against it.

/// What is added to a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Sources.
    pub sources: Vec<NewSource>,
    /// Speakers.
    pub speakers: Vec<NewSpeaker>,
    /// Statements.
    pub statements: Vec<NewStatement>,
}

/// A source, as the format has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// Unique among sources.
    pub id: String,
    /// Title.
    pub title: String,
    /// The day it was seen, in EDTF.
    pub accessed: Option<String>,
    /// Language, a BCP 47 tag.
    pub lang: String,
    /// Path of a copy beside the data file.
    pub document: Option<String>,
    /// SHA-256 of the copy.
    pub sha256: String,
}

/// A speaker, as the format has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSpeaker {
    /// Unique among speakers.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A statement, as the format has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatement {
    /// Unique among statements.
    pub id: String,
    /// The words.
    pub quote: String,
    /// Their language, a BCP 47 tag.
    pub lang: String,
    /// Id of the speaker.
    pub speaker: String,
    /// The office held when saying it.
    pub role: Option<String>,
    /// Id of the party spoken for.
    pub country: Option<String>,
    /// When it was said, in EDTF.
    pub date: String,
    /// Id of the source.
    pub source: String,
    /// Where the words stand in it.
    pub selector: NewSelector,
    /// What it is about.
    pub about: Vec<NewAbout>,
}

/// A passage of a text, as a W3C `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSelector {
    /// The passage.
    pub exact: String,
    /// What stands before it.
    pub prefix: String,
    /// What stands after it.
    pub suffix: String,
}

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewAbout {
    /// Id of an event.
    Event(String),
    /// Id of a treaty.
    Treaty(String),
}
