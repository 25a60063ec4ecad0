//! Records that nothing refers to, and sources that occur twice.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{ConsistencyProblem, Rule, Severity, Span};
use crate::domain::{Dataset, Nature, PartyId, SourceId, SpeakerId, TreatyId};

use super::json::PathStep::Key;
use super::reader::{Reader, Row, Tables, shortened};

/// What other records of a dataset refer to.
struct Used {
    sources: HashSet<SourceId>,
    speakers: HashSet<SpeakerId>,
    parties: HashSet<PartyId>,
}

impl Used {
    fn by(dataset: &Dataset) -> Self {
        let claims =
            dataset.events().iter().flat_map(|event| event.dates.iter().filter_map(|claim| claim.source));
        let quoted = dataset.statements().iter().map(|statement| statement.source);
        let originals = dataset.statements().iter().filter_map(|s| s.original.as_ref()?.source);
        let clauses = dataset.treaties().iter().flat_map(|treaty| {
            let terms = &treaty.terms;
            [&terms.entry, &terms.withdrawal, &terms.duration]
                .into_iter()
                .flatten()
                .map(|clause| clause.source)
        });
        let figures = dataset.series().iter().flat_map(|series| {
            std::iter::once(series.source).chain(series.points.iter().filter_map(|point| point.source))
        });
        let lists = dataset.act_lists().iter().flat_map(|list| {
            let also = list.also.iter().map(|other| other.source);
            std::iter::once(list.source).chain(also).chain(list.rule.as_ref().and_then(|rule| rule.source))
        });
        let lists = lists.chain(dataset.acts().iter().map(|act| act.source));
        let acting = dataset.events().iter().filter_map(|event| event.party);
        let in_lists = dataset.acts().iter().map(|act| act.party);
        let listed = dataset
            .treaties()
            .iter()
            .flat_map(|treaty| treaty.parties.iter().chain(&treaty.depositaries).copied());
        let speaking = dataset.statements().iter().filter_map(|statement| statement.country);
        let spoken_for = dataset.speakers().iter().filter_map(|speaker| speaker.country);
        let succeeded = dataset.parties().iter().filter_map(|party| party.succeeds);
        let counted = dataset.series().iter().filter_map(|series| series.party);
        Self {
            sources: claims
                .chain(quoted)
                .chain(originals)
                .chain(clauses)
                .chain(figures)
                .chain(lists)
                .collect(),
            speakers: dataset.statements().iter().map(|statement| statement.speaker).collect(),
            parties: acting
                .chain(in_lists)
                .chain(listed)
                .chain(speaking)
                .chain(spoken_for)
                .chain(succeeded)
                .chain(counted)
                .collect(),
        }
    }
}

/// Reports what nothing refers to. A file with errors has lost links, so nothing is reported for it.
pub(super) fn examine(dataset: &Dataset, tables: &Tables<'_>, reader: &mut Reader<'_, '_>) {
    if reader.sink.count(Severity::Error) > 0 {
        return;
    }
    let used = Used::by(dataset);
    // Without errors no record was left out, so the file's order is the dataset's order for these tables.
    type Problem<'a> = &'a dyn Fn() -> ConsistencyProblem;
    let report = |reader: &mut Reader<'_, '_>, rule, span: &dyn Fn(&str) -> Span, problem: Problem<'_>| {
        let text = reader.text;
        reader.report(rule, || span(text), problem);
    };
    let mut addresses: HashMap<&str, &str> = HashMap::new();
    for (i, row) in tables.sources.iter().enumerate() {
        let id = &row.record.id;
        if !used.sources.contains(&SourceId::new(i)) {
            report(reader, Rule::UnusedSource, &at_id(row), &|| {
                ConsistencyProblem::UnusedSource(shortened(id))
            });
        }
        let Some(url) = row.record.url.as_deref().filter(|url| !url.is_empty()) else { continue };
        if let Some(first) = addresses.insert(url, id) {
            report(reader, Rule::DuplicateSource, &at_id(row), &|| {
                ConsistencyProblem::DuplicateSource(shortened(first), shortened(id))
            });
        }
    }
    for (i, row) in tables.speakers.iter().enumerate() {
        if !used.speakers.contains(&SpeakerId::new(i)) {
            report(reader, Rule::Orphan, &at_id(row), &|| {
                ConsistencyProblem::UnusedSpeaker(shortened(&row.record.id))
            });
        }
    }
    for (i, row) in tables.parties.iter().enumerate() {
        if !used.parties.contains(&PartyId::new(i)) {
            report(reader, Rule::Orphan, &at_id(row), &|| {
                ConsistencyProblem::UnusedParty(shortened(&row.record.id))
            });
        }
    }
    for row in &tables.treaties {
        let treaty: Option<TreatyId> = dataset.find_treaty(&row.record.id);
        // A topic may be there for the words that were said on it.
        let is_topic = |treaty| dataset.treaty(treaty).nature == Nature::Topic;
        let has_words = |treaty| is_topic(treaty) && !dataset.statements_of(treaty).is_empty();
        if treaty.is_some_and(|treaty| dataset.events_of(treaty).is_empty() && !has_words(treaty)) {
            report(reader, Rule::Orphan, &at_id(row), &|| {
                ConsistencyProblem::EmptyTreaty(shortened(&row.record.id))
            });
        }
    }
}

fn at_id<'r, T>(row: &'r Row<'_, T>) -> impl Fn(&str) -> Span + 'r {
    |text| row.span(text, &[Key("id")])
}
