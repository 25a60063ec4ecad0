//! Settings: what is saved from one run to the next, for the program and for each dataset.
//!
//! Preferences of the user take precedence over those of the system. The application reads and writes the text of the
//! settings; here it is parsed, checked and merged with what another window wrote.

mod apply;
pub(super) mod command;
pub(super) mod state;
pub(super) mod text;
