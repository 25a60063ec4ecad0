//! `treaty-timeline convert`: a dataset of any format that is read, in any format that is written.

use std::path::Path;

use crate::app::data_export;
use crate::app::files::{open_records, shown};
use crate::app::reader_process::ReaderProgram;
use crate::domain::{Dataset, Subset};
use crate::language::{CommandLineError, Language};
use crate::load::Loaded;
use crate::records::{DataFormat, ReadOptions};
use crate::save::{ExportSelection, write};

use super::args::ConvertArgs;
use super::check::read_mapping;

/// Reads the one file and writes the other; returns the lines to print: what was read, what was written, and what the
/// format has no room for.
///
/// # Errors
/// The file has errors, the name of the other says no format, or it cannot be written.
pub(in crate::app) fn convert(args: &ConvertArgs, language: Language) -> Result<String, CommandLineError> {
    let format = args.to.or_else(|| format_of(&args.output));
    let Some(format) = format else {
        return Err(CommandLineError::DataExtension(shown(&args.output)));
    };
    let mapping = args.mapping.as_deref().map(read_mapping).transpose()?;
    let options = ReadOptions { mapping, ..ReadOptions::default() };
    let loaded = open_records(&args.input, &options, &ReaderProgram::own())
        .map_err(|err| CommandLineError::Open(shown(&args.input), err))?
        .ok_or_else(|| CommandLineError::PlainLanes(shown(&args.input)))?;
    let Loaded { dataset, report, table } = loaded;
    let Some(dataset) = dataset.filter(|_| report.errors == 0) else {
        return Err(CommandLineError::NotConverted(Box::new(report)));
    };
    let subset = Subset::whole(&dataset);
    let written =
        write(format, ExportSelection { dataset: &dataset, subset: &subset, language }).and_then(|written| {
            data_export::to_disk(&args.output, format, written.output).map(|()| written.losses)
        });
    let losses = written.map_err(|problem| CommandLineError::Write(shown(&args.output), problem))?;

    let words = language.converting();
    let mut lines = vec![(words.read)(&shown(&args.input), &counts(&dataset, language))];
    lines.extend(table.map(|table| language.read_as(&table)));
    if report.warnings > 0 {
        lines.push((words.warnings)(report.warnings));
    }
    lines.push((words.written)(&shown(&args.output), (words.format)(format)));
    lines.push(language.losses(format, &losses, report.warnings > 0));
    Ok(format!("{}\n", lines.join("\n")))
}

/// The format that a path asks for: by its extension, and tables in a folder if it has none.
fn format_of(path: &Path) -> Option<DataFormat> {
    match path.extension() {
        Some(extension) => DataFormat::from_extension(extension.to_str()?),
        None => Some(DataFormat::CsvTables),
    }
}

fn counts(dataset: &Dataset, language: Language) -> String {
    let terms = &language.strings().terms;
    let counts = [
        (terms.treaties)(dataset.treaties().len()),
        (terms.events)(dataset.events().len()),
        (terms.statements)(dataset.statements().len()),
    ];
    counts.join(", ")
}
