//! Clusters: marks that would touch are one, with the right count, the same wherever the window stands, and each of
//! what they stand for can be reached.

use std::sync::Arc;

use crate::common::{between, scene, seven, world_of, world_with};
use proptest::prelude::*;
use treaty_timeline::language::Language;
use treaty_timeline::session::{Action, Command, Preferences, SelectionCommand, Session, World};
use treaty_timeline::timeline::{
    BundledFonts, Drawing, Ink, LegendEntry, Scene, Selection, Shape, TextMeasure as _, TimeView,
};

fn opening(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

/// Where each cluster stands in time, and how many marks it has.
fn clusters(scene: &Scene) -> Vec<(i64, i64, usize)> {
    let inner = |x: f32| x > scene.plot.left + 40.0 && x < scene.plot.right - 40.0;
    let marks = scene.lanes.iter().flat_map(|lane| &lane.events).filter(|mark| inner(mark.at.x));
    marks.map(|mark| (mark.first.secs(), mark.last.secs(), mark.count)).collect()
}

/// The width of a glyph, less what rounding to `f32` may cost.
const TOUCH: f32 = 11.2 - 0.01;

/// Dates that crowd: days, times of day and years within a few decades.
fn crowded_dates() -> impl Strategy<Value = Vec<String>> {
    let date = (0_i32..3, 1_u32..=12, 1_u32..=28, 0_u32..24, 0_usize..8).prop_map(
        |(year, month, day, hour, form)| {
            let year = 1968 + year * 7;
            match form {
                0 => format!("{year}"),
                1 => format!("{year}-{month:02}"),
                2 => format!("{year}-{month:02}-{day:02}T{hour:02}:30:00Z"),
                _ => format!("{year}-{month:02}-{day:02}"),
            }
        },
    );
    prop::collection::vec(date, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_two_marks_of_a_lane_touch_at_any_zoom_and_every_event_is_counted_once(
        dates in crowded_dates(),
        zoom in 0.0_f64..14.0,
        at in 0_usize..60,
    ) {
        let world = world_with(&dates);
        let events = world.dataset.events();
        let middle = events[at % events.len()].at().secs() as f64;
        let time = TimeView::fit(&world.limits).zoomed(zoom.exp2(), middle, &world.limits);
        let scene = scene(&world, time, Selection::Nothing);
        let marks = &scene.lanes[0].events;
        for pair in marks.windows(2) {
            prop_assert!(pair[1].at.x - pair[0].at.x > TOUCH, "{:?}", pair);
            prop_assert!(pair[0].last < pair[1].first, "a cluster has no gaps: {:?}", pair);
        }
        for mark in marks {
            let inside = events.iter().filter(|event| (mark.first..=mark.last).contains(&event.at())).count();
            prop_assert_eq!(mark.count, inside, "{:?}", mark);
        }
        // What is well inside the window is in one of its marks.
        let scale = scene.scale(time);
        let (left, right) = (f64::from(scene.plot.left), f64::from(scene.plot.right));
        for event in events.iter().filter(|event| (left..right).contains(&scale.x_of(event.at()))) {
            let is_in = marks.iter().any(|mark| (mark.first..=mark.last).contains(&event.at()));
            let is_at_edge = !(left + 12.0..right - 12.0).contains(&scale.x_of(event.at()));
            prop_assert!(is_in || is_at_edge, "{} is in no mark", event.key);
        }
    }

    #[test]
    fn clusters_of_any_dates_hold_still_while_panning(
        dates in crowded_dates(),
        zoom in 0.0_f64..9.0,
        pan in 1.0_f64..300.0,
    ) {
        let world = world_with(&dates);
        let middle = world.dataset.events()[0].at().secs() as f64;
        let time = TimeView::fit(&world.limits).zoomed(zoom.exp2(), middle, &world.limits);
        let moved = time.panned(time.span / 840.0 * pan, &world.limits);
        let by = ((moved.start - time.start) / time.span * 840.0) as f32;
        let first = scene(&world, time, Selection::Nothing);
        let (before, scale) = (clusters(&first), first.scale(time));
        let after = clusters(&scene(&world, moved, Selection::Nothing));
        let edge = 236.0 + 40.0 + f64::from(by) + 24.0;
        for cluster in before.iter().filter(|(first, ..)| scale.x_of_secs(*first as f64) > edge) {
            prop_assert!(after.contains(cluster), "{:?} changed by a pan of {} points", cluster, by);
        }
    }
}

#[test]
fn five_meetings_on_five_days_are_one_mark_with_a_five() {
    let dates: Vec<String> = (1..=5).map(|day| format!("1968-07-0{day}")).collect();
    let world = world_with(&dates);
    let scene = scene(&world, between("1960", "1979", &world.limits), Selection::Nothing);
    let counts: Vec<usize> = scene.lanes[0].events.iter().map(|mark| mark.count).collect();
    assert_eq!(counts, [5]);
}

#[test]
fn marks_of_words_do_not_touch_either() {
    let world = seven();
    let mut view = TimeView::fit(&world.limits);
    for _ in 0..30 {
        for lane in &scene(&world, view, Selection::Nothing).lanes {
            for pair in lane.statements.windows(2) {
                let half =
                    |count: usize| if count > 1 { 6.5 + 3.0 * count.to_string().len() as f32 } else { 6.5 };
                let room = pair[1].at.x - pair[0].at.x - half(pair[0].count) - half(pair[1].count);
                assert!(room > -0.01, "{pair:?}");
            }
        }
        view = view.zoomed(1.3, 1.55e9, &world.limits);
    }
}

#[test]
fn no_count_lies_on_a_label_or_on_the_sign_of_words() {
    let statement = |i: usize| {
        format!(
            r#"{{"id":"q{i}","about":[{{"treaty":"t"}}],"speaker":"p","date":"1963-08-05","lang":"en","quote":"So it was said","source":"s"}}"#
        )
    };
    let event = |i: usize| {
        format!(
            r#"{{"id":"e{i}","treaty":"t","type":"signed","title":"Group {i} signs","dates":[{{"edtf":"1963-08-05","source":"s"}}]}}"#
        )
    };
    let list = |record: &dyn Fn(usize) -> String| (0..40).map(record).collect::<Vec<_>>().join(",");
    let world = world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Counts","sources":[{{"id":"s","title":"A source"}}],
"speakers":[{{"id":"p","name":"A speaker"}}],"treaties":[{{"id":"t","name":"A treaty","category":"Made up"}}],
"events":[{}],"statements":[{}]}}"#,
        list(&event),
        list(&statement)
    ));
    let ids: Vec<&str> = world.dataset.events().iter().map(|event| &*event.key).collect();
    assert_eq!((ids[2], ids[10], ids[39]), ("e2", "e10", "e39"), "in the order in which they are counted");
    let scene = scene(&world, between("1960", "1970", &world.limits), Selection::Nothing);
    let lane = &scene.lanes[0];
    let count = lane.events[0].count_rect().expect("it stands for forty");
    // Of a letter about a quarter hangs below the line.
    assert!(lane.labels[0].at.y + 0.22 * 11.0 <= count.top, "{:?} and {count:?}", lane.labels[0]);

    let shapes = Drawing::of(&scene).layers.into_iter().flat_map(|layer| layer.shapes);
    let at = lane.statements[0].at;
    let (mut sign_ends, mut count_begins) = (f32::NEG_INFINITY, f32::INFINITY);
    let is_here = |x: f32, y: f32| (x - at.x).abs() < 20.0 && (y - at.y).abs() < 6.0;
    for shape in shapes {
        match shape {
            Shape::Circle { at, radius, .. } if radius < 2.0 && is_here(at.x, at.y) => {
                sign_ends = sign_ends.max(at.x + radius);
            }
            Shape::Text { at, text, size, font, .. } if text == "40" && is_here(at.x, at.y) => {
                count_begins = at.x - BundledFonts::default().width(&text, size, font);
            }
            _ => {}
        }
    }
    assert!(sign_ends.is_finite() && count_begins.is_finite() && sign_ends < count_begins);
}

