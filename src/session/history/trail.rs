//! The places to go back and forward to, as in a browser.

use crate::session::selection::details::DetailsTab;
use crate::timeline::{Selection, View};

/// Maximum number of places to go back to.
const MAX_PLACES: usize = 100;

/// What was in the window, and what was selected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Location {
    /// The time and the lanes in the window, as they were when the place was left.
    pub view: View,
    /// What was selected.
    pub selection: Selection,
    /// The tab of the details.
    pub tab: DetailsTab,
    /// The top of the selection's lane among the rows, in points: they may have been rearranged since.
    pub(in crate::session) lane_top: Option<f64>,
}

/// How the present place was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::session) enum Arrival {
    /// By a jump of the view.
    #[default]
    Jump,
    /// By choosing something.
    Choice,
    /// By a step from one thing to the next: a run of steps is one place.
    Step,
    /// By deselecting: the place gives way to the next choice.
    Deselection,
}

/// The places before and after the present one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    back: Vec<Location>,
    forward: Vec<Location>,
    arrival: Arrival,
}

impl Trail {
    /// Leaves a place for a new one, where `selection` is selected. There is nothing to go forward to any more.
    pub(in crate::session) fn arrive(&mut self, left: Location, selection: Selection, arrival: Arrival) {
        self.forward.clear();
        let closes_on_other_command = match self.arrival {
            Arrival::Step => arrival == Arrival::Step,
            Arrival::Deselection => matches!(arrival, Arrival::Choice | Arrival::Step),
            Arrival::Jump | Arrival::Choice => false,
        };
        if !closes_on_other_command {
            self.back.push(left);
            if self.back.len() > MAX_PLACES {
                self.back.remove(0);
            }
        } else if self.arrival == Arrival::Deselection
            && self.back.last().is_some_and(|last| last.selection == selection)
        {
            // What was deselected is selected again.
            self.back.pop();
        }
        self.arrival = arrival;
    }

    /// The place before the present one, if any; `now` becomes the next one forward.
    pub(in crate::session) fn back(&mut self, now: Location) -> Option<Location> {
        let place = self.back.pop()?;
        self.forward.push(now);
        self.arrive_again(&place);
        Some(place)
    }

    /// The place that [`Self::back`] left, if any; `now` becomes the last one back.
    pub(in crate::session) fn forward(&mut self, now: Location) -> Option<Location> {
        let place = self.forward.pop()?;
        self.back.push(now);
        self.arrive_again(&place);
        Some(place)
    }

    fn arrive_again(&mut self, place: &Location) {
        self.arrival = if place.selection == Selection::Nothing { Arrival::Jump } else { Arrival::Choice };
    }

    /// What was selected at each place, to be named anew for another version of the dataset.
    pub(in crate::session) fn selections_mut(&mut self) -> impl Iterator<Item = &mut Selection> {
        self.back.iter_mut().chain(&mut self.forward).map(|place| &mut place.selection)
    }

    /// The places to go back to, the last one at the end.
    pub fn earlier(&self) -> &[Location] {
        &self.back
    }

    /// Whether there is a place to go forward to.
    pub fn has_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Whether anything was selected at a place before or after the present one.
    pub fn has_selection(&self) -> bool {
        self.back.iter().chain(&self.forward).any(|place| place.selection != Selection::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::TreatyId;
    use crate::timeline::TimeView;

    fn place(start: f64, treaty: Option<usize>) -> Location {
        let selection = treaty.map_or(Selection::Nothing, |index| Selection::Treaty(TreatyId::new(index)));
        let view = View { time: TimeView { start, span: 1.0 }, scroll: 0.0 };
        Location { view, selection, tab: DetailsTab::default(), lane_top: None }
    }

    fn arrive(trail: &mut Trail, left: Location, now: Location, arrival: Arrival) {
        trail.arrive(left, now.selection, arrival);
    }

    #[test]
    fn going_back_and_forward_ends_where_it_began_and_a_new_jump_clears_the_way_forward() {
        let mut trail = Trail::default();
        let [a, b, c] = [1.0, 2.0, 3.0].map(|start| place(start, None));
        arrive(&mut trail, a, b, Arrival::Jump);
        arrive(&mut trail, b, c, Arrival::Jump);
        assert_eq!(trail.back(c), Some(b));
        assert_eq!(trail.back(b), Some(a));
        assert_eq!(trail.back(a), None);
        assert_eq!(trail.forward(a), Some(b));
        arrive(&mut trail, b, a, Arrival::Jump);
        assert_eq!(trail.forward(a), None);
    }

    #[test]
    fn a_run_of_steps_is_one_place() {
        let mut trail = Trail::default();
        let places = [None, Some(1), Some(2), Some(3)].map(|treaty| place(0.0, treaty));
        for pair in places.windows(2) {
            arrive(&mut trail, pair[0], pair[1], Arrival::Step);
        }
        assert_eq!(trail.back(places[3]), Some(places[0]));
        assert_eq!(trail.forward(places[0]), Some(places[3]));
    }

    #[test]
    fn nothing_selected_gives_way_to_the_next_choice_but_not_to_a_jump() {
        let mut trail = Trail::default();
        let [nothing, inf, start] = [None, Some(1), Some(2)].map(|treaty| place(0.0, treaty));
        arrive(&mut trail, nothing, inf, Arrival::Choice);
        arrive(&mut trail, inf, nothing, Arrival::Deselection);
        arrive(&mut trail, nothing, start, Arrival::Choice);
        assert_eq!(trail.earlier(), [nothing, inf]);
        arrive(&mut trail, start, nothing, Arrival::Deselection);
        arrive(&mut trail, nothing, start, Arrival::Choice);
        assert_eq!(trail.earlier(), [nothing, inf], "selected again");
        arrive(&mut trail, start, nothing, Arrival::Deselection);
        arrive(&mut trail, nothing, place(5.0, None), Arrival::Jump);
        assert_eq!(trail.earlier(), [nothing, inf, start, nothing]);
    }

    #[test]
    fn there_are_at_most_a_hundred_places() {
        let mut trail = Trail::default();
        for index in 0..250 {
            trail.arrive(place(f64::from(index), None), Selection::Nothing, Arrival::Jump);
        }
        assert_eq!(trail.earlier().len(), MAX_PLACES);
        assert_eq!(trail.back(place(250.0, None)), Some(place(249.0, None)));
    }
}
