//! Turns records into a [`Dataset`]: ids resolved, dates read, texts cleaned, and problems of meaning located.

use crate::diagnostics::{Cost, Table};
use crate::domain::{
    Category, Dataset, DatasetTables, EventId, EventLink, Party, PartyId, Source, SourceKind, Speaker,
};

use super::event_fields::{explain_unplaceable, warn_before_signature};
use super::fields::{Fields, Known, parse_date};
use super::integrity::{self, Rows};
use super::json::PathStep::Key;
use super::look_alikes::LookAlikes;
use super::orphans;
use super::own_names::OwnNames;
use super::reader::{Reader, Tables, kept};
use super::records::{PartyRecord, SourceKindRecord, SourceRecord, SpeakerRecord};
use super::relations;
use super::resolve::Ids;
use super::treaty_fields::Headings;

/// Turns the tables of a file into a dataset, leaving out unusable records.
pub(super) fn assemble<'a>(mut tables: Tables<'a>, reader: &mut Reader<'a, '_>) -> Dataset {
    let mut lost = std::mem::take(&mut tables.lost);
    let mut events = std::mem::take(&mut tables.events);
    relations::resolve(&mut events, reader);
    explain_unplaceable(&events, reader);
    let unplaceable = events.iter().filter(|row| !row.record.is_placeable());
    lost.ids.extend(unplaceable.map(|row| row.record.id.clone()));
    events.retain(|row| row.record.is_placeable());

    let mut parts = room_for(&mut tables);
    parts.events.reserve_exact(events.len());
    let text = reader.text;
    macro_rules! ids {
        ($table:ident, $rows:expr) => {{
            let ids = $rows.iter().map(|row| (row.record.id.as_str(), move || row.span(text, &[Key("id")])));
            Ids::of(Table::$table, ids, &lost, reader)
        }};
    }
    let (parties, party_kept) = ids!(Parties, tables.parties);
    let (speakers, speaker_kept) = ids!(Speakers, tables.speakers);
    let (treaties, treaty_kept) = ids!(Treaties, tables.treaties);
    let (sources, source_kept) = ids!(Sources, tables.sources);
    let (event_ids, event_kept) = ids!(Events, events);
    let (_, statement_kept) = ids!(Statements, tables.statements);
    let (_, series_kept) = ids!(Series, tables.series);
    let (is_unsourced, is_foreign) = (tables.is_unsourced, tables.is_foreign);
    let known = Known { parties, speakers, treaties, sources, events: event_ids, is_unsourced };

    if let Some((text, span)) = &tables.checked_on {
        parts.checked_on = parse_date(text, || *span, Cost::NotShown, reader);
    }
    if let Some((text, span)) = &tables.released {
        parts.released = parse_date(text, || *span, Cost::NotShown, reader);
    }
    let mut names = LookAlikes::default();
    for row in kept(&tables.parties, &party_kept) {
        let party = Fields { row, reader }.party(&known, (!is_foreign).then_some(&mut names));
        parts.parties.push(party);
    }
    let mut names = LookAlikes::default();
    for row in kept(&tables.speakers, &speaker_kept) {
        let speaker = Fields { row, reader }.speaker(&known, (!is_foreign).then_some(&mut names));
        parts.speakers.push(speaker);
    }
    for row in kept(&tables.sources, &source_kept) {
        parts.sources.push(Fields { row, reader }.source());
    }
    let mut headings = Headings::new(is_foreign);
    for row in kept(&tables.treaties, &treaty_kept) {
        let treaty = Fields { row, reader }.treaty(&known, &mut headings);
        parts.treaties.push(treaty);
    }
    let mut categories: Vec<(Box<str>, usize)> = headings.positions.into_iter().collect();
    categories.sort_by_key(|&(_, index)| index);
    parts.categories = categories.into_iter().map(|(name, _)| Category { name }).collect();
    // Events that lose their treaty are dropped here, so indices in the file's table move.
    let mut event_index: Vec<Option<usize>> = Vec::new();
    let mut names = OwnNames { is_foreign, ..OwnNames::default() };
    for row in kept(&events, &event_kept) {
        let event = Fields { row, reader }.event(&known, &mut names);
        event_index.push(event.is_some().then_some(parts.events.len()));
        parts.events.extend(event);
    }
    (parts.own_types, parts.tags) = (names.types.into_list(), names.tags.into_list());
    let moved = |index: usize| event_index.get(index).copied().flatten().map(EventId::new);
    for event in &mut parts.events {
        let links = std::mem::take(&mut event.links);
        event.links = links
            .into_iter()
            .filter_map(|link| Some(EventLink { to: moved(link.to.index())?, ..link }))
            .collect();
    }
    for row in kept(&tables.statements, &statement_kept) {
        let statement = Fields { row, reader }.statement(&known, &moved);
        parts.statements.extend(statement);
    }
    for row in kept(&tables.series, &series_kept) {
        let series = Fields { row, reader }.series(&known);
        parts.series.extend(series);
    }
    for row in &tables.acts {
        Fields { row, reader }.acts(&known, &mut parts);
    }
    warn_before_signature(&parts, &events, &event_kept, &event_index, reader);
    let dataset = Dataset::build(parts);
    integrity::examine(&dataset, &Rows::new(&events, &tables.statements), is_foreign, reader);
    // In a table of another program everything was made because a row names it.
    if !is_foreign {
        orphans::examine(&dataset, &tables, reader);
    }
    dataset
}

