//! Sets the filter, and recomputes what depends on it.

use std::borrow::Cow;

use crate::domain::PartyId;
use crate::levels::Index;
use crate::search::Item;
use crate::session::Session;
use crate::session::search::state::item_of;
use crate::timeline::Selection;

use super::criteria::Filter;
use super::facet_counts::FacetCounts;
use super::filter_result::FilterResult;
use super::matching::Hidden;
use super::packed_properties::legal_successor;

impl Session {
    pub(in crate::session) fn set_filter(&mut self, filter: Filter) {
        if filter == self.filter.active {
            return;
        }
        self.filter.active = filter;
        self.update_filter_result();
        self.search_again();
    }

    /// Recomputes the result of the filter: for another filter, other hidden lanes or another status date.
    pub(in crate::session) fn update_filter_result(&mut self) {
        let was_filtered = self.filter.result.is_some();
        let statuses = self.statuses().statuses();
        let mut hidden = Cow::Borrowed(&self.view.arrangement.hidden);
        if self.view.arrangement.hides_layers() {
            hidden.to_mut().extend(self.treaties_of_hidden_layers());
        }
        let hidden = Hidden { treaties: &hidden, arrangement: &self.view.arrangement };
        let is_everything = self.filter.active.is_empty() && hidden.is_empty() || self.world.bulk.is_some();
        let filtered =
            (!is_everything).then(|| FilterResult::new(&self.world, &self.filter.active, statuses, hidden));
        self.filter.result = filtered;
        self.filter.generation += 1;
        self.count_statuses();
        self.update_matrix();
        self.sort_table();
        if was_filtered || self.filter.result.is_some() {
            self.clear_party_lanes();
            if item_of(self.selection.selected).is_some_and(|item| !self.shows(item)) {
                self.selection.selected = Selection::Nothing;
            }
            self.lay_out_rows();
            self.view.current = self.within_rows(self.view.current);
        }
    }

    /// Whether an item is shown: by the filter, and in a lane that is not hidden.
    pub fn shows(&self, item: Item) -> bool {
        self.filter.result.as_ref().is_none_or(|filtered| filtered.shows(item))
    }

    /// The index of what the filter shows.
    pub fn index(&self) -> &Index {
        self.filter.result.as_ref().map_or(&self.world.index, |filtered| &filtered.index)
    }

    /// The present legal successor of a party, or the party itself. Filters count predecessors under it.
    pub fn legal_successor(&self, party: PartyId) -> PartyId {
        legal_successor(&self.world.dataset, party)
    }

    /// The values of facets that the filter leaves to choose from, with counts.
    pub fn facets(&self) -> &FacetCounts {
        match &self.filter.result {
            Some(filtered) => &filtered.facets,
            None => self
                .filter
                .unfiltered
                .get_or_init(|| self.world.facets().with_statuses(self.statuses().statuses())),
        }
    }
}
