//! English.

mod actions;
mod page;
mod tables;
mod window;

pub(super) use window::WORDS;
