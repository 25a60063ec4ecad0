//! The search field, its results, and the words that were found, highlighted.

pub(super) mod field;
pub(super) mod highlight;
pub(super) mod results;
