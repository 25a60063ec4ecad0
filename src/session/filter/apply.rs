//! Applying the filter: what it leaves, and what follows from that.

use crate::domain::PartyId;
use crate::levels::Index;
use crate::search::Item;
use crate::session::{AsOf, Session, search::state::item_of};
use crate::timeline::Selection;

use super::facets::Filter;
use super::filtered::{Facets, Filtered};
use super::keys::heir_of;

impl Session {
    /// Shows another part of the record.
    pub(in crate::session) fn set_filter(&mut self, filter: Filter) {
        if filter == self.filter.active {
            return;
        }
        self.filter.active = filter;
        self.filter_again();
        self.find_again();
    }

    /// Works out anew what the filter leaves: for another filter, or another day of the law.
    pub(in crate::session) fn filter_again(&mut self) {
        let was_filtered = self.filter.result.is_some();
        let states = self.law.status.as_ref().map(AsOf::states);
        let filtered =
            (!self.filter.active.is_empty()).then(|| Filtered::new(&self.world, &self.filter.active, states));
        self.filter.result = filtered;
        self.read_regime();
        self.order_table();
        if was_filtered || self.filter.result.is_some() {
            self.forget_party_lanes();
            if item_of(self.selection.selected).is_some_and(|item| !self.shows(item)) {
                self.selection.selected = Selection::Nothing;
            }
            self.lay_out();
            self.view.current = self.within_rows(self.view.current);
        }
    }

    /// Whether the filter shows something.
    pub fn shows(&self, item: Item) -> bool {
        self.filter.result.as_ref().is_none_or(|filtered| filtered.shows(item))
    }

    /// The index of what is shown.
    pub fn index(&self) -> &Index {
        self.filter.result.as_ref().map_or(&self.world.index, |filtered| &filtered.index)
    }

    /// The state that a party is today, which stands for its predecessors in filters.
    pub fn heir_of(&self, party: PartyId) -> PartyId {
        heir_of(&self.world.dataset, party)
    }

    /// What there is to filter by.
    pub fn facets(&self) -> &Facets {
        self.filter.result.as_ref().map_or_else(|| self.world.facets(), |filtered| &filtered.facets)
    }
}
