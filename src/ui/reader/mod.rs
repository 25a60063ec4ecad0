//! A document as text, with the quotations found in it and those to confirm.

mod confirmed_fields;
pub(super) mod highlights;
pub(super) mod lines;
pub(super) mod panel;
pub(super) mod unsaved;

mod known_quotations;
mod new_quotations;
mod text;
