//! The whole native format as CSV files, one for each kind of record: what a record has several of has a file of its own.
//!
//! Cells of lists (ids of parties, tags) are divided by `|`. `datapackage.json` describes the files as a Frictionless data
//! package does.

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::diagnostics::WriteProblem;
use crate::records::{DatasetRecord, subset_of};

use crate::save::export_selection::ExportSelection;

use super::table::{self, CsvFile, joined};
use super::{csv_acts, failed, pretty};

/// A file of records, by the name of their list in the native format, or of what records of a list have several of.
struct FileSpec {
    name: &'static str,
    list: &'static str,
    /// The list inside each record, and the column for the record's id.
    inner: Option<(&'static str, &'static str)>,
    /// The fields, those of an inner record behind a dot.
    columns: &'static [&'static str],
}

const fn records(name: &'static str, columns: &'static [&'static str]) -> FileSpec {
    FileSpec { name, list: name, inner: None, columns }
}

const FILES: [FileSpec; 12] = [
    records("parties", &["id", "name", "short", "succeeds"]),
    records("speakers", &["id", "name", "native_name", "country"]),
    records(
        "sources",
        &[
            "id",
            "title",
            "publisher",
            "date",
            "url",
            "archive_url",
            "accessed",
            "lang",
            "kind",
            "document",
            "sha256",
        ],
    ),
    records(
        "treaties",
        &[
            "id",
            "name",
            "full_name",
            "aliases",
            "category",
            "parties",
            "depositaries",
            "summary",
            "nature",
            "incomplete",
            "duration_rule",
            "terms.entry.after",
            "terms.entry.applies_to",
            "terms.entry.counting",
            "terms.entry.article",
            "terms.entry.source",
            "terms.withdrawal.notice",
            "terms.withdrawal.counting",
            "terms.withdrawal.article",
            "terms.withdrawal.source",
            "terms.duration.period",
            "terms.duration.article",
            "terms.duration.source",
        ],
    ),
    records(
        "events",
        &[
            "id",
            "treaty",
            "type",
            "party",
            "title",
            "summary",
            "contested",
            "tags",
            "url",
            "confidence",
            "image",
        ],
    ),
    records(
        "statements",
        &[
            "id",
            "quote",
            "lang",
            "speaker",
            "role",
            "organisation",
            "country",
            "date",
            "venue",
            "source",
            "selector.exact",
            "selector.prefix",
            "selector.suffix",
            "original.lang",
            "original.quote",
            "original.source",
            "translation_by",
            "note",
        ],
    ),
    records("series", &["id", "name", "unit", "party", "basis", "source", "limit_of"]),
    FileSpec {
        name: "dates",
        list: "events",
        inner: Some(("dates", "event")),
        columns: &["edtf", "after", "before", "within", "role", "source", "preferred", "note"],
    },
    FileSpec {
        name: "event_links",
        list: "events",
        inner: Some(("links", "from")),
        columns: &["rel", "event"],
    },
    FileSpec {
        name: "treaty_links",
        list: "treaties",
        inner: Some(("links", "from")),
        columns: &["rel", "treaty"],
    },
    FileSpec {
        name: "about",
        list: "statements",
        inner: Some(("about", "statement")),
        columns: &["event", "treaty"],
    },
    FileSpec {
        name: "points",
        list: "series",
        inner: Some(("points", "series")),
        columns: &["edtf", "value", "source", "note"],
    },
];

/// The fields of the dataset itself, in a file of one row.
const DATASET: [&str; 9] = [
    "format",
    "title",
    "description",
    "license",
    "checked_on",
    "version",
    "released",
    "previous",
    "unsourced",
];

/// What records have under names of the file's own.
const FIELDS: [&str; 4] = ["table", "id", "name", "text"];

pub(super) fn write(material: ExportSelection<'_>) -> Result<Vec<(String, Vec<u8>)>, WriteProblem> {
    let record = subset_of(material.dataset, material.subset);
    let value = serde_json::to_value(&record).map_err(|err| failed(&err))?;
    let mut files: Vec<CsvFile> =
        vec![("dataset".to_owned(), DATASET.map(str::to_owned).to_vec(), vec![row(&value, &DATASET)])];
    for spec in &FILES {
        let (columns, rows) = of_spec(spec, &value);
        // The main files are there even if they are empty, so that a person sees what could be filled in.
        if spec.inner.is_none() || !rows.is_empty() {
            files.push((spec.name.to_owned(), columns, rows));
        }
    }
    files.extend(csv_acts::files(&record.acts));
    let fields = fields(&record);
    if !fields.is_empty() {
        files.push(("fields".to_owned(), FIELDS.map(str::to_owned).to_vec(), fields));
    }
    let package = package(material.dataset.title(), &files);
    let mut written = vec![("datapackage.json".to_owned(), pretty(&package))];
    for (name, columns, rows) in files {
        written.push((format!("{name}.csv"), table::csv(&columns, rows.into_iter())?));
    }
    Ok(written)
}

fn of_spec(spec: &FileSpec, value: &Value) -> (Vec<String>, Vec<Vec<String>>) {
    let records = value.get(spec.list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut columns: Vec<String> = spec.columns.iter().map(|&column| column.to_owned()).collect();
    let Some((inner, owner)) = spec.inner else {
        return (columns, records.iter().map(|record| row(record, spec.columns)).collect());
    };
    columns.insert(0, owner.to_owned());
    let mut rows = Vec::new();
    for record in records {
        let items = record.get(inner).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        rows.extend(items.iter().map(|item| {
            let mut cells = row(item, spec.columns);
            cells.insert(0, cell(record, "id"));
            cells
        }));
    }
    (columns, rows)
}

fn row(record: &Value, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| cell(record, column)).collect()
}

/// The cell of a field; empty where a record does not have it.
fn cell(record: &Value, column: &str) -> String {
    let field = column.split('.').try_fold(record, |value, name| value.get(name));
    match field {
        None | Some(Value::Null | Value::Object(_)) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(items)) => joined(items.iter().filter_map(Value::as_str)),
    }
}

fn fields(record: &DatasetRecord) -> Vec<Vec<String>> {
    let treaties = record.treaties.iter().map(|record| ("treaties", &record.id, &record.fields));
    let events = record.events.iter().map(|record| ("events", &record.id, &record.fields));
    let statements = record.statements.iter().map(|record| ("statements", &record.id, &record.fields));
    let all = treaties.chain(events).chain(statements);
    all.flat_map(|(table, id, fields)| {
        fields
            .0
            .iter()
            .map(move |(name, text)| vec![table.to_owned(), id.clone(), name.clone(), text.clone()])
    })
    .collect()
}

/// The description of the files, after the Data Package standard 1.
fn package(title: &str, files: &[CsvFile]) -> Value {
    let resources: Vec<Value> = files
        .iter()
        .map(|(name, columns, _)| {
            let fields = columns.iter().map(|name| {
                let kind = if name == "value" { "number" } else { "string" };
                json!({ "name": name, "type": kind })
            });
            json!({
                "name": name.replace('_', "-"),
                "path": format!("{name}.csv"),
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": { "fields": fields.collect::<Vec<_>>() },
            })
        })
        .collect();
    json!({
        "name": "treaty-timeline-1",
        "title": title,
        "profile": "tabular-data-package",
        "resources": resources,
    })
}

/// Files in a ZIP archive that is the same whenever it is made.
pub(super) fn archive(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
