//! `treaty-timeline check`: the diagnostics of files, for people and for programs.

use std::path::PathBuf;

use serde::Serialize;

use crate::diagnostics::{Problem, Report};

use super::cli::Format;
use super::files::load_file;

#[derive(Serialize)]
struct ReportJson<'a> {
    file: &'a str,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'a str,
}

/// The text to print, and whether there were errors.
pub(super) fn check(files: &[PathBuf], format: Format) -> (String, bool) {
    let loaded = files.iter().filter_map(|file| load_file(file, &()));
    let reports: Vec<Report> = loaded.map(|loaded| loaded.report).collect();
    let has_errors = reports.iter().any(|report| report.errors > 0);
    let text = match format {
        Format::Text => reports.iter().map(ToString::to_string).collect(),
        Format::Json => {
            let reports: Vec<ReportJson<'_>> = reports.iter().map(report_json).collect();
            format!("{}\n", serde_json::to_string_pretty(&reports).unwrap_or_default())
        }
    };
    (text, has_errors)
}

fn report_json(report: &Report) -> ReportJson<'_> {
    ReportJson {
        file: &report.file,
        errors: report.errors,
        warnings: report.warnings,
        problems: report.problems.iter().map(problem_json).collect(),
    }
}

fn problem_json(problem: &Problem) -> ProblemJson<'_> {
    let place = |n: usize| (n > 0).then_some(n);
    ProblemJson {
        severity: problem.severity.word(),
        code: problem.code,
        message: &problem.message,
        line: place(problem.line),
        column: place(problem.column),
        help: &problem.help,
    }
}
