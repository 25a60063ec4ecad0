//! `treaty-timeline check`: the diagnostics of files, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Report};
use crate::domain::{Census, Dataset, decade_of};
use crate::language::{CommandLineError, Language};
use crate::load::{BulkLoaded, Loaded};
use crate::records::{AcceptedRecord, Mapping, OpenTable, ReadOptions};
use crate::timeline::Font;

use super::Format;
use super::audit::{Audit, FindingJson, read_accepted};
use crate::app::files::{Opened, open_with, shown, unreadable};
use crate::app::input_file::InputFile;
use crate::app::reader_process::ReaderProgram;

#[derive(Serialize)]
struct ReportJson<'a> {
    file: &'a str,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<CountsJson<'a>>,
    #[serde(rename = "plain", skip_serializing_if = "Option::is_none")]
    bulk: Option<BulkCounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<TableJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audit: Option<Vec<FindingJson<'a>>>,
}

/// What a table was read as.
#[derive(Serialize)]
struct TableJson<'a> {
    read_as: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    headers: &'a [String],
    rows: usize,
    rows_left_out: usize,
    /// Whether its headers and rows leave no doubt.
    is_certain: bool,
    /// As `--mapping` takes it.
    mapping: &'a Mapping,
}

#[derive(Serialize)]
struct BulkCounts {
    events: usize,
    lanes: usize,
}

#[derive(Serialize)]
struct CountsJson<'a> {
    treaties: Vec<TreatyCount<'a>>,
    event_types: BTreeMap<&'a str, usize>,
    decades: BTreeMap<i32, DecadeCount>,
    source_kinds: BTreeMap<&'static str, usize>,
    statements: usize,
    originals: usize,
    disputed_events: usize,
    dates: usize,
    official_dates: usize,
}

#[derive(Serialize)]
struct TreatyCount<'a> {
    treaty: &'a str,
    events: usize,
    statements: usize,
}

#[derive(Serialize)]
struct DecadeCount {
    events: usize,
    statements: usize,
}

#[derive(Serialize)]
struct ProblemJson {
    severity: &'static str,
    code: &'static str,
    message: String,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
}

/// The text to print, and whether there were errors, or findings of an audit without a reason.
///
/// Tables are read as `mapping` says, if given.
/// An audit is made if `is_audited`, with the list of what is accepted if there is one.
///
/// # Errors
/// Why the mapping or the list cannot be read.
pub(in crate::app) fn check(
    files: &[PathBuf],
    mapping: Option<&Path>,
    (is_audited, accepted): (bool, Option<&Path>),
    format: Format,
    language: Language,
) -> Result<(String, bool), CommandLineError> {
    let options = ReadOptions { mapping: mapping.map(read_mapping).transpose()?, ..ReadOptions::default() };
    let accepted = accepted.map(read_accepted).transpose()?.unwrap_or_default();
    let accepted = is_audited.then_some(accepted.as_slice());
    let has_glyph = |c| Font::Text.has(c) && Font::Serif.has(c);
    // What is printed for programs is the same in every language.
    let language = if format == Format::Json { Language::English } else { language };
    let checked: Vec<Checked> = files.iter().map(|file| checked(file, &options, &has_glyph)).collect();
    let audits: Vec<Option<Audit<'_>>> = checked.iter().map(|checked| checked.audit(accepted)).collect();
    let has_errors = checked.iter().any(|checked| checked.report().errors > 0)
        || audits.iter().flatten().any(Audit::is_open);
    let both = || std::iter::zip(&checked, &audits);
    let text = match format {
        Format::Text => both()
            .map(|(checked, audit)| {
                let audit = audit.as_ref().map(|audit| audit.text(language));
                [text(checked, language), audit.unwrap_or_default()].concat()
            })
            .collect(),
        Format::Json => {
            let reports: Vec<ReportJson<'_>> =
                both().map(|(checked, audit)| report_json(checked, audit.as_ref())).collect();
            format!("{}\n", serde_json::to_string_pretty(&reports).unwrap_or_default())
        }
    };
    Ok((text, has_errors))
}

