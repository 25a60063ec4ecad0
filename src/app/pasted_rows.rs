//! Rows pasted from a spreadsheet into the open dataset: read as any table is, and added to its text as records.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Dataset;
use crate::edit::{Edit, Json, RecordList};
use crate::load::{Loaded, load_with};
use crate::records::{
    DatasetRecord, EventRecord, ReadOptions, SourceRecord, SpeakerRecord, StatementRecord, TreatyRecord,
    records_of,
};
use crate::session::{EditRefusal, ImportOutcome, PastedRows};
use crate::text::folded_text;

/// The edits that add rows to a dataset, and what they are. A row that the dataset has already is left out.
///
/// # Errors
/// Nothing in the rows can be read as events or statements.
pub(super) fn edits_of_rows(
    rows: &str,
    name: &str,
    dataset: &Dataset,
) -> Result<(Vec<Edit>, PastedRows), EditRefusal> {
    let options = ReadOptions { is_table: true, ..ReadOptions::default() };
    let Loaded { dataset: read, report, .. } = load_with(name, rows.as_bytes().to_vec(), &options, None, &());
    let first = report.problems.first().cloned();
    let records = read.as_ref().map(records_of).unwrap_or_default();
    let mut adding = Adding::new(dataset);
    let count = records.events.len() + records.statements.len();
    adding.add(records);
    let pasted = PastedRows {
        events: adding.events,
        statements: adding.statements,
        known: count - adding.events - adding.statements,
        problems: report.errors + report.warnings,
        first,
    };
    if adding.events + adding.statements == 0 {
        return Err(EditRefusal::NothingNew(Box::new(ImportOutcome::Rows(pasted))));
    }
    Ok((adding.edits, pasted))
}

/// Records of a table on their way into a dataset.
struct Adding<'a> {
    dataset: &'a Dataset,
    edits: Vec<Edit>,
    used: BTreeSet<String>,
    events: usize,
    statements: usize,
}

/// From the ids of the table to those of the dataset.
type NewIds = BTreeMap<String, String>;

