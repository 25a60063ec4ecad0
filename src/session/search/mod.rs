//! What is looked for by words, and the hits.

pub(super) mod command;
pub(super) mod state;
