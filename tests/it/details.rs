//! The details of a treaty: its life in one line, how much notice withdrawal took, tabs in one row; and the time between two
//! items.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Theme};
use egui_kittest::kittest::Queryable as _;

use crate::common::window::{
    Window, button, choose, click, event, label, mark, press, says, session, shot, start_with,
};
use crate::common::{ScriptedDialogs, app, between, bundled, scene_with};

use treaty_timeline::domain::{Dataset, Elapsed, EventKind, Period, PhaseKind};
use treaty_timeline::session::{
    Action, Command, Facet, FilterCommand, Preferences, SelectionCommand, Session, ViewCommand,
};
use treaty_timeline::timeline::{Selection, Subject, Target, View};

fn select_treaty(window: &mut Window, key: &str) {
    let id = session(window).world.dataset.find_treaty(key).expect("it is there");
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(Selection::Treaty(id))));
    window.run();
}

fn click_tab(window: &mut Window, name: &str) {
    let is_it = |node: &egui_kittest::Node<'_>| label(node).starts_with(name);
    window.query_all_by_role(Role::Tab).find(is_it).expect("the tab is there").click();
    window.run();
}

fn on_treaty(key: &str) -> Session {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let id = session.world.dataset.find_treaty(key).expect("it is there");
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(id))));
    session
}

#[test]
fn a_click_on_a_lane_says_how_long_notice_was_and_by_which_article() {
    let mut window = start_with(bundled());
    let skies = session(&window).world.dataset.find_treaty("OPENSKIES").expect("it is there");
    window.state_mut().apply_command(Command::Filter(FilterCommand::Only(Facet::Treaty(skies))));
    window.run();
    let header = window.query_all_by_role(Role::Button).find(|node| label(node).starts_with("Open Skies, "));
    header.expect("its lane is in the window").click();
    window.run();
    assert!(says(&window, "withdrawal effective 6 months after notice, Article XV.2"));
    assert!(says(&window, "(22\u{a0}Nov\u{a0}2020)"), "and when each left");
    let left = window.query_all_by_role(Role::Link).find(|node| label(node).contains("18 December 2021"));
    left.expect("Russia leads to its withdrawal").click();
    window.run();
    let Selection::Event(id) = session(&window).selection.selected else { panic!("an event is selected") };
    assert_eq!(session(&window).world.dataset.event(id).kind, EventKind::WithdrawalEffective);
    select_treaty(&mut window, "OPENSKIES");
    click_tab(&mut window, "Parties");
    assert!(says(&window, "Withdrawal: 6 months after notice, Article XV.2"));
    // Who left stands below the thirty-odd parties that did not.
    window
        .state_mut()
        .apply_command(Command::Selection(SelectionCommand::FindParty("United States".to_owned())));
    window.run();
    assert!(says(&window, "takes effect after 6 months, Article XV.2"), "at the notice of a party");
    click_tab(&mut window, "Terms");
    assert!(says(&window, "WITHDRAWAL"));
    shot(&mut window, "notice");
    choose(&mut window, Action::Russian);
    assert!(says(&window, "выход вступил в силу через 6 месяцев после уведомления, статья XV.2"));
    assert!(says(&window, "ВЫХОД"));
    // A treaty that nobody left says so among its terms only.
    select_treaty(&mut window, "CTBT");
    assert!(!says(&window, "выход вступил в силу"));
    assert!(says(&window, "через 6 месяцев после уведомления, статья IX.3"));
}

#[test]
fn withdrawals_of_equal_notice_are_told_in_one_line_and_each_party_once() {
    let session = on_treaty("OTTAWA");
    let lines = &session.selection.details.withdrawals;
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0].parties.len(), 5);
    assert!(lines[0].has_taken_effect);
    assert_eq!(lines[0].notice, Period::parse("P6M").unwrap());
    let session = on_treaty("NPT");
    let lines = &session.selection.details.withdrawals;
    let told: Vec<_> = lines.iter().flat_map(|line| &line.parties).collect();
    assert_eq!(told.len(), 1, "North Korea gave notice twice: {lines:?}");
    assert!(on_treaty("NEWSTART").selection.details.withdrawals.is_empty());
}

