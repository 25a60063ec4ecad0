//! Citations for other programs: sources, treaties, statements and events as CSL-JSON, BibTeX and RIS.

mod bibtex;
mod csl;
mod ris;
mod style_file;
mod styled;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, EdtfDate, EventId, Source, SourceId, SourceKind, StatementId, TreatyId};
use crate::records::subset_of;
use crate::text::first_words;

use super::material::{ExportSelection, one_line};

pub use style_file::StyleFile;
pub use styled::{CitationStyle, cite_in_style, cite_in_style_file};

/// A form in which citations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationFormat {
    /// The JSON of the Citation Style Language 1.0.2.
    CslJson,
    /// BibTeX, with the fields that BibLaTeX adds.
    Bibtex,
    /// RIS.
    Ris,
}

/// What can be cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cited {
    /// A source.
    Source(SourceId),
    /// A treaty.
    Treaty(TreatyId),
    /// A statement.
    Statement(StatementId),
    /// An event.
    Event(EventId),
}

impl Cited {
    /// The record with this id in the file: an event, a statement, a treaty or a source, in that order.
    pub fn find(dataset: &Dataset, id: &str) -> Option<Self> {
        let event = dataset.find_event(id).map(Self::Event);
        let statement = || dataset.find_statement(id).map(Self::Statement);
        let treaty = || dataset.find_treaty(id).map(Self::Treaty);
        event.or_else(statement).or_else(treaty).or_else(|| dataset.find_source(id).map(Self::Source))
    }

    /// The name of its kind, to tell equal ids apart.
    fn kind(self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Treaty(_) => "treaty",
            Self::Statement(_) => "statement",
            Self::Event(_) => "event",
        }
    }
}

/// What kind of work a citation is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Work {
    Treaty,
    News,
    Report,
    Data,
    #[default]
    Document,
    Page,
    Speech,
    Event,
}

/// A citation, before it is written in a form.
#[derive(Default)]
struct Citation<'a> {
    id: String,
    work: Work,
    title: String,
    /// Who said it. Names are kept whole: nothing says which part is the surname.
    author: Option<&'a str>,
    publisher: &'a str,
    /// The work in which it stands.
    container: &'a str,
    issued: Option<&'a EdtfDate>,
    accessed: Option<&'a EdtfDate>,
    url: &'a str,
    lang: &'a str,
    note: String,
}

/// Citations of all that is written: the sources that are named, the treaties and the statements.
pub(super) fn bibliography(material: ExportSelection<'_>, format: CitationFormat) -> String {
    let dataset = material.dataset;
    let named = subset_of(dataset, material.subset).sources;
    let sources = named.iter().filter_map(|record| dataset.find_source(&record.id)).map(Cited::Source);
    let treaties = material.subset.treaties().map(Cited::Treaty);
    let statements = material.subset.statements().map(Cited::Statement);
    let all: Vec<Cited> = sources.chain(treaties).chain(statements).collect();
    cite(dataset, &all, format)
}

/// Citations of these, in this order, each once.
pub fn cite(dataset: &Dataset, cited: &[Cited], format: CitationFormat) -> String {
    let mut seen = BTreeSet::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let each = cited.iter().filter(|&&cited| seen.insert(cited));
    let citations: Vec<Citation<'_>> = each
        .map(|&cited| {
            let mut citation = citation(dataset, cited);
            if format == CitationFormat::Bibtex {
                citation.id = bibtex::key(&citation.id);
            }
            // Ids are unique in a table, and here stand together.
            if ids.contains_key(&citation.id) {
                citation.id = format!("{}-{}", citation.id, cited.kind());
            }
            let times = ids.entry(citation.id.clone()).or_default();
            *times += 1;
            if *times > 1 {
                citation.id = format!("{}-{times}", citation.id);
            }
            citation
        })
        .collect();
    match format {
        CitationFormat::CslJson => csl::write(&citations),
        CitationFormat::Bibtex => bibtex::write(&citations),
        CitationFormat::Ris => ris::write(&citations),
    }
}

fn citation(dataset: &Dataset, cited: Cited) -> Citation<'_> {
    match cited {
        Cited::Source(id) => of_source(dataset.source(id)),
        Cited::Treaty(id) => {
            let treaty = dataset.treaty(id);
            let text = dataset.text_of_treaty(id).map(|source| dataset.source(source));
            let name = if treaty.full_name.is_empty() { &treaty.name } else { &treaty.full_name };
            Citation {
                id: treaty.key.to_string(),
                work: Work::Treaty,
                title: one_line(name),
                issued: dataset.date_of_treaty(id),
                note: if treaty.full_name.is_empty() { String::new() } else { one_line(&treaty.name) },
                ..text.map_or_else(Citation::default, of_source)
            }
        }
        Cited::Statement(id) => {
            let statement = dataset.statement(id);
            let source = dataset.source(statement.source);
            let occasion = [&*statement.role, &*statement.venue];
            let occasion: Vec<&str> = occasion.into_iter().filter(|text| !text.is_empty()).collect();
            Citation {
                id: statement.key.to_string(),
                work: Work::Speech,
                title: one_line(&first_words(&statement.quote, 120)),
                author: Some(&dataset.speaker(statement.speaker).name),
                container: &source.title,
                publisher: &source.publisher,
                issued: Some(&statement.date),
                lang: &statement.lang,
                note: occasion.join(", "),
                ..of_source(source)
            }
        }
        Cited::Event(id) => {
            let event = dataset.event(id);
            let source = event.claim().source.map(|source| dataset.source(source));
            Citation {
                id: event.key.to_string(),
                work: Work::Event,
                title: one_line(&format!("{}: {}", dataset.treaty(event.treaty).name, event.title)),
                container: source.map_or("", |source| &source.title),
                publisher: source.map_or("", |source| &source.publisher),
                issued: Some(event.date()),
                note: one_line(&event.summary),
                ..source.map_or_else(Citation::default, of_source)
            }
        }
    }
}

fn of_source(source: &Source) -> Citation<'_> {
    let is_news = source.kind == SourceKind::News;
    Citation {
        id: source.key.to_string(),
        work: match source.kind {
            SourceKind::TreatyText => Work::Treaty,
            SourceKind::OfficialStatement => Work::Document,
            SourceKind::Data => Work::Data,
            SourceKind::FactSheet => Work::Report,
            SourceKind::News => Work::News,
            SourceKind::Reference => Work::Page,
        },
        title: one_line(&source.title),
        author: None,
        publisher: if is_news { "" } else { &source.publisher },
        container: if is_news { &source.publisher } else { "" },
        issued: source.date.as_ref(),
        accessed: source.accessed.as_ref(),
        url: &source.url,
        lang: &source.lang,
        note: String::new(),
    }
}
