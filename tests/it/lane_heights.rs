//! As much at a glance as the window has room for: the heights of lanes, the width of their headers, pinned lanes that stay
//! in sight, where collapsed groups have events, and the details in a narrow window.

use crate::common::window::{Window, choose, drag, label, press, session, start, start_with, wheel};
use crate::common::{bundled, scene_of_size, scene_with, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use treaty_timeline::domain::{Ending, TreatyId};
use treaty_timeline::session::{Action, Command, Facet, Filter, FilterCommand, ViewCommand};
use treaty_timeline::timeline::{
    Arrangement, LaneHeight, LaneMetrics, PartyLanes, Rect, Rows, Scene, Selection, Size, Target, TimeView,
    View,
};

fn scene(window: &Window) -> Scene {
    scene_of_size(session(window), session(window).view.size)
}

fn pinned(window: &mut Window, names: &[&str]) {
    for name in names {
        let id = session(window).world.dataset.find_treaty(name).unwrap();
        window.state_mut().apply_command(Command::View(ViewCommand::MoveLane(id, Some(0))));
    }
    window.run();
}

fn is_inside(inner: &Rect, outer: &Rect) -> bool {
    inner.top >= outer.top - 0.01 && inner.bottom <= outer.bottom + 0.01
}

/// The row that a target belongs to.
fn row_of(target: &Target<'_>) -> Rect {
    match target {
        Target::Group(group) | Target::Only(group) => group.rect,
        Target::Context(_) => unreachable!("there is one layer"),
        Target::Header(lane)
        | Target::Expand(lane)
        | Target::Overflow(lane)
        | Target::Bulk(lane, _)
        | Target::Bar(lane, _)
        | Target::Span(lane, _)
        | Target::Notice(lane, _)
        | Target::Mark(lane, _)
        | Target::Count(lane, _)
        | Target::Edge(lane, _) => lane.rect,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn rows_never_overlap_and_targets_lie_in_their_rows_at_any_height(
        plot_height in 0.0_f64..1200.0,
        height in 0_usize..3,
        headers_width in proptest::option::of(0.0_f32..900.0),
        pinned in 0_usize..4,
        scroll in 0.0_f64..400.0,
        (width, window) in (200.0_f32..1600.0, 80.0_f32..900.0),
    ) {
        let world = seven();
        let metrics = match LaneHeight::ALL[height] {
            LaneHeight::Comfortable => LaneMetrics::comfortable(),
            LaneHeight::Compact => LaneMetrics::compact(),
            LaneHeight::Fit => LaneMetrics::fitting(plot_height, 7, 0, 4),
        };
        let arrangement =
            Arrangement { pinned: (0..pinned).map(TreatyId::new).collect(), ..Arrangement::default() };
        let metrics = metrics.with_headers_width(headers_width);
        let rows = Rows::with_parties(&world.dataset, &arrangement, metrics, PartyLanes::default());
        let view = View { time: TimeView::fit(&world.limits), scroll };
        let size = Size { width, height: window };
        let scene = scene_with(&world, &rows, view, size, Selection::Nothing);
        let bottom = scene.pinned.map_or(scene.plot.top, |pinned| pinned.bottom);
        prop_assert!(bottom <= scene.plot.top + 0.5 * scene.plot.height() + 0.01);
        let all: Vec<Rect> =
            scene.lanes.iter().map(|lane| lane.rect).chain(scene.groups.iter().map(|group| group.rect)).collect();
        let (mut above, mut below): (Vec<Rect>, Vec<Rect>) =
            all.into_iter().partition(|row| row.bottom <= bottom + 0.01);
        for rows in [&mut above, &mut below] {
            rows.sort_by(|a, b| a.top.total_cmp(&b.top));
            prop_assert!(rows.windows(2).all(|pair| pair[0].bottom <= pair[1].top + 0.01), "{rows:?}");
        }
        for lane in &scene.lanes {
            prop_assert!(scene.metrics.lane.name_size * 1.25 <= lane.rect.height());
            prop_assert!(lane.events.iter().all(|mark| mark.at.y < lane.rect.bottom));
        }
        for (rect, target) in scene.targets() {
            let row = row_of(&target);
            prop_assert!(is_inside(&rect, &row), "{rect:?} in {row:?}");
            let is_seen = row.bottom <= bottom + 0.01 || rect.top >= bottom - 0.01;
            prop_assert!(is_seen, "{rect:?} lies under the pinned rows, which end at {bottom}");
        }
    }
}

#[test]
fn all_bilateral_lanes_fit_a_laptop_when_they_are_compact() {
    let mut window = start_with(bundled());
    let categories = session(&window).world.dataset.categories();
    let bilateral = categories.iter().position(|category| category.name.starts_with("Bilateral")).unwrap();
    let filter = Filter::only(Facet::Category(bilateral));
    window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter)));
    choose(&mut window, Action::LaneHeightCompact);
    let treaties = session(&window).world.dataset.treaties();
    let count = treaties.iter().filter(|treaty| treaty.category == bilateral).count();
    assert!(count >= 26);
    let shown = scene(&window);
    let whole = shown.lanes.iter().filter(|lane| lane.rect.bottom <= shown.plot.bottom).count();
    assert_eq!(whole, count);
    let inf = shown.lanes.iter().find(|lane| lane.name == "INF Treaty").unwrap();
    assert_eq!(inf.status_text, "ended 2019");
    assert!(inf.labels.is_empty());
    assert!(inf.end_label.is_none(), "declarations follow its end");
    let start_one = shown.lanes.iter().find(|lane| lane.name == "START I").unwrap();
    let label = start_one.end_label.as_ref().unwrap();
    assert_eq!(label.text, "expired 2009");
    assert!(start_one.events.iter().all(|mark| mark.at.x < label.at.x));
    // Its last day was 31 December 1985, and the first day after it is one of 1986.
    let dataset = &session(&window).world.dataset;
    let salt_two = dataset.find_treaty("SALT2").expect("it is there");
    assert_eq!(dataset.ending(salt_two), Some((1985.into(), Ending::Expired)));
}

