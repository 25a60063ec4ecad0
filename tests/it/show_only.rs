//! Showing what one means: treaties by name, only these, what is hidden, whole periods, arrows to what lies outside.

use std::sync::Arc;

use crate::common::window::{Window, click, label, mark, press, says, session, start, time};
use crate::common::{any_date, bundled, scene_of, seven, world_with};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use treaty_timeline::domain::{EdtfDate, Moment, PhaseKind, TreatyId};
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Action, Command, Facet, Filter, FilterCommand, Overlay, Preferences, SearchCommand, SelectionCommand,
    Session, ViewCommand, World,
};
use treaty_timeline::timeline::{Scene, Selection, Subject, TimeView, View};

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn names(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

/// Clicks the button whose name begins so.
fn press_button(window: &mut Window, begins: &str) {
    let node = window.query_all_by_role(Role::Button).find(|node| label(node).starts_with(begins));
    node.unwrap_or_else(|| panic!("no button begins with {begins}: {:?}", names(window))).click();
    window.run();
}

fn opening(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

fn treaty(session: &Session, key: &str) -> TreatyId {
    session.world.dataset.find_treaty(key).expect("it is there")
}

/// The treaties that have a lane.
fn lanes(session: &Session) -> Vec<&str> {
    let dataset = &session.world.dataset;
    let ids = (0..dataset.treaties().len()).map(TreatyId::new);
    ids.filter(|&id| session.view.rows.has_lane(id)).map(|id| &*dataset.treaty(id).key).collect()
}

#[test]
fn a_treaty_is_found_in_the_menu_by_typing_in_either_script_and_its_chip_clears_it() {
    let mut window = start();
    press_button(&mut window, "Treaties");
    assert!(says(&window, "Multilateral · nuclear"), "by category");
    type_text(&mut window, "дрсмд");
    let values: Vec<String> =
        names(&window).into_iter().filter(|name| name.starts_with("INF Treaty, 2")).collect();
    assert_eq!(values, ["INF Treaty, 26"], "its count stays");
    assert!(!names(&window).iter().any(|name| name == "NPT, 35"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(lanes(session(&window)), ["INF"]);
    // The field is empty and has the keyboard, for the next one.
    type_text(&mut window, "new st");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(lanes(session(&window)).len(), 2);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(says(&window, "2 of 7 treaties"));
    assert!(names(&window).iter().any(|name| name.starts_with("Treaties: ")));
    press_button(&mut window, "Clear the filter Treaties");
    assert!(session(&window).filter.active.is_empty());
}

#[test]
fn what_is_typed_over_the_other_filters_is_looked_for_in_all_of_them() {
    let mut window = start();
    press_button(&mut window, "More");
    type_text(&mut window, "russ");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let chosen: Vec<Facet> = session(&window).filter.active.chosen().collect();
    assert!(matches!(chosen[..], [Facet::Language(tag)] if tag.text() == "ru"), "{chosen:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press_button(&mut window, "Clear the filter Languages");
    assert!(session(&window).filter.active.is_empty());
}

#[test]
fn the_bar_fits_a_small_window_and_what_has_no_room_is_under_more() {
    let mut window = start();
    for (width, height) in [(800.0, 600.0), (640.0, 420.0), (400.0, 300.0)] {
        window.set_size(egui::vec2(width, height));
        for filter in [
            Filter::default(),
            Filter::only(Facet::Category(1)).with_only(Facet::Spoken).with_only(Facet::Decade(1980)),
        ] {
            window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter.clone())));
            window.run();
            let bar: Vec<_> = window
                .query_all_by_role(Role::Button)
                .map(|node| (label(&node), node.rect()))
                .filter(|(_, rect)| (44.0..78.0).contains(&rect.center().y))
                .collect();
            assert!(bar.iter().any(|(name, _)| name.starts_with("More")), "{width}: {bar:?}");
            for (name, rect) in &bar {
                assert!(rect.right() <= width && rect.left() >= 0.0, "{width}: {name} at {rect:?}");
            }
            if width == 800.0 {
                for name in ["Treaties", "Parties", "Category"] {
                    let is_shown = bar.iter().any(|(other, _)| other.starts_with(name));
                    assert!(is_shown || !filter.is_empty(), "{name} {bar:?}");
                }
            }
        }
    }
}

#[test]
fn only_this_treaty_is_shown_by_menu_and_by_key_and_all_again() {
    let mut window = start();
    let head = |node: &egui_kittest::Node<'_>| label(node).starts_with("INF Treaty, ");
    window.query_all_by_role(Role::Button).find(head).unwrap().click_secondary();
    window.run();
    press_button(&mut window, "Show only this treaty");
    assert_eq!(lanes(session(&window)), ["INF"]);
    press_button(&mut window, "Clear all filters");

    let at = mark(&window, "NPT, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::O);
    assert_eq!(lanes(session(&window)), ["NPT"]);
    press(&mut window, Modifiers::NONE, Key::O);
    assert_eq!(lanes(session(&window)).len(), 7);
}

#[test]
fn of_several_selected_events_the_treaties_are_shown_even_a_hidden_one() {
    let mut session = opening(seven());
    let (inf, npt) = (treaty(&session, "INF"), treaty(&session, "NPT"));
    let events = [inf, npt].map(|id| session.world.dataset.events_of(id)[0]);
    for id in events {
        session.apply(Command::Selection(SelectionCommand::Toggle(Subject::Event(id))));
    }
    session.apply(Command::Do(Action::ShowOnly));
    assert_eq!(lanes(&session), ["INF", "NPT"]);
    session.apply(Command::Do(Action::ClearFilter));
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(inf))));
    session.apply(Command::Do(Action::HideLane));
    session.apply(Command::Filter(FilterCommand::OnlyTreaties(vec![inf])));
    assert_eq!(lanes(&session), ["INF"]);
    // By name from the menu, too.
    session.apply(Command::Do(Action::ClearFilter));
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(inf))));
    session.apply(Command::Do(Action::HideLane));
    let offered = session.facets().of_kind(Facet::Treaty(inf)).any(|(facet, _)| facet == Facet::Treaty(inf));
    assert!(offered, "a hidden treaty is offered by name");
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Treaty(inf))));
    assert_eq!(lanes(&session), ["INF"]);
}

