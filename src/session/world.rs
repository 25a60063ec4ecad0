//! An open dataset with all that is derived from it once, off the interface thread.

use std::path::PathBuf;

use crate::diagnostics::Report;
use crate::domain::{Dataset, EventKind};
use crate::index::Index;
use crate::timeline::Limits;

/// An open dataset: replaced as a whole or not at all.
#[derive(Debug)]
pub struct World {
    /// The dataset.
    pub dataset: Dataset,
    /// Its index.
    pub index: Index,
    /// How far a view of it may be moved.
    pub limits: Limits,
    /// The types of event that occur in it, in the order of a treaty's life.
    pub event_kinds: Vec<EventKind>,
    /// The name of its file.
    pub name: String,
    /// Where it was read from; `None` for the bundled one.
    pub path: Option<PathBuf>,
    /// What is not quite right with it.
    pub report: Report,
}

impl World {
    /// Derives everything from a dataset.
    pub fn new(dataset: Dataset, report: Report, name: String, path: Option<PathBuf>) -> Self {
        let mut event_kinds: Vec<EventKind> = dataset.events().iter().map(|event| event.kind).collect();
        event_kinds.sort_unstable();
        event_kinds.dedup();
        Self {
            event_kinds,
            index: Index::new(&dataset),
            limits: Limits::of(&dataset),
            dataset,
            name,
            path,
            report,
        }
    }
}
