//! The planner on anything: windows of no size and of a hundred thousand points, hidden and pinned lanes, any view.

use crate::common::{any_date, world_of};
use proptest::prelude::*;

use treaty_timeline::domain::{BulkId, EventId, Moment, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::load::load_lanes_whole;
use treaty_timeline::session::World;
use treaty_timeline::timeline::{
    Arrangement, BundledFonts, Drawing, PlanInput, Pos, Rows, Scene, Selection, Size, Subject, TimeView,
    View, plan,
};

const TREATIES: usize = 4;

/// A dataset of four treaties in two categories, their events in turn.
fn world_with(dates: &[String]) -> World {
    let kinds = ["signed", "entered_into_force", "suspended", "meeting", "terminated"];
    let treaties: Vec<String> = (0..TREATIES)
        .map(|i| format!(r#"{{"id":"T{i}","name":"Treaty {i}","category":"Kind {}"}}"#, i / 2))
        .collect();
    let events: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(i, date)| {
            format!(
                r#"{{"id":"e{i}","treaty":"T{}","type":"{}","title":"What happened {i}",
                "dates":[{{"edtf":"{date}","source":"s"}}]}}"#,
                i % TREATIES,
                kinds[i % kinds.len()]
            )
        })
        .collect();
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{}],"events":[{}]}}"#,
        treaties.join(","),
        events.join(",")
    ))
}

fn bulk_world(days: &[(String, Option<String>)]) -> World {
    let records: Vec<String> = days
        .iter()
        .enumerate()
        .map(|(i, (start, end))| {
            let end = end.as_ref().map_or_else(|| "null".to_owned(), |end| format!("\"{end}\""));
            format!(
                r#"{{"id":{i},"lane":{},"start":"{start}","end":{end},"label":"event {i}"}}"#,
                i % TREATIES
            )
        })
        .collect();
    let text = format!("{{\"events\":[\n{}\n]}}", records.join(",\n"));
    let loaded = load_lanes_whole("lanes.json", text.as_bytes(), &());
    World::of_bulk(loaded.bulk.expect("it was read"), loaded.report, "lanes.json".to_owned(), None)
}

fn any_size() -> impl Strategy<Value = Size> {
    let side = || prop_oneof![Just(0.0_f32), Just(1.0), Just(100_000.0), 1.0_f32..300.0, 300.0_f32..3000.0];
    (side(), side()).prop_map(|(width, height)| Size { width, height })
}

/// Lanes hidden, pinned and collapsed in any way that the reader may ask for.
fn any_arrangement() -> impl Strategy<Value = Arrangement> {
    let treaties = || prop::collection::btree_set((0..TREATIES).prop_map(TreatyId::new), 0..TREATIES);
    (treaties(), treaties(), prop::collection::btree_set(0_usize..2, 0..2)).prop_map(
        |(hidden, pinned, collapsed)| Arrangement {
            hidden,
            pinned: pinned.into_iter().rev().collect(),
            collapsed,
            ..Arrangement::default()
        },
    )
}

fn any_view() -> impl Strategy<Value = (f64, f64, f64)> {
    (0.0_f64..40.0, -0.5_f64..1.5, prop_oneof![Just(0.0), -1e4_f64..1e4])
}

fn view_of(world: &World, (zoom, place, scroll): (f64, f64, f64)) -> View {
    let fit = TimeView::fit(&world.limits);
    View { time: fit.zoomed(zoom.exp2() / 2.0, fit.start + place * fit.span, &world.limits), scroll }
}

fn planned(world: &World, arrangement: &Arrangement, view: View, size: Size, selection: Selection) -> Scene {
    let height = world.lane_height(f64::from(Scene::plot_height(size)));
    let day = Moment::from_ymd(1990, 1, 1).expect("a day");
    let several = if world.bulk.is_some() { Vec::new() } else { vec![Subject::Event(EventId::new(0))] };
    plan(&PlanInput {
        dataset: &world.dataset,
        index: &world.index,
        bulk: world.bulk.as_ref(),
        rows: &Rows::with_lane_height(&world.dataset, arrangement, height),
        view,
        size,
        selection,
        several: &several,
        time_range: Some((day, Moment::MAX)),
        strings: Language::English.strings(),
        today: Some(crate::common::today()),
        hits: None,
        previous_dates: None,
        status_date: None,
        measure: &BundledFonts::default(),
    })
}

