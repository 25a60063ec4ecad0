//! The way back: places to go back to, changes to undo, and the message that says what has just happened.
//!
//! Two histories, as in a browser that edits. The *trail* is where the user was: views and selections together; going back
//! changes nothing else, unless what was selected there is hidden by now. The *steps* are what the user did to the filter,
//! the lanes, the status date and the selection; undoing one puts these back as they were. `Session::apply` keeps both
//! from what a command changed, so that no feature has to take part.

mod change;
pub(super) mod command;
mod locations;
mod record;
pub(super) mod reversible;
pub(super) mod state;
mod title;
pub(super) mod trail;
mod undo;
pub(super) mod undo_stack;
