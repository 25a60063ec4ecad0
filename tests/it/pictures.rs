//! A few pictures, light and dark: what text snapshots cannot see.

use crate::common::{ScriptedDialogs, app, bundled, dataset, picture_options};
use egui::{Key, Theme};

use std::sync::Arc;

use treaty_timeline::domain::Moment;
use treaty_timeline::load::load;
use treaty_timeline::session::{
    Action, Command, CompareCommand, Compared, DraftChange, FilesCommand, LawCommand, OpenDocument,
    ReaderCommand, SearchCommand, SelectionCommand, Session, TableChoice, TableKind, TablesCommand,
    ViewCommand,
};
use treaty_timeline::timeline::Selection;

const WINDOW: [f32; 2] = [1000.0, 560.0];
const PANELS: [f32; 2] = [960.0, 600.0];

#[test]
fn the_window_light_and_dark() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "window_light"), (Theme::Dark, "window_dark")] {
        let mut harness = app(WINDOW, theme, &ScriptedDialogs::default());
        harness.key_press(Key::End);
        harness.run();
        assert!(matches!(harness.state().session().selection.selected, Selection::Event(_)));
        harness.snapshot_options(name, &picture_options());
        results.extend_harness(&mut harness);
    }
}

/// An invented article of real treaties.
const ARTICLE: &str = "The extension of New START came not a day too soon, Foreign Minister Ilse Korhanen said.\n\n\
    \"Five more years are a gift, and a gift should be used,\" Korhanen told reporters on 12 March 2021. She spoke of the \
    INF Treaty, which expired in 2019, without regret.";

/// The panel under the lanes, in points: left, top, right and bottom.
const BELOW: [f32; 4] = [0.0, 262.0, 598.0, 576.0];

/// What opens each panel, and where it is.
fn panels(session: &Session) -> Vec<(&'static str, [f32; 4], Vec<Command>)> {
    let world = &session.world;
    let find = |key: &str| world.dataset.find_treaty(key).expect("one of the seven");
    let page = OpenDocument::open(world, None, "article.txt".to_owned(), ARTICLE.as_bytes());
    let before = include_str!("../data/seven-treaties.json").replace("2019-08-02", "2019-09-02");
    let before = load("before.json", before.into_bytes(), &()).dataset.expect("it has no errors");
    let compared = Compared::new("before.json".to_owned(), &before, world);
    let table = |kind| {
        Command::Tables(TablesCommand::Choose(TableChoice { is_open: true, kind, ..TableChoice::default() }))
    };
    let day = Moment::from_ymd(2019, 7, 1);
    vec![
        ("table", BELOW, vec![table(TableKind::Statements)]),
        (
            "law",
            [0.0, 200.0, 598.0, 576.0],
            vec![table(TableKind::Law), Command::Law(LawCommand::SetDate(day))],
        ),
        // The seven treaties come without figures.
        (
            "figures",
            BELOW,
            vec![Command::Files(FilesCommand::Loaded(Arc::new(bundled()))), Command::Do(Action::Charts)],
        ),
        (
            "parties",
            [0.0, 80.0, 600.0, 420.0],
            vec![
                Command::View(ViewCommand::ToggleParties(find("NEWSTART"))),
                Command::Selection(SelectionCommand::GoTo(Selection::Treaty(find("NEWSTART")))),
            ],
        ),
        ("compared", BELOW, vec![Command::Compare(CompareCommand::Finished(Box::new(compared)))]),
        (
            "document",
            BELOW,
            vec![
                Command::Reader(ReaderCommand::Opened(Box::new(page.expect("a text")))),
                Command::Reader(ReaderCommand::Draft(DraftChange::Toggle(0))),
            ],
        ),
        (
            "found",
            [330.0, 0.0, 960.0, 400.0],
            vec![Command::Search(SearchCommand::SetText("ryabkov".to_owned()))],
        ),
    ]
}

#[test]
fn each_panel_light_and_dark() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (theme, shade) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let all = panels(app(PANELS, theme, &ScriptedDialogs::default()).state().session()).len();
        for index in 0..all {
            // Each in a window of its own: what one leaves behind is no part of another.
            let mut harness = app(PANELS, theme, &ScriptedDialogs::default());
            let (name, part, commands) = panels(harness.state().session()).swap_remove(index);
            for command in commands {
                harness.state_mut().apply_command(command);
            }
            harness.run();
            let picture = harness.render().expect("a picture");
            let [left, top, right, bottom] = part.map(|side| side as u32);
            let picture =
                image::imageops::crop_imm(&picture, left, top, right - left, bottom - top).to_image();
            let name = format!("panel_{name}_{shade}");
            results.add(egui_kittest::try_image_snapshot_options(&picture, name, &picture_options()));
        }
    }
}

#[test]
fn pictures_are_drawn_by_a_processor_and_not_by_whatever_is_there() {
    let setup = egui_kittest::wgpu::default_wgpu_setup();
    let adapter =
        egui_kittest::wgpu::create_render_state(setup, eframe::egui_wgpu::RendererOptions::PREDICTABLE)
            .adapter
            .get_info();
    assert_eq!(adapter.device_type, eframe::wgpu::DeviceType::Cpu, "{adapter:?}");
}

#[test]
fn the_opening_view_fits_the_data() {
    let harness = app(WINDOW, Theme::Light, &ScriptedDialogs::default());
    let session = harness.state().session();
    let (first, last) = dataset(harness.state()).span().unwrap();
    assert!(session.view.current.time.start < first.secs() as f64);
    assert!(session.view.current.time.end() > last.secs() as f64);
}
