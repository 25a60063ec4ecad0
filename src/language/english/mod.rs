//! English.

mod actions;
mod chart;
mod compare;
mod law;
mod page;
mod tables;
mod window;

pub(super) use window::WORDS;
