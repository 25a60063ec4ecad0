//! The system's fonts, for letters that the bundled ones lack: loaded when the first such letter turns up.

use std::collections::HashSet;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Stretch, Style};
use resvg::usvg::{self, FontFamily, FontResolver};
use skrifa::MetadataProvider as _;
use skrifa::bitmap::BitmapData;
use skrifa::instance::Size;

use crate::timeline::Font;

use super::escape::escaped;
use super::runs::FallbackFonts;

/// The prefix of a system font's family name in the SVG for our own renderer; its index follows.
const NAME: &str = "system-";

/// The bundled fonts, and after them those of the system.
pub(super) struct SystemFonts {
    fonts: Arc<Database>,
    /// The system's fonts, the best matches for ours first; `None` until one is needed.
    others: Option<Vec<Other>>,
}

/// A system font.
struct Other {
    id: ID,
    /// The letters that it can draw; read when it is first asked for one.
    letters: Option<HashSet<u32>>,
}

impl SystemFonts {
    pub(super) fn new() -> Self {
        let mut fonts = Database::new();
        for face in Font::ALL {
            fonts.load_font_data(face.bytes().to_vec());
        }
        fonts.set_sans_serif_family(Font::Text.family());
        fonts.set_serif_family(Font::Serif.family());
        Self { fonts: Arc::new(fonts), others: None }
    }

    /// The family name of a system font in an SVG for our own renderer.
    pub(super) fn name(face: usize) -> String {
        format!("{NAME}{face}")
    }

    /// The options to read such an SVG with.
    pub(super) fn options(&self) -> usvg::Options<'static> {
        let ids: Vec<ID> = self.others.iter().flatten().map(|other| other.id).collect();
        let bundled = FontResolver::default_font_selector();
        let font_resolver = FontResolver {
            select_font: Box::new(move |font, fonts| {
                let place = font.families().iter().find_map(|family| match family {
                    FontFamily::Named(name) => name.strip_prefix(NAME)?.parse::<usize>().ok(),
                    _ => None,
                });
                match place {
                    Some(place) => ids.get(place).copied(),
                    None => bundled(font, fonts),
                }
            }),
            // Each run has its font already; a fallback would replace it for the whole run.
            select_fallback: Box::new(|_, _, _| None),
        };
        usvg::Options { fontdb: Arc::clone(&self.fonts), font_resolver, ..usvg::Options::default() }
    }

    /// The file of a system font, and its index in it.
    pub(super) fn data(&self, font: usize) -> Option<(Vec<u8>, u32)> {
        let id = self.others.as_ref()?.get(font)?.id;
        self.fonts.with_face_data(id, |data, index| (data.to_vec(), index))
    }

    fn load(&mut self) -> Vec<Other> {
        let bundled: HashSet<ID> = self.fonts.faces().map(|face| face.id).collect();
        Arc::make_mut(&mut self.fonts).load_system_fonts();
        let mut faces: Vec<&FaceInfo> =
            self.fonts.faces().filter(|face| !bundled.contains(&face.id)).collect();
        faces.sort_by_cached_key(|face| rank(face));
        faces.into_iter().map(|face| Other { id: face.id, letters: None }).collect()
    }
}

/// How badly a font matches Inter: upright before slanted, of usual width and weight, without serifs. Names last, so
/// that the order is the same in every run.
fn rank(face: &FaceInfo) -> (bool, bool, bool, u16, bool, String) {
    (
        face.style != Style::Normal,
        face.monospaced,
        face.stretch != Stretch::Normal,
        face.weight.0.abs_diff(400),
        !face.post_script_name.contains("Sans"),
        face.post_script_name.clone(),
    )
}

impl FallbackFonts for SystemFonts {
    fn font_of(&mut self, letter: &str) -> Option<usize> {
        let c = letter.chars().next()?;
        let mut others = self.others.take().unwrap_or_else(|| self.load());
        let found = others.iter_mut().position(|other| {
            other.letters.get_or_insert_with(|| letters(&self.fonts, other.id)).contains(&u32::from(c))
        });
        self.others = Some(others);
        found
    }

    fn width(&self, text: &str, size: f32, font: usize) -> f32 {
        let (name, text) = (Self::name(font), escaped(text));
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="5" xml:space="preserve" font-family="{name}" font-size="{size}">{text}</text></svg>"#
        );
        let tree = usvg::Tree::from_str(&svg, &self.options());
        tree.ok().and_then(|tree| width_of_text(tree.root())).unwrap_or_default()
    }
}

fn width_of_text(group: &usvg::Group) -> Option<f32> {
    group.children().iter().find_map(|node| match node {
        usvg::Node::Text(text) => Some(text.bounding_box().width()),
        usvg::Node::Group(group) => width_of_text(group),
        usvg::Node::Path(_) | usvg::Node::Image(_) => None,
    })
}

/// The letters that a font can draw: as outlines, in colours made of outlines, or as bitmaps, as most emoji are.
fn letters(fonts: &Database, id: ID) -> HashSet<u32> {
    let read = fonts.with_face_data(id, |data, index| {
        let Ok(font) = skrifa::FontRef::from_index(data, index) else { return HashSet::new() };
        let (outlines, colours) = (font.outline_glyphs(), font.color_glyphs());
        let bitmaps = font.bitmap_strikes();
        let is_drawn = |glyph| {
            // resvg takes the largest bitmap, and knows one format.
            let is_png = || {
                bitmaps
                    .glyph_for_size(Size::unscaled(), glyph)
                    .is_some_and(|bitmap| matches!(bitmap.data, BitmapData::Png(_)))
            };
            outlines.get(glyph).is_some() || colours.get(glyph).is_some() || is_png()
        };
        font.charmap().mappings().filter(|&(_, glyph)| is_drawn(glyph)).map(|(code, _)| code).collect()
    });
    read.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia;

    /// A font that has one letter, a dove, as a bitmap only: a red square.
    const BITMAPS: &[u8] = include_bytes!("../../tests/data/bitmap-emoji.ttf");

    #[test]
    fn emoji_that_are_bitmaps_are_drawn() {
        let mut fonts = SystemFonts::new();
        let bundled = fonts.fonts.len();
        let all = Arc::make_mut(&mut fonts.fonts);
        all.load_font_data(BITMAPS.to_vec());
        let id = all.faces().nth(bundled).unwrap().id;
        fonts.others = Some(vec![Other { id, letters: None }]);
        assert_eq!(fonts.font_of("🕊\u{fe0f}"), Some(0));
        assert_eq!(fonts.font_of("x"), None);
        assert!((fonts.width("🕊", 20.0, 0) - 20.0).abs() < 0.1);
        let name = SystemFonts::name(0);
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-family="{name}" font-size="20">🕊</text></svg>"#
        );
        let tree = usvg::Tree::from_str(&svg, &fonts.options()).unwrap();
        let mut pixels = tiny_skia::Pixmap::new(40, 40).unwrap();
        resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
        let red = pixels.pixels().iter().filter(|pixel| pixel.red() == 255 && pixel.green() == 0).count();
        assert!((300..=450).contains(&red), "{red} of some 400 pixels are red");
    }
}
