//! Searching, and going from hit to hit.

use crate::levels::SearchHits;
use crate::search::{Item, Query};
use crate::session::Session;

use super::state::{SearchState, selection_of};

impl Session {
    /// Opens the search field, and gives it the keyboard.
    pub(in crate::session) fn open_search(&mut self) {
        self.overlay = None;
        self.search.is_open = true;
        self.search.is_listed = !self.search.text.is_empty();
    }

    /// Takes the keyboard from the search field; its text stays.
    pub(in crate::session) fn close_search(&mut self) {
        (self.search.is_open, self.search.is_listed) = (false, false);
    }

    pub(in crate::session) fn set_search_text(&mut self, text: String) {
        let offered_tags = self.offered_tags(&text);
        self.search = SearchState {
            offered_tags,
            is_open: self.search.is_open,
            is_listed: !text.is_empty(),
            query: Query::parse(&text),
            text,
            ..SearchState::default()
        };
        self.search_again();
    }

    /// Searches again, after a change of the dataset or the filter.
    pub(in crate::session) fn search_again(&mut self) {
        if self.search.query.is_empty() {
            (self.search.marks, self.search.elsewhere, self.search.speaker) = (None, 0, None);
            return;
        }
        let world = &self.world;
        let mut hits = world.search().find(&world.dataset, &self.search.query);
        // What is hidden may match the whole query: then nothing that matches less is offered for it.
        let is_partial = hits.is_empty();
        if is_partial {
            hits = world.search().find_partial(&world.dataset, &self.search.query);
        }
        let found = hits.len();
        hits.retain(|&item| self.shows(item));
        self.search.elsewhere = found - hits.len();
        self.search.marks = Some(SearchHits::new(
            &world.dataset,
            &world.index,
            hits.iter().filter_map(Item::treaty),
            hits.iter().filter_map(Item::event),
            hits.iter().filter_map(Item::statement),
        ));
        (self.search.hits, self.search.is_partial) = (hits, is_partial);
        (self.search.chosen, self.search.was_visited) = (0, false);
        self.search.speaker = self.searched_speaker();
    }

    /// Clears the filter and shows hidden lanes, so that every hit is listed.
    pub(in crate::session) fn search_everywhere(&mut self) {
        self.show_hidden();
        self.search.is_listed = !self.search.text.is_empty();
    }

    /// Highlights another hit of the list.
    pub(in crate::session) fn move_in_hits(&mut self, by: isize) {
        let count = self.search.hits.len() as isize;
        if count > 0 && self.search.is_listed {
            self.search.chosen = (self.search.chosen as isize + by).rem_euclid(count) as usize;
            self.search.was_visited = false;
        }
        self.search.is_listed = !self.search.text.is_empty();
    }

    /// Goes to the highlighted hit; if it was visited already, to the next or the previous one.
    pub(in crate::session) fn go_to_hit(&mut self, by: isize) {
        let count = self.search.hits.len() as isize;
        if count == 0 {
            if self.search.elsewhere > 0 {
                self.search_everywhere();
            }
            return;
        }
        if self.search.was_visited {
            self.search.chosen = (self.search.chosen as isize + by).rem_euclid(count) as usize;
        }
        self.search.was_visited = true;
        // The list is closed, so that it does not cover the hit.
        self.search.is_listed = false;
        self.go_to(selection_of(self.search.hits[self.search.chosen]));
    }
}
