//! The arrangement of lanes: collapsed groups, pinned and hidden lanes.

use std::collections::BTreeSet;

use crate::domain::TreatyId;
use crate::session::Session;
use crate::timeline::{Arrangement, Rows, Scene, Selection};

impl Session {
    pub(in crate::session) fn toggle_group(&mut self, category: usize) {
        let mut collapsed = self.view.arrangement.collapsed.clone();
        if !collapsed.remove(&category) {
            collapsed.insert(category);
        }
        self.collapse_groups(collapsed);
    }

    /// Collapses the groups of these categories, and expands all others.
    pub(in crate::session) fn collapse_groups(&mut self, collapsed: BTreeSet<usize>) {
        self.arrange(Arrangement { collapsed, ..self.view.arrangement.clone() });
    }

    pub(in crate::session) fn arrange(&mut self, arrangement: Arrangement) {
        let before = &self.view.arrangement;
        let are_layers_changed = arrangement.layers != before.layers;
        let hides_others = arrangement.hidden != before.hidden || are_layers_changed;
        self.view.arrangement = arrangement;
        if hides_others {
            // What lies in a hidden lane is neither counted nor found.
            self.update_filter_result();
            self.search_again();
        }
        if are_layers_changed {
            self.set_chart(self.figures.choice.clone());
        }
        self.lay_out_rows();
        self.view.current = self.within_rows(self.view.current);
    }

    /// Recomputes the rows: for another arrangement, filter, dataset or window size.
    pub(in crate::session) fn lay_out_rows(&mut self) {
        let plot_height = f64::from(Scene::plot_height(self.view.size));
        let metrics = self.row_metrics(plot_height);
        let parties = self.update_party_lanes();
        let dataset = &self.world.dataset;
        let mut arrangement = self.view.arrangement.clone();
        if let Some(filtered) = &self.filter.result {
            arrangement.hidden.extend(filtered.hidden());
            arrangement.pinned.retain(|treaty| !arrangement.hidden.contains(treaty));
        }
        let mut rows = Rows::with_parties(dataset, &arrangement, metrics, parties);
        if self.world.bulk.is_none() {
            rows.gather_collapsed(dataset, self.index(), &arrangement);
            self.fit_rows(&mut rows, plot_height);
        }
        self.view.rows = rows;
    }

    /// The treaties without a lane, because it is hidden or because the filter leaves nothing of it.
    pub fn hidden_lanes(&self) -> BTreeSet<TreatyId> {
        let mut hidden = self.view.arrangement.hidden.clone();
        if let Some(filtered) = &self.filter.result {
            hidden.extend(filtered.hidden());
        }
        hidden
    }

    /// Pins the selected treaty's lane above all others, or unpins it.
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

    /// Pins a lane at an index among the pinned ones, or unpins it for `None`.
    pub(in crate::session) fn move_lane(&mut self, treaty: TreatyId, index: Option<usize>) {
        let mut next = self.view.arrangement.clone();
        let before = next.pinned.iter().position(|&other| other == treaty);
        next.pinned.retain(|&other| other != treaty);
        if let Some(index) = index {
            // The index counts the lane itself, which is removed by now.
            let index = index - usize::from(before.is_some_and(|before| before < index));
            next.pinned.insert(index.min(next.pinned.len()), treaty);
        }
        self.arrange(next);
    }

    /// Moves the selected treaty's lane among the pinned ones.
    pub(in crate::session) fn move_pinned_lane(&mut self, by: isize) {
        let pinned = &self.view.arrangement.pinned;
        let index =
            self.selected_treaty().and_then(|treaty| pinned.iter().position(|&other| other == treaty));
        let Some(index) = index else { return self.ask_for_lane() };
        if let Some(other) = index.checked_add_signed(by).filter(|&other| other < pinned.len()) {
            let mut next = self.view.arrangement.clone();
            next.pinned.swap(index, other);
            self.arrange(next);
        }
    }

    pub(in crate::session) fn hide_lane(&mut self) {
        let Some(treaty) = self.selected_treaty() else { return self.ask_for_lane() };
        let mut next = self.view.arrangement.clone();
        next.hidden.insert(treaty);
        next.pinned.retain(|&other| other != treaty);
        self.arrange(next);
        self.selection.selected = Selection::Nothing;
        self.status_message =
            Some((self.strings().view.lane_hidden)(&self.world.dataset.treaty(treaty).name));
    }

    /// Shows a treaty's lane: expands its group, or shows it again if it was hidden.
    pub(in crate::session) fn reveal_lane(&mut self, treaty: TreatyId) {
        let mut next = self.view.arrangement.clone();
        next.hidden.remove(&treaty);
        if !next.pinned.contains(&treaty) {
            next.collapsed.remove(&self.world.dataset.treaty(treaty).category);
        }
        self.arrange(next);
    }

    pub(in crate::session) fn ask_for_lane(&mut self) {
        self.status_message = Some(self.strings().view.select_treaty.to_owned());
    }
}
