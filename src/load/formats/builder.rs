//! What every reader of another program's entries needs: lanes, sources and ids, and times with what is
//! wrong with them.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{EntryProblem, FormatProblem, Problem, Rule, SourceFile, Span, hides_text};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::date_advice::advice;
use crate::load::names::{Names, slug};
use crate::load::position::Position;
use crate::load::reader::{Reader, Row, Tables, shortened};
use crate::records::{
    DateField, DateRecord, EventRecord, NatureRecord, SourceKindRecord, SourceRecord, SpeakerRecord,
    StatementRecord, TreatyRecord,
};

use super::civil::{Civil, NoCivil};

/// After `count` of `all` entries: reports how far reading is. `None` if it is cancelled.
pub(super) fn at_entry(watch: &dyn Watch, count: usize, all: usize) -> Option<()> {
    // Often enough to cancel at once, seldom enough to cost nothing.
    if count.is_multiple_of(1024) {
        if watch.is_cancelled() {
            return None;
        }
        watch.reached(0.3 + 0.5 * count as f32 / all.max(1) as f32);
    }
    Some(())
}

/// The records of a file while it is read.
pub(super) struct Builder<'a, 'r, 's> {
    pub(super) reader: &'r mut Reader<'a, 's>,
    pub(super) tables: Tables<'a>,
    file_name: String,
    /// Positions in the table, by the key that the file has for a lane.
    lanes: HashMap<String, usize>,
    lane_ids: Names,
    sources: HashMap<String, String>,
    source_ids: Names,
    event_ids: Names,
    speakers: Names,
    statement_ids: Names,
}

/// A date as it stands in the file, and where.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) read: Result<Civil, NoCivil>,
}

impl Written {
    /// A date in a text.
    pub(super) fn of(text: String, span: Span) -> Self {
        let read = Civil::parse(&text);
        Self { text, span, read }
    }
}

/// A source, as far as it is known.
#[derive(Default)]
pub(super) struct Origin {
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
}

impl<'a, 'r, 's> Builder<'a, 'r, 's> {
    /// Nothing yet, under the name of the file.
    pub(super) fn new(file: &SourceFile, reader: &'r mut Reader<'a, 's>) -> Self {
        let file_name = file.name().rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let stem = file_name.rsplit_once('.').map_or("", |(stem, _)| stem);
        let title = if stem.is_empty() { file_name.clone() } else { stem.to_owned() };
        Self {
            reader,
            tables: Tables { title, ..Tables::default() },
            file_name,
            lanes: HashMap::new(),
            lane_ids: Names::default(),
            sources: HashMap::new(),
            source_ids: Names::default(),
            event_ids: Names::default(),
            speakers: Names::default(),
            statement_ids: Names::default(),
        }
    }

    /// The id of the lane that the file knows by this key, made when it is met first: a topic.
    pub(super) fn lane(&mut self, key: &str, name: &str, category: &str, place: Span) -> String {
        if let Some(record) = self.lane_of(key) {
            return record.id.clone();
        }
        let name = if name.is_empty() { key } else { name };
        let id = self.lane_ids.free_id(&slug(name));
        let category = if category.is_empty() { self.tables.title.clone() } else { category.to_owned() };
        let record = TreatyRecord {
            id: id.clone(),
            name: name.to_owned(),
            category,
            nature: Some(NatureRecord::Topic),
            ..TreatyRecord::default()
        };
        self.lanes.insert(key.to_owned(), self.tables.treaties.len());
        self.tables.treaties.push(Row { record, place: Position::whole(place) });
        id
    }

    /// The lane of this key, if it was met.
    pub(super) fn lane_of(&mut self, key: &str) -> Option<&mut TreatyRecord> {
        let position = *self.lanes.get(key)?;
        self.tables.treaties.get_mut(position).map(|row| &mut row.record)
    }

    /// The lane of entries for which the file names none: it is called like the dataset.
    pub(super) fn main_lane(&mut self, place: Span) -> String {
        let title = self.tables.title.clone();
        self.lane("\u{0}", &title, &title, place)
    }

    /// The id of a source, made when it is met first: sources of one address are one.
    pub(super) fn source(&mut self, origin: Origin, place: Span) -> String {
        let url = origin.url.filter(|url| is_address(url));
        let key = url.clone().unwrap_or_else(|| format!("\u{0}{}", origin.title));
        if let Some(id) = self.sources.get(&key) {
            return id.clone();
        }
        let record =
            SourceRecord { title: origin.title, publisher: origin.publisher, url, ..SourceRecord::default() };
        let id = self.add_source(record, "", place);
        self.sources.insert(key, id.clone());
        id
    }

    /// Adds a source, under this id if it is free and not empty.
    pub(super) fn add_source(&mut self, mut record: SourceRecord, wanted: &str, place: Span) -> String {
        if record.title.is_empty() {
            record.title = record.url.clone().unwrap_or_else(|| self.file_name.clone());
        }
        let wanted = if is_id(wanted) { wanted.to_owned() } else { slug(&record.title) };
        let id = self.source_ids.free_id(&wanted);
        record.id.clone_from(&id);
        self.tables.sources.push(Row { record, place: Position::whole(place) });
        id
    }

