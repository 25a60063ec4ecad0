//! Ways to look: folded groups, jumps that can be undone, typed dates, the law on a day, the list of commands.

use std::sync::Arc;

use crate::common::{ScriptedDialogs, app, dataset, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::app::App;
use treaty_timeline::domain::Moment;
use treaty_timeline::language::Language;
use treaty_timeline::session::{
    Action, Command, LawCommand, Overlay, Preferences, SelectionCommand, Session, ViewCommand,
};
use treaty_timeline::timeline::Selection;

const WINDOW: [f32; 2] = [1440.0, 900.0];

fn start() -> Harness<'static, App> {
    app(WINDOW, Theme::Light, &ScriptedDialogs::default())
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

fn buttons(harness: &Harness<'static, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

fn says(harness: &Harness<'static, App>, text: &str) -> bool {
    harness.query_all_by_role(Role::Label).filter_map(|node| node.value()).any(|label| label.contains(text))
}

fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn type_text(harness: &mut Harness<'static, App>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn a_heading_folds_its_lanes_and_a_jump_into_them_unfolds_it() {
    let mut harness = start();
    let heading = |n: &egui_kittest::Node<'_>| label(n).starts_with("Bilateral · US – USSR/Russia, ");
    harness.query_all_by_role(Role::Button).find(heading).unwrap().click();
    harness.run();
    let names = buttons(&harness);
    assert!(names.iter().any(|name| name == "Bilateral · US – USSR/Russia, collapsed"), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with("INF Treaty, ")), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("NPT, ")), "other groups stay");

    let ending = dataset(harness.state()).find_event("INF-terminated").unwrap();
    let before = harness.state().session().selection.selected;
    assert_eq!(before, Selection::Nothing);
    for _ in 0..400 {
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
        if harness.state().session().selection.selected == Selection::Event(ending) {
            break;
        }
    }
    assert_eq!(harness.state().session().selection.selected, Selection::Event(ending));
    assert!(buttons(&harness).iter().any(|name| name.starts_with("INF Treaty, ")), "its lane is back");
}

#[test]
fn a_jump_can_be_undone_and_done_again() {
    let mut harness = start();
    let first = harness.state().session().view.current;
    press(&mut harness, Modifiers::COMMAND, Key::G);
    type_text(&mut harness, "1987-12");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let jumped = harness.state().session().view.current;
    assert_ne!(first, jumped);
    let december = Moment::from_ymd(1987, 12, 16).unwrap().secs() as f64;
    assert!((jumped.time.start + jumped.time.span / 2.0 - december).abs() < 86_400.0 * 2.0);
    assert!(says(&harness, "Moved to December 1987"));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(harness.state().session().view.current, first);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(harness.state().session().view.current, jumped);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert!(says(&harness, "No earlier or later view"));
}

#[test]
fn a_date_that_cannot_be_read_is_said_and_the_field_stays() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, Key::G);
    type_text(&mut harness, "8/12/1987");
    assert!(says(&harness, "“8/12/1987” is not a recognised date"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(matches!(harness.state().session().overlay, Some(Overlay::GoToDate { .. })));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().session().overlay, None);
}

#[test]
fn the_list_of_commands_finds_one_by_its_words_and_does_it() {
    let mut harness = start();
    let fit = harness.state().session().view.current.time.span;
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    type_text(&mut harness, "zoom");
    let named =
        |harness: &Harness<'static, App>, name: &str| buttons(harness).iter().any(|b| b.starts_with(name));
    assert!(named(&harness, "Zoom in") && named(&harness, "Zoom out") && !named(&harness, "Quit"));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().session().overlay, None);
    assert!(harness.state().session().view.current.time.span < fit, "it zoomed in");
}

#[test]
fn letters_typed_into_a_field_are_no_shortcuts() {
    let mut harness = start();
    let before = harness.state().session().view.current;
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    for key in [Key::Plus, Key::PageDown, Key::L, Key::T, Key::Num0] {
        press(&mut harness, Modifiers::NONE, key);
    }
    assert_eq!(harness.state().session().view.current, before);
    assert_eq!(harness.state().session().law.status, None);
}

#[test]
fn the_list_of_keys_names_every_action_that_has_one() {
    let mut harness = start();
    press(&mut harness, Modifiers::NONE, Key::F1);
    for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
        assert!(says(&harness, action.label(Language::English.strings()).tooltip), "{action:?}");
    }
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    assert_eq!(harness.state().session().overlay, None);
}

