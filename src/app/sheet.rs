//! A picture to export: what the timeline shows, with every lane and a legend, whatever the window has room for.

use std::path::Path;

use crate::export::{to_png, to_svg};
use crate::session::Session;
use crate::timeline::{
    BundledFonts, ChartInput, LegendBlock, Palette, PlanInput, Scene, Size, View, chart, plan,
};

use super::files::write_file;

/// A sheet narrower than this would cut the labels.
const LEAST_WIDTH: f32 = 900.0;
/// No sheet is higher, in points: the picture of pixels has two for each.
const MOST_HEIGHT: f32 = 7_800.0;
/// How high the figures are under the lanes.
const CHART_HEIGHT: f32 = 180.0;
/// Pixels per point.
pub(super) const SCALE: f32 = 2.0;

/// Everything a picture is made from; it can go to another thread.
pub(super) struct Sheet {
    pub(super) scene: Scene,
    pub(super) legend: LegendBlock,
    pub(super) palette: Palette,
}

impl Sheet {
    /// The sheet of what a session shows: the time in its window, and all its lanes.
    pub(super) fn of(session: &Session, palette: Palette) -> Self {
        let (world, words, fonts) = (&session.world, session.words(), BundledFonts::default());
        let width = session.window.width.max(LEAST_WIDTH);
        let size = Size { width, height: Scene::height_of(&session.rows).clamp(160.0, MOST_HEIGHT) };
        // What is higher than a sheet begins with the lanes in the window.
        let is_whole = size.height < MOST_HEIGHT;
        let scene = plan(&PlanInput {
            dataset: &world.dataset,
            index: session.index(),
            plain: world.plain.as_ref(),
            rows: &session.rows,
            view: View { scroll: if is_whole { 0.0 } else { session.view.scroll }, ..session.view },
            size,
            selection: session.selection,
            picked: &session.picked,
            chosen: session.chosen,
            // A picture must not depend on the day it is made.
            today: None,
            as_of: session.as_of.as_ref().map(|as_of| (as_of.day, as_of.states())),
            found: session.find.marks.as_ref(),
            ghosts: session.compared.as_ref().map(|compared| &compared.ghosts),
            words,
            measure: &fonts,
        });
        let mut legend = LegendBlock::new(&world.legend(words), width, &fonts);
        if session.charts.is_open && !session.chart_rows.shown.is_empty() {
            let figures = chart(&ChartInput {
                dataset: &world.dataset,
                series: &session.chart_rows.shown,
                range: session.chart_rows.range,
                is_logarithmic: session.charts.is_logarithmic,
                time: session.view.time,
                size: Size { width, height: CHART_HEIGHT },
                words,
                measure: &fonts,
            });
            legend = legend.under(figures.shapes(), CHART_HEIGHT);
        }
        Self { scene, legend, palette }
    }

    /// Writes the picture, with so many pixels to a point; the ending of the name says in which format.
    ///
    /// # Errors
    /// Why it could not be written, in words.
    pub(super) fn write(&self, path: &Path, scale: f32) -> Result<(), String> {
        let is_png = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
        let bytes = if is_png {
            to_png(&self.scene, &self.legend, self.palette, scale).map_err(|err| err.to_string())?
        } else {
            to_svg(&self.scene, &self.legend, self.palette).into_bytes()
        };
        write_file(path, &bytes).map_err(|err| err.to_string())
    }
}
