//! Legal status on a date: as a matrix of parties and treaties, and in the details panel.

pub(super) mod all_treaties;
pub(super) mod answer_cache;
pub(super) mod answer_card;
pub(super) mod matrix;
