//! Reads the native format: the file's tables, and each record separately, so that a broken record costs only itself.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::diagnostics::{FormatHint, JsonKind, Rule, ShapeProblem, Sink, SourceFile, Span, Table};
use crate::domain::Dataset;

use super::Watch;
use super::assemble::assemble;
use super::fields::clean;
use super::foreign_files;
use super::foreign_json;
use super::json::{Array, Object, PathStep, follow, span_in};
use super::json_errors::{self, RecordError};
use super::large_numbers::without_large;
use super::position::Position;
use super::reader::{HasExtra, Lost, Reader, Row, Tables, TopLevel, shortened};

/// Reads a dataset from the native format; `None` if the file as a whole makes no sense, or if cancelled.
pub(super) fn read(file: &SourceFile, sink: &mut Sink, watch: &dyn Watch) -> Option<Dataset> {
    let mut reader = Reader { text: file.text(), sink };
    let fields = match serde_json::from_str::<Object<'_>>(reader.text) {
        Ok(object) => object.0,
        Err(err) => {
            json_errors::unreadable(&mut reader, &err);
            return None;
        }
    };
    watch.reached(0.3);
    reader.check_format(&fields)?;
    let tables = reader.tables(&fields, watch)?;
    if watch.is_cancelled() {
        return None;
    }
    watch.reached(0.85);
    Some(assemble(tables, &mut reader))
}

