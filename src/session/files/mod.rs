//! Datasets and pictures as files: loading a dataset on another thread, with a preview of large ones meanwhile; the report of
//! a file that was refused; whether the open file has changed on disk; saving pictures.

pub(super) mod command;
pub(super) mod on_disk;
mod open_dataset;
pub(super) mod state;
