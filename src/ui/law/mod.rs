//! Legal status on a date, as a matrix of parties and treaties.

pub(super) mod answer_cache;
pub(super) mod matrix;
