//! A new dataset: from a template, and one made from nothing by keys alone.

use std::path::PathBuf;

use crate::common::article::{answers, click};
use crate::common::form::{enter, fill, open, select, write};
use crate::common::window::{Window, choose, press, says, session, shot};
use crate::common::{ScriptedDialogs, app_with, app_with_journal, run_until, scene_of_size};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};

use treaty_timeline::records::RecordList;
use treaty_timeline::session::Action;
use treaty_timeline::timeline::{Selection, Size};

/// A window on the bundled dataset, in which a new one is begun by an action.
fn begin(dialogs: &ScriptedDialogs, size: [f32; 2], action: Action) -> Window {
    let mut window = app_with(size, Theme::Light, dialogs, None);
    window.run();
    choose(&mut window, action);
    run_until(&mut window, "the new dataset is open", |app| app.session().world.is_in_memory());
    window
}

fn add_treaty(window: &mut Window, name: &str, parties: &str) {
    choose(window, Action::AddTreaty);
    // The first field has the focus.
    write(window, name);
    fill(window, "Parties", parties);
    enter(window);
}

fn add_event(window: &mut Window, date: &str, kind: &str, title: &str, source: &str) {
    choose(window, Action::AddEvent);
    write(window, date);
    fill(window, "Type", kind);
    fill(window, "Title", title);
    fill(window, "Source of the date", source);
    enter(window);
}

fn add_statement(window: &mut Window, quote: &str, speaker: &str, date: &str, source: &str) {
    choose(window, Action::AddStatement);
    write(window, quote);
    fill(window, "Speaker", speaker);
    fill(window, "Date", date);
    fill(window, "Source", source);
    enter(window);
}

#[test]
fn a_dataset_is_made_from_nothing_by_keys_alone_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with([1440.0, 900.0], Theme::Light, &dialogs, None);
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::N);
    run_until(&mut window, "the new dataset is open", |app| app.session().world.is_in_memory());
    assert!(says(&window, "This dataset is empty"));
    shot(&mut window, "new-empty");

    add_treaty(&mut window, "Lake Treaty", "Aland; Borland");
    add_event(&mut window, "2 August 1950", "Signed", "", "https://example.org/lake/text");
    add_event(&mut window, "1951-03", "Entered into force", "", "example.org/lake");
    add_event(&mut window, "about 1962", "Meeting", "Fishers meet", "https://example.org/lake/meeting");
    add_statement(&mut window, "The lake is ours", "Ann Kay", "3 August 1950", "https://example.org/kay");
    add_treaty(&mut window, "Sea Treaty", "Aland; Borland; Cland");
    add_event(&mut window, "1960-05-01", "Signed", "", "https://example.org/sea/text");
    add_event(&mut window, "1961", "Entered into force", "", "example.org/sea/text");
    add_event(&mut window, "1970-01-01", "Terminated", "", "https://example.org/sea/end");
    add_statement(&mut window, "The sea is wide", "Ann Kay", "1960-05-01", "example.org/kay");
    add_statement(&mut window, "So it is", "Bo Lund", "1960-05-02", "https://example.org/lund");
    add_treaty(&mut window, "River Treaty", "Cland");
    add_event(&mut window, "1980-02-02", "Signed", "", "https://example.org/river");
    add_event(&mut window, "1981-02-02", "Ratified", "", "example.org/river");
    add_statement(&mut window, "A river runs through it", "Bo Lund", "1981", "example.org/lund");
    shot(&mut window, "new-made");

    let dataset = &session(&window).world.dataset;
    let counts = |window: &Window| {
        let dataset = &session(window).world.dataset;
        (dataset.treaties().len(), dataset.events().len(), dataset.statements().len())
    };
    assert_eq!(counts(&window), (3, 8, 4));
    assert_eq!((dataset.parties().len(), dataset.speakers().len()), (3, 2), "each is added once");
    assert!(dataset.events().iter().all(|event| event.claim().source.is_some()));
    assert!(dataset.statements().iter().all(|statement| !statement.about.is_empty()));
    assert_eq!(
        dataset.event(dataset.find_event("lake-treaty-signed-1950-08-02").unwrap()).date().text(),
        "1950-08-02"
    );

    answers(&dialogs, folder.path().to_path_buf());
    press(&mut window, Modifiers::COMMAND, Key::S);
    run_until(&mut window, "it is in a file", |app| app.session().world.path.is_some());
    assert!(!session(&window).has_unsaved_edits());
    let file = folder.path().join("Untitled.json");
    let mut again = open(&dialogs, [1440.0, 900.0], &file);
    assert_eq!(counts(&again), (3, 8, 4));
    for window in [&mut window, &mut again] {
        select(window, Selection::Nothing);
        choose(window, Action::Fit);
    }
    let scene = |window: &Window| {
        let size = Size { width: 1000.0, height: 700.0 };
        format!("{:?}", scene_of_size(session(window), size))
    };
    assert_eq!(scene(&window), scene(&again), "the same scene");
}

#[test]
fn a_new_dataset_is_two_clicks_away_and_templates_are_full_of_things_to_replace() {
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with([1440.0, 900.0], Theme::Light, &dialogs, None);
    window.run();
    click(&mut window, Role::Button, "File");
    click(&mut window, Role::Button, "New dataset");
    run_until(&mut window, "the new dataset is open", |app| app.session().world.is_in_memory());
    assert!(session(&window).world.dataset.treaties().is_empty());
    assert!(session(&window).why_not_editable().is_none());
    assert!(!session(&window).has_unsaved_edits(), "there is nothing to lose yet");
    click(&mut window, Role::Button, "Add treaty…");
    assert_eq!(session(&window).shown_form().unwrap().list, RecordList::Treaties);

    for (action, lanes) in [(Action::NewTreaty, 1), (Action::NewTopics, 3)] {
        let mut window = begin(&dialogs, [1440.0, 900.0], action);
        let dataset = &session(&window).world.dataset;
        assert_eq!((dataset.treaties().len(), dataset.events().len()), (lanes, lanes));
        let event = dataset.events()[0].key.to_string();
        let event = Selection::Event(dataset.find_event(&event).unwrap());
        select(&mut window, event);
        press(&mut window, Modifiers::NONE, Key::E);
        press(&mut window, Modifiers::COMMAND, Key::A);
        write(&mut window, "1950");
        enter(&mut window);
        assert!(session(&window).has_unsaved_edits());
    }
}

#[test]
fn unsaved_edits_of_a_new_dataset_are_offered_again_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let journal: PathBuf = folder.path().join("state");
    let dialogs = ScriptedDialogs::default();
    let mut first = app_with_journal(&dialogs, None, journal.clone());
    first.run();
    choose(&mut first, Action::NewDataset);
    run_until(&mut first, "the new dataset is open", |app| app.session().world.is_in_memory());
    add_treaty(&mut first, "Lake Treaty", "Aland; Borland");
    first.step();
    drop(first);
    let mut second = app_with_journal(&dialogs, None, journal);
    second.run();
    click(&mut second, Role::Button, "Restore changes to");
    run_until(&mut second, "they are made again", |app| app.session().has_unsaved_edits());
    assert!(session(&second).world.dataset.find_treaty("lake-treaty").is_some());
}