#[test]
fn on_a_day_each_head_says_the_state_of_that_day() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, Key::L);
    type_text(&mut harness, "2019-08-01");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let head = |harness: &Harness<'static, App>, name: &str| {
        buttons(harness).into_iter().find(|b| b.starts_with(&format!("{name}, "))).unwrap()
    };
    let inf = head(&harness, "INF Treaty");
    assert!(
        inf.starts_with("INF Treaty, suspended; withdrawal pending, 1 day left on 1 August 2019, "),
        "{inf}"
    );
    assert!(head(&harness, "NPT").starts_with("NPT, in force on 1 August 2019, "));
    assert!(buttons(&harness).iter().any(|b| b == "Status on: 1 Aug 2019"));
    assert!(says(&harness, "1 August 2019: ") && says(&harness, " in force · "));

    // By keyboard, a day at a time.
    harness.get_by_role_and_label(Role::Slider, "Legal status on 1 August 2019").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(head(&harness, "INF Treaty").starts_with("INF Treaty, ended on 2 August 2019, "));
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);

    // The day is dragged to where INF was not yet signed.
    let tag = harness.get_by_role_and_label(Role::Slider, "Legal status on 1 August 2019").rect().center();
    harness.drag_at(tag);
    harness.step();
    harness.hover_at(tag - egui::vec2(600.0, 0.0));
    harness.step();
    harness.drop_at(tag - egui::vec2(600.0, 0.0));
    harness.run();
    let day = harness.state().session().law.status.as_ref().unwrap().day;
    assert!(day < Moment::from_ymd(1987, 12, 8).unwrap(), "{}", day.date());
    assert!(head(&harness, "INF Treaty").contains(" not signed on "), "{}", head(&harness, "INF Treaty"));

    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().session().law.status.is_some(), "Escape leaves it");
    harness.state_mut().apply_command(Command::Do(Action::StatusDateOff));
    harness.run();
    assert_eq!(harness.state().session().law.status, None);
    assert!(head(&harness, "INF Treaty").starts_with("INF Treaty, 1988 – 2019 · terminated, "));
}

#[test]
fn the_strip_below_moves_the_window_and_its_edges() {
    let mut harness = start();
    press(&mut harness, Modifiers::NONE, Key::Plus);
    press(&mut harness, Modifiers::NONE, Key::Plus);
    let before = harness.state().session().view.current.time;
    let strip = |harness: &Harness<'static, App>| {
        let name = |n: &egui_kittest::Node<'_>| label(n).starts_with("Overview, showing ");
        harness.query_all_by_role(Role::Slider).find(name).unwrap().rect()
    };
    let drag = |harness: &mut Harness<'static, App>, from: egui::Pos2, by: f32| {
        harness.drag_at(from);
        harness.step();
        harness.hover_at(from + egui::vec2(by, 0.0));
        harness.step();
        harness.drop_at(from + egui::vec2(by, 0.0));
        harness.run();
    };
    let middle = strip(&harness).center();
    drag(&mut harness, middle, 60.0);
    let moved = harness.state().session().view.current.time;
    assert!((moved.span - before.span).abs() < 1.0 && moved.start > before.start);

    let edge = harness.get_by_role_and_label(Role::Splitter, "End of visible range").rect().center();
    drag(&mut harness, edge, -40.0);
    let narrowed = harness.state().session().view.current.time;
    assert!(narrowed.span < moved.span);
    assert!((narrowed.start - moved.start).abs() < 86_400.0, "the first edge stays");
}

#[test]
fn where_the_reader_was_is_found_again() {
    let session = || Session::new(Arc::new(seven()), Preferences::default(), None);
    let mut first = session();
    let ending = first.world.dataset.find_event("INF-terminated").unwrap();
    first.apply(Command::Do(Action::ZoomIn));
    first.apply(Command::Selection(SelectionCommand::GoTo(Selection::Event(ending))));
    first.apply(Command::View(ViewCommand::ToggleGroup(1)));
    first.apply(Command::Do(Action::PinLane));
    first.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2019, 8, 1))));
    let place = first.saved_view();
    let text = serde_json::to_string(&place).unwrap();

    let mut second = session();
    second.restore_view(&serde_json::from_str(&text).unwrap());
    assert_eq!(second.selection.selected, Selection::Event(ending));
    assert_eq!(second.view.arrangement, first.view.arrangement);
    assert_eq!(second.law.status, first.law.status);
    assert!((second.view.current.time.start - first.view.current.time.start).abs() < 1.0);

    // A place in a file that has changed keeps what there still is.
    let mut third = session();
    let gone = r#"{"start":null,"folded":["No such group"],"selected":"no-such-event","as_of":"yesterday"}"#;
    assert!(
        serde_json::from_str::<treaty_timeline::session::SavedView>(gone).is_err(),
        "and a broken one is refused"
    );
    let gone = r#"{"start":1e300,"span":-5.0,"folded":["No such group"],"selected":"no-such-event","as_of":"yesterday"}"#;
    let before = third.view.current;
    third.restore_view(&serde_json::from_str(gone).unwrap());
    assert_eq!(
        (third.view.current, third.selection.selected, third.view.arrangement.collapsed.len()),
        (before, Selection::Nothing, 0)
    );
}

