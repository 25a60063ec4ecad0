//! English.

mod actions;
mod window;

pub(super) use window::WORDS;