#[test]
fn the_life_of_a_treaty_names_its_suspension_and_ends_on_the_day_on_which_it_is_out() {
    let mut window = start_with(bundled());
    select_treaty(&mut window, "INF");
    let life =
        "in force from 1 June 1988 · suspended from 2 February 2019 (US) · ended 2 August 2019 (31 years)";
    assert!(says(&window, life));
    shot(&mut window, "life");
    choose(&mut window, Action::Russian);
    assert!(says(&window, "в силе с 1 июня 1988"));
    assert!(says(&window, "приостановлен с 2 февраля 2019"));
    assert!(says(&window, "прекращён 2 августа 2019"));
}

/// The days in the line are those on which the status that a date gives changes, so that the two never differ.
#[test]
fn the_days_of_a_life_are_those_of_the_legal_status() {
    let world = Arc::new(bundled());
    let dataset: &Dataset = &world.dataset;
    let mut ended = 0;
    for treaty in dataset.treaties() {
        let session = on_treaty(&treaty.key);
        let Some(force) = session.selection.details.in_force.clone() else { continue };
        let id = dataset.find_treaty(&treaty.key).unwrap();
        let is_bound = |day| dataset.whole_state_on(id, day).is_bound();
        if let Some(end) = &force.ended {
            ended += 1;
            assert!(!is_bound(end.day), "{}", treaty.key);
            assert!(is_bound(end.day.plus(-86_400)), "{}", treaty.key);
        }
        let suspended = dataset.phases(id).iter().filter(|phase| phase.kind == PhaseKind::Suspended);
        let days: Vec<_> = suspended.map(|phase| phase.day).collect();
        let told: Vec<_> = force.suspensions.iter().map(|suspension| suspension.from.day).collect();
        assert_eq!(told, days, "{}", treaty.key);
    }
    assert!(ended > 3, "{ended}");
}

#[test]
fn tooltips_of_bars_give_the_same_days_and_the_length_of_a_notice() {
    let mut window = start_with(bundled());
    let abm = session(&window).world.dataset.find_treaty("ABM").expect("it is there");
    window.state_mut().apply_command(Command::Filter(FilterCommand::Only(Facet::Treaty(abm))));
    let time = between("2001-09", "2002-09", &session(&window).world.limits);
    window.state_mut().apply_command(Command::View(ViewCommand::Jump(View { time, scroll: 0.0 })));
    window.run();
    let state = session(&window);
    let (view, size) = (state.view.current, state.view.size);
    let scene = scene_with(&state.world, &state.view.rows, view, size, Selection::Nothing);
    let place = |is_it: fn(&Target<'_>) -> bool| {
        let (rect, _) = scene.targets().find(|(_, target)| is_it(target)).expect("it is in the window");
        egui::vec2(f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom))
    };
    let notice = place(|target| matches!(target, Target::Notice(..)));
    let bar = place(|target| matches!(target, Target::Bar(_, bar) if bar.kind == PhaseKind::InForce));
    let corner = window.get_by_role(Role::Canvas).rect().min;
    window.hover_at(corner + notice);
    window.run();
    let words =
        "withdrawal notice 13 December 2001, effective 13 June 2002, 6 months after notice, Article XV.2";
    assert!(says(&window, words));
    window.hover_at(corner + bar);
    window.run();
    assert!(says(&window, "in force, from 3 October 1972 until 13 June 2002"));
}

