//! The search field and its hits.

use crate::domain::SpeakerId;
use crate::levels::SearchHits;
use crate::search::{Item, Query};
use crate::timeline::Selection;

/// The search field and its hits.
#[derive(Debug, Default)]
pub struct SearchState {
    /// The text of the field.
    pub text: String,
    /// The text as a query.
    pub query: Query,
    /// Tags that may be meant by what is typed last, each with the text that the field would have with it.
    pub offered_tags: Vec<(String, String)>,
    /// The hits, the best first.
    pub hits: Vec<Item>,
    /// The hits for the timeline; `None` while the query is empty.
    pub marks: Option<SearchHits>,
    /// The speaker whose name is searched for, if one of the hits is by him or her.
    pub speaker: Option<SpeakerId>,
    /// Number of hits among what the filter and hidden lanes hide.
    pub elsewhere: usize,
    /// Whether no item matches the whole query, so that the hits match most of its words.
    pub is_partial: bool,
    /// The highlighted hit, by its index.
    pub chosen: usize,
    /// Whether the highlighted hit was visited: then the next step leads to another one.
    pub was_visited: bool,
    /// Whether the field has the keyboard.
    pub is_open: bool,
    /// Whether the list of hits is shown.
    pub is_listed: bool,
}

/// The selection of an item.
pub(in crate::session) fn selection_of(item: Item) -> Selection {
    match item {
        Item::Treaty(id) => Selection::Treaty(id),
        Item::Event(id) => Selection::Event(id),
        Item::Statement(id) => Selection::Statement(id),
        Item::Source(id) => Selection::Source(id),
    }
}

/// The item that is selected; `None` for nothing and for bulk events, which no index holds.
pub(in crate::session) fn item_of(selection: Selection) -> Option<Item> {
    match selection {
        Selection::Treaty(id) => Some(Item::Treaty(id)),
        Selection::Event(id) => Some(Item::Event(id)),
        Selection::Statement(id) => Some(Item::Statement(id)),
        Selection::Source(id) => Some(Item::Source(id)),
        Selection::Nothing | Selection::Bulk(_) | Selection::Speaker(_) => None,
    }
}
