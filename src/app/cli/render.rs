//! `treaty-timeline render`: the timeline as a picture file, without a window or a display.

use std::path::Path;
use std::sync::Arc;

use crate::app::chosen_picture::ChosenPicture;
use crate::app::files::{FileBytes, Opened, open_file};
use crate::app::input_file::InputFile;
use crate::app::picture_export::PictureExport;
use crate::app::picture_options::{PictureHeight, PictureOptions};
use crate::app::reader_process::ReaderProgram;
use crate::app::web_page_export::{PageExport, is_page};
use crate::diagnostics::{Report, ViewLinkNote};
use crate::domain::{Dataset, EdtfDate};
use crate::export::Metadata;
use crate::language::{CommandLineError, Language};
use crate::load::{BUNDLED_NAME, BulkLoaded, Loaded, bundled, load};
use crate::session::{
    Command, PageFit, PictureChoice, PictureFormat, PictureTheme, Preferences, Session, ViewArguments,
    ViewCommand, World,
};
use crate::timeline::{Scene, TimeView, View};

use super::args::{RenderArgs, Theme};
use super::picture_args::given;

/// Draws and writes the picture; returns the lines to print. The picture is in `asked`, the language that was asked for, or
/// else in that of the picture that it is to be like.
///
/// # Errors
/// The file has errors, a date, a link or an id makes no sense, or the picture cannot be written.
pub(in crate::app) fn render(
    args: &RenderArgs,
    language: Language,
    asked: Option<Language>,
) -> Result<String, CommandLineError> {
    let kind = args.out.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    let is_page = is_page(&args.out);
    let format = kind.as_deref().and_then(PictureFormat::from_extension);
    let Some(format) = format.or_else(|| is_page.then_some(PictureFormat::Svg)) else {
        return Err(CommandLineError::PictureExtension(args.out.display().to_string()));
    };
    let like = args.like.as_deref().map(metadata_of).transpose()?;
    let mut view = args.view.asked()?;
    view.link = like.as_ref().map(|like| like.view.clone()).or(view.link);
    let options = options(args, like.as_ref(), language, asked);
    let (world, report) = world_and_report(args.file.as_deref())?;
    let Some(world) = world.filter(|_| report.errors == 0) else {
        return Err(CommandLineError::NotDrawn(Box::new(report)));
    };
    if let Some(id) = view.select.as_ref().filter(|id| !has_item(&world.dataset, id)) {
        return Err(CommandLineError::NoSuchItem(id.clone()));
    }
    if view.link.is_none() {
        check_period(args, &world)?;
    }
    if is_page {
        view.filter = page_filter(args.picture.lanes.as_deref(), view.filter.take());
    }
    let (session, notes) = session_of(world, &view, &options)?;
    let file = args.out.display().to_string();
    let failed = |problem| CommandLineError::Write(file.clone(), problem);
    let like_choice = like.as_ref().and_then(|like| session.picture_choice_of(&like.drawn));
    let is_print = args.theme == Some(Theme::Print);
    let all = session.world.dataset.treaties().len();
    let texts = language.command_line();
    let mut said = Vec::new();
    let (drawn, mut line) = if is_page {
        if session.world.bulk.is_some() {
            return Err(CommandLineError::PlainLanes(session.world.name.clone()));
        }
        PageExport::of(&session, options, args.picture.title.as_deref()).write(&args.out).map_err(failed)?;
        let span = Scene::words_for_span(session.view.current.time, language.strings());
        let line = format!("{}, {span}", (texts.drawn)(&file));
        (all - session.hidden_lanes().len().min(all), line)
    } else if format == PictureFormat::Pdf || args.picture.is_any(format) || is_print || like_choice.is_some()
    {
        let is_fit_asked = like_choice.is_some() || args.picture.has_fit();
        let before = like_choice.unwrap_or_else(|| usual_choice(format, &options));
        let theme = args.theme.map(|theme| match theme {
            Theme::Light => PictureTheme::Light,
            Theme::Dark => PictureTheme::Dark,
            Theme::Print => PictureTheme::Print,
        });
        let choice = args.picture.choice(before, format, theme, &session.world.dataset);
        let mut choice = choice.map_err(CommandLineError::NoSuchItem)?;
        if let Some(scale) = args.scale {
            choice.scale = times(scale);
        }
        if format == PictureFormat::Pdf && !is_fit_asked && !session.fits_a_page(&choice) {
            choice.fit = PageFit::Pages;
        }
        let picture = ChosenPicture::of(&session, &choice, options).map_err(failed)?;
        let written = picture.write(&args.out, &|_| true).map_err(failed)?;
        let line = format!("{}, {}", (texts.drawn)(&file), (texts.pages)(picture.pages()));
        if let Some(points) = picture.smallest_font_size() {
            said.push((language.strings().pictures.smallest_font_size)(points));
        }
        if !written.missing.is_empty() {
            said.push((language.strings().pictures.missing_letters)(&written.missing));
        }
        if format != PictureFormat::Pdf && args.size.is_some() {
            said.push(texts.only_width.to_owned());
        }
        if format == PictureFormat::Png && args.scale.is_some_and(|asked| asked != f32::from(choice.scale)) {
            said.push((texts.whole_scale)(choice.scale.into()));
        }
        if !written.is_accessible {
            said.push(language.strings().pictures.not_accessible.to_owned());
        }
        (picture.lanes, line)
    } else {
        let picture = PictureExport::of(&session, options, &args.out);
        let missing = picture.write(&args.out).map_err(failed)?;
        let line = format!("{}, {}", (texts.drawn)(&file), picture.scene.span_words);
        if !missing.is_empty() {
            said.push((language.strings().pictures.missing_letters)(&missing));
        }
        (picture.scene.lanes.len(), line)
    };
    if drawn < all {
        line = format!("{line}, {}", (texts.some_lanes)(drawn, all));
    }
    let (name, no_use) = args.of_no_use(if is_page { None } else { Some(format) });
    if !no_use.is_empty() {
        said.push((texts.no_use)(name, &no_use.join(", ")));
    }
    if report.warnings > 0 {
        let problems = language.strings().files.problems;
        line = format!("{line} ({})", problems(report.errors, report.warnings));
    }
    said.extend(notes.iter().map(|note| language.view_link_note(note)));
    said.insert(0, line);
    // Each line has an end.
    said.push(String::new());
    Ok(said.join("\n"))
}

