//! Scenes as text at several zooms, and their size, which must not grow with the number of events.

mod common;

use std::fmt::Write as _;
use std::sync::Arc;

use common::{between, scene, scene_at, seven, synthetic, world_of};
use proptest::prelude::*;
use treaty_timeline::domain::EdtfDate;
use treaty_timeline::session::{Action, Command, Preferences, Session, World};
use treaty_timeline::timeline::{Hit, Pos, Scene, Selection, Size, Subject, TimeView, View};

#[test]
fn five_zooms_from_everything_to_a_day() {
    let world = seven();
    let fit = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    insta::assert_snapshot!("1_everything", fit);
    for (name, from, to) in [
        ("2_two_decades", "2005", "2026"),
        ("3_three_years", "2018", "2021"),
        ("4_three_months", "2019-01", "2019-03"),
        ("5_one_day", "2019-02-02", "2019-02-02"),
    ] {
        let view = between(from, to, &world.limits);
        insta::assert_snapshot!(name, scene(&world, view, Selection::Nothing));
    }
}

#[test]
fn a_selected_event_is_linked_with_its_statements_and_a_statement_with_its_events() {
    let world = seven();
    let view = between("2018", "2022", &world.limits);
    let dataset = &world.dataset;
    let said = dataset.statements().iter().position(|s| s.quote.starts_with("In a nutshell")).unwrap();
    let statement = treaty_timeline::domain::StatementId::new(said);
    let of_statement = scene(&world, view, Selection::Statement(statement));
    let events = dataset.statement(statement).events().count();
    assert!(events > 0);
    assert_eq!(of_statement.links.len(), events);
    let event = dataset.statement(statement).events().next().unwrap();
    let of_event = scene(&world, view, Selection::Event(event));
    insta::assert_snapshot!("selected_event", of_event);
    let statements = &dataset.event(event).statements;
    assert!(statements.contains(&statement));
    let in_lanes = statements.iter().map(|&id| {
        (0..dataset.treaties().len())
            .filter(|&treaty| {
                dataset.statements_of(treaty_timeline::domain::TreatyId::new(treaty)).contains(&id)
            })
            .count()
    });
    assert_eq!(of_event.links.len(), in_lanes.sum::<usize>() + dataset.event(event).links.len());
}

#[test]
fn a_statement_about_two_treaties_is_linked_across_lanes() {
    let world = seven();
    let dataset = &world.dataset;
    let about_two = (0..dataset.statements().len())
        .map(treaty_timeline::domain::StatementId::new)
        .find(|&id| {
            let mut treaties: Vec<_> =
                dataset.statement(id).events().map(|event| dataset.event(event).treaty).collect();
            treaties.dedup();
            treaties.len() > 1
        })
        .expect("the dataset has words about two treaties");
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Statement(about_two));
    let heights: std::collections::BTreeSet<i32> = scene.links.iter().map(|link| link.to.y as i32).collect();
    assert!(heights.len() > 1, "{:?}", scene.links);
}

#[test]
fn the_selected_mark_is_drawn_as_itself_even_in_a_crowd() {
    let world = seven();
    for (i, event) in world.dataset.events().iter().enumerate() {
        let id = treaty_timeline::domain::EventId::new(i);
        let scene = scene(&world, TimeView::fit(&world.limits), Selection::Event(id));
        let drawn = scene.lanes.iter().flat_map(|lane| &lane.events).any(|m| m.subject == Subject::Event(id));
        assert!(drawn, "{}", event.key);
    }
}

#[test]
fn every_drawn_mark_is_found_under_its_own_middle() {
    let world = seven();
    let scene = scene(&world, between("2018", "2022", &world.limits), Selection::Nothing);
    let mut found = 0;
    for lane in &scene.lanes {
        for mark in lane.events.iter().chain(&lane.statements) {
            if !scene.plot.contains(mark.at) {
                continue;
            }
            let Hit::Mark(hit) = scene.hit(mark.at) else { panic!("nothing under {mark:?}") };
            assert_eq!(hit.at, mark.at);
            found += 1;
        }
        assert_eq!(scene.hit(Pos { x: 10.0, y: lane.rect.top + 5.0 }), Hit::Head(lane.treaty));
    }
    assert!(found > 20);
}