#[test]
fn what_stands_with_the_selection_is_named_whatever_the_zoom() {
    let mut dates = vec!["1990-05-05".to_owned(); 40];
    dates.extend(["1990-06-05".to_owned(), "1970-01-01".to_owned(), "2010-01-01".to_owned()]);
    let mut session = opening(world_with(&dates));
    let id = session.world.dataset.find_event("e7").expect("it is there");
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Event(id))));
    let cluster = session.cluster().expect("it does not stand alone");
    assert_eq!((cluster.count, cluster.subjects.len(), cluster.can_split), (41, 41, true));
    for _ in 0..60 {
        session.apply(Command::Do(Action::ZoomIn));
    }
    let cluster = session.cluster().expect("no zoom parts what is on one day");
    assert_eq!((cluster.count, cluster.can_split), (40, false));
    let id = session.world.dataset.find_event("e40").expect("it is there");
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Event(id))));
    assert_eq!(session.cluster(), None);
}

#[test]
fn a_cluster_of_words_has_the_ink_of_a_side_only_if_all_are_spoken_for_it() {
    let said = |id: &str, country: &str, date: &str| {
        format!(
            r#"{{"id":"{id}","quote":"Words {id}.","lang":"en","speaker":"{country}","role":"Minister",
            "country":"{country}","date":"{date}","source":"s","about":[{{"treaty":"T"}}]}}"#
        )
    };
    let statements = [
        said("a1", "USA", "1970-05-01"),
        said("a2", "USA", "1970-05-03"),
        said("b1", "USA", "1990-05-01"),
        said("b2", "RUS", "1990-05-02"),
        said("b3", "USA", "1990-05-03"),
    ];
    let world = world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "parties":[{{"id":"USA","name":"United States"}},{{"id":"RUS","name":"Russia"}}],
        "speakers":[{{"id":"USA","name":"Minister Orvin","country":"USA"}},
            {{"id":"RUS","name":"Minister Tamm","country":"RUS"}}],
        "treaties":[{{"id":"T","name":"Pact","category":"Made up"}}],
        "events":[{{"id":"e","treaty":"T","type":"signed","dates":[{{"edtf":"1969-01-01","source":"s"}}]}}],
        "statements":[{}]}}"#,
        statements.join(",")
    ));
    let inks = |from: &str, to: &str| -> Vec<String> {
        let scene = scene(&world, between(from, to, &world.limits), Selection::Nothing);
        scene.lanes[0].statements.iter().map(|mark| format!("{} {:?}", mark.count, mark.look)).collect()
    };
    assert_eq!(inks("1965", "1995"), ["2 Quote(SpeakerUs)", "3 Quote(SpeakerOther)"]);
    let apart = inks("1990-04-30", "1990-05-04");
    assert_eq!(apart, ["1 Quote(SpeakerUs)", "1 Quote(SpeakerRu)", "1 Quote(SpeakerUs)"]);
    let legend = world.legend(Language::English.strings());
    let mut shown = legend.iter().flat_map(|group| &group.entries);
    assert!(shown.any(|(entry, _)| *entry == LegendEntry::Quote(Ink::SpeakerOther)), "it is explained");
}
