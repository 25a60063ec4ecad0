//! Reads the native format: the file's tables, and each record on its own, so that one bad record costs only itself.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::diagnostics::{Sink, SourceFile, Span, hides_text};
use crate::domain::Dataset;

use super::Watch;
use super::assemble::assemble;
use super::explain;
use super::fields::clean;
use super::json::{Array, Object, Step, follow, span_in};
use super::kind_of_file::{self, SHAPES};
use super::large_numbers::without_large;
use super::records::{EventRecord, Extra, PartyRecord, SourceRecord, SpeakerRecord, TreatyRecord};
use super::rule::Rule;
use super::records::SeriesRecord;
use super::records::StatementRecord;

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
    pub(super) series: Vec<Row<'a, SeriesRecord>>,
    pub(super) lost: Lost,
}

/// What could not be read and has been reported: links to it are no further problem.
#[derive(Default)]
pub(super) struct Lost {
    pub(super) ids: HashSet<String>,
    /// Tables of which nobody can say what ids they hold.
    pub(super) tables: HashSet<String>,
}

/// Where messages go, and the text their places are in.
pub(super) struct Reader<'a, 's> {
    pub(super) text: &'a str,
    pub(super) sink: &'s mut Sink,
}

/// The fields of the file's one object.
pub(super) type TopLevel<'a> = Vec<(Cow<'a, str>, &'a RawValue)>;

/// A title that will be cut on any screen.
pub(super) const LONG_TEXT_CHARS: usize = 400;

impl<T> Row<'_, T> {
    /// The place of the value at `path` in this record.
    pub(super) fn span(&self, text: &str, path: &[Step<'_>]) -> Span {
        span_in(text, follow(self.raw, path))
    }
}

