//! The details panel: an event, a statement, a treaty, a source, a multi-selection or a time range in full.

pub(super) mod bulk_event;
pub(super) mod cards;
pub(super) mod citation;
pub(super) mod cluster;
pub(super) mod cluster_list;
pub(super) mod event;
pub(super) mod listed_cluster;
pub(super) mod multi_selection;
pub(super) mod narrow;
pub(super) mod panel;
pub(super) mod source;
pub(super) mod source_link;
pub(super) mod source_list;
pub(super) mod statement;
pub(super) mod time_range;
pub(super) mod treaty;
