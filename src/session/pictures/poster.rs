//! The whole timeline on one sheet: title, lanes, legend and caption, as large as the sheet allows.

use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::timeline::{
    Font, LaneMetrics, LegendBlock, Pos, Rect, Rows, Scene, Sheet, SheetPart, SheetRole, Size, SymbolsInUse,
    TextMeasure as _, View,
};

use super::sheets::Layout;
use super::text_flow::{FOOT, MARGIN, SMALL, block_part, text_part};

/// How small lanes may be drawn before lower ones are tried, as a share of their size.
const READABLE: f32 = 0.5;
/// The height of the lowest lanes that have labels, as a share of that of comfortable ones.
const LABELLED: f64 = 0.76;
/// How small lanes may be drawn at all: names of lanes are then about one point high.
const MIN_SCALE: f32 = 0.08;
/// How large a legend and a caption are drawn at most: on large paper lanes need the room.
const MAX_LEGEND_SCALE: f32 = 1.6;
/// The share of a drawing that names of lanes take at most.
const MAX_HEADERS: f32 = 0.22;
/// What stays free between the lanes and what is under them.
const GAP: f32 = 6.0;

impl Layout<'_> {
    /// The sheet of a poster.
    pub(super) fn poster(&mut self, size: Size) -> Result<Sheet, WriteProblem> {
        let width = size.width - 2.0 * MARGIN;
        let page_width = self.page_width();
        let page_scale = width / page_width;
        let (mut parts, title_height) = self.title(page_scale);
        // On large paper lanes need the room that large letters under them would take.
        let legend_scale = page_scale.min(MAX_LEGEND_SCALE);
        let legend_width = if page_scale > legend_scale { width / legend_scale } else { page_width };
        let caption = self.caption(legend_width);
        let caption_height: f32 =
            caption.iter().map(|(lines, _)| SMALL.line() * lines.len() as f32 * legend_scale).sum();
        let room = size.height - 2.0 * MARGIN - FOOT - title_height - caption_height - 2.0 * GAP;
        let (mut scene, legend, scale) =
            self.fitted(width, room, page_scale, [legend_width, legend_scale])?;
        let at = Pos { x: MARGIN, y: MARGIN + title_height };
        self.number(&mut scene);
        self.sheets.letters = scene.metrics.lane.name_size * scale;
        self.list_places(&scene, 0, at, scale);
        parts.push(self.figure(&scene, at, scale));
        let mut y = at.y + scene.size.height * scale + GAP;
        if legend.height > 0.0 && !legend.shapes.is_empty() {
            let legend_size = Size { width: legend_width, height: legend.height };
            let at = Pos { x: MARGIN, y };
            parts.push(block_part(legend.shapes, at, legend_scale, legend_size, SheetRole::Paragraph));
            y += legend.height * legend_scale;
        }
        for (lines, link) in caption {
            let at = Pos { x: MARGIN, y };
            let mut part = text_part(&lines, SMALL, at, legend_scale, legend_width, SheetRole::Paragraph);
            part.link = link.map(|link| (part.clip, link));
            parts.push(part);
            y += SMALL.line() * lines.len() as f32 * legend_scale;
        }
        Ok(Sheet { size, parts })
    }

    /// Sets the numbers of sources at marks, where that is chosen.
    pub(super) fn number(&self, scene: &mut Scene) {
        if self.choice.has_numbers {
            self.session.number_marks(scene, &self.listed, usize::MAX, self.fonts);
        }
    }

    /// A scene as a part of a sheet.
    pub(super) fn figure(&self, scene: &Scene, at: Pos, scale: f32) -> SheetPart {
        let clip = Rect {
            left: at.x,
            top: at.y,
            right: at.x + scene.size.width * scale,
            bottom: at.y + scene.size.height * scale,
        };
        let drawing = Arc::new(self.drawing(scene));
        SheetPart { at, scale, clip, drawing, role: SheetRole::Figure(self.alt(scene)), link: None }
    }

    /// The scene of all lanes with its legend, at the scale at which both fit; lower lanes where high ones would be too small.
    pub(super) fn fitted(
        &self,
        width: f32,
        room: f32,
        page_scale: f32,
        [legend_width, legend_scale]: [f32; 2],
    ) -> Result<(Scene, LegendBlock, f32), WriteProblem> {
        let candidates = self.candidates();
        let last = candidates.len() - 1;
        for (i, rows) in candidates.iter().enumerate() {
            let height = Scene::height_of(rows);
            let mut legend_height = 0.0;
            // The legend depends on the scene, whose scale depends on the room that the legend leaves.
            for _ in 0..4 {
                let scale = ((room - legend_height) / height).min(page_scale);
                if scale < MIN_SCALE {
                    break;
                }
                let size = Size { width: width / scale, height };
                let scene = self.session.picture_scene(
                    (self.choice, self.selection),
                    rows,
                    (View { time: self.time, scroll: 0.0 }, size),
                    self.fonts,
                );
                let legend = if self.choice.has_legend {
                    self.legend(&SymbolsInUse::of(&scene), legend_width)
                } else {
                    LegendBlock::default()
                };
                let needed = legend.height * legend_scale;
                if needed <= legend_height {
                    if i < last && scale < READABLE {
                        break;
                    }
                    return Ok((self.with_whole_names(rows, scene), legend, scale));
                }
                legend_height = needed;
            }
        }
        Err(WriteProblem::PageTooSmall(self.rows_count()))
    }

    /// The scene with so much room for the names of lanes that none is cut, as far as there is that room.
    fn with_whole_names(&self, rows: &Rows, scene: Scene) -> Scene {
        let dataset = &self.session.world.dataset;
        let size = scene.metrics.lane.name_size;
        let cut = scene.lanes.iter().filter(|lane| lane.party.is_none()).map(|lane| {
            let width = |name: &str| self.fonts.width(name, size, Font::Text);
            width(&dataset.treaty(lane.treaty).name) - width(&lane.name)
        });
        let missing = cut.fold(0.0, f32::max);
        let before = rows.headers_width(scene.size);
        let headers = (before + missing.ceil()).min(scene.size.width * MAX_HEADERS);
        if missing < 1.0 || headers <= before || self.session.world.bulk.is_some() {
            return scene;
        }
        let mut rows = rows.clone();
        rows.set_metrics(rows.metrics().with_headers_width(Some(headers)));
        let view = View { time: self.time, scroll: 0.0 };
        self.session.picture_scene((self.choice, self.selection), &rows, (view, scene.size), self.fonts)
    }

    /// The rows at each height of lanes, from high to low.
    fn candidates(&self) -> Vec<Rows> {
        let mut all = vec![self.rows.clone()];
        if self.session.world.bulk.is_none() {
            let headers = self.rows.metrics().headers_width;
            let mut compact = self.rows.clone();
            compact.set_metrics(LaneMetrics::compact().with_headers_width(headers));
            let mut lowest = self.rows.clone();
            lowest.fit(0.0);
            // Somewhat lower lanes still have labels.
            let mut labelled = self.rows.clone();
            labelled.fit(self.rows.height() * LABELLED);
            all.extend([labelled, compact, lowest]);
        }
        all
    }

    pub(super) fn rows_count(&self) -> usize {
        self.rows.between(0.0, self.rows.height()).count()
    }
}
