//! Treaties: names, parties, and their clauses.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

use crate::diagnostics::{Cost, RecordProblem, Rule};
use crate::domain::{
    Clause, Clauses, Counting, Nature, PartyId, Period, SourceId, Treaty, TreatyId, TreatyLink,
    TreatyRelation,
};

use super::fields::{Fields, Known};
use super::json::PathStep::{Item, Key};
use super::look_alikes::LookAlikes;
use super::reader::shortened;
use super::records::{AppliesRecord, CountingRecord, NatureRecord, TermsRecord};
use super::records::{TreatyRecord, TreatyRel};

/// The headings and names of the treaties read so far.
#[derive(Default)]
pub(super) struct Headings {
    /// The categories, each with its position in the order of the file.
    pub(super) positions: HashMap<Box<str>, usize>,
    categories: LookAlikes,
    names: LookAlikes,
    /// Whether the names come from another format, where nothing is said of names that look alike.
    is_foreign: bool,
}

impl Headings {
    pub(super) fn new(is_foreign: bool) -> Self {
        Self { is_foreign, ..Self::default() }
    }
}

impl Fields<'_, '_, '_, '_, TreatyRecord> {
    pub(super) fn treaty(mut self, known: &Known<'_>, headings: &mut Headings) -> Treaty {
        let record = &self.row.record;
        let heading = self.title(&record.category, &[Key("category")]);
        if !headings.is_foreign {
            self.warn_look_alike(&mut headings.categories, &heading, "category");
        }
        let next = headings.positions.len();
        let category = *headings.positions.entry(heading).or_insert(next);
        let name = self.title(&record.name, &[Key("name")]);
        if !headings.is_foreign {
            self.warn_look_alike(&mut headings.names, &name, "name");
        }
        let mut links = Vec::new();
        let mut seen = HashSet::new();
        for (i, link) in record.links.iter().enumerate() {
            let path = [Key("links"), Item(i), Key("treaty")];
            if let Some(to) = self.find(&known.treaties, Some(&link.treaty), &path, Cost::Link) {
                let relation = match link.rel {
                    TreatyRel::Succeeds => TreatyRelation::Succeeds,
                    TreatyRel::Amends => TreatyRelation::Amends,
                    TreatyRel::DependsOn => TreatyRelation::DependsOn,
                };
                if seen.insert((discriminant(&relation), to)) {
                    links.push(TreatyLink { relation, to: TreatyId::new(to) });
                } else {
                    self.warn_named_twice(&link.treaty, &[Key("links"), Item(i)]);
                }
            }
        }
        let aliases = record.aliases.iter().enumerate();
        let aliases = aliases.map(|(i, alias)| self.title(alias, &[Key("aliases"), Item(i)])).collect();
        Treaty {
            key: record.id.as_str().into(),
            name,
            full_name: self.optional(record.full_name.as_deref(), "full_name").unwrap_or_default(),
            aliases,
            category,
            parties: self
                .find_all(&known.parties, &record.parties, "parties")
                .into_iter()
                .map(PartyId::new)
                .collect(),
            depositaries: self
                .find_all(&known.parties, &record.depositaries, "depositaries")
                .into_iter()
                .map(PartyId::new)
                .collect(),
            summary: self.optional(record.summary.as_deref(), "summary").unwrap_or_default(),
            nature: match record.nature {
                None | Some(NatureRecord::Treaty) => Nature::Treaty,
                Some(NatureRecord::Political) => Nature::Political,
                Some(NatureRecord::Topic) => Nature::Topic,
            },
            // Tables and files of other programs rarely have every event of a treaty.
            is_incomplete: record.incomplete
                || (headings.is_foreign && !matches!(record.nature, Some(NatureRecord::Topic))),
            duration_rule: self
                .optional(record.duration_rule.as_deref(), "duration_rule")
                .unwrap_or_default(),
            terms: record.terms.as_ref().map_or_else(Clauses::default, |terms| self.terms(terms, known)),
            links,
            fields: self.named_texts(&record.fields),
        }
    }

    fn terms(&mut self, terms: &TermsRecord, known: &Known<'_>) -> Clauses {
        let entry = terms.entry.as_ref().and_then(|entry| {
            let raw = RawClause {
                name: "entry",
                field: "after",
                period: &entry.after,
                counting: entry.counting,
                article: entry.article.as_deref(),
                source: &entry.source,
            };
            self.clause(&raw, known)
        });
        let withdrawal = terms.withdrawal.as_ref().and_then(|notice| {
            let raw = RawClause {
                name: "withdrawal",
                field: "notice",
                period: &notice.notice,
                counting: notice.counting,
                article: notice.article.as_deref(),
                source: &notice.source,
            };
            self.clause(&raw, known)
        });
        let duration = terms.duration.as_ref().and_then(|term| {
            let raw = RawClause {
                name: "duration",
                field: "period",
                period: &term.period,
                counting: None,
                article: term.article.as_deref(),
                source: &term.source,
            };
            self.clause(&raw, known)
        });
        let entry_counts_early =
            terms.entry.as_ref().is_some_and(|entry| entry.applies_to == Some(AppliesRecord::All));
        Clauses { entry, entry_counts_early, withdrawal, duration }
    }

    fn clause(&mut self, raw: &RawClause<'_>, known: &Known<'_>) -> Option<Clause> {
        let source = self.find(
            &known.sources,
            Some(raw.source),
            &[Key("terms"), Key(raw.name), Key("source")],
            Cost::Clause,
        );
        let read = Period::parse(raw.period);
        if read.is_none() {
            let path = [Key("terms"), Key(raw.name), Key(raw.field)];
            self.report(Rule::BadPeriod, &path, || RecordProblem::BadPeriod(shortened(raw.period)));
        }
        let counting = match raw.counting {
            None | Some(CountingRecord::Day) => Counting::Day,
            Some(CountingRecord::Month) => Counting::Month,
        };
        let article =
            self.text(raw.article.unwrap_or_default(), &[Key("terms"), Key(raw.name), Key("article")]);
        Some(Clause { period: read?, counting, article, source: SourceId::new(source?) })
    }
}

/// A clause as written in the file; the three kinds differ only in their field names.
struct RawClause<'a> {
    name: &'a str,
    field: &'a str,
    period: &'a str,
    counting: Option<CountingRecord>,
    article: Option<&'a str>,
    source: &'a str,
}
