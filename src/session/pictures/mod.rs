//! The timeline as a picture or on paper: what is chosen for it in the dialog, and what comes of that.
//!
//! A choice and a session make a scene (for SVG and PNG) or sheets (for PDF, and for the preview of all formats). Both are
//! planned here, so that the preview shows what is written; drawing them to a file is left to `app`.

mod bookmark_pages;
pub(super) mod choice;
mod choice_text;
pub(super) mod command;
pub(super) mod effect;
mod event_list;
mod pages;
mod poster;
mod scenes;
mod sheets;
mod single_picture;
mod source_numbers;
pub(super) mod state;
mod text_flow;
mod tiles;
