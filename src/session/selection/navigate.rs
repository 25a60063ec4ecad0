//! Moving the selection by key, and bringing it into the window.

use crate::domain::{About, EventId, Moment, SECS_PER_DAY, StatementId, TreatyId};
use crate::search::Item;
use crate::timeline::{Row, Scene, Selection, TimeView};

use crate::session::Session;

impl Session {
    /// When the selected thing happened.
    pub fn selected_moment(&self) -> Option<Moment> {
        let dataset = &self.world.dataset;
        match self.selection.selected {
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) => None,
            Selection::Event(id) => Some(dataset.event(id).at()),
            Selection::Statement(id) => Some(dataset.statement(id).date.anchor()),
            Selection::Bulk(id) => self.world.bulk.as_ref().map(|bulk| bulk.start(id)),
        }
    }

    /// The treaty that the selection belongs to; of a statement, the first it is about.
    pub fn selected_treaty(&self) -> Option<TreatyId> {
        let dataset = &self.world.dataset;
        match self.selection.selected {
            Selection::Nothing | Selection::Source(_) => None,
            Selection::Treaty(treaty) => Some(treaty),
            Selection::Bulk(id) => self.world.bulk.as_ref().map(|bulk| TreatyId::new(bulk.lane_of(id))),
            Selection::Event(id) => Some(dataset.event(id).treaty),
            Selection::Statement(id) => dataset.statement(id).about.first().map(|about| match *about {
                About::Treaty(treaty) => treaty,
                About::Event(event) => dataset.event(event).treaty,
            }),
        }
    }

    /// The previous or next event or statement by date; from nothing, the event nearest to the middle of the window.
    pub(in crate::session) fn step(&mut self, by: isize) {
        if self.world.bulk.is_some() {
            return self.step_bulk(by, None);
        }
        let dataset = &self.world.dataset;
        // On to the next that the filter shows.
        let moved = |index: usize, len: usize, item: fn(usize) -> Item| {
            let steps = std::iter::successors(index.checked_add_signed(by), |at| at.checked_add_signed(by));
            steps.take_while(|&at| at < len).find(|&at| self.shows(item(at)))
        };
        let next = match self.selection.selected {
            Selection::Event(id) => {
                match moved(id.index(), dataset.events().len(), |at| Item::Event(EventId::new(at))) {
                    Some(index) => Selection::Event(EventId::new(index)),
                    None => return,
                }
            }
            Selection::Statement(id) => match moved(id.index(), dataset.statements().len(), |at| {
                Item::Statement(StatementId::new(at))
            }) {
                Some(index) => Selection::Statement(StatementId::new(index)),
                None => return,
            },
            Selection::Treaty(treaty) => match self.nearest_in(treaty) {
                Some(id) => Selection::Event(id),
                None => return,
            },
            Selection::Nothing | Selection::Bulk(_) | Selection::Source(_) => {
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

    /// The previous or next event of the same treaty.
    pub(in crate::session) fn step_in_lane(&mut self, by: isize) {
        if self.world.bulk.is_some() {
            return self.step_bulk(by, self.selected_treaty());
        }
        let Some(treaty) = self.selected_treaty() else { return self.step(by) };
        let events = self.world.dataset.events_of(treaty);
        let next = match self.selection.selected {
            Selection::Event(id) => events.binary_search(&id).ok().and_then(|place| {
                let steps =
                    std::iter::successors(place.checked_add_signed(by), |at| at.checked_add_signed(by));
                steps.map_while(|at| events.get(at)).find(|&&id| self.shows(Item::Event(id))).copied()
            }),
            _ => self.nearest_in(treaty),
        };
        if let Some(id) = next {
            self.go_to(Selection::Event(id));
        }
    }

    /// The nearest event of the next lane up or down that has one, in the order of lanes as the reader arranged them.
    pub(in crate::session) fn step_lane(&mut self, by: isize) {
        // From nothing, the first lane, whichever way was asked for.
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

    /// The first or the last event of all.
    pub(in crate::session) fn select_end(&mut self, first: bool) {
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

    /// Brings the selection to the middle of the window; from there, shows the whole life of its treaty. A stretch
    /// of time that was chosen fills the window.
    pub(in crate::session) fn centre(&mut self) {
        let before = self.view.current;
        if let Some(at) = self.selected_moment() {
            self.view.current.time = self.view.current.time.centred_on(at, &self.world.limits);
        }
        self.bring_into_view();
        if self.view.current == before {
            self.fit_selection();
        }
        if self.view.current != before {
            self.view.history.leave(before);
        }
    }

    /// Shows all of the chosen stretch, or of the selected treaty's life, with some air.
    fn fit_selection(&mut self) {
        let events = |treaty| self.world.dataset.events_of(treaty);
        let life = |treaty| {
            let at = |id: &EventId| self.world.dataset.event(*id).at();
            Some((events(treaty).first().map(at)?, events(treaty).last().map(at)?))
        };
        if let Some((from, to)) = self.selected_treaty().map_or(self.selection.time_range, life) {
            let air = (to.secs() - from.secs()) / 12 + SECS_PER_DAY;
            self.view.current.time = TimeView::between(from.plus(-air), to.plus(air), &self.world.limits);
        }
    }

    /// Moves the window, no more than needed, so that the selection is in it.
    pub(in crate::session) fn bring_into_view(&mut self) {
        if let Some(at) = self.selected_moment()
            && !self.view.current.time.shows(at)
        {
            self.view.current.time = self.view.current.time.centred_on(at, &self.world.limits);
        }
        if let Some(treaty) = self.selected_treaty() {
            if !self.view.rows.has_lane(treaty) {
                self.uncover(treaty);
            }
            let rows = &self.view.rows;
            let height = f64::from(Scene::plot_height(self.view.size));
            let (top, bottom) = rows.lane_between(treaty);
            let held = self.view.current.scroll.clamp((bottom - height).min(top), top);
            self.view.current.scroll = held.clamp(0.0, rows.max_scroll(height));
        }
    }

    /// Scrolls, no more than needed, so that a treaty's lane is in the window with as many of the lanes of its
    /// parties as there is room for.
    pub(in crate::session) fn bring_lanes_into_view(&mut self, treaty: TreatyId) {
        let rows = &self.view.rows;
        let height = f64::from(Scene::plot_height(self.view.size));
        let (top, bottom) = rows.lanes_between(treaty);
        let held = self.view.current.scroll.max(bottom - height).min(top);
        self.view.current.scroll = held.clamp(0.0, rows.max_scroll(height));
    }

    fn nearest_in(&self, treaty: TreatyId) -> Option<EventId> {
        let at = self.selected_moment().unwrap_or_else(|| self.middle());
        self.index().lane(treaty).events.nearest(at)
    }

    pub(in crate::session) fn middle(&self) -> Moment {
        Moment::from_secs((self.view.current.time.start + self.view.current.time.span / 2.0) as i64)
    }
}
