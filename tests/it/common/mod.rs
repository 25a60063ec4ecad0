//! What the integration tests share: small datasets, scenes, and the whole app in a harness.

pub(crate) mod article;
pub(crate) mod converted;
pub(crate) mod form;
pub(crate) mod loaded;
pub(crate) mod old_workbook;
pub(crate) mod reader;
pub(crate) mod russian;
pub(crate) mod sheets;
pub(crate) mod window;
pub(crate) mod workbook;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui_kittest::{Harness, HarnessBuilder, SnapshotOptions};
use proptest::prelude::*;

use treaty_timeline::app::dialogs::{Answer, Dialogs, OpenFileRequest, SaveFileRequest};
use treaty_timeline::app::{App, AppOptions};
use treaty_timeline::domain::{Dataset, EdtfDate, Moment};
use treaty_timeline::language::Language;
use treaty_timeline::load::{BUNDLED_NAME, load};
use treaty_timeline::session::{Session, ViewArguments, World};
use treaty_timeline::timeline::{
    Arrangement, BundledFonts, Limits, PlanInput, Rows, Scene, Selection, Size, TimeView, View, plan,
};
use treaty_timeline::ui::install_fonts;

/// The size most tests draw at.
pub(crate) const SIZE: Size = Size { width: 1076.0, height: 720.0 };

/// A file under `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The dataset that comes with the program.
pub(crate) fn bundled() -> World {
    let loaded = load(BUNDLED_NAME, treaty_timeline::load::bundled(), &());
    let dataset = loaded.dataset.expect("the bundled dataset can be read");
    World::new(dataset, loaded.report, BUNDLED_NAME.to_owned(), None)
}

/// The seven treaties of the first dataset, held as they were: what scenes and the app are tested on, so that a
/// fact added to the bundled dataset changes no picture.
pub(crate) fn seven() -> World {
    world_of(include_str!("../../data/seven-treaties.json"))
}

/// A dataset from the text of a file, which must be without errors.
pub(crate) fn world_of(text: &str) -> World {
    let loaded = load("test.json", text.as_bytes().to_vec(), &());
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    World::new(loaded.dataset.expect("it was read"), loaded.report, "test.json".to_owned(), None)
}

/// A dataset of `lanes` treaties with `events` events each, spread over a century by a fixed rule.
pub(crate) fn synthetic(lanes: usize, events: usize) -> String {
    let kinds = ["signed", "ratified", "meeting", "entered_into_force", "review_conference", "amended"];
    let mut treaties = Vec::new();
    let mut rows = Vec::new();
    for lane in 0..lanes {
        treaties.push(format!(r#"{{"id":"T{lane}","name":"Treaty {lane}","category":"Made up"}}"#));
        for i in 0..events {
            let day = (i * 36_525 / events + lane * 17) % 36_525;
            let date =
                chrono::NaiveDate::from_ymd_opt(1920, 1, 1).expect("a day") + chrono::Days::new(day as u64);
            rows.push(format!(
                r#"{{"id":"E{lane}-{i}","treaty":"T{lane}","type":"{}","dates":[{{"edtf":"{date}","source":"S"}}]}}"#,
                kinds[(i * 7 + lane) % kinds.len()]
            ));
        }
    }
    format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"S","title":"A source"}}],"treaties":[{}],"events":[{}]}}"#,
        treaties.join(","),
        rows.join(",")
    )
}

/// A dataset of one treaty with an event on each of these dates.
pub(crate) fn world_with(dates: &[String]) -> World {
    let events: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(i, date)| {
            format!(
                r#"{{"id":"e{i}","treaty":"T","type":"meeting","dates":[{{"edtf":"{date}","source":"s"}}]}}"#
            )
        })
        .collect();
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{{"id":"T","name":"Pact","category":"Made up"}}],"events":[{}]}}"#,
        events.join(",")
    ))
}

/// A date of any form between the ends of the axis.
pub(crate) fn any_date() -> impl Strategy<Value = String> {
    let years = prop_oneof![-9999_i32..=9989, 1900_i32..=2030, Just(-9999), Just(9989)];
    (years, 0_usize..7, 1_u32..=12, 1_u32..=28).prop_map(|(year, form, month, day)| {
        let of = |year: i32| format!("{}{:04}", if year < 0 { "-" } else { "" }, year.abs());
        let year_words = of(year);
        match form {
            0 => year_words,
            1 => format!("{year_words}-{month:02}"),
            2 => format!("{year_words}~"),
            3 => format!("{year_words}/{}", of(year + 9)),
            4 => format!("{year_words}-{month:02}-{day:02}/.."),
            _ => format!("{year_words}-{month:02}-{day:02}"),
        }
    })
}