#[test]
fn what_is_hidden_is_counted_and_one_click_brings_it_back() {
    let mut window = start();
    let at = mark(&window, "INF Treaty, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(says(&window, "6 of 7 treaties · 134 events"), "the status bar counts what is shown");
    let inf = treaty(session(&window), "INF");
    assert!(!session(&window).shows(Item::Treaty(inf)));
    press_button(&mut window, "1 hidden · Show");
    assert!(session(&window).shows(Item::Treaty(inf)));
    assert!(session(&window).filter.result.is_none());
}

#[test]
fn a_time_range_counts_neither_what_the_filter_hides_nor_hidden_lanes() {
    let mut session = opening(seven());
    let (first, last) = session.world.dataset.span().unwrap();
    session.apply(Command::Selection(SelectionCommand::SetTimeRange(Some((first, last)))));
    let all = session.time_range_counts().unwrap().events;
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty(&session, "INF")))));
    session.apply(Command::Do(Action::HideLane));
    let counts = session.time_range_counts().unwrap();
    assert_eq!((counts.events, counts.hidden_events), (all - 26, 26));
    let dataset = &session.world.dataset;
    assert!(
        session.time_range_events().iter().all(|&id| dataset.event(id).treaty != treaty(&session, "INF"))
    );
    let npt = treaty(&session, "NPT");
    session.apply(Command::Filter(FilterCommand::OnlyTreaties(vec![npt])));
    assert_eq!(session.time_range_events().len(), session.world.dataset.events_of(npt).len());
}

