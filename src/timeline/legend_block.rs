//! The legend under an exported picture: every symbol that the dataset uses, in columns.

use super::geometry::{Pos, Rect};
use super::legend::{Legend, LegendGroup};
use super::measure::{Face, TextMeasure};
use super::palette::Ink;
use super::shape::{Align, Shape, solid};

/// The legend of a dataset, laid out to a width.
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
/// Left edge of the symbols, right of the headings.
const LEFT: f32 = 110.0;
/// Width of a symbol, and the gap after its text.
const SIGN: f32 = 34.0;
const AIR: f32 = 18.0;

impl LegendBlock {
    /// Lays out groups of symbols: a heading, and beside it its symbols in as many lines as they need.
    pub fn new(groups: &[LegendGroup], width: f32, measure: &dyn TextMeasure) -> Self {
        let mut block = Self { shapes: Vec::new(), height: 10.0 };
        for group in groups {
            block.text(MARGIN, group.heading.to_uppercase(), Ink::Muted);
            let mut x = LEFT;
            for (entry, words) in &group.entries {
                let needs = SIGN + measure.width(words, SIZE, Face::Text);
                if x > LEFT && x + needs > width - MARGIN {
                    block.height += LINE;
                    x = LEFT;
                }
                let by = Pos { x: x + 14.0, y: block.height + LINE / 2.0 };
                block.shapes.extend(Legend::shapes(*entry).iter().map(|shape| shape.moved(by)));
                block.text(x + SIGN, (*words).to_owned(), Ink::Text);
                x += needs + AIR;
            }
            block.height += LINE;
        }
        block.height += 8.0;
        let rule = Rect { left: 0.0, right: width, top: 0.0, bottom: 1.0 };
        block.shapes.push(Shape::Fill { rect: rule, radius: 0.0, paint: solid(Ink::Line) });
        block
    }

    /// The legend under other shapes of this height, which come between the lanes and the legend.
    pub fn under(self, above: Vec<Shape>, height: f32) -> Self {
        let by = Pos { x: 0.0, y: height };
        let shapes = above.into_iter().chain(self.shapes.iter().map(|shape| shape.moved(by))).collect();
        Self { shapes, height: self.height + height }
    }

    fn text(&mut self, x: f32, text: String, ink: Ink) {
        let at = Pos { x, y: self.height + LINE / 2.0 + 3.8 };
        let (align, face) = (Align::Start, Face::Text);
        self.shapes.push(Shape::Text { at, align, text, size: SIZE, face, paint: solid(ink) });
    }
}
