//! `treaty-timeline render`: the scene of the window as a picture file, with no window and no display.

use std::path::Path;

use crate::diagnostics::Report;
use crate::domain::{Dataset, EdtfDate, Plain};
use crate::export::{HEADING_HEIGHT, most_height};
use crate::language::{Language, english};
use crate::load::{BUNDLED, BUNDLED_NAME, Loaded, PlainLoaded, load};
use crate::session::World;
use crate::timeline::{
    Arrangement, BundledFonts, LANE_HEIGHT, LegendBlock, Palette, PlanInput, Rows, Scene, Selection, Size,
    TimeView, View, plan,
};

use super::cli::{RenderArgs, Theme};
use super::files::{Opened, open_file};
use super::sheet::Sheet;

/// A scene lower than this, in points, leaves no room for a legend.
const LEAST_SCENE: f32 = 200.0;

/// Width of a picture where none is asked for, in points.
const WIDTH: f32 = 1440.0;
/// No picture is made higher than this without being asked, in points.
const MOST_SCENE: f32 = 15_000.0;

/// Draws what `args` ask for; gives the line to print.
///
/// # Errors
/// A message for the terminal: the file has errors, a date or an id makes no sense, or the picture cannot be written.
pub(super) fn render(args: &RenderArgs) -> Result<String, String> {
    let kind = args.out.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    if !matches!(kind.as_deref(), Some("svg" | "png")) {
        return Err(format!("{} must end in .svg or .png", args.out.display()));
    }
    let (world, report) = match args.file.as_deref().map(|path| open_file(path, &())) {
        None => world_of(load(BUNDLED_NAME, BUNDLED.into(), &())),
        Some(Some(Opened::Treaties(loaded, _))) => world_of(*loaded),
        Some(Some(Opened::Plain(loaded))) => {
            let PlainLoaded { plain, report } = *loaded;
            let name = args
                .file
                .as_deref()
                .and_then(Path::file_name)
                .map(|name| name.to_string_lossy().into_owned());
            let of_plain = |plain| World::of_plain(plain, Report::default(), name.unwrap_or_default(), None);
            (plain.map(of_plain), report)
        }
        Some(None) => return Err("cancelled".to_owned()),
    };
    let Some(world) = world.filter(|_| report.errors == 0) else {
        return Err(format!("nothing was drawn\n\n{report}"));
    };
    let selection = match &args.select {
        Some(id) => find(&world.dataset, id)
            .ok_or_else(|| format!("no event, statement or treaty has the id \"{id}\""))?,
        None => Selection::Nothing,
    };
    let view = View { time: time_view(args, &world)?, scroll: 0.0 };
    let (strings, fonts) = (args.language.strings(), BundledFonts::default());
    let width = args.size.map_or(WIDTH, |size| size.width);
    let mut legend = LegendBlock::new(&world.legend(strings), width, &fonts);
    let height = if let Some(asked) = args.size {
        if asked.height < HEADING_HEIGHT + legend.height + LEAST_SCENE {
            // A picture that small is to be seen, not to be studied.
            legend = LegendBlock::default();
        }
        (asked.height - HEADING_HEIGHT - legend.height).max(60.0)
    } else {
        let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), LANE_HEIGHT);
        // A picture of pixels is no higher than it may be, with what goes above and below.
        let most = match kind.as_deref() {
            Some("png") => (most_height(width, args.scale) - HEADING_HEIGHT - legend.height).floor(),
            _ => MOST_SCENE,
        };
        Scene::height_of(&rows).clamp(LEAST_SCENE, most.clamp(LEAST_SCENE, MOST_SCENE))
    };
    let size = Size { width, height };
    let lane_height = world.lane_height(f64::from(Scene::plot_height(size)));
    let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), lane_height);
    let scene = plan(&PlanInput {
        dataset: &world.dataset,
        index: &world.index,
        plain: world.plain.as_ref(),
        rows: &rows,
        view,
        size,
        selection,
        // A picture must not depend on the day it is made.
        today: None,
        found: None,
        ghosts: None,
        as_of: None,
        picked: &[],
        chosen: None,
        strings,
        measure: &fonts,
    });
    let palette = Palette::new(args.theme == Theme::Dark, args.high_contrast);
    let sheet = Sheet { scene, legend, palette, is_whole: true };
    // In a .png all letters are drawn anyhow.
    let is_outlined = args.outlines && kind.as_deref() == Some("svg");
    let written =
        if is_outlined { sheet.write_outlined(&args.out) } else { sheet.write(&args.out, args.scale) };
    written.map_err(|problem| {
        // The command line speaks English, whatever the picture does.
        let strings = Language::English.strings();
        (strings.files.not_saved)(&args.out.display().to_string(), &(strings.files.write_problem)(&problem))
    })?;
    let scene = &sheet.scene;
    let note =
        if report.warnings > 0 { format!(" ({})", report.summary(Language::English)) } else { String::new() };
    let all = world.dataset.treaties().len();
    let lanes = match scene.lanes.len() {
        drawn if drawn < all => format!(", {drawn} of {all} lanes"),
        _ => String::new(),
    };
    Ok(format!("{} drawn, {}{lanes}{note}\n", args.out.display(), scene.span_words))
}

/// The world of a dataset, without its report, which goes beside it.
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

fn time_view(args: &RenderArgs, world: &World) -> Result<TimeView, String> {
    if args.from.is_none() && args.to.is_none() {
        return Ok(TimeView::fit(&world.limits));
    }
    let plain_span = world.plain.as_ref().and_then(Plain::span);
    let (first, last) =
        world.dataset.span().or(plain_span).unwrap_or_else(|| TimeView::fit(&world.limits).moments());
    let from = args.from.as_ref().map_or(first, EdtfDate::earliest);
    let to = args.to.as_ref().map_or(last, EdtfDate::end);
    if from < to {
        return Ok(TimeView::between(from, to, &world.limits.widened(from, to)));
    }
    Err(match (&args.from, &args.to) {
        (Some(_), Some(_)) => "--from must be before --to".to_owned(),
        (Some(_), None) => format!("--from is after the end of the dataset, {}", english::dates::day(last)),
        _ => format!("--to is before the beginning of the dataset, {}", english::dates::day(first)),
    })
}
