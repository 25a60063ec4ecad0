//! Going back and forward from place to place.

use crate::session::Session;
use crate::session::search::state::item_of;
use crate::timeline::{Selection, View};

use super::trail::{Location, Trail};

impl Session {
    /// The present place.
    pub(in crate::session) fn place(&self) -> Location {
        let rows = &self.view.rows;
        let treaty = self.selected_treaty().filter(|&treaty| rows.has_lane(treaty));
        Location {
            view: self.view.current,
            selection: self.selection.selected,
            tab: self.selection.tab,
            lane_top: treaty.map(|treaty| rows.lane_between(treaty).0),
        }
    }

    /// The index of the last place at which something else was selected.
    pub fn earlier_place(&self) -> Option<usize> {
        let is_other = |place: &Location| {
            place.selection != Selection::Nothing && place.selection != self.selection.selected
        };
        self.history.trail.earlier().iter().rposition(is_other)
    }

    pub(in crate::session) fn go_back(&mut self) {
        self.travel(Trail::back);
    }

    pub(in crate::session) fn go_forward(&mut self) {
        self.travel(Trail::forward);
    }

    /// Goes back to the place with this index among the earlier ones.
    pub(super) fn go_back_to(&mut self, index: usize) {
        let mut now = self.place();
        let mut place = None;
        while self.history.trail.earlier().len() > index
            && let Some(before) = self.history.trail.back(now)
        {
            (now, place) = (before, Some(before));
        }
        if let Some(place) = place {
            self.go_to_place(place);
        }
    }

    fn travel(&mut self, direction: fn(&mut Trail, Location) -> Option<Location>) {
        let now = self.place();
        match direction(&mut self.history.trail, now) {
            Some(place) => self.go_to_place(place),
            None => self.status_message = Some(self.strings().view.no_other_view.to_owned()),
        }
    }

    /// Shows a place as it was left. If the filter hides what was selected there, the filter is cleared.
    fn go_to_place(&mut self, place: Location) {
        self.history.has_travelled = true;
        let hidden = item_of(place.selection).filter(|&item| !self.shows(item));
        let message = hidden.and_then(|item| self.reveal_item(item));
        self.select(place.selection);
        self.selection.tab = place.tab;
        if let Some(message) = message {
            self.status_message = Some(message.to_owned());
        }
        if let Some(treaty) = self.selected_treaty()
            && !self.view.rows.has_lane(treaty)
        {
            self.reveal_lane(treaty);
        }
        // Where the lanes were rearranged, the lane is where it was in the window.
        let moved = place.lane_top.zip(self.place().lane_top).map_or(0.0, |(before, now)| now - before);
        self.view.current = self.within_rows(View { scroll: place.view.scroll + moved, ..place.view });
    }
}
