//! What differs from another dataset, beside the one that is open.

use crate::compare::{ChangeKind, Comparison, Table, compare};
use crate::domain::Dataset;
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
    pub ghosts: PreviousDates,
}

/// A line of the list of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// What it says.
    pub text: String,
    /// What it leads to, if that is still there.
    pub selection: Option<Selection>,
    /// Whether it says more of the line above it.
    pub is_detail: bool,
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
        let ghosts = PreviousDates::new(moved.chain(gone));
        let mut lines = Vec::new();
        for change in &comparison.changes {
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
            lines.push(ComparedLine { text: change.line(), selection, is_detail: false });
            if let ChangeKind::Changed(fields) = &change.kind {
                lines.extend(fields.iter().map(|field| {
                    let text = field.to_string().replace('\n', " ");
                    ComparedLine { text, selection, is_detail: true }
                }));
            }
        }
        Self { name, comparison, lines, ghosts }
    }
}

impl Session {
    /// Shows what differs from another dataset.
    pub(in crate::session) fn show_compared(&mut self, compared: Compared) {
        self.notice = Some((self.words().compare.title)(&compared.name, &compared.comparison.summary()));
        self.compared = Some(compared);
    }
}
