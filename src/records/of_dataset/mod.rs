//! A dataset as records again: what a file in the native format has to say so that the same dataset is read from it.
//!
//! What a dataset does not keep cannot come back: whether a field was left out or said its default, the order of the file,
//! and fields that this version does not know.

mod acts;
mod events;
mod statements;
mod treaties;

use std::collections::BTreeSet;

use crate::domain::{
    Dataset, FigureBasis, NamedText, Party, PartyId, Point, Series, Source, SourceId, SourceKind, Speaker,
    Subset,
};

use super::{
    BasisRecord, DatasetRecord, NamedTexts, PartyRecord, PointRecord, SeriesRecord, SourceKindRecord,
    SourceRecord, SpeakerRecord,
};

/// All of a dataset as records.
pub fn records_of(dataset: &Dataset) -> DatasetRecord {
    subset_of(dataset, &Subset::whole(dataset))
}

/// A part of a dataset as records, with the parties, speakers and sources that it names. Links to what is left out are
/// left out.
pub fn subset_of(dataset: &Dataset, subset: &Subset) -> DatasetRecord {
    let of = Writing { dataset, subset };
    let mut record = DatasetRecord {
        title: dataset.title().to_owned(),
        description: text(dataset.description()),
        license: text(dataset.license()),
        checked_on: dataset.checked_on().map(|date| date.text().to_owned()),
        version: text(dataset.version()),
        released: dataset.released().map(|date| date.text().to_owned()),
        previous: text(dataset.previous()),
        treaties: subset.treaties().map(|id| of.treaty(dataset.treaty(id))).collect(),
        events: subset.events().map(|id| of.event(dataset.event(id))).collect(),
        statements: subset.statements().map(|id| of.statement(dataset.statement(id))).collect(),
        acts: of.acts(),
        series: dataset
            .series()
            .iter()
            .filter(|series| subset.has_series(series))
            .map(|series| of.series(series))
            .collect(),
        parties: dataset.parties().iter().map(|party| of.party(party)).collect(),
        speakers: dataset.speakers().iter().map(|speaker| of.speaker(speaker)).collect(),
        sources: dataset.sources().iter().map(source).collect(),
        ..DatasetRecord::default()
    };
    record.unsourced =
        record.events.iter().flat_map(|event| &event.dates).any(|claim| claim.source.is_none());
    if !subset.is_whole() {
        leave_only_named(&mut record);
    }
    record
}

/// Leaves out the speakers, sources and parties that nothing in the records names.
fn leave_only_named(record: &mut DatasetRecord) {
    let speakers: BTreeSet<&String> = record.statements.iter().map(|statement| &statement.speaker).collect();
    record.speakers.retain(|speaker| speakers.contains(&speaker.id));
    let mut sources: BTreeSet<&String> = BTreeSet::new();
    let mut parties: BTreeSet<String> = BTreeSet::new();
    for event in &record.events {
        sources.extend(event.dates.iter().filter_map(|claim| claim.source.as_ref()));
        parties.extend(event.party.clone());
    }
    for statement in &record.statements {
        sources.extend(&statement.source);
        sources.extend(statement.original.as_ref().and_then(|original| original.source.as_ref()));
        parties.extend(statement.country.clone());
    }
    for series in &record.series {
        sources.extend(&series.source);
        sources.extend(series.points.iter().filter_map(|point| point.source.as_ref()));
        parties.extend(series.party.clone());
    }
    for treaty in &record.treaties {
        if let Some(terms) = &treaty.terms {
            sources.extend(terms.entry.as_ref().map(|clause| &clause.source));
            sources.extend(terms.withdrawal.as_ref().map(|clause| &clause.source));
            sources.extend(terms.duration.as_ref().map(|clause| &clause.source));
        }
        parties.extend(treaty.parties.iter().chain(&treaty.depositaries).cloned());
    }
    for list in &record.acts {
        sources.insert(&list.source);
        sources.extend(list.also.iter().map(|other| &other.source));
        sources.extend(list.rule.as_ref().and_then(|rule| rule.source.as_ref()));
        parties.extend(list.rows.iter().map(|row| row.party.clone()));
        parties.extend(list.also.iter().flat_map(|other| other.parties.iter().cloned()));
    }
    record.sources.retain(|source| sources.contains(&source.id));
    parties.extend(record.speakers.iter().filter_map(|speaker| speaker.country.clone()));
    // A state that is named brings those whose rights and duties it took over.
    loop {
        let earlier = record.parties.iter().filter(|party| parties.contains(&party.id));
        let earlier: Vec<String> = earlier.filter_map(|party| party.succeeds.clone()).collect();
        let before = parties.len();
        parties.extend(earlier);
        if parties.len() == before {
            break;
        }
    }
    record.parties.retain(|party| parties.contains(&party.id));
}

