//! The dialog of pictures, the progress of one that is being written, and bookmarks in full screen.

mod choices;
pub(super) mod dialog;
mod preview;
pub(super) mod preview_cache;
pub(super) mod slide_show;
pub(super) mod slides;
pub(super) mod writing_bar;
