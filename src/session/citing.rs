//! What cites each source of a dataset.

use crate::domain::{Dataset, EventId, StatementId, TreatyId};

/// The events and statements that cite a source, and the acts that it lists.
#[derive(Clone, Debug, Default)]
pub struct Citing {
    /// Events with a date from it.
    pub events: Vec<EventId>,
    /// Statements quoted from it, or whose original is.
    pub statements: Vec<StatementId>,
    /// The treaties of which it lists acts of parties, with their number.
    pub acts: Vec<(TreatyId, usize)>,
}

impl Citing {
    /// Of each source, by its number.
    pub(super) fn of_all(dataset: &Dataset) -> Vec<Self> {
        let mut all = vec![Self::default(); dataset.sources().len()];
        for (index, event) in dataset.events().iter().enumerate() {
            for claim in &event.dates {
                let Some(source) = claim.source else { continue };
                let events = &mut all[source.index()].events;
                if events.last() != Some(&EventId::new(index)) {
                    events.push(EventId::new(index));
                }
            }
        }
        for (index, statement) in dataset.statements().iter().enumerate() {
            for source in statement.sources() {
                let statements = &mut all[source.index()].statements;
                if statements.last() != Some(&StatementId::new(index)) {
                    statements.push(StatementId::new(index));
                }
            }
        }
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            for act in dataset.acts_of(treaty) {
                let acts = &mut all[dataset.act(act).source.index()].acts;
                match acts.last_mut() {
                    Some((last, count)) if *last == treaty => *count += 1,
                    _ => acts.push((treaty, 1)),
                }
            }
        }
        all
    }
}
