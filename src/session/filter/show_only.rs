//! Showing only some treaties, bringing back what is hidden, and the time range of what is shown.

use std::collections::BTreeSet;

use crate::domain::{About, Moment, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::session::view::lane_height::FilteredHeight;
use crate::timeline::{Arrangement, Subject};

use super::criteria::{Facet, Filter};

impl Session {
    /// The treaties of the selection and of the multi-selection, in the dataset's order.
    pub fn selected_treaties(&self) -> Vec<TreatyId> {
        let several = self.selection.several.iter().filter_map(|subject| match *subject {
            Subject::Event(id) => Some(self.world.dataset.event(id).treaty),
            Subject::Statement(id) => self.treaties_of(Item::Statement(id)).first().copied(),
            Subject::Bulk(_) => None,
        });
        let treaties: BTreeSet<TreatyId> = several.chain(self.selected_treaty()).collect();
        treaties.into_iter().collect()
    }

    /// The treaties that `Show only` in the menu of a treaty's lane means: those of the selection if it is one of
    /// several, otherwise the treaty alone.
    pub fn treaties_with(&self, treaty: TreatyId) -> Vec<TreatyId> {
        let selected = self.selected_treaties();
        if selected.contains(&treaty) { selected } else { vec![treaty] }
    }

    /// Whether the filter shows exactly these treaties.
    pub fn shows_only_treaties(&self, treaties: &[TreatyId]) -> bool {
        !treaties.is_empty() && self.filter.active == self.filter_by_treaties(treaties)
    }

    /// Shows only these treaties beside the other facets of the filter.
    pub(in crate::session) fn show_only_treaties(&mut self, treaties: &[TreatyId]) {
        if treaties.is_empty() || self.world.bulk.is_some() {
            return;
        }
        self.unhide(treaties);
        self.set_filter(self.filter_by_treaties(treaties));
    }

    /// Whether the filter shows exactly the treaties of one category.
    pub fn shows_only_group(&self, category: usize) -> bool {
        self.filter.active.of_kind(Facet::Category(0)).eq([Facet::Category(category)])
    }

    /// Shows only the treaties of a category beside the other facets of the filter, and its lanes if they are collapsed.
    pub(in crate::session) fn show_only_group(&mut self, category: usize) {
        if self.world.bulk.is_some() {
            return;
        }
        if self.view.arrangement.collapsed.contains(&category) {
            self.toggle_group(category);
        }
        // Whatever height was chosen for another filter: here all of it is asked for.
        self.view.filtered_height = FilteredHeight::Preferred;
        self.set_filter(self.filter.active.with_only(Facet::Category(category)));
    }

    /// Clears the filter and shows every hidden lane.
    pub(in crate::session) fn show_hidden(&mut self) {
        self.set_filter(Filter::default());
        self.show_all_lanes();
    }

    /// Shows only the treaties of the selection; all again if it shows only them.
    pub(in crate::session) fn toggle_only_selected(&mut self) {
        let treaties = self.selected_treaties();
        if treaties.is_empty() {
            self.ask_for_lane();
        } else if self.shows_only_treaties(&treaties) {
            self.set_filter(self.filter.active.without(Facet::Treaty(TreatyId::new(0))));
        } else {
            self.show_only_treaties(&treaties);
        }
    }

    fn filter_by_treaties(&self, treaties: &[TreatyId]) -> Filter {
        let mut filter = self.filter.active.without(Facet::Treaty(TreatyId::new(0)));
        let treaties: BTreeSet<TreatyId> = treaties.iter().copied().collect();
        for treaty in treaties {
            filter.toggle(Facet::Treaty(treaty));
        }
        filter
    }

    /// Shows the lanes of these treaties again, as far as they were hidden one by one.
    pub(in crate::session) fn unhide(&mut self, treaties: &[TreatyId]) {
        let (dataset, arrangement) = (&self.world.dataset, &self.view.arrangement);
        let is_hidden = |treaty: &TreatyId| {
            arrangement.hidden.contains(treaty) || arrangement.is_in_hidden_layer(dataset, *treaty)
        };
        if treaties.iter().any(is_hidden) {
            let mut next = arrangement.clone();
            next.hidden.retain(|treaty| !treaties.contains(treaty));
            for choice in &mut next.layers {
                let has = treaties.iter().any(|&treaty| dataset.layer_of_treaty(treaty) == choice.layer);
                choice.is_hidden &= !has;
            }
            self.arrange(next);
        }
    }

    /// Shows an item that is hidden: shows its lanes again and, if that is not enough, clears the filter with a message.
    /// Returns the message.
    pub(in crate::session) fn reveal_item(&mut self, item: Item) -> Option<&'static str> {
        self.unhide(&self.treaties_of(item));
        if self.shows(item) {
            return None;
        }
        let was_filtered = !self.filter.active.is_empty();
        self.set_filter(Filter::default());
        if !self.shows(item) {
            self.show_all_lanes();
        }
        was_filtered.then_some(self.strings().filter.cleared)
    }

    /// Shows every lane that was hidden one by one.
    pub(in crate::session) fn show_all_lanes(&mut self) {
        self.arrange(Arrangement { hidden: BTreeSet::new(), ..self.view.arrangement.clone() });
    }

    /// The treaties in whose lanes an item is drawn; none for a source.
    fn treaties_of(&self, item: Item) -> Vec<TreatyId> {
        let dataset = &self.world.dataset;
        match item {
            Item::Treaty(id) => vec![id],
            Item::Event(id) => vec![dataset.event(id).treaty],
            Item::Statement(id) => {
                let about = dataset.statement(id).about.iter().map(|about| match *about {
                    About::Treaty(treaty) => treaty,
                    About::Event(event) => dataset.event(event).treaty,
                });
                about.collect()
            }
            Item::Source(_) => Vec::new(),
        }
    }

    /// The first and the last moment that anything shown can mean; `None` if nothing with a date is shown.
    pub(in crate::session) fn shown_span(&self) -> Option<(Moment, Moment)> {
        match (&self.filter.result, &self.world.bulk) {
            (Some(filtered), _) => filtered.span(&self.world.dataset),
            (None, Some(bulk)) => bulk.span(),
            (None, None) => self.world.dataset.span(),
        }
    }
}
