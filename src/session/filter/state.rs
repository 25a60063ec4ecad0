//! The active filter, its result, and the saved filters.

use std::sync::OnceLock;

use super::criteria::Filter;
use super::facet_counts::FacetCounts;
use super::filter_result::FilterResult;
use super::saved::SavedFilter;

/// The active filter, its result, and the saved filters.
#[derive(Debug, Default)]
pub struct FilterState {
    /// The active filter.
    pub active: Filter,
    /// What the active filter and hidden lanes leave; `None` while the filter is empty and no lane is hidden, and of
    /// bulk lanes, of which no filter knows anything.
    pub result: Option<FilterResult>,
    /// Grows with every result: lists that were made of another one are out of date.
    pub(in crate::session) generation: u64,
    /// The values of facets while there is no filter, counted when they are first asked for on a status date.
    pub(in crate::session) unfiltered: OnceLock<FacetCounts>,
    /// The saved filters, in the order in which they were saved.
    pub saved: Vec<SavedFilter>,
}
