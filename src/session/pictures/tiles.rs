//! A poster in parts that an office printer takes, with an overlap to glue and marks to cut along.

use crate::diagnostics::WriteProblem;
use crate::timeline::{Ink, Paint, Paper, Pos, Rect, Shape, Sheet, SheetPart, SheetRole, Size, elided};

use super::sheets::Layout;
use super::text_flow::{FOOT, MARGIN, SMALL, block_part, text_part};

/// What each tile repeats of its neighbour, in points: 10 mm.
const OVERLAP: f32 = 28.35;
/// The length of a mark to cut along.
const MARK: f32 = 14.0;
/// Maximum number of tiles.
const MAX_TILES: usize = 500;

impl Layout<'_> {
    /// Cuts a poster into tiles.
    pub(super) fn tiles(&mut self, poster: &Sheet) -> Result<(), WriteProblem> {
        let paper = if self.choice.paper == Paper::Letter { Paper::Letter } else { Paper::A4 };
        let tile = paper.size(self.choice.is_landscape);
        let area = Rect {
            left: MARGIN,
            top: MARGIN,
            right: tile.width - MARGIN,
            bottom: tile.height - MARGIN - FOOT,
        };
        let (step_x, step_y) = (area.width() - OVERLAP, area.height() - OVERLAP);
        let count = |whole: f32, step: f32| (((whole - OVERLAP) / step).ceil() as usize).max(1);
        let (columns, rows) = (count(poster.size.width, step_x), count(poster.size.height, step_y));
        if columns * rows > MAX_TILES {
            return Err(WriteProblem::TooManyPages(columns * rows, MAX_TILES));
        }
        let mut is_said = vec![false; poster.parts.len()];
        for row in 0..rows {
            for column in 0..columns {
                let by = Pos { x: area.left - column as f32 * step_x, y: area.top - row as f32 * step_y };
                let mut parts = Vec::new();
                for (part, is_said) in poster.parts.iter().zip(&mut is_said) {
                    if let Some(cut) = cut(part, by, &area, is_said) {
                        parts.push(cut);
                    }
                }
                parts.push(marks(&area, tile));
                let words = (self.session.strings().pictures.tile)([row + 1, rows], [column + 1, columns]);
                let at = Pos { x: tile.width / 2.0, y: tile.height - MARGIN - FOOT + 3.0 };
                let width = tile.width / 2.0 - MARGIN;
                let words = elided(&words, width, SMALL.size, SMALL.font, self.fonts);
                parts.push(text_part(&[words], SMALL, at, 1.0, width, SheetRole::Decoration));
                self.sheets.sheets.push(Sheet { size: tile, parts });
            }
        }
        self.move_places(step_x, step_y, columns, &area);
        Ok(())
    }

    /// Moves the listed places from the poster to the tiles that have them.
    fn move_places(&mut self, step_x: f32, step_y: f32, columns: usize, area: &Rect) {
        let places = self.sheets.outline.iter_mut();
        let mut all: Vec<_> = places.collect();
        while let Some(place) = all.pop() {
            let column = ((place.at.x / step_x) as usize).min(columns - 1);
            let row = (place.at.y / step_y) as usize;
            place.sheet = (row * columns + column).min(self.sheets.sheets.len() - 1);
            place.at = Pos {
                x: area.left + place.at.x - column as f32 * step_x,
                y: area.top + place.at.y - row as f32 * step_y,
            };
            all.extend(place.children.iter_mut());
        }
    }
}

/// Marks at the corners of a tile, outside of what is printed.
fn marks(area: &Rect, tile: Size) -> SheetPart {
    let paint = Paint { ink: Ink::Muted, alpha: 1.0 };
    let line = |a: Pos, b: Pos| Shape::Line { points: vec![a, b], width: 0.5, dash: None, paint };
    let mut shapes = Vec::new();
    for (x, out) in [(area.left, -MARK), (area.right, MARK)] {
        for (y, down) in [(area.top, -MARK), (area.bottom, MARK)] {
            shapes.push(line(Pos { x, y: y + down }, Pos { x, y: y + down / 4.0 }));
            shapes.push(line(Pos { x: x + out, y }, Pos { x: x + out / 4.0, y }));
        }
    }
    block_part(shapes, Pos::default(), 1.0, tile, SheetRole::Decoration)
}

/// A part of the poster on a tile, moved there; `None` if it is elsewhere. Only the first tile that has it says what it is.
fn cut(part: &SheetPart, by: Pos, area: &Rect, is_said: &mut bool) -> Option<SheetPart> {
    let moved = |rect: &Rect| Rect {
        left: rect.left + by.x,
        right: rect.right + by.x,
        top: rect.top + by.y,
        bottom: rect.bottom + by.y,
    };
    let clip = moved(&part.clip).within(area);
    if clip.width() <= 0.0 || clip.height() <= 0.0 {
        return None;
    }
    let role = if *is_said { SheetRole::Decoration } else { part.role.clone() };
    *is_said = true;
    let link = part.link.as_ref().filter(|_| role != SheetRole::Decoration);
    let link = link.map(|(on, address)| (moved(on).within(area), address.clone()));
    let at = Pos { x: part.at.x + by.x, y: part.at.y + by.y };
    Some(SheetPart { at, clip, role, link, ..part.clone() })
}
