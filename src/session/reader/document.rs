//! An open document, with the quotations of the dataset located in its text.

use std::ops::Range;
use std::path::PathBuf;

use crate::diagnostics::OpenError;
use crate::document::{
    Document, Found, Haystack, MatchKind, Passage, Unreadable, find_all, fingerprint, read,
};
use crate::domain::{Dataset, Selector, SourceId, StatementId};
use crate::extract::{Names, Reading, read_cancellable};
use crate::session::world::World;

/// A document in the reader.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenDocument {
    /// The name of its file.
    pub name: String,
    /// The source that it is a copy of; `None` for a document unknown to the dataset.
    pub source: Option<SourceId>,
    /// Its text.
    pub document: Document,
    /// The quotations of the dataset: those found by their position, then those not found.
    pub quotes: Vec<LocatedQuote>,
    /// What was extracted from an unknown document: quotations with their speakers, treaties. Empty for a copy.
    pub reading: Reading,
    /// Whether the file is the one that the dataset was made from.
    pub checked: Checked,
    /// Its path, if the user chose it; `None` for a copy that belongs to the dataset.
    pub path: Option<PathBuf>,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// A quotation of the dataset, looked for in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedQuote {
    /// The statement that quotes.
    pub statement: StatementId,
    /// Whether this is the statement's original, and not its translation.
    pub is_original: bool,
    /// Where it was found, if at all.
    pub found: Found,
    /// Whether the passage means the same: it is not negated, and has no other number.
    pub is_same: bool,
}

/// Why a document is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentProblem {
    /// It has no text to show.
    Unreadable(Unreadable),
    /// It is outside the data file's folder.
    Outside,
    /// There is no such file beside the data file.
    NoFile,
    /// The file that the user chose, perhaps in an earlier run, no longer exists.
    Gone,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It exceeds the limit on the size of documents.
    TooLarge,
    /// Reading it exceeds the limit on memory.
    TooMuchMemory,
    /// Reading it exceeds the limit on time.
    TooLong,
    /// The process that read it ended early.
    Stopped,
    /// It could not be read.
    Failed(OpenError),
}

/// Whether a copy is the file that the dataset was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The dataset has no hash of it.
    Unknown,
    /// It is the same file.
    Same,
    /// It is another file.
    Changed,
}

impl OpenDocument {
    /// Reads a document, and locates quotations in it. Takes long: not for the interface's thread.
    ///
    /// # Errors
    /// [`Unreadable`] if it has no text to show.
    pub fn open(
        world: &World,
        source: Option<SourceId>,
        name: String,
        bytes: &[u8],
    ) -> Result<Self, Unreadable> {
        let document = read(bytes, &name)?;
        let quotes = find_quotes(&world.dataset, source, &document.text, &|| false).unwrap_or_default();
        let reading = extract(world, source, &document, &|| false).unwrap_or_default();
        Ok(Self::with(world, (source, name, fingerprint(bytes)), document, (quotes, reading)))
    }

    /// Locates quotations in a document that was read before. `None` if `is_cancelled` becomes true meanwhile.
    pub fn of(
        world: &World,
        source: Option<SourceId>,
        name: String,
        sha256: String,
        document: Document,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let quotes = find_quotes(&world.dataset, source, &document.text, is_cancelled)?;
        let reading = extract(world, source, &document, is_cancelled)?;
        Some(Self::with(world, (source, name, sha256), document, (quotes, reading)))
    }

    /// The same unknown document with the quotations of another dataset.
    #[must_use]
    pub fn for_dataset(&self, world: &World) -> Self {
        let quotes = find_quotes(&world.dataset, None, &self.document.text, &|| false).unwrap_or_default();
        let reading = extract(world, None, &self.document, &|| false).unwrap_or_default();
        let file = (None, self.name.clone(), self.sha256.clone());
        let open = Self::with(world, file, self.document.clone(), (quotes, reading));
        Self { path: self.path.clone(), ..open }
    }

