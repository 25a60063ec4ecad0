//! Citations for other programs: sources, treaties, statements and events as CSL-JSON, BibTeX and RIS.

mod bibtex;
mod citation_style;
mod csl;
mod headline;
mod manuals;
mod of_records;
mod ris;
mod style_file;
mod styled;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, EdtfDate, EventId, Source, SourceId, StatementId, TreatyId};
use crate::records::subset_of;

use super::export_selection::ExportSelection;
use of_records::citation;

pub use citation_style::CitationStyle;
pub use style_file::StyleFile;
pub use styled::{cite_in_style, cite_in_style_file};

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
    Post,
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
    /// The source in which words or an event stand.
    within: Option<&'a Source>,
    /// What a manual wants to have said of its kind, such as “Tweet”.
    genre: &'static str,
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
