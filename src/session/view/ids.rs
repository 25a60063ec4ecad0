//! What is selected by ids of the file, which mean the same in another run and to another reader.

use crate::session::Session;
use crate::timeline::{Selection, Subject};

/// Stands before the id of a speaker.
const SPEAKER: &str = "speaker:";
/// Stand before ids that a file uses for several things, where the plain id would mean another one of them.
const EVENT: &str = "event:";
const STATEMENT: &str = "statement:";
const TREATY: &str = "treaty:";
const SOURCE: &str = "source:";

impl Session {
    /// The id of a selection in the file.
    pub(in crate::session) fn key_of(&self, selection: Selection) -> Option<String> {
        let dataset = &self.world.dataset;
        let (kind, key) = match selection {
            // The place of a bulk event in its columns means nothing to another run.
            Selection::Nothing | Selection::Bulk(_) => return None,
            Selection::Treaty(id) => (TREATY, &dataset.treaty(id).key),
            Selection::Event(id) => (EVENT, &dataset.event(id).key),
            Selection::Statement(id) => (STATEMENT, &dataset.statement(id).key),
            Selection::Source(id) => (SOURCE, &dataset.source(id).key),
            // Files of today may use one id for a speaker and for something else.
            Selection::Speaker(id) => return Some(format!("{SPEAKER}{}", dataset.speaker(id).key)),
        };
        let is_enough = self.find(key) == Some(selection);
        Some(if is_enough { key.to_string() } else { format!("{kind}{key}") })
    }

    /// The id of a mark in the file.
    pub(in crate::session) fn key_of_mark(&self, subject: Subject) -> Option<String> {
        match subject {
            Subject::Event(id) => self.key_of(Selection::Event(id)),
            Subject::Statement(id) => self.key_of(Selection::Statement(id)),
            Subject::Bulk(_) => None,
        }
    }

    /// The selection with an id in the file.
    pub(in crate::session) fn find(&self, key: &str) -> Option<Selection> {
        let dataset = &self.world.dataset;
        let event = |key: &str| dataset.find_event(key).map(Selection::Event);
        let statement = |key: &str| dataset.find_statement(key).map(Selection::Statement);
        let treaty = |key: &str| dataset.find_treaty(key).map(Selection::Treaty);
        let source = |key: &str| dataset.find_source(key).map(Selection::Source);
        let speaker = |key: &str| dataset.find_speaker(key).map(Selection::Speaker);
        let plain = event(key).or_else(|| statement(key)).or_else(|| treaty(key)).or_else(|| source(key));
        plain
            .or_else(|| event(key.strip_prefix(EVENT)?))
            .or_else(|| statement(key.strip_prefix(STATEMENT)?))
            .or_else(|| treaty(key.strip_prefix(TREATY)?))
            .or_else(|| source(key.strip_prefix(SOURCE)?))
            .or_else(|| speaker(key.strip_prefix(SPEAKER)?))
    }

    /// The mark with an id in the file.
    pub(in crate::session) fn find_mark(&self, key: &str) -> Option<Subject> {
        match self.find(key)? {
            Selection::Event(id) => Some(Subject::Event(id)),
            Selection::Statement(id) => Some(Subject::Statement(id)),
            _ => None,
        }
    }
}
