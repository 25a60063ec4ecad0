//! What is remembered from one run to the next.

pub(super) mod state;
pub(super) mod text;
