//! A picture to export: the time in the window with every lane and a legend, whatever the window has room for.

use std::path::Path;

use crate::diagnostics::{Failure, WriteProblem};
use crate::export::{
    HEADING_HEIGHT, Metadata, PictureError, max_height, missing_letters, to_embedded_svg, to_outlined_svg,
    to_png, to_svg,
};
use crate::session::Session;
use crate::timeline::{
    BundledFonts, ChartInput, LegendBlock, PlanInput, Scene, Shape, Size, SymbolsInUse, View, chart, plan,
};

use super::atomic_file::write_file;
use super::picture_options::{PictureHeight, PictureOptions};

/// The least height of a scene of all lanes, in points: a lower one leaves no room for a legend.
const MIN_SCENE: f32 = 200.0;
/// The least height of any scene, in points.
const MIN_OVERVIEW: f32 = 60.0;
/// No picture is made higher than this without being asked, in points.
const MAX_SCENE: f32 = 15_000.0;
/// The height of the figures under the lanes, in points.
const CHART_HEIGHT: f32 = 180.0;

/// Everything that a picture is made from; it can go to another thread.
pub(super) struct PictureExport {
    pub(super) scene: Scene,
    legend: LegendBlock,
    options: PictureOptions,
    /// Whether every lane is on it: a PNG has a maximum height.
    pub(super) is_whole: bool,
    metadata: Metadata,
}

impl PictureExport {
    /// The picture of a session for a file: the time in its window, and as many lanes as the format allows.
    pub(super) fn of(session: &Session, options: PictureOptions, file: &Path) -> Self {
        let (world, strings, fonts) = (&session.world, session.strings(), BundledFonts::default());
        let width = options.width;
        // The room below the lanes: for the legend of every sign of the dataset, which is the highest, and for the figures.
        let mut legend_room = LegendBlock::new(&world.legend(strings), width, &fonts).height;
        let mut figures = figures_of(session, width, &fonts);
        if let PictureHeight::Points(asked) = options.height
            && asked < HEADING_HEIGHT + legend_room + height_of(figures.as_ref()) + MIN_SCENE
        {
            // A picture that small is an overview.
            (legend_room, figures) = (0.0, None);
        }
        let around = HEADING_HEIGHT + legend_room + height_of(figures.as_ref());
        let window_height = f64::from(Scene::plot_height(session.view.size));
        let is_of_window = options.height == PictureHeight::AllLanes;
        // Bulk lanes shrink to fit the window, or else the picture.
        let rows = session.rows_for_export(if is_of_window { window_height } else { f64::INFINITY });
        let whole = Scene::height_of(&rows).max(MIN_SCENE);
        // Where not all lanes fit, with what is above and below them, the picture begins with those in the window.
        let of_pixels = if is_png(file) {
            (max_height(width, options.scale) - around).floor().max(MIN_SCENE)
        } else {
            f32::INFINITY
        };
        let height = match options.height {
            PictureHeight::AllLanes => whole.min(of_pixels),
            PictureHeight::Lanes => whole.min(of_pixels).min(MAX_SCENE),
            PictureHeight::Points(asked) => (asked - around).max(MIN_OVERVIEW),
        };
        let size = Size { width, height };
        let plot_height = f64::from(Scene::plot_height(size));
        let rows = if is_of_window { rows } else { session.rows_for_export(plot_height) };
        let is_whole = Scene::height_of(&rows) <= height;
        let scroll = session.view.rows.scroll_in(&rows, session.view.current.scroll, window_height);
        let mut scene = plan(&PlanInput {
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
        scene.has_controls = false;
        let mut legend = if legend_room > 0.0 {
            LegendBlock::new(&SymbolsInUse::of(&scene).legend(strings, &world.dataset), width, &fonts)
        } else {
            LegendBlock::default()
        };
        if matches!(options.height, PictureHeight::Points(_)) && legend_room > 0.0 {
            // A picture of a given size keeps it.
            legend = legend.at_least(legend_room);
        }
        if let Some((shapes, height)) = figures {
            legend = legend.under(shapes, height);
        }
        let metadata = Metadata {
            view: session.view_link(),
            sha256: world.sha256.as_deref().cloned().unwrap_or_default(),
            drawn: options.to_text(),
        };
        Self { scene, legend, options, is_whole, metadata }
    }

    /// Writes the picture in the format of the file extension; gives the characters that no font has.
    ///
    /// # Errors
    /// Why it could not be drawn or written.
    pub(super) fn write(&self, path: &Path) -> Result<String, WriteProblem> {
        self.write_whole(path)?;
        Ok(missing_letters(&self.scene, &self.legend))
    }

    fn write_whole(&self, path: &Path) -> Result<(), WriteProblem> {
        let (scene, legend, palette) = (&self.scene, &self.legend, self.options.palette());
        if is_png(path) {
            // A PNG has no letters, only pixels.
            let png = to_png(scene, legend, palette, self.options.scale).map_err(|err| problem(&err))?;
            return write_file(path, &self.metadata.in_png(&png));
        }
        let svg = if self.options.is_outlined {
            to_outlined_svg(scene, legend, palette).map_err(|err| problem(&err))?
        } else if self.options.has_fonts {
            to_embedded_svg(scene, legend, palette)
        } else {
            to_svg(scene, legend, palette)
        };
        write_file(path, self.metadata.in_svg(&svg).as_bytes())
    }
}

fn height_of(figures: Option<&(Vec<Shape>, f32)>) -> f32 {
    figures.map_or(0.0, |(_, height)| *height)
}

/// The figures under the lanes, if they are shown, with their height.
fn figures_of(session: &Session, width: f32, fonts: &BundledFonts) -> Option<(Vec<Shape>, f32)> {
    let figures = &session.figures;
    if !figures.choice.is_open || figures.rows.shown.is_empty() {
        return None;
    }
    let size = Size { width, height: CHART_HEIGHT };
    let input = ChartInput {
        dataset: &session.world.dataset,
        series: &figures.rows.shown,
        range: figures.rows.range,
        is_logarithmic: figures.choice.is_logarithmic,
        time: session.view.current.time,
        size,
        headers_width: session.rows_for_export(f64::INFINITY).headers_width(size),
        strings: session.strings(),
        measure: fonts,
    };
    // As high as its legend needs, so that every line on it has a name.
    let height = chart(&input).legend_height().max(CHART_HEIGHT);
    let figures = chart(&ChartInput { size: Size { width, height }, ..input });
    Some((figures.shapes(), height))
}

pub(super) fn problem(err: &PictureError) -> WriteProblem {
    match err {
        PictureError::Size(most) => WriteProblem::PictureSide(*most),
        PictureError::Pixels(asked, most) => WriteProblem::TooManyPixels(*asked, *most),
        PictureError::Cancelled => WriteProblem::Cancelled,
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
        let options = PictureOptions::of_window(&session);
        let of = |file: &str| PictureExport::of(&session, options, Path::new(file));
        assert!(of("x.svg").is_whole && of("x.svg").scene.size.height > 400.0 * 40.0);
        let picture = of("x.png");
        assert!(!picture.is_whole);
        let height = picture.scene.size.height + HEADING_HEIGHT + picture.legend.height;
        assert!(height > 8_100.0 && height * options.scale <= 16_384.0, "{height}");
    }
}
