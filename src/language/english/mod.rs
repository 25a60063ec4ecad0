//! English.

mod actions;
mod chart;
pub(in crate::language) mod command_line;
mod compare;
pub(in crate::language) mod comparison;
pub(in crate::language) mod errors;
mod law;
mod page;
mod tables;
mod window;

pub(super) use window::WORDS;