/// The filter of a page, which has the lanes that a filter leaves: those that are listed, in the place of those that it names.
fn page_filter(lanes: Option<&str>, filter: Option<String>) -> Option<String> {
    let Some(lanes) = lanes.filter(|lanes| !["all", "selected"].contains(lanes)) else { return filter };
    let asked = filter.unwrap_or_default();
    let others = asked.split(',').filter(|part| !part.is_empty() && !part.starts_with("treaty:"));
    let lanes = lanes.split(',').map(|key| format!("treaty:{}", key.trim()));
    Some(others.map(str::to_owned).chain(lanes).collect::<Vec<_>>().join(","))
}

impl RenderArgs {
    /// The name of a format (`None` for a page of HTML), and the options that are given and that it does not obey, as they are
    /// written.
    fn of_no_use(&self, format: Option<PictureFormat>) -> (&'static str, Vec<&'static str>) {
        let is_print = self.theme == Some(Theme::Print);
        let size = given([(self.size.is_some(), "--size")]);
        let scale = given([(self.scale.is_some(), "--scale")]);
        let letters = given([(self.outlines, "--outlines"), (self.no_fonts, "--no-fonts")]);
        let contrast = given([(is_print && self.high_contrast, "--high-contrast")]);
        let (paper, pictures) = (self.picture.of_paper(), self.picture.of_pictures());
        match format {
            None => {
                let print = given([(is_print, "--theme print")]);
                ("HTML", [paper, pictures, size, scale, letters, print].concat())
            }
            Some(PictureFormat::Pdf) => ("PDF", [size, scale, letters, contrast].concat()),
            Some(PictureFormat::Svg) => ("SVG", [paper, scale, contrast].concat()),
            Some(PictureFormat::Png) => ("PNG", [paper, letters, contrast].concat()),
        }
    }
}

/// A scale as a chosen picture has it.
fn times(scale: f32) -> u8 {
    (scale.round() as u8).clamp(1, 4)
}