#[test]
fn a_search_says_what_it_would_find_elsewhere_and_looks_there_when_asked() {
    let mut session = opening(seven());
    session.apply(Command::Search(SearchCommand::SetText("open skies".to_owned())));
    let all = session.search.hits.len();
    assert!(all > 0 && session.search.elsewhere == 0);
    let npt = treaty(&session, "NPT");
    session.apply(Command::Filter(FilterCommand::OnlyTreaties(vec![npt])));
    assert_eq!(session.search.hits.len() + session.search.elsewhere, all);
    assert!(!session.search.is_partial, "what matches less is not offered in its place");
    session.apply(Command::Search(SearchCommand::Everywhere));
    assert_eq!((session.search.hits.len(), session.search.elsewhere), (all, 0));

    let mut window = start();
    let npt = treaty(self::session(&window), "NPT");
    window.state_mut().apply_command(Command::Filter(FilterCommand::OnlyTreaties(vec![npt])));
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "open skies");
    let elsewhere = self::session(&window).search.elsewhere;
    if self::session(&window).search.hits.is_empty() {
        assert!(says(&window, &format!("Nothing found in this treaty; {elsewhere} elsewhere")));
    } else {
        assert!(says(&window, &format!(" here, {elsewhere} elsewhere")));
    }
    window.get_by_label("Search everywhere").click();
    window.run();
    assert_eq!(self::session(&window).search.hits.len(), all);
}

#[test]
fn a_typed_interval_fills_the_window_and_centring_keeps_it() {
    let inf = |session: &Session| Selection::Treaty(treaty(session, "INF"));
    for is_selected in [false, true] {
        for (typed, from, to) in [
            ("1960/2026", 1960, 2027),
            ("1985–2026", 1985, 2027),
            ("1985-2026", 1985, 2027),
            ("2019/2026", 2019, 2027),
            ("с 1985 по 1987", 1985, 1988),
            ("1900 … 1950", 1900, 1951),
        ] {
            let mut session = opening(seven());
            if is_selected {
                session.apply(Command::Selection(SelectionCommand::Select(inf(&session))));
            }
            let date = EdtfDate::parse_typed(typed).unwrap();
            session.apply(Command::View(ViewCommand::GoToDate(date)));
            let time = session.view.current.time;
            let secs = |year| Moment::from_ymd(year, 1, 1).unwrap().secs() as f64;
            assert_eq!((time.start, time.end()), (secs(from), secs(to)), "{typed}");
            let label = Scene::words_for_span(time, session.strings());
            // Of three years the label names months.
            let is_of_years = to - from > 3;
            let months = format!("Jan {from} – Dec {}", to - 1);
            let years = format!("{from} – {}", to - 1);
            assert_eq!(label, if is_of_years { years } else { months }, "{typed}");
            assert_eq!(session.selection.time_range, None, "nothing is painted grey");
            session.apply(Command::Do(Action::Centre));
            assert_eq!(session.view.current.time, time, "{typed}");
        }
    }
}

