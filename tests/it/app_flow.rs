//! The whole application driven by role and label, as a screen reader and a keyboard would.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use crate::common::{ScriptedDialogs, app, app_with, dataset, fixture, run_until};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::app::App;
use treaty_timeline::session::{Command, SelectionCommand, WindowCommand};
use treaty_timeline::timeline::Selection;

const WINDOW: [f32; 2] = [1440.0, 900.0];

fn start() -> Harness<'static, App> {
    app(WINDOW, Theme::Light, &ScriptedDialogs::default())
}

fn dialogs_to(path: PathBuf) -> ScriptedDialogs {
    ScriptedDialogs(Arc::new(Mutex::new(Some(path))))
}

fn titles(harness: &Harness<'static, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Label).filter_map(|node| node.value()).collect()
}

fn says(harness: &Harness<'static, App>, text: &str) -> bool {
    titles(harness).iter().any(|label| label.contains(text))
}

/// Selects the end of the INF Treaty, wherever it is drawn.
fn select_ending(harness: &mut Harness<'static, App>) {
    let id = dataset(harness.state()).find_treaty("INF").unwrap();
    let head =
        harness.query_all_by_role(Role::Button).find(|n| label(n).starts_with("INF Treaty, ")).unwrap();
    head.click();
    harness.run();
    assert_eq!(harness.state().session().selection.selected, Selection::Treaty(id));
    let ending = dataset(harness.state()).find_event("INF-terminated").unwrap();
    let select = SelectionCommand::Select(Selection::Event(ending));
    harness.state_mut().apply_command(Command::Selection(select));
    harness.run();
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn it_opens_on_the_bundled_dataset_with_its_lanes() {
    let harness = start();
    assert!(says(&harness, "7 treaties"));
    for name in ["New START", "INF Treaty", "Open Skies", "START I", "ABM Treaty", "NPT", "CTBT"] {
        let heads =
            harness.query_all_by_role(Role::Button).filter(|n| label(n).starts_with(&format!("{name}, ")));
        assert_eq!(heads.count(), 1, "{name}");
    }
}

#[test]
fn from_an_event_to_its_statement_and_back() {
    let mut harness = start();
    select_ending(&mut harness);
    let Selection::Event(ending) = harness.state().session().selection.selected else {
        panic!("no event is selected")
    };
    assert!(says(&harness, "Treaty terminates"));
    assert!(says(&harness, "2 August 2019"));
    assert!(says(&harness, "day precision"));
    assert!(says(&harness, "NEIGHBOURING EVENTS"));

    let card = |n: &egui_kittest::Node<'_>| label(n).starts_with("“In a nutshell, I do not think");
    harness.query_all_by_role(Role::Link).find(card).unwrap().click_accesskit();
    harness.run();
    let Selection::Statement(said) = harness.state().session().selection.selected else {
        panic!("no statement is selected")
    };
    assert!(dataset(harness.state()).statement(said).quote.starts_with("In a nutshell"));
    assert!(says(&harness, "Russian original"));
    assert!(says(&harness, "Если коротко"));
    assert!(says(&harness, "COMPARED WITH THE RECORD"));
    assert!(says(&harness, "STATEMENTS BEFORE AND AFTER ON "));
    assert!(!says(&harness, "NEIGHBOURING EVENTS"), "it lists no events");

    harness
        .query_all_by_role(Role::Link)
        .find(|n| label(n).starts_with("Go to INF Treaty: Treaty terminates"))
        .unwrap()
        .click_accesskit();
    harness.run();
    assert_eq!(harness.state().session().selection.selected, Selection::Event(ending));
}

#[test]
fn a_click_on_a_mark_selects_it_and_one_beside_it_clears() {
    let mut harness = start();
    let mark = |n: &egui_kittest::Node<'_>| label(n).starts_with("CTBT: Opened for signature");
    harness.query_all_by_role(Role::Button).find(mark).unwrap().click();
    harness.run();
    assert!(matches!(harness.state().session().selection.selected, Selection::Event(_)));
    // The first closes the list of what the mark stands for, if it stands for several.
    if harness.state().session().selection.cluster_list.is_some() {
        harness.key_press(Key::Escape);
        harness.run();
    }
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().session().selection.selected, Selection::Nothing);
}

#[test]
fn arrow_keys_walk_through_all_events_and_the_window_follows() {
    let mut harness = start();
    harness.key_press(Key::Home);
    harness.run();
    let count = dataset(harness.state()).events().len();
    let mut seen = vec![harness.state().session().selection.selected];
    for _ in 1..count {
        harness.key_press(Key::ArrowRight);
        harness.step();
        let session = harness.state().session();
        assert!(session.view.current.time.shows(session.selected_moment().unwrap()));
        seen.push(session.selection.selected);
    }
    seen.dedup();
    assert_eq!(seen.len(), count);
    let last = harness.state().session().selection.selected;
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(harness.state().session().selection.selected, last);
}