#[test]
fn buttons_a_key_and_the_wheel_choose_the_height_of_lanes() {
    let mut window = start();
    let height = |window: &Window| session(window).lane_height();
    for (name, chosen) in [
        ("Compact lanes", LaneHeight::Compact),
        ("Fit lanes to window", LaneHeight::Fit),
        ("Comfortable lanes", LaneHeight::Comfortable),
    ] {
        window.get_by_role_and_label(Role::RadioButton, name).click();
        window.run();
        assert_eq!(height(&window), chosen);
    }
    press(&mut window, Modifiers::NONE, Key::D);
    assert_eq!(height(&window), LaneHeight::Compact);
    let (before, at) = (session(&window).view.current.time, pos2(700.0, 500.0));
    wheel(&mut window, at, vec2(0.0, -1.0), Modifiers::ALT);
    assert_eq!(height(&window), LaneHeight::Fit);
    for _ in 0..3 {
        wheel(&mut window, at, vec2(0.0, 1.0), Modifiers::ALT);
    }
    assert_eq!(height(&window), LaneHeight::Comfortable);
    assert_eq!(session(&window).view.current.time, before, "it does not zoom");
}

#[test]
fn lanes_that_fit_follow_the_window_and_exports_are_comfortable() {
    let mut window = start_with(bundled());
    choose(&mut window, Action::LaneHeightFit);
    let lowest = session(&window).view.rows.lane_height();
    assert_eq!(lowest, 14.0, "more lanes than fit");
    choose(&mut window, Action::CollapseAll);
    let headings = session(&window).view.rows.height();
    assert!(headings < 400.0, "{headings}");
    let shown = scene(&window);
    assert!(shown.groups.iter().all(|group| group.is_collapsed && !group.density.is_empty()));
    let points = shown.plot.width() as usize;
    assert!(shown.groups.iter().all(|group| group.density.len() <= points / 2 + 2));
    let exported = session(&window).rows_for_export(600.0);
    assert_eq!(*exported.metrics(), LaneMetrics::comfortable());
}

