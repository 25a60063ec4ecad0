//! Stepping the selection from event to event and from lane to lane.

use crate::domain::{About, EventId, Moment, StatementId, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::timeline::{Row, Selection};

impl Session {
    /// When the selected event or statement was; `None` if anything else is selected.
    pub fn selected_moment(&self) -> Option<Moment> {
        let dataset = &self.world.dataset;
        match self.selection.selected {
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) | Selection::Speaker(_) => None,
            Selection::Event(id) => Some(dataset.event(id).at()),
            Selection::Statement(id) => Some(dataset.statement(id).date.anchor()),
            Selection::Bulk(id) => self.world.bulk.as_ref().map(|bulk| bulk.start(id)),
        }
    }

    /// The treaty that the selection belongs to; of a statement, the first that it is about.
    pub fn selected_treaty(&self) -> Option<TreatyId> {
        self.treaty_of(self.selection.selected)
    }

    /// The treaty that something which can be selected belongs to.
    pub(in crate::session) fn treaty_of(&self, selected: Selection) -> Option<TreatyId> {
        let dataset = &self.world.dataset;
        match selected {
            Selection::Nothing | Selection::Source(_) | Selection::Speaker(_) => None,
            Selection::Treaty(treaty) => Some(treaty),
            Selection::Bulk(id) => self.world.bulk.as_ref().map(|bulk| TreatyId::new(bulk.lane_of(id))),
            Selection::Event(id) => Some(dataset.event(id).treaty),
            Selection::Statement(id) => dataset.statement(id).about.first().map(|about| match *about {
                About::Treaty(treaty) => treaty,
                About::Event(event) => dataset.event(event).treaty,
            }),
        }
    }

    /// Selects the previous or next event or statement by date; from nothing, the event nearest to the middle of the
    /// window.
    pub(in crate::session) fn step(&mut self, by: isize) {
        if self.world.bulk.is_some() {
            return self.step_bulk(by, None);
        }
        let dataset = &self.world.dataset;
        // The next one that the filter shows.
        let next_shown = |index: usize, len: usize, item: fn(usize) -> Item| {
            let steps = std::iter::successors(index.checked_add_signed(by), |i| i.checked_add_signed(by));
            steps.take_while(|&i| i < len).find(|&i| self.shows(item(i)))
        };
        let next = match self.selection.selected {
            Selection::Event(id) => {
                match next_shown(id.index(), dataset.events().len(), |i| Item::Event(EventId::new(i))) {
                    Some(index) => Selection::Event(EventId::new(index)),
                    None => return,
                }
            }
            Selection::Statement(id) => match next_shown(id.index(), dataset.statements().len(), |i| {
                Item::Statement(StatementId::new(i))
            }) {
                Some(index) => Selection::Statement(StatementId::new(index)),
                None => return,
            },
            Selection::Treaty(treaty) => match self.nearest_in(treaty) {
                Some(id) => Selection::Event(id),
                None => return,
            },
            Selection::Nothing | Selection::Bulk(_) | Selection::Source(_) | Selection::Speaker(_) => {
                let middle = self.middle();
                let after = dataset.events().partition_point(|event| event.at() < middle);
                let mut shown = |id: &EventId| self.shows(Item::Event(*id));
                let (later, earlier) = (after..dataset.events().len(), (0..after).rev());
                match later.chain(earlier).map(EventId::new).find(&mut shown) {
                    Some(id) => Selection::Event(id),
                    None => return,
                }
            }
        };
        self.go_to(next);
    }

    /// Selects the previous or next event of the same treaty.
    pub(in crate::session) fn step_in_lane(&mut self, by: isize) {
        if self.world.bulk.is_some() {
            return self.step_bulk(by, self.selected_treaty());
        }
        let Some(treaty) = self.selected_treaty() else { return self.step(by) };
        let events = self.world.dataset.events_of(treaty);
        let next = match self.selection.selected {
            Selection::Event(id) => events.binary_search(&id).ok().and_then(|index| {
                let steps = std::iter::successors(index.checked_add_signed(by), |i| i.checked_add_signed(by));
                steps.map_while(|i| events.get(i)).find(|&&id| self.shows(Item::Event(id))).copied()
            }),
            _ => self.nearest_in(treaty),
        };
        if let Some(id) = next {
            self.go_to(Selection::Event(id));
        }
    }

    /// Selects the nearest event of the next lane above or below that has one.
    pub(in crate::session) fn step_lane(&mut self, by: isize) {
        // From nothing, the first lane in either direction.
        let (mut row, by) = match self.selected_treaty() {
            Some(treaty) => (self.view.rows.row_of(treaty).checked_add_signed(by), by),
            None => (Some(0), 1),
        };
        while let Some((index, kind)) = row.and_then(|index| Some((index, self.view.rows.get(index)?))) {
            let event = match kind {
                Row::Lane(treaty) if self.world.bulk.is_some() => {
                    return self.go_to_nearest_bulk(treaty);
                }
                Row::Lane(treaty) => self.nearest_in(treaty),
                Row::Pinned(_) | Row::Group { .. } | Row::Party(..) => None,
            };
            if let Some(id) = event {
                self.go_to(Selection::Event(id));
                return;
            }
            row = index.checked_add_signed(by);
        }
    }

    /// Selects the first or the last event of all.
    pub(in crate::session) fn select_first_or_last(&mut self, first: bool) {
        if self.world.bulk.is_some() {
            return self.select_bulk_end(first);
        }
        let mut shown = (0..self.world.dataset.events().len())
            .map(EventId::new)
            .filter(|&id| self.shows(Item::Event(id)));
        let end = if first { shown.next() } else { shown.next_back() };
        if let Some(id) = end {
            self.go_to(Selection::Event(id));
        }
    }

    /// The event of a treaty that is nearest to the selection, or to the middle of the window.
    fn nearest_in(&self, treaty: TreatyId) -> Option<EventId> {
        let moment = self.selected_moment().unwrap_or_else(|| self.middle());
        self.index().lane(treaty).events.nearest(moment)
    }
}
