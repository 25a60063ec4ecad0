//! What keys and commands do: every key of the table does something; language, contrast, motion, export.

use std::sync::{Arc, Mutex};

use crate::common::window::{Window, choose, click, label, mark, press, says, session, start, time};
use crate::common::{ScriptedDialogs, app_at_pace, dataset, run_until};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::app::App;
use treaty_timeline::domain::Moment;
use treaty_timeline::language::Language;
use treaty_timeline::session::{Action, Shortcut};
use treaty_timeline::timeline::{Selection, TimeView};

#[test]
fn a_jump_glides_and_does_not_where_motion_is_reduced() {
    let mut window = start();
    let fit = time(&window).span;
    let drawn = |window: &Window| {
        let mut sliders = window.query_all_by_role(Role::Canvas);
        sliders.find_map(|node| Some(label(&node)).filter(|l| l.starts_with("Timeline, "))).unwrap()
    };
    let whole = drawn(&window);
    window.key_press(Key::Plus);
    window.step();
    assert!(time(&window).span < fit, "the session is there at once");
    let mut seen = vec![drawn(&window)];
    for _ in 0..12 {
        window.step();
        seen.push(drawn(&window));
    }
    seen.dedup();
    assert!(seen.len() > 3, "it glides: {seen:?}");
    assert!(!seen[1..].contains(&whole), "and never back: {seen:?}");

    choose(&mut window, Action::ReduceMotion);
    let before = drawn(&window);
    window.key_press(Key::Num0);
    window.step();
    window.step();
    assert_eq!(drawn(&window), whole, "at once, from {before}");
}

#[test]
fn every_key_of_the_table_does_something() {
    let mut idle = Vec::new();
    for &action in Action::ALL {
        for &shortcut in action.shortcuts() {
            let mut window = prepared();
            let before = fingerprint(&window);
            let (modifiers, key) = (modifiers(shortcut), Key::from_name(shortcut.key).unwrap());
            window.event(Event::ModifiersChanged(modifiers));
            window.step();
            window.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
            window.step();
            let commands = window.output().viewport_output.values().flat_map(|v| &v.commands).count();
            window.event(Event::ModifiersChanged(Modifiers::NONE));
            window.run();
            let is_export = matches!(action, Action::ExportSvg | Action::ExportPng);
            if is_export {
                let is_said = |app: &App| {
                    app.session()
                        .status_message
                        .as_ref()
                        .is_some_and(|said| said.starts_with("Could not save"))
                };
                run_until(&mut window, "it is said that there is no such folder", is_said);
            }
            let is_document = matches!(action, Action::ReadDocument | Action::Compare);
            if is_document {
                let is_said = |app: &App| {
                    app.session().status_message.as_ref().is_some_and(|said| {
                        ["Could not read", "Could not compare"].iter().any(|why| said.contains(why))
                    })
                };
                run_until(&mut window, "it is said that it cannot be read", is_said);
            }
            // The dataset that comes with the program is no file, which is said.
            let is_reload = action == Action::Reload
                && session(&window)
                    .status_message
                    .as_ref()
                    .is_some_and(|said| said.contains("no file to reload"));
            let is_copied = action == Action::CopyViewLink
                && session(&window).status_message.as_ref().is_some_and(|said| said.contains("copied"));
            // There is nothing to save, which is said.
            let is_saved = action == Action::Save
                && session(&window).status_message.as_ref().is_some_and(|said| said.contains("are saved"));
            if !is_export
                && !is_document
                && !is_reload
                && !is_copied
                && !is_saved
                && fingerprint(&window) == before
                && commands == 0
            {
                idle.push((action, shortcut));
            }
        }
    }
    assert!(idle.is_empty(), "these do nothing: {idle:?}");
}