#[test]
fn zoom_keys_and_fit_change_the_window() {
    let mut harness = start();
    let fit = harness.state().session().view.current;
    harness.key_press(Key::Plus);
    harness.run();
    assert!(harness.state().session().view.current.time.span < fit.time.span);
    harness.key_press(Key::PageDown);
    harness.run();
    harness.key_press(Key::Num0);
    harness.run();
    assert_eq!(harness.state().session().view.current, fit);
}

#[test]
fn the_date_under_the_pointer_stays_while_the_wheel_zooms() {
    let mut harness = start();
    let at = egui::pos2(700.0, 600.0);
    harness.hover_at(at);
    harness.run();
    let date = |harness: &Harness<'static, App>| {
        let session = harness.state().session();
        let heads = 236.0;
        let share = (f64::from(at.x) - heads) / (f64::from(session.view.size.width) - heads);
        session.view.current.time.start + share * session.view.current.time.span
    };
    let before = (date(&harness), harness.state().session().view.current.time.span);
    harness.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    for _ in 0..5 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, 1.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::COMMAND,
        });
        for _ in 0..12 {
            harness.step();
        }
    }
    let after = (date(&harness), harness.state().session().view.current.time.span);
    assert!(after.1 < before.1 * 0.6, "the wheel zooms in");
    assert!((after.0 - before.0).abs() < after.1 / 1000.0, "the date moved by {} s", after.0 - before.0);
}

#[test]
fn dragging_pans_and_a_plain_click_does_not() {
    let mut harness = start();
    harness.key_press(Key::Plus);
    harness.run();
    let before = harness.state().session().view.current.time;
    harness.drag_at(egui::pos2(700.0, 700.0));
    harness.step();
    harness.hover_at(egui::pos2(600.0, 700.0));
    harness.step();
    harness.drop_at(egui::pos2(600.0, 700.0));
    harness.run();
    let after = harness.state().session().view.current.time;
    assert_eq!(after.span, before.span);
    assert!(after.start > before.start, "dragging to the left goes to later times");
}

#[test]
fn a_good_file_replaces_everything_at_once() {
    let mut harness = app(WINDOW, Theme::Light, &dialogs_to(fixture("good-second.json")));
    select_ending(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    run_until(&mut harness, "the second dataset is open", |app| dataset(app).title() == "Second dataset");
    assert_eq!(harness.state().session().selection.selected, Selection::Nothing);
    assert!(says(&harness, "Opened good-second.json"));
    let heads = harness.query_all_by_role(Role::Button).filter(|n| label(n).starts_with("Alpha Pact, "));
    assert_eq!(heads.count(), 1);
    assert!(harness.query_all_by_role(Role::Button).all(|n| !label(&n).starts_with("INF Treaty, ")));
}

#[test]
fn a_bad_file_changes_nothing_and_says_line_column_and_what_to_do() {
    let mut harness = app(WINDOW, Theme::Light, &dialogs_to(fixture("many-problems.json")));
    select_ending(&mut harness);
    let before = (harness.state().session().selection.selected, harness.state().session().view.current);
    harness.get_by_role_and_label(Role::Button, "Open…").click();
    run_until(&mut harness, "the problems are listed", |app| app.session().files.problems_open);
    let session = harness.state().session();
    assert_eq!((session.selection.selected, session.view.current), before);
    assert_eq!(dataset(harness.state()).treaties().len(), 7);
    assert!(says(&harness, "Could not open"));
    assert!(says(&harness, "Your current dataset stays open"));
    assert!(says(&harness, "line "));

    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    assert!(!harness.state().session().files.problems_open);
}

#[test]
fn what_can_be_read_of_a_bad_file_opens_on_request() {
    let mut harness = app(WINDOW, Theme::Light, &dialogs_to(fixture("many-problems.json")));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    run_until(&mut harness, "the problems are listed", |app| app.session().files.problems_open);
    harness.get_by_role_and_label(Role::Button, "Open without the invalid records").click();
    harness.run();
    assert!(dataset(harness.state()).treaties().len() < 7);
    assert!(!dataset(harness.state()).events().is_empty());
}

#[test]
fn a_missing_file_a_folder_and_a_cancelled_dialog_change_nothing() {
    for (path, words) in
        [(fixture("no-such-file.json"), "there is no such file"), (fixture(""), "is a folder")]
    {
        let mut harness = app(WINDOW, Theme::Light, &dialogs_to(path));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
        run_until(&mut harness, "the problem is listed", |app| app.session().files.problems_open);
        assert!(says(&harness, words), "{words}");
        assert_eq!(dataset(harness.state()).treaties().len(), 7);
    }
    let mut harness = start();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    assert!(!harness.state().session().files.problems_open);
}

#[test]
fn a_file_on_the_command_line_opens_and_a_dropped_one_too() {
    let none = ScriptedDialogs::default();
    let mut harness = app_with(WINDOW, Theme::Dark, &none, Some(fixture("good-second.json")));
    run_until(&mut harness, "the file is open", |app| dataset(app).title() == "Second dataset");

    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &std::path::Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            std::fs::read(&self.0).map_err(|err| err.to_string())
        }
    }
    harness.input_mut().dropped_files.push(Arc::new(Dropped(fixture("good-minimal.json"))));
    run_until(&mut harness, "the dropped file is open", |app| dataset(app).treaties().len() == 1);
}

