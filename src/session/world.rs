//! An open dataset with all that is derived from it once, off the interface thread.

use std::path::PathBuf;

use crate::diagnostics::Report;
use crate::domain::{Dataset, EventKind, PhaseKind, Statement, TreatyId};
use crate::index::Index;
use crate::timeline::{Ink, Limits, ink_of_country};

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
    /// The phases that occur in it, in the order of a treaty's life.
    pub phase_kinds: Vec<PhaseKind>,
    /// Whether a notice of withdrawal ran in it.
    pub has_notices: bool,
    /// For whom words are spoken in it, by the ink they are drawn in.
    pub speaker_inks: Vec<Ink>,
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
        let treaties = || (0..dataset.treaties().len()).map(TreatyId::new);
        let mut phase_kinds: Vec<PhaseKind> =
            treaties().flat_map(|treaty| dataset.phases(treaty)).map(|phase| phase.kind).collect();
        phase_kinds.sort_unstable();
        phase_kinds.dedup();
        let country = |statement: &Statement| statement.country.map(|party| &*dataset.party(party).key);
        let mut speaker_inks: Vec<Ink> =
            dataset.statements().iter().map(|statement| ink_of_country(country(statement))).collect();
        speaker_inks.sort_unstable();
        speaker_inks.dedup();
        Self {
            has_notices: treaties().any(|treaty| !dataset.notices(treaty).is_empty()),
            phase_kinds,
            speaker_inks,
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
