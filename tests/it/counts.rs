//! What a frame costs, counted and not timed: allocations and looks into the index, at any number of events.

use allocation_counter::measure;

use std::sync::Arc;

use treaty_timeline::domain::{BulkId, count_probes};
use treaty_timeline::load::{load, load_lanes, memory_needed};
use treaty_timeline::session::{Action, Command, Preferences, SelectionCommand, Session, World};
use treaty_timeline::timeline::{Drawing, Pos, Selection, TimeView};
use treaty_timeline::ui::{UiCache, install_fonts, show};

fn world(n: usize) -> World {
    let mut bytes = Vec::new();
    crate::workload::generate(n, &mut bytes).expect("memory takes it");
    let loaded =
        load_lanes("lanes.json", &mut bytes.as_slice(), bytes.len() as u64, &()).expect("memory can be read");
    let loaded = loaded.unwrap_or_else(|_| panic!("the workload is one record to a line"));
    World::of_bulk(loaded.bulk.expect("it has events"), loaded.report, "lanes.json".to_owned(), None)
}

/// Allocations and bytes of the plan and the picture of one frame, at the depth of zoom that asks for the most.
fn dearest_frame(n: usize) -> (u64, u64) {
    let world = world(n);
    let fit = TimeView::fit(&world.limits);
    let middle = fit.start + fit.span / 2.0;
    let frames = (0..14).map(|zoom| {
        let time = fit.zoomed(2.0_f64.powi(zoom), middle, &world.limits);
        let frame = measure(|| {
            let scene = crate::common::scene(&world, time, Selection::Nothing);
            let picture = Drawing::of(&scene);
            assert!(!picture.layers.is_empty());
        });
        (frame.count_total, frame.bytes_total)
    });
    frames.max().expect("there are fourteen")
}

#[test]
fn where_the_window_is_full_ten_times_the_events_allocate_no_more() {
    let (count, bytes) = dearest_frame(100_000);
    let (more, larger) = dearest_frame(1_000_000);
    assert!(more < count * 5 / 4, "{more} allocations at a million, {count} at a hundred thousand");
    // A tenth of the events leaves some time ranges without a single day, and their buckets empty.
    assert!(larger < bytes * 3 / 2, "{larger} bytes at a million, {bytes} at a hundred thousand");
    assert!(count < 4_000, "{count} allocations: some hundred of a lane's marks and labels each have one");
}