/// A dataset whose records are made, and which part of it.
struct Writing<'a> {
    dataset: &'a Dataset,
    subset: &'a Subset,
}

impl Writing<'_> {
    fn party_key(&self, id: PartyId) -> String {
        self.dataset.party(id).key.to_string()
    }

    fn source_key(&self, id: SourceId) -> String {
        self.dataset.source(id).key.to_string()
    }

    fn party(&self, party: &Party) -> PartyRecord {
        PartyRecord {
            id: party.key.to_string(),
            name: party.name.to_string(),
            short: (party.short != party.name).then(|| party.short.to_string()),
            succeeds: party.succeeds.map(|id| self.party_key(id)),
            extra: super::Extra::default(),
        }
    }

    fn speaker(&self, speaker: &Speaker) -> SpeakerRecord {
        SpeakerRecord {
            id: speaker.key.to_string(),
            name: speaker.name.to_string(),
            native_name: text(&speaker.native_name),
            country: speaker.country.map(|id| self.party_key(id)),
            ..SpeakerRecord::default()
        }
    }

    fn series(&self, series: &Series) -> SeriesRecord {
        SeriesRecord {
            id: series.key.to_string(),
            name: series.name.to_string(),
            unit: text(&series.unit),
            party: series.party.map(|id| self.party_key(id)),
            basis: (series.basis == FigureBasis::Declared).then_some(BasisRecord::Declared),
            source: Some(self.source_key(series.source)),
            limit_of: series.limit_of.map(|id| self.dataset.treaty(id).key.to_string()),
            points: series.points.iter().map(|point| self.point(point)).collect(),
            extra: super::Extra::default(),
        }
    }

    fn point(&self, point: &Point) -> PointRecord {
        PointRecord {
            edtf: point.date.text().to_owned(),
            value: point.value,
            source: point.source.map(|id| self.source_key(id)),
            note: text(&point.note),
            extra: super::Extra::default(),
        }
    }
}

fn source(source: &Source) -> SourceRecord {
    SourceRecord {
        id: source.key.to_string(),
        title: source.title.to_string(),
        publisher: text(&source.publisher),
        date: source.date.as_ref().map(|date| date.text().to_owned()),
        url: text(&source.url),
        archive_url: text(&source.archive_url),
        accessed: source.accessed.as_ref().map(|date| date.text().to_owned()),
        lang: text(&source.lang),
        kind: match source.kind {
            SourceKind::TreatyText => Some(SourceKindRecord::TreatyText),
            SourceKind::OfficialStatement => Some(SourceKindRecord::OfficialStatement),
            SourceKind::News => Some(SourceKindRecord::News),
            SourceKind::FactSheet => Some(SourceKindRecord::FactSheet),
            SourceKind::Data => Some(SourceKindRecord::Data),
            SourceKind::Reference => Some(SourceKindRecord::Reference),
        },
        document: text(&source.document),
        sha256: text(&source.sha256),
        ..SourceRecord::default()
    }
}

/// A text, unless it is empty.
fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn named_texts(fields: &[NamedText]) -> NamedTexts {
    NamedTexts(fields.iter().map(|field| (field.name.to_string(), field.text.to_string())).collect())
}
