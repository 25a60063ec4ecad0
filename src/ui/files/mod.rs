//! Opening a file: its progress, its problems, and the dialog that asks what the columns of a table are.

pub(super) mod loading_bar;
pub(super) mod open_table;
pub(super) mod paste;
mod problem_position;
pub(super) mod problems_panel;
pub(super) mod table_scene;

mod role_menu;
mod table_grid;
mod table_menu;
mod table_outcome;
mod table_preview;
mod table_questions;
