//! What is selected: one thing, whose details the panel shows; besides it any number of marks, the multi-selection; and
//! a time range. Keys step the selection from event to event and from lane to lane.

mod apply;
mod bulk_steps;
pub(super) mod cluster;
pub(super) mod cluster_list;
pub(super) mod command;
pub(super) mod details;
pub(super) mod force;
pub(super) mod image;
mod measure;
pub(super) mod multi_selection;
pub(super) mod quotations;
pub(super) mod state;
mod steps;
pub(super) mod treaty_lists;
pub(super) mod withdrawals;
