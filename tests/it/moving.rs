//! Events moved by dragging them along their lane, where that is turned on, and added by a double-click on a lane.

use crate::common::run_until;
use crate::common::window::{Window, button, choose, click, drag, mark, press, says, session, shot};
use crate::common::{ScriptedDialogs, app_at_pace_on, app_with};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Theme, vec2};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{Moment, SECS_PER_DAY};
use treaty_timeline::session::{Action, Command, Field, SelectionCommand, ViewCommand};
use treaty_timeline::timeline::{Selection, TimeView, View};

const END: &str = "INF-terminated";

/// A window at the pace of a hand, in which six weeks around an event fill the plot.
fn at_the_end() -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).expect("it can be written");
    let mut window = app_at_pace_on(file);
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    let session = session(&window);
    let time = |month, day| Moment::from_ymd(2019, month, day).expect("it is in the calendar");
    let time = TimeView::between(time(7, 20), time(8, 31), &session.world.limits);
    // Another event of the same day is part of the same cluster: what is selected is moved.
    let id = session.world.dataset.find_event(END).expect("the dataset has it");
    let select = SelectionCommand::GoTo(Selection::Event(id));
    window.state_mut().apply_command(Command::Selection(select));
    let view = View { time, ..crate::common::window::session(&window).view.current };
    window.state_mut().apply_command(Command::View(ViewCommand::Jump(view)));
    window.run();
    (folder, window)
}

fn date_of(window: &Window) -> String {
    let dataset = &session(window).world.dataset;
    dataset.event(dataset.find_event(END).expect("it is there")).date().text().to_owned()
}

fn settle(window: &mut Window) {
    run_until(window, "no edit is under way", |app| app.session().editing.pending.is_none());
    window.run();
}

/// The mark of the event, and where it is after so many days.
fn mark_and_days_later(window: &Window, days: f64) -> (Pos2, Pos2) {
    let at = mark(window, "INF Treaty: Treaty terminates");
    let session = session(window);
    let scale = session.view.rows.scale(session.view.size, session.view.current.time);
    (at, at + vec2(scale.width_of(days * SECS_PER_DAY as f64) as f32, 0.0))
}

fn drag_by_days(window: &mut Window, days: f64) {
    let (from, to) = mark_and_days_later(window, days);
    drag(window, PointerButton::Primary, Modifiers::NONE, from, to);
    settle(window);
}

#[test]
fn an_event_is_dragged_to_another_date_only_where_that_is_turned_on_and_the_law_says_what_follows() {
    let (_folder, mut window) = at_the_end();
    let before = session(&window).view.current;
    drag_by_days(&mut window, -5.0);
    assert_eq!(date_of(&window), "2019-08-02", "a drag pans");
    assert_ne!(session(&window).view.current, before);

    let (_folder, mut window) = at_the_end();
    choose(&mut window, Action::MoveEvents);
    let before = session(&window).view.current;
    drag_by_days(&mut window, -5.0);
    assert_eq!(session(&window).view.current.time, before.time, "the timeline stays");
    assert_eq!(date_of(&window), "2019-07-28");
    assert!(session(&window).editing.form.is_none());
    let said = session(&window).status_message.clone().unwrap_or_default();
    assert!(
        said.contains("2 August 2019 → 28 July 2019")
            && said.contains("suspended until 1 August 2019 → 27 July 2019"),
        "{said}"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(date_of(&window), "2019-08-02");

    window.get_by_role_and_label(Role::Button, "Move events by dragging").click();
    window.run();
    drag_by_days(&mut window, -5.0);
    assert_eq!(date_of(&window), "2019-08-02", "it is turned off at the foot of the window");
}

#[test]
fn while_it_is_dragged_the_date_that_it_would_get_is_shown_and_escape_leaves_it() {
    let (_folder, mut window) = at_the_end();
    choose(&mut window, Action::MoveEvents);
    let (from, to) = mark_and_days_later(&window, -5.0);
    window.hover_at(from);
    button(&window, from, PointerButton::Primary, true, Modifiers::NONE);
    window.hover_at(from.lerp(to, 0.5));
    window.hover_at(to);
    window.step();
    window.run_steps(5);
    shot(&mut window, "moving");
    press(&mut window, Modifiers::NONE, Key::Escape);
    button(&window, to, PointerButton::Primary, false, Modifiers::NONE);
    window.run();
    settle(&mut window);
    assert_eq!(date_of(&window), "2019-08-02");
}

#[test]
fn a_double_click_on_a_lane_opens_the_form_of_a_new_event_on_that_date() {
    let (_folder, mut window) = at_the_end();
    let (_, empty) = mark_and_days_later(&window, 12.0);
    click(&mut window, empty, 2, Modifiers::NONE);
    let zoomed = session(&window).view.current.time.span;
    assert!(session(&window).editing.form.is_none() && zoomed < 30.0 * SECS_PER_DAY as f64, "it zooms");

    let (_folder, mut window) = at_the_end();
    choose(&mut window, Action::MoveEvents);
    click(&mut window, empty, 2, Modifiers::NONE);
    let form = session(&window).editing.form.as_ref().expect("it is open");
    assert!(form.id.is_none() && form.now.get(Field::Treaty) == "INF");
    assert!(form.now.get(Field::Date).starts_with("2019-08-14"), "{}", form.now.get(Field::Date));
}

#[test]
fn what_cannot_be_edited_cannot_be_dragged() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("raids.csv");
    std::fs::write(&file, "Date,Title,Lane\n1931-04-02,Raid on the mill,Raids\n").expect("it can be written");
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file));
    run_until(&mut window, "it is open", |app| app.session().world.path.is_some());
    choose(&mut window, Action::MoveEvents);
    assert!(!session(&window).editing.moves_events);
    assert!(says(&window, "Only datasets in the program's own format can be edited"));
}
