//! Finding records by words: an inverted index over all texts of a dataset, and the language of queries.

mod highlight;
mod index;
mod item;
mod item_text;
mod query;
mod record_check;

pub use highlight::matched_words;
pub use index::SearchIndex;
pub use item::Item;
pub use query::{Condition, Field, MAX_CHARS, Query, Term};
