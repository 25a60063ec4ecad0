//! Opening a file: how far it is, and what is wrong with it.

pub(super) mod loading_bar;
pub(super) mod problems_panel;
