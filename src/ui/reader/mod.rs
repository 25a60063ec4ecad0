//! A document as text, with the quotations found in it and those to confirm.

pub(super) mod lines;
pub(super) mod marks;
pub(super) mod panel;
pub(super) mod reading;
pub(super) mod unsaved;
