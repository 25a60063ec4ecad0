//! What is looked for by words, and the hits.

pub(super) mod state;
