//! A document that is open for reading: the copy of a source, with what the dataset quotes from it found in its text.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::{OpenError, shown_file_name, shown_name};
use crate::document::{
    Document, Found, Haystack, MatchKind, Passage, Unreadable, find_all, fingerprint, read,
};
use crate::domain::{Dataset, Selector, SourceId, StatementId};
use crate::extract::{Names, Reading, read_unless};
use crate::timeline::Selection;

use crate::session::{Drafts, Effect, Session, World};

/// A document that is open for reading.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// What its file is called.
    pub name: String,
    /// The source that it is a copy of; `None` for a document that the dataset does not know.
    pub source: Option<SourceId>,
    /// Its text.
    pub document: Document,
    /// What the dataset quotes from it: what is found in order of place, then what is not.
    pub quotes: Vec<PageQuote>,
    /// What is read in a document that the dataset does not know: quotations with their speakers, treaties.
    pub reading: Reading,
    /// Whether it is the copy that the dataset speaks of.
    pub checked: Checked,
    /// Its file, if it was chosen by hand.
    pub path: Option<PathBuf>,
    /// The SHA-256 of the file.
    pub sha256: String,
}

/// A quotation that a document should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageQuote {
    /// The statement that quotes.
    pub statement: StatementId,
    /// Whether the speaker's own words were looked for, and not a translation.
    pub is_original: bool,
    /// Where they are.
    pub found: Found,
    /// Whether what stands there is what was quoted, and not its opposite or the same with another number.
    pub is_same: bool,
}

/// Why a document is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageProblem {
    /// There is no text to show in it.
    Unreadable(Unreadable),
    /// It lies outside the data file's folder.
    Outside,
    /// There is no such file beside the data file.
    NoFile,
    /// The file that was chosen, by hand or by an earlier run, is no longer where it was.
    Gone,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It is larger than any document that is opened.
    TooLarge,
    /// Reading it takes more memory than any document is given.
    TooMuchMemory,
    /// Reading it takes longer than any document is given.
    TooLong,
    /// The reading ended before its end.
    Stopped,
    /// It could not be read, and why.
    Failed(OpenError),
}

/// Whether a copy is the one that the dataset was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The dataset does not say what it should be.
    Unknown,
    /// It is.
    Same,
    /// It is another text.
    Changed,
}

impl Page {
    /// Reads a document for a dataset. Costs as much as reading it and looking for every quotation: not for the
    /// interface's thread.
    ///
    /// # Errors
    /// [`Unreadable`], when there is no text to show.
    pub fn open(
        world: &World,
        source: Option<SourceId>,
        name: String,
        bytes: &[u8],
    ) -> Result<Self, Unreadable> {
        let document = read(bytes, &name)?;
        let quotes = find_quotes(&world.dataset, source, &document.text, &|| false).unwrap_or_default();
        let reading = reading_of(world, source, &document, &|| false).unwrap_or_default();
        Ok(Self::with(world, (source, name, fingerprint(bytes)), document, (quotes, reading)))
    }

    /// A document that was read, for a dataset: all that the dataset quotes is looked for in it. `None` when
    /// `is_called_off` says so meanwhile.
    pub fn of(
        world: &World,
        source: Option<SourceId>,
        name: String,
        sha256: String,
        document: Document,
        is_called_off: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let quotes = find_quotes(&world.dataset, source, &document.text, is_called_off)?;
        let reading = reading_of(world, source, &document, is_called_off)?;
        Some(Self::with(world, (source, name, sha256), document, (quotes, reading)))
    }

    /// The same document, which is no copy of a source, read for another dataset.
    #[must_use]
    pub fn for_dataset(&self, world: &World) -> Self {
        let quotes = find_quotes(&world.dataset, None, &self.document.text, &|| false).unwrap_or_default();
        let reading = reading_of(world, None, &self.document, &|| false).unwrap_or_default();
        let file = (None, self.name.clone(), self.sha256.clone());
        let page = Self::with(world, file, self.document.clone(), (quotes, reading));
        Self { path: self.path.clone(), ..page }
    }

    fn with(
        world: &World,
        (source, name, sha256): (Option<SourceId>, String, String),
        document: Document,
        (quotes, reading): (Vec<PageQuote>, Reading),
    ) -> Self {
        let checked = match source.map(|id| &*world.dataset.source(id).sha256) {
            None | Some("") => Checked::Unknown,
            Some(known) if known == sha256 => Checked::Same,
            Some(_) => Checked::Changed,
        };
        Self { name, source, document, quotes, reading, checked, path: None, sha256 }
    }

