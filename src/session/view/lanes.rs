//! The arrangement of lanes: collapsed groups, pinned and hidden lanes.

use std::collections::BTreeSet;

use crate::domain::TreatyId;
use crate::session::Session;
use crate::timeline::{Arrangement, Rows, Scene, Selection};

impl Session {
    pub(in crate::session) fn toggle_group(&mut self, category: usize) {
        let mut folded = self.view.arrangement.collapsed.clone();
        if !folded.remove(&category) {
            folded.insert(category);
        }
        self.fold(folded);
    }

    pub(in crate::session) fn fold(&mut self, folded: BTreeSet<usize>) {
        self.arrange(Arrangement { collapsed: folded, ..self.view.arrangement.clone() });
    }

    /// Puts the lanes in another arrangement.
    pub(in crate::session) fn arrange(&mut self, arrangement: Arrangement) {
        self.view.arrangement = arrangement;
        self.lay_out();
        self.view.current = self.within_rows(self.view.current);
    }

    /// Lays the rows out anew, for another arrangement, world or window.
    pub(in crate::session) fn lay_out(&mut self) {
        let height = self.world.lane_height(f64::from(Scene::plot_height(self.view.size)));
        let parties = self.gather_party_lanes();
        let dataset = &self.world.dataset;
        self.view.rows = match &self.filter.result {
            None => Rows::with_parties(dataset, &self.view.arrangement, height, parties),
            Some(filtered) => {
                let mut arrangement = self.view.arrangement.clone();
                arrangement.hidden.extend(filtered.hidden());
                arrangement.pinned.retain(|treaty| !arrangement.hidden.contains(treaty));
                Rows::with_parties(dataset, &arrangement, height, parties)
            }
        };
    }

    /// Pins the selected treaty's lane above all others, or lets it go.
    pub(in crate::session) fn pin_lane(&mut self) {
        let Some(treaty) = self.selected_treaty() else { return self.ask_for_lane() };
        let mut next = self.view.arrangement.clone();
        if next.pinned.contains(&treaty) {
            next.pinned.retain(|&other| other != treaty);
        } else {
            next.pinned.push(treaty);
            next.hidden.remove(&treaty);
        }
        self.arrange(next);
        self.bring_into_view();
    }

    /// Puts a lane among the pinned ones, before so many of the others, or back to its category.
    pub(in crate::session) fn place_lane(&mut self, treaty: TreatyId, place: Option<usize>) {
        let mut next = self.view.arrangement.clone();
        let was = next.pinned.iter().position(|&other| other == treaty);
        next.pinned.retain(|&other| other != treaty);
        if let Some(place) = place {
            // Places are counted with the lane where it was.
            let place = place - usize::from(was.is_some_and(|was| was < place));
            next.pinned.insert(place.min(next.pinned.len()), treaty);
        }
        self.arrange(next);
    }

    /// Moves the selected treaty's lane among the pinned ones.
    pub(in crate::session) fn move_pinned(&mut self, by: isize) {
        let pinned = &self.view.arrangement.pinned;
        let place =
            self.selected_treaty().and_then(|treaty| pinned.iter().position(|&other| other == treaty));
        let Some(place) = place else { return self.ask_for_lane() };
        if let Some(other) = place.checked_add_signed(by).filter(|&other| other < pinned.len()) {
            let mut next = self.view.arrangement.clone();
            next.pinned.swap(place, other);
            self.arrange(next);
        }
    }

    /// Hides the selected treaty's lane.
    pub(in crate::session) fn hide_lane(&mut self) {
        let Some(treaty) = self.selected_treaty() else { return self.ask_for_lane() };
        let mut next = self.view.arrangement.clone();
        next.hidden.insert(treaty);
        next.pinned.retain(|&other| other != treaty);
        self.arrange(next);
        self.selection.selected = Selection::Nothing;
        self.notice = Some((self.strings().view.lane_hidden)(&self.world.dataset.treaty(treaty).name));
    }

    /// Shows a treaty's lane, wherever it was put away.
    pub(in crate::session) fn uncover(&mut self, treaty: TreatyId) {
        let mut next = self.view.arrangement.clone();
        next.hidden.remove(&treaty);
        if !next.pinned.contains(&treaty) {
            next.collapsed.remove(&self.world.dataset.treaty(treaty).category);
        }
        self.arrange(next);
    }

    pub(in crate::session) fn ask_for_lane(&mut self) {
        self.notice = Some(self.strings().view.select_treaty.to_owned());
    }
}
