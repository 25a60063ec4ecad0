//! What is confirmed and not saved when the window closes, or when the program is ended.

use std::path::PathBuf;

use crate::common::article::{answers, click, start};
use crate::common::run_until;
use crate::common::window::{Window, choose, press, says, session, shot};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::{Action, Command, WindowCommand};

/// Whether the window was told to close, or not to, in the last frame.
fn closing(window: &Window) -> Option<bool> {
    let commands = window.output().viewport_output.values().flat_map(|viewport| &viewport.commands);
    let mut said = commands.filter_map(|command| match command {
        egui::ViewportCommand::Close => Some(true),
        egui::ViewportCommand::CancelClose => Some(false),
        _ => None,
    });
    said.next_back()
}

/// Asks the window to close, as its frame does.
fn close(window: &mut Window) {
    window.state_mut().apply_command(Command::Window(WindowCommand::Close));
    window.step();
}

#[test]
fn each_closing_of_the_window_asks_as_long_as_anything_is_unsaved() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    close(&mut window);
    shot(&mut window, "closing");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).overlay.is_none(), "the window stays");
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 1);

    // Saved, and another one confirmed: it is asked again, though there is no more unsaved than before.
    answers(&dialogs, folder.path().to_path_buf());
    click(&mut window, Role::Button, "Save as dataset…");
    run_until(&mut window, "the saved dataset is open", |app| {
        app.session().world.name == "seven-added.json" && app.session().reader.document.is_some()
    });
    window.run();
    assert_eq!(session(&window).unsaved_count(), 0);
    click(&mut window, Role::CheckBox, "Confirm “Nobody asked us");
    close(&mut window);
    assert!(says(&window, "1 confirmed quotation is unsaved"), "{:?}", session(&window).overlay);

    // It has no speaker yet, so it cannot be saved: said, and the window stays.
    click(&mut window, Role::Button, "Save…");
    assert!(says(&window, "a confirmed quotation has no"), "{:?}", session(&window).status_message);
    window.query_all_by_label("Speaker").last().expect("a field").focus();
    window.run();
    window.event(egui::Event::Text("Ilse Korhanen".to_owned()));
    window.run();
    answers(&dialogs, folder.path().join("again"));
    std::fs::create_dir(folder.path().join("again")).expect("it can be made");
    close(&mut window);
    window.run();
    window.get_by_role_and_label(Role::Button, "Save…").click();
    let mut has_closed = None;
    for _ in 0..10_000 {
        window.step();
        has_closed = closing(&window).or(has_closed);
        if has_closed == Some(true) {
            break;
        }
        std::thread::yield_now();
    }
    assert_eq!(has_closed, Some(true), "it closes once all is saved");
    assert!(folder.path().join("again").read_dir().expect("it is there").count() == 1);
}

#[test]
fn what_is_discarded_is_gone_and_the_window_closes() {
    let (_folder, _, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    close(&mut window);
    window.run();
    window.get_by_role_and_label(Role::Button, "Discard").click();
    window.step();
    window.step();
    assert_eq!(session(&window).unsaved_count(), 0);
    // The next closing is not held up.
    window.state_mut().apply_command(Command::Window(WindowCommand::Close));
    window.step();
    assert_ne!(closing(&window), Some(false));
}

#[test]
fn what_a_run_that_was_cut_short_had_confirmed_is_offered_again() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    let journal = folder.path().join("state");
    let window_with_journal = |file: Option<PathBuf>| {
        let mut window = crate::common::app_with_journal(&dialogs, file, journal.clone());
        window.run();
        window
    };
    let mut first = window_with_journal(Some(folder.path().join("seven.json")));
    run_until(&mut first, "the dataset is open", |app| app.session().world.path.is_some());
    choose(&mut first, Action::ReadDocument);
    run_until(&mut first, "the document is open", |app| app.session().reader.document.is_some());
    first.run();
    click(&mut first, Role::CheckBox, "Confirm “Five more years");
    let taken = session(&first).reader.drafts.confirmed.clone();
    first.step();
    // A run that ends like this has neither saved nor discarded; a killed one leaves the same files.
    drop(first);

    let mut second = window_with_journal(None);
    assert!(says(&second, "The program ended before 1 confirmed quotation was saved"));
    shot(&mut second, "recovered");
    click(&mut second, Role::Button, "Open minister.txt");
    run_until(&mut second, "the document is open", |app| app.session().reader.document.is_some());
    second.run();
    // The seven treaties are open as another file: what the words are about has the same ids there.
    assert_eq!(session(&second).reader.drafts.confirmed, taken);
    // Discarded, it is not offered a third time.
    close(&mut second);
    second.run();
    second.get_by_role_and_label(Role::Button, "Discard").click();
    second.run();
    drop(second);
    let third = window_with_journal(None);
    assert!(session(&third).overlay.is_none(), "{:?}", session(&third).overlay);
    window.run();
}
