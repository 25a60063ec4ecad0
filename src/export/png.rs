//! A scene as PNG, drawn from its SVG by resvg with the bundled faces; the machine's own for letters that those lack.

use std::fmt;

use resvg::{tiny_skia, usvg};

use crate::timeline::{LegendBlock, Palette, Scene};

use super::svg::to_own_svg;

/// No picture is wider or higher than this, in pixels: 16,384² pixels take a gigabyte.
const MAX_SIDE: f32 = 16_384.0;

/// Why no picture could be made.
#[derive(Debug)]
pub enum PngError {
    /// The size is zero or beyond what memory should be asked for.
    Size,
    /// resvg did not understand our SVG: a fault in this program.
    Svg(usvg::Error),
    /// The encoder failed.
    Encode(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size => write!(f, "a picture must be between 1 and {MAX_SIDE} pixels wide and high"),
            Self::Svg(err) => write!(f, "the picture could not be drawn: {err}"),
            Self::Encode(err) => write!(f, "the picture could not be encoded: {err}"),
        }
    }
}

impl std::error::Error for PngError {}

/// The scene under its heading and over its legend as PNG; `scale` is pixels per point.
///
/// # Errors
/// [`PngError`] when the size is out of range; the other cases would be faults of this program.
pub fn to_png(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
    scale: f32,
) -> Result<Vec<u8>, PngError> {
    let (svg, fonts) = to_own_svg(scene, legend, palette);
    let tree = usvg::Tree::from_str(&svg, &fonts.options()).map_err(PngError::Svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if !(1.0..=MAX_SIDE).contains(&width) || !(1.0..=MAX_SIDE).contains(&height) {
        return Err(PngError::Size);
    }
    let mut pixels =
        tiny_skia::Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or(PngError::Size)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|err| PngError::Encode(err.to_string()))
}