#[test]
fn labels_neither_overlap_nor_leave_the_plot() {
    let world = seven();
    let mut view = TimeView::fit(&world.limits);
    let mut seen = 0;
    for _ in 0..30 {
        let scene = scene(&world, view, Selection::Nothing);
        for lane in &scene.lanes {
            for pair in lane.labels.windows(2) {
                assert!(pair[0].at.x + pair[0].width < pair[1].at.x, "{pair:?}");
            }
            for label in &lane.labels {
                assert!(label.at.x >= scene.plot.left && label.at.x + label.width <= scene.plot.right);
                seen += 1;
            }
        }
        view = view.zoomed(1.3, 1.55e9, &world.limits);
    }
    assert!(seen > 50);
}

/// Where each cluster stands in time, and how many marks it has.
fn clusters(scene: &Scene) -> Vec<(i64, i64, usize)> {
    let inner = |x: f32| x > scene.plot.left + 40.0 && x < scene.plot.right - 40.0;
    let marks = scene.lanes.iter().flat_map(|lane| &lane.events).filter(|mark| inner(mark.at.x));
    marks.map(|mark| (mark.first.secs(), mark.last.secs(), mark.count)).collect()
}

#[test]
fn clusters_hold_still_while_panning() {
    let world = world_of(&synthetic(5, 2_000));
    let mut view = TimeView::fit(&world.limits).zoomed(4.0, 0.0, &world.limits);
    let whole: std::collections::BTreeSet<_> =
        clusters(&scene(&world, view, Selection::Nothing)).into_iter().collect();
    assert!(whole.iter().any(|&(.., count)| count > 1));
    for _ in 0..50 {
        view = view.panned(view.span / 5000.0, &world.limits);
        let now = clusters(&scene(&world, view, Selection::Nothing));
        let unknown = now.iter().filter(|cluster| !whole.contains(cluster)).count();
        // Only what comes in at the edge is new.
        assert!(unknown <= 5, "{unknown} clusters changed");
    }
}

#[test]
fn a_scene_grows_with_the_window_and_not_with_the_events() {
    let count = |events: usize| {
        let world = world_of(&synthetic(10, events));
        let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
        let marks: usize = scene.lanes.iter().map(|lane| lane.events.len()).sum();
        let labels: usize = scene.lanes.iter().map(|lane| lane.labels.len()).sum();
        let counted: usize = scene.lanes.iter().flat_map(|lane| &lane.events).map(|mark| mark.count).sum();
        assert_eq!(counted, 10 * events, "no event is lost");
        (marks, labels)
    };
    let (few, _) = count(100);
    let (many, labels) = count(20_000);
    assert!(few > 100);
    let plot = SIZE_WIDTH / 5.0;
    assert!(many as f32 <= 10.0 * (plot + 2.0), "{many} marks in 10 lanes");
    assert!(labels < 200);
}

const SIZE_WIDTH: f32 = common::SIZE.width;

#[test]
fn only_the_lanes_in_the_window_are_planned() {
    let world = world_of(&synthetic(3_000, 1));
    let time = TimeView::fit(&world.limits);
    for scroll in [0.0, 5_000.0, 1e9] {
        let scene = scene_at(&world, View { time, scroll }, common::SIZE, Selection::Nothing);
        assert!((10..=18).contains(&scene.lanes.len()), "{} lanes at {scroll}", scene.lanes.len());
    }
}

#[test]
fn odd_datasets_and_tiny_windows_make_sane_scenes() {
    for name in ["no-events.json", "one-event.json", "same-day.json", "far-years.json"] {
        let world = world_of(&std::fs::read_to_string(common::fixture(name)).unwrap());
        for size in [Size { width: 1.0, height: 1.0 }, Size { width: 300.0, height: 90.0 }, common::SIZE] {
            let view = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
            let scene = scene_at(&world, view, size, Selection::Nothing);
            for lane in &scene.lanes {
                for bar in &lane.bars {
                    assert!(bar.left.is_finite() && bar.right.is_finite() && bar.left <= bar.right);
                }
                assert!(lane.events.iter().all(|mark| mark.at.x.is_finite()));
            }
        }
        let fit = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
        let drawn: usize = fit.lanes.iter().flat_map(|lane| &lane.events).map(|mark| mark.count).sum();
        assert_eq!(drawn, world.dataset.events().len(), "{name} does not fit");
    }
}

#[test]
fn a_title_of_a_hundred_thousand_characters_is_cut_and_widens_nothing() {
    let long = "Ж".repeat(100_000);
    let text = std::fs::read_to_string(common::fixture("good-minimal.json")).unwrap();
    let short = world_of(&text);
    let name = short.dataset.treaties()[0].name.clone();
    let title = short.dataset.events()[0].title.clone();
    let world = world_of(&text.replace(&*name, &long).replace(&*title, &long));
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    let lane = &scene.lanes[0];
    assert!(lane.name.ends_with('…') && lane.name.chars().count() < 60, "{} characters", lane.name.len());
    assert!(lane.labels.iter().all(|label| label.text.chars().count() < 100));
}