impl<'a> Adding<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, edits: Vec::new(), used: BTreeSet::new(), events: 0, statements: 0 }
    }

    fn add(&mut self, records: DatasetRecord) {
        let dataset = self.dataset;
        let mut parties = NewIds::new();
        for mut party in records.parties {
            let same = |name: &str| folded_text(name) == folded_text(&party.name);
            let known = dataset.parties().iter().find(|other| *other.key == *party.id || same(&other.name));
            let id = if let Some(known) = known {
                known.key.to_string()
            } else {
                party.succeeds = party.succeeds.take().map(|id| renamed(&parties, &id));
                self.push(RecordList::Parties, party.id.clone(), Json::of(&party));
                party.id.clone()
            };
            parties.insert(party.id, id);
        }
        let sources = self.add_sources(records.sources);
        let treaties = self.add_treaties(records.treaties, &parties);
        let speakers = self.add_speakers(records.speakers, &parties);
        let mut is_unsourced = false;
        let mut events = NewIds::new();
        for mut event in records.events {
            event.treaty = renamed(&treaties, &event.treaty);
            event.party = event.party.map(|id| renamed(&parties, &id));
            for claim in &mut event.dates {
                claim.source = claim.source.take().map(|id| renamed(&sources, &id));
                is_unsourced |= claim.source.is_none();
            }
            if let Some(known) = self.known_event(&event) {
                events.insert(event.id, known);
                continue;
            }
            let id = self.new_id(&event.id, |id| dataset.find_event(id).is_some());
            events.insert(std::mem::replace(&mut event.id, id.clone()), id.clone());
            self.push(RecordList::Events, id, Json::of(&event));
            self.events += 1;
        }
        for mut statement in records.statements {
            statement.speaker = renamed(&speakers, &statement.speaker);
            statement.country = statement.country.map(|id| renamed(&parties, &id));
            statement.source = statement.source.map(|id| renamed(&sources, &id));
            for about in &mut statement.about {
                about.event = about.event.take().map(|id| renamed(&events, &id));
                about.treaty = about.treaty.take().map(|id| renamed(&treaties, &id));
            }
            is_unsourced |= statement.source.is_none();
            if self.is_known_statement(&statement) {
                continue;
            }
            let id = self.new_id(&statement.id, |id| dataset.find_statement(id).is_some());
            statement.id.clone_from(&id);
            self.push(RecordList::Statements, id, Json::of(&statement));
            self.statements += 1;
        }
        if is_unsourced && self.events + self.statements > 0 {
            self.edits.push(Edit::set(RecordList::Dataset, "", "unsourced", Json::new("true")));
        }
    }

    fn add_sources(&mut self, sources: Vec<SourceRecord>) -> NewIds {
        let dataset = self.dataset;
        let add = |mut source: SourceRecord| {
            let known = dataset.sources().iter().find(|other| match &source.url {
                Some(url) => *other.url == **url,
                None => folded_text(&other.title) == folded_text(&source.title),
            });
            let (wanted, known) = (source.id.clone(), known.map(|known| &*known.key));
            let is_used = |id: &str| dataset.find_source(id).is_some();
            let id = self.known_or_added(RecordList::Sources, &wanted, known, is_used, |id| {
                source.id = id;
                Json::of(&source)
            });
            (wanted, id)
        };
        sources.into_iter().map(add).collect()
    }

    fn add_treaties(&mut self, treaties: Vec<TreatyRecord>, parties: &NewIds) -> NewIds {
        let dataset = self.dataset;
        let add = |mut treaty: TreatyRecord| {
            let name = folded_text(&treaty.name);
            let known = dataset.treaties().iter().find(|other| {
                let mut names =
                    other.aliases.iter().map(|alias| &**alias).chain([&*other.name, &*other.full_name]);
                *other.key == *treaty.id || names.any(|other| folded_text(other) == name)
            });
            let (wanted, known) = (treaty.id.clone(), known.map(|known| &*known.key));
            let is_used = |id: &str| dataset.find_treaty(id).is_some();
            let id = self.known_or_added(RecordList::Treaties, &wanted, known, is_used, |id| {
                treaty.id = id;
                treaty.parties = treaty.parties.iter().map(|id| renamed(parties, id)).collect();
                Json::of(&treaty)
            });
            (wanted, id)
        };
        treaties.into_iter().map(add).collect()
    }

    fn add_speakers(&mut self, speakers: Vec<SpeakerRecord>, parties: &NewIds) -> NewIds {
        let dataset = self.dataset;
        let add = |mut speaker: SpeakerRecord| {
            let name = folded_text(&speaker.name);
            let known = dataset.speakers().iter().find(|other| folded_text(&other.name) == name);
            let (wanted, known) = (speaker.id.clone(), known.map(|known| &*known.key));
            let is_used = |id: &str| dataset.find_speaker(id).is_some();
            let id = self.known_or_added(RecordList::Speakers, &wanted, known, is_used, |id| {
                speaker.id = id;
                speaker.country = speaker.country.take().map(|id| renamed(parties, &id));
                Json::of(&speaker)
            });
            (wanted, id)
        };
        speakers.into_iter().map(add).collect()
    }

    /// The id that a record has in the dataset: of one that is known, or of one that is added, which `record` gives.
    fn known_or_added(
        &mut self,
        list: RecordList,
        wanted: &str,
        known: Option<&str>,
        is_used: impl Fn(&str) -> bool,
        record: impl FnOnce(String) -> Option<Json>,
    ) -> String {
        if let Some(known) = known {
            return known.to_owned();
        }
        let id = self.new_id(wanted, is_used);
        self.push(list, id.clone(), record(id.clone()));
        id
    }

    /// The id of an event of the dataset that says the same: treaty, type, date and title.
    fn known_event(&self, event: &EventRecord) -> Option<String> {
        let dataset = self.dataset;
        let treaty = dataset.find_treaty(&event.treaty)?;
        let title = event.title.as_deref().map(folded_text);
        let date = event.dates.first()?.edtf.text();
        let mut events = dataset.events_of(treaty).iter().map(|&id| dataset.event(id));
        let known = events.find(|other| {
            let is_titled = title.as_ref().is_none_or(|title| folded_text(&other.title) == *title);
            is_titled && other.kind.key() == event.kind && other.date().text() == date
        })?;
        Some(known.key.to_string())
    }

    fn is_known_statement(&self, statement: &StatementRecord) -> bool {
        let dataset = self.dataset;
        dataset.statements().iter().any(|other| {
            *other.quote == *statement.quote && *dataset.speaker(other.speaker).key == *statement.speaker
        })
    }

    /// The id, or it with a number where it is taken.
    fn new_id(&mut self, wanted: &str, is_used: impl Fn(&str) -> bool) -> String {
        let numbered = (2..).map(|number: u32| format!("{wanted}-{number}"));
        let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = |id: &String| !is_used(id) && !self.used.contains(id);
        let id = ids.find(free).unwrap_or_default();
        self.used.insert(id.clone());
        id
    }

    fn push(&mut self, list: RecordList, id: String, record: Option<Json>) {
        self.edits.extend(record.map(|record| Edit::add(list, id, record)));
    }
}

fn renamed(ids: &NewIds, id: &str) -> String {
    ids.get(id).cloned().unwrap_or_else(|| id.to_owned())
}
