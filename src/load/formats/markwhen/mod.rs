//! Lists of dated lines, as in markwhen: their parts, dates and entries.

mod document;
mod events;
mod ranges;

pub(in crate::load) use events::is_markwhen;
pub(super) use events::read;
