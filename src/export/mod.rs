//! A scene as a file: SVG, PNG made from that SVG, and PDF, which draw the same picture as the window; and a page that draws it
//! itself.
//!
//! Architecture Invariant: exporters take a [`Scene`](crate::timeline::Scene) and a
//! [`LegendBlock`](crate::timeline::LegendBlock) and return text or bytes; they decide nothing about what is drawn, and know
//! no window.

mod embedded;
mod escape;
mod metadata;
mod missing;
mod outlines;
mod pdf;
mod png;
mod runs;
mod svg;
mod system_fonts;
mod web_page;

pub use embedded::to_embedded_svg;
pub use metadata::Metadata;
pub use missing::missing_letters;
pub use outlines::to_outlined_svg;
pub use pdf::{PdfFile, to_pdf};
pub use png::{PictureError, max_height, to_pixels, to_png};
pub use svg::{HEADING_HEIGHT, to_svg};
pub use web_page::{PageInput, PageStep, to_page};
