//! What `serde_json` could not read, in words for people: which value, what it is, what it must be.

use serde_json::value::RawValue;

use crate::diagnostics::Span;

use super::json::{Inner, bare_message, innermost, offset_of, span_in};
use super::kind_of_file::{self, SHAPES};
use super::native::{Reader, shortened};
use super::rule::Rule;
use super::syntax;

/// Says why the file as a whole could not be read.
pub(super) fn unreadable(reader: &mut Reader<'_, '_>, err: &serde_json::Error) {
    let text = reader.text;
    let start = || Span::at(text.len() - text.trim_start().len());
    if text.bytes().all(|byte| byte == 0) {
        let message = || "the file holds nothing but zero bytes".to_owned();
        reader.report(Rule::JsonSyntax, || Span::at(0), message, "the file is damaged; fetch it again");
    } else if let Some(kind) = kind_of_file::of_text(text) {
        kind.report(reader.sink);
    } else if text.trim_start().starts_with('[') {
        let message = || "this is a JSON list, and a dataset is an object { … }".to_owned();
        reader.report(Rule::WrongShape, start, message, SHAPES);
    } else if err.is_data() {
        let message = || "this is not a dataset: it does not begin with {".to_owned();
        reader.report(Rule::WrongShape, start, message, SHAPES);
    } else {
        syntax::report(text, err, reader.sink);
    }
}

/// Says why a record could not be read, and marks the value that is at fault.
pub(super) fn bad_record(reader: &mut Reader<'_, '_>, table: &str, raw: &RawValue, err: &serde_json::Error) {
    let text = reader.text;
    let message = bare_message(err);
    let record = singular(table);
    let left_out = format!("the {record} is left out");
    let inner = innermost(raw, offset_of(raw.get(), err));
    let span = span_in(text, inner.value.get());
    let start = || Span::at(span.start);
    if let Some(field) = quoted(&message, "missing field `") {
        let rule = if field == "dates" { Rule::MissingDate } else { Rule::MissingField };
        let owner = match (&inner.name, inner.is_item) {
            (None, _) => format!("a record of \"{table}\""),
            (Some(name), true) => format!("an entry of \"{}\"", shortened(name)),
            (Some(name), false) => format!("\"{}\"", shortened(name)),
        };
        let help = format!("add \"{field}\"");
        reader.report(rule, start, || format!("{owner} has no \"{field}\"; {left_out}"), &help);
    } else if let Some(word) = quoted(&message, "unknown variant `") {
        let allowed = message.split_once(", expected ").map_or("", |(_, words)| words).replace('`', "");
        let allowed = allowed.trim_start_matches("one of ").to_owned();
        let message = || format!("\"{}\" is no word for {}; {left_out}", shortened(&word), named(&inner));
        reader.report(Rule::UnknownWord, || span, message, &format!("use one of: {allowed}"));
    } else if message.starts_with("number out of range") {
        let message =
            || format!("{} is larger than any number can be here; {left_out}", shortened(inner.value.get()));
        let help = "write a smaller number, or put it in quotation marks where it is only a note";
        reader.report(Rule::WrongShape, || span, message, help);
    } else if message.starts_with("recursion limit") {
        let message = || format!("a record of \"{table}\" is nested too deeply; {left_out}");
        let start = || Span::at(span_in(text, raw.get()).start);
        reader.report(Rule::WrongShape, start, message, "no field of the format goes so deep");
    } else if let Some((_, expected)) = message.split_once(", expected ") {
        let expected = expectation(expected);
        let message = || {
            format!("{} is {} and must be {expected}; {left_out}", named(&inner), kind_of(inner.value.get()))
        };
        reader.report(Rule::WrongShape, || span, message, "");
    } else {
        let place = || Span::at(span_in(text, raw.get()).start + offset_of(raw.get(), err));
        let message = || format!("{}; {left_out}", shortened(&message));
        reader.report(Rule::WrongShape, place, message, "`treaty-timeline schema` prints the format");
    }
}

/// What a JSON value is, in words.
pub(super) fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'"') => "a text",
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// What serde expected, in words.
fn expectation(expected: &str) -> &'static str {
    match expected {
        "a string" => "a text",
        "a sequence" => "a list",
        "a boolean" => "true or false",
        "f64" => "a number",
        text if text.starts_with("struct") || text == "a map" => "an object { … }",
        _ => "one of the format's words",
    }
}

fn named(inner: &Inner<'_>) -> String {
    match (&inner.name, inner.is_item) {
        (None, _) => "the record".to_owned(),
        (Some(name), true) => format!("an entry of \"{}\"", shortened(name)),
        (Some(name), false) => format!("\"{}\"", shortened(name)),
    }
}

/// The word in backticks after `before`.
fn quoted(message: &str, before: &str) -> Option<String> {
    let rest = message.strip_prefix(before)?;
    rest.split_once('`').map(|(word, _)| word.to_owned())
}

/// One of a table's records.
fn singular(table: &str) -> &'static str {
    match table {
        "parties" => "party",
        "speakers" => "speaker",
        "treaties" => "treaty",
        "sources" => "source",
        "events" => "event",
        "series" => "series",
        _ => "statement",
    }
}
