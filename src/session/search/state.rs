//! Finding by words: what is typed, what it finds, and the way from hit to hit.

use crate::levels::HitIndex;
use crate::search::{Item, Query};
use crate::timeline::Selection;

use crate::session::Session;

/// The search field and its list.
#[derive(Debug, Default)]
pub struct SearchState {
    /// What was typed.
    pub text: String,
    /// How it was read.
    pub query: Query,
    /// What it finds, the best first.
    pub hits: Vec<Item>,
    /// The hits as columns, for the timeline; `None` while nothing is looked for.
    pub marks: Option<HitIndex>,
    /// Whether nothing has all the words, so that the hits have most of them.
    pub is_loose: bool,
    /// Which hit is chosen.
    pub chosen: usize,
    /// Whether the reader went to the chosen hit.
    pub was_seen: bool,
    /// Whether the field has the keyboard.
    pub is_open: bool,
    /// Whether the list of hits is shown.
    pub is_listed: bool,
}

impl Session {
    /// Gives the keyboard to the search field.
    pub(in crate::session) fn open_find(&mut self) {
        self.overlay = None;
        self.search.is_open = true;
        self.search.is_listed = !self.search.text.is_empty();
    }

    /// Takes the keyboard from the search field; what was typed stays.
    pub(in crate::session) fn close_find(&mut self) {
        (self.search.is_open, self.search.is_listed) = (false, false);
    }

    /// Looks for what was typed, among what the filter shows.
    pub(in crate::session) fn find_text(&mut self, text: String) {
        self.search = SearchState {
            is_open: self.search.is_open,
            is_listed: !text.is_empty(),
            query: Query::parse(&text),
            text,
            ..SearchState::default()
        };
        self.find_again();
    }

    /// Looks for the same again, in another dataset or behind another filter.
    pub(in crate::session) fn find_again(&mut self) {
        if self.search.query.is_empty() {
            self.search.marks = None;
            return;
        }
        let world = &self.world;
        let shown = |hits: Vec<Item>| hits.into_iter().filter(|&item| self.shows(item)).collect::<Vec<_>>();
        let mut hits = shown(world.search().find(&world.dataset, &self.search.query));
        let is_loose = hits.is_empty();
        if is_loose {
            hits = shown(world.search().find_partial(&world.dataset, &self.search.query));
        }
        self.search.marks = Some(HitIndex::new(
            &world.dataset,
            &world.index,
            hits.iter().filter_map(Item::treaty),
            hits.iter().filter_map(Item::event),
            hits.iter().filter_map(Item::statement),
        ));
        (self.search.hits, self.search.is_loose) = (hits, is_loose);
        (self.search.chosen, self.search.was_seen) = (0, false);
    }

    /// Chooses another hit of the list.
    pub(in crate::session) fn choose_hit(&mut self, by: isize) {
        let count = self.search.hits.len() as isize;
        if count > 0 && self.search.is_listed {
            self.search.chosen = (self.search.chosen as isize + by).rem_euclid(count) as usize;
            self.search.was_seen = false;
        }
        self.search.is_listed = !self.search.text.is_empty();
    }

    /// Goes to the chosen hit, or from there to the next one or the one before.
    pub(in crate::session) fn go_to_hit(&mut self, by: isize) {
        let count = self.search.hits.len() as isize;
        if count == 0 {
            return;
        }
        if self.search.was_seen {
            self.search.chosen = (self.search.chosen as isize + by).rem_euclid(count) as usize;
        }
        self.search.was_seen = true;
        // The list steps aside: what was found is to be seen.
        self.search.is_listed = false;
        self.go_to(selection_of(self.search.hits[self.search.chosen]));
    }
}

/// An item as what is looked at.
pub(in crate::session) fn selection_of(item: Item) -> Selection {
    match item {
        Item::Treaty(id) => Selection::Treaty(id),
        Item::Event(id) => Selection::Event(id),
        Item::Statement(id) => Selection::Statement(id),
        Item::Source(id) => Selection::Source(id),
    }
}

/// What is looked at as an item of the record.
pub(in crate::session) fn item_of(selection: Selection) -> Option<Item> {
    match selection {
        Selection::Treaty(id) => Some(Item::Treaty(id)),
        Selection::Event(id) => Some(Item::Event(id)),
        Selection::Statement(id) => Some(Item::Statement(id)),
        Selection::Source(id) => Some(Item::Source(id)),
        Selection::Nothing | Selection::Bulk(_) => None,
    }
}