/// The time range between two dates in EDTF.
pub(crate) fn between(from: &str, to: &str, limits: &Limits) -> TimeView {
    let date = |text: &str| EdtfDate::parse(text).expect("a date");
    TimeView::between(date(from).earliest(), date(to).end(), limits)
}

/// The scene of a time range.
pub(crate) fn scene(world: &World, time: TimeView, selection: Selection) -> Scene {
    scene_at(world, View { time, scroll: 0.0 }, SIZE, selection)
}

/// The scene of a view at a size.
pub(crate) fn scene_at(world: &World, view: View, size: Size, selection: Selection) -> Scene {
    let height = world.lane_height(f64::from(Scene::plot_height(size)));
    let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), height);
    scene_with(world, &rows, view, size, selection)
}

/// The scene of a view with these rows.
pub(crate) fn scene_with(world: &World, rows: &Rows, view: View, size: Size, selection: Selection) -> Scene {
    plan(&PlanInput {
        dataset: &world.dataset,
        index: &world.index,
        bulk: world.bulk.as_ref(),
        rows,
        view,
        size,
        selection,
        several: &[],
        time_range: None,
        strings: Language::English.strings(),
        today: Some(today()),
        hits: None,
        previous_dates: None,
        status_date: None,
        measure: &BundledFonts::default(),
    })
}

/// The scene that a session shows.
pub(crate) fn scene_of(session: &Session) -> Scene {
    scene_of_size(session, SIZE)
}

/// The scene that a session shows in a window of a size.
pub(crate) fn scene_of_size(session: &Session, size: Size) -> Scene {
    plan(&PlanInput {
        dataset: &session.world.dataset,
        index: session.index(),
        bulk: session.world.bulk.as_ref(),
        rows: &session.view.rows,
        view: session.view.current,
        size,
        selection: session.selection.selected,
        several: &session.selection.several,
        time_range: session.selection.time_range,
        strings: session.strings(),
        today: Some(today()),
        hits: session.search.marks.as_ref(),
        previous_dates: session.compared.as_ref().map(|compared| &compared.previous_dates),
        status_date: session.law.status.as_ref().map(|status| (status.day, status.states())),
        measure: &BundledFonts::default(),
    })
}

/// The day that tests take for today.
pub(crate) fn today() -> Moment {
    Moment::from_ymd(2026, 11, 24).expect("a day")
}

/// Answers file dialogs with the path it holds, or not at all, as a user who gives up.
#[derive(Clone, Default)]
pub(crate) struct ScriptedDialogs(pub Arc<Mutex<Option<PathBuf>>>);

impl Dialogs for ScriptedDialogs {
    fn save(&mut self, _frame: Option<&eframe::Frame>, ask: SaveFileRequest, answer: Answer) {
        if let Some(folder) = self.0.lock().expect("no test panics while it holds this").clone() {
            answer.saves_to(ask.save, folder.join(ask.name));
        }
    }

    fn choose_file(&mut self, _frame: Option<&eframe::Frame>, ask: OpenFileRequest, answer: Answer) {
        if let Some(path) = self.0.lock().expect("no test panics while it holds this").clone() {
            answer.chose(ask.purpose, path);
        }
    }

    /// A desktop with a browser that opens every address but those of a host that is made up for those without one.
    fn browse(&mut self, url: String, answer: Answer) {
        if url.contains("//no-browser.example/") {
            answer.no_browser(url);
        }
    }
}

/// The whole application in a window of this size.
pub(crate) fn app(size: [f32; 2], theme: egui::Theme, dialogs: &ScriptedDialogs) -> Harness<'static, App> {
    app_with(size, theme, dialogs, None)
}

/// The whole application, started with a file.
pub(crate) fn app_with(
    size: [f32; 2],
    theme: egui::Theme,
    dialogs: &ScriptedDialogs,
    file: Option<PathBuf>,
) -> Harness<'static, App> {
    built(Harness::builder().with_max_steps(24), size, theme, dialogs, file)
}

/// The whole application at sixty frames a second, for what depends on the pace of a hand.
pub(crate) fn app_at_pace(dialogs: &ScriptedDialogs) -> Harness<'static, App> {
    let builder = Harness::builder().with_step_dt(1.0 / 60.0).with_max_steps(300);
    built(builder, [1440.0, 900.0], egui::Theme::Light, dialogs, None)
}

/// The same with a file open.
pub(crate) fn app_at_pace_on(file: PathBuf) -> Harness<'static, App> {
    let builder = Harness::builder().with_step_dt(1.0 / 60.0).with_max_steps(300);
    built(builder, [1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), Some(file))
}

/// The whole application on a dataset, at sixty frames a second.
pub(crate) fn app_on(world: World) -> Harness<'static, App> {
    let builder = Harness::builder().with_step_dt(1.0 / 60.0).with_max_steps(300);
    built_on(world, builder, [1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), None)
}

