//! The search field, its results, and the highlighting of matched words.

pub(super) mod field;
pub(super) mod highlight;
pub(super) mod results;
