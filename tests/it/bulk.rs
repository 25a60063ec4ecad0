//! Bulk lanes: the same picture as a naive planner draws, a bounded number of things in it whatever the number of
//! events, and the window that shows them.

use crate::common::window::{Window, label, press, session};
use crate::common::{ScriptedDialogs, app_with, run_until, scene_at};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use treaty_timeline::domain::{BulkId, Moment, ROWS, SECS_PER_DAY};
use treaty_timeline::load::{NotLineSplittable, load_lanes, load_lanes_whole};
use treaty_timeline::session::{
    Action, Command, FilesCommand, Preferences, SelectionCommand, Session, World,
};
use treaty_timeline::timeline::{
    BulkBar, BulkRow, Pos, Scene, Selection, Size, Target, TimeView, View, bulk_run,
};

const SIZE: Size = Size { width: 1280.0, height: 640.0 };

fn world(text: &str) -> World {
    let mut bytes = text.as_bytes();
    let loaded = load_lanes("lanes.json", &mut bytes, text.len() as u64, &()).unwrap();
    let loaded =
        loaded.unwrap_or_else(|NotLineSplittable| load_lanes_whole("lanes.json", text.as_bytes(), &()));
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    World::of_bulk(loaded.bulk.unwrap(), loaded.report, "lanes.json".to_owned(), None)
}

