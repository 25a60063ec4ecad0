//! Ways to look that are no plain move: jumps, folded groups, a typed date, the law on a day.

use std::collections::BTreeSet;

use crate::domain::{EdtfDate, Moment, PartyId, Precision, SECS_PER_DAY, TreatyId};
use crate::index::{Index, Item};
use crate::timeline::{Arrangement, Rows, Scene, Selection, View};

use crate::session::{
    AsOf, Column, Effect, History, Overlay, Session,
    commands::action::Action,
    commands::overlay::find_actions,
    filter::filtered::{Facets, Filtered},
    filter::keys::heir_of,
    filter::state::Filter,
    search::state::item_of,
};

/// A date that is typed fills no more than this share of the window.
const DATE_SHARE: f64 = 1.0 / 3.0;
/// A mean Gregorian year in seconds.
const YEAR: f64 = 365.2425 * SECS_PER_DAY as f64;

impl Session {
    /// Looks where a hand moved the view, within the limits of what is open. One that cannot be drawn is not taken.
    pub(super) fn set_view(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        // Where nobody moved it stays, also outside the limits, where a typed date may lead.
        let is_moved = view.time != self.view.time;
        let time = if is_moved { view.time.panned(0.0, &self.world.limits) } else { view.time };
        self.view = View { time, ..view };
    }

    /// Looks elsewhere; the reader can come back.
    pub(super) fn jump(&mut self, view: View) {
        if !view.is_sound() {
            return;
        }
        let view = self.within_rows(View { time: view.time.on_axis(), ..view });
        if view != self.view {
            self.history.leave(self.view);
            self.view = view;
        }
    }

    /// Goes back or forth among the views of the history.
    pub(super) fn travel(&mut self, way: fn(&mut History, View) -> Option<View>) {
        match way(&mut self.history, self.view) {
            Some(view) => self.view = self.within_rows(view),
            None => self.notice = Some(self.words().notices.no_other_view.to_owned()),
        }
    }

    pub(super) fn toggle_group(&mut self, category: usize) {
        let mut folded = self.arrangement.folded.clone();
        if !folded.remove(&category) {
            folded.insert(category);
        }
        self.fold(folded);
    }

    pub(super) fn fold(&mut self, folded: BTreeSet<usize>) {
        self.arrange(Arrangement { folded, ..self.arrangement.clone() });
    }

    /// Puts the lanes in another arrangement.
    pub(super) fn arrange(&mut self, arrangement: Arrangement) {
        self.arrangement = arrangement;
        self.lay_out();
        self.view = self.within_rows(self.view);
    }

    /// Lays the rows out anew, for another arrangement, world or window.
    pub(super) fn lay_out(&mut self) {
        let height = self.world.lane_height(f64::from(Scene::plot_height(self.window)));
        let parties = self.gather_party_lanes();
        let dataset = &self.world.dataset;
        self.rows = match &self.filtered {
            None => Rows::with_parties(dataset, &self.arrangement, height, parties),
            Some(filtered) => {
                let mut arrangement = self.arrangement.clone();
                arrangement.hidden.extend(filtered.hidden());
                arrangement.pinned.retain(|treaty| !arrangement.hidden.contains(treaty));
                Rows::with_parties(dataset, &arrangement, height, parties)
            }
        };
    }

    /// A view scrolled no farther than the rows that are there now.
    fn within_rows(&self, view: View) -> View {
        let height = f64::from(Scene::plot_height(self.window));
        View { scroll: view.scroll.clamp(0.0, self.rows.max_scroll(height)), ..view }
    }

