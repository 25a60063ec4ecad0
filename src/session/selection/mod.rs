//! What is selected: one thing, whose details the panel shows; besides it any number of marks, the multi-selection; and
//! a time range. Keys step the selection from event to event and from lane to lane.

mod adjacent_bulk_event;
mod adjacent_event;
mod apply;
pub(super) mod cluster;
pub(super) mod cluster_list;
pub(super) mod command;
pub(super) mod details;
pub(super) mod image;
pub(super) mod in_force;
pub(super) mod multi_selection;
pub(super) mod quotations;
pub(super) mod state;
mod time_between;
pub(super) mod treaty_lists;
pub(super) mod withdrawals;