/// Dataset parts with the metadata and capacity for all records: a growing table needs twice its memory while moved.
fn room_for(tables: &mut Tables<'_>) -> DatasetTables {
    DatasetTables {
        title: std::mem::take(&mut tables.title).into(),
        description: std::mem::take(&mut tables.description).into(),
        license: std::mem::take(&mut tables.license).into(),
        version: std::mem::take(&mut tables.version).into(),
        previous: std::mem::take(&mut tables.previous).into(),
        parties: Vec::with_capacity(tables.parties.len()),
        speakers: Vec::with_capacity(tables.speakers.len()),
        sources: Vec::with_capacity(tables.sources.len()),
        treaties: Vec::with_capacity(tables.treaties.len()),
        statements: Vec::with_capacity(tables.statements.len()),
        ..DatasetTables::default()
    }
}

impl Fields<'_, '_, '_, '_, PartyRecord> {
    /// The party; a name that looks like one of those before it is reported, unless `names` is absent.
    fn party(mut self, known: &Known<'_>, names: Option<&mut LookAlikes>) -> Party {
        let record = &self.row.record;
        let name = self.title(&record.name, &[Key("name")]);
        if let Some(names) = names {
            self.warn_look_alike(names, &name, "name");
        }
        let short = self.optional(record.short.as_deref(), "short").unwrap_or_else(|| name.clone());
        let succeeds = self.find(&known.parties, record.succeeds.as_deref(), &[Key("succeeds")], Cost::Link);
        Party { key: record.id.as_str().into(), short, name, succeeds: succeeds.map(PartyId::new) }
    }
}

impl Fields<'_, '_, '_, '_, SpeakerRecord> {
    /// The speaker; a name that looks like one of those before it is reported, unless `names` is absent.
    fn speaker(mut self, known: &Known<'_>, names: Option<&mut LookAlikes>) -> Speaker {
        let record = &self.row.record;
        let name = self.title(&record.name, &[Key("name")]);
        if let Some(names) = names {
            self.warn_look_alike(names, &name, "name");
        }
        let native_name = self.optional(record.native_name.as_deref(), "native_name").unwrap_or_default();
        let country = self.find(&known.parties, record.country.as_deref(), &[Key("country")], Cost::Link);
        Speaker { key: record.id.as_str().into(), name, native_name, country: country.map(PartyId::new) }
    }
}

impl Fields<'_, '_, '_, '_, SourceRecord> {
    fn source(mut self) -> Source {
        let record = &self.row.record;
        let mut text = |value: Option<&str>, key| self.optional(value, key).unwrap_or_default();
        let publisher = text(record.publisher.as_deref(), "publisher");
        let url = text(record.url.as_deref(), "url");
        let archive_url = text(record.archive_url.as_deref(), "archive_url");
        let lang = text(record.lang.as_deref(), "lang");
        let sha256 = text(record.sha256.as_deref(), "sha256").trim().to_ascii_lowercase().into();
        let document = self.inner_path(record.document.as_deref(), "document");
        Source {
            document,
            sha256,
            key: record.id.as_str().into(),
            title: self.title(&record.title, &[Key("title")]),
            publisher,
            date: self.date(record.date.as_deref(), &[Key("date")], Cost::NotShown),
            url,
            archive_url,
            accessed: self.date(record.accessed.as_deref(), &[Key("accessed")], Cost::NotShown),
            lang,
            kind: record.kind.map_or(SourceKind::Reference, source_kind),
        }
    }
}

fn source_kind(kind: SourceKindRecord) -> SourceKind {
    match kind {
        SourceKindRecord::TreatyText => SourceKind::TreatyText,
        SourceKindRecord::OfficialStatement => SourceKind::OfficialStatement,
        SourceKindRecord::News => SourceKind::News,
        SourceKindRecord::FactSheet => SourceKind::FactSheet,
        SourceKindRecord::Data => SourceKind::Data,
        SourceKindRecord::Reference => SourceKind::Reference,
    }
}
