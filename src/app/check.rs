//! `treaty-timeline check`: the diagnostics of files, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Report, counted};
use crate::domain::{Census, Dataset, decade_of};
use crate::language::{Language, english};
use crate::load::{Loaded, PlainLoaded};
use crate::timeline::Face;

use super::cli::Format;
use super::files::{Opened, open_for_print};

#[derive(Serialize)]
struct ReportJson<'a> {
    file: &'a str,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<CountsJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plain: Option<PlainCounts>,
}

#[derive(Serialize)]
struct PlainCounts {
    events: usize,
    lanes: usize,
}

#[derive(Serialize)]
struct CountsJson<'a> {
    treaties: Vec<TreatyCount<'a>>,
    event_types: BTreeMap<&'static str, usize>,
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

/// The text to print, and whether there were errors.
pub(super) fn check(files: &[PathBuf], format: Format) -> (String, bool) {
    let has_glyph = |c| Face::Text.has(c) && Face::Serif.has(c);
    let checked: Vec<Checked> = files.iter().filter_map(|file| checked(file, &has_glyph)).collect();
    let has_errors = checked.iter().any(|checked| checked.report().errors > 0);
    let text = match format {
        Format::Text => checked.iter().map(text).collect(),
        Format::Json => {
            let reports: Vec<ReportJson<'_>> = checked.iter().map(report_json).collect();
            format!("{}\n", serde_json::to_string_pretty(&reports).unwrap_or_default())
        }
    };
    (text, has_errors)
}

/// A file that was read, of either format.
enum Checked {
    Treaties(Box<Loaded>),
    Plain(Box<PlainLoaded>),
}

impl Checked {
    fn report(&self) -> &Report {
        match self {
            Self::Treaties(loaded) => &loaded.report,
            Self::Plain(loaded) => &loaded.report,
        }
    }
}

fn checked(file: &Path, has_glyph: &dyn Fn(char) -> bool) -> Option<Checked> {
    Some(match open_for_print(file, Some(has_glyph), &())? {
        Opened::Treaties(loaded, _) => Checked::Treaties(loaded),
        Opened::Plain(loaded) => Checked::Plain(loaded),
    })
}

fn text(checked: &Checked) -> String {
    let mut text = checked.report().render(Language::English);
    // Writing to a string cannot fail.
    let _written = match checked {
        Checked::Treaties(loaded) => {
            let counts = |dataset| print_counts(&mut text, dataset, &Census::of(dataset));
            loaded.dataset.as_ref().map_or(Ok(()), counts)
        }
        Checked::Plain(loaded) => loaded.plain.as_ref().map_or(Ok(()), |plain| {
            writeln!(text, "\n{}, {}", counted(plain.len(), "event"), counted(plain.lanes().len(), "lane"))
        }),
    };
    text
}

fn print_counts(out: &mut String, dataset: &Dataset, census: &Census) -> std::fmt::Result {
    let (events, statements) = (dataset.events().len(), dataset.statements().len());
    writeln!(out, "\n{:<24} events  statements", "treaty")?;
    for &(treaty, events, statements) in &census.treaties {
        writeln!(out, "{:<24} {events:>6}  {statements:>10}", dataset.treaty(treaty).key)?;
    }
    writeln!(out, "{:<24} {events:>6}  {statements:>10}", counted(census.treaties.len(), "treaty"))?;
    writeln!(out, "\n{:<24} events  statements", "decade")?;
    for (decade, (events, statements)) in &census.decades {
        writeln!(out, "{:<24} {events:>6}  {statements:>10}", decade_name(*decade))?;
    }
    writeln!(out, "\n{:<24} events", "type")?;
    for (kind, count) in &census.kinds {
        writeln!(out, "{:<24} {count:>6}", kind.key())?;
    }
    writeln!(out, "\n{:<24} sources", "kind of source")?;
    for (kind, count) in &census.sources {
        writeln!(out, "{:<24} {count:>7}", english::terms::source_kind(*kind))?;
    }
    writeln!(
        out,
        "\n{} of {} on official sources ({} %); the dates of {} are disputed; {} of {} the original \
         language; {} series",
        census.official_dates,
        counted_with(census.dates, "date", ["rests", "rest"]),
        census.official_percent(),
        counted(census.disputed, "event"),
        census.originals,
        counted_with(statements, "statement", ["has", "have"]),
        dataset.series().len(),
    )
}

/// A number of things and the verb after it, as in `1 date rests`, `2 dates rest`.
fn counted_with(n: usize, noun: &str, [one, more]: [&str; 2]) -> String {
    format!("{} {}", counted(n, noun), if n == 1 { one } else { more })
}

/// A decade as people write it: `1980s`, and by its years where an era must be said.
fn decade_name(decade: i32) -> String {
    let (first, last) = decade_of(decade);
    if first >= 100 { format!("{first}s") } else { english::dates::years(first, last) }
}

fn report_json(checked: &Checked) -> ReportJson<'_> {
    let report = checked.report();
    let (dataset, plain) = match checked {
        Checked::Treaties(loaded) => (loaded.dataset.as_ref(), None),
        Checked::Plain(loaded) => (None, loaded.plain.as_ref()),
    };
    ReportJson {
        file: &report.file,
        errors: report.errors,
        warnings: report.warnings,
        problems: report.problems.iter().map(problem_json).collect(),
        counts: dataset.map(counts_json),
        plain: plain.map(|plain| PlainCounts { events: plain.len(), lanes: plain.lanes().len() }),
    }
}

fn counts_json(dataset: &Dataset) -> CountsJson<'_> {
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
        event_types: census.kinds.iter().map(|(kind, &count)| (kind.key(), count)).collect(),
        decades: decades.collect(),
        source_kinds: census
            .sources
            .iter()
            .map(|(kind, &count)| (english::terms::source_kind(*kind), count))
            .collect(),
        statements: dataset.statements().len(),
        originals: census.originals,
        disputed_events: census.disputed,
        dates: census.dates,
        official_dates: census.official_dates,
    }
}

fn problem_json(problem: &Diagnostic) -> ProblemJson {
    let place = |n: usize| (n > 0).then_some(n);
    ProblemJson {
        severity: problem.severity.key(),
        code: problem.code,
        message: problem.message(Language::English),
        line: place(problem.line),
        column: place(problem.column),
        help: problem.help(Language::English),
    }
}
