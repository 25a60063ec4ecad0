//! A picture as SVG with outlines for letters: it looks the same in every program, whatever fonts are installed.

use resvg::usvg;

use crate::timeline::{LegendBlock, Palette, Scene};

use super::png::PictureError;
use super::svg::to_own_svg;

/// The decimals of coordinates in points: finer than any screen or printer.
const DIGITS: u8 = 3;

/// The scene under its heading and over its legend, as an SVG document without text. Some programs neither have the fonts
/// in which texts were measured nor obey `textLength`.
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
    // usvg drops the title and the description, which screen readers read, and the viewBox, which lets it scale.
    let is_said = |line: &&str| line.starts_with("<title>") || line.starts_with("<desc>");
    let said: Vec<&str> = svg.lines().filter(is_said).take(2).collect();
    let (head, rest) = outlined.split_once('>').unwrap_or((outlined.as_str(), ""));
    let (width, height) = (tree.size().width(), tree.size().height());
    let said = said.join("\n");
    Ok(format!("{head} viewBox=\"0 0 {width} {height}\" role=\"img\">\n{said}{rest}"))
}
