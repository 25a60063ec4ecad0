//! English.

mod actions;
mod chart;
mod compare;
pub mod dates;
mod files;
mod known_year;
mod law;
mod page;
mod tables;
pub mod terms;
mod window;

pub(super) use window::WORDS;