fn workload(n: usize) -> String {
    let mut bytes = Vec::new();
    crate::workload::generate(n, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn scene(world: &World, time: TimeView) -> Scene {
    scene_at(world, View { time, scroll: 0.0 }, SIZE, Selection::Nothing)
}

fn rows(scene: &Scene) -> impl Iterator<Item = &BulkRow> {
    scene.lanes.iter().filter_map(|lane| lane.bulk.as_ref())
}

/// How many things a scene has to draw.
fn items(scene: &Scene) -> usize {
    rows(scene)
        .map(|row| {
            row.rows.iter().map(Vec::len).sum::<usize>()
                + row.days.len()
                + row.overflow.len()
                + row.labels.len()
        })
        .sum()
}

#[test]
fn the_workload_is_the_one_of_the_comparison_byte_for_byte() {
    let text = workload(1000);
    // FNV-1a of what peers/gen.mjs writes for a thousand events.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!((text.len(), hash), (109_964, 0x7528_bae1_1cdc_37db));
}

#[test]
fn what_is_drawn_is_bounded_by_the_window_and_not_by_the_events() {
    // Per lane: a bar to three points in each of four rows, a day to four, a part of the cluster to twelve, a label to
    // thirty-four among spans and as many among days.
    let points = (SIZE.width - 236.0) as usize;
    let of_lane = 4 * points / 3 + points / 4 + points / 12 + 2 * points / 34;
    for n in [1_000, 10_000, 100_000, 300_000] {
        let world = world(&workload(n));
        for zoom in 0..14 {
            let fit = TimeView::fit(&world.limits);
            let middle = fit.start + fit.span / 2.0;
            let scene = scene(&world, fit.zoomed(2.0_f64.powi(zoom), middle, &world.limits));
            assert!(items(&scene) < scene.lanes.len() * of_lane, "{} at {n}, zoom {zoom}", items(&scene));
        }
    }
}

/// What a naive planner would draw of a row: every event that is in the window, by a walk over all of them.
fn walked(world: &World, run: &std::ops::Range<u32>, time: TimeView) -> Vec<BulkId> {
    let bulk = world.bulk.as_ref().unwrap();
    let (start, end) = time.moments();
    let ids = (run.start..run.end).map(|index| BulkId::new(index as usize));
    ids.filter(|&id| bulk.end(id) > start && bulk.start(id) < end).collect()
}

fn counted(bars: &[BulkBar]) -> Vec<BulkId> {
    let ids = |bar: &BulkBar| bar.id.index()..bar.id.index() + bar.count as usize;
    bars.iter().flat_map(ids).map(BulkId::new).collect()
}

fn record() -> impl Strategy<Value = (u8, i32, Option<i32>)> {
    (0..3_u8, -3000..3000_i32, proptest::option::of(prop_oneof![0..5_i32, 0..400, 0..4000]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// The planner searches; a walk over all events must find the same ones, each in exactly one bar.
    #[test]
    fn the_picture_is_that_of_a_naive_planner(
        records in proptest::collection::vec(record(), 1..80),
        zoom in 0.0..9.0_f64,
        place in 0.0..1.0_f64,
    ) {
        let day = |day: i32| Moment::from_secs(i64::from(day) * SECS_PER_DAY).date().to_string();
        let records: Vec<String> = records.iter().enumerate().map(|(i, (lane, start, length))| {
            let end = length.map_or("null".to_owned(), |length| format!("\"{}\"", day(start + length)));
            format!(r#"{{"id":{i},"lane":{lane},"start":"{}","end":{end},"label":"event {i}"}}"#, day(*start))
        }).collect();
        let world = world(&format!("{{\"events\":[\n{}\n]}}", records.join(",\n")));
        let bulk = world.bulk.as_ref().unwrap();
        let fit = TimeView::fit(&world.limits);
        let time = fit.zoomed(zoom.exp2(), fit.start + fit.span * place, &world.limits);
        let scene = scene(&world, time);
        let (start, _) = time.moments();
        for (lane, row) in std::iter::zip(bulk.lanes(), rows(&scene)) {
            for (run, bars) in std::iter::zip(&lane.rows, &row.rows) {
                // The right edge is drawn a second further, and a run may reach over it.
                let drawn = counted(bars);
                for id in walked(&world, run, time) {
                    prop_assert!(drawn.contains(&id), "{id:?} is missing");
                }
                prop_assert!(drawn.is_sorted() && drawn.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(drawn.iter().all(|&id| bulk.end(id) > start));
                prop_assert!(bars.windows(2).all(|pair| pair[0].rect.right <= pair[1].rect.left + 3.5));
            }
            let days = counted(&row.days);
            for id in walked(&world, &lane.days, time) {
                prop_assert!(days.contains(&id), "{id:?} is missing");
            }
            // What hides in the crowd is what overlaps more deeply than there are rows.
            if lane.overflow.is_empty() {
                prop_assert!(row.rows.len() < ROWS || row.overflow.is_empty());
            }
        }
    }
}

proptest! {
    /// Folds lie on a grid of their own: moving the window changes nothing that is wholly inside before and after.
    #[test]
    fn nothing_jumps_while_panning(zoom in 0.0..6.0_f64, pan in 1.0..200.0_f64) {
        static WORLD: std::sync::LazyLock<World> = std::sync::LazyLock::new(|| world(&workload(20_000)));
        let fit = TimeView::fit(&WORLD.limits);
        let time = fit.zoomed(zoom.exp2(), fit.start + fit.span / 2.0, &WORLD.limits);
        let secs = time.span / f64::from(SIZE.width) * pan;
        let (before, after) = (scene(&WORLD, time), scene(&WORLD, time.panned(secs, &WORLD.limits)));
        for (before, after) in std::iter::zip(rows(&before), rows(&after)) {
            let inside: Vec<(BulkId, u32)> = before
                .days
                .iter()
                .filter(|day| day.rect.left > 236.0 + pan as f32 + 20.0 && day.rect.right < SIZE.width - 20.0)
                .map(|day| (day.id, day.count))
                .collect();
            let now: Vec<(BulkId, u32)> = after.days.iter().map(|day| (day.id, day.count)).collect();
            prop_assert!(inside.iter().all(|day| now.contains(day)));
        }
    }
}

#[test]
fn a_hit_finds_what_is_drawn_there() {
    let world = world(&workload(3_000));
    let scene = scene(&world, TimeView::fit(&world.limits));
    let mut hits = 0;
    for row in rows(&scene) {
        for bar in row.rows.iter().flatten() {
            let at = Pos { x: f32::midpoint(bar.rect.left, bar.rect.right), y: bar.rect.bottom - 0.2 };
            if let Some(Target::Bulk(_, hit)) = scene.hit(at) {
                let is_day = row.days.iter().any(|day| day.id == hit.id);
                assert!(hit.id == bar.id || is_day, "{hit:?} at {bar:?}");
                hits += 1;
            }
        }
    }
    assert!(hits > 300, "{hits}");
}

#[test]
fn a_single_day_hides_no_label_of_a_span_under_it() {
    let text = r#"{"events":[
{"id":1,"lane":"Rome","start":"1957-03-25","end":"1957-06-26","label":"Three months of signing"},
{"id":2,"lane":"Rome","start":"1957-03-25","end":null,"label":"Signature"}
]}"#;
    let world = world(text);
    let scene = scene(&world, TimeView::fit(&world.limits));
    let row = rows(&scene).next().unwrap();
    let label = row.labels.iter().find(|label| label.text.starts_with("Three months")).unwrap();
    let day = row.days.first().unwrap();
    assert!(label.at.x >= day.rect.right, "{label:?} begins under {day:?}");
    assert!(label.at.x + label.width <= SIZE.width);
}

#[test]
fn what_is_drawn_as_one_mark_is_named_as_one_cluster() {
    let world = world(&workload(60_000));
    let bulk = world.bulk.as_ref().unwrap();
    let time = TimeView::fit(&world.limits);
    let scene = scene(&world, time);
    let scale = scene.scale(time);
    let mut runs = 0;
    for row in rows(&scene) {
        for day in &row.days {
            let start = day.id.index();
            assert_eq!(bulk_run(bulk, day.id, &scale), start..start + day.count as usize);
        }
        for bar in row.rows.iter().flatten() {
            let run = bulk_run(bulk, bar.id, &scale);
            let drawn = bar.id.index()..bar.id.index() + bar.count as usize;
            assert!(run.start == drawn.start && run.end <= drawn.end, "{run:?} of {drawn:?}");
            runs += usize::from(run.len() > 1);
        }
    }
    assert!(runs > 5, "{runs}");
}

#[test]
fn a_day_on_which_forty_things_happened_names_them_all() {
    let records: Vec<String> = (0..40)
        .map(|i| format!(r#"{{"id":{i},"lane":1,"start":"1990-05-05","end":null,"label":"thing {i}"}}"#))
        .chain([r#"{"id":40,"lane":1,"start":"2000-05-05","end":null,"label":"later"}"#.to_owned()])
        .collect();
    let world = world(&format!("{{\"events\":[\n{}\n]}}", records.join(",\n")));
    let mut session = Session::new(std::sync::Arc::new(world), Preferences::default(), None);
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Bulk(BulkId::new(3)))));
    let cluster = session.cluster().expect("it does not stand alone");
    assert_eq!((cluster.count, cluster.can_split), (40, false));
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Bulk(BulkId::new(40)))));
    assert_eq!(session.cluster(), None);
}

#[test]
fn hostile_lanes_are_drawn_like_others() {
    let one = |i: usize, lane: usize, start: &str, end: &str, label: &str| {
        format!(r#"{{"id":{i},"lane":{lane},"start":"{start}","end":{end},"label":"{label}"}}"#)
    };
    let file = |records: Vec<String>| format!("{{\"events\":[\n{}\n]}}", records.join(",\n"));
    let long = "x".repeat(1 << 20);
    let cases: Vec<(&str, Vec<String>)> = vec![
        ("all on one day", (0..50_000).map(|i| one(i, 1, "1990-05-05", "null", "same")).collect()),
        ("a lane each", (0..20_000).map(|i| one(i, i, "1990-05-05", "null", "alone")).collect()),
        ("all alike", (0..50_000).map(|i| one(i, 1, "1900-01-01", "\"2000-01-01\"", "same")).collect()),
        (
            "backwards",
            (0..5_000).map(|i| one(i, 1, &format!("{:04}", 9000 - i), "null", "later first")).collect(),
        ),
        ("ten thousand years", vec![one(0, 1, "-9999-01-01", "\"9999-12-31\"", "long")]),
        ("a label of a megabyte", vec![one(0, 1, "1990-01-01", "\"1995-01-01\"", &long)]),
    ];
    for (name, records) in cases {
        let count = records.len();
        let world = world(&file(records));
        assert_eq!(world.bulk.as_ref().unwrap().len(), count, "{name}");
        let fit = TimeView::fit(&world.limits);
        for zoom in [1.0, 50.0, 1e6] {
            let middle = fit.start + fit.span / 2.0;
            let scene = scene(&world, fit.zoomed(zoom, middle, &world.limits));
            assert!(items(&scene) < 5_000, "{name}: {}", items(&scene));
            assert!(rows(&scene).flat_map(|row| &row.labels).all(|label| label.text.len() < 1200), "{name}");
        }
    }
}

fn open(text: &str) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lanes.json");
    std::fs::write(&path, text).unwrap();
    let mut window = app_with([1280.0, 720.0], Theme::Light, &ScriptedDialogs::default(), Some(path));
    run_until(&mut window, "the file is open", |app| {
        app.session().world.bulk.is_some() && app.session().files.loading.is_none()
    });
    (window, folder)
}

#[test]
fn bulk_lanes_are_opened_walked_and_read_in_the_window() {
    let (mut window, _folder) = open(&workload(2_000));
    let says = |window: &Window, text: &str| {
        window
            .query_all_by_role(Role::Label)
            .filter_map(|node| node.value())
            .any(|value| value.contains(text))
    };
    assert!(says(&window, "40 lanes · 2000 events"));
    let heads = window.query_all_by_role(Role::Button).map(|node| label(&node));
    assert!(heads.filter(|name| name.ends_with(" events")).count() > 20);

    // What is wide enough is heard and clicked by its name.
    let spans = window.query_all_by_role(Role::Button).filter(|node| label(node).contains(" no. "));
    assert!(spans.count() > 20);
    let span = window.query_all_by_role(Role::Button).find(|node| label(node).contains(" no. ")).unwrap();
    let name = label(&span);
    span.click_accesskit();
    window.run();
    let Selection::Bulk(clicked) = session(&window).selection.selected else { panic!("nothing is selected") };
    let said = session(&window).world.bulk.as_ref().unwrap().texts(clicked).1;
    assert!(name.starts_with(&said), "{name}: {said}");
    press(&mut window, Modifiers::NONE, Key::Home);
    let first = session(&window).selected_moment().unwrap();
    let mut seen = vec![first];
    for _ in 0..50 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
        seen.push(session(&window).selected_moment().unwrap());
    }
    assert!(seen.is_sorted() && seen[50] > seen[0], "from the first on, in order of time");
    let Selection::Bulk(id) = session(&window).selection.selected else { panic!("nothing is selected") };
    let text = session(&window).world.bulk.as_ref().unwrap().texts(id).1;
    assert!(says(&window, &text), "the panel says {text}");
    press(&mut window, Modifiers::NONE, Key::Period);
    let Selection::Bulk(next) = session(&window).selection.selected else { panic!("nothing is selected") };
    let bulk = session(&window).world.bulk.as_ref().unwrap();
    assert_eq!(bulk.lane_of(next), bulk.lane_of(id), "the next of the same lane");
    press(&mut window, Modifiers::NONE, Key::End);
    let last = session(&window).selected_moment().unwrap();
    assert!(seen.iter().all(|&at| at <= last));
}

#[test]
fn a_bad_record_is_said_and_what_was_open_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lanes.json");
    let bad = "{\"events\":[\n{\"id\":0,\"lane\":1,\"start\":\"soon\",\"end\":null,\"label\":\"bad\"}\n]}";
    std::fs::write(&path, bad).unwrap();
    let mut window = app_with([1280.0, 720.0], Theme::Light, &ScriptedDialogs::default(), Some(path));
    run_until(&mut window, "the file is refused", |app| app.session().files.refused.is_some());
    assert_eq!(session(&window).world.dataset.treaties().len(), 7);
    let report = &session(&window).files.refused.as_ref().unwrap().report;
    assert_eq!((report.problems[0].line, report.errors), (2, 1));
}

