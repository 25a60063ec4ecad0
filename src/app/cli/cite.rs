//! `treaty-timeline cite`: citations of records, by their ids.

use std::path::Path;

use crate::app::files::{load_file, shown};
use crate::domain::Dataset;
use crate::language::{CommandLineError, Language};
use crate::load::{BUNDLED, BUNDLED_NAME, load};
use crate::save::{self, CitationFormat, Cited};

use super::args::{CiteArgs, CiteFormat};

/// The citations, in the order of the ids.
///
/// # Errors
/// The file has errors, or nothing in it has one of the ids.
pub(in crate::app) fn cite(args: &CiteArgs, language: Language) -> Result<String, CommandLineError> {
    let dataset = dataset(args.file.as_deref())?;
    let found =
        |id: &String| Cited::find(&dataset, id).ok_or_else(|| CommandLineError::NothingToCite(id.clone()));
    let cited = args.ids.iter().map(found).collect::<Result<Vec<Cited>, CommandLineError>>()?;
    let format = match args.format {
        CiteFormat::Text => return Ok(in_words(&dataset, &cited, language)),
        CiteFormat::CslJson => CitationFormat::CslJson,
        CiteFormat::Bibtex => CitationFormat::Bibtex,
        CiteFormat::Ris => CitationFormat::Ris,
    };
    Ok(save::cite(&dataset, &cited, format))
}

fn dataset(file: Option<&Path>) -> Result<Dataset, CommandLineError> {
    let loaded = match file {
        Some(path) => load_file(path, &()).map_err(|err| CommandLineError::Open(shown(path), err))?,
        None => load(BUNDLED_NAME, BUNDLED.into(), &()),
    };
    match loaded.dataset {
        Some(dataset) if loaded.report.errors == 0 => Ok(dataset),
        _ => Err(CommandLineError::NotCited(Box::new(loaded.report))),
    }
}

fn in_words(dataset: &Dataset, cited: &[Cited], language: Language) -> String {
    let lines = cited.iter().map(|cited| match *cited {
        Cited::Source(id) => format!("{}.\n", language.cite_source(dataset.source(id))),
        Cited::Treaty(id) => format!("{}\n", language.cite_treaty(dataset, id)),
        Cited::Statement(id) => format!("{}\n", language.cite_statement(dataset, id)),
        Cited::Event(id) => format!("{}\n", language.cite_event(dataset, id)),
    });
    lines.collect()
}
