//! The events as one table, a row each, with headings that every spreadsheet of events has: it is opened by this program
//! again without a question.

use crate::diagnostics::WriteProblem;
use crate::domain::{Confidence, Event};

use crate::save::export_selection::ExportSelection;

use super::table;

/// The headings, in the order of [`cells`].
pub(super) const HEADINGS: [&str; 13] = [
    "id",
    "date",
    "treaty",
    "category",
    "type",
    "title",
    "party",
    "summary",
    "tags",
    "source",
    "url",
    "confidence",
    "image",
];

pub(super) fn csv(material: ExportSelection<'_>) -> Result<Vec<u8>, WriteProblem> {
    table::csv(&HEADINGS, material.events().map(|(_, event)| cells(material, event).to_vec()))
}

/// The cells of an event.
pub(super) fn cells(material: ExportSelection<'_>, event: &Event) -> [String; 13] {
    let dataset = material.dataset;
    let treaty = dataset.treaty(event.treaty);
    let source = event.claim().source.map(|id| dataset.source(id));
    let url = if event.url.is_empty() { source.map_or("", |source| &source.url) } else { &event.url };
    let tags: Vec<&str> = event.tags.iter().map(|&tag| dataset.tag(tag)).collect();
    [
        event.key.to_string(),
        event.date().text().to_owned(),
        treaty.name.to_string(),
        dataset
            .categories()
            .get(treaty.category)
            .map_or_else(String::new, |category| category.name.to_string()),
        dataset.type_key(event.kind).to_owned(),
        event.title.to_string(),
        event.party.map_or_else(String::new, |party| dataset.party(party).name.to_string()),
        event.summary.to_string(),
        tags.join("; "),
        source.map_or_else(String::new, |source| source.title.to_string()),
        url.to_owned(),
        event.confidence.map_or("", Confidence::key).to_owned(),
        event.image.to_string(),
    ]
}
