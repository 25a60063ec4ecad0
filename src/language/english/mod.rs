//! English.

mod actions;
mod chart;
mod law;
mod page;
mod tables;
mod window;

pub(super) use window::WORDS;
