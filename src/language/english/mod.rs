//! English.

mod actions;
mod chart;
mod compare;
mod files;
mod law;
mod page;
pub(super) mod problems;
mod tables;
mod window;

pub(super) use window::WORDS;