    fn with(
        world: &World,
        (source, name, sha256): (Option<SourceId>, String, String),
        document: Document,
        (quotes, reading): (Vec<LocatedQuote>, Reading),
    ) -> Self {
        let checked = match source.map(|id| &*world.dataset.source(id).sha256) {
            None | Some("") => Checked::Unknown,
            Some(known) if known == sha256 => Checked::Same,
            Some(_) => Checked::Changed,
        };
        Self { name, source, document, quotes, reading, checked, path: None, sha256 }
    }

    /// The quotation that overlaps a range of the text, in bytes; preferably one that means the same.
    pub fn quote_within(&self, range: &Range<usize>) -> Option<&LocatedQuote> {
        let within = self.quotes.iter().filter(|quote| {
            quote.found.passage().is_some_and(|passage| {
                // A quotation with an ellipsis has several parts; others may lie between them.
                let overlaps = |part: &Range<usize>| part.start < range.end && part.end > range.start;
                passage.parts.iter().any(overlaps)
            })
        });
        within.min_by_key(|quote| !quote.is_same)
    }

    /// The index of the first quotation of a statement.
    pub(super) fn quote_of(&self, statement: StatementId) -> Option<usize> {
        self.quotes.iter().position(|quote| quote.statement == statement)
    }

    /// Identifies its extracted quotations by index: the file, and the format as which it was read.
    pub(in crate::session) fn reading_key(&self) -> String {
        format!("{:?} {}", self.document.kind, self.sha256)
    }
}

/// Extracts quotations from an unknown document; nothing from the copy of a source.
fn extract(
    world: &World,
    source: Option<SourceId>,
    document: &Document,
    is_cancelled: &dyn Fn() -> bool,
) -> Option<Reading> {
    let dataset = &world.dataset;
    match source {
        Some(_) => Some(Reading::default()),
        None => {
            read_cancellable(&document.text, &document.quoted, dataset, &Names::of(dataset), is_cancelled)
        }
    }
}

/// Looks for all that the dataset quotes from a source. In an unknown document it looks for every quotation, and
/// returns only those found.
fn find_quotes(
    dataset: &Dataset,
    source: Option<SourceId>,
    text: &str,
    is_cancelled: &dyn Fn() -> bool,
) -> Option<Vec<LocatedQuote>> {
    let mut wanted = Vec::new();
    let mut selectors = Vec::new();
    for (index, statement) in dataset.statements().iter().enumerate() {
        let mut look_for = |is_original: bool, selector: Selector| {
            wanted.push((StatementId::new(index), is_original));
            selectors.push(selector);
        };
        let is_of = |other: SourceId| source.is_none_or(|source| source == other);
        let whole = |quote: &str| Selector { exact: quote.into(), prefix: "".into(), suffix: "".into() };
        if is_of(statement.source) {
            look_for(false, statement.selector.clone().unwrap_or_else(|| whole(&statement.quote)));
        }
        if let Some(original) = &statement.original
            && is_of(original.source.unwrap_or(statement.source))
        {
            look_for(true, whole(&original.quote));
        }
    }
    let found = find_all(&Haystack::new(text), &selectors, is_cancelled)?;
    let mut quotes: Vec<LocatedQuote> = std::iter::zip(wanted, std::iter::zip(found, &selectors))
        .filter(|(_, (found, _))| source.is_some() || found.passage().is_some())
        .map(|((statement, is_original), (found, selector))| LocatedQuote {
            statement,
            is_original,
            is_same: found.passage().is_some_and(|passage| means_the_same(passage, text, &selector.exact)),
            found,
        })
        .collect();
    quotes
        .sort_by_key(|quote| (quote.found.passage().map_or(usize::MAX, |p| p.range.start), quote.statement));
    Some(quotes)
}

/// Whether a passage means what was quoted: it is not negated, and differs in no digit.
fn means_the_same(passage: &Passage, text: &str, quoted: &str) -> bool {
    let digits = |text: Option<&str>| {
        text.unwrap_or_default().chars().filter(char::is_ascii_digit).collect::<String>()
    };
    passage.kind != MatchKind::Negated
        && passage.differences.iter().all(|difference| {
            digits(text.get(difference.passage.clone())) == digits(quoted.get(difference.quote.clone()))
        })
}
