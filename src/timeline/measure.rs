//! How wide a text is, by the advances of the bundled faces: the same answer on screen, in tests and in exports.

use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

/// The bundled faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Inter, for the interface.
    Text,
    /// Inter `SemiBold`, for titles.
    Strong,
    /// Source Serif 4, for the words people spoke.
    Serif,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 3] = [Self::Text, Self::Strong, Self::Serif];

    /// The family's name, as the font file gives it.
    pub fn family(self) -> &'static str {
        match self {
            Self::Text | Self::Strong => "Inter",
            Self::Serif => "Source Serif 4",
        }
    }

    /// The weight on the CSS scale.
    pub fn weight(self) -> u16 {
        match self {
            Self::Text | Self::Serif => 400,
            Self::Strong => 600,
        }
    }

    /// Whether the face has a glyph for a character.
    pub fn has(self, c: char) -> bool {
        skrifa::FontRef::new(self.bytes()).is_ok_and(|font| font.charmap().map(c).is_some())
    }

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Text => include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
            Self::Strong => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
            Self::Serif => include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
        }
    }
}

/// Tells how wide a text is.
pub trait TextMeasure {
    /// The width of `text` on one line, in points.
    fn width(&self, text: &str, size: f32, face: Face) -> f32;
}

/// Measures by the bundled faces. Kerning is left out: it changes a label by less than a point.
#[derive(Debug)]
pub struct BundledFonts {
    /// Advances in thousandths of an em of the first characters: Latin, Greek and Cyrillic.
    advances: [Vec<u16>; 3],
}

/// Characters below this code are measured once, at start.
const TABLE_END: u32 = 0x530;
/// What a character that no bundled face has is taken to be wide: a CJK glyph's full em.
const FALLBACK_ADVANCE: u16 = 1000;

impl Default for BundledFonts {
    fn default() -> Self {
        let advances = Face::ALL.map(|face| {
            let advance = advances(face);
            (0..TABLE_END).map(advance).collect()
        });
        Self { advances }
    }
}

impl TextMeasure for BundledFonts {
    fn width(&self, text: &str, size: f32, face: Face) -> f32 {
        let table = &self.advances[face as usize];
        let thousandths: u32 = text
            .chars()
            .map(|c| table.get(c as usize).copied().unwrap_or_else(|| advances(face)(c as u32)))
            .map(u32::from)
            .sum();
        thousandths as f32 * size / 1000.0
    }
}

/// Gives the advance of any character of a face, in thousandths of an em.
fn advances(face: Face) -> impl Fn(u32) -> u16 {
    let font = skrifa::FontRef::new(face.bytes()).ok();
    let font =
        font.map(|font| (font.charmap(), font.glyph_metrics(Size::new(1000.0), LocationRef::default())));
    move |code| {
        let width = font.as_ref().and_then(|(map, metrics)| metrics.advance_width(map.map(code)?));
        width.map_or(FALLBACK_ADVANCE, |width| width as u16)
    }
}

/// `text` if it fits `width`, else as much of it as does, with an ellipsis; empty when not even that fits.
///
/// Only the first few hundred characters are looked at: no label is wider, and a title may be a megabyte.
pub fn elided(text: &str, width: f32, size: f32, face: Face, measure: &dyn TextMeasure) -> String {
    const LOOKED_AT: usize = 300;
    let cut = text.char_indices().nth(LOOKED_AT).map(|(at, _)| at);
    let head = &text[..cut.unwrap_or(text.len())];
    if cut.is_none() && measure.width(head, size, face) <= width {
        return text.to_owned();
    }
    let room = width - measure.width("…", size, face);
    let mut used = 0.0;
    let mut end = 0;
    let mut buffer = [0; 4];
    for (at, c) in head.char_indices() {
        used += measure.width(c.encode_utf8(&mut buffer), size, face);
        if used > room {
            break;
        }
        end = at + c.len_utf8();
    }
    if end == 0 { String::new() } else { format!("{}…", head[..end].trim_end()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_when_it_must_be_and_never_wider_than_its_room() {
        let fonts = BundledFonts::default();
        let text = "Договор о РСМД, ended 2019";
        let whole = fonts.width(text, 13.0, Face::Text);
        assert_eq!(elided(text, whole, 13.0, Face::Text, &fonts), text);
        for room in 0..whole as usize {
            let cut = elided(text, room as f32, 13.0, Face::Text, &fonts);
            assert!(fonts.width(&cut, 13.0, Face::Text) <= room as f32);
            assert!(cut.is_empty() || cut.ends_with('…'));
        }
        let long = "x".repeat(1_000_000);
        assert!(elided(&long, 1e9, 13.0, Face::Text, &fonts).len() < 1000);
    }
}
