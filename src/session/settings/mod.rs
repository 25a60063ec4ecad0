//! What is remembered from one run to the next.

mod apply;
pub(super) mod command;
pub(super) mod state;
pub(super) mod text;