#[test]
fn a_year_is_drawn_as_a_year() {
    let world = seven();
    let scene = scene(&world, between("1978", "1982", &world.limits), Selection::Nothing);
    let bands: Vec<_> = scene.lanes.iter().flat_map(|lane| &lane.bands).collect();
    let points_per_day = f64::from(scene.plot.width()) / (5.0 * 365.0);
    let is_year = |width: f32| (f64::from(width) / points_per_day - 365.0).abs() < 3.0;
    assert!(bands.iter().any(|band| is_year(band.right - band.left)), "{bands:?}");
}

#[test]
fn labels_keep_their_marks_while_panning_and_change_only_at_the_edges() {
    let world = seven();
    let mut view = between("1985", "2005", &world.limits);
    let seen = |scene: &Scene| -> Vec<(usize, String, f32)> {
        let lanes = scene.lanes.iter();
        lanes
            .flat_map(|lane| lane.labels.iter().map(|l| (lane.treaty.index(), l.text.clone(), l.at.x)))
            .collect()
    };
    let mut before = seen(&scene(&world, view, Selection::Nothing));
    let step = view.span / 840.0 * 3.0;
    let mut kept = 0;
    for _ in 0..120 {
        view = view.panned(step, &world.limits);
        let now_scene = scene(&world, view, Selection::Nothing);
        let now = seen(&now_scene);
        let near_edge = |x: f32| x < now_scene.plot.left + 12.0 || x > now_scene.plot.right - 260.0;
        for (lane, text, x) in &before {
            match now.iter().find(|(l, t, n)| l == lane && t == text && (n - (x - 3.0)).abs() < 8.0) {
                Some((_, _, moved)) => {
                    assert!((moved - (x - 3.0)).abs() < 0.6, "{text} jumped from {x} to {moved}");
                    kept += 1;
                }
                None => assert!(near_edge(*x), "{text} went away at {x}"),
            }
        }
        for (lane, text, x) in &now {
            let is_new = !before.iter().any(|(l, t, b)| l == lane && t == text && (b - 3.0 - x).abs() < 8.0);
            assert!(!is_new || near_edge(*x), "{text} came in at {x}");
        }
        before = now;
    }
    assert!(kept > 500, "{kept}");
}

#[test]
fn the_layout_of_labels_under_pan_as_text() {
    let world = seven();
    let view = between("1985", "2005", &world.limits);
    let mut text = String::new();
    for points in [0.0, 20.0, 60.0, 140.0] {
        let panned = view.panned(view.span / 840.0 * points, &world.limits);
        writeln!(text, "panned by {points} points").unwrap();
        for lane in &scene(&world, panned, Selection::Nothing).lanes {
            for (what, label) in
                lane.sticky.iter().map(|l| ("held", l)).chain(lane.labels.iter().map(|l| ("", l)))
            {
                writeln!(text, "  {:12} {:6.1} {} {what}", lane.name, label.at.x, label.text).unwrap();
            }
        }
    }
    insta::assert_snapshot!("labels_under_pan", text);
}

#[test]
fn a_disputed_date_has_ghosts_and_a_notice_runs_to_its_effect() {
    let world = seven();
    let near = scene(&world, between("2003-01", "2003-06", &world.limits), Selection::Nothing);
    let npt = world.dataset.find_treaty("NPT").unwrap();
    let lane = near.lanes.iter().find(|lane| lane.treaty == npt).unwrap();
    assert_eq!(
        lane.ghosts.len(),
        1,
        "North Korea's own count, in January; 11 April is under the glyph: {:?}",
        lane.ghosts
    );
    let run_up = lane.notices.first().expect("notice of January runs to April");
    let days = (run_up.right - run_up.left) / near.plot.width() * 181.0;
    assert!((days - 90.0).abs() < 1.5, "{days}");
}

