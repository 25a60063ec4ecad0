//! Dates of bulk events that are open, not sure, or more exact than a day: drawn so, or said; never in silence.

use crate::common::scene_at;

use treaty_timeline::domain::{BulkEvents, BulkId, DateUncertainty};
use treaty_timeline::language::Language;
use treaty_timeline::load::{BulkLoaded, NotLineSplittable, load_lanes, load_lanes_whole};
use treaty_timeline::session::World;
use treaty_timeline::timeline::{
    BulkBar, DateLook, Drawing, LegendEntry, Selection, Shape, Size, TimeView, View,
};

const OPEN: &str = r#"{"events":[
{"id":1,"lane":"Sure","start":"1950","end":"1960","label":"Ten years"},
{"id":2,"lane":"About","start":"1950~","end":"1960","label":"About ten years"},
{"id":3,"lane":"Doubtful","start":"1950","end":"1960?","label":"Perhaps ten years"},
{"id":4,"lane":"Open","start":"1957-03-25/..","end":null,"label":"Goes on"},
{"id":5,"lane":"Open","start":"1958-01-01","end":"..","label":"Goes on too"},
{"id":6,"lane":"Begun","start":"../1958","end":null,"label":"Until 1958"},
{"id":7,"lane":"A day","start":"1955-05-05?","end":null,"label":"Perhaps that day"}
]}"#;

fn read(text: &str) -> BulkLoaded {
    let mut bytes = text.as_bytes();
    let loaded = load_lanes("lanes.json", &mut bytes, text.len() as u64, &()).expect("memory can be read");
    loaded.unwrap_or_else(|NotLineSplittable| load_lanes_whole("lanes.json", text.as_bytes(), &()))
}

/// The event with this id in the file.
fn find(bulk: &BulkEvents, id: &str) -> BulkId {
    let mut ids = (0..bulk.len()).map(BulkId::new);
    ids.find(|&at| bulk.texts(at).0 == id).expect("it was read")
}

#[test]
fn what_is_open_or_not_sure_is_drawn_so_and_the_rest_as_ever() {
    let loaded = read(OPEN);
    assert!(loaded.report.problems.is_empty(), "{}", loaded.report);
    let bulk = loaded.bulk.expect("it was read");
    let doubt = |id: &str| bulk.date_uncertainty(find(&bulk, id));
    assert_eq!(doubt("1"), DateUncertainty::default());
    assert_eq!(doubt("2"), DateUncertainty { is_approximate: true, ..DateUncertainty::default() });
    assert_eq!(doubt("3"), DateUncertainty { is_uncertain: true, ..DateUncertainty::default() });
    assert_eq!(doubt("4"), DateUncertainty { opens_end: true, ..DateUncertainty::default() });
    assert_eq!(doubt("5"), doubt("4"), "written apart or as an interval");
    assert_eq!(doubt("6"), DateUncertainty { opens_start: true, ..DateUncertainty::default() });
    assert_eq!(doubt("7"), DateUncertainty { is_uncertain: true, ..DateUncertainty::default() });
    // What goes on does so as far as the file goes, and no farther.
    let day = |at: treaty_timeline::domain::Moment| at.date().to_string();
    assert_eq!(day(bulk.end(find(&bulk, "4"))), "1961-01-01");
    assert_eq!(day(bulk.start(find(&bulk, "6"))), "1950-01-01");
    assert_eq!(day(bulk.end(find(&bulk, "6"))), "1959-01-01");

    let world = World::of_bulk(bulk, loaded.report, "lanes.json".to_owned(), None);
    let size = Size { width: 1280.0, height: 640.0 };
    let view = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
    let scene = scene_at(&world, view, size, Selection::Nothing);
    let bars = |lane: &treaty_timeline::timeline::LaneRow| -> Vec<BulkBar> {
        lane.bulk.iter().flat_map(|row| row.rows.iter().flatten().chain(&row.days)).copied().collect()
    };
    assert_eq!(scene.lanes.iter().flat_map(bars).filter(|bar| bar.doubt.is_some()).count(), 6);
    let picture = Drawing::of(&scene);
    // In the plot: the column of heads has signs of its own.
    let lines: Vec<(usize, bool)> = picture
        .layers
        .iter()
        .flat_map(|layer| &layer.shapes)
        .filter_map(|shape| match shape {
            Shape::Line { points, dash, .. } if points.iter().all(|at| at.x > scene.plot.left) => {
                Some((points.len(), dash.is_some()))
            }
            _ => None,
        })
        .collect();
    let arrows = lines.iter().filter(|(corners, _)| *corners == 3).count();
    assert_eq!(arrows, 3, "two that go on, one that began nobody knows when");
    let dashed = lines.iter().filter(|(_, is_dashed)| *is_dashed).count();
    assert!(dashed >= 4, "the uncertain one is hollow: {dashed}");
}

