//! Treaties unfolded into a lane for each of their parties.

use crate::domain::{EventId, PartyId, StatementId, TreatyId};
use crate::search::Item;
use crate::timeline::{Arrangement, MAX_PARTIES, PartyLanes, Showing};

use crate::session::{Session, filter::facets::Facet};

impl Session {
    /// Unfolds the selected treaty, or folds it.
    pub(in crate::session) fn toggle_selected_parties(&mut self) {
        match self.selected_treaty() {
            Some(treaty) => self.toggle_parties(treaty),
            None => self.ask_for_lane(),
        }
    }

    /// Unfolds a treaty into a lane for each party, or folds it.
    pub(in crate::session) fn toggle_parties(&mut self, treaty: TreatyId) {
        let mut next = self.view.arrangement.clone();
        if next.expanded.remove(&treaty) {
            return self.arrange(next);
        }
        next.expanded.insert(treaty);
        self.arrange(next);
        let count = self.law.party_lanes.of(treaty).len();
        let name = &self.world.dataset.treaty(treaty).name;
        let strings = self.strings();
        match count {
            0 => {
                let notice = (strings.view.no_parties)(name);
                self.arrange(Arrangement {
                    expanded: self
                        .view
                        .arrangement
                        .expanded
                        .iter()
                        .copied()
                        .filter(|&it| it != treaty)
                        .collect(),
                    ..self.view.arrangement.clone()
                });
                self.notice = Some(notice);
            }
            MAX_PARTIES => self.notice = Some((strings.view.first_parties)(name, MAX_PARTIES)),
            _ => self.notice = Some((strings.view.parties_shown)(name, count)),
        }
        if self.view.rows.has_lane(treaty) {
            self.bring_lanes_into_view(treaty);
        }
    }

    /// The lanes of the parties of every treaty that is unfolded; those that are not there yet are worked out.
    pub(in crate::session) fn gather_party_lanes(&mut self) -> PartyLanes {
        let world = std::sync::Arc::clone(&self.world);
        if world.bulk.is_some() {
            return PartyLanes::default();
        }
        let mut lanes = std::mem::take(&mut self.law.party_lanes);
        lanes.retain(|treaty| self.view.arrangement.expanded.contains(&treaty));
        // Who filters by parties wants to see these.
        let chosen: Vec<PartyId> = self
            .filter
            .active
            .chosen()
            .filter_map(|facet| if let Facet::Party(party) = facet { Some(party) } else { None })
            .collect();
        let showing = Showing {
            party: &|id: PartyId| chosen.is_empty() || chosen.contains(&self.heir_of(id)),
            event: &|id: EventId| self.shows(Item::Event(id)),
            statement: &|id: StatementId| self.shows(Item::Statement(id)),
        };
        for &treaty in &self.view.arrangement.expanded {
            lanes.expand(&world.dataset, treaty, &showing);
        }
        self.law.party_lanes = lanes.clone();
        lanes
    }

    /// Forgets what was worked out, for another record or another part of it.
    pub(in crate::session) fn forget_party_lanes(&mut self) {
        self.law.party_lanes = PartyLanes::default();
    }

    /// The lanes of the parties of those treaties that are unfolded.
    pub fn party_lanes(&self) -> &PartyLanes {
        &self.law.party_lanes
    }

    /// Whether the lane of a treaty can be unfolded.
    pub fn has_parties(&self, treaty: TreatyId) -> bool {
        self.world.bulk.is_none() && self.index().has_parties(treaty)
    }

    /// Whether there is a lane for each party of a treaty.
    pub fn shows_parties(&self, treaty: TreatyId) -> bool {
        self.view.arrangement.expanded.contains(&treaty)
    }
}
