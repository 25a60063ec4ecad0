//! Bulk lanes where they are full: single days that would touch are one mark, and what no row has room for is reached
//! from the strip at a lane's foot.

use crate::common::window::{click, says, session, start_with};
use crate::common::{SIZE, scene_at};
use egui::accesskit::Role;
use egui::{Modifiers, pos2};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{BulkId, Moment, SECS_PER_DAY};
use treaty_timeline::load::load_lanes;
use treaty_timeline::session::{Command, SelectionCommand, World};
use treaty_timeline::timeline::{BulkRow, Pos, Scene, Selection, Target, TimeView, View, bulk_run};

fn world(records: &[String]) -> World {
    let text = format!("{{\"events\":[\n{}\n]}}", records.join(",\n"));
    let mut bytes = text.as_bytes();
    let loaded = load_lanes("lanes.json", &mut bytes, text.len() as u64, &()).unwrap();
    let loaded = loaded.unwrap_or_else(|_| panic!("it is one record to a line"));
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    World::of_bulk(loaded.bulk.unwrap(), loaded.report, "lanes.json".to_owned(), None)
}

fn day(i: usize, day: i64) -> String {
    let date = Moment::from_secs(day * SECS_PER_DAY).date();
    format!(r#"{{"id":{i},"lane":"Pact","start":"{date}","end":null,"label":"day {i}"}}"#)
}

fn span(i: usize, start: &str, end: &str) -> String {
    format!(r#"{{"id":{i},"lane":"Pact","start":"{start}","end":"{end}","label":"span {i}"}}"#)
}

fn scene(world: &World, time: TimeView) -> Scene {
    scene_at(world, View { time, scroll: 0.0 }, SIZE, Selection::Nothing)
}

fn row(scene: &Scene) -> &BulkRow {
    scene.lanes[0].bulk.as_ref().unwrap()
}

#[test]
fn no_two_marks_of_single_days_touch_and_each_names_the_days_it_stands_for() {
    // Gaps of one to eleven days, by a fixed rule, and some days twice.
    let mut at = -3_000;
    let records: Vec<String> = (0..900)
        .map(|i| {
            at += (i as i64 * 7 + i as i64 / 13) % 12;
            day(i, at)
        })
        .collect();
    let world = world(&records);
    let bulk = world.bulk.as_ref().unwrap();
    let mut time = TimeView::fit(&world.limits);
    let middle = time.start + time.span / 2.0;
    let mut joined = 0;
    for _ in 0..40 {
        let scene = scene(&world, time);
        let scale = scene.scale(time);
        let days = &row(&scene).days;
        let is_inner = |x: f32| x > scene.plot.left + 1.0 && x < scene.plot.right - 1.0;
        for pair in days.windows(2).filter(|pair| is_inner(pair[0].rect.left) && is_inner(pair[1].rect.right))
        {
            assert!(pair[1].rect.left > pair[0].rect.right - 0.01, "{pair:?} touch");
            assert_eq!(pair[0].id.index() + pair[0].count as usize, pair[1].id.index(), "{pair:?}");
        }
        for day in days {
            let first = day.id.index();
            assert_eq!(bulk_run(bulk, day.id, &scale), first..first + day.count as usize);
            joined += usize::from(day.count > 1);
        }
        time = time.zoomed(1.13, middle, &world.limits);
    }
    assert!(joined > 100, "{joined}");
}

/// A world in which eight spans overlap: three or four have a row.
fn overlapping() -> World {
    let mut records: Vec<String> = (0..8).map(|i| span(i, &format!("199{i}-01-01"), "2005-12-31")).collect();
    records.push(span(8, "2010-01-01", "2012-12-31"));
    world(&records)
}

#[test]
fn the_strip_at_a_lanes_foot_is_hit_where_it_is_drawn() {
    let world = overlapping();
    let scene = scene(&world, TimeView::fit(&world.limits));
    let row = row(&scene);
    assert!(!row.overflow.is_empty());
    for &(left, right, _) in &row.overflow {
        let at = Pos { x: f32::midpoint(left, right), y: f32::midpoint(row.strip.0, row.strip.1) };
        assert!(matches!(scene.hit(at), Some(Target::Overflow(_))));
    }
    let after = row.overflow.iter().fold(0.0_f32, |most, &(_, right, _)| most.max(right)) + 3.0;
    let beside = scene.hit(Pos { x: after, y: row.strip.0 + 1.0 });
    assert!(beside.is_none(), "beside it there is nothing, and not {beside:?}");
}

#[test]
fn a_click_on_the_strip_lists_what_stands_there() {
    let mut window = start_with(overlapping());
    let (view, size) = (session(&window).view.current, session(&window).view.size);
    let scene = scene_at(&session(&window).world, view, size, Selection::Nothing);
    let row = row(&scene);
    // In 2001 all eight go on; those that no row shows are in the strip.
    let shown = row.rows.len();
    let x = scene.scale(view.time).x_of(Moment::from_ymd(2001, 7, 1).unwrap()) as f32;
    let corner = window.get_by_role(Role::Canvas).rect().min;
    let at = pos2(corner.x + x, corner.y + f32::midpoint(row.strip.0, row.strip.1));
    click(&mut window, at, 1, Modifiers::NONE);
    let Selection::Bulk(id) = session(&window).selection.selected else { panic!("nothing is selected") };
    let bulk = session(&window).world.bulk.as_ref().unwrap();
    assert_eq!(bulk.texts(id).1, "span 7", "the last that began");
    let cluster = session(&window).cluster().expect("it does not stand alone");
    assert_eq!((cluster.count, cluster.can_split), (8 - shown, false));
    assert_eq!(cluster.subjects.len(), 8 - shown);
    assert!(says(&window, &format!("ALSO IN THIS CLUSTER · {}", 8 - shown - 1)));
    // What has a row of its own is in no list.
    let alone = (0..bulk.len()).map(BulkId::new).find(|&id| bulk.texts(id).1 == "span 8").unwrap();
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(Selection::Bulk(alone))));
    window.run();
    assert_eq!(session(&window).cluster(), None);
}