/// A dataset of one treaty with an event on each of these dates.
fn world_with(dates: &[String]) -> World {
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

fn opening(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

/// How many events have their whole glyph in the window.
fn in_window(session: &Session) -> usize {
    const GLYPH: f64 = 7.0;
    let scale = Scene::scale_for(common::SIZE, session.view.time);
    let (left, right) = (f64::from(Scene::heads_width(common::SIZE)), f64::from(common::SIZE.width));
    let events = session.world.dataset.events().iter();
    events.filter(|event| (left + GLYPH..right - GLYPH).contains(&scale.x_of(event.at()))).count()
}

/// A date of any form between the ends of the axis.
fn any_date() -> impl Strategy<Value = String> {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_small_dataset_opens_on_all_of_its_events(dates in prop::collection::vec(any_date(), 1..12)) {
        let session = opening(world_with(&dates));
        prop_assert_eq!(in_window(&session), dates.len(), "{:?} opens on {:?}", dates, session.view.time);
        prop_assert_eq!(session.view.time, TimeView::fit(&session.world.limits));
    }

    #[test]
    fn a_large_dataset_opens_on_most_of_its_events(
        early in prop::collection::vec(any_date(), 0..4),
        late in prop::collection::vec(any_date(), 1..4),
        count in 100_usize..160,
    ) {
        let many = late.iter().cycle().take(count).cloned();
        let dates: Vec<String> = early.iter().cloned().chain(many).collect();
        let session = opening(world_with(&dates));
        let seen = in_window(&session);
        prop_assert!(seen * 10 >= dates.len() * 9, "{seen} of {} in {:?}", dates.len(), session.view.time);
    }
}

#[test]
fn the_smallest_dataset_of_the_readme_opens_on_its_event() {
    let readme = include_str!("../README.md");
    let (_, after) = readme.split_once("The smallest one:").expect("the README has it");
    let (_, block) = after.split_once("```json").expect("it is a block of JSON");
    let (text, _) = block.split_once("```").expect("which ends");
    let session = opening(world_of(text));
    assert_eq!(in_window(&session), 1);
}

#[test]
fn one_year_that_is_all_a_dataset_knows_is_seen_whole_when_it_opens() {
    for dates in [vec!["1960".to_owned(); 5], vec!["1960".to_owned(); 500], vec!["1931-05-04".to_owned()]] {
        let session = opening(world_with(&dates));
        assert_eq!(in_window(&session), dates.len());
        let (first, last) = session.world.dataset.span().expect("there are events");
        let (start, end) = session.view.time.moments();
        assert!(start < first && end > last, "{:?}", session.view.time);
    }
}

#[test]
fn a_long_beginning_in_which_hardly_anything_happens_is_left_out_when_many_events_follow() {
    let mut dates = vec!["1800-01-01".to_owned()];
    dates.extend((0..200).map(|i| format!("{}-06-01", 1950 + i % 50)));
    let session = opening(world_with(&dates));
    assert_eq!(in_window(&session), 200);
    let (start, _) = session.view.time.moments();
    assert!((1940..1950).contains(&start.year()), "{}", start.year());
}

/// A number that no arithmetic likes, or a harmless one.
fn any_number() -> impl Strategy<Value = f64> {
    let odd =
        [0.0, -1.0, 1.0, 1e300, -1e300, 5e-324, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 2.5e11, -3.7e11];
    prop_oneof![proptest::sample::select(odd.to_vec()), -4e11..4e11]
}

fn any_view() -> impl Strategy<Value = View> {
    (any_number(), any_number(), any_number())
        .prop_map(|(start, span, scroll)| View { time: TimeView { start, span }, scroll })
}

fn any_command() -> impl Strategy<Value = Command> {
    let actions = [
        Action::ZoomIn,
        Action::ZoomOut,
        Action::Fit,
        Action::PageEarlier,
        Action::PageLater,
        Action::PanLater,
        Action::Back,
        Action::Forward,
        Action::Today,
        Action::First,
        Action::Last,
        Action::Next,
        Action::Centre,
        Action::Bookmark,
        Action::NextBookmark,
        Action::AsOfHere,
        Action::ChooseHere,
    ];
    let date = any_date().prop_map(|text| EdtfDate::parse(&text).expect("a date"));
    prop_oneof![
        1 => any_view().prop_map(|view| Command::SetView(view, common::SIZE)),
        1 => any_view().prop_map(Command::Jump),
        3 => proptest::sample::select(actions.to_vec()).prop_map(Command::Do),
        1 => date.prop_map(Command::GoToDate),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_command_gives_a_view_that_cannot_be_drawn(
        dates in prop::collection::vec(any_date(), 0..4),
        commands in prop::collection::vec(any_command(), 1..30),
    ) {
        let mut session = opening(world_with(&dates));
        for command in commands {
            let said = format!("{command:?}");
            session.apply(command);
            prop_assert!(session.view.is_sound(), "{said}: {:?}", session.view);
        }
        let scene = common::scene_of(&session);
        prop_assert!(scene.lanes.iter().flat_map(|lane| &lane.events).all(|mark| mark.at.x.is_finite()));
        prop_assert!(scene.ticks.iter().all(|tick| tick.x.is_finite()));
    }
}
