//! Actions, which have names and keys: menus, buttons, shortcuts and the palette all use them. And overlays: what
//! covers the window and takes the keyboard, such as the palette itself or a date to type.

pub(super) mod action;
mod apply;
pub(super) mod overlay;
pub(super) mod overlay_command;
pub(super) mod palette;
pub(super) mod shortcuts;
