//! What every reader of a text of dated entries needs: lanes by name, the file as the source, events with ids.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike as _, NaiveDate};

use crate::diagnostics::{EntryProblem, Rule, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::names::{Names, slug};
use crate::load::position::Position;
use crate::load::reader::{Reader, Row, Tables, shortened};
use crate::records::{
    DateField, DateRecord, EventRecord, NamedTexts, NatureRecord, SourceKindRecord, SourceRecord,
    TreatyRecord,
};

/// The records of a file, while it is read.
pub(super) struct Entries<'a> {
    pub(super) tables: Tables<'a>,
    /// The ids of the lanes, by heading and name.
    lanes: HashMap<(String, String), String>,
    lane_ids: Names,
    events: Names,
    source_ids: Names,
    file_name: String,
    /// The id of the file as a source, once it is needed.
    file_source: Option<String>,
}

/// An entry with all that can be said of it.
#[derive(Default)]
pub(super) struct Entry {
    /// The id that the file gives it; made from the title if empty.
    pub(super) id: String,
    /// The name of its lane, and of the heading that stands over it.
    pub(super) lane: String,
    pub(super) heading: String,
    /// In EDTF.
    pub(super) date: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) tags: Vec<String>,
    pub(super) url: String,
    pub(super) fields: Vec<(String, String)>,
    /// Id of a source of its own; the file is the source otherwise.
    pub(super) source: Option<String>,
    /// Where it stands.
    pub(super) places: Vec<(&'static str, Span)>,
}

impl<'a> Entries<'a> {
    /// No entries yet, under the name of the file.
    pub(super) fn of(file: &SourceFile) -> Self {
        let name = file.name();
        let file_name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        let tables = Tables { title: stem(&file_name).to_owned(), ..Tables::default() };
        Self {
            tables,
            lanes: HashMap::new(),
            lane_ids: Names::default(),
            events: Names::default(),
            source_ids: Names::default(),
            file_name,
            file_source: None,
        }
    }

    /// Adds an event, with its lane if that is new.
    pub(super) fn push(&mut self, whole: Span, entry: Entry) {
        let lane = self.lane(whole, &entry.lane, &entry.heading);
        let source = match entry.source {
            Some(source) => source,
            None => self.source(whole),
        };
        let wanted = if is_id(&entry.id) { entry.id } else { slug(&entry.title) };
        let id = self.events.free_id(&wanted);
        let optional = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let is_address = entry.url.starts_with("http://") || entry.url.starts_with("https://");
        let mut fields = entry.fields;
        if !is_address && !entry.url.is_empty() {
            fields.push(("URL".to_owned(), entry.url.clone()));
        }
        let mut tags = entry.tags;
        let mut seen = HashSet::new();
        tags.retain(|tag| !tag.trim().is_empty() && seen.insert(tag.trim().to_owned()));
        let claim =
            DateRecord { edtf: DateField::from(entry.date), source: Some(source), ..DateRecord::default() };
        let record = EventRecord {
            id,
            treaty: lane,
            dates: vec![claim],
            title: optional(entry.title),
            summary: optional(entry.summary),
            tags,
            url: Some(entry.url).filter(|_| is_address),
            fields: NamedTexts(fields),
            ..EventRecord::default()
        };
        self.tables.events.push(Row { record, place: Position::Text { whole, fields: entry.places } });
    }

    /// Adds a source of this id, or of one like it where it is taken or is none; its id, and whether it was taken.
    pub(super) fn add_source(
        &mut self,
        place: Span,
        wanted: &str,
        mut record: SourceRecord,
    ) -> (String, bool) {
        let wanted = if is_id(wanted) {
            wanted.to_owned()
        } else {
            slug(if wanted.is_empty() { &record.title } else { wanted })
        };
        let id = self.source_ids.free_id(&wanted);
        let is_taken = id != wanted && is_id(&wanted);
        record.id.clone_from(&id);
        self.tables.sources.push(Row { record, place: Position::whole(place) });
        (id, is_taken)
    }

    /// The id of a lane, made when it is met first. Lanes of one name under two headings are two.
    fn lane(&mut self, place: Span, name: &str, heading: &str) -> String {
        let heading = if heading.is_empty() { self.tables.title.clone() } else { heading.to_owned() };
        let name = if name.is_empty() { heading.clone() } else { name.to_owned() };
        let key = (heading, name);
        if let Some(id) = self.lanes.get(&key) {
            return id.clone();
        }
        let id = self.lane_ids.free_id(&slug(&key.1));
        let record = TreatyRecord {
            id: id.clone(),
            name: key.1.clone(),
            category: key.0.clone(),
            nature: Some(NatureRecord::Topic),
            ..TreatyRecord::default()
        };
        self.tables.treaties.push(Row { record, place: Position::whole(place) });
        self.lanes.insert(key, id.clone());
        id
    }

    /// The id of the file as the source of its dates.
    fn source(&mut self, place: Span) -> String {
        if let Some(id) = &self.file_source {
            return id.clone();
        }
        let id = self.source_ids.free_id(&slug(&self.file_name));
        let record = SourceRecord {
            id: id.clone(),
            title: self.file_name.clone(),
            kind: Some(SourceKindRecord::Data),
            ..SourceRecord::default()
        };
        self.tables.sources.push(Row { record, place: Position::whole(place) });
        self.file_source = Some(id.clone());
        id
    }

    /// The records, or nothing if there is no event, which is an error.
    pub(super) fn finish(self, reader: &mut Reader<'a, '_>) -> Option<Tables<'a>> {
        if self.tables.events.is_empty() {
            reader.report(Rule::EmptyFile, || Span::at(0), || EntryProblem::NothingToShow);
            return None;
        }
        Some(self.tables)
    }
}

/// Reports that an entry is left out.
pub(super) fn left_out(reader: &mut Reader<'_, '_>, span: Span, problem: impl FnOnce() -> EntryProblem) {
    reader.report(Rule::RowLeftOut, || span, problem);
}

/// Reports that a part of an entry is not read.
pub(super) fn part_left_out(reader: &mut Reader<'_, '_>, span: Span, problem: impl FnOnce() -> EntryProblem) {
    reader.report(Rule::UnreadableCell, || span, problem);
}

/// That a text is no date, with what to write instead.
pub(super) fn no_date(text: &str) -> EntryProblem {
    EntryProblem::NoDate(shortened(text), Box::new(crate::load::date_advice(text)))
}

/// The interval from a date to another, or the date where both are the same; nothing if the second is earlier.
pub(super) fn interval(start: &str, end: &str) -> Option<String> {
    if start == end {
        return Some(start.to_owned());
    }
    let text = format!("{start}/{end}");
    EdtfDate::parse(&text).is_ok().then_some(text)
}

/// A day in EDTF.
pub(super) fn edtf(day: NaiveDate) -> String {
    let sign = if day.year() < 0 { "-" } else { "" };
    format!("{sign}{:04}-{:02}-{:02}", day.year().abs(), day.month(), day.day())
}

/// The words of a list, each without spaces around it.
pub(super) fn listed(text: &str, separators: &[char]) -> Vec<String> {
    text.split(separators).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a text can be an id as it is.
fn is_id(text: &str) -> bool {
    const MAX_LEN: usize = 200;
    !text.is_empty()
        && text.len() <= MAX_LEN
        && !text.contains(|c: char| c.is_whitespace() || crate::diagnostics::hides_text(c))
}

/// A file's name without its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
