//! The width of texts by the advances of the bundled fonts: the same on screen, in tests and in exports.

use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

use crate::text::{clusters, is_emoji, is_ignorable};

/// The bundled fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// Inter, for the interface.
    Text,
    /// Inter `SemiBold`, for titles.
    Strong,
    /// Source Serif 4, for quotations.
    Serif,
}

impl Font {
    /// Every font.
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

    /// Whether the font has a glyph for a character.
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

/// Measures the width of texts.
pub trait TextMeasure {
    /// The width of `text` on one line, in points.
    fn width(&self, text: &str, size: f32, font: Font) -> f32;
}

/// Measures by the bundled fonts. Kerning is left out: it changes a label by less than a point.
#[derive(Debug)]
pub struct BundledFonts {
    /// Advances in thousandths of an em of Latin, Greek and Cyrillic, then of [`MARKS`]; none of those that the font
    /// lacks.
    advances: [Vec<Option<u16>>; 3],
}

/// Letters below this code are measured once, at start.
const LETTERS_END: u32 = 0x530;
/// So are dashes, quotation marks and the like, which are in every second label.
const MARKS: std::ops::Range<u32> = 0x2000..0x2070;

impl Default for BundledFonts {
    fn default() -> Self {
        let advances = Font::ALL.map(|font| {
            let advance = advances(font);
            (0..LETTERS_END).chain(MARKS).map(advance).collect()
        });
        Self { advances }
    }
}

impl TextMeasure for BundledFonts {
    fn width(&self, text: &str, size: f32, font: Font) -> f32 {
        let thousandths: u32 = if text.chars().all(stands_alone) {
            text.chars().map(|c| self.advance(c, font)).sum()
        } else {
            clusters(text).map(|(_, cluster)| self.advance_of_cluster(cluster, font)).sum()
        };
        thousandths as f32 * size / 1000.0
    }
}

impl BundledFonts {
    /// Which of the bundled fonts has a character that is to be set in `font`; `None` where a font of the system
    /// must stand in.
    pub fn font_for(&self, c: char, font: Font) -> Option<Font> {
        [font, Font::Text].into_iter().find(|&font| self.own_advance(c, font).is_some())
    }

    fn own_advance(&self, c: char, font: Font) -> Option<u16> {
        let code = c as u32;
        let slot = if MARKS.contains(&code) { LETTERS_END + code - MARKS.start } else { code };
        let is_known = code < LETTERS_END || MARKS.contains(&code);
        match self.advances[font as usize].get(slot as usize).filter(|_| is_known) {
            Some(advance) => *advance,
            None => advances(font)(c as u32),
        }
    }

    fn advance(&self, c: char, font: Font) -> u32 {
        if is_ignorable(c) {
            return 0;
        }
        let own = self.own_advance(c, font).or_else(|| self.own_advance(c, Font::Text));
        u32::from(own.unwrap_or_else(|| estimated_advance(c)))
    }

    /// The advance of a grapheme cluster: accents and joiners add nothing to it.
    fn advance_of_cluster(&self, cluster: &str, font: Font) -> u32 {
        let mut letters = cluster.chars();
        let first = letters.next().map_or(0, |c| self.advance(c, font));
        // In the scripts of India a vowel stands beside its consonant, and so do consonants without a vowel.
        let beside = letters.filter(|&c| ('\u{900}'..'\u{e00}').contains(&c) && c.is_alphabetic()).count();
        first + 300 * beside as u32
    }
}

/// Whether a character is certainly a cluster of its own.
fn stands_alone(c: char) -> bool {
    matches!(c, ' '..'\u{300}' | '\u{370}'..'\u{483}' | '\u{48a}'..'\u{590}')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}')
}

/// The estimated advance of a character that no bundled font has, in thousandths of an em: about what common fonts of its
/// script give it, a full em for Chinese, Japanese and Korean, and more for emoji.
fn estimated_advance(c: char) -> u16 {
    match c {
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' | '\u{e00}'..='\u{eff}' => 560,
        '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => 520,
        '\u{530}'..='\u{58f}' | '\u{900}'..='\u{dff}' | '\u{10a0}'..='\u{10ff}' => 620,
        _ if is_emoji(c) => 1250,
        _ => 1000,
    }
}

