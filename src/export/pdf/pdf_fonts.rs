//! Texts on a page: in the bundled fonts by the advances by which they were measured, other letters in fonts of the system.

use std::collections::{BTreeMap, BTreeSet};

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{Font as PdfFont, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

use crate::export::png::PictureError;
use crate::export::runs::{Run, RunFont, runs};
use crate::export::system_fonts::SystemFonts;
use crate::text::is_ignorable;
use crate::timeline::{Align, BundledFonts, Font, Pos, TextMeasure as _};

/// Stands in the place of a character that no font has.
const SUBSTITUTES: [char; 3] = ['\u{fffd}', '□', '?'];
/// The mark that a run which reads from right to left begins and ends with.
const RIGHT_TO_LEFT: char = '\u{200f}';

/// The fonts of a document.
pub(super) struct PdfFonts {
    bundled: [Bundled; 3],
    system: SystemFonts,
    others: BTreeMap<usize, Option<Other>>,
    measure: BundledFonts,
    /// The characters that no font has.
    pub(super) missing: BTreeSet<char>,
}

struct Bundled {
    font: PdfFont,
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

/// A font of the system: its file, and its index in it.
struct Other {
    font: PdfFont,
    bytes: Vec<u8>,
    index: u32,
}

/// A text on one line.
pub(super) struct PdfLine<'a> {
    pub(super) at: Pos,
    pub(super) align: Align,
    pub(super) text: &'a str,
    pub(super) size: f32,
    pub(super) font: Font,
}

impl PdfFonts {
    pub(super) fn new() -> Result<Self, PictureError> {
        let bundled = |font: Font| {
            let read = FontRef::new(font.bytes()).ok()?;
            let letters = read.charmap();
            let metrics = read.glyph_metrics(Size::new(1.0), LocationRef::default());
            Some(Bundled { font: PdfFont::new(font.bytes().into(), 0)?, letters, metrics })
        };
        let [text, strong, serif] = Font::ALL.map(bundled);
        let fault = || PictureError::Encode("a bundled font cannot be read".to_owned());
        let bundled = [text, strong, serif].map(|font| font.ok_or_else(fault));
        let [text, strong, serif] = bundled;
        Ok(Self {
            bundled: [text?, strong?, serif?],
            system: SystemFonts::new(),
            others: BTreeMap::new(),
            measure: BundledFonts::default(),
            missing: BTreeSet::new(),
        })
    }

    pub(super) fn draw(&mut self, surface: &mut Surface<'_>, line: &PdfLine<'_>) {
        let &PdfLine { at, align, text, size, font } = line;
        let runs = runs(text, size, font, &self.measure, &mut self.system);
        let width = match &runs {
            None => self.measure.width(text, size, font),
            Some(runs) => runs.iter().map(|run| run.width).sum(),
        };
        let mut left = match align {
            Align::Start => at.x,
            Align::Middle => at.x - width / 2.0,
            Align::End => at.x - width,
        };
        let Some(runs) = runs else {
            return self.draw_bundled(surface, Pos { x: left, ..at }, text, size, font);
        };
        for run in runs {
            let at = Pos { x: left, ..at };
            match run.setter {
                RunFont::Bundled(font) => self.draw_bundled(surface, at, &run.text, size, font),
                RunFont::Other(other) => self.draw_other(surface, at, &run, size, other),
            }
            left += run.width;
        }
    }

    fn draw_bundled(&mut self, surface: &mut Surface<'_>, at: Pos, text: &str, size: f32, font: Font) {
        let bundled = match font {
            Font::Text => &self.bundled[0],
            Font::Strong => &self.bundled[1],
            Font::Serif => &self.bundled[2],
        };
        let substitute = SUBSTITUTES.iter().find_map(|&c| bundled.letters.map(c));
        let mut glyphs = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            if is_ignorable(c) {
                continue;
            }
            let shown = if c.is_control() { ' ' } else { c };
            let own = bundled.letters.map(shown).filter(|glyph| glyph.to_u32() != 0);
            if own.is_none() && !shown.is_whitespace() {
                self.missing.insert(c);
            }
            let blank = || if shown.is_whitespace() { bundled.letters.map(' ') } else { substitute };
            let Some(glyph) = own.or_else(blank) else { continue };
            glyphs.push(KrillaGlyph {
                glyph_id: GlyphId::new(glyph.to_u32()),
                text_range: at..at + c.len_utf8(),
                x_advance: bundled.metrics.advance_width(glyph).unwrap_or_default(),
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            });
        }
        if !glyphs.is_empty() {
            let start = Point::from_xy(at.x, at.y);
            surface.draw_glyphs(start, &glyphs, bundled.font.clone(), text, size, false);
        }
    }

    fn draw_other(&mut self, surface: &mut Surface<'_>, at: Pos, run: &Run, size: f32, other: usize) {
        let system = &self.system;
        let loaded = self.others.entry(other).or_insert_with(|| {
            let (bytes, index) = system.data(other)?;
            Some(Other { font: PdfFont::new(bytes.clone().into(), index)?, bytes, index })
        });
        let Some(loaded) = loaded else { return };
        let text: String = run.text.chars().filter(|&c| c != RIGHT_TO_LEFT && !c.is_control()).collect();
        let Some(glyphs) = shaped(loaded, &text, run.text.starts_with(RIGHT_TO_LEFT)) else { return };
        let natural: f32 = glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
        let scale = if run.is_narrowed && natural > 0.0 { (run.width / natural).min(1.0) } else { 1.0 };
        surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, 1.0, at.x, at.y));
        surface.draw_glyphs(Point::from_xy(0.0, 0.0), &glyphs, loaded.font.clone(), &text, size, false);
        surface.pop();
    }
}

/// The glyphs of a run from left to right, with advances in ems.
fn shaped(other: &Other, text: &str, is_right_to_left: bool) -> Option<Vec<KrillaGlyph>> {
    let font = FontRef::from_index(&other.bytes, other.index).ok()?;
    let data = ShaperData::new(&font);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = data.shaper(&font).build().shape(buffer, ShapeOptions::new());
    let ems = 1.0 / other.font.units_per_em();
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, position)| {
        let start = info.cluster as usize;
        let after = starts.partition_point(|&other| other <= start);
        KrillaGlyph {
            glyph_id: GlyphId::new(info.glyph_id),
            text_range: start..starts.get(after).copied().unwrap_or(text.len()),
            x_advance: position.x_advance as f32 * ems,
            x_offset: position.x_offset as f32 * ems,
            y_offset: position.y_offset as f32 * ems,
            y_advance: 0.0,
            location: None,
        }
    });
    // A glyph without a number would break the promise that every glyph has a letter.
    Some(glyphs.filter(|glyph| glyph.glyph_id != GlyphId::new(0)).collect())
}
