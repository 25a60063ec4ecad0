//! Datasets and pictures as files.
//!
//! A dataset is loaded on another thread, with a preview of large ones meanwhile. A file with errors is refused, and
//! its problems are listed. The file that is open is watched for changes, and read again by itself. Pictures of the timeline are
//! saved, and what is shown of the dataset in other formats.

pub(super) mod command;
pub(super) mod file_position;
pub(super) mod on_disk;
mod open_dataset;
pub(super) mod origin;
mod paste;
pub(super) mod rereading;
mod save_as;
pub(super) mod state;
pub(super) mod table;
pub(super) mod watching;
