//! `treaty-timeline cite`: citations of records, by their ids.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::app::files::{load_file, shown};
use crate::app::input_file::InputFile;
use crate::app::reader_process::ReaderProgram;
use crate::diagnostics::Failure;
use crate::domain::Dataset;
use crate::language::{CommandLineError, Language};
use crate::load::{BUNDLED_NAME, bundled, load};
use crate::save::{self, CitationFormat, CitationStyle, Cited, StyleFile, cite_in_style, cite_in_style_file};

use super::args::{CiteArgs, CiteFormat, CiteStyle, StyleChoice};

/// The citations, in the order of the ids.
///
/// # Errors
/// The file has errors, or nothing in it has one of the ids.
pub(in crate::app) fn cite(args: &CiteArgs, language: Language) -> Result<String, CommandLineError> {
    let dataset = dataset(args.file.as_deref())?;
    let found =
        |id: &String| Cited::find(&dataset, id).ok_or_else(|| CommandLineError::NothingToCite(id.clone()));
    let cited = args.ids.iter().map(found).collect::<Result<Vec<Cited>, CommandLineError>>()?;
    if let Some(style) = &args.style {
        return in_style(&dataset, &cited, style);
    }
    let format = match args.format {
        CiteFormat::Text => return Ok(in_words(&dataset, &cited, language)),
        CiteFormat::CslJson => CitationFormat::CslJson,
        CiteFormat::Bibtex => CitationFormat::Bibtex,
        CiteFormat::Ris => CitationFormat::Ris,
    };
    // A terminal has line ends of its own.
    Ok(save::cite(&dataset, &cited, format).replace('\r', ""))
}

fn dataset(file: Option<&Path>) -> Result<Dataset, CommandLineError> {
    let loaded = match file {
        Some(path) => load_file(path, &ReaderProgram::own(), &())
            .map_err(|err| CommandLineError::Open(shown(path), err))?,
        None => load(BUNDLED_NAME, bundled(), &()),
    };
    match loaded.dataset {
        Some(dataset) if loaded.report.errors == 0 => Ok(dataset),
        _ => Err(CommandLineError::NotCited(Box::new(loaded.report))),
    }
}

/// A crate of others does the wording; a fault of it is said, and ends nothing else.
fn in_style(dataset: &Dataset, cited: &[Cited], style: &StyleChoice) -> Result<String, CommandLineError> {
    let named = |style: CiteStyle| match style {
        CiteStyle::Chicago => CitationStyle::Chicago,
        CiteStyle::ChicagoNotes => CitationStyle::ChicagoNotes,
        CiteStyle::Apa => CitationStyle::Apa,
        CiteStyle::Mla => CitationStyle::Mla,
        CiteStyle::Harvard => CitationStyle::Harvard,
    };
    let file = match style {
        StyleChoice::Named(_) => None,
        StyleChoice::File(path) => Some(style_file(path)?),
    };
    let cite = AssertUnwindSafe(|| match (&file, style) {
        (Some(file), _) => cite_in_style_file(dataset, cited, file),
        (None, StyleChoice::Named(style)) => cite_in_style(dataset, cited, named(*style)),
        (None, StyleChoice::File(_)) => Vec::new(),
    });
    let lines = catch_unwind(cite).map_err(|_panic| CommandLineError::Failed(Failure::Fault))?;
    Ok(format!("{}\n", lines.join("\n")))
}

/// The style of a file.
fn style_file(path: &Path) -> Result<StyleFile, CommandLineError> {
    let bytes = InputFile::open(path).and_then(|file| file.bytes(&()));
    let bytes = bytes.map_err(|err| CommandLineError::Open(shown(path), err))?;
    StyleFile::parse(&String::from_utf8_lossy(&bytes))
        .map_err(|problem| CommandLineError::BadStyle(shown(path), problem))
}

fn in_words(dataset: &Dataset, cited: &[Cited], language: Language) -> String {
    let lines = cited.iter().map(|cited| match *cited {
        Cited::Source(id) => format!("{}.", language.cite_source(dataset.source(id))),
        Cited::Treaty(id) => language.cite_treaty(dataset, id),
        Cited::Statement(id) => language.cite_statement(dataset, id),
        Cited::Event(id) => language.cite_event(dataset, id),
    });
    format!("{}\n", lines.collect::<Vec<_>>().join("\n"))
}