/// What is chosen for a picture where nothing is asked for: an SVG or a PNG has no caption then, as before there was one.
fn usual_choice(format: PictureFormat, options: &PictureOptions) -> PictureChoice {
    PictureChoice {
        has_caption: format == PictureFormat::Pdf,
        theme: if options.is_dark { PictureTheme::Dark } else { PictureTheme::Light },
        scale: times(options.scale),
        ..PictureChoice::default()
    }
}

/// What a picture says of itself.
fn metadata_of(picture: &Path) -> Result<Metadata, CommandLineError> {
    let name = || picture.display().to_string();
    let bytes = InputFile::open(picture).and_then(|file| file.bytes(&()));
    let bytes = bytes.map_err(|err| CommandLineError::Open(name(), err))?;
    Metadata::of_picture(&bytes).ok_or_else(|| CommandLineError::NoViewInPicture(name()))
}

/// How the picture is drawn: as another one, but for what is asked for.
fn options(
    args: &RenderArgs,
    like: Option<&Metadata>,
    language: Language,
    asked: Option<Language>,
) -> PictureOptions {
    let mut options = PictureOptions::of_command_line(language);
    if let Some(like) = like {
        options = options.with_text(&like.drawn);
    }
    options.language = asked.unwrap_or(options.language);
    if let Some(size) = args.size {
        (options.width, options.height) = (size.width, PictureHeight::Points(size.height));
    }
    options.scale = args.scale.unwrap_or(options.scale);
    options.is_dark = args.theme.map_or(options.is_dark, |theme| theme == Theme::Dark);
    options.high_contrast |= args.high_contrast;
    options.is_outlined = (options.is_outlined || args.outlines) && !args.no_fonts;
    options.has_fonts &= !args.no_fonts;
    options
}

/// A session that shows what is asked for, by default the whole period, and what it does not show.
fn session_of(
    world: World,
    view: &ViewArguments,
    options: &PictureOptions,
) -> Result<(Session, Vec<ViewLinkNote>), CommandLineError> {
    let preferences = Preferences {
        language: Some(options.language),
        high_contrast: Some(options.high_contrast),
        ..Preferences::default()
    };
    let whole = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
    let mut session = Session::new(Arc::new(world), preferences, None);
    session.apply(Command::View(ViewCommand::Set(whole, options.window)));
    let notes = if view.is_empty() { Ok(Vec::new()) } else { session.open_view(view) };
    Ok((session, notes.map_err(CommandLineError::ViewLink)?))
}

/// The world to draw, and the report of its file.
fn world_and_report(file: Option<&Path>) -> Result<(Option<World>, Report), CommandLineError> {
    let Some(path) = file else {
        let text = bundled();
        let bytes = FileBytes::of(&text);
        return Ok(world_of(load(BUNDLED_NAME, text, &()), bytes));
    };
    let opened = open_file(path, &ReaderProgram::own(), &())
        .map_err(|err| CommandLineError::Open(path.display().to_string(), err))?;
    Ok(match opened {
        Opened::Treaties(loaded, bytes) => world_of(*loaded, bytes),
        Opened::Bulk(loaded) => {
            let BulkLoaded { bulk, report, .. } = *loaded;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (bulk.map(|bulk| World::of_bulk(bulk, Report::default(), name, None)), report)
        }
    })
}

fn world_of(loaded: Loaded, bytes: FileBytes) -> (Option<World>, Report) {
    let world = loaded.dataset.map(|dataset| {
        let mut world = World::new(dataset, Report::default(), String::new(), None);
        world.sha256 = Some(bytes.sha256);
        world
    });
    (world, loaded.report)
}

fn has_item(dataset: &Dataset, id: &str) -> bool {
    dataset.find_event(id).is_some()
        || dataset.find_statement(id).is_some()
        || dataset.find_treaty(id).is_some()
}

/// Refuses a period that ends before the dataset begins, or begins after it ends, where only one end is given.
fn check_period(args: &RenderArgs, world: &World) -> Result<(), CommandLineError> {
    let (first, last) = world.span().unwrap_or_else(|| TimeView::fit(&world.limits).moments());
    match (&args.view.from, &args.view.to) {
        (Some(from), None) if from.earliest() >= last => Err(CommandLineError::FromAfterEnd(last)),
        (None, Some(to)) if EdtfDate::end(to) <= first => Err(CommandLineError::ToBeforeStart(first)),
        _ => Ok(()),
    }
}