/// What reading a dataset of `n` treaties or events with one of each else takes at most, and what it was said to take.
fn memory_of_reading(records: &dyn Fn(usize) -> String, is_events: bool, n: usize) -> (u64, u64) {
    let rows = (0..n).map(records).collect::<Vec<_>>().join(",");
    let (treaties, events) = if is_events {
        (r#"{"id":"t","name":"T","category":"c"}"#, rows.as_str())
    } else {
        (rows.as_str(), "")
    };
    let text = format!(
        r#"{{"format":"treaty-timeline/1","title":"T","sources":[{{"id":"s","title":"S"}}],"treaties":[{treaties}],"events":[{events}]}}"#
    );
    let needed = memory_needed(text.as_bytes());
    let taken = measure(|| {
        let loaded = load("x", text.into_bytes(), &());
        assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    });
    (taken.bytes_max, needed)
}

#[test]
fn what_short_records_take_is_said_before_and_grows_as_they_do() {
    let treaty = |i: usize| format!(r#"{{"id":"t{i:x}","name":"T","category":"c"}}"#);
    let event = |i: usize| {
        let year = 1000 + i % 1000;
        format!(r#"{{"id":"{i:x}","treaty":"t","type":"signed","dates":[{{"edtf":"{year}","source":"s"}}]}}"#)
    };
    let kinds: [(&dyn Fn(usize) -> String, bool); 2] = [(&treaty, false), (&event, true)];
    for (records, is_events) in kinds {
        let (few, _) = memory_of_reading(records, is_events, 2_000);
        let (many, needed) = memory_of_reading(records, is_events, 16_000);
        assert!(many < few * 10, "{many} bytes for eight times the records, {few} before");
        assert!(many < needed * 3 / 2, "{many} bytes, and {needed} were said");
    }
}

#[test]
fn a_frame_in_which_nothing_changed_plans_nothing() {
    let world = Arc::new(treaty_timeline::app::bundled_world());
    let mut session = Session::new(world, Preferences::default(), None);
    let ctx = egui::Context::default();
    install_fonts(&ctx);
    let mut cache = UiCache::new(true);
    let mut frame = |session: &mut Session, events: Vec<egui::Event>| {
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0));
        let input = egui::RawInput { screen_rect: Some(screen), events, ..egui::RawInput::default() };
        let mut commands = Vec::new();
        let mut output = ctx.run_ui(input, |ui| show(ui, session, None, &mut cache, &mut commands));
        output.textures_delta.clear();
        for command in commands {
            session.apply(command);
        }
        cache.plans()
    };
    // The first frames find out how large the window is.
    frame(&mut session, Vec::new());
    frame(&mut session, Vec::new());
    let settled = frame(&mut session, Vec::new());
    for x in 0..50 {
        let moved = egui::Event::PointerMoved(egui::pos2(400.0 + 9.0 * x as f32, 300.0 + x as f32));
        assert_eq!(frame(&mut session, vec![moved]), settled, "the pointer is at step {x}");
    }
    session.apply(Command::Do(Action::ZoomIn));
    assert!(frame(&mut session, Vec::new()) > settled, "another view is another scene");
}

/// Looks into the index for the plan of one frame, at the depth of zoom that asks for the most.
fn most_probes(world: &World) -> u64 {
    let fit = TimeView::fit(&world.limits);
    let middle = fit.start + fit.span / 2.0;
    let frames = (0..14).map(|zoom| {
        let time = fit.zoomed(2.0_f64.powi(zoom), middle, &world.limits);
        count_probes(|| crate::common::scene(world, time, Selection::Nothing)).1
    });
    frames.max().expect("there are fourteen")
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn a_frame_looks_into_the_index_as_often_as_it_has_points_and_not_events() {
    let probes: Vec<u64> = [1_000, 10_000, 100_000, 1_000_000].map(|n| most_probes(&world(n))).into();
    println!("looks into the index in the dearest frame at 10³ … 10⁶: {probes:?}");
    // Stretches of six points at least, five runs of a lane, thirteen lanes in the window; a dozen looks for each.
    let ranges = 13 * 5 * (764 / 3);
    assert!(probes[3] < 12 * ranges, "{probes:?}");
    // Ten times the events: a search goes three or four steps deeper, and no more ranges are asked for.
    assert!(probes[3] < 2 * probes[2], "{probes:?}");
    assert!(probes[0] > 0, "{probes:?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn to_hit_select_and_step_takes_as_many_looks_as_the_number_of_events_has_digits() {
    for n in [1_000, 1_000_000] {
        let world = Arc::new(world(n));
        let depth = u64::from(n.ilog2());
        let scene = crate::common::scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
        for x in (260..1000).step_by(37) {
            let at = Pos { x: x as f32, y: 200.0 };
            let (_, looks) = count_probes(|| format!("{:?}", scene.hit(at)));
            assert_eq!(looks, 0, "what is hit is in the scene");
        }
        let mut session = Session::new(Arc::clone(&world), Preferences::default(), None);
        for index in [0, n / 3, n - 1] {
            let select = Command::Selection(SelectionCommand::Select(Selection::Bulk(BulkId::new(index))));
            let (_, looks) = count_probes(|| session.apply(select));
            assert!(looks <= 2 * depth, "select: {looks} looks at {n}");
            // Forty lanes of six runs each are searched; one lane, its six; the lane below from both sides.
            let runs = [
                (Action::Next, 241),
                (Action::Previous, 241),
                (Action::NextInLane, 7),
                (Action::LaneBelow, 13),
            ];
            for (action, runs) in runs {
                let (_, looks) = count_probes(|| session.apply(Command::Do(action)));
                assert!(looks <= runs * depth, "{action:?}: {looks} looks at {n}");
            }
        }
    }
}
