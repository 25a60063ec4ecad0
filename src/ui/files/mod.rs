//! Opening a file: its progress, and its problems.

pub(super) mod loading_bar;
pub(super) mod problems_panel;