/// Reads a dataset from the native format; `None` when the file as a whole makes no sense, or on cancelling.
pub(super) fn read(file: &SourceFile, sink: &mut Sink, watch: &dyn Watch) -> Option<Dataset> {
    let mut reader = Reader { text: file.text(), sink };
    let fields = match serde_json::from_str::<Object<'_>>(reader.text) {
        Ok(object) => object.0,
        Err(err) => {
            explain::unreadable(&mut reader, &err);
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
    /// Notes a breach of `rule`. Its place is looked for only if the breach will be listed: in a large broken file
    /// most are only counted.
    pub(super) fn report(
        &mut self,
        rule: Rule,
        span: impl FnOnce() -> Span,
        message: impl FnOnce() -> String,
        help: &str,
    ) {
        if self.sink.is_full(rule.severity()) {
            self.sink.count_one_more(rule.severity());
        } else {
            self.sink.push(rule.breach(Some(span()), message(), help));
        }
    }

    fn check_format(&mut self, fields: &TopLevel<'a>) -> Option<()> {
        let format = fields.iter().find(|(name, _)| name == "format");
        let text = self.text;
        match format.map(|(_, raw)| (serde_json::from_str::<String>(raw.get()), *raw)) {
            Some((Ok(format), _)) if format == "treaty-timeline/1" => return Some(()),
            Some((_, raw)) => {
                let message = || format!("the format {} is not known", shortened(raw.get()));
                let help = r#"this version reads "treaty-timeline/1""#;
                self.report(Rule::UnknownFormat, || span_in(text, raw.get()), message, help);
            }
            None => self.explain_no_format(fields),
        }
        None
    }

    fn explain_no_format(&mut self, fields: &TopLevel<'a>) {
        let text = self.text;
        let named = fields.iter().map(|(name, raw)| (&**name, raw.get()));
        if let Some(kind) = kind_of_file::of_object(&named) {
            kind.report(self.sink);
            return;
        }
        let start = || Span::at(text.find('{').unwrap_or_default());
        let message = || "the file does not say what format it is in".to_owned();
        let has = |name: &str| fields.iter().any(|(field, _)| field == name);
        let help = if has("treaties") || has("sources") {
            r#"put "format": "treaty-timeline/1" at its beginning"#
        } else if has("events") {
            r#"put "events" first if it holds plain lanes, or "format": "treaty-timeline/1" if it holds treaties"#
        } else {
            SHAPES
        };
        self.report(Rule::UnknownFormat, start, message, help);
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
                let message =
                    || format!("the field \"{}\" stands twice; the second is not read", shortened(name));
                self.report(Rule::WrongShape, span, message, "join the two");
                continue;
            }
            let lost = &mut tables.lost;
            match &**name {
                "format" | "$schema" => {}
                "title" => tables.title = self.title(raw),
                "description" => tables.description = self.text_field(name, raw).unwrap_or_default(),
                "license" => tables.license = self.text_field(name, raw).unwrap_or_default(),
                "checked_on" => tables.checked_on = self.text_field(name, raw).map(|text| (text, span())),
                "parties" => tables.parties = self.table(name, raw, lost, watch)?,
                "speakers" => tables.speakers = self.table(name, raw, lost, watch)?,
                "treaties" => tables.treaties = self.table(name, raw, lost, watch)?,
                "sources" => tables.sources = self.table(name, raw, lost, watch)?,
                "events" => tables.events = self.table(name, raw, lost, watch)?,
                "statements" => tables.statements = self.table(name, raw, lost, watch)?,
                "series" => tables.series = self.table(name, raw, lost, watch)?,
                _ => self.unknown_field(name, || name_before(text, span())),
            }
        }
        if !seen.contains("title") {
            let start = || Span::at(text.find('{').unwrap_or_default());
            let message = || "the dataset has no title".to_owned();
            self.report(Rule::MissingField, start, message, r#"add "title": "…""#);
        }
        if tables.title.is_empty() {
            tables.title.push_str("Untitled");
        }
        Some(tables)
    }

    fn unknown_field(&mut self, name: &str, span: impl FnOnce() -> Span) {
        let message = || format!("the field \"{}\" is not known; it is kept and not shown", shortened(name));
        self.report(
            Rule::UnknownField,
            span,
            message,
            "check its spelling; if it is meant for another program, leave it",
        );
    }

    fn title(&mut self, raw: &RawValue) -> String {
        let title = self.text_field("title", raw).unwrap_or_default().replace('\n', " ");
        self.warn_long(&title, || span_in(self.text, raw.get()).start);
        title
    }

    /// Warns of a name or title that no screen can show whole; `start` is where it stands.
    pub(super) fn warn_long(&mut self, title: &str, start: impl FnOnce() -> usize) {
        if title.len() > LONG_TEXT_CHARS && title.chars().count() > LONG_TEXT_CHARS {
            let start = start();
            let message =
                || format!("this text has {} characters and will be cut on screen", title.chars().count());
            let help = "keep names and titles short; what is longer belongs into a summary";
            self.report(Rule::LongText, || Span::at(start), message, help);
        }
    }

    /// A text on the file's top level, cleaned.
    fn text_field(&mut self, name: &str, raw: &RawValue) -> Option<String> {
        let (whole, span) = (self.text, |whole| span_in(whole, raw.get()));
        let Ok(text) = serde_json::from_str::<Option<String>>(raw.get()) else {
            let message = || format!("\"{name}\" is {} and must be a text", explain::kind_of(raw.get()));
            self.report(Rule::WrongShape, || span(whole), message, "put it in quotation marks");
            return None;
        };
        let (text, was_dirty) = clean(&text?);
        if was_dirty {
            self.warn_dirty(|| span(whole));
        }
        Some(text)
    }

    /// Warns of a text that was cleaned.
    pub(super) fn warn_dirty(&mut self, span: impl FnOnce() -> Span) {
        let message =
            || "the text holds control characters or direction marks; they are not shown".to_owned();
        self.report(Rule::ControlCharacters, span, message, "delete them");
    }

    /// Warns of the numbers of a record that are too large to be read.
    fn warn_large(&mut self, raw: &RawValue, places: &[Span]) {
        let text = self.text;
        for place in places {
            let number = raw.get().get(place.start..place.end).unwrap_or_default();
            let message =
                || format!("{} is larger than any number can be here; it is left out", shortened(number));
            let help = "write a smaller number, or put it in quotation marks where it is only a note";
            self.report(Rule::OddFigure, || span_in(text, number), message, help);
        }
    }

    /// The records of a table; `None` on cancelling.
    fn table<T: DeserializeOwned + HasExtra>(
        &mut self,
        name: &str,
        raw: &'a RawValue,
        lost: &mut Lost,
        watch: &dyn Watch,
    ) -> Option<Vec<Row<'a, T>>> {
        let text = self.text;
        let Ok(Array(items)) = serde_json::from_str::<Array<'a>>(raw.get()) else {
            let message = || format!("\"{name}\" is {} and must be a list", explain::kind_of(raw.get()));
            self.report(Rule::WrongShape, || span_in(text, raw.get()), message, "write [ { … }, { … } ]");
            lost.tables.insert(name.to_owned());
            return Some(Vec::new());
        };
        let mut rows = Vec::with_capacity(items.len());
        for (count, raw) in items.into_iter().enumerate() {
            // Often enough to answer a cancel at once, seldom enough to cost nothing.
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
                        |key: &str| large.contains(&span_in(raw.get(), follow(raw, &[Step::Key(key)])));
                    for key in record.extra().keys() {
                        if large.is_empty() || !is_lost(key) {
                            self.unknown_field(key, || span_in(text, follow(raw, &[Step::Name(key)])));
                        }
                    }
                    rows.push(Row { record, raw });
                }
                Err(err) => {
                    explain::bad_record(self, name, raw, &err);
                    match serde_json::from_str::<String>(follow(raw, &[Step::Key("id")])) {
                        Ok(id) => lost.ids.insert(id),
                        Err(_) => lost.tables.insert(name.to_owned()),
                    };
                }
            }
        }
        Some(rows)
    }
}

/// A record, without its numbers that are too large where it makes sense without them, and the places of these in it.
fn record_of<T: DeserializeOwned>(raw: &str) -> Result<(T, Vec<Span>), serde_json::Error> {
    match serde_json::from_str(raw) {
        Ok(record) => Ok((record, Vec::new())),
        Err(err) if err.to_string().starts_with("number out of range") => {
            let (mended, places) = without_large(raw);
            match serde_json::from_str(&mended) {
                Ok(record) => Ok((record, places)),
                // It does not make sense without the number.
                Err(other) if other.to_string().starts_with("invalid type: null") => Err(err),
                Err(other) => Err(other),
            }
        }
        Err(err) => Err(err),
    }
}

/// A text short enough for a message, and without what would steer a terminal or hide text.
pub(super) fn shortened(text: &str) -> String {
    const CHARS: usize = 120;
    let shown = |c: char| if hides_text(c) || c == '\n' { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(CHARS).map(shown).collect();
    if text.len() > CHARS && text.chars().nth(CHARS).is_some() {
        short.push('…');
    }
    short
}

/// The name before the value at `span`: back to the quotation marks around it.
fn name_before(text: &str, span: Span) -> Span {
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

has_extra!(
    PartyRecord,
    SpeakerRecord,
    TreatyRecord,
    SourceRecord,
    EventRecord,
    StatementRecord,
    SeriesRecord
);
