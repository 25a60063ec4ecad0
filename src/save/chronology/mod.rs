//! A chronology as a document: what happened and what was said, by date, with numbered notes that name the sources.

mod html;
mod markdown;

use crate::domain::{EdtfDate, EventId, SourceId, StatementId};

use super::export_selection::ExportSelection;

pub(super) use html::html;
pub(super) use markdown::markdown;

/// What a chronology lists.
#[derive(Clone, Copy)]
enum Entry {
    Event(EventId),
    Statement(StatementId),
}

/// The entries by date. On one day what happened comes before what was said of it.
fn entries(material: ExportSelection<'_>) -> Vec<(&EdtfDate, Entry)> {
    let events = material.events().map(|(id, event)| (event.date(), Entry::Event(id)));
    let statements = material.statements().map(|(id, statement)| (&statement.date, Entry::Statement(id)));
    let mut entries: Vec<(&EdtfDate, Entry)> = events.chain(statements).collect();
    entries.sort_by_key(|(date, _)| (date.earliest(), date.end()));
    entries
}

/// The notes, in the order in which their sources are first named: a source has one number.
#[derive(Default)]
struct Notes(Vec<SourceId>);

impl Notes {
    /// The number of a source, counted from 1.
    fn number(&mut self, source: SourceId) -> usize {
        if let Some(index) = self.0.iter().position(|&known| known == source) {
            return index + 1;
        }
        self.0.push(source);
        self.0.len()
    }
}

/// The year under which a date stands: the first that it can mean.
fn year(date: &EdtfDate) -> i32 {
    date.earliest().year()
}

/// What is not empty, with commas between.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
