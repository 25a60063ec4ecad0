//! A scene as a file: SVG, and PNG made from that SVG, so that both show what the window shows.
//!
//! Architecture Invariant: exporters read a [`Picture`](crate::timeline::Picture) and write bytes; they decide
//! nothing about what is drawn, and know no window.

mod escape;
mod outlines;
mod png;
mod runs;
mod svg;
mod system_fonts;

pub use outlines::to_outlined_svg;
pub use png::{PictureError, max_height, to_png};
pub use svg::{HEADING_HEIGHT, to_svg};