/// A mark may stand a little outside the plot, where half of it is seen: by a second more where that is some points, and by a
/// cluster's width where it has absorbed one that is seen.
fn is_near(scene: &Scene, x: f32) -> bool {
    x.is_finite() && x >= scene.plot.left - 48.0 && x <= scene.plot.right + 48.0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_planned_is_finite_and_inside(
        dates in prop::collection::vec(any_date(), 1..24),
        arrangement in any_arrangement(),
        view in any_view(),
        size in any_size(),
        selected in proptest::option::of(0_usize..24),
        at in (0.0_f32..3000.0, 0.0_f32..3000.0),
    ) {
        let world = world_with(&dates);
        let selection = selected.map_or(Selection::Nothing, |i| Selection::Event(EventId::new(i % dates.len())));
        let scene = planned(&world, &arrangement, view_of(&world, view), size, selection);
        for lane in &scene.lanes {
            prop_assert!(lane.rect.top.is_finite() && lane.rect.bottom > lane.rect.top);
            for mark in &lane.events {
                prop_assert!(is_near(&scene, mark.at.x) && mark.at.y.is_finite(), "{:?}", mark);
            }
            for bar in &lane.bars {
                prop_assert!(is_near(&scene, bar.left) && is_near(&scene, bar.right) && bar.left <= bar.right);
            }
            for band in &lane.bands {
                prop_assert!(is_near(&scene, band.left) && is_near(&scene, band.right) && band.left < band.right);
            }
            for label in &lane.labels {
                prop_assert!(label.at.x >= scene.plot.left && label.at.x + label.width <= scene.plot.right + 0.5);
            }
        }
        prop_assert!(scene.ticks.iter().all(|tick| tick.x.is_finite()));
        prop_assert!(scene.ticks.len() as f32 <= size.width / 4.0 + 64.0, "{} ticks", scene.ticks.len());
        prop_assert!(scene.links.iter().all(|link| link.from.x.is_finite() && link.to.y.is_finite()));
        let _hit = scene.hit(Pos { x: at.0, y: at.1 });
        prop_assert!(!Drawing::of(&scene).layers.is_empty());
    }

    #[test]
    fn whatever_is_planned_of_bulk_lanes_is_finite_and_inside(
        days in prop::collection::vec((any_date(), proptest::option::of(any_date())), 1..24),
        arrangement in any_arrangement(),
        view in any_view(),
        size in any_size(),
        at in (0.0_f32..3000.0, 0.0_f32..3000.0),
    ) {
        let world = bulk_world(&days);
        let count = world.bulk.as_ref().map_or(0, |bulk| bulk.len());
        let lanes = world.dataset.treaties().len();
        // Fewer events than lanes: what is not there is not arranged.
        let is_there = |treaty: &TreatyId| treaty.index() < lanes;
        let arrangement = Arrangement {
            hidden: arrangement.hidden.into_iter().filter(is_there).collect(),
            pinned: arrangement.pinned.into_iter().filter(is_there).collect(),
            ..arrangement
        };
        let selection = if count == 0 { Selection::Nothing } else { Selection::Bulk(BulkId::new(count / 2)) };
        let scene = planned(&world, &arrangement, view_of(&world, view), size, selection);
        for row in scene.lanes.iter().filter_map(|lane| lane.bulk.as_ref()) {
            for bar in row.rows.iter().flatten().chain(&row.days) {
                let rect = bar.rect;
                prop_assert!(is_near(&scene, rect.left) && is_near(&scene, rect.right), "{:?}", bar);
                prop_assert!(rect.left <= rect.right && rect.top.is_finite() && rect.bottom.is_finite());
                prop_assert!(bar.id.index() + bar.count as usize <= count, "{:?}", bar);
            }
            prop_assert!(row.overflow.iter().all(|&(left, right, _)| left.is_finite() && right.is_finite()));
        }
        let _hit = scene.hit(Pos { x: at.0, y: at.1 });
        prop_assert!(!Drawing::of(&scene).layers.is_empty());
    }
}