/// The mapping in a JSON file.
pub(super) fn read_mapping(path: &Path) -> Result<Mapping, CommandLineError> {
    let name = shown(path);
    let bytes = InputFile::open(path).and_then(|file| file.bytes(&()));
    let bytes = bytes.map_err(|err| CommandLineError::Open(name.clone(), err))?;
    serde_json::from_slice(&bytes).map_err(|err| CommandLineError::BadMapping(name, err.line(), err.column()))
}

/// A file that was read, of either format.
enum Checked {
    Treaties(Box<Loaded>),
    Bulk(Box<BulkLoaded>),
}

impl Checked {
    fn report(&self) -> &Report {
        match self {
            Self::Treaties(loaded) => &loaded.report,
            Self::Bulk(loaded) => &loaded.report,
        }
    }

    /// What an auditor would look at, where there is something to accept; plain lanes have no sources.
    fn audit<'a>(&'a self, accepted: Option<&'a [AcceptedRecord]>) -> Option<Audit<'a>> {
        match self {
            Self::Treaties(loaded) => Some(Audit::of(loaded.dataset.as_ref()?, accepted?)),
            Self::Bulk(_) => None,
        }
    }
}

fn checked(file: &Path, options: &ReadOptions, has_glyph: &dyn Fn(char) -> bool) -> Checked {
    match open_with(file, options, Some(has_glyph), &ReaderProgram::own(), &()) {
        Ok(Opened::Treaties(loaded, _)) => Checked::Treaties(loaded),
        Ok(Opened::Bulk(loaded)) => Checked::Bulk(loaded),
        Err(err) => {
            let report = unreadable(file, err);
            Checked::Treaties(Box::new(Loaded { dataset: None, report, table: None }))
        }
    }
}

fn text(checked: &Checked, language: Language) -> String {
    let mut text = checked.report().render(language);
    // Writing to a string cannot fail.
    let _written = match checked {
        Checked::Treaties(loaded) => {
            if let Some(table) = &loaded.table {
                text.push_str(&language.read_as(table));
                text.push('\n');
            }
            let counts = |dataset| print_counts(&mut text, dataset, language);
            loaded.dataset.as_ref().map_or(Ok(()), counts)
        }
        Checked::Bulk(loaded) => loaded.bulk.as_ref().map_or(Ok(()), |bulk| {
            let strings = language.strings();
            if let Some(table) = &loaded.table {
                text.push_str(&language.read_as(table));
                text.push('\n');
            }
            writeln!(
                text,
                "\n{}, {}",
                (strings.terms.events)(bulk.len()),
                (strings.terms.lanes)(bulk.lanes().len())
            )
        }),
    };
    text
}

fn print_counts(out: &mut String, dataset: &Dataset, language: Language) -> std::fmt::Result {
    let (strings, texts, census) = (language.strings(), language.command_line(), Census::of(dataset));
    let (events, statements) = (dataset.events().len(), dataset.statements().len());
    let rows = census.treaties.iter();
    let rows = rows.map(|&(id, events, statements)| (&*dataset.treaty(id).key, [events, statements]));
    print_table(out, [texts.treaty, texts.events, texts.statements], rows)?;
    print_row(
        out,
        &(strings.terms.treaties)(census.treaties.len()),
        &[texts.events, texts.statements],
        &[events, statements],
    )?;
    let decades = census.decades.iter().map(|(&decade, &(events, statements))| {
        let (first, last) = decade_of(decade);
        let name = if first >= 100 { (texts.decade_from)(first) } else { (strings.dates.years)(first, last) };
        (name, [events, statements])
    });
    print_table(out, [texts.decade, texts.events, texts.statements], decades)?;
    print_table(
        out,
        [texts.event_type, texts.events],
        census.kinds.iter().map(|(kind, &n)| (dataset.type_key(*kind), [n])),
    )?;
    let sources = census.sources.iter().map(|(&kind, &n)| ((strings.terms.source_kind)(kind), [n]));
    print_table(out, [texts.source_kind, texts.sources], sources)?;
    writeln!(out, "\n{}", (texts.rests_on)(&census, statements, dataset.series().len()))
}

