//! The filter: which part of the dataset is shown.
//!
//! A filter is a set of values of facets (party, status, type of event, decade, ...); within a facet any value will do,
//! and every facet must hold. Its result is computed once when it is set, from properties that are derived from the dataset
//! beforehand: what is shown, an index of it, and for each facet the number of items that every value would leave.
//! Filters can be saved under a name. A hidden lane counts as what the filter hides: its events are neither counted nor
//! found.

pub(super) mod command;
pub(super) mod criteria;
pub(super) mod facet_counts;
pub(super) mod filter_result;
mod matching;
pub(super) mod packed_properties;
pub(super) mod saved;
mod show_only;
pub(super) mod state;
mod update;
