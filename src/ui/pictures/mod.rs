//! The dialog of pictures, and the progress of one that is being written.

mod choices;
pub(super) mod dialog;
mod preview;
pub(super) mod preview_cache;
pub(super) mod writing_bar;
