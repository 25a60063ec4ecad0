//! The legend under an exported picture: every symbol in it, in lines with a heading each.

use super::geometry::{Pos, Rect};
use super::legend::{Legend, LegendGroup};
use super::measure::{Font, TextMeasure, elided};
use super::palette::Ink;
use super::shape::{Align, Shape, solid};

/// A legend, laid out to a width.
#[derive(Debug, Default)]
pub struct LegendBlock {
    /// The shapes, from the top left of the block.
    pub shapes: Vec<Shape>,
    /// How high the block is.
    pub height: f32,
}

/// Text size.
const SIZE: f32 = 10.5;
/// Height of a line.
const LINE: f32 = 20.0;
/// Margin on either side, as in the lane headers.
const MARGIN: f32 = 12.0;
/// Left edge of the symbols, right of the headings, at least.
const MIN_LEFT: f32 = 110.0;
/// Width of a symbol, and the gap after its text.
const SIGN: f32 = 34.0;
const AIR: f32 = 18.0;

impl LegendBlock {
    /// Lays out groups of symbols: a heading, and beside it its symbols in as many lines as they need.
    pub fn new(groups: &[LegendGroup], width: f32, measure: &dyn TextMeasure) -> Self {
        let mut block = Self { shapes: Vec::new(), height: 10.0 };
        let heading = |group: &LegendGroup| measure.width(&group.heading.to_uppercase(), SIZE, Font::Text);
        let widest = groups.iter().map(heading).fold(0.0, f32::max);
        // In a narrow picture long headings must leave room for the signs.
        let left = (MARGIN + widest + AIR).clamp(MIN_LEFT, (width / 3.0).max(MIN_LEFT));
        for group in groups {
            let heading =
                elided(&group.heading.to_uppercase(), left - MARGIN - 4.0, SIZE, Font::Text, measure);
            block.text(MARGIN, heading, Ink::Muted);
            let mut x = left;
            for (entry, words) in &group.entries {
                let needs = SIGN + measure.width(words, SIZE, Font::Text);
                if x > left && x + needs > width - MARGIN {
                    block.height += LINE;
                    x = left;
                }
                let by = Pos { x: x + 14.0, y: block.height + LINE / 2.0 };
                block.shapes.extend(Legend::shapes(*entry).iter().map(|shape| shape.moved(by)));
                block.text(x + SIGN, words.to_string(), Ink::Text);
                x += needs + AIR;
            }
            block.height += LINE;
        }
        block.height += 8.0;
        let rule = Rect { left: 0.0, right: width, top: 0.0, bottom: 1.0 };
        block.shapes.push(Shape::Fill { rect: rule, radius: 0.0, paint: solid(Ink::Line) });
        block
    }

    /// The legend with empty room below, up to a height.
    pub fn at_least(self, height: f32) -> Self {
        Self { height: self.height.max(height), ..self }
    }

    /// The legend under other shapes of this height, which come between the lanes and the legend.
    pub fn under(self, above: Vec<Shape>, height: f32) -> Self {
        let by = Pos { x: 0.0, y: height };
        let shapes = above.into_iter().chain(self.shapes.iter().map(|shape| shape.moved(by))).collect();
        Self { shapes, height: self.height + height }
    }

    /// The legend over other shapes of this height.
    pub fn over(mut self, below: &[Shape], height: f32) -> Self {
        let by = Pos { x: 0.0, y: self.height };
        self.shapes.extend(below.iter().map(|shape| shape.moved(by)));
        self.height += height;
        self
    }

    fn text(&mut self, x: f32, text: String, ink: Ink) {
        let at = Pos { x, y: self.height + LINE / 2.0 + 3.8 };
        let (align, font) = (Align::Start, Font::Text);
        self.shapes.push(Shape::Text { at, align, text, size: SIZE, font, paint: solid(ink) });
    }
}
