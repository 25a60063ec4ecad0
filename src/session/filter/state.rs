//! The active filter, what it leaves, and the saved ones.

use super::facets::Filter;
use super::filtered::Filtered;
use super::saved::SavedFilter;

/// The active filter, what it leaves, and the saved ones.
#[derive(Debug, Default)]
pub struct FilterState {
    /// Which part of the record is shown.
    pub active: Filter,
    /// What the active filter leaves; `None` while everything is shown.
    pub result: Option<Filtered>,
    /// Filters with names.
    pub saved: Vec<SavedFilter>,
}
