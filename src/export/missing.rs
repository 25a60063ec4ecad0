//! The characters of a picture that no font has: in their place stands a box.

use std::collections::BTreeSet;

use crate::text::{clusters, is_ignorable};
use crate::timeline::{BundledFonts, Drawing, Face, LegendBlock, Scene, Shape};

use super::runs::OtherFaces as _;
use super::system_fonts::SystemFonts;

/// The characters of a scene, its title and its legend that neither the bundled fonts have nor those of the system.
pub fn missing_letters(scene: &Scene, legend: &LegendBlock) -> String {
    let fonts = BundledFonts::default();
    // Searched only if a letter needs them.
    let mut others: Option<SystemFonts> = None;
    let mut missing = BTreeSet::new();
    let mut look = |text: &str, face: Face| {
        for (_, letter) in clusters(text) {
            let is_own = |c: char| is_ignorable(c) || c.is_control() || fonts.face_for(c, face).is_some();
            if letter.chars().all(|c| is_own(c) || c.is_whitespace()) {
                continue;
            }
            if others.get_or_insert_with(SystemFonts::new).face_of(letter).is_none() {
                missing.extend(letter.chars().filter(|&c| !is_own(c)));
            }
        }
    };
    look(&scene.title, Face::Strong);
    let picture = Drawing::of(scene);
    let shapes = picture.layers.iter().flat_map(|layer| &layer.shapes).chain(&legend.shapes);
    for shape in shapes {
        if let Shape::Text { text, face, .. } = shape {
            look(text, *face);
        }
    }
    missing.into_iter().collect()
}
