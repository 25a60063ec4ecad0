//! Events: which can be placed on the timeline, and why the others cannot.

use std::collections::HashSet;
use std::mem::discriminant;

use crate::diagnostics::{Cost, MissingPart, RecordProblem, Rule};
use crate::domain::{
    Confidence, DatasetTables, DateClaim, DateRole, Event, EventId, EventKind, EventLink, EventRelation,
    Nature, OwnTypeId, PartyId, SourceId, TagId, TreatyId,
};
use crate::language::english::terms::event_kind;

use super::fields::{Fields, Known, read_date};
use super::json::PathStep::{Item, Key};
use super::own_names::{OwnNames, is_picture, nearly_known};
use super::reader::{Reader, Row, kept, shortened};
use super::records::{ConfidenceRecord, DateRecord, EventRecord, EventRel, RoleRecord};
use super::relations::relation_of;

impl EventRecord {
    /// Whether the event can be placed on the timeline: it has a readable date.
    pub(super) fn is_placeable(&self) -> bool {
        self.dates.iter().any(|claim| claim.edtf.date().is_ok())
    }
}

/// Explains why each event that cannot be placed is left out.
pub(super) fn explain_unplaceable(rows: &[Row<'_, EventRecord>], reader: &mut Reader<'_, '_>) {
    for row in rows {
        let record = &row.record;
        if record.dates.is_empty() {
            let text = reader.text;
            let span = || row.span(text, &[Key("dates")]);
            reader.report(Rule::MissingDate, span, || RecordProblem::EventWithoutDate(shortened(&record.id)));
        } else if !record.is_placeable() {
            // A date by relation was reported where it was to be resolved.
            let written = record.dates.iter().enumerate();
            let is_written = |claim: &DateRecord| !claim.edtf.is_absent() || relation_of(claim).is_none();
            for (index, claim) in written.filter(|(_, claim)| is_written(claim)) {
                let text = reader.text;
                let span = || row.span(text, &[Key("dates"), Item(index), Key("edtf")]);
                read_date(&claim.edtf, span, Cost::Event, reader);
            }
        }
    }
}

impl Fields<'_, '_, '_, '_, EventRecord> {
    pub(super) fn event(mut self, known: &Known<'_>, names: &mut OwnNames) -> Option<Event> {
        let record = &self.row.record;
        let treaty = self.find(&known.treaties, Some(&record.treaty), &[Key("treaty")], Cost::Event);
        let kind = self.kind(names);
        let mut dates = self.claims(known);
        let party =
            self.find(&known.parties, record.party.as_deref(), &[Key("party")], Cost::Link).map(PartyId::new);
        let mut links = Vec::new();
        let mut seen = HashSet::new();
        for (i, link) in record.links.iter().enumerate() {
            let path = [Key("links"), Item(i), Key("event")];
            if let Some(to) = self.find(&known.events, Some(&link.event), &path, Cost::Link) {
                let relation = match link.rel {
                    EventRel::Completes => EventRelation::Completes,
                    EventRel::RespondsTo => EventRelation::RespondsTo,
                };
                if seen.insert((discriminant(&relation), to)) {
                    links.push(EventLink { relation, to: EventId::new(to) });
                } else {
                    self.warn_named_twice(&link.event, &[Key("links"), Item(i)]);
                }
            }
        }
        let title = match &record.title {
            Some(title) => self.title(title, &[Key("title")]),
            None => match kind {
                EventKind::Own(id) => names.types.name(id.index()).into(),
                kind => event_kind(kind).into(),
            },
        };
        let summary = self.optional(record.summary.as_deref(), "summary").unwrap_or_default();
        let contested = self.optional(record.contested.as_deref(), "contested").unwrap_or_default();
        dates.dedup_by(|b, a| a.date == b.date && a.role == b.role && a.source == b.source);
        if dates.is_empty() {
            return None;
        }
        let url = self.optional(record.url.as_deref(), "url").unwrap_or_default();
        let image = self.image();
        let tags = self.tags(names);
        let fields = self.named_texts(&record.fields);
        let confidence = record.confidence.map(|confidence| match confidence {
            ConfidenceRecord::Confirmed => Confidence::Confirmed,
            ConfidenceRecord::SingleSource => Confidence::SingleSource,
            ConfidenceRecord::Unverified => Confidence::Unverified,
        });
        Some(Event {
            key: record.id.as_str().into(),
            treaty: TreatyId::new(treaty?),
            kind,
            party,
            dates,
            title,
            summary,
            contested,
            links,
            statements: Vec::new(),
            tags,
            url,
            confidence,
            image,
            fields,
        })
    }

    /// The type: one of the format's, or one of the dataset's own, which is reported the first time if it is spelled
    /// almost like one of the format's.
    fn kind(&mut self, names: &mut OwnNames) -> EventKind {
        let record = &self.row.record;
        if let Some(kind) = EventKind::from_key(record.kind.trim()) {
            return kind;
        }
        let name = self.title(record.kind.trim(), &[Key("type")]);
        if name.is_empty() {
            self.report(Rule::MissingField, &[Key("type")], || RecordProblem::EmptyEventType);
            return EventKind::Other;
        }
        let (index, is_new) = names.types.index_of(&name);
        if let Some(nearest) =
            Some(&name).filter(|_| is_new && !names.is_foreign).and_then(|name| nearly_known(name))
        {
            let problem = || RecordProblem::UnknownEventType(shortened(&name), nearest);
            self.report(Rule::UnknownEventType, &[Key("type")], problem);
        }
        EventKind::Own(OwnTypeId::new(index))
    }

    /// The tags, each once and none empty.
    fn tags(&mut self, names: &mut OwnNames) -> Box<[TagId]> {
        let mut tags = Vec::new();
        for (i, tag) in self.row.record.tags.iter().enumerate() {
            let path = [Key("tags"), Item(i)];
            let tag = self.title(tag.trim(), &path);
            if tag.is_empty() {
                continue;
            }
            let id = TagId::new(names.tags.index_of(&tag).0);
            if tags.contains(&id) {
                self.warn_named_twice(&tag, &path);
            } else {
                tags.push(id);
            }
        }
        tags.into()
    }

    /// The path of the picture, if it is one, in the data file's folder or below.
    fn image(&mut self) -> Box<str> {
        let path = self.inner_path(self.row.record.image.as_deref(), "image");
        if !path.is_empty() && !is_picture(&path) {
            self.report(Rule::NoPicture, &[Key("image")], || RecordProblem::NoPicture(shortened(&path)));
            return Box::default();
        }
        path
    }

    /// The readable dates with a source, the preferred one first.
    fn claims(&mut self, known: &Known<'_>) -> Vec<DateClaim> {
        let dates = &self.row.record.dates;
        let mut claims = Vec::with_capacity(dates.len());
        let mut preferred = None;
        for (i, claim) in dates.iter().enumerate() {
            let Some(read) = self.claim(claim, i, known) else { continue };
            if claim.preferred {
                if preferred.is_some() {
                    let path = [Key("dates"), Item(i), Key("preferred")];
                    self.report(Rule::SeveralPreferred, &path, || RecordProblem::SeveralPreferred);
                } else {
                    preferred = Some(claims.len());
                }
            }
            claims.push(read);
        }
        if let Some(first) = preferred {
            let claim = claims.remove(first);
            claims.insert(0, claim);
        }
        claims
    }

    fn claim(&mut self, claim: &DateRecord, i: usize, known: &Known<'_>) -> Option<DateClaim> {
        let (row, text) = (self.row, self.reader.text);
        let span = || row.span(text, &[Key("dates"), Item(i), Key("edtf")]);
        // A date by relation that could not be resolved has been reported.
        let is_unresolved = claim.edtf.is_absent() && relation_of(claim).is_some();
        let date = if is_unresolved { None } else { read_date(&claim.edtf, span, Cost::Date, self.reader) };
        let source = if let Some(id) = &claim.source {
            let path = [Key("dates"), Item(i), Key("source")];
            self.find(&known.sources, Some(id), &path, Cost::Date).map(|index| Some(SourceId::new(index)))
        } else if known.is_unsourced {
            Some(None)
        } else {
            let problem = || RecordProblem::MissingSource(MissingPart::Date, shortened(claim.edtf.text()));
            self.report(Rule::MissingSource, &[Key("dates"), Item(i)], problem);
            None
        };
        let note = claim.note.as_deref().unwrap_or_default();
        let role = match claim.role {
            Some(RoleRecord::Announced) => DateRole::Announced,
            Some(RoleRecord::Notified) => DateRole::Notified,
            Some(RoleRecord::Effective) => DateRole::Effective,
            Some(RoleRecord::LastDay) => DateRole::LastDay,
            Some(RoleRecord::Formal) | None => DateRole::Formal,
        };
        Some(DateClaim {
            date: date?,
            role,
            source: source?,
            note: self.text(note, &[Key("dates"), Item(i), Key("note")]),
            relation: relation_of(claim),
        })
    }
}

/// Warns of events that need a signed treaty but are dated before its signature.
pub(super) fn warn_before_signature(
    parts: &DatasetTables,
    rows: &[Row<'_, EventRecord>],
    row_kept: &[bool],
    event_index: &[Option<usize>],
    reader: &mut Reader<'_, '_>,
) {
    let mut signed: Vec<Option<&Event>> = vec![None; parts.treaties.len()];
    for event in &parts.events {
        // A topic is never signed, whatever its events are called.
        let is_topic =
            parts.treaties.get(event.treaty.index()).is_none_or(|treaty| treaty.nature == Nature::Topic);
        let opens = !is_topic
            && matches!(event.kind, EventKind::Signed | EventKind::OpenedForSignature | EventKind::Adopted);
        if let Some(first) = signed.get_mut(event.treaty.index()).filter(|_| opens)
            && first.is_none_or(|first| event.date().earliest() < first.date().earliest())
        {
            *first = Some(event);
        }
    }
    for (row, index) in std::iter::zip(kept(rows, row_kept), event_index) {
        let Some(event) = index.and_then(|index| parts.events.get(index)) else { continue };
        let Some(first) = signed.get(event.treaty.index()).copied().flatten() else { continue };
        if !event.kind.precedes_signature() && event.date().end() <= first.date().earliest() {
            let text = reader.text;
            let span = || row.span(text, &[Key("dates"), Item(0), Key("edtf")]);
            let problem = || RecordProblem::BeforeSignature {
                title: shortened(&event.title),
                date: Box::new(event.date().clone()),
                signed: Box::new(first.date().clone()),
            };
            reader.report(Rule::BeforeSignature, span, problem);
        }
    }
}