#[test]
fn the_theme_switches_and_the_menu_says_so() {
    let mut harness = start();
    harness.get_by_role_and_label(Role::Button, "Switch to dark").click();
    harness.run();
    assert!(harness.ctx.global_style().visuals.dark_mode);
    harness.get_by_role_and_label(Role::Button, "Switch to light").click();
    harness.run();
    assert!(!harness.ctx.global_style().visuals.dark_mode);
}

#[test]
fn a_quotation_can_be_copied_with_its_citation() {
    let mut harness = start();
    select_ending(&mut harness);
    let citation = |n: &egui_kittest::Node<'_>| label(n).starts_with("Cite: Sergei Ryabkov");
    harness.query_all_by_role(Role::Link).find(citation).unwrap().click_accesskit();
    harness.run();
    assert!(says(&harness, "Citation copied"));
}

#[test]
fn nothing_repaints_while_nothing_changes() {
    let mut harness = start();
    harness.run();
    // Ten seconds at the harness's quarter of a second: nothing that is drawn asks to be drawn again, neither at
    // rest nor after a jump has come to its end.
    for key in [None, Some(Key::End), Some(Key::Plus)] {
        if let Some(key) = key {
            harness.key_press(key);
            harness.run();
        }
        for _ in 0..40 {
            harness.step();
            let delay = harness.output().viewport_output.values().map(|v| v.repaint_delay).min().unwrap();
            assert!(delay > std::time::Duration::from_hours(1), "the next frame is asked for in {delay:?}");
        }
    }
}

#[test]
fn every_focusable_thing_has_a_name_and_there_is_a_bounded_number_of_them() {
    let text = crate::common::synthetic(60, 3_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.json");
    std::fs::write(&path, text).unwrap();
    let mut harness = app_with(WINDOW, Theme::Light, &ScriptedDialogs::default(), Some(path));
    run_until(&mut harness, "the file is open", |app| dataset(app).events().len() == 180_000);
    let buttons: Vec<String> = harness.query_all_by_role(Role::Button).map(|n| label(&n)).collect();
    assert!(buttons.iter().all(|name| !name.is_empty()));
    assert!((100..400).contains(&buttons.len()), "{} buttons", buttons.len());
}

#[test]
fn tab_reaches_a_mark_enter_selects_it_and_the_focus_goes_with_the_arrow_keys() {
    let mut harness = start();
    let focused = |harness: &Harness<'static, App>| {
        harness.query_all_by(|n| n.is_focused()).map(|n| label(&n)).next().unwrap_or_default()
    };
    // The bars above, the details and the bar below come before the plot. Of a cluster Enter opens the list, so a mark that
    // is none is sought.
    let is_mark = |name: &str| name.starts_with("ABM Treaty: ") && !name.contains(" · cluster of ");
    for _ in 0..100 {
        harness.key_press(Key::Tab);
        harness.run();
        if is_mark(&focused(&harness)) {
            break;
        }
    }
    assert!(is_mark(&focused(&harness)), "{}", focused(&harness));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(matches!(harness.state().session().selection.selected, Selection::Event(_)));
    let before = focused(&harness);
    harness.key_press(Key::Period);
    harness.run();
    let after = focused(&harness);
    assert!(after.starts_with("ABM Treaty: ") && after != before, "{before} → {after}");
}

#[test]
fn plain_keys_work_while_a_button_has_the_focus_and_an_open_menu_keeps_escape() {
    let mut harness = start();
    select_ending(&mut harness);
    let chosen = harness.state().session().selection.selected;
    harness.key_press(Key::Tab);
    harness.run();
    let before = harness.state().session().view.current.time.span;
    harness.key_press(Key::Plus);
    harness.run();
    assert!(harness.state().session().view.current.time.span < before, "plus zooms");

    harness.get_by_role_and_label(Role::Button, "File").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().session().selection.selected, chosen, "Escape closed the menu only");
}

#[test]
fn an_address_that_no_browser_opens_is_copied_and_that_is_said() {
    let mut harness = start();
    harness.run();
    harness
        .state_mut()
        .apply_command(Command::Window(WindowCommand::OpenAddress("https://archive.example/a".to_owned())));
    harness.run();
    assert_eq!(harness.state().session().status_message, None);
    harness.state_mut().apply_command(Command::Window(WindowCommand::OpenAddress(
        "https://no-browser.example/a".to_owned(),
    )));
    let copied = egui::OutputCommand::CopyText("https://no-browser.example/a".to_owned());
    let mut is_copied = false;
    for _ in 0..100 {
        harness.step();
        is_copied |= harness.output().platform_output.commands.contains(&copied);
    }
    assert!(is_copied, "the address is on the clipboard");
    assert!(says(&harness, "No browser could be opened"), "{:?}", harness.state().session().status_message);
}