    /// The id of the file itself as a source, for what names none.
    pub(super) fn file_source(&mut self, place: Span) -> String {
        const KEY: &str = "\u{0}\u{0}";
        if let Some(id) = self.sources.get(KEY) {
            return id.clone();
        }
        let title = self.file_name.clone();
        let kind = Some(SourceKindRecord::Data);
        let id = self.add_source(SourceRecord { title, kind, ..SourceRecord::default() }, "", place);
        self.sources.insert(KEY.to_owned(), id.clone());
        id
    }

    /// A date with its source, the file itself where none is given.
    pub(super) fn claim(&mut self, edtf: String, source: Option<String>, place: Span) -> DateRecord {
        let source = source.unwrap_or_else(|| self.file_source(place));
        DateRecord { edtf: DateField::from(edtf), source: Some(source), ..DateRecord::default() }
    }

    /// Adds an event, under this id if it is free and one. Returns the id.
    pub(super) fn event(
        &mut self,
        mut record: EventRecord,
        wanted: Option<&str>,
        place: Position<'a>,
    ) -> String {
        let made = || slug(record.title.as_deref().unwrap_or(&record.kind));
        let wanted = wanted.filter(|id| is_id(id)).map_or_else(made, str::to_owned);
        record.id = self.event_ids.free_id(&wanted);
        let id = record.id.clone();
        self.tables.events.push(Row { record, place });
        id
    }

    /// The id of who or what is quoted, made when met first.
    pub(super) fn speaker(&mut self, name: &str, place: Span) -> String {
        let (index, is_new) = self.speakers.index(name);
        let id = self.speakers.id(index).to_owned();
        if is_new {
            let record = SpeakerRecord { id: id.clone(), name: name.to_owned(), ..SpeakerRecord::default() };
            self.tables.speakers.push(Row { record, place: Position::whole(place) });
        }
        id
    }

    /// Adds a statement, under this id if it is free.
    pub(super) fn statement(&mut self, mut record: StatementRecord, wanted: &str, place: Position<'a>) {
        record.id = self.statement_ids.free_id(wanted);
        self.tables.statements.push(Row { record, place });
    }

    /// Reports that an entry is left out, and why.
    pub(super) fn left_out(&mut self, span: Span, problem: impl Into<Problem>) {
        self.reader.report(Rule::RowLeftOut, || span, || problem);
    }

    /// When an entry was, from its beginning and its end, in EDTF. What is no date is reported; without a beginning that can
    /// be read there is no entry.
    pub(super) fn time(
        &mut self,
        start: Option<&Written>,
        end: Option<&Written>,
        whole: Span,
    ) -> Option<String> {
        // An end alone is when it was: it may have begun at any time before.
        let Some(start) = start.or(end) else {
            self.left_out(whole, EntryProblem::WithoutDate);
            return None;
        };
        let from = match &start.read {
            Ok(civil) => civil,
            Err(why) => {
                let text = shortened(&start.text);
                match why {
                    NoCivil::NoDate => {
                        let advice = Box::new(advice(&start.text));
                        self.left_out(start.span, EntryProblem::NoDate(text, advice));
                    }
                    NoCivil::DeepTime => self.left_out(start.span, FormatProblem::DeepTime(text)),
                }
                return None;
            }
        };
        let Some(end) = end.filter(|end| end.text != start.text) else { return Some(from.point()) };
        let Ok(to) = &end.read else {
            let problem = || EntryProblem::NoEnd(shortened(&end.text));
            self.reader.report(Rule::UnreadableCell, || end.span, problem);
            return Some(from.point());
        };
        Some(self.interval(from, to, end.span))
    }

    /// From one date to another; an end before the beginning is reported, and the beginning stands alone.
    pub(super) fn interval(&mut self, from: &Civil, to: &Civil, end: Span) -> String {
        // Times are left out: an interval of EDTF is one of days.
        if from.date == to.date {
            return from.point();
        }
        let edtf = format!("{}/{}", from.date, to.date);
        if EdtfDate::parse(&edtf).is_ok() {
            return edtf;
        }
        // An interval or a set in one of the two says it all.
        if !from.date.contains(['/', '[', '{']) && !to.date.contains(['/', '[', '{']) {
            let problem = || EntryProblem::EndsBeforeItBegins(shortened(&from.date), shortened(&to.date));
            self.reader.report(Rule::UnreadableCell, || end, problem);
        }
        from.point()
    }

    /// The tables; where nothing can be shown that is an error, and what is open stays open.
    pub(super) fn finish(self) -> Option<Tables<'a>> {
        if self.tables.events.is_empty() && self.tables.statements.is_empty() {
            self.reader.sink.push(Rule::OtherFormat.breach(None, EntryProblem::NothingToShow));
            return None;
        }
        Some(self.tables)
    }
}

/// Labels, each once and none empty.
pub(super) fn tags_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut seen = HashSet::new();
    let texts = texts.into_iter().map(str::trim).filter(|text| !text.is_empty());
    texts.filter(|text| seen.insert(*text)).map(str::to_owned).collect()
}

/// Whether a text can be the id of a record as it is.
fn is_id(id: &str) -> bool {
    const MAX_CHARS: usize = 120;
    id.chars().count() <= MAX_CHARS && id.chars().any(char::is_alphanumeric) && !id.contains(hides_text)
}

/// Whether a text is an address of a page.
pub(super) fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// Whether a text is the path of a picture on this machine.
pub(super) fn is_local_path(text: &str) -> bool {
    !text.contains("://") && !text.starts_with("//") && !text.starts_with("data:") && text.contains('.')
}
