//! The timeline at a readable size, on as many pages as it needs: each repeats the axis and the names of its lanes.

use crate::diagnostics::WriteProblem;
use crate::timeline::{Pos, Row, Rows, Scene, Sheet, SheetRole, Size, SymbolsInUse, TimeView, View};

use super::sheets::Layout;
use super::text_flow::{FOOT, Flow, MARGIN, SMALL};

/// The share of a page's period that the next page repeats, so that no mark is cut at the edge of both.
const OVERLAP: f64 = 0.03;
/// Maximum number of pages.
const MAX_PAGES: usize = 2_000;
/// What stays free between the lanes and what is under them.
const GAP: f32 = 8.0;
/// The room for lanes without which a page is none, in points.
const MIN_ROOM: f32 = 80.0;

impl Layout<'_> {
    /// Lays the lanes on pages, then the legend and the caption.
    pub(super) fn pages(&mut self) -> Result<(), WriteProblem> {
        let size = self.choice.paper.size(self.choice.is_landscape);
        let width = size.width - 2.0 * MARGIN;
        // At the size at which texts are set, lanes can be read.
        let page_width = self.page_width();
        let scale = width / page_width;
        let (title, title_height) = self.title(scale);
        let room = |above: f32| (size.height - 2.0 * MARGIN - FOOT - above) / scale;
        let axis = Scene::height_of(&self.rows) - self.rows.height() as f32;
        if room(title_height) < axis + MIN_ROOM {
            return Err(WriteProblem::PageTooSmall(self.rows_count()));
        }
        let slices = slices(&self.rows, room(title_height) - axis, room(0.0) - axis);
        let times = periods(self.time, self.choice.across);
        if slices.len() * times.len() > MAX_PAGES {
            return Err(WriteProblem::TooManyPages(slices.len() * times.len(), MAX_PAGES));
        }
        let mut signs = Vec::new();
        let mut end = MARGIN;
        let mut title = Some(title);
        for (i, &(top, bottom)) in slices.iter().enumerate() {
            for (j, &time) in times.iter().enumerate() {
                let mut parts = title.take().unwrap_or_default();
                let y = MARGIN + if i == 0 && j == 0 { title_height } else { 0.0 };
                let height = axis + (bottom - top) as f32;
                let mut scene = self.session.picture_scene(
                    (self.choice, self.selection),
                    &self.rows,
                    (View { time, scroll: top }, Size { width: page_width, height }),
                    self.fonts,
                );
                self.number(&mut scene);
                let at = Pos { x: MARGIN, y };
                if j == 0 {
                    self.list_places(&scene, self.sheets.sheets.len(), at, scale);
                }
                parts.push(self.figure(&scene, at, scale));
                self.sheets.sheets.push(Sheet { size, parts });
                signs.push(SymbolsInUse::of(&scene));
                end = y + height * scale;
            }
        }
        self.below(&signs, size, scale, end);
        Ok(())
    }

    /// The legend and the caption: under the lanes of the last page, which end at a height, or on a page of their own where
    /// there is no room.
    fn below(&mut self, signs: &[SymbolsInUse], size: Size, scale: f32, end: f32) {
        let last = self.sheets.sheets.pop();
        let mut flow = Flow::after(last, size, end + GAP, self.fonts);
        let page_width = self.page_width();
        if self.choice.has_legend {
            let mut all = SymbolsInUse::default();
            for one in signs {
                all.add_all(one);
            }
            let legend = self.legend(&all, page_width);
            let legend_size = Size { width: page_width, height: legend.height };
            flow.block(legend.shapes, scale, legend_size, SheetRole::Paragraph);
        }
        for (lines, link) in self.caption(page_width) {
            flow.text(&lines.join(" "), SMALL, &SheetRole::Paragraph, link.as_deref().unwrap_or_default());
        }
        self.sheets.sheets.extend(flow.sheets);
    }
}

/// The rows of each page, from height to height: whole rows, and no heading at the foot of a page.
fn slices(rows: &Rows, first: f32, others: f32) -> Vec<(f64, f64)> {
    let mut slices = Vec::new();
    let all: Vec<(Row, f64)> = rows.between(0.0, rows.height()).collect();
    let bottom_of = |i: usize| all.get(i + 1).map_or_else(|| rows.height(), |&(_, top)| top);
    let mut start = 0;
    while start < all.len() {
        let room = f64::from(if slices.is_empty() { first } else { others });
        let top = all.get(start).map_or(0.0, |&(_, top)| top);
        let mut end = start + 1;
        while end < all.len() && bottom_of(end) - top <= room {
            end += 1;
        }
        let is_heading = |i: usize| matches!(all.get(i), Some((Row::Group { .. } | Row::Pinned(_), _)));
        if end < all.len() && end > start + 1 && is_heading(end - 1) {
            end -= 1;
        }
        slices.push((top, bottom_of(end - 1)));
        start = end;
    }
    slices
}

/// A period in so many parts, each of which repeats the end of the one before.
fn periods(time: TimeView, across: u8) -> Vec<TimeView> {
    let parts = f64::from(across.max(1));
    let span = time.span / (parts - (parts - 1.0) * OVERLAP);
    let part = |i: u8| TimeView { start: time.start + f64::from(i) * span * (1.0 - OVERLAP), span };
    (0..across.max(1)).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_period_cover_it_and_overlap() {
        let time = TimeView { start: -1e9, span: 4e9 };
        for across in [1, 2, 7, 40] {
            let parts = periods(time, across);
            assert_eq!(parts.len(), usize::from(across));
            assert!((parts[0].start - time.start).abs() < 1.0);
            assert!((parts[parts.len() - 1].end() - time.end()).abs() < 1.0);
            assert!(parts.windows(2).all(|pair| pair[1].start < pair[0].end()));
        }
    }
}
