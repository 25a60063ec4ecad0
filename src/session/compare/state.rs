//! What differs from another dataset, beside the one that is open.

use crate::compare::{ChangeKind, Comparison, Table, compare};
use crate::domain::Dataset;
use crate::language::Language;
use crate::timeline::{PreviousDates, Selection};

use crate::session::{Session, World};

/// What differs from an earlier dataset.
#[derive(Debug)]
pub struct Compared {
    /// The name of its file.
    pub name: String,
    /// What differs.
    pub comparison: Comparison,
    /// The differences line by line, each with what it leads to.
    pub lines: Vec<ComparedLine>,
    /// Old places of events.
    pub previous_dates: PreviousDates,
}

/// A line of the list of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// The index of the change that it is about.
    change: usize,
    /// The field of that change that it is about, if it says more of the line above it.
    detail: Option<FieldLine>,
    /// What it leads to, if that is still there.
    pub selection: Option<Selection>,
}

/// A field of a change, with the words that differ in it, which take a while to find.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FieldLine {
    field: usize,
    differing_words: Option<String>,
}

impl ComparedLine {
    /// Whether it says more of the line above it.
    pub fn is_detail(&self) -> bool {
        self.detail.is_some()
    }
}

impl Compared {
    /// Compares an earlier dataset with the one that is open. Not for the interface's thread.
    pub fn new(name: String, before: &Dataset, world: &World) -> Self {
        let after = &world.dataset;
        let comparison = compare(before, after);
        let moved = comparison.moved.iter().map(|moved| {
            let event = after.event(moved.event);
            (event.treaty, moved.from.anchor(), Some(event.at()))
        });
        let gone = comparison.gone.iter().map(|gone| (gone.treaty, gone.from.anchor(), None));
        let previous_dates = PreviousDates::new(moved.chain(gone));
        let mut lines = Vec::new();
        for (index, change) in comparison.changes.iter().enumerate() {
            let selection = match (change.table, &change.kind) {
                (_, ChangeKind::Removed) => {
                    change.treaty.as_deref().and_then(|key| after.find_treaty(key)).map(Selection::Treaty)
                }
                (Table::Treaties, _) => after.find_treaty(&change.key).map(Selection::Treaty),
                (Table::Events, _) => after.find_event(&change.key).map(Selection::Event),
                (Table::Statements, _) => after.find_statement(&change.key).map(Selection::Statement),
                (Table::Sources, _) => after.find_source(&change.key).map(Selection::Source),
                _ => None,
            };
            lines.push(ComparedLine { change: index, detail: None, selection });
            if let ChangeKind::Changed(fields) = &change.kind {
                lines.extend(fields.iter().enumerate().map(|(place, field)| {
                    let detail = FieldLine { field: place, differing_words: field.differing_words() };
                    ComparedLine { change: index, detail: Some(detail), selection }
                }));
            }
        }
        Self { name, comparison, lines, previous_dates }
    }

    /// What a line says.
    pub fn line_text(&self, line: &ComparedLine, language: Language) -> String {
        let Some(change) = self.comparison.changes.get(line.change) else { return String::new() };
        let (ChangeKind::Changed(fields), Some(FieldLine { field, differing_words })) =
            (&change.kind, &line.detail)
        else {
            return language.change_line(change);
        };
        let text = fields.get(*field).map(|field| language.field_line(field, differing_words.as_deref()));
        text.unwrap_or_default().replace('\n', " ")
    }
}

impl Session {
    /// Shows what differs from another dataset.
    pub(in crate::session) fn show_compared(&mut self, compared: Compared) {
        let summary = self.language().comparison_summary(&compared.comparison);
        self.notice = Some((self.strings().compare.title)(&compared.name, &summary));
        self.compared = Some(compared);
    }
}