impl<'a> Reader<'a, '_> {
    fn check_format(&mut self, fields: &TopLevel<'a>) -> Option<()> {
        let format = fields.iter().find(|(name, _)| name == "format");
        let text = self.text;
        match format.map(|(_, raw)| (serde_json::from_str::<String>(raw.get()), *raw)) {
            Some((Ok(format), _)) if format == "treaty-timeline/1" => return Some(()),
            Some((_, raw)) => {
                let problem = || ShapeProblem::UnknownFormat(shortened(raw.get()));
                self.report(Rule::UnknownFormat, || span_in(text, raw.get()), problem);
            }
            None => self.explain_no_format(fields),
        }
        None
    }

    fn explain_no_format(&mut self, fields: &TopLevel<'a>) {
        let text = self.text;
        let named = fields.iter().map(|(name, raw)| (&**name, raw.get()));
        if let Some(kind) = foreign_json::of_object(&named) {
            foreign_files::report(kind, self.sink);
            return;
        }
        let start = || Span::at(text.find('{').unwrap_or_default());
        let has = |name: &str| fields.iter().any(|(field, _)| field == name);
        let hint = if has("treaties") || has("sources") {
            FormatHint::Treaties
        } else if let Some((_, events)) = fields.iter().find(|(name, _)| name == "events") {
            let found = JsonKind::of(events.get());
            if found != JsonKind::List {
                // Whichever format it is to be, its events are a list.
                let problem = || ShapeProblem::TableIsNoList("events".to_owned(), found);
                self.report(Rule::WrongShape, || span_in(text, events.get()), problem);
                return;
            }
            FormatHint::TreatiesOrLanes
        } else {
            if let Some(problem) = foreign_json::unknown_shape(text) {
                self.report(Rule::UnknownFormat, start, || problem);
            }
            return;
        };
        self.report(Rule::UnknownFormat, start, || ShapeProblem::MissingFormat(hint));
    }

    fn tables(&mut self, fields: &TopLevel<'a>, watch: &dyn Watch) -> Option<Tables<'a>> {
        let text = self.text;
        let mut tables = Tables::default();
        let mut seen: HashSet<&str> = HashSet::new();
        for (name, raw) in fields {
            if watch.is_cancelled() {
                return None;
            }
            let span = || span_in(text, raw.get());
            if !seen.insert(name) {
                self.report(Rule::WrongShape, span, || ShapeProblem::DuplicateField(shortened(name)));
                continue;
            }
            let lost = &mut tables.lost;
            match &**name {
                "format" | "$schema" => {}
                "title" => tables.title = self.title(raw),
                "description" => tables.description = self.text_field(name, raw).unwrap_or_default(),
                "license" => tables.license = self.text_field(name, raw).unwrap_or_default(),
                "unsourced" => tables.is_unsourced = self.flag(name, raw),
                "checked_on" => tables.checked_on = self.text_field(name, raw).map(|text| (text, span())),
                "version" => tables.version = self.text_field(name, raw).unwrap_or_default(),
                "released" => tables.released = self.text_field(name, raw).map(|text| (text, span())),
                "previous" => tables.previous = self.text_field(name, raw).unwrap_or_default(),
                "parties" => tables.parties = self.table(Table::Parties, raw, lost, watch)?,
                "speakers" => tables.speakers = self.table(Table::Speakers, raw, lost, watch)?,
                "treaties" => tables.treaties = self.table(Table::Treaties, raw, lost, watch)?,
                "sources" => tables.sources = self.table(Table::Sources, raw, lost, watch)?,
                "events" => tables.events = self.table(Table::Events, raw, lost, watch)?,
                "statements" => tables.statements = self.table(Table::Statements, raw, lost, watch)?,
                "acts" => tables.acts = self.table(Table::Acts, raw, lost, watch)?,
                "series" => tables.series = self.table(Table::Series, raw, lost, watch)?,
                _ => self.unknown_field(name, || name_before(text, span())),
            }
        }
        if !seen.contains("title") {
            let start = || Span::at(text.find('{').unwrap_or_default());
            self.report(Rule::MissingField, start, || ShapeProblem::MissingTitle);
        }
        if tables.title.is_empty() {
            tables.title.push_str("Untitled");
        }
        Some(tables)
    }

    fn unknown_field(&mut self, name: &str, span: impl FnOnce() -> Span) {
        self.report(Rule::UnknownField, span, || ShapeProblem::UnknownField(shortened(name)));
    }

    fn title(&mut self, raw: &RawValue) -> String {
        let title = self.text_field("title", raw).unwrap_or_default().replace('\n', " ");
        self.warn_long(&title, || span_in(self.text, raw.get()).start);
        title
    }

    /// A yes or no at the file's top level; no where it is neither.
    fn flag(&mut self, name: &str, raw: &RawValue) -> bool {
        let Ok(flag) = serde_json::from_str::<bool>(raw.get()) else {
            let (text, found) = (self.text, JsonKind::of(raw.get()));
            let problem = || ShapeProblem::FieldIsNoBoolean(name.to_owned(), found);
            self.report(Rule::WrongShape, || span_in(text, raw.get()), problem);
            return false;
        };
        flag
    }

    /// A text at the file's top level, cleaned.
    fn text_field(&mut self, name: &str, raw: &RawValue) -> Option<String> {
        let (whole, span) = (self.text, |whole| span_in(whole, raw.get()));
        let Ok(text) = serde_json::from_str::<Option<String>>(raw.get()) else {
            let problem = || ShapeProblem::FieldIsNoText(name.to_owned(), JsonKind::of(raw.get()));
            self.report(Rule::WrongShape, || span(whole), problem);
            return None;
        };
        let (text, was_dirty) = clean(&text?);
        if was_dirty {
            self.warn_dirty(|| span(whole));
        }
        Some(text)
    }

    /// Warns of numbers of a record that are too large.
    fn warn_large(&mut self, raw: &RawValue, spans: &[Span]) {
        let text = self.text;
        for span in spans {
            let number = raw.get().get(span.start..span.end).unwrap_or_default();
            let problem = || ShapeProblem::LargeNumber(shortened(number));
            self.report(Rule::OddFigure, || span_in(text, number), problem);
        }
    }

    /// The records of a table; `None` if cancelled.
    fn table<T: DeserializeOwned + HasExtra>(
        &mut self,
        table: Table,
        raw: &'a RawValue,
        lost: &mut Lost,
        watch: &dyn Watch,
    ) -> Option<Vec<Row<'a, T>>> {
        let text = self.text;
        let Ok(Array(items)) = serde_json::from_str::<Array<'a>>(raw.get()) else {
            let problem = || ShapeProblem::TableIsNoList(table.key().to_owned(), JsonKind::of(raw.get()));
            self.report(Rule::WrongShape, || span_in(text, raw.get()), problem);
            lost.tables.push(table);
            return Some(Vec::new());
        };
        let mut rows = Vec::with_capacity(items.len());
        for (count, raw) in items.into_iter().enumerate() {
            // Often enough to cancel at once, seldom enough to cost nothing.
            if count % 1024 == 0 {
                if watch.is_cancelled() {
                    return None;
                }
                let done = span_in(text, raw.get()).start as f32 / text.len().max(1) as f32;
                watch.reached(0.3 + 0.5 * done);
            }
            match record_of::<T>(raw.get()) {
                Ok((record, large)) => {
                    self.warn_large(raw, &large);
                    let is_lost =
                        |key: &str| large.contains(&span_in(raw.get(), follow(raw, &[PathStep::Key(key)])));
                    for key in record.extra().keys() {
                        if large.is_empty() || !is_lost(key) {
                            self.unknown_field(key, || span_in(text, follow(raw, &[PathStep::Name(key)])));
                        }
                    }
                    rows.push(Row { record, place: Position::Json(raw) });
                }
                Err(err) => {
                    json_errors::bad_record(self, table, raw, &err);
                    match serde_json::from_str::<String>(follow(raw, &[PathStep::Key("id")])) {
                        Ok(id) => {
                            lost.ids.insert(id);
                        }
                        // Once: links are looked up in it.
                        Err(_) if !lost.tables.contains(&table) => lost.tables.push(table),
                        Err(_) => {}
                    }
                }
            }
        }
        Some(rows)
    }
}

