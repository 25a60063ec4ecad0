//! A picture to export: the time in the window with every lane and a legend, whatever the window has room for.

use std::path::Path;

use crate::diagnostics::{Failure, WriteProblem};
use crate::export::{HEADING_HEIGHT, PictureError, max_height, to_outlined_svg, to_png, to_svg};
use crate::session::Session;
use crate::timeline::{
    BundledFonts, ChartInput, LegendBlock, Palette, PlanInput, Scene, Signs, Size, View, chart, plan,
};

use super::atomic_file::write_file;

/// Minimum width, in points: a narrower picture would cut the labels.
const MIN_WIDTH: f32 = 900.0;
/// The least height of a scene, in points.
const MIN_SCENE: f32 = 160.0;
/// The height of the figures under the lanes, in points.
const CHART_HEIGHT: f32 = 180.0;
/// Pixels per point.
pub(super) const SCALE: f32 = 2.0;

/// Everything that a picture is made from; it can go to another thread.
pub(super) struct PictureExport {
    pub(super) scene: Scene,
    pub(super) legend: LegendBlock,
    pub(super) palette: Palette,
    /// Whether every lane is on it: a PNG has a maximum height.
    pub(super) is_whole: bool,
}

impl PictureExport {
    /// The picture of a session for a file: the time in its window, and as many lanes as the format allows.
    pub(super) fn of(session: &Session, palette: Palette, file: &Path) -> Self {
        let (world, strings, fonts) = (&session.world, session.strings(), BundledFonts::default());
        let width = session.view.size.width.max(MIN_WIDTH);
        let rows = session.rows_for_export();
        // The room below the lanes: for the legend of every sign of the dataset, which is the highest, and for the figures.
        let mut room = LegendBlock::new(&world.legend(strings), width, &fonts).height;
        let mut figures_drawn = None;
        if session.figures.choice.is_open && !session.figures.rows.shown.is_empty() {
            let input = ChartInput {
                dataset: &world.dataset,
                series: &session.figures.rows.shown,
                range: session.figures.rows.range,
                is_logarithmic: session.figures.choice.is_logarithmic,
                time: session.view.current.time,
                size: Size { width, height: CHART_HEIGHT },
                headers_width: rows.headers_width(Size { width, height: CHART_HEIGHT }),
                strings,
                measure: &fonts,
            };
            // As high as its legend needs, so that every line on it has a name.
            let height = chart(&input).legend_height().max(CHART_HEIGHT);
            let figures = chart(&ChartInput { size: Size { width, height }, ..input });
            figures_drawn = Some((figures.shapes(), height));
            room += height;
        }
        // Where not all lanes fit, with what is above and below them, the picture begins with those in the window.
        let most = if is_png(file) {
            (max_height(width, SCALE) - HEADING_HEIGHT - room).floor().max(MIN_SCENE)
        } else {
            f32::INFINITY
        };
        let whole = Scene::height_of(&rows).max(MIN_SCENE);
        let (size, is_whole) = (Size { width, height: whole.min(most) }, whole <= most);
        let window_height = f64::from(Scene::plot_height(session.view.size));
        let scroll = session.view.rows.scroll_in(&rows, session.view.current.scroll, window_height);
        let scene = plan(&PlanInput {
            dataset: &world.dataset,
            index: session.index(),
            bulk: world.bulk.as_ref(),
            rows: &rows,
            view: View { scroll: if is_whole { 0.0 } else { scroll }, ..session.view.current },
            size,
            selection: session.selection.selected,
            several: &session.selection.several,
            // What is found and what is chosen belongs to the window, not to the record.
            time_range: None,
            // A picture must not depend on the day it is made.
            today: None,
            status_date: session.law.status.as_ref().map(|status| (status.day, status.states())),
            hits: None,
            previous_dates: session.compared.as_ref().map(|compared| &compared.previous_dates),
            strings,
            measure: &fonts,
        });
        let mut legend = LegendBlock::new(&Signs::of(&scene).legend(strings, &world.dataset), width, &fonts);
        if let Some((figures, height)) = figures_drawn {
            legend = legend.under(figures, height);
        }
        Self { scene, legend, palette, is_whole }
    }

    /// Writes the picture at `scale` pixels per point, in the format of the file extension.
    ///
    /// # Errors
    /// Why it could not be drawn or written.
    pub(super) fn write(&self, path: &Path, scale: f32) -> Result<(), WriteProblem> {
        let bytes = if is_png(path) {
            to_png(&self.scene, &self.legend, self.palette, scale).map_err(|err| problem(&err))?
        } else {
            to_svg(&self.scene, &self.legend, self.palette).into_bytes()
        };
        write_file(path, &bytes)
    }

    /// Writes the picture as SVG with outlines for letters.
    ///
    /// # Errors
    /// Why it could not be drawn or written.
    pub(super) fn write_outlined(&self, path: &Path) -> Result<(), WriteProblem> {
        let svg = to_outlined_svg(&self.scene, &self.legend, self.palette);
        write_file(path, svg.map_err(|err| problem(&err))?.as_bytes())
    }
}

fn problem(err: &PictureError) -> WriteProblem {
    match err {
        PictureError::Size(most) => WriteProblem::PictureSide(*most),
        PictureError::Pixels(asked, most) => WriteProblem::TooManyPixels(*asked, *most),
        // The SVG is our own.
        PictureError::Svg(_) | PictureError::Encode(_) => {
            log::error!("a picture was not drawn: {err:?}");
            WriteProblem::Failed(Failure::Fault)
        }
    }
}

/// Whether the file extension asks for a PNG.
fn is_png(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::session::{Preferences, World};

    #[test]
    fn a_tall_timeline_fits_a_picture_with_all_that_goes_above_and_below() {
        let records = |one: fn(usize) -> String| (0..400).map(one).collect::<Vec<_>>().join(",");
        let treaties = records(|i| format!(r#"{{"id":"T{i}","name":"Treaty {i}","category":"Made up"}}"#));
        let events = records(|i| {
            format!(
                r#"{{"id":"E{i}","treaty":"T{i}","type":"signed","dates":[{{"edtf":"1990-01-01","source":"S"}}]}}"#
            )
        });
        let sources = r#"{"id":"S","title":"A source"}"#;
        let text = format!(
            r#"{{"format":"treaty-timeline/1","title":"Tall","sources":[{sources}],"treaties":[{treaties}],"events":[{events}]}}"#
        );
        let loaded = load("tall.json", text.into_bytes(), &());
        let world = World::new(loaded.dataset.unwrap(), loaded.report, "tall.json".to_owned(), None);
        let session = Session::new(std::sync::Arc::new(world), Preferences::default(), None);
        let of = |file: &str| PictureExport::of(&session, Palette::new(false, false), Path::new(file));
        assert!(of("x.svg").is_whole && of("x.svg").scene.size.height > 400.0 * 40.0);
        let picture = of("x.png");
        assert!(!picture.is_whole);
        let height = picture.scene.size.height + HEADING_HEIGHT + picture.legend.height;
        assert!(height > 8_100.0 && height * SCALE <= 16_384.0, "{height}");
    }
}
