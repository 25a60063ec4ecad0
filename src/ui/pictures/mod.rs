//! The dialog of pictures, and the progress of one that is being written.

mod choices;
pub(super) mod dialog;
pub(super) mod preview;
pub(super) mod writing_bar;
