//! The differences between another dataset and the open one.

use crate::compare::{ChangeKind, Comparison, FieldChange, Table, compare};
use crate::domain::Dataset;
use crate::language::Language;
use crate::session::Session;
use crate::session::world::World;
use crate::text::first_words;
use crate::timeline::{PreviousDates, Selection};

/// The differences between another dataset and the open one.
#[derive(Debug)]
pub struct Compared {
    /// The name of the other file.
    pub name: String,
    /// The differences.
    pub comparison: Comparison,
    /// The differences as lines of a list.
    pub lines: Vec<ComparedLine>,
    /// The former dates of events that were moved or removed.
    pub previous_dates: PreviousDates,
}

/// A line of the list of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// The change, by its index.
    change: usize,
    /// The field of that change, for a line of detail.
    detail: Option<FieldLine>,
    /// What a click selects, if the open dataset has it.
    pub selection: Option<Selection>,
}

/// Maximum length of a text in a line, in characters: longer ones are no lines.
const MAX_LINE_CHARS: usize = 300;

/// A field of a change as a line shows it, cut to its length, with the words that differ in it. Computed beforehand: it
/// takes time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FieldLine {
    shown: FieldChange,
    differing_words: Option<String>,
}

impl FieldLine {
    fn of(field: &FieldChange) -> Self {
        let cut = |text: &str| first_words(text, MAX_LINE_CHARS).replace('\n', " ");
        Self {
            shown: FieldChange { field: field.field, before: cut(&field.before), after: cut(&field.after) },
            differing_words: field.differing_words().as_deref().map(cut),
        }
    }
}

impl ComparedLine {
    /// Whether it is a detail of the line above it.
    pub fn is_detail(&self) -> bool {
        self.detail.is_some()
    }
}

impl Compared {
    /// Compares another dataset with the open one. Not for the interface's thread.
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
        for (change_index, change) in comparison.changes.iter().enumerate() {
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
            lines.push(ComparedLine { change: change_index, detail: None, selection });
            if let ChangeKind::Changed(fields) = &change.kind {
                lines.extend(fields.iter().map(|field| {
                    let detail = Some(FieldLine::of(field));
                    ComparedLine { change: change_index, detail, selection }
                }));
            }
        }
        Self { name, comparison, lines, previous_dates }
    }

    /// The text of a line.
    pub fn line_text(&self, line: &ComparedLine, language: Language) -> String {
        match (&line.detail, self.comparison.changes.get(line.change)) {
            (Some(FieldLine { shown, differing_words }), _) => {
                language.field_line(shown, differing_words.as_deref())
            }
            (None, Some(change)) => language.change_line(change),
            (None, None) => String::new(),
        }
    }
}

impl Session {
    pub(in crate::session) fn show_comparison(&mut self, compared: Compared) {
        let summary = self.language().comparison_summary(&compared.comparison);
        self.status_message = Some((self.strings().compare.title)(&compared.name, &summary));
        self.compared = Some(compared);
    }
}
