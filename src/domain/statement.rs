//! Statements of officials, their speakers, and sources.

use super::edtf_date::EdtfDate;
use super::ids::{EventId, PartyId, SourceId, SpeakerId, TreatyId};
use super::named_text::NamedText;

/// A verbatim quotation, tied to what it is about.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Id in the file.
    pub key: Box<str>,
    /// The words as printed, without quotation marks.
    pub quote: Box<str>,
    /// Language of [`quote`](Self::quote), a BCP 47 tag.
    pub lang: Box<str>,
    /// Who said it.
    pub speaker: SpeakerId,
    /// The office held when saying it.
    pub role: Box<str>,
    /// The body the speaker spoke for.
    pub organisation: Box<str>,
    /// The state the speaker spoke for.
    pub country: Option<PartyId>,
    /// When it was said.
    pub date: EdtfDate,
    /// Where it was said.
    pub venue: Box<str>,
    /// Where the words were seen.
    pub source: SourceId,
    /// The passage in the source.
    pub selector: Option<Selector>,
    /// The words in the speaker's own language.
    pub original: Option<Original>,
    /// Who translated [`quote`](Self::quote); empty if it is the original.
    pub translation_by: Box<str>,
    /// What it is about, in the file's order.
    pub about: Vec<About>,
    /// Where the wording is imprecise by the record.
    pub note: Box<str>,
    /// What else the file says of it.
    pub fields: Box<[NamedText]>,
}

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// A treaty as a whole.
    Treaty(TreatyId),
    /// One event of a treaty.
    Event(EventId),
}

impl Statement {
    /// The events it is about.
    pub fn events(&self) -> impl Iterator<Item = EventId> {
        self.about.iter().filter_map(|about| match about {
            About::Event(event) => Some(*event),
            About::Treaty(_) => None,
        })
    }

    /// Where it was seen: the source of the quotation, then that of the original if it is another.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> + use<> {
        let original = self.original.as_ref().and_then(|original| original.source);
        std::iter::once(self.source).chain(original)
    }
}

/// The speaker's own words, before translation.
#[derive(Clone, Debug)]
pub struct Original {
    /// BCP 47 tag.
    pub lang: Box<str>,
    /// The words as printed.
    pub quote: Box<str>,
    /// Where they were seen.
    pub source: Option<SourceId>,
}

/// A passage of a text, after the W3C Web Annotation model's `TextQuoteSelector`.
#[derive(Clone, Debug)]
pub struct Selector {
    /// The passage.
    pub exact: Box<str>,
    /// The text just before it.
    pub prefix: Box<str>,
    /// The text just after it.
    pub suffix: Box<str>,
}

/// A person or text that is quoted.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// Id in the file.
    pub key: Box<str>,
    /// Name in English.
    pub name: Box<str>,
    /// Name in the speaker's own script.
    pub native_name: Box<str>,
    /// The state spoken for.
    pub country: Option<PartyId>,
}

/// Where a fact or a quotation was seen.
#[derive(Clone, Debug)]
pub struct Source {
    /// Id in the file.
    pub key: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// Who published it.
    pub publisher: Box<str>,
    /// When it was published.
    pub date: Option<EdtfDate>,
    /// Its address.
    pub url: Box<str>,
    /// The address of an archived copy.
    pub archive_url: Box<str>,
    /// The day it was seen.
    pub accessed: Option<EdtfDate>,
    /// BCP 47 tag.
    pub lang: Box<str>,
    /// What kind of source.
    pub kind: SourceKind,
    /// Path of a copy, relative to the data file's folder and never outside it; empty if there is none.
    pub document: Box<str>,
    /// SHA-256 of that copy, in lower-case hexadecimal; empty if not given.
    pub sha256: Box<str>,
}

/// What kind of source, from the most to the least authoritative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// The treaty itself.
    TreatyText,
    /// A government or organisation speaking for itself.
    OfficialStatement,
    /// Figures.
    Data,
    /// A fact sheet.
    FactSheet,
    /// News.
    News,
    /// An encyclopaedia, a list, a reprint.
    Reference,
}

impl SourceKind {
    /// Every kind, in order.
    pub const ALL: &[Self] = &[
        Self::TreatyText,
        Self::OfficialStatement,
        Self::Data,
        Self::FactSheet,
        Self::News,
        Self::Reference,
    ];

    /// Its word in the native format.
    pub fn key(self) -> &'static str {
        match self {
            Self::TreatyText => "treaty_text",
            Self::OfficialStatement => "official_statement",
            Self::Data => "data",
            Self::FactSheet => "fact_sheet",
            Self::News => "news",
            Self::Reference => "reference",
        }
    }

    /// Whether its author acted or keeps the record of the acts: the treaty, a government or organisation, a depositary's
    /// data.
    pub fn is_official(self) -> bool {
        matches!(self, Self::TreatyText | Self::OfficialStatement | Self::Data)
    }
}