#[test]
fn what_goes_on_does_so_to_the_edge_with_its_label_beside_the_arrow_and_the_legend_tells_of_it() {
    let scene_of = |text: &str| {
        let loaded = read(text);
        let bulk = loaded.bulk.expect("it was read");
        let world = World::of_bulk(bulk, loaded.report, "lanes.json".to_owned(), None);
        let view = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
        let scene = scene_at(&world, view, Size { width: 1280.0, height: 640.0 }, Selection::Nothing);
        (world, scene)
    };
    let only = r#"{"events":[{"id":1,"lane":"A","start":"1957-03-25/..","end":null,"label":"Goes on"}]}"#;
    let (world, scene) = scene_of(only);
    let row = scene.lanes[0].bulk.as_ref().expect("a lane of bulk events");
    let bar = row.rows[0][0];
    assert!((bar.rect.right - scene.plot.right).abs() < 0.5, "{bar:?}");
    assert_eq!(row.labels.len(), 1, "there is room for its label");
    assert_eq!(world.date_looks, [DateLook::Open]);
    let legend = world.legend(Language::English.strings());
    let entries = || legend.iter().flat_map(|group| &group.entries);
    assert!(entries().any(|&(entry, _)| entry == LegendEntry::Date(DateLook::Open)));

    let (world, scene) = scene_of(
        r#"{"events":[
{"id":1,"lane":"A","start":"../1958","end":null,"label":"Until then"},
{"id":2,"lane":"B","start":"195X","end":null,"label":"A year of ten"},
{"id":3,"lane":"C","start":"{1951,1955}","end":null,"label":"Twice"}
]}"#,
    );
    let row = scene.lanes[0].bulk.as_ref().expect("a lane of bulk events");
    let (bar, label) = (row.rows[0][0], &row.labels[0]);
    assert!((bar.rect.left - scene.plot.left).abs() < 0.5, "{bar:?}");
    assert!(label.at.x >= bar.rect.left + 9.0, "{label:?}");
    assert_eq!(world.date_looks, [DateLook::Uncertain, DateLook::Open]);
}

#[test]
fn times_of_day_are_said_once_with_their_number() {
    let text = r#"{"events":[
{"id":1,"lane":"Talks","start":"1957-03-25T09:00:00Z","end":"1957-03-25T12:00:00Z","label":"Morning"},
{"id":2,"lane":"Talks","start":"1957-03-25T22:00:00Z","end":"1957-03-26","label":"Night"},
{"id":3,"lane":"Talks","start":"1957-03-27","end":null,"label":"A day"}
]}"#;
    let loaded = read(text);
    let said: Vec<String> =
        loaded.report.problems.iter().map(|problem| problem.message(Language::English)).collect();
    assert_eq!(said, ["2 events have a time of day; plain lanes keep whole days"]);
    assert_eq!((loaded.report.errors, loaded.report.warnings), (0, 1));
    assert_eq!(loaded.bulk.expect("it was read").len(), 3);
}

#[test]
fn events_of_sure_days_cost_nothing_for_those_that_are_not() {
    let sure: Vec<String> = (0..1000)
        .map(|i| format!(r#"{{"id":{i},"lane":1,"start":"{:04}-01-01","end":null,"label":""}}"#, 1000 + i))
        .collect();
    let file = |records: &[String]| format!("{{\"events\":[\n{}\n]}}", records.join(",\n"));
    let bytes = |text: &str| read(text).bulk.expect("it was read").columns_bytes();
    let without = bytes(&file(&sure));
    let mut with_one = sure.clone();
    with_one[500] = with_one[500].replace("-01-01", "-01-01?");
    assert!(bytes(&file(&with_one)) <= without + 8);
}
