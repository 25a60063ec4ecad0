//! Every action by name and key, and what lies over the window and takes the keyboard.

pub(super) mod action;
mod apply;
pub(super) mod command;
pub(super) mod overlay;