    /// What the dataset quotes that stands in a part of the text: the same words if there are such, else what is like them.
    pub fn quote_within(&self, range: &Range<usize>) -> Option<&PageQuote> {
        let within = self.quotes.iter().filter(|quote| {
            quote.found.passage().is_some_and(|passage| {
                // Between the parts of one with words left out others may stand.
                let overlaps = |part: &Range<usize>| part.start < range.end && part.end > range.start;
                passage.parts.iter().any(overlaps)
            })
        });
        within.min_by_key(|quote| !quote.is_same)
    }

    /// The place among the quotes of a statement, the words that were found first.
    pub fn place_of(&self, statement: StatementId) -> Option<usize> {
        self.quotes.iter().position(|quote| quote.statement == statement)
    }

    /// What tells its quotations, by their places, from those of any other document: the file, and how it is read.
    pub(in crate::session) fn reading_key(&self) -> String {
        format!("{:?} {}", self.document.kind, self.sha256)
    }
}

/// What a document speaks of that the dataset does not know; nothing is read in the copy of a source.
fn reading_of(
    world: &World,
    source: Option<SourceId>,
    document: &Document,
    is_called_off: &dyn Fn() -> bool,
) -> Option<Reading> {
    let dataset = &world.dataset;
    match source {
        Some(_) => Some(Reading::default()),
        None => read_unless(&document.text, &document.quoted, dataset, &Names::of(dataset), is_called_off),
    }
}

/// Looks for all that a dataset quotes from a source. A document without a source may hold any quotation; then only
/// what is found is kept.
fn find_quotes(
    dataset: &Dataset,
    source: Option<SourceId>,
    text: &str,
    is_called_off: &dyn Fn() -> bool,
) -> Option<Vec<PageQuote>> {
    let mut wanted = Vec::new();
    let mut selectors = Vec::new();
    for (place, statement) in dataset.statements().iter().enumerate() {
        let mut look = |is_original: bool, selector: Selector| {
            wanted.push((StatementId::new(place), is_original));
            selectors.push(selector);
        };
        let is_of = |other: SourceId| source.is_none_or(|source| source == other);
        let whole = |quote: &str| Selector { exact: quote.into(), prefix: "".into(), suffix: "".into() };
        if is_of(statement.source) {
            look(false, statement.selector.clone().unwrap_or_else(|| whole(&statement.quote)));
        }
        if let Some(original) = &statement.original
            && is_of(original.source.unwrap_or(statement.source))
        {
            look(true, whole(&original.quote));
        }
    }
    let found = find_all(&Haystack::new(text), &selectors, is_called_off)?;
    let mut quotes: Vec<PageQuote> = std::iter::zip(wanted, std::iter::zip(found, &selectors))
        .filter(|(_, (found, _))| source.is_some() || found.passage().is_some())
        .map(|((statement, is_original), (found, selector))| PageQuote {
            statement,
            is_original,
            is_same: found.passage().is_some_and(|passage| says_the_same(passage, text, &selector.exact)),
            found,
        })
        .collect();
    quotes
        .sort_by_key(|quote| (quote.found.passage().map_or(usize::MAX, |p| p.range.start), quote.statement));
    Some(quotes)
}

/// Whether a passage says what was quoted, but for what changes nothing of its sense.
fn says_the_same(passage: &Passage, text: &str, quoted: &str) -> bool {
    let digits = |text: Option<&str>| {
        text.unwrap_or_default().chars().filter(char::is_ascii_digit).collect::<String>()
    };
    passage.kind != MatchKind::Negated
        && passage.differences.iter().all(|difference| {
            digits(text.get(difference.passage.clone())) == digits(quoted.get(difference.quote.clone()))
        })
}

impl Session {
    /// A document is being read, and will be shown or refused.
    pub(in crate::session) fn wait_for_page(&mut self, path: &Path) {
        (self.reader.coming, self.notice) = (Some(shown_file_name(path)), None);
    }

    /// Whether a document is being read and nothing lies over the window that Escape would close first.
    pub(in crate::session) fn reads_in_front(&self) -> bool {
        self.reader.coming.is_some() && self.overlay.is_none() && !self.search.is_open
    }