/// A record, without its overflowing numbers if it makes sense without them, and their places in it.
fn record_of<T: DeserializeOwned>(raw: &str) -> Result<(T, Vec<Span>), RecordError> {
    let err = match serde_json::from_str(raw) {
        Ok(record) => return Ok((record, Vec::new())),
        Err(err) => err,
    };
    if err.to_string().starts_with("number out of range") {
        let (mended, spans) = without_large(raw);
        match serde_json::from_str(&mended) {
            Ok(record) => return Ok((record, spans)),
            // It does not make sense without the number.
            Err(other) if other.to_string().starts_with("invalid type: null") => {}
            Err(_) => return with_path(&mended).map(|record| (record, spans)),
        }
    }
    with_path(raw).map(|record| (record, Vec::new()))
}

/// Reads a record that cannot be read once more, for the path to the value at fault: keeping it costs time.
fn with_path<T: DeserializeOwned>(raw: &str) -> Result<T, RecordError> {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(raw))
}

/// The name before the value at `span`, with its quotation marks.
fn name_before(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let end = before.rfind('"').unwrap_or(span.start);
    let start = before.get(..end).and_then(|b| b.rfind('"')).map_or(end, |at| at + 1);
    Span { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PartyRecord;

    #[test]
    fn a_table_of_records_without_ids_is_noted_once() {
        // Each link into the table is looked up in these notes.
        let records = format!("[{}]", vec!["{}"; 100].join(","));
        let raw: &RawValue = serde_json::from_str(&records).unwrap();
        let (mut sink, mut lost) = (Sink::default(), Lost::default());
        let mut reader = Reader { text: &records, sink: &mut sink };
        let rows = reader.table::<PartyRecord>(Table::Parties, raw, &mut lost, &());
        assert!(rows.is_some_and(|rows| rows.is_empty()));
        assert_eq!(lost.tables, [Table::Parties]);
    }
}