/// A window in the middle of things, where every action has something to do.
fn prepared() -> Window {
    let folder = std::env::temp_dir().join("no such folder for treaty-timeline");
    let mut window = app_at_pace(&ScriptedDialogs(Arc::new(Mutex::new(Some(folder)))));
    window.run();
    for name in ["NPT, ", "INF Treaty, "] {
        let at = mark(&window, name);
        click(&mut window, at, 1, Modifiers::NONE);
        press(&mut window, Modifiers::NONE, Key::P);
        press(&mut window, Modifiers::NONE, Key::M);
    }
    let ctbt = mark(&window, "CTBT, ");
    click(&mut window, ctbt, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::H);
    let heading = mark(&window, "Conventional · confidence");
    click(&mut window, heading, 1, Modifiers::NONE);
    for key in [Key::Plus, Key::Plus, Key::Plus] {
        press(&mut window, Modifiers::NONE, key);
    }
    let at = mark(&window, "ABM Treaty, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::P);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    for key in [Key::Period, Key::Period, Key::Period] {
        press(&mut window, Modifiers::NONE, key);
    }
    // Jumps, one of them undone.
    for date in ["1990", "2019", "2005"] {
        press(&mut window, Modifiers::COMMAND, Key::G);
        window.event(Event::Text(date.to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    // A change that was undone.
    press(&mut window, Modifiers::NONE, Key::X);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    // Last, since it moves everything from where it was found.
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Period);
    assert!(matches!(session(&window).selection.selected, Selection::Event(_)));
    assert_eq!(session(&window).view.arrangement.pinned.len(), 3);
    window
}

/// Everything that a key could change.
fn fingerprint(window: &Window) -> String {
    let s = session(window);
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {} {} {} {} {:?} {:?} {}",
        s.view.current,
        s.selection.selected,
        s.overlay,
        s.view.arrangement,
        s.filter.active,
        s.selection.several,
        s.view.bookmarks,
        s.selection.time_range,
        s.law.status.as_ref().map(|as_of| as_of.day),
        s.settings.preferences.text_percent(),
        s.settings.preferences.details_hidden,
        s.files.problems_open,
        s.tables.choice.is_open || s.figures.choice.is_open,
        s.search.is_open,
        s.files.loading.as_ref().map(|loading| &loading.name),
        s.lane_height(),
        s.editing.form.is_some()
    )
}

fn modifiers(shortcut: Shortcut) -> Modifiers {
    let mut modifiers = Modifiers::NONE;
    for (is_held, modifier) in [
        (shortcut.ctrl, Modifiers::COMMAND),
        (shortcut.shift, Modifiers::SHIFT),
        (shortcut.alt, Modifiers::ALT),
    ] {
        if is_held {
            modifiers |= modifier;
        }
    }
    modifiers
}

#[test]
fn the_interface_changes_its_language_and_its_dates_with_it() {
    let mut window = start();
    let heads = |window: &Window| -> Vec<String> {
        window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
    };
    assert!(heads(&window).iter().any(|name| name.starts_with("NPT, in force since 1970, ")));
    choose(&mut window, Action::Russian);
    assert_eq!(session(&window).language(), Language::Russian);
    let names = heads(&window);
    assert!(names.iter().any(|name| name.starts_with("NPT, в силе с 1970, ")), "{names:?}");
    assert!(names.iter().any(|name| name == "Открыть…"));
    assert!(says(&window, "7 договоров · 160 событий · 45 высказываний"));
    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::NONE);
    assert!(says(&window, "2 августа 2019"));
    assert!(says(&window, "ВЫСКАЗЫВАНИЯ О СОБЫТИИ"));
    choose(&mut window, Action::English);
    assert!(says(&window, "2 August 2019"));
}

#[test]
fn the_sheet_of_keys_is_in_the_language_of_the_reader() {
    let mut window = start();
    choose(&mut window, Action::Russian);
    press(&mut window, Modifiers::NONE, Key::Questionmark);
    let words: Vec<String> = window
        .query_all_by(|_| true)
        .flat_map(|node| [node.accesskit_node().label(), node.value()])
        .flatten()
        .collect();
    let english = Language::English.strings();
    for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
        let (said, not_said) =
            (action.label(Language::Russian.strings()).tooltip, action.label(english).tooltip);
        assert!(words.iter().any(|text| text == said), "{said}");
        assert!(!words.iter().any(|text| text == not_said), "{not_said}");
    }
}

#[test]
fn high_contrast_is_black_on_white_and_stays_in_both_themes() {
    let mut window = start();
    choose(&mut window, Action::HighContrast);
    assert_eq!(window.ctx.global_style().visuals.extreme_bg_color, egui::Color32::WHITE);
    choose(&mut window, Action::DarkTheme);
    window.run();
    assert_eq!(window.ctx.global_style().visuals.extreme_bg_color, egui::Color32::BLACK);
}

#[test]
fn the_details_make_room_and_come_back() {
    let mut window = start();
    let before = session(&window).view.size.width;
    press(&mut window, Modifiers::NONE, Key::I);
    assert!(session(&window).view.size.width > before + 200.0);
    press(&mut window, Modifiers::NONE, Key::I);
    assert_eq!(session(&window).view.size.width, before);
}

#[test]
fn the_view_is_exported_with_its_legend_and_all_lanes() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_owned()))));
    let mut window = app_at_pace(&dialogs);
    window.set_size(egui::vec2(900.0, 420.0));
    window.run();
    choose(&mut window, Action::ExportSvg);
    let written =
        |app: &App| app.session().status_message.as_ref().is_some_and(|notice| notice.starts_with("Saved "));
    run_until(&mut window, "the picture is written", written);
    let svg = std::fs::read_to_string(folder.path().join("test.svg")).unwrap();
    for text in
        ["Arms control", ">CTBT<", ">NPT<", ">ABM Treaty<", ">ENTRY INTO FORCE<", ">Entered into force<"]
    {
        assert!(svg.contains(text), "{text} is missing");
    }
}

#[test]
fn a_second_press_of_f_shows_the_whole_life_of_a_treaty() {
    let mut window = start();
    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::F);
    let middle = |time: TimeView| time.start + time.span / 2.0;
    let day = Moment::from_ymd(2019, 8, 2).unwrap().secs() as f64;
    assert!((middle(time(&window)) - day).abs() < 2.0 * 86_400.0);
    press(&mut window, Modifiers::NONE, Key::F);
    let inf = dataset(window.state()).find_treaty("INF").unwrap();
    for id in dataset(window.state()).events_of(inf) {
        assert!(time(&window).shows(dataset(window.state()).event(*id).at()));
    }
}
