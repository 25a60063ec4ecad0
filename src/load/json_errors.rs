//! Explains what `serde_json` could not read: which value, what it is, what it must be.

use serde_json::value::RawValue;
use serde_path_to_error::Segment;

use crate::diagnostics::{FileProblem, JsonKind, Location, Rule, ShapeProblem, Span, Table};

use super::foreign_files;
use super::foreign_json;
use super::json::{PathStep, bare_message, follow, offset_of, span_in};
use super::reader::{Reader, shortened};
use super::syntax;

/// Why a record could not be read, with the path to the value at fault.
pub(super) type RecordError = serde_path_to_error::Error<serde_json::Error>;

/// Reports why the file as a whole could not be read.
pub(super) fn unreadable(reader: &mut Reader<'_, '_>, err: &serde_json::Error) {
    let text = reader.text;
    let start = || Span::at(text.len() - text.trim_start().len());
    if text.bytes().all(|byte| byte == 0) {
        reader.report(Rule::JsonSyntax, || Span::at(0), || FileProblem::ZeroBytes);
    } else if let Some(kind) = foreign_files::of_text(text) {
        foreign_files::report(kind, reader.sink);
    } else if let Some(problem) = foreign_json::unknown_shape(text) {
        reader.report(Rule::WrongShape, start, || problem);
    } else if text.trim_start().starts_with('[') {
        reader.report(Rule::WrongShape, start, || ShapeProblem::FileIsList);
    } else if err.is_data() {
        reader.report(Rule::WrongShape, start, || ShapeProblem::FileIsNoObject);
    } else {
        syntax::report(text, err, reader.sink);
    }
}

/// Reports why a record could not be read, and marks the value at fault.
pub(super) fn bad_record(reader: &mut Reader<'_, '_>, table: Table, raw: &RawValue, err: &RecordError) {
    let text = reader.text;
    let (path, err) = (steps_of(err.path()), err.inner());
    let message = bare_message(err);
    let value = follow(raw, &path);
    let span = span_in(text, value);
    let start = || Span::at(span.start);
    let location = || location(&path);
    if let Some(field) = quoted(&message, "missing field `") {
        let rule = if field == "dates" { Rule::MissingDate } else { Rule::MissingField };
        reader.report(rule, start, || ShapeProblem::MissingField { table, location: location(), field });
    } else if let Some(word) = quoted(&message, "unknown variant `") {
        let allowed = message.split_once(", expected ").map_or("", |(_, words)| words).replace('`', "");
        let allowed = allowed.trim_start_matches("one of ").to_owned();
        let word = shortened(&word);
        let problem = || ShapeProblem::UnknownWord { table, location: location(), word, allowed };
        reader.report(Rule::UnknownWord, || span, problem);
    } else if message.starts_with("number out of range") {
        let problem = || ShapeProblem::RecordWithLargeNumber(table, shortened(value));
        reader.report(Rule::WrongShape, || span, problem);
    } else if message.starts_with("recursion limit") {
        let start = || Span::at(span_in(text, raw.get()).start);
        reader.report(Rule::WrongShape, start, || ShapeProblem::TooDeep(table));
    } else if let Some((_, expected)) = message.split_once(", expected ") {
        let (found, expected) = (JsonKind::of(value), expectation(expected));
        let problem = || ShapeProblem::WrongKind { table, location: location(), found, expected };
        reader.report(Rule::WrongShape, || span, problem);
    } else {
        let at = || Span::at(span_in(text, raw.get()).start + offset_of(raw.get(), err));
        reader.report(Rule::WrongShape, at, || ShapeProblem::Unreadable(table, shortened(&message)));
    }
}

/// What serde expected; `None` for one of the format's words.
fn expectation(expected: &str) -> Option<JsonKind> {
    match expected {
        "a string" => Some(JsonKind::Text),
        "a sequence" => Some(JsonKind::List),
        "a boolean" => Some(JsonKind::Boolean),
        "f64" => Some(JsonKind::Number),
        text if text.starts_with("struct") || text == "a map" => Some(JsonKind::Object),
        _ => None,
    }
}

/// The path as far as it names fields and items.
fn steps_of(path: &serde_path_to_error::Path) -> Vec<PathStep<'_>> {
    fn step(segment: &Segment) -> Option<PathStep<'_>> {
        match segment {
            Segment::Map { key } => Some(PathStep::Key(key)),
            Segment::Seq { index } => Some(PathStep::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        }
    }
    path.iter().map_while(step).collect()
}

/// Where in the record a path ends.
fn location(path: &[PathStep<'_>]) -> Location {
    let field = path.iter().rev().find_map(|step| match *step {
        PathStep::Key(name) => Some(shortened(name)),
        PathStep::Item(_) | PathStep::Name(_) => None,
    });
    match (field, path.last()) {
        (None, _) => Location::Record,
        (Some(name), Some(PathStep::Item(_))) => Location::EntryOf(name),
        (Some(name), _) => Location::Field(name),
    }
}

/// The word in backticks after `before`.
fn quoted(message: &str, before: &str) -> Option<String> {
    let rest = message.strip_prefix(before)?;
    rest.split_once('`').map(|(word, _)| word.to_owned())
}