#[test]
fn the_time_between_two_events_is_told_by_click_by_menu_and_by_key() {
    let mut window = start_with(bundled());
    let [from, to] = ["INF-entered-into-force", "INF-terminated"].map(|id| event(&window, id));
    let measured = "Time between them: 31 years, 2 months, 1 day";
    let select = |window: &mut Window, subject: Subject| {
        let command = SelectionCommand::Select(subject.selection());
        window.state_mut().apply_command(Command::Selection(command));
        window.run();
    };
    let clear = |window: &mut Window| {
        window.state_mut().apply_command(Command::Selection(SelectionCommand::ClearSeveral));
        window.run();
    };
    // By key.
    select(&mut window, from);
    press(&mut window, Modifiers::NONE, Key::X);
    assert!(!says(&window, "Time between them"), "one has no time between");
    select(&mut window, to);
    press(&mut window, Modifiers::NONE, Key::X);
    assert!(says(&window, measured));
    shot(&mut window, "measured");
    clear(&mut window);
    assert!(!says(&window, "Time between them"));

    // In the menu of another item, and only there.
    let at = mark(&window, "ABM Treaty: ");
    window.hover_at(at);
    for pressed in [true, false] {
        button(&window, at, PointerButton::Secondary, pressed, Modifiers::NONE);
    }
    window.run();
    window.get_by_role_and_label(Role::Button, "Time from the selected item").click();
    window.run();
    assert_eq!(session(&window).selection.several.len(), 2);
    assert!(session(&window).selection.several.contains(&to));
    assert!(says(&window, "Time between them: "));
    assert!(session(&window).status_message.as_ref().is_some_and(|said| said.starts_with("Time between")));
    clear(&mut window);

    // By Ctrl+click.
    let at = mark(&window, "ABM Treaty: ");
    click(&mut window, at, 1, Modifiers::COMMAND);
    assert!(says(&window, "Time between them: "));

    // More than two are measured from end to end; in Russian in its own words.
    choose(&mut window, Action::Russian);
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Tick(from)));
    window.run();
    assert!(says(&window, "От самого раннего до самого позднего: "));
    clear(&mut window);
    select(&mut window, from);
    window.state_mut().apply_command(Command::Selection(SelectionCommand::MeasureTo(to)));
    window.run();
    assert!(says(&window, "Время между ними: 31 год, 2 месяца, 1 день"));
}

#[test]
fn no_days_are_told_where_a_date_is_a_month() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let of =
        |session: &Session, id| Subject::Event(session.world.dataset.find_event(id).expect("it is there"));
    let (from, to) = (of(&session, "NEWSTART-USA-limits-met"), of(&session, "NEWSTART-expired"));
    session.apply(Command::Selection(SelectionCommand::Select(from.selection())));
    assert_eq!(session.measured_from(from), None, "nothing is measured from itself");
    session.apply(Command::Selection(SelectionCommand::MeasureTo(to)));
    let elapsed = session.time_across_selection();
    // August 2017 to 5 February 2026.
    assert_eq!(elapsed, Some(Elapsed::About(Period::parse("P8Y6M").unwrap())));
    assert_eq!(session.status_message.as_deref(), Some("Time between them: about 8 years, 6 months"));
}

#[test]
fn tabs_are_in_one_row_and_uncut_and_in_two_only_in_a_narrow_panel() {
    let cases = [
        (1440.0, Action::English),
        (1440.0, Action::Russian),
        (1000.0, Action::English),
        (1000.0, Action::Russian),
    ];
    for (width, action) in cases {
        let mut window = app([width, 800.0], Theme::Light, &ScriptedDialogs::default());
        window.run();
        choose(&mut window, action);
        select_treaty(&mut window, "INF");
        let tabs: Vec<_> = window.query_all_by_role(Role::Tab).map(|tab| (label(&tab), tab.rect())).collect();
        assert_eq!(tabs.len(), 5);
        for (name, rect) in &tabs {
            assert!(rect.right() <= width && rect.width() > 20.0, "{name}: {rect:?}");
            // A line of text with the padding around it, or in a wide panel perhaps the count under the name.
            assert!(rect.height() < 50.0, "{name}: {rect:?}");
        }
        let is_after = |a: &egui::Rect, b: &egui::Rect| {
            let is_in_row = (a.center().y - b.center().y).abs() < 0.5 && a.right() <= b.left();
            is_in_row || (width < 1100.0 && a.bottom() <= b.top())
        };
        assert!(tabs.windows(2).all(|pair| is_after(&pair[0].1, &pair[1].1)), "{width}: {tabs:?}");
        shot(&mut window, &format!("tabs-{width}-{action:?}"));
    }
}
