//! The characters that a PDF page draws, as lines and paragraphs, in the order in which they are drawn.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

/// A gap between two characters is a space from this part of the font's size on. A space is a quarter of it in most
/// fonts; letters that are spaced for emphasis stay below a sixth.
const SPACE: f64 = 0.17;

/// Lines are further apart than this many sizes of the font where a paragraph ends; set text has 1.0 to 1.4.
const PARAGRAPH: f64 = 1.75;

/// How much text is taken of all pages, in bytes, also of what is drawn twice and kept once.
const MOST_TEXT: usize = 64 << 20;

/// The text that pages draw.
pub(super) struct Lines {
    text: String,
    /// How many bytes of text were drawn: a font may say that one glyph is a whole book.
    drawn: usize,
    /// Characters whose font does not say what they are.
    unknown: usize,
    last: Option<Drawn>,
    /// Where the last run began, and with what: text that is drawn twice, for its outline or to look bold, counts once.
    run: Option<(Point, usize, usize)>,
}

/// The character that was drawn last.
#[derive(Clone, Copy)]
struct Drawn {
    /// Where the next one is expected.
    end: Point,
    /// The direction of the line, of length one.
    along: Vec2,
    size: f64,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self { text: String::new(), drawn: 0, unknown: 0, last: None, run: None }
    }

    /// Whether no more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.drawn > MOST_TEXT
    }

    /// What comes next is on another page.
    pub(super) fn end_page(&mut self) {
        self.part("\n\n");
        self.last = None;
        self.run = None;
    }

    /// The text, and how many of its characters are unknown.
    pub(super) fn finish(self) -> (String, usize) {
        (super::plain::read(&self.text), self.unknown)
    }

    /// Writes what parts two characters, unless it is there already.
    fn part(&mut self, by: &str) {
        if self.text.is_empty() {
            return;
        }
        // A few spaces are looked at, and not a whole line of them for each.
        let tail = self.text.floor_char_boundary(self.text.len().saturating_sub(64));
        let kept = tail + self.text[tail..].trim_end().len();
        let there = &self.text[kept..];
        if by == " " && !there.is_empty() || by == "\n" && there.contains('\n') {
            return;
        }
        self.text.truncate(kept);
        self.text.push_str(by);
    }

    /// What a glyph says; it counts as drawn.
    fn said(&mut self, glyph: &Glyph<'_>) -> Option<BfString> {
        let what = glyph.as_unicode();
        self.drawn += match &what {
            Some(BfString::String(letters)) => letters.len().max(1),
            Some(BfString::Char(_)) | None => 1,
        };
        what
    }

    fn draw(&mut self, what: Option<BfString>, place: Affine, advance: f64) {
        let origin = place * Point::ZERO;
        let along = place * Point::new(1.0, 0.0) - origin;
        let up = place * Point::new(0.0, 1000.0) - origin;
        let size = up.hypot();
        if !size.is_finite() || size <= 0.0 || along.hypot() <= 0.0 {
            return;
        }
        let end = origin + along * advance;
        let along = along / along.hypot();
        if let Some(last) = self.last {
            let step = origin - last.end;
            let forward = step.dot(last.along);
            let across = step.cross(last.along).abs();
            let size = size.max(last.size);
            if across > size * PARAGRAPH {
                self.part("\n\n");
            } else if across > size * 0.5 || forward < -size * 1.5 {
                self.part("\n");
            } else if forward > size * SPACE {
                self.part(" ");
            }
        }
        self.last = Some(Drawn { end, along, size });
        match what {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => {
                self.unknown += 1;
                self.text.push('\u{fffd}');
            }
        }
    }
}

impl<'a> Device<'a> for Lines {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first().filter(|_| !self.is_full()) else { return };
        let origin = props.transform * first.transform() * Point::ZERO;
        let size = (props.transform * first.transform() * Point::new(0.0, 1000.0) - origin).hypot();
        if let Some((before, count, start)) = self.run
            && count == glyphs.len()
            && (origin - before).hypot() < size * 0.1
            && self.repeats(run, start)
        {
            return;
        }
        let start = self.text.len();
        for glyph in glyphs {
            if self.is_full() {
                break;
            }
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            // Half the size of the font is what a letter takes on average.
            let advance = f64::from(advance.unwrap_or(500.0));
            let what = self.said(glyph);
            self.draw(what, props.transform * glyph.transform(), advance);
        }
        self.run = Some((origin, glyphs.len(), start));
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Lines {
    /// Whether a run says what was written from `start` on.
    fn repeats(&mut self, run: &GlyphRun<'_, '_>, start: usize) -> bool {
        let mut at = start;
        for glyph in run.glyphs() {
            let what = self.said(glyph);
            let mut one = [0; 4];
            let letters = match &what {
                Some(BfString::Char(letter)) => &*letter.encode_utf8(&mut one),
                Some(BfString::String(letters)) => letters.as_str(),
                None => "\u{fffd}",
            };
            for letter in letters.chars().filter(|letter| !letter.is_whitespace()) {
                // What parts the letters is not theirs.
                let Some(rest) = self.text.get(at..).map(str::trim_start) else { return false };
                if self.drawn > MOST_TEXT || !rest.starts_with(letter) {
                    return false;
                }
                at = self.text.len() - rest.len() + letter.len_utf8();
            }
        }
        self.text.get(at..).is_some_and(|rest| rest.trim_start().is_empty())
    }
}