#[test]
fn what_was_open_comes_back_when_a_preview_leads_to_nothing() {
    let seven = std::sync::Arc::new(crate::common::seven());
    let preview = || std::sync::Arc::new(world(&workload(100)));
    let mut session = Session::new(std::sync::Arc::clone(&seven), Preferences::default(), None);
    session.apply(Command::Do(Action::ZoomIn));
    session.apply(Command::Do(Action::Bookmark));
    let view = session.view.current;
    let is_as_before = |session: &Session| {
        assert!(std::sync::Arc::ptr_eq(&session.world, &seven));
        assert_eq!(session.view.bookmarks.len(), 1);
        assert!((session.view.current.time.span - view.time.span).abs() < 1.0);
    };
    // Called off.
    session.apply(Command::Files(FilesCommand::Load("a.json".into())));
    session.apply(Command::Files(FilesCommand::Preview(preview())));
    assert!(session.world.bulk.is_some() && session.files.loading.is_some());
    session.apply(Command::Files(FilesCommand::CancelLoad));
    is_as_before(&session);
    // Refused, after another file took the place of the first while that was being shown in part.
    session.apply(Command::Files(FilesCommand::Load("a.json".into())));
    session.apply(Command::Files(FilesCommand::Preview(preview())));
    session.apply(Command::Files(FilesCommand::Load("b.json".into())));
    session.apply(Command::Files(FilesCommand::Preview(preview())));
    session.apply(Command::Files(FilesCommand::LoadFailed(
        treaty_timeline::diagnostics::Report::default(),
        None,
    )));
    is_as_before(&session);
}
