//! Treaties expanded into a lane for each of their parties.

use crate::domain::{EventId, PartyId, StatementId, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::session::filter::criteria::Facet;
use crate::timeline::{MAX_PARTIES, PartyLanes, Showing};

impl Session {
    pub(in crate::session) fn toggle_selected_parties(&mut self) {
        match self.selected_treaty() {
            Some(treaty) => self.toggle_parties(treaty),
            None => self.ask_for_lane(),
        }
    }

    /// Expands a treaty into a lane for each party, or collapses it.
    pub(in crate::session) fn toggle_parties(&mut self, treaty: TreatyId) {
        let mut next = self.view.arrangement.clone();
        if next.expanded.remove(&treaty) {
            return self.arrange(next);
        }
        next.expanded.insert(treaty);
        self.arrange(next);
        let count = self.view.party_lanes.of(treaty).len();
        let name = &self.world.dataset.treaty(treaty).name;
        let strings = self.strings();
        match count {
            0 => {
                let message = (strings.view.no_parties)(name);
                let mut next = self.view.arrangement.clone();
                next.expanded.remove(&treaty);
                self.arrange(next);
                self.status_message = Some(message);
            }
            MAX_PARTIES => self.status_message = Some((strings.view.first_parties)(name, MAX_PARTIES)),
            _ => self.status_message = Some((strings.view.parties_shown)(name, count)),
        }
        if self.view.rows.has_lane(treaty) {
            self.bring_lanes_into_view(treaty);
        }
    }

    /// Computes the lanes of the parties of expanded treaties that are not computed yet, and returns all of them.
    pub(in crate::session) fn update_party_lanes(&mut self) -> PartyLanes {
        let world = std::sync::Arc::clone(&self.world);
        if world.bulk.is_some() {
            return PartyLanes::default();
        }
        let mut lanes = std::mem::take(&mut self.view.party_lanes);
        lanes.retain(|treaty| self.view.arrangement.expanded.contains(&treaty));
        // A filter by parties also selects their lanes.
        let selected: Vec<PartyId> = self
            .filter
            .active
            .chosen()
            .filter_map(|facet| if let Facet::Party(party) = facet { Some(party) } else { None })
            .collect();
        let showing = Showing {
            party: &|id: PartyId| selected.is_empty() || selected.contains(&self.legal_successor(id)),
            event: &|id: EventId| self.shows(Item::Event(id)),
            statement: &|id: StatementId| self.shows(Item::Statement(id)),
        };
        for &treaty in &self.view.arrangement.expanded {
            lanes.expand(&world.dataset, treaty, &showing);
        }
        self.view.party_lanes = lanes.clone();
        lanes
    }

    /// Discards the lanes of parties: the dataset or the filter is another one.
    pub(in crate::session) fn clear_party_lanes(&mut self) {
        self.view.party_lanes = PartyLanes::default();
    }

    /// The lanes of the parties of expanded treaties.
    pub fn party_lanes(&self) -> &PartyLanes {
        &self.view.party_lanes
    }

    /// Whether a treaty can be expanded into lanes of its parties.
    pub fn has_parties(&self, treaty: TreatyId) -> bool {
        self.world.bulk.is_none() && self.index().has_parties(treaty)
    }

    /// Whether a treaty is expanded into lanes of its parties.
    pub fn shows_parties(&self, treaty: TreatyId) -> bool {
        self.view.arrangement.expanded.contains(&treaty)
    }
}
