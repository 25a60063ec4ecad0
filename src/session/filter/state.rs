//! The active filter, its result, and the saved filters.

use super::facets::Filter;
use super::filtered::Filtered;
use super::saved::SavedFilter;

/// The active filter, its result, and the saved filters.
#[derive(Debug, Default)]
pub struct FilterState {
    /// The active filter.
    pub active: Filter,
    /// What the active filter and hidden lanes leave; `None` while the filter is empty and no lane is hidden, and of
    /// bulk lanes, of which no filter knows anything.
    pub result: Option<Filtered>,
    /// The saved filters, in the order in which they were saved.
    pub saved: Vec<SavedFilter>,
}