    /// Pins the selected treaty's lane above all others, or lets it go.
    pub(super) fn pin_lane(&mut self) {
        let Some(treaty) = self.selected_treaty() else { return self.ask_for_lane() };
        let mut next = self.arrangement.clone();
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
    pub(super) fn place_lane(&mut self, treaty: TreatyId, place: Option<usize>) {
        let mut next = self.arrangement.clone();
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
    pub(super) fn move_pinned(&mut self, by: isize) {
        let pinned = &self.arrangement.pinned;
        let place =
            self.selected_treaty().and_then(|treaty| pinned.iter().position(|&other| other == treaty));
        let Some(place) = place else { return self.ask_for_lane() };
        if let Some(other) = place.checked_add_signed(by).filter(|&other| other < pinned.len()) {
            let mut next = self.arrangement.clone();
            next.pinned.swap(place, other);
            self.arrange(next);
        }
    }

    /// Hides the selected treaty's lane.
    pub(super) fn hide_lane(&mut self) {
        let Some(treaty) = self.selected_treaty() else { return self.ask_for_lane() };
        let mut next = self.arrangement.clone();
        next.hidden.insert(treaty);
        next.pinned.retain(|&other| other != treaty);
        self.arrange(next);
        self.selection = Selection::Nothing;
        self.notice = Some((self.words().notices.hidden)(&self.world.dataset.treaty(treaty).name));
    }

    /// Shows a treaty's lane, wherever it was put away.
    pub(super) fn uncover(&mut self, treaty: TreatyId) {
        let mut next = self.arrangement.clone();
        next.hidden.remove(&treaty);
        if !next.pinned.contains(&treaty) {
            next.folded.remove(&self.world.dataset.treaty(treaty).category);
        }
        self.arrange(next);
    }

    /// Shows another part of the record.
    pub(super) fn set_filter(&mut self, filter: Filter) {
        if filter == self.filter {
            return;
        }
        self.filter = filter;
        self.filter_again();
        self.find_again();
    }

    /// Works out anew what the filter leaves: for another filter, or another day of the law.
    pub(super) fn filter_again(&mut self) {
        let was_filtered = self.filtered.is_some();
        let states = self.as_of.as_ref().map(AsOf::states);
        let filtered = (!self.filter.is_empty()).then(|| Filtered::new(&self.world, &self.filter, states));
        self.filtered = filtered;
        self.read_regime();
        self.order_table();
        if was_filtered || self.filtered.is_some() {
            self.forget_party_lanes();
            if item_of(self.selection).is_some_and(|item| !self.shows(item)) {
                self.selection = Selection::Nothing;
            }
            self.lay_out();
            self.view = self.within_rows(self.view);
        }
    }

    /// Whether the filter shows something.
    pub fn shows(&self, item: Item) -> bool {
        self.filtered.as_ref().is_none_or(|filtered| filtered.shows(item))
    }

    /// The index of what is shown.
    pub fn index(&self) -> &Index {
        self.filtered.as_ref().map_or(&self.world.index, |filtered| &filtered.index)
    }

    /// The state that a party is today, which stands for its predecessors in filters.
    pub fn heir_of(&self, party: PartyId) -> PartyId {
        heir_of(&self.world.dataset, party)
    }

    /// What there is to filter by.
    pub fn facets(&self) -> &Facets {
        self.filtered.as_ref().map_or_else(|| self.world.facets(), |filtered| &filtered.facets)
    }

    /// Whether an action has something to do as things are.
    pub fn can(&self, action: Action) -> bool {
        let treaty = self.selected_treaty();
        let is_pinned = || treaty.is_some_and(|treaty| self.arrangement.pinned.contains(&treaty));
        match action {
            Action::PinLane | Action::HideLane => treaty.is_some(),
            Action::Parties => treaty.is_some_and(|treaty| self.has_parties(treaty)),
            Action::PinUp | Action::PinDown => is_pinned(),
            Action::Centre => treaty.is_some() || self.chosen.is_some(),
            Action::Pick => matches!(self.selection, Selection::Event(_) | Selection::Statement(_)),
            Action::FilterOff => !self.filter.is_empty(),
            Action::ShowLanes => !self.arrangement.hidden.is_empty(),
            Action::NextBookmark => !self.bookmarks.is_empty(),
            Action::Back => self.history.has_back(),
            Action::Forward => self.history.has_forth(),
            Action::AsOfOff => self.as_of.is_some(),
            _ => true,
        }
    }

    pub(super) fn ask_for_lane(&mut self) {
        self.notice = Some(self.words().notices.select_treaty.to_owned());
    }

    /// WCAG 2.2 asks that text can be doubled in size (1.4.4).
    pub(super) fn scale_text(&mut self, by: i16) {
        let percent = self.preferences.text_percent().saturating_add_signed(by).clamp(100, 200);
        self.preferences.text_percent = percent;
        self.notice = Some((self.words().notices.text_size)(percent));
    }

    pub(super) fn toggle_overlay(&mut self, overlay: Overlay) {
        let is_same = self
            .overlay
            .as_ref()
            .is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&overlay));
        self.overlay = (!is_same).then_some(overlay);
    }