/// The whole application, which keeps its unsaved work in a folder.
pub(crate) fn app_with_journal(
    dialogs: &ScriptedDialogs,
    file: Option<PathBuf>,
    journal: PathBuf,
) -> Harness<'static, App> {
    let options = AppOptions {
        file,
        today: Some(today()),
        fresh: true,
        journal: Some(journal),
        ..AppOptions::default()
    };
    let builder = Harness::builder().with_max_steps(24);
    built_with(seven(), builder, [1440.0, 900.0], egui::Theme::Light, dialogs, options)
}

/// The whole application, which keeps settings and unsaved work in a folder, as the binary does; or has no place for them.
pub(crate) fn app_that_remembers(file: Option<PathBuf>, folder: Option<&Path>) -> Harness<'static, App> {
    let options = AppOptions {
        file,
        today: Some(today()),
        settings_file: folder.map(|folder| folder.join("settings.json")),
        journal: folder.map(Path::to_path_buf),
        ..AppOptions::default()
    };
    let builder = Harness::builder().with_max_steps(24);
    built_with(seven(), builder, [1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), options)
}

/// The whole application, started with what the command line asks for.
pub(crate) fn app_that_shows(view: ViewArguments, file: Option<PathBuf>) -> Harness<'static, App> {
    let options = AppOptions { file, view, today: Some(today()), fresh: true, ..AppOptions::default() };
    let builder = Harness::builder().with_max_steps(24);
    built_with(seven(), builder, [1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), options)
}

/// The whole application, started with several files.
pub(crate) fn app_with_files(mut files: Vec<PathBuf>) -> Harness<'static, App> {
    let file = Some(files.remove(0));
    let options =
        AppOptions { file, more_files: files, today: Some(today()), fresh: true, ..AppOptions::default() };
    let builder = Harness::builder().with_max_steps(24);
    built_with(seven(), builder, [1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), options)
}

fn built(
    builder: HarnessBuilder<App>,
    size: [f32; 2],
    theme: egui::Theme,
    dialogs: &ScriptedDialogs,
    file: Option<PathBuf>,
) -> Harness<'static, App> {
    built_on(seven(), builder, size, theme, dialogs, file)
}

/// The whole application as the binary starts it: documents and workbooks are read by another process.
pub(crate) fn app_with_reader(dialogs: &ScriptedDialogs) -> Harness<'static, App> {
    app_with_program(dialogs, env!("CARGO_BIN_EXE_treaty-timeline").into())
}

/// The same with another program for reading.
pub(crate) fn app_with_program(dialogs: &ScriptedDialogs, program: PathBuf) -> Harness<'static, App> {
    let builder = Harness::builder().with_step_dt(1.0 / 60.0).with_max_steps(300);
    let reader_program = Some(program);
    let options = AppOptions { reader_program, today: Some(today()), fresh: true, ..AppOptions::default() };
    built_with(seven(), builder, [1440.0, 900.0], egui::Theme::Light, dialogs, options)
}

fn built_on(
    world: World,
    builder: HarnessBuilder<App>,
    size: [f32; 2],
    theme: egui::Theme,
    dialogs: &ScriptedDialogs,
    file: Option<PathBuf>,
) -> Harness<'static, App> {
    let options = AppOptions { file, today: Some(today()), fresh: true, ..AppOptions::default() };
    built_with(world, builder, size, theme, dialogs, options)
}

fn built_with(
    world: World,
    builder: HarnessBuilder<App>,
    size: [f32; 2],
    theme: egui::Theme,
    dialogs: &ScriptedDialogs,
    options: AppOptions,
) -> Harness<'static, App> {
    let dialogs = Box::new(dialogs.clone());
    builder
        .with_size(egui::vec2(size[0], size[1]))
        .with_theme(theme)
        .with_render_cursor(false)
        .with_context_setup(install_fonts)
        .build_eframe(move |cc| App::new(cc, world, dialogs, options))
}

/// Runs the app until `done` says so; a loading answers from another thread, so frames are drawn until it has.
///
/// # Panics
/// After ten thousand frames.
pub(crate) fn run_until(harness: &mut Harness<'static, App>, what: &str, done: impl Fn(&App) -> bool) {
    for _ in 0..10_000 {
        harness.step();
        if done(harness.state()) {
            harness.run();
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never came to this: {what}");
}

/// How pictures are compared: lavapipe is the truth, and small differences between processors are none.
#[expect(clippy::disallowed_methods, reason = "the one place where picture options are made")]
pub(crate) fn picture_options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.0).max_failed_pixels(10)
}

/// The dataset open in an app.
pub(crate) fn dataset(app: &App) -> &Dataset {
    &app.session().world.dataset
}
