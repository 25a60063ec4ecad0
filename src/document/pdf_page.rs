//! Takes the letters that PDF pages draw and writes them as lines and paragraphs.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::pdf_columns::{MIN_PARAGRAPH_SPACING, Part, in_order};
use super::pdf_letters::{Letter, Letters, Row};

/// Maximum length of the text of all pages, in bytes, including repeated drawings that are kept only once.
const MAX_TEXT: usize = 64 << 20;

/// Maximum number of letters laid out at once: a printed page has some five thousand.
const MAX_LETTERS: usize = 200_000;

/// Minimum number of lines of a page of text, which has a number at its edge.
const MIN_LINES: usize = 4;

/// The text drawn by pages.
pub(super) struct Lines {
    text: String,
    /// Number of bytes of text drawn: a font may map a single glyph to a whole book.
    drawn: usize,
    /// Number of characters unknown to their font.
    unknown: usize,
    /// Letters drawn on the page but not yet written.
    page: Letters,
    /// Where the last run began, its number of glyphs, and where its text begins: text drawn twice, for its outline
    /// or to look bold, counts once.
    run: Option<(Point, usize, usize)>,
    /// The row of the page that was written last.
    last: Option<Letter>,
}

impl Lines {
    pub(super) fn new() -> Self {
        let page = Letters::default();
        Self { text: String::new(), drawn: 0, unknown: 0, page, run: None, last: None }
    }

    /// Whether the limit is reached.
    pub(super) fn is_full(&self) -> bool {
        self.drawn > MAX_TEXT
    }

    /// Begins another page.
    pub(super) fn end_page(&mut self) {
        let is_whole = self.last.is_none();
        self.write(is_whole);
        self.last = None;
    }

    /// The text, and the number of unknown characters in it.
    pub(super) fn finish(self) -> (String, usize) {
        (super::text::read(&self.text), self.unknown)
    }

    /// The text of a glyph, which counts as drawn.
    fn what(&mut self, glyph: &Glyph<'_>) -> Option<BfString> {
        let what = glyph.as_unicode();
        self.drawn += match &what {
            Some(BfString::String(letters)) => letters.len().max(1),
            Some(BfString::Char(_)) | None => 1,
        };
        what
    }

    fn draw(&mut self, what: Option<&BfString>, transform: Affine, advance: f64) {
        let origin = transform * Point::ZERO;
        let along = transform * Point::new(1.0, 0.0) - origin;
        let up = transform * Point::new(0.0, 1000.0) - origin;
        let before = self.page.len();
        self.page.push(said(what, &mut [0; 4]), origin, along * advance, up, along);
        self.unknown += usize::from(what.is_none() && self.page.len() > before);
    }

    /// Writes what was drawn, in reading order. On a whole page the number at its edge is left out.
    fn write(&mut self, is_whole: bool) {
        let page = std::mem::take(&mut self.page);
        self.run = None;
        let rows = page.rows();
        let mut parts = in_order(&rows);
        if is_whole {
            leave_out_number(&rows, &mut parts);
        }
        for part in &parts {
            let Some(row) = rows.get(part.row) else { continue };
            let segments = part.of(&rows);
            let head = segments.first().and_then(|segment| segment.text.chars().next());
            self.part(&row.base, head);
            for (index, segment) in segments.iter().enumerate() {
                self.text.push_str(if index > 0 { " " } else { "" });
                self.text.push_str(&segment.text);
            }
            self.last = Some(row.base);
        }
    }

    /// Writes the separator between a row and what was written before it.
    fn part(&mut self, base: &Letter, head: Option<char>) {
        let Some(tail) = self.text.chars().next_back() else { return };
        let by = match &self.last {
            Some(last) if !is_above(base, last) => {
                if is_far(last, base) {
                    "\n\n"
                } else {
                    "\n"
                }
            }
            // A sentence may continue in the next column or on the next page.
            _ => {
                let goes_on = (tail.is_alphanumeric() || matches!(tail, ',' | '-' | '\u{ad}' | '‐'))
                    && head.is_some_and(char::is_lowercase);
                if goes_on { "\n" } else { "\n\n" }
            }
        };
        self.text.push_str(by);
    }

    /// Whether a run repeats what was drawn from `start` on.
    fn repeats(&mut self, run: &GlyphRun<'_, '_>, start: usize) -> bool {
        let mut at = start;
        for glyph in run.glyphs() {
            let what = self.what(glyph);
            let mut one = [0; 4];
            let letters = said(what.as_ref(), &mut one);
            if self.is_full() || !self.page.said.get(at..).is_some_and(|rest| rest.starts_with(letters)) {
                return false;
            }
            at += letters.len();
        }
        at == self.page.said.len()
    }
}

/// The letters of a glyph; `one` is a buffer for a single one.
fn said<'w>(what: Option<&'w BfString>, one: &'w mut [u8; 4]) -> &'w str {
    match what {
        Some(BfString::Char(letter)) => &*letter.encode_utf8(one),
        Some(BfString::String(letters)) => letters.as_str(),
        None => "\u{fffd}",
    }
}

/// Whether a row is above another one, so that a column begins there.
fn is_above(row: &Letter, of: &Letter) -> bool {
    (row.origin - of.origin).dot(of.up) > 0.5 * row.size.max(of.size)
}

/// Whether a paragraph ends between two rows.
fn is_far(row: &Letter, next: &Letter) -> bool {
    (next.origin - row.origin).cross(row.along).abs() > MIN_PARAGRAPH_SPACING * row.size.max(next.size)
}

/// Leaves out a page number, which would interrupt a sentence that continues: a number alone in the first or the last
/// row, away from the others.
fn leave_out_number(rows: &[Row], parts: &mut Vec<Part>) {
    let is_number = |edge: &Part, beside: &Part| {
        let [segment] = edge.of(rows) else { return false };
        let digits = segment.text.trim_matches([' ', '-', '–', '—']);
        let is_away = match (rows.get(edge.row), rows.get(beside.row)) {
            (Some(row), Some(other)) => is_far(&row.base, &other.base),
            _ => false,
        };
        is_away && (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.len() >= MIN_LINES
        && let [.., before, last] = &parts[..]
        && is_number(last, before)
    {
        parts.pop();
    }
    if parts.len() >= MIN_LINES
        && let [first, next, ..] = &parts[..]
        && is_number(first, next)
    {
        parts.remove(0);
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
        self.run = Some((origin, glyphs.len(), self.page.said.len()));
        for glyph in glyphs {
            if self.is_full() {
                break;
            }
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            // An average letter is half as wide as the font size.
            let advance = f64::from(advance.unwrap_or(500.0));
            let what = self.what(glyph);
            self.draw(what.as_ref(), props.transform * glyph.transform(), advance);
            if self.page.len() > MAX_LETTERS {
                self.write(false);
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
