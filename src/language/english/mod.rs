//! English.

mod actions;
mod page;
mod window;

pub(super) use window::WORDS;
