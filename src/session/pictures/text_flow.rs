//! Text on pages, one part under another, on as many pages as it needs.

use std::sync::Arc;

use crate::timeline::{
    Align, BundledFonts, Drawing, Font, Ink, Layer, Paint, Pos, Rect, Shape, Sheet, SheetPart, SheetRole,
    Size, TextMeasure as _, wrapped,
};

/// The margin of a page, in points: 10 mm, which every printer leaves.
pub(super) const MARGIN: f32 = 28.35;
/// The height of the line with the number of a page.
pub(super) const FOOT: f32 = 14.0;
/// Maximum number of lines in a cell: a longer quotation ends with an ellipsis.
const MAX_LINES: usize = 14;
/// The gap between the columns of a table.
const GAP: f32 = 8.0;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct TextStyle {
    pub(super) size: f32,
    pub(super) font: Font,
    pub(super) ink: Ink,
}

pub(super) const TITLE: TextStyle = TextStyle { size: 16.0, font: Font::Strong, ink: Ink::Text };
pub(super) const HEADING: TextStyle = TextStyle { size: 13.0, font: Font::Strong, ink: Ink::Text };
pub(super) const BODY: TextStyle = TextStyle { size: 9.0, font: Font::Text, ink: Ink::Text };
pub(super) const BODY_STRONG: TextStyle = TextStyle { size: 9.0, font: Font::Strong, ink: Ink::Text };
pub(super) const SMALL: TextStyle = TextStyle { size: 9.0, font: Font::Text, ink: Ink::Muted };

impl TextStyle {
    pub(super) fn line(self) -> f32 {
        (self.size * 1.35).round()
    }
}

/// Lines of text at a position, at a scale.
pub(super) fn text_part(
    lines: &[String],
    style: TextStyle,
    at: Pos,
    scale: f32,
    width: f32,
    role: SheetRole,
) -> SheetPart {
    let line = style.line();
    let shapes = lines.iter().enumerate().map(|(i, text)| Shape::Text {
        at: Pos { x: 0.0, y: line * (i as f32 + 0.78) },
        align: Align::Start,
        text: text.clone(),
        size: style.size,
        font: style.font,
        paint: Paint { ink: style.ink, alpha: 1.0 },
    });
    let height = line * lines.len() as f32;
    block_part(shapes.collect(), at, scale, Size { width, height }, role)
}

/// The lines of a text, each with a space at its end where the text has one there: whoever reads a PDF by its structure, and
/// not by the places of its lines, would take two words for one.
pub(super) fn with_spaces(mut lines: Vec<String>, text: &str) -> Vec<String> {
    let mut rest = text;
    let last = lines.len().saturating_sub(1);
    for line in lines.iter_mut().take(last) {
        for c in line.chars().filter(|c| !c.is_whitespace()) {
            rest = rest.trim_start().strip_prefix(c).unwrap_or(rest);
        }
        if rest.starts_with(char::is_whitespace) {
            line.push(' ');
        }
    }
    lines
}

