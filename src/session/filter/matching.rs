//! Which treaties, events and statements match a filter.

use std::collections::BTreeSet;

use crate::domain::{Dataset, EventId, StatementId, Status, TreatyId};
use crate::timeline::Arrangement;

use super::criteria::Filter;
use super::packed_properties::{CompiledFilter, FilterProperties};

/// What a filter is matched against.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) properties: &'a FilterProperties,
    /// The status of each treaty on the status date, or without one today.
    pub(super) statuses: &'a [Status],
    /// What is hidden does not match whatever the filter says.
    pub(super) hidden: Hidden<'a>,
}

/// What is hidden: treaties whose lanes are, those of hidden layers among them, and whole layers.
#[derive(Clone, Copy)]
pub(in crate::session) struct Hidden<'a> {
    pub(in crate::session) treaties: &'a BTreeSet<TreatyId>,
    pub(in crate::session) arrangement: &'a Arrangement,
}

impl Hidden<'_> {
    /// Whether nothing is.
    pub(super) fn is_empty(self) -> bool {
        self.treaties.is_empty() && !self.arrangement.hides_layers()
    }

    /// The treaties of hidden layers.
    pub(super) fn by_layer(self, dataset: &Dataset) -> BTreeSet<TreatyId> {
        if !self.arrangement.hides_layers() {
            return BTreeSet::new();
        }
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        treaties.filter(|&id| self.arrangement.hides_layer(dataset.layer_of_treaty(id))).collect()
    }
}

impl Matcher<'_> {
    pub(super) fn shown(self, filter: &Filter) -> Shown {
        let Self { dataset, properties, statuses, hidden } = self;
        let filter = CompiledFilter::new(dataset, properties, filter);
        let mut treaties: Vec<bool> = (0..dataset.treaties().len())
            .map(TreatyId::new)
            .map(|id| !hidden.treaties.contains(&id) && filter.treaty(dataset, properties, id, statuses))
            .collect();
        let event =
            |id| treaties[properties.event(id).treaty.index()] && filter.event(dataset, properties, id);
        let events: Vec<bool> = (0..dataset.events().len()).map(|index| event(EventId::new(index))).collect();
        let mut statements = vec![false; dataset.statements().len()];
        for id in (0..treaties.len()).map(TreatyId::new) {
            if !treaties[id.index()] {
                continue;
            }
            let mut has_any = dataset.events_of(id).iter().any(|id| events[id.index()]);
            for &id in dataset.statements_of(id) {
                let is_shown = filter.statement(properties.statement(id));
                statements[id.index()] |= is_shown;
                has_any |= is_shown;
            }
            // A filter by events or statements hides treaties of which it leaves none.
            treaties[id.index()] = has_any || !filter.filters_events();
        }
        // What is about no treaty is in no lane that could be hidden.
        for (index, statement) in dataset.statements().iter().enumerate() {
            let is_hidden =
                || hidden.arrangement.hides_layer(dataset.layer_of_statement(StatementId::new(index)));
            statements[index] |= statement.about.is_empty()
                && !is_hidden()
                && filter.statement_without_treaty(properties.statement(StatementId::new(index)));
        }
        Shown { treaties, events, statements }
    }
}

/// Which items pass a filter, by their index in the dataset.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) treaties: Vec<bool>,
    pub(super) events: Vec<bool>,
    pub(super) statements: Vec<bool>,
}

impl Shown {
    pub(super) fn treaties(&self) -> impl Iterator<Item = TreatyId> {
        shown_indices(&self.treaties).map(TreatyId::new)
    }

    pub(super) fn events(&self) -> impl Iterator<Item = EventId> {
        shown_indices(&self.events).map(EventId::new)
    }

    pub(super) fn statements(&self) -> impl Iterator<Item = StatementId> {
        shown_indices(&self.statements).map(StatementId::new)
    }
}

fn shown_indices(are_shown: &[bool]) -> impl Iterator<Item = usize> {
    are_shown.iter().enumerate().filter(|(_, is_shown)| **is_shown).map(|(index, _)| index)
}
