//! What a step changed, and how that is said.

use crate::domain::{Moment, TreatyId};
use crate::session::Session;
use crate::timeline::{LayerSettings, Selection};

use super::reversible::Reversible;

/// What a step changed; of several things the most conspicuous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The filter was cleared.
    FilterCleared,
    /// The filter was changed.
    Filter,
    /// A lane was hidden.
    Hidden(TreatyId),
    /// Several lanes were hidden.
    HiddenSeveral(usize),
    /// Hidden lanes were shown again.
    Shown,
    /// A lane was pinned.
    Pinned(TreatyId),
    /// A lane was unpinned.
    Unpinned(TreatyId),
    /// Several lanes were unpinned.
    PinsCleared,
    /// Lanes were arranged otherwise: the order of the pinned ones, collapsed groups, expanded parties.
    Lanes,
    /// A layer was hidden, by its index in the dataset.
    LayerHidden(usize),
    /// A layer was removed.
    LayerRemoved(usize),
    /// Layers were arranged otherwise: shown, ordered, named, drawn behind the lanes.
    Layers,
    /// The status date was set to a day, or cleared.
    StatusDate(Option<Moment>),
    /// Nothing is selected any more.
    Deselected,
    /// Something else is selected.
    Selection,
}

impl Change {
    /// What is different in `after`; `None` if nothing is.
    pub(super) fn between(before: &Reversible, after: &Reversible) -> Option<Self> {
        if before.filter != after.filter {
            return Some(if after.filter.is_empty() { Self::FilterCleared } else { Self::Filter });
        }
        if before.arrangement != after.arrangement {
            return Some(Self::of_lanes(before, after));
        }
        if before.status_date != after.status_date {
            return Some(Self::StatusDate(after.status_date));
        }
        let has_selection = |state: &Reversible| {
            state.selected != Selection::Nothing || !state.several.is_empty() || state.time_range.is_some()
        };
        let is_same = before.selected == after.selected
            && before.several == after.several
            && before.time_range == after.time_range;
        match (is_same, has_selection(after)) {
            (true, _) => None,
            (false, false) => Some(Self::Deselected),
            (false, true) => Some(Self::Selection),
        }
    }

    fn of_lanes(before: &Reversible, after: &Reversible) -> Self {
        let (before, after) = (&before.arrangement, &after.arrangement);
        if before.layers != after.layers {
            return Self::of_layers(&before.layers, &after.layers);
        }
        let mut hidden = after.hidden.difference(&before.hidden);
        let mut pinned = after.pinned.iter().filter(|treaty| !before.pinned.contains(treaty));
        let mut unpinned = before.pinned.iter().filter(|treaty| !after.pinned.contains(treaty));
        match (hidden.next(), hidden.count()) {
            (Some(&treaty), 0) => return Self::Hidden(treaty),
            (Some(_), more) => return Self::HiddenSeveral(more + 1),
            (None, _) => {}
        }
        match (pinned.next(), unpinned.next(), unpinned.next()) {
            (Some(&treaty), ..) => Self::Pinned(treaty),
            (None, Some(&treaty), None) => Self::Unpinned(treaty),
            (None, Some(_), Some(_)) => Self::PinsCleared,
            (None, None, _) if after.hidden.len() < before.hidden.len() => Self::Shown,
            (None, None, _) => Self::Lanes,
        }
    }

    fn of_layers(before: &[LayerSettings], after: &[LayerSettings]) -> Self {
        let was = |choice: &LayerSettings| before.iter().find(|other| other.layer == choice.layer);
        let removed = after
            .iter()
            .find(|choice| choice.is_removed && was(choice).is_some_and(|before| !before.is_removed));
        let hidden = after
            .iter()
            .find(|choice| choice.is_hidden && was(choice).is_some_and(|before| !before.is_hidden));
        match (removed, hidden) {
            (Some(choice), _) => Self::LayerRemoved(choice.layer),
            (None, Some(choice)) => Self::LayerHidden(choice.layer),
            (None, None) => Self::Layers,
        }
    }

    /// Whether a message about it offers to undo it: it took something from sight, or from a selection made by hand.
    pub(super) fn offers_undo(self) -> bool {
        match self {
            Self::StatusDate(_) | Self::Selection => false,
            Self::FilterCleared
            | Self::Filter
            | Self::Hidden(_)
            | Self::HiddenSeveral(_)
            | Self::Shown
            | Self::Pinned(_)
            | Self::Unpinned(_)
            | Self::PinsCleared
            | Self::Lanes
            | Self::LayerHidden(_)
            | Self::LayerRemoved(_)
            | Self::Layers
            | Self::Deselected => true,
        }
    }
}