    pub(super) fn move_in_palette(&mut self, by: isize) {
        let words = self.words();
        if let Some(Overlay::Palette { text, chosen }) = &mut self.overlay {
            let count = find_actions(text, words).len().max(1) as isize;
            *chosen = (*chosen as isize + by).rem_euclid(count) as usize;
        }
    }

    /// Does what is chosen or typed, and closes what lies over the window; a date that cannot be read keeps it open.
    pub(super) fn accept_overlay(&mut self) -> Option<Effect> {
        let overlay = self.overlay.take()?;
        match (&overlay, overlay.date()) {
            (Overlay::Palette { text, chosen }, _) => {
                let Some(&action) = find_actions(text, self.words()).get(*chosen) else {
                    self.overlay = Some(overlay);
                    return None;
                };
                self.act(action)
            }
            (Overlay::GoToDate { .. }, Some(Ok(date))) => {
                self.go_to_date(&date);
                None
            }
            (Overlay::AsOfDate { .. }, Some(Ok(date))) => {
                self.read_law_on(date.latest_day());
                None
            }
            (Overlay::Keys | Overlay::Unsaved { .. }, _) => None,
            _ => {
                self.overlay = Some(overlay);
                None
            }
        }
    }

    pub(super) fn go_to_date(&mut self, date: &EdtfDate) {
        let limits = self.world.limits.widened(date.earliest(), date.end());
        let length = (date.end().secs() - date.earliest().secs()) as f64;
        let middle = date.earliest().midpoint(date.end());
        let time = self.view.time.centred_on(middle, &limits);
        // Who names a day wants to see that day, and not a century with it.
        let most = match date.precision() {
            Precision::Time | Precision::Day => 2.0 * YEAR,
            Precision::Month | Precision::Season => 8.0 * YEAR,
            Precision::Year => 25.0 * YEAR,
            _ => f64::INFINITY,
        };
        let span = time.span.min(most).max(length / DATE_SHARE);
        let time = time.zoomed(time.span / span, middle.secs() as f64, &limits);
        self.jump(View { time, ..self.view });
        // What was asked for is marked, where it is shorter than what is seen.
        if length < time.span {
            self.chosen = Some((date.earliest(), date.end()));
        }
        let words = self.words();
        self.notice = Some((words.notices.at_date)(&(words.date)(date)));
    }

    pub(super) fn go_to_today(&mut self) {
        let Some(today) = self.today else { return };
        let time = self.view.time.centred_on(today, &self.world.limits);
        self.jump(View { time, ..self.view });
    }

    /// Reads the law on a day, or on none.
    pub(super) fn read_law(&mut self, day: Option<Moment>) {
        let day = day.map(|day| Moment::from_date(day.date()));
        if day == self.as_of.as_ref().map(|as_of| as_of.day) {
            return;
        }
        self.as_of = day.map(|day| AsOf::new(&self.world.dataset, day));
        self.follow_day();
    }

    /// Works out anew what depends on the day of the law, and nothing else: the day is dragged through time.
    fn follow_day(&mut self) {
        if self.filter.asks_of_state() {
            return self.filter_again();
        }
        if let Some(filtered) = &mut self.filtered {
            filtered.count_states(&self.world.dataset, self.as_of.as_ref().map(AsOf::states));
        }
        self.read_regime();
        if self.table.sort.is_some_and(|(column, _)| column == Column::State) {
            self.order_table();
        }
    }

    pub(super) fn read_law_here(&mut self) {
        let middle = Moment::from_secs((self.view.time.start + self.view.time.span / 2.0) as i64);
        let day = self.selected_moment().unwrap_or(middle);
        self.read_law(Some(day));
    }

    fn read_law_on(&mut self, day: Moment) {
        self.read_law(Some(day));
        if !self.view.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            let time = self.view.time.centred_on(day, &limits);
            self.jump(View { time, ..self.view });
        }
    }
}
