//! Finding records by words: an inverted index over all texts of a dataset, and the language of queries.

mod condition;
mod highlight;
mod index;
mod item;
mod item_text;
mod query;

pub use highlight::asked_for;
pub use index::SearchIndex;
pub use item::Item;
pub use query::{FIELDS, Field, MAX_CHARS, Query, QueryProblem, Term, What};