/// Gives the advance of any character that a font has, in thousandths of an em.
fn advances(font: Font) -> impl Fn(u32) -> Option<u16> {
    let font = skrifa::FontRef::new(font.bytes()).ok();
    let font =
        font.map(|font| (font.charmap(), font.glyph_metrics(Size::new(1000.0), LocationRef::default())));
    move |code| {
        let width = font.as_ref().and_then(|(map, metrics)| metrics.advance_width(map.map(code)?));
        width.map(|width| width as u16)
    }
}

/// `text` if it fits `width`, else as much of it as fits, with an ellipsis; empty if not even that fits. Neither a letter
/// nor a number is cut in two: a year cut to its first digits is another year.
///
/// Only the first few hundred characters are examined: no label is longer, and a title may be a megabyte.
pub fn elided(text: &str, width: f32, size: f32, font: Font, measure: &dyn TextMeasure) -> String {
    const LOOKED_AT: usize = 300;
    let cut = text.char_indices().nth(LOOKED_AT).map(|(at, _)| at);
    let mut head = &text[..cut.unwrap_or(text.len())];
    if cut.is_none() && measure.width(head, size, font) <= width {
        return text.to_owned();
    }
    if cut.is_some() {
        // The last letter may continue in the part that is not examined.
        let last = clusters(head).next_back().map_or(0, |(at, _)| at);
        head = if last > 0 { &head[..last] } else { head };
    }
    let room = width - measure.width("…", size, font);
    let mut used = 0.0;
    let mut end = 0;
    for (at, cluster) in clusters(head) {
        used += measure.width(cluster, size, font);
        if used > room {
            break;
        }
        end = at + cluster.len();
    }
    if text[end..].starts_with(char::is_numeric) {
        end = text[..end].trim_end_matches(char::is_numeric).len();
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
        let whole = fonts.width(text, 13.0, Font::Text);
        assert_eq!(elided(text, whole, 13.0, Font::Text, &fonts), text);
        for room in 0..whole as usize {
            let cut = elided(text, room as f32, 13.0, Font::Text, &fonts);
            assert!(fonts.width(&cut, 13.0, Font::Text) <= room as f32);
            assert!(cut.is_empty() || cut.ends_with('…'));
        }
        let long = "x".repeat(1_000_000);
        assert!(elided(&long, 1e9, 13.0, Font::Text, &fonts).len() < 1000);
    }

    #[test]
    fn no_letter_and_no_number_is_cut_through() {
        let fonts = BundledFonts::default();
        for text in ["Tu\u{308}rkiye 1968", "संधि का पाठ", "👩🏽\u{200d}🚀👩🏽\u{200d}🚀 accord", "핵확산 조약"]
        {
            let whole = fonts.width(text, 13.0, Font::Text);
            let ends: Vec<usize> = clusters(text).map(|(at, cluster)| at + cluster.len()).collect();
            for room in 0..whole as usize {
                let cut = elided(text, room as f32, 13.0, Font::Text, &fonts);
                let Some(kept) = cut.strip_suffix('…') else { continue };
                assert!(ends.contains(&kept.len()) && text.starts_with(kept), "{cut}");
                assert!(!cut.contains("19") || cut.contains("1968"), "{cut}");
            }
        }
    }

    #[test]
    fn accents_and_joiners_have_no_width() {
        let fonts = BundledFonts::default();
        let width = |text: &str| fonts.width(text, 13.0, Font::Text);
        assert_eq!(width("Tu\u{308}rkiye"), width("Turkiye"));
        assert_eq!(width("disarma\u{ad}ment"), width("disarmament"));
        assert_eq!(width("👩🏽\u{200d}🚀"), width("👩"));
        assert!(width("معاهدة") < 0.6 * width("条约条约条约"));
        assert_eq!(fonts.font_for('א', Font::Serif), None);
        assert_eq!(fonts.font_for('a', Font::Serif), Some(Font::Serif));
    }
}