#[test]
fn the_period_over_the_lanes_and_in_the_status_bar_opens_the_dialog_for_another_one() {
    let mut window = start();
    let places = |window: &Window| {
        let buttons = window.query_all_by_role(Role::Button);
        let named = buttons.filter(|node| label(node).starts_with("Period shown: "));
        named.map(|node| node.rect().center()).collect::<Vec<_>>()
    };
    let both = places(&window);
    assert_eq!(both.len(), 2, "over the lanes and in the status bar");
    for at in both {
        click(&mut window, at, 1, Modifiers::NONE);
        assert!(matches!(session(&window).overlay, Some(Overlay::GoToDate { .. })), "{at:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(session(&window).overlay.is_none());
    }
}

/// How many of the shown events have their whole glyph in the window.
fn shown_in_window(session: &Session) -> (usize, usize) {
    const GLYPH: f64 = 7.0;
    let scale = session.view.rows.scale(crate::common::SIZE, session.view.current.time);
    let left = f64::from(session.view.rows.headers_width(crate::common::SIZE)) + GLYPH;
    let right = f64::from(crate::common::SIZE.width) - GLYPH;
    let dataset = &session.world.dataset;
    let ids = (0..dataset.events().len()).map(treaty_timeline::domain::EventId::new);
    let shown: Vec<f64> = ids
        .filter(|&id| session.shows(Item::Event(id)))
        .map(|id| scale.x_of(dataset.event(id).at()))
        .collect();
    (shown.iter().filter(|x| (left..right).contains(*x)).count(), shown.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_dataset_opens_on_events_even_where_it_was_left_without_any(
        dates in prop::collection::vec(any_date(), 1..8),
        start in -3e11..3e11_f64,
        span in 1e4..1e10_f64,
    ) {
        let mut session = opening(world_with(&dates));
        prop_assert!(shown_in_window(&session).0 > 0);
        let time = TimeView { start, span };
        session.apply(Command::View(ViewCommand::Jump(View { time, scroll: 0.0 })));
        let left = session.saved_view();
        let mut later = opening(world_with(&dates));
        later.restore_view(&left);
        let (from, to) = later.view.current.time.moments();
        let events = later.world.dataset.events();
        prop_assert!(events.iter().any(|event| (from..to).contains(&event.at())), "{:?}", later.view.current);
    }

    #[test]
    fn the_whole_period_of_any_filter_shows_all_that_it_leaves(decades in prop::collection::vec(180_i32..=202, 1..4)) {
        let mut session = opening(seven());
        let mut filter = Filter::default();
        for decade in decades {
            if !filter.has(Facet::Decade(decade * 10)) {
                filter.toggle(Facet::Decade(decade * 10));
            }
        }
        session.apply(Command::Filter(FilterCommand::Set(filter)));
        session.apply(Command::Do(Action::Fit));
        let (seen, shown) = shown_in_window(&session);
        prop_assert_eq!(seen, shown);
    }
}

#[test]
fn the_whole_period_is_that_of_the_shown_treaties() {
    let mut session = opening(bundled());
    for id in (0..session.world.dataset.treaties().len()).map(TreatyId::new) {
        session.apply(Command::Filter(FilterCommand::OnlyTreaties(vec![id])));
        session.apply(Command::Do(Action::Fit));
        let (seen, shown) = shown_in_window(&session);
        assert_eq!(seen, shown, "{}", session.world.dataset.treaty(id).name);
    }
    let inf = treaty(&session, "INF");
    session.apply(Command::Filter(FilterCommand::OnlyTreaties(vec![inf])));
    session.apply(Command::Do(Action::Fit));
    let (start, _) = session.view.current.time.moments();
    assert!(start.year() > 1970, "not from the first treaty of all: {}", start.year());
}

#[test]
fn a_lane_with_nothing_in_the_window_leads_to_what_lies_outside() {
    let mut window = start();
    let date = EdtfDate::parse("2012/2014").unwrap();
    window.state_mut().apply_command(Command::View(ViewCommand::GoToDate(date)));
    window.run();
    // The ABM Treaty ended in 2002.
    let before = time(&window);
    let arrow = "ABM Treaty: nothing in view. Go back to 2002";
    window.get_by_label(arrow).click();
    window.run();
    let after = time(&window);
    assert!((after.span - before.span).abs() < 1.0, "the scale stays");
    let (from, to) = after.moments();
    assert!(from.year() <= 2002 && to.year() >= 2002);
    assert!(!names(&window).iter().any(|name| name.starts_with("ABM Treaty: nothing in view")));
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(time(&window), before);

    // Where the window has something, there is no arrow.
    let scene = scene_of(session(&window));
    for lane in &scene.lanes {
        let is_empty = lane.events.is_empty() && lane.statements.is_empty();
        let is_alive = lane.bars.iter().any(|bar| bar.kind != PhaseKind::Ended);
        assert!(is_empty && !is_alive || lane.arrows.is_empty(), "{}", lane.name);
    }
}
