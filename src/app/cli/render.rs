//! `treaty-timeline render`: the timeline as a picture file, without a window or a display.

use crate::app::files::{Opened, open_file};
use crate::app::picture_export::PictureExport;
use crate::diagnostics::Report;
use crate::domain::{BulkEvents, Dataset, EdtfDate};
use crate::export::{HEADING_HEIGHT, max_height};
use crate::language::{CommandLineError, Language};
use crate::load::{BUNDLED_NAME, BulkLoaded, Loaded, bundled, load};
use crate::session::World;
use crate::timeline::{
    Arrangement, BundledFonts, LANE_HEIGHT, LegendBlock, Palette, PlanInput, Rows, Scene, Selection, Signs,
    Size, TimeView, View, plan,
};

use super::args::{RenderArgs, Theme};

/// A scene lower than this leaves no room for a legend, in points.
const MIN_SCENE: f32 = 200.0;

/// Default width of a picture, in points.
const WIDTH: f32 = 1440.0;
/// No picture is made higher than this without being asked, in points.
const MAX_SCENE: f32 = 15_000.0;

/// Draws and writes the picture; returns the line to print.
///
/// # Errors
/// The file has errors, a date or an id makes no sense, or the picture cannot be written.
pub(in crate::app) fn render(args: &RenderArgs, language: Language) -> Result<String, CommandLineError> {
    let kind = args.out.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    if !matches!(kind.as_deref(), Some("svg" | "png")) {
        return Err(CommandLineError::PictureExtension(args.out.display().to_string()));
    }
    let (world, report) = world_and_report(args)?;
    let Some(world) = world.filter(|_| report.errors == 0) else {
        return Err(CommandLineError::NotDrawn(Box::new(report)));
    };
    let selection = match &args.select {
        Some(id) => find(&world.dataset, id).ok_or_else(|| CommandLineError::NoSuchItem(id.clone()))?,
        None => Selection::Nothing,
    };
    let view = View { time: time_view(args, &world)?, scroll: 0.0 };
    let (strings, fonts) = (language.strings(), BundledFonts::default());
    let width = args.size.map_or(WIDTH, |size| size.width);
    // The room for the legend: that of every sign of the dataset is the highest.
    let mut legend = LegendBlock::new(&world.legend(strings), width, &fonts);
    let height = if let Some(asked) = args.size {
        if asked.height < HEADING_HEIGHT + legend.height + MIN_SCENE {
            // A picture that small is an overview.
            legend = LegendBlock::default();
        }
        (asked.height - HEADING_HEIGHT - legend.height).max(60.0)
    } else {
        let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), LANE_HEIGHT);
        // A picture of pixels is no higher than it may be, with what goes above and below.
        let most = match kind.as_deref() {
            Some("png") => (max_height(width, args.scale) - HEADING_HEIGHT - legend.height).floor(),
            _ => MAX_SCENE,
        };
        Scene::height_of(&rows).clamp(MIN_SCENE, most.clamp(MIN_SCENE, MAX_SCENE))
    };
    let size = Size { width, height };
    let lane_height = world.lane_height(f64::from(Scene::plot_height(size)));
    let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), lane_height);
    let scene = plan(&PlanInput {
        dataset: &world.dataset,
        index: &world.index,
        bulk: world.bulk.as_ref(),
        rows: &rows,
        view,
        size,
        selection,
        // A picture must not depend on the day it is made.
        today: None,
        hits: None,
        previous_dates: None,
        status_date: None,
        several: &[],
        time_range: None,
        strings,
        measure: &fonts,
    });
    if legend.height > 0.0 {
        let of_scene = LegendBlock::new(&Signs::of(&scene).legend(strings, &world.dataset), width, &fonts);
        // A picture of a given size keeps it.
        legend = of_scene.at_least(if args.size.is_some() { legend.height } else { 0.0 });
    }
    let palette = Palette::new(args.theme == Theme::Dark, args.high_contrast);
    let picture = PictureExport { scene, legend, palette, is_whole: true };
    // A .png has no letters, only pixels.
    let is_outlined = args.outlines && kind.as_deref() == Some("svg");
    let written =
        if is_outlined { picture.write_outlined(&args.out) } else { picture.write(&args.out, args.scale) };
    let file = args.out.display().to_string();
    written.map_err(|problem| CommandLineError::Write(file.clone(), problem))?;
    let (drawn, all) = (picture.scene.lanes.len(), world.dataset.treaties().len());
    let texts = language.command_line();
    let mut line = format!("{}, {}", (texts.drawn)(&file), picture.scene.span_words);
    if drawn < all {
        line = format!("{line}, {}", (texts.some_lanes)(drawn, all));
    }
    if report.warnings > 0 {
        line = format!("{line} ({})", (strings.files.problems)(report.errors, report.warnings));
    }
    Ok(format!("{line}\n"))
}

/// The world to draw, and the report of its file.
fn world_and_report(args: &RenderArgs) -> Result<(Option<World>, Report), CommandLineError> {
    let Some(path) = &args.file else { return Ok(world_of(load(BUNDLED_NAME, bundled(), &()))) };
    let opened =
        open_file(path, &()).map_err(|err| CommandLineError::Open(path.display().to_string(), err))?;
    Ok(match opened {
        Opened::Treaties(loaded, _) => world_of(*loaded),
        Opened::Bulk(loaded) => {
            let BulkLoaded { bulk, report } = *loaded;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (bulk.map(|bulk| World::of_bulk(bulk, Report::default(), name, None)), report)
        }
    })
}

fn world_of(loaded: Loaded) -> (Option<World>, Report) {
    let world = loaded.dataset.map(|dataset| World::new(dataset, Report::default(), String::new(), None));
    (world, loaded.report)
}

fn find(dataset: &Dataset, id: &str) -> Option<Selection> {
    dataset
        .find_event(id)
        .map(Selection::Event)
        .or_else(|| dataset.find_statement(id).map(Selection::Statement))
        .or_else(|| dataset.find_treaty(id).map(Selection::Treaty))
}

fn time_view(args: &RenderArgs, world: &World) -> Result<TimeView, CommandLineError> {
    if args.from.is_none() && args.to.is_none() {
        return Ok(TimeView::fit(&world.limits));
    }
    let bulk_span = world.bulk.as_ref().and_then(BulkEvents::span);
    let (first, last) =
        world.dataset.span().or(bulk_span).unwrap_or_else(|| TimeView::fit(&world.limits).moments());
    let from = args.from.as_ref().map_or(first, EdtfDate::earliest);
    let to = args.to.as_ref().map_or(last, EdtfDate::end);
    if from < to {
        return Ok(TimeView::between(from, to, &world.limits.widened(from, to)));
    }
    Err(match (&args.from, &args.to) {
        (Some(_), Some(_)) => CommandLineError::FromAfterTo,
        (Some(_), None) => CommandLineError::FromAfterEnd(last),
        _ => CommandLineError::ToBeforeStart(first),
    })
}