#[test]
fn pinned_lanes_stay_in_sight_while_the_others_scroll() {
    let mut window = start_with(bundled());
    pinned(&mut window, &["INF", "NEWSTART"]);
    let tops = |window: &Window| -> Vec<(String, f32)> {
        let scene = scene(window);
        scene.lanes.iter().take(2).map(|lane| (lane.name.clone(), lane.rect.top)).collect()
    };
    let before = tops(&window);
    for _ in 0..4 {
        wheel(&mut window, pos2(100.0, 500.0), vec2(0.0, -5.0), Modifiers::NONE);
    }
    assert!(session(&window).view.current.scroll > 200.0);
    assert_eq!(tops(&window), before);
    for name in ["INF Treaty, ", "New START, "] {
        let heads = window.query_all_by_role(Role::Button).filter(|node| label(node).starts_with(name));
        assert_eq!(heads.count(), 1, "{name}");
    }
    // A selected lane is scrolled out from beneath them.
    let last = TreatyId::new(session(&window).world.dataset.treaties().len() - 1);
    for treaty in [last, TreatyId::new(0)] {
        let go = treaty_timeline::session::SelectionCommand::GoTo(Selection::Treaty(treaty));
        window.state_mut().apply_command(Command::Selection(go));
        window.run();
        let scene = scene(&window);
        let lane = scene.lanes.iter().find(|lane| lane.treaty == treaty).unwrap();
        let is_pinned = before.iter().any(|(name, _)| *name == lane.name);
        assert!(is_pinned || lane.rect.top >= scene.pinned.unwrap().bottom - 0.01);
        assert!(lane.rect.bottom <= scene.plot.bottom + 0.01);
    }
}

#[test]
fn the_column_of_lane_headers_is_widened_by_hand_and_by_key() {
    let mut window = start();
    let width = |window: &Window| scene(window).plot.left;
    assert_eq!(width(&window), 236.0);
    let edge = window.get_by_role_and_label(Role::Splitter, "Width of the lane column").rect().center();
    drag(&mut window, PointerButton::Primary, Modifiers::NONE, edge, edge + vec2(64.0, 0.0));
    assert_eq!(width(&window), 300.0);
    window.get_by_role_and_label(Role::Splitter, "Width of the lane column").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(width(&window), 288.0);
    window.state_mut().apply_command(Command::View(ViewCommand::SetHeadersWidth(None)));
    window.run();
    assert_eq!(width(&window), 236.0);
}

#[test]
fn a_narrow_window_folds_the_details_to_a_tab_until_they_are_asked_for() {
    let mut window = start();
    let full = session(&window).view.size.width;
    let shows = |window: &Window| session(window).shows_details();
    assert!(shows(&window));
    window.set_size(vec2(1000.0, 700.0));
    window.run();
    assert!(shows(&window) && session(&window).view.size.width > 1000.0 - 250.0, "the panel is narrow");
    window.set_size(vec2(860.0, 640.0));
    window.run();
    assert!(!shows(&window) && session(&window).view.size.width > 820.0);
    window.get_by_role_and_label(Role::Button, "Details").click();
    window.run();
    assert!(shows(&window) && session(&window).view.size.width > 820.0, "it lies over the plot");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!shows(&window));
    let inf = window.query_all_by_role(Role::Button).find(|node| label(node).starts_with("INF Treaty, "));
    inf.unwrap().click();
    window.run();
    assert!(shows(&window), "what is chosen is shown");
    window.set_size(vec2(1440.0, 900.0));
    window.run();
    assert!(shows(&window));
    // But for the fraction of a point to which texts are rounded.
    assert!((session(&window).view.size.width - full).abs() < 1.0, "{full}");
    window.set_size(vec2(860.0, 640.0));
    window.run();
    assert!(!shows(&window), "the choice held until the window was wide again");
}
