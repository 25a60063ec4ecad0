//! The characters of a picture that no font has: in their place stands a box.

use std::collections::BTreeSet;

use crate::text::{clusters, is_ignorable};
use crate::timeline::{BundledFonts, Drawing, Font, LegendBlock, Scene, Shape};

use super::runs::FallbackFonts as _;
use super::system_fonts::SystemFonts;

/// The characters of a scene, its title and its legend that neither the bundled fonts have nor those of the system.
pub fn missing_letters(scene: &Scene, legend: &LegendBlock) -> String {
    let fonts = BundledFonts::default();
    // Searched only if a letter needs them.
    let mut others: Option<SystemFonts> = None;
    let mut missing = BTreeSet::new();
    let mut look = |text: &str, font: Font| {
        for (_, letter) in clusters(text) {
            let is_own = |c: char| is_ignorable(c) || c.is_control() || fonts.font_for(c, font).is_some();
            if letter.chars().all(|c| is_own(c) || c.is_whitespace()) {
                continue;
            }
            if others.get_or_insert_with(SystemFonts::new).font_of(letter).is_none() {
                missing.extend(letter.chars().filter(|&c| !is_own(c)));
            }
        }
    };
    look(&scene.title, Font::Strong);
    let picture = Drawing::of(scene);
    let shapes = picture.layers.iter().flat_map(|layer| &layer.shapes).chain(&legend.shapes);
    for shape in shapes {
        if let Shape::Text { text, font, .. } = shape {
            look(text, *font);
        }
    }
    missing.into_iter().collect()
}
