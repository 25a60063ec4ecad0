//! Lists of dated lines, as in markwhen.

mod document;
mod ranges;
mod read;

pub(in crate::load) use read::is_markwhen;
pub(super) use read::read;
