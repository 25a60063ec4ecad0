//! A picture as SVG whose letters are outlines: it looks the same in every program, whatever faces that has.

use resvg::usvg;

use crate::timeline::{LegendBlock, Palette, Scene};

use super::png::PictureError;
use super::svg::to_own_svg;

/// How many digits after the point places have, in points: finer than any screen or printer.
const DIGITS: u8 = 3;

/// The scene under its heading and over its legend, as an SVG document without text. Some programs neither have the faces
/// that a text was measured in nor keep it to the width that is said of it.
///
/// # Errors
/// [`PictureError::Svg`] would be a fault of this program.
pub fn to_outlined_svg(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
) -> Result<String, PictureError> {
    let (svg, fonts) = to_own_svg(scene, legend, palette);
    let tree = usvg::Tree::from_str(&svg, &fonts.options()).map_err(PictureError::Svg)?;
    let outlined = tree.to_string(&usvg::WriteOptions {
        coordinates_precision: DIGITS,
        indent: usvg::Indent::Spaces(0),
        ..usvg::WriteOptions::default()
    });
    // What the picture is called, for whoever hears it, and how it grows with its place are lost on that way.
    let is_said = |line: &&str| line.starts_with("<title>") || line.starts_with("<desc>");
    let said: Vec<&str> = svg.lines().filter(is_said).take(2).collect();
    let (head, rest) = outlined.split_once('>').unwrap_or((outlined.as_str(), ""));
    let (width, height) = (tree.size().width(), tree.size().height());
    let said = said.join("\n");
    Ok(format!("{head} viewBox=\"0 0 {width} {height}\" role=\"img\">\n{said}{rest}"))
}
