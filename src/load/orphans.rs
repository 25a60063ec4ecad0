//! Records that nothing leads to, and sources that stand twice.

use std::collections::{HashMap, HashSet};

use crate::domain::{Dataset, PartyId, SourceId, SpeakerId, TreatyId};

use super::json::Step::Key;
use super::native::{Reader, Row, Tables, shortened};
use super::rule::Rule;

/// What of a dataset is led to from elsewhere in it.
struct Used {
    sources: HashSet<SourceId>,
    speakers: HashSet<SpeakerId>,
    parties: HashSet<PartyId>,
}

impl Used {
    fn by(dataset: &Dataset) -> Self {
        let claims = dataset.events().iter().flat_map(|event| event.dates.iter().map(|claim| claim.source));
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
        let acting = dataset.events().iter().filter_map(|event| event.party);
        let listed = dataset
            .treaties()
            .iter()
            .flat_map(|treaty| treaty.parties.iter().chain(&treaty.depositaries).copied());
        let speaking = dataset.statements().iter().filter_map(|statement| statement.country);
        let spoken_for = dataset.speakers().iter().filter_map(|speaker| speaker.country);
        let succeeded = dataset.parties().iter().filter_map(|party| party.succeeds);
        let counted = dataset.series().iter().filter_map(|series| series.party);
        Self {
            sources: claims.chain(quoted).chain(originals).chain(clauses).chain(figures).collect(),
            speakers: dataset.statements().iter().map(|statement| statement.speaker).collect(),
            parties: acting
                .chain(listed)
                .chain(speaking)
                .chain(spoken_for)
                .chain(succeeded)
                .chain(counted)
                .collect(),
        }
    }
}

/// Reports what nothing leads to. A file with errors has lost links, so nothing is said of it.
pub(super) fn examine(dataset: &Dataset, tables: &Tables<'_>, reader: &mut Reader<'_, '_>) {
    if reader.sink.count(crate::diagnostics::Severity::Error) > 0 {
        return;
    }
    let used = Used::by(dataset);
    // Without errors no record was left out, so the file's order is the dataset's order for these tables.
    let report = |reader: &mut Reader<'_, '_>,
                  rule,
                  span: &dyn Fn(&str) -> crate::diagnostics::Span,
                  message,
                  help| {
        let text = reader.text;
        reader.report(rule, || span(text), || message, help);
    };
    let mut addresses: HashMap<&str, &str> = HashMap::new();
    for (i, row) in tables.sources.iter().enumerate() {
        let id = &row.record.id;
        if !used.sources.contains(&SourceId::new(i)) {
            let message = format!("nothing rests on the source \"{}\"", shortened(id));
            report(
                reader,
                Rule::UnusedSource,
                &at_id(row),
                message,
                "delete it, or name it where it was used",
            );
        }
        let Some(url) = row.record.url.as_deref().filter(|url| !url.is_empty()) else { continue };
        if let Some(first) = addresses.insert(url, id) {
            let message =
                format!("the sources \"{}\" and \"{}\" have one address", shortened(first), shortened(id));
            report(reader, Rule::DuplicateSource, &at_id(row), message, "keep one and point all links to it");
        }
    }
    for (i, row) in tables.speakers.iter().enumerate() {
        if !used.speakers.contains(&SpeakerId::new(i)) {
            let message = format!("the speaker \"{}\" says nothing", shortened(&row.record.id));
            report(reader, Rule::Orphan, &at_id(row), message, "add a statement, or delete the speaker");
        }
    }
    for (i, row) in tables.parties.iter().enumerate() {
        if !used.parties.contains(&PartyId::new(i)) {
            let message = format!("the party \"{}\" has no part in anything", shortened(&row.record.id));
            report(reader, Rule::Orphan, &at_id(row), message, "list it with a treaty, or delete it");
        }
    }
    for row in &tables.treaties {
        let treaty: Option<TreatyId> = dataset.find_treaty(&row.record.id);
        if treaty.is_some_and(|treaty| dataset.events_of(treaty).is_empty()) {
            let message =
                format!("the treaty \"{}\" has no event, so its lane is empty", shortened(&row.record.id));
            report(reader, Rule::Orphan, &at_id(row), message, "add its signature at least");
        }
    }
}

fn at_id<'r, T>(row: &'r Row<'_, T>) -> impl Fn(&str) -> crate::diagnostics::Span + 'r {
    |text| row.span(text, &[Key("id")])
}
