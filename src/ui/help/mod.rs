//! Help: the glossary, and the bar of the tour.

pub(super) mod glossary;
pub(super) mod tour;
