//! Which part of the record is shown: the filter, what it leaves, filters kept by name.

mod apply;
pub(super) mod command;
pub(super) mod facets;
pub(super) mod filtered;
pub(super) mod keys;
pub(super) mod saved;
pub(super) mod state;
