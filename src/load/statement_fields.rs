//! Statements: who said what, where it was seen, and what it is about.

use std::collections::HashSet;

use crate::diagnostics::{Cost, MissingPart, RecordProblem, Rule};
use crate::domain::{About, EventId, Original, PartyId, Selector, SourceId, SpeakerId, Statement, TreatyId};

use super::fields::{Fields, Known};
use super::json::PathStep::{Item, Key};
use super::reader::shortened;
use super::records::{AboutRecord, StatementRecord};

impl Fields<'_, '_, '_, '_, StatementRecord> {
    pub(super) fn statement(
        mut self,
        known: &Known<'_>,
        moved: &impl Fn(usize) -> Option<EventId>,
    ) -> Option<Statement> {
        let record = &self.row.record;
        let speaker = self.find(&known.speakers, Some(&record.speaker), &[Key("speaker")], Cost::Statement);
        let date = self.date(Some(&record.date), &[Key("date")], Cost::Statement);
        let source = if let Some(id) = &record.source {
            self.find(&known.sources, Some(id), &[Key("source")], Cost::Statement)
        } else {
            let problem = || RecordProblem::MissingSource(MissingPart::Statement, shortened(&record.id));
            self.report(Rule::MissingSource, &[], problem);
            None
        };
        let country = self
            .find(&known.parties, record.country.as_deref(), &[Key("country")], Cost::Link)
            .map(PartyId::new);
        let mut about = Vec::new();
        let mut seen = HashSet::new();
        for (i, entry) in record.about.iter().enumerate() {
            let Some(link) = self.about(entry, i, known, moved) else { continue };
            if seen.insert(link) {
                about.push(link);
            } else {
                let id = entry.event.as_deref().or(entry.treaty.as_deref()).unwrap_or_default();
                self.warn_named_twice(id, &[Key("about"), Item(i)]);
            }
        }
        let quote = self.text(&record.quote, &[Key("quote")]);
        let original = record.original.as_ref().map(|original| Original {
            lang: self.text(&original.lang, &[Key("original"), Key("lang")]),
            quote: self.text(&original.quote, &[Key("original"), Key("quote")]),
            source: self
                .find(
                    &known.sources,
                    original.source.as_deref(),
                    &[Key("original"), Key("source")],
                    Cost::Link,
                )
                .map(SourceId::new),
        });
        let selector = record.selector.as_ref().map(|selector| {
            let mut text =
                |value: Option<&str>, key| self.text(value.unwrap_or_default(), &[Key("selector"), Key(key)]);
            Selector {
                exact: text(Some(&selector.exact), "exact"),
                prefix: text(selector.prefix.as_deref(), "prefix"),
                suffix: text(selector.suffix.as_deref(), "suffix"),
            }
        });
        let lang = self.text(&record.lang, &[Key("lang")]);
        let fields = self.named_texts(&record.fields);
        let mut text = |value: Option<&str>, key| self.optional(value, key).unwrap_or_default();
        Some(Statement {
            key: record.id.as_str().into(),
            quote,
            lang,
            role: text(record.role.as_deref(), "role"),
            organisation: text(record.organisation.as_deref(), "organisation"),
            venue: text(record.venue.as_deref(), "venue"),
            translation_by: text(record.translation_by.as_deref(), "translation_by"),
            note: text(record.note.as_deref(), "note"),
            speaker: SpeakerId::new(speaker?),
            country,
            date: date?,
            source: SourceId::new(source?),
            selector,
            original,
            about,
            fields,
        })
    }

    fn about(
        &mut self,
        entry: &AboutRecord,
        i: usize,
        known: &Known<'_>,
        moved: &impl Fn(usize) -> Option<EventId>,
    ) -> Option<About> {
        let at = [Key("about"), Item(i)];
        match (&entry.event, &entry.treaty) {
            (Some(id), None) => {
                let path = [at[0], at[1], Key("event")];
                self.find(&known.events, Some(id), &path, Cost::Link).and_then(moved).map(About::Event)
            }
            (None, Some(id)) => {
                let path = [at[0], at[1], Key("treaty")];
                self.find(&known.treaties, Some(id), &path, Cost::Link)
                    .map(|index| About::Treaty(TreatyId::new(index)))
            }
            _ => {
                self.report(Rule::LinkToNothing, &at, || RecordProblem::LinkToNothing);
                None
            }
        }
    }
}