/// Shapes at a position, at a scale; nothing of them is cut.
pub(super) fn block_part(shapes: Vec<Shape>, at: Pos, scale: f32, size: Size, role: SheetRole) -> SheetPart {
    let inside = Rect { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
    let clip =
        Rect { left: at.x, top: at.y, right: at.x + size.width * scale, bottom: at.y + size.height * scale };
    let drawing = Arc::new(Drawing { layers: vec![Layer { clip: inside, shapes }] });
    SheetPart { at, scale, clip, drawing, role, link: None }
}

/// Pages that are being filled.
pub(super) struct Flow<'a> {
    pub(super) sheets: Vec<Sheet>,
    size: Size,
    y: f32,
    fonts: &'a BundledFonts,
    /// The cells of the headings of the table that is being written, repeated on each page.
    repeated: Vec<(Vec<String>, f32, f32)>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(size: Size, fonts: &'a BundledFonts) -> Self {
        Self { sheets: Vec::new(), size, y: f32::INFINITY, fonts, repeated: Vec::new() }
    }

    /// Goes on under what stands on a sheet, from a height on.
    pub(super) fn after(last: Option<Sheet>, size: Size, y: f32, fonts: &'a BundledFonts) -> Self {
        let y = if last.is_some() { y } else { f32::INFINITY };
        Self { sheets: last.into_iter().collect(), y, ..Self::new(size, fonts) }
    }

    fn width(&self) -> f32 {
        self.size.width - 2.0 * MARGIN
    }

    /// Where the next part begins: the page among these, and the position on it.
    pub(super) fn position(&mut self, height: f32) -> (usize, Pos) {
        self.make_room(height);
        (self.sheets.len().saturating_sub(1), Pos { x: MARGIN, y: self.y })
    }

    /// Begins a page if so much does not fit on this one.
    fn make_room(&mut self, height: f32) {
        if self.y + height <= self.size.height - MARGIN - FOOT {
            return;
        }
        self.sheets.push(Sheet { size: self.size, parts: Vec::new() });
        self.y = MARGIN;
        for (lines, x, width) in std::mem::take(&mut self.repeated) {
            let at = Pos { x, y: self.y };
            self.push(text_part(&lines, BODY_STRONG, at, 1.0, width, SheetRole::Decoration));
            self.repeated.push((lines, x, width));
        }
        if !self.repeated.is_empty() {
            self.y += BODY_STRONG.line() + 4.0;
        }
    }

    fn push(&mut self, part: SheetPart) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.parts.push(part);
        }
    }

    /// A heading that does not stand at the foot of a page.
    pub(super) fn heading(&mut self, text: &str) -> (usize, Pos) {
        self.repeated.clear();
        let lines = wrapped(text, self.width(), HEADING.size, HEADING.font, self.fonts);
        let height = HEADING.line() * lines.len() as f32;
        let place = self.position(height + 60.0);
        let role = SheetRole::Heading(text.to_owned());
        self.push(text_part(&lines, HEADING, place.1, 1.0, self.width(), role));
        self.y += height + 6.0;
        place
    }

    /// A paragraph, or an entry of a list, of any length.
    pub(super) fn text(&mut self, text: &str, style: TextStyle, role: &SheetRole, link: &str) {
        let lines = wrapped(text, self.width(), style.size, style.font, self.fonts);
        // No page is lower than this.
        for lines in with_spaces(lines, text).chunks(20) {
            let height = style.line() * lines.len() as f32;
            let (_, at) = self.position(height);
            let mut part = text_part(lines, style, at, 1.0, self.width(), role.clone());
            part.link = (!link.is_empty()).then(|| (part.clip, link.to_owned()));
            self.push(part);
            self.y += height + 2.0;
        }
    }

    /// Shapes as one part.
    pub(super) fn block(&mut self, shapes: Vec<Shape>, scale: f32, size: Size, role: SheetRole) {
        let height = size.height * scale;
        let (_, at) = self.position(height);
        self.push(block_part(shapes, at, scale, size, role));
        self.y += height + 8.0;
    }

    /// The headings of a table, with the widths of its columns as shares of the page.
    pub(super) fn table_heading(&mut self, cells: &[&str], widths: &[f32]) {
        let texts: Vec<String> = cells.iter().map(|&cell| cell.to_owned()).collect();
        self.cells(&texts, widths, 0, true);
        let mut x = MARGIN;
        self.repeated.clear();
        for (cell, share) in texts.into_iter().zip(widths) {
            let width = share * self.width() - GAP;
            self.repeated.push((vec![cell], x, width));
            x += share * self.width();
        }
    }

    /// A row of a table.
    pub(super) fn row(&mut self, cells: &[String], widths: &[f32], row: usize) {
        self.cells(cells, widths, row, false);
    }

    fn cells(&mut self, cells: &[String], widths: &[f32], row: usize, is_heading: bool) {
        let style = if is_heading { BODY_STRONG } else { BODY };
        let mut wrapped_cells = Vec::with_capacity(cells.len());
        for (text, share) in cells.iter().zip(widths) {
            let width = share * self.width() - GAP;
            let mut lines = wrapped(text, width, style.size, style.font, self.fonts);
            if lines.len() > MAX_LINES {
                lines.truncate(MAX_LINES);
                if let Some(last) = lines.last_mut() {
                    while self.fonts.width(&format!("{last}…"), style.size, style.font) > width
                        && last.pop().is_some()
                    {}
                    last.push('…');
                }
            }
            wrapped_cells.push((lines, width, share * self.width()));
        }
        let highest = wrapped_cells.iter().map(|(lines, ..)| lines.len()).max().unwrap_or_default().max(1);
        let height = style.line() * highest as f32 + 4.0;
        let (_, mut at) = self.position(height);
        for ((lines, width, step), text) in wrapped_cells.into_iter().zip(cells) {
            let lines = with_spaces(lines, text);
            self.push(text_part(&lines, style, at, 1.0, width, SheetRole::Cell { row, is_heading }));
            at.x += step;
        }
        self.y += height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_a_space_where_words_are_parted_and_not_within_a_word() {
        let lines = |lines: &[&str]| lines.iter().map(|&line| line.to_owned()).collect::<Vec<_>>();
        let cut = lines(&["on the", "limita", "tion of  arms", "1972"]);
        let spaced = with_spaces(cut, "on the  limitation of arms\n1972");
        assert_eq!(spaced, lines(&["on the ", "limita", "tion of  arms ", "1972"]));
        assert!(with_spaces(Vec::new(), "").is_empty());
    }
}
