//! What is wrong with a file as a whole.

use crate::diagnostics::OpenError;

/// What is wrong with a file as a whole: its encoding, its kind, its characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The file is empty.
    Empty,
    /// It holds nothing but zero bytes.
    ZeroBytes,
    /// It is an archive that is damaged or cut off.
    DamagedArchive,
    /// From this byte on it is no UTF-8, and not like any text.
    Binary(u8),
    /// From this byte on it is no UTF-8, and seems to be in another encoding.
    Encoding {
        /// The first byte that is no UTF-8.
        byte: u8,
        /// The encoding, by its name.
        name: &'static str,
        /// Where it may as well be another encoding: how a word reads in the first, the other's name, and how the
        /// same word reads in that.
        or: Option<Box<(String, &'static str, String)>>,
    },
    /// It is in UTF-16, and was read.
    Utf16,
    /// It is in UTF-16 and ends in the middle of a character.
    Utf16CutOff,
    /// It is in UTF-16, and this many halves of characters lack their other half.
    Utf16Halves(usize),
    /// It is of a kind that other programs read.
    OtherKind(FileKind),
    /// Characters of one script for which no bundled font has a glyph.
    MissingGlyphs {
        /// What they are.
        kind: GlyphKind,
        /// The first few of them.
        shown: Vec<char>,
        /// How many there are.
        count: usize,
        /// How often they occur in the file.
        occurrences: usize,
    },
    /// It could not be read at all.
    Unreadable(OpenError),
    /// A part of it could not be decoded, and would be lost if it were saved.
    NotRoundTrip,
    /// It is in another format than the native one, and nothing can be added to it.
    NotNative,
}

/// What kind of characters lack a glyph.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GlyphKind {
    /// A hyphen for which the plain one can stand.
    Hyphen,
    /// Of no script.
    Symbol,
    /// A mark on a letter that does have a glyph.
    CombiningMark,
    /// Of a script that Unicode does not know.
    Unknown,
    /// Of a script, by its Unicode name.
    Script(String),
}

/// What separates the columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// A kind of file that is no dataset. The texts are names of formats, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the format")]
pub enum FileKind {
    Pdf,
    Rtf,
    WebPage,
    /// A text of which no more is known.
    AnyText,
    /// A text document or a book, by its file extension.
    TextDocument(&'static str),
    Ebook,
    Spreadsheet(&'static str),
    MicrosoftOffice,
    Sqlite,
    Compressed(&'static str),
    Archive(&'static str),
    Picture(&'static str),
    Map(&'static str),
    Track,
    NewsFeed,
    Calendar,
    Xml,
    Simile(&'static str),
    TimelineJs,
    VisTimeline,
    Wikidata,
    QueryResults,
    Annotations,
    TimelineProject,
    AeonTimeline,
    JsonLd,
    /// A table as text, with its first line.
    Table(Separator, String),
    Markwhen,
    Bibliography(&'static str),
    Toml,
    JavaScript,
    Yaml,
    /// Read by no reader here, but its program writes CSV.
    ToExport(Exporter),
}

/// A program or format whose files are opened once they are exported as CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exporter {
    /// Genealogy.
    Gedcom,
    /// Finding aids of archives.
    Ead,
    /// Outlines.
    Opml,
    /// Timelines in wiki pages.
    EasyTimeline,
    /// Tables of Stata.
    Stata,
    /// Data of R.
    R,
    /// Tables in columns.
    Parquet,
    /// Timelines of Aeon Timeline, of another version than the one that is read.
    AeonTimelineFile,
}

/// What can be done with a file of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// It can be read beside the timeline.
    OpenAsDocument,
    /// Its events can be written as a dataset.
    Rewrite,
    /// What is in it may be a dataset.
    Unpack,
    /// It can be saved as a document that can be read beside the timeline.
    SaveAsDocument,
    /// Its items can be written as JSON by the program it is.
    Stringify,
    /// Another file was meant.
    ChooseAnother,
    /// It can be exported as CSV, in a way that depends on the program.
    ExportCsv(Exporter),
}

impl FileKind {
    /// What can be done with it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::Pdf | Self::WebPage | Self::AnyText => Remedy::OpenAsDocument,
            Self::Rtf | Self::TextDocument(_) | Self::Ebook => Remedy::SaveAsDocument,
            Self::Compressed(_) | Self::Archive(_) => Remedy::Unpack,
            Self::Picture(_) => Remedy::ChooseAnother,
            Self::JavaScript => Remedy::Stringify,
            Self::ToExport(exporter) => Remedy::ExportCsv(*exporter),
            _ => Remedy::Rewrite,
        }
    }
}