impl Session {
    /// How a change is said after `Undone:`.
    pub(super) fn words_for(&self, change: Change) -> String {
        let strings = self.strings();
        let history = &strings.history;
        let name = |treaty| &*self.world.dataset.treaty(treaty).name;
        match change {
            Change::FilterCleared => history.filter_cleared.to_owned(),
            Change::Filter => history.filter_changed.to_owned(),
            Change::Hidden(treaty) => (history.lane_hidden)(name(treaty)),
            Change::HiddenSeveral(count) => (history.lanes_hidden)(count),
            Change::Shown => history.lanes_shown.to_owned(),
            Change::Pinned(treaty) => (history.lane_pinned)(name(treaty)),
            Change::Unpinned(treaty) => (history.lane_unpinned)(name(treaty)),
            Change::PinsCleared => history.pins_cleared.to_owned(),
            Change::Lanes => history.lanes_changed.to_owned(),
            Change::LayerHidden(layer) => (strings.layers.step_hidden)(self.chosen_name(layer)),
            Change::LayerRemoved(layer) => (strings.layers.step_removed)(self.chosen_name(layer)),
            Change::Layers => strings.layers.step_changed.to_owned(),
            Change::StatusDate(Some(day)) => (history.status_date_set)(&(strings.dates.day)(day)),
            Change::StatusDate(None) => history.status_date_cleared.to_owned(),
            Change::Deselected => history.selection_cleared.to_owned(),
            Change::Selection => history.selection_changed.to_owned(),
        }
    }

    /// The message of a change that one might not have meant, where its command says nothing itself.
    pub(super) fn message_of(&self, change: Change) -> Option<String> {
        let history = &self.strings().history;
        match change {
            Change::FilterCleared => Some(history.message_filter_cleared.to_owned()),
            Change::Hidden(treaty) => {
                Some((self.strings().view.lane_hidden)(&self.world.dataset.treaty(treaty).name))
            }
            Change::HiddenSeveral(count) => Some((history.message_lanes_hidden)(count)),
            Change::PinsCleared => Some(history.message_pins_cleared.to_owned()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::Status;
    use crate::session::filter::criteria::{Facet, Filter};
    use crate::timeline::Arrangement;

    fn lanes(hidden: &[usize], pinned: &[usize]) -> Reversible {
        let ids = |indices: &[usize]| indices.iter().map(|&index| TreatyId::new(index)).collect::<Vec<_>>();
        let arrangement = Arrangement {
            hidden: ids(hidden).into_iter().collect(),
            pinned: ids(pinned),
            ..Arrangement::default()
        };
        Reversible { arrangement: Arc::new(arrangement), ..Reversible::default() }
    }

    #[test]
    fn a_change_is_named_after_its_most_conspicuous_part() {
        let treaty = TreatyId::new;
        let none = Reversible::default();
        let filtered = Reversible {
            filter: Arc::new(Filter::only(Facet::Status(Status::InForce))),
            ..Reversible::default()
        };
        let selected = Reversible { selected: Selection::Treaty(treaty(1)), ..Reversible::default() };
        for (before, after, change) in [
            (&none, &none, None),
            (&none, &filtered, Some(Change::Filter)),
            (&filtered, &selected, Some(Change::FilterCleared)),
            (&none, &lanes(&[3], &[]), Some(Change::Hidden(treaty(3)))),
            (&lanes(&[], &[3]), &lanes(&[3], &[]), Some(Change::Hidden(treaty(3)))),
            (&none, &lanes(&[1, 3], &[]), Some(Change::HiddenSeveral(2))),
            (&lanes(&[1, 3], &[]), &none, Some(Change::Shown)),
            (&none, &lanes(&[], &[2]), Some(Change::Pinned(treaty(2)))),
            (&lanes(&[], &[1, 2]), &lanes(&[], &[1]), Some(Change::Unpinned(treaty(2)))),
            (&lanes(&[], &[1, 2]), &none, Some(Change::PinsCleared)),
            (&lanes(&[], &[1, 2]), &lanes(&[], &[2, 1]), Some(Change::Lanes)),
            (&none, &selected, Some(Change::Selection)),
            (&selected, &none, Some(Change::Deselected)),
        ] {
            assert_eq!(Change::between(before, after), change);
        }
    }
}
