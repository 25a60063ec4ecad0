//! Reads the native format: the file's tables, and each record on its own, so that one bad record costs only itself.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::diagnostics::{Sink, SourceFile, Span};
use crate::domain::Dataset;

use super::Watch;
use super::assemble::assemble;
use super::json::{Array, Object, Step, bare_message, follow, offset_of, span_in};
use super::records::{
    EventRecord, Extra, PartyRecord, SourceRecord, SpeakerRecord, StatementRecord, TreatyRecord,
};
use super::rule::Rule;

/// A record with the text it was read from.
pub(super) struct Row<'a, T> {
    pub(super) record: T,
    raw: &'a RawValue,
}

/// The tables of a file, each record parsed.
#[derive(Default)]
pub(super) struct Tables<'a> {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) license: String,
    pub(super) checked_on: Option<(String, Span)>,
    pub(super) parties: Vec<Row<'a, PartyRecord>>,
    pub(super) speakers: Vec<Row<'a, SpeakerRecord>>,
    pub(super) treaties: Vec<Row<'a, TreatyRecord>>,
    pub(super) sources: Vec<Row<'a, SourceRecord>>,
    pub(super) events: Vec<Row<'a, EventRecord>>,
    pub(super) statements: Vec<Row<'a, StatementRecord>>,
    /// Ids of records that could not be read: links to them are no further problem.
    pub(super) lost: HashSet<String>,
}

/// Where messages go, and the text their places are in.
pub(super) struct Reader<'a, 's> {
    pub(super) text: &'a str,
    pub(super) sink: &'s mut Sink,
}

impl<T> Row<'_, T> {
    /// The place of the value at `path` in this record.
    pub(super) fn span(&self, text: &str, path: &[Step<'_>]) -> Span {
        span_in(text, follow(self.raw, path))
    }
}

/// Reads a dataset from the native format; `None` when the file as a whole makes no sense, or on cancelling.
pub(super) fn read(file: &SourceFile, sink: &mut Sink, watch: &dyn Watch) -> Option<Dataset> {
    let text = file.text();
    let mut reader = Reader { text, sink };
    let fields = reader.top_level(watch)?;
    let tables = reader.tables(&fields, watch)?;
    if watch.is_cancelled() {
        return None;
    }
    watch.reached(0.85);
    Some(assemble(tables, &mut reader))
}

const NATIVE_HELP: &str = r#"a dataset begins with { "format": "treaty-timeline/1", "title": "…", …; see data/treaty-timeline-1.schema.json"#;