/// A table with headings, after an empty line.
fn print_table<const COLUMNS: usize, const NUMBERS: usize>(
    out: &mut String,
    headings: [&str; COLUMNS],
    rows: impl Iterator<Item = (impl AsRef<str>, [usize; NUMBERS])>,
) -> std::fmt::Result {
    let [name, columns @ ..] = &headings[..] else { return Ok(()) };
    writeln!(out, "\n{name:<24} {}", columns.join("  "))?;
    for (name, numbers) in rows {
        print_row(out, name.as_ref(), columns, &numbers)?;
    }
    Ok(())
}

/// Right-aligns numbers with the headings of their columns.
fn print_row(out: &mut String, name: &str, columns: &[&str], numbers: &[usize]) -> std::fmt::Result {
    write!(out, "{name:<24}")?;
    for (index, (column, number)) in std::iter::zip(columns, numbers).enumerate() {
        let width = column.chars().count() + if index == 0 { 1 } else { 2 };
        write!(out, "{number:>width$}")?;
    }
    writeln!(out)
}

fn report_json<'a>(checked: &'a Checked, audit: Option<&Audit<'a>>) -> ReportJson<'a> {
    let report = checked.report();
    let (dataset, bulk, table) = match checked {
        Checked::Treaties(loaded) => (loaded.dataset.as_ref(), None, loaded.table.as_ref()),
        Checked::Bulk(loaded) => (None, loaded.bulk.as_ref(), loaded.table.as_ref()),
    };
    ReportJson {
        file: &report.file,
        errors: report.errors,
        warnings: report.warnings,
        problems: report.problems.iter().map(problem_json).collect(),
        counts: dataset.map(counts_json),
        bulk: bulk.map(|bulk| BulkCounts { events: bulk.len(), lanes: bulk.lanes().len() }),
        table: table.map(table_json),
        audit: audit.map(Audit::json),
    }
}

fn table_json(table: &OpenTable) -> TableJson<'_> {
    TableJson {
        read_as: Language::English.read_as(table),
        sheet: table.sheets.get(table.sheet).map(String::as_str),
        headers: &table.headers,
        rows: table.rows,
        rows_left_out: table.left_out,
        is_certain: table.is_certain,
        mapping: &table.mapping,
    }
}

fn counts_json(dataset: &Dataset) -> CountsJson<'_> {
    let strings = Language::English.strings();
    let census = Census::of(dataset);
    let treaties = census.treaties.iter().map(|&(treaty, events, statements)| TreatyCount {
        treaty: &dataset.treaty(treaty).key,
        events,
        statements,
    });
    let decades = census
        .decades
        .iter()
        .map(|(&decade, &(events, statements))| (decade, DecadeCount { events, statements }));
    CountsJson {
        treaties: treaties.collect(),
        event_types: census.kinds.iter().map(|(kind, &count)| (dataset.type_key(*kind), count)).collect(),
        decades: decades.collect(),
        source_kinds: census
            .sources
            .iter()
            .map(|(&kind, &count)| ((strings.terms.source_kind)(kind), count))
            .collect(),
        statements: dataset.statements().len(),
        originals: census.originals,
        disputed_events: census.disputed,
        dates: census.dates,
        official_dates: census.official_dates,
    }
}

fn problem_json(problem: &Diagnostic) -> ProblemJson {
    let known = |n: usize| (n > 0).then_some(n);
    ProblemJson {
        severity: problem.severity.key(),
        code: problem.code,
        message: problem.message(Language::English),
        line: known(problem.line),
        column: known(problem.column),
        help: problem.help(Language::English),
    }
}
