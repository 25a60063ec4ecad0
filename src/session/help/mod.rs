//! Help: the glossary, and the tour through five questions.

pub(super) mod command;
pub(super) mod glossary;
pub(super) mod state;
pub(super) mod state_before_tour;
pub(super) mod tour;