impl<'a> Reader<'a, '_> {
    /// Notes a breach of `rule` at `span`.
    pub(super) fn report(&mut self, rule: Rule, span: Span, message: String, help: &str) {
        self.sink.push(rule.breach(Some(span), message, help));
    }

    fn top_level(&mut self, watch: &dyn Watch) -> Option<Vec<(Cow<'a, str>, &'a RawValue)>> {
        let fields = match serde_json::from_str::<Object<'a>>(self.text) {
            Ok(object) => object.0,
            Err(err) => {
                let span = Span::at(offset_of(self.text, &err));
                if err.is_data() {
                    let message = "the file is JSON, and not a treaty-timeline dataset".to_owned();
                    let start = self.text.len() - self.text.trim_start().len();
                    self.report(Rule::WrongShape, Span::at(start), message, NATIVE_HELP);
                } else {
                    let help = if err.is_eof() {
                        "the file seems to be cut off; fetch it again or close what is open"
                    } else {
                        "correct the text here; most often a comma, a quotation mark or a bracket is missing or too many"
                    };
                    self.report(Rule::JsonSyntax, span, format!("not JSON: {}", bare_message(&err)), help);
                }
                return None;
            }
        };
        watch.reached(0.3);
        let format = fields.iter().find(|(name, _)| name == "format");
        match format.map(|(_, raw)| (raw.get(), *raw)) {
            Some((r#""treaty-timeline/1""#, _)) => Some(fields),
            Some((other, raw)) => {
                let message = format!("the format {} is not known", shortened(other));
                let help = r#"this version reads "treaty-timeline/1""#;
                self.report(Rule::UnknownFormat, span_in(self.text, raw.get()), message, help);
                None
            }
            None => {
                let start = self.text.find('{').unwrap_or_default();
                let message = "the file does not say what format it is in".to_owned();
                self.report(Rule::UnknownFormat, Span::at(start), message, NATIVE_HELP);
                None
            }
        }
    }

    fn tables(&mut self, fields: &[(Cow<'a, str>, &'a RawValue)], watch: &dyn Watch) -> Option<Tables<'a>> {
        let mut tables = Tables::default();
        let mut title = None;
        let mut seen: Vec<&str> = Vec::new();
        for (name, raw) in fields {
            if watch.is_cancelled() {
                return None;
            }
            let span = span_in(self.text, raw.get());
            if seen.contains(&&**name) {
                let message =
                    format!("the field \"{}\" stands twice; the second is not read", shortened(name));
                self.report(Rule::WrongShape, span, message, "join the two");
                continue;
            }
            seen.push(name);
            match &**name {
                "format" | "$schema" => {}
                "title" => title = self.text_field(name, raw),
                "description" => tables.description = self.text_field(name, raw).unwrap_or_default(),
                "license" => tables.license = self.text_field(name, raw).unwrap_or_default(),
                "checked_on" => tables.checked_on = self.text_field(name, raw).map(|text| (text, span)),
                "parties" => tables.parties = self.table(name, raw, &mut tables.lost, watch)?,
                "speakers" => tables.speakers = self.table(name, raw, &mut tables.lost, watch)?,
                "treaties" => tables.treaties = self.table(name, raw, &mut tables.lost, watch)?,
                "sources" => tables.sources = self.table(name, raw, &mut tables.lost, watch)?,
                "events" => tables.events = self.table(name, raw, &mut tables.lost, watch)?,
                "statements" => tables.statements = self.table(name, raw, &mut tables.lost, watch)?,
                _ => {
                    let message =
                        format!("the field \"{}\" is not known; it is kept and not shown", shortened(name));
                    self.report(Rule::UnknownField, span_before(self.text, span), message, "");
                }
            }
        }
        tables.title = title.unwrap_or_else(|| {
            let start = self.text.find('{').unwrap_or_default();
            self.report(
                Rule::MissingField,
                Span::at(start),
                "the dataset has no title".into(),
                r#"add "title": "…""#,
            );
            "Untitled".to_owned()
        });
        Some(tables)
    }

    fn text_field(&mut self, name: &str, raw: &RawValue) -> Option<String> {
        if let Ok(text) = serde_json::from_str::<Option<String>>(raw.get()) {
            text
        } else {
            let message = format!("\"{name}\" is not a text");
            self.report(
                Rule::WrongShape,
                span_in(self.text, raw.get()),
                message,
                "put it in quotation marks",
            );
            None
        }
    }

    /// The records of a table; `None` on cancelling.
    fn table<T: DeserializeOwned + HasExtra>(
        &mut self,
        name: &str,
        raw: &'a RawValue,
        lost: &mut HashSet<String>,
        watch: &dyn Watch,
    ) -> Option<Vec<Row<'a, T>>> {
        let Ok(Array(items)) = serde_json::from_str::<Array<'a>>(raw.get()) else {
            let message = format!("\"{name}\" is not a list");
            self.report(Rule::WrongShape, span_in(self.text, raw.get()), message, "write [ { … }, { … } ]");
            return Some(Vec::new());
        };
        let mut rows = Vec::with_capacity(items.len());
        for (count, raw) in items.into_iter().enumerate() {
            // Often enough to answer a cancel at once, seldom enough to cost nothing.
            if count % 1024 == 0 {
                if watch.is_cancelled() {
                    return None;
                }
                let done = span_in(self.text, raw.get()).start as f32 / self.text.len().max(1) as f32;
                watch.reached(0.3 + 0.5 * done);
            }
            match serde_json::from_str::<T>(raw.get()) {
                Ok(record) => {
                    for key in record.extra().keys() {
                        let span = span_in(self.text, follow(raw, &[Step::Name(key)]));
                        let message = format!(
                            "the field \"{}\" is not known; it is kept and not shown",
                            shortened(key)
                        );
                        self.report(Rule::UnknownField, span, message, "");
                    }
                    rows.push(Row { record, raw });
                }
                Err(err) => {
                    self.bad_record(name, raw, &err);
                    let id = follow(raw, &[Step::Key("id")]);
                    lost.extend(serde_json::from_str::<String>(id).ok());
                }
            }
        }
        Some(rows)
    }

    fn bad_record(&mut self, table: &str, raw: &RawValue, err: &serde_json::Error) {
        let start = span_in(self.text, raw.get()).start;
        let message = bare_message(err);
        let record = table.strip_suffix("ies").map_or_else(
            || table.strip_suffix('s').unwrap_or(table).to_owned(),
            |stem| if stem == "treat" { "treaty".into() } else { format!("{stem}y") },
        );
        if let Some(field) = message.strip_prefix("missing field `").and_then(|m| m.strip_suffix('`')) {
            let rule = if field == "dates" { Rule::MissingDate } else { Rule::MissingField };
            let message = format!("a record of \"{table}\" has no \"{field}\"; it is left out");
            let help = format!("every {record} needs \"{field}\"");
            self.report(rule, Span::at(start), message, &help);
            return;
        }
        let span = Span::at(start + offset_of(raw.get(), err));
        if message.starts_with("recursion limit") {
            let message = format!("a record of \"{table}\" is nested too deeply; it is left out");
            self.report(Rule::WrongShape, Span::at(start), message, "no field of the format goes so deep");
        } else if message.starts_with("unknown variant") {
            self.report(
                Rule::UnknownWord,
                span,
                format!("{}; the {record} is left out", shortened(&message)),
                "",
            );
        } else {
            let message = format!("{}; the {record} is left out", shortened(&message));
            self.report(
                Rule::WrongShape,
                span,
                message,
                "see data/treaty-timeline-1.schema.json for the shape",
            );
        }
    }
}

/// A text short enough for a message.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const CHARS: usize = 120;
    match text.char_indices().nth(CHARS) {
        Some((at, _)) => Cow::Owned(format!("{}…", text.get(..at).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// The name before the value at `span`: back to the quotation marks around it.
fn span_before(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let end = before.rfind('"').unwrap_or(span.start);
    let start = before.get(..end).and_then(|b| b.rfind('"')).map_or(end, |at| at + 1);
    Span { start, end }
}

/// A record that keeps the fields it does not know.
pub(super) trait HasExtra {
    fn extra(&self) -> &Extra;
}

macro_rules! has_extra {
    ($($record:ty),*) => {
        $(impl HasExtra for $record {
            fn extra(&self) -> &Extra {
                &self.extra
            }
        })*
    };
}

has_extra!(PartyRecord, SpeakerRecord, TreatyRecord, SourceRecord, EventRecord, StatementRecord);
