//! An SVG that brings its letters along: the glyphs that it uses, as fonts in `data:` addresses.

use std::collections::BTreeSet;

use skrifa::{FontRef, MetadataProvider as _};
use write_fonts::FontBuilder;
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag};

use crate::timeline::{Drawing, Font, LegendBlock, Palette, Scene, Shape};

use super::escape::base64;
use super::svg::to_svg;

/// An SVG does not grow by more than this for its fonts, in bytes.
const MAX_GROWTH: usize = 150_000;

/// The scene under its heading and over its legend, as an SVG document with the fonts of its texts; without them where they
/// would be too large.
pub fn to_embedded_svg(scene: &Scene, legend: &LegendBlock, palette: Palette) -> String {
    let svg = to_svg(scene, legend, palette);
    let Some(fonts) = fonts(scene, legend).filter(|fonts| fonts.len() <= MAX_GROWTH) else { return svg };
    // The definitions come after the title and the description, which stand first for screen readers.
    svg.replacen("<defs>", &format!("<defs>\n<style>{fonts}</style>"), 1)
}

/// The rules of a style sheet for the fonts; `None` if one cannot be cut to size.
fn fonts(scene: &Scene, legend: &LegendBlock) -> Option<String> {
    let mut letters: [BTreeSet<char>; 3] = Default::default();
    let mut add = |text: &str, font: Font| {
        let fonts = Font::ALL.into_iter().zip(&mut letters);
        for (_, letters) in fonts.filter(|(other, _)| *other == font) {
            letters.extend(text.chars());
        }
    };
    add(&scene.title, Font::Strong);
    // A text that is cut ends with it.
    add("…", Font::Strong);
    let drawing = Drawing::of(scene);
    for shape in drawing.layers.iter().flat_map(|layer| &layer.shapes).chain(&legend.shapes) {
        if let Shape::Text { text, font, .. } = shape {
            add(text, *font);
        }
    }
    let mut rules = String::new();
    for (font, letters) in Font::ALL.into_iter().zip(&letters).filter(|(_, letters)| !letters.is_empty()) {
        let data = base64(&subset(font, letters)?);
        rules.extend([format!(
            "@font-face{{font-family:'{}';font-weight:{};src:url(data:font/ttf;base64,{data})}}",
            font.family(),
            font.weight()
        )]);
    }
    Some(rules)
}

/// The glyphs of these letters as a font of their own.
fn subset(font: Font, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let charmap = FontRef::new(font.bytes()).ok()?.charmap();
    let mut glyphs = subsetter::GlyphRemapper::new();
    let mut mappings = Vec::new();
    for &letter in letters {
        let glyph = charmap.map(letter).map(|glyph| glyph.to_u32()).filter(|&glyph| glyph != 0);
        if let Some(glyph) = glyph.and_then(|glyph| u16::try_from(glyph).ok()) {
            mappings.push((letter, GlyphId::new(u32::from(glyphs.remap(glyph)))));
        }
    }
    // Made for PDF, it has no table of letters, nor that by which browsers choose a font.
    let cut = subsetter::subset(font.bytes(), 0, &glyphs).ok()?;
    let mut made = FontBuilder::new();
    made.add_table(&Cmap::from_mappings(mappings).ok()?).ok()?;
    let mut copy = |from: &[u8], is_wanted: fn(&[u8; 4]) -> bool| {
        let from = FontRef::new(from).ok()?;
        for record in from.table_directory().table_records() {
            let tag = record.tag().to_be_bytes();
            if is_wanted(&tag) {
                made.add_raw(Tag::new(&tag), from.table_data(record.tag())?.as_bytes().to_vec());
            }
        }
        Some(())
    };
    copy(&cut, |_| true)?;
    copy(font.bytes(), |tag| tag == b"OS/2")?;
    Some(made.build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subset_has_its_letters_with_their_widths_and_is_small() {
        let letters: BTreeSet<char> = "INF Treaty, 1987 – Договор".chars().collect();
        let whole = FontRef::new(Font::Text.bytes()).unwrap();
        let bytes = subset(Font::Text, &letters).unwrap();
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
        let font = FontRef::new(&bytes).unwrap();
        let advance = |font: &FontRef<'_>, letter: char| {
            let glyph = font.charmap().map(letter)?;
            let size = skrifa::instance::Size::new(1.0);
            font.glyph_metrics(size, skrifa::instance::LocationRef::default()).advance_width(glyph)
        };
        for letter in letters {
            assert!(advance(&font, letter).is_some(), "{letter}");
            assert_eq!(advance(&font, letter), advance(&whole, letter), "{letter}");
        }
        assert_eq!(font.charmap().map('Q'), None);
    }
}