#[test]
fn tab_visits_every_control_and_every_mark() {
    let mut harness = crate::common::app_with(
        WINDOW,
        Theme::Light,
        &ScriptedDialogs::default(),
        Some(crate::common::fixture("good-second.json")),
    );
    crate::common::run_until(&mut harness, "the file is open", |app| {
        dataset(app).title() == "Second dataset"
    });
    let roles = [Role::Button, Role::Link, Role::Slider];
    let all: std::collections::BTreeSet<String> = roles
        .iter()
        .flat_map(|&role| harness.query_all_by_role(role).map(|n| label(&n)).collect::<Vec<_>>())
        .collect();
    assert!(all.len() > 15, "{all:?}");
    let mut visited = std::collections::BTreeSet::new();
    for _ in 0..3 * all.len() {
        harness.key_press(Key::Tab);
        harness.run();
        visited.extend(harness.query_all_by(|n| n.is_focused()).map(|n| label(&n)));
    }
    let missed: Vec<_> = all.difference(&visited).collect();
    assert!(missed.is_empty(), "never reached: {missed:?}");
}

#[test]
fn a_lane_is_pinned_hidden_and_shown_again() {
    let mut harness = start();
    let heads = |harness: &Harness<'static, App>| -> Vec<String> {
        buttons(harness)
            .into_iter()
            .filter(|name| name.contains(" events, "))
            .filter_map(|name| Some(name.split_once(',')?.0.to_owned()))
            .collect()
    };
    assert_eq!(heads(&harness)[0], "ABM Treaty");
    harness.query_all_by_role(Role::Button).find(|n| label(n).starts_with("NPT, ")).unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(heads(&harness)[0], "NPT");
    assert_eq!(heads(&harness).iter().filter(|name| *name == "NPT").count(), 1);
    harness.query_all_by_role(Role::Button).find(|n| label(n).starts_with("INF Treaty, ")).unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(&heads(&harness)[..2], ["NPT", "INF Treaty"]);
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(&heads(&harness)[..2], ["INF Treaty", "NPT"]);
    press(&mut harness, Modifiers::NONE, Key::H);
    assert!(!heads(&harness).contains(&"INF Treaty".to_owned()));
    assert!(says(&harness, "Hidden: INF Treaty"));
    press(&mut harness, Modifiers::SHIFT, Key::H);
    assert!(heads(&harness).contains(&"INF Treaty".to_owned()));
}

#[test]
fn a_right_click_offers_what_can_be_done_with_a_mark_and_a_lane() {
    let mut harness = start();
    let head = |n: &egui_kittest::Node<'_>| label(n).starts_with("INF Treaty, ");
    harness.query_all_by_role(Role::Button).find(head).unwrap().click_secondary();
    harness.run();
    harness.query_all_by_role(Role::Button).find(|n| label(n).starts_with("Hide lane")).unwrap().click();
    harness.run();
    assert!(!buttons(&harness).iter().any(|name| name.starts_with("INF Treaty, ")));

    let mark = |n: &egui_kittest::Node<'_>| label(n).starts_with("CTBT: Opened for signature");
    harness.query_all_by_role(Role::Button).find(mark).unwrap().click_secondary();
    harness.run();
    harness.query_all_by_role(Role::Button).find(|n| label(n).starts_with("Copy citation")).unwrap().click();
    harness.run();
    assert!(says(&harness, "Citation copied"));
}

#[test]
fn a_marked_place_is_gone_back_to_and_remembered() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    let ending = session.world.dataset.find_event("INF-terminated").unwrap();
    session.apply(Command::Do(Action::ZoomIn));
    session.apply(Command::Selection(SelectionCommand::GoTo(Selection::Event(ending))));
    session.apply(Command::Do(Action::Bookmark));
    let marked = session.view.current;
    session.apply(Command::Do(Action::Fit));
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Nothing)));
    session.apply(Command::Do(Action::NextBookmark));
    assert_eq!((session.view.current, session.selection.selected), (marked, Selection::Event(ending)));

    let mut next = Session::new(Arc::new(seven()), Preferences::default(), None);
    next.restore_view(&session.saved_view());
    assert_eq!(next.view.bookmarks.len(), 1);
    assert_eq!(next.view.bookmarks[0].name, "INF Treaty: Treaty terminates, 2 August 2019");
    next.apply(Command::Do(Action::Bookmark));
    assert!(next.view.bookmarks.is_empty(), "the same key takes it away");
}

#[test]
fn words_lead_to_the_words_beside_them_and_a_treaty_to_its_words() {
    let mut harness = start();
    let head = |n: &egui_kittest::Node<'_>| label(n).starts_with("INF Treaty, ");
    harness.query_all_by_role(Role::Button).find(head).unwrap().click();
    harness.run();
    let inf = dataset(harness.state()).find_treaty("INF").unwrap();
    let words = dataset(harness.state()).statements_of(inf).to_vec();
    let said = |n: &egui_kittest::Node<'_>| label(n).starts_with('“');
    harness.query_all_by_role(Role::Link).find(said).unwrap().click_accesskit();
    harness.run();
    let Selection::Statement(first) = harness.state().session().selection.selected else {
        panic!("none is selected")
    };
    let next = words[words.binary_search(&first).unwrap() + 1];
    let quote: String = dataset(harness.state()).statement(next).quote.chars().take(30).collect();
    harness.query_all_by_role(Role::Link).find(|n| label(n).contains(&quote)).unwrap().click_accesskit();
    harness.run();
    assert_eq!(harness.state().session().selection.selected, Selection::Statement(next));
}
