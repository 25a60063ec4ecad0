//! Help: the glossary, and the card of the tour.

pub(super) mod glossary;
pub(super) mod tour;
