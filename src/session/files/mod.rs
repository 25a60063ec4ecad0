//! Opening a dataset, what replaces it, and how its file stands on disk.

pub(super) mod command;
pub(super) mod on_disk;
pub(super) mod open_dataset;
pub(super) mod state;
