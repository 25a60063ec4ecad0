//! Settings: what is saved from one run to the next, for the program and for each dataset; and the preferences of the user
//! where the system's are not to apply. The application reads and writes the text; here it is parsed, checked and merged.

mod apply;
pub(super) mod command;
pub(super) mod state;
pub(super) mod text;
