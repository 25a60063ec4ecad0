//! The details panel: an event, a statement, a treaty, a speaker, a source, a multi-selection or a time range in full.

pub(super) mod bulk_event;
mod card_parts;
pub(super) mod cards;
pub(super) mod citation;
pub(super) mod cluster;
pub(super) mod cluster_list;
pub(super) mod context_menu;
pub(super) mod copy_items;
pub(super) mod event;
pub(super) mod listed_cluster;
pub(super) mod long_list;
pub(super) mod multi_selection;
pub(super) mod narrow;
pub(super) mod panel;
mod quotations;
mod quote_card;
pub(super) mod source;
pub(super) mod source_link;
pub(super) mod source_list;
mod speaker;
pub(super) mod statement;
mod statement_card;
mod tabs;
pub(super) mod time_range;
pub(super) mod treaty;
mod treaty_lists;
mod treaty_terms;
