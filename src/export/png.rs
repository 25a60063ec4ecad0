//! A scene as PNG, drawn from its SVG by resvg with the bundled fonts, and the system's for letters that those lack.

use resvg::{tiny_skia, usvg};

use crate::timeline::{LegendBlock, Palette, Scene};

use super::svg::to_own_svg;

/// Maximum width and height of a picture, in pixels: many programs show no larger ones.
const MAX_SIDE: f32 = 16_384.0;
/// Maximum number of pixels: drawing and packing takes some twelve bytes for each.
const MAX_PIXELS: f32 = 100e6;

/// Why no picture could be made.
#[derive(Debug)]
pub enum PictureError {
    /// A side is zero, or longer than this many pixels.
    Size(u32),
    /// It would have too many pixels: how many millions, and the maximum.
    Pixels(u64, u64),
    /// resvg did not understand our SVG: a fault in this program.
    Svg(usvg::Error),
    /// The encoder failed, in its own words.
    Encode(String),
    /// It was no longer wanted.
    Cancelled,
}

/// Maximum height of a picture of this width, in points, at `scale` pixels per point.
pub fn max_height(width: f32, scale: f32) -> f32 {
    let pixels = (MAX_PIXELS / (width * scale).ceil()).min(MAX_SIDE);
    (pixels.floor() / scale).floor()
}

/// The scene under its heading and over its legend as PNG; `scale` is pixels per point.
///
/// # Errors
/// [`PictureError`] when the size is out of range or there would be too many pixels; the other cases would be faults of this program.
pub fn to_png(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
    scale: f32,
) -> Result<Vec<u8>, PictureError> {
    let pixels = drawn(scene, legend, palette, scale)?;
    pixels.encode_png().map_err(|err| PictureError::Encode(err.to_string()))
}

/// The same as pixels: width and height, and red, green, blue and opacity of each.
///
/// # Errors
/// As for [`to_png`].
pub fn to_pixels(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
    scale: f32,
) -> Result<([usize; 2], Vec<u8>), PictureError> {
    let pixels = drawn(scene, legend, palette, scale)?;
    // The paper is solid, so that no colour is weakened by its opacity.
    Ok(([pixels.width() as usize, pixels.height() as usize], pixels.take()))
}

fn drawn(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
    scale: f32,
) -> Result<tiny_skia::Pixmap, PictureError> {
    let (svg, fonts) = to_own_svg(scene, legend, palette);
    let tree = usvg::Tree::from_str(&svg, &fonts.options()).map_err(PictureError::Svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if !(1.0..=MAX_SIDE).contains(&width) || !(1.0..=MAX_SIDE).contains(&height) {
        return Err(PictureError::Size(MAX_SIDE as u32));
    }
    if width.ceil() * height.ceil() > MAX_PIXELS {
        let millions = |pixels: f32| (pixels / 1e6).ceil() as u64;
        return Err(PictureError::Pixels(millions(width * height), millions(MAX_PIXELS)));
    }
    let mut pixels = tiny_skia::Pixmap::new(width.ceil() as u32, height.ceil() as u32)
        .ok_or(PictureError::Size(MAX_SIDE as u32))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_picture_is_within_both_limits() {
        for (width, scale) in [(900.0, 2.0), (1440.0, 2.0), (3840.0, 2.0), (7680.0, 2.0), (333.3, 1.7)] {
            let (wide, high) = (width * scale, max_height(width, scale) * scale);
            assert!(high > 1_000.0 && high <= MAX_SIDE, "{high}");
            assert!(wide.ceil() * high.ceil() <= MAX_PIXELS, "{wide} × {high}");
        }
    }
}
