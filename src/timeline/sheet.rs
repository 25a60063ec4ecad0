//! Sheets of paper with a timeline on them: what stands where on each, and what it is to a screen reader.

use std::sync::Arc;

use super::drawing::{Drawing, Layer};
use super::geometry::{Pos, Rect, Size};
use super::measure::{Font, TextMeasure};
use super::palette::Palette;
use super::shape::Shape;

/// A timeline on sheets of paper.
#[derive(Debug, Default)]
pub struct Sheets {
    /// In the order of reading.
    pub sheets: Vec<Sheet>,
    /// The places that are listed beside the pages.
    pub outline: Vec<OutlineEntry>,
    /// The colours.
    pub palette: Palette,
    /// The title.
    pub title: String,
    /// The whole in a sentence.
    pub description: String,
    /// The size of the names of lanes on paper, in points.
    pub letters: f32,
}

/// Names of lanes that are smaller than this on paper can hardly be read, in points.
const READABLE: f32 = 6.0;

impl Sheets {
    /// The size of the names of lanes in points, if they can hardly be read.
    pub fn smallest_font_size(&self) -> Option<f32> {
        (self.letters > 0.0 && self.letters < READABLE).then_some(self.letters)
    }
}

/// A sheet of paper.
#[derive(Debug)]
pub struct Sheet {
    /// Its size.
    pub size: Size,
    /// What is on it, in the order of reading.
    pub parts: Vec<SheetPart>,
}

impl Sheet {
    /// What is written on it outside of its drawings, but for what only serves paper.
    pub fn words(&self) -> Vec<String> {
        let is_text = |part: &&SheetPart| !matches!(part.role, SheetRole::Figure(_) | SheetRole::Decoration);
        let shapes = self.parts.iter().filter(is_text).flat_map(|part| &part.drawing.layers);
        let text = |shape: &Shape| match shape {
            Shape::Text { text, .. } => Some(text.trim().to_owned()),
            _ => None,
        };
        shapes.flat_map(|layer| &layer.shapes).filter_map(text).collect()
    }
}

/// Something on a sheet.
#[derive(Clone, Debug)]
pub struct SheetPart {
    /// Where its origin is on the sheet.
    pub at: Pos,
    /// How large it is drawn.
    pub scale: f32,
    /// The part of the sheet outside of which nothing of it is drawn.
    pub clip: Rect,
    /// Its shapes.
    pub drawing: Arc<Drawing>,
    /// What it is.
    pub role: SheetRole,
    /// The part of the sheet that leads to an address.
    pub link: Option<(Rect, String)>,
}

/// What a part of a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRole {
    /// The title of the whole.
    Title,
    /// A heading under it.
    Heading(String),
    /// Running text.
    Paragraph,
    /// A drawing, with what it shows in words.
    Figure(String),
    /// A cell of a table, by the index of its row.
    Cell {
        /// The row.
        row: usize,
        /// Whether it is the heading of a column.
        is_heading: bool,
    },
    /// An entry of a list.
    Item,
    /// What only serves paper: page numbers, cut marks, headings that are repeated.
    Decoration,
}

/// A place in the sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its name.
    pub name: String,
    /// The index of its sheet.
    pub sheet: usize,
    /// Where it is on it.
    pub at: Pos,
    /// Places under it.
    pub children: Vec<Self>,
}

impl SheetPart {
    /// Its layers on a sheet that is drawn at `scale` from `at`.
    pub fn layers(&self, at: Pos, scale: f32) -> impl Iterator<Item = Layer> {
        let origin = Pos { x: at.x + self.at.x * scale, y: at.y + self.at.y * scale };
        let inner = self.scale * scale;
        let clip = moved(&self.clip, at, scale);
        self.drawing.layers.iter().map(move |layer| Layer {
            clip: moved(&layer.clip, origin, inner).within(&clip),
            shapes: layer.shapes.iter().map(|shape| shape.placed(origin, inner)).collect(),
        })
    }
}

fn moved(rect: &Rect, by: Pos, scale: f32) -> Rect {
    Rect {
        left: by.x + rect.left * scale,
        right: by.x + rect.right * scale,
        top: by.y + rect.top * scale,
        bottom: by.y + rect.bottom * scale,
    }
}

impl Shape {
    /// The shape at a scale, then moved.
    pub fn placed(&self, by: Pos, scale: f32) -> Self {
        let at = |p: &Pos| Pos { x: by.x + p.x * scale, y: by.y + p.y * scale };
        let all = |points: &[Pos]| points.iter().map(at).collect();
        let mut placed = self.clone();
        match &mut placed {
            Self::Fill { rect, radius, .. } => (*rect, *radius) = (moved(rect, by, scale), *radius * scale),
            Self::Frame { rect, radius, width, .. } => {
                (*rect, *radius, *width) = (moved(rect, by, scale), *radius * scale, *width * scale);
            }
            Self::Line { points, width, dash, .. } => {
                (*points, *width) = (all(points), *width * scale);
                *dash = dash.map(|lengths| lengths.map(|length| length * scale));
            }
            Self::Circle { at: middle, radius, line, .. } => {
                (*middle, *radius) = (at(middle), *radius * scale);
                *line = line.map(|(width, paint)| (width * scale, paint));
            }
            Self::Polygon { points, line, .. } => {
                *points = all(points);
                *line = line.map(|(width, paint)| (width * scale, paint));
            }
            Self::Curve { points, width, .. } => {
                (*points, *width) = (points.each_ref().map(at), *width * scale);
            }
            Self::Text { at: origin, size, .. } => (*origin, *size) = (at(origin), *size * scale),
        }
        placed
    }
}

/// A text in lines that fit a width: cut between words, and a word that is wider between letters.
pub fn wrapped(text: &str, width: f32, size: f32, font: Font, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |line: &str| measure.width(line, size, font) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for (_, letter) in crate::text::clusters(word) {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::BundledFonts;

    #[test]
    fn a_text_is_cut_between_words_and_nothing_of_it_is_lost() {
        let fonts = BundledFonts::default();
        let text =
            "Treaty on the Limitation treaty-timeline:view?v=1&from=1985&to=2026&select=INF of weapons";
        let lines = wrapped(text, 90.0, 8.0, Font::Text, &fonts);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| fonts.width(line, 8.0, Font::Text) <= 90.0), "{lines:?}");
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
    }
}