    /// Stops reading a document; what is open stays open.
    pub(in crate::session) fn cancel_document(&mut self) -> Option<Effect> {
        let name = self.reader.coming.take()?;
        self.notice = Some((self.strings().files.cancelled)(&name));
        Some(Effect::CancelDocument)
    }

    /// Shows a document that was read, and goes to the words of the selected statement in it.
    pub(in crate::session) fn show_page(&mut self, page: Page) {
        self.reader.coming = None;
        for quote in &page.quotes {
            let better = |before: &Found| match (before.passage(), quote.found.passage()) {
                (Some(before), Some(now)) => now.kind < before.kind,
                (None, Some(_)) => true,
                _ => false,
            };
            // Of the words and their translation, what is found counts.
            if page.source.is_some() && self.reader.seen_in_copies.get(&quote.statement).is_none_or(better) {
                self.reader.seen_in_copies.insert(quote.statement, quote.found.clone());
            }
        }
        self.reader.quote = match self.selection.selected {
            Selection::Statement(id) => page.place_of(id),
            _ => None,
        };
        self.stash_drafts();
        // What was confirmed of it before and not saved is there again.
        self.reader.drafts = self.unstash_drafts(&page).unwrap_or_else(|| Drafts::of(&page));
        self.reader.document = Some(Arc::new(page));
        self.reader.scroll_requests += 1;
    }

    /// Whether a copy of a source lies with the dataset.
    pub fn has_copy(&self, source: SourceId) -> bool {
        self.world.path.is_some() && !self.world.dataset.source(source).document.is_empty()
    }

    /// Says why a document is not shown.
    pub(in crate::session) fn refuse_page(&mut self, name: &str, problem: &PageProblem) {
        self.reader.coming = None;
        let strings = &self.strings().reader;
        let failed;
        let why = match problem {
            PageProblem::Unreadable(why) => (strings.unreadable)(*why),
            PageProblem::Outside => strings.outside,
            PageProblem::NoFile => strings.no_file,
            PageProblem::Gone => strings.file_gone,
            PageProblem::NotAFile => strings.not_a_file,
            PageProblem::TooLarge => strings.too_large,
            PageProblem::TooMuchMemory => strings.too_much_memory,
            PageProblem::TooLong => strings.too_long,
            PageProblem::Stopped => strings.stopped,
            PageProblem::Failed(why) => {
                failed = self.language().open_error(why);
                &failed
            }
        };
        let mut notice = (strings.not_opened)(&shown_name(name), why);
        let stashed = self.reader.stash.documents.iter().filter(|document| document.name == name);
        let count: usize = stashed.map(|document| document.quotations.len()).sum();
        if count > 0 {
            notice = format!("{notice}. {}", (strings.kept)(count));
        }
        self.notice = Some(notice);
    }

    /// Closes the document; what was confirmed of it and is not saved is kept for when it is opened again.
    pub(in crate::session) fn close_page(&mut self) {
        let count = self.stash_drafts();
        (self.reader.document, self.reader.quote, self.reader.offset) = (None, None, None);
        if count > 0 {
            self.notice = Some((self.strings().reader.kept)(count));
        }
    }

    /// Goes to a quotation in the document, and to its statement on the timeline.
    pub(in crate::session) fn go_to_page_quote(&mut self, place: usize) {
        let Some(quote) = self.reader.document.as_ref().and_then(|page| page.quotes.get(place)) else {
            return;
        };
        let statement = quote.statement;
        self.go_to(Selection::Statement(statement));
        (self.reader.quote, self.reader.offset) = (Some(place), None);
        self.reader.scroll_requests += 1;
    }

    /// Goes to a passage that was read in the document, by its place in the text.
    pub(in crate::session) fn go_to_spot(&mut self, spot: usize) {
        (self.reader.quote, self.reader.offset) = (None, Some(spot));
        self.reader.scroll_requests += 1;
    }

    /// Follows the selection: a statement that the open document holds is shown in it.
    pub(in crate::session) fn follow_in_page(&mut self) {
        let Selection::Statement(id) = self.selection.selected else { return };
        if let Some(place) = self.reader.document.as_ref().and_then(|page| page.place_of(id))
            && self.reader.quote != Some(place)
        {
            (self.reader.quote, self.reader.offset) = (Some(place), None);
            self.reader.scroll_requests += 1;
        }
    }
}
