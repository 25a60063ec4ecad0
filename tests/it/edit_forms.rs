//! A dataset made from nothing by keys alone; forms of statements, treaties, parties, speakers, sources; deleting; history.

use std::path::{Path, PathBuf};

use crate::common::article::{answers, click};
use crate::common::window::{Window, choose, label, press, says, session, shot};
use crate::common::{ScriptedDialogs, app_with, app_with_journal, run_until, scene_of_size};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::records::RecordList;
use treaty_timeline::session::{Action, Command, EditingCommand, Overlay, SelectionCommand};
use treaty_timeline::timeline::{Selection, Size};

/// A window on a copy of the seven treaties.
fn start(size: [f32; 2]) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).expect("it can be written");
    let window = open(&ScriptedDialogs::default(), size, &file);
    (folder, window)
}

fn open(dialogs: &ScriptedDialogs, size: [f32; 2], file: &Path) -> Window {
    let mut window = app_with(size, Theme::Light, dialogs, Some(file.to_path_buf()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    window
}

/// A window on the bundled dataset, in which a new one is begun by an action.
fn begin(dialogs: &ScriptedDialogs, size: [f32; 2], action: Action) -> Window {
    let mut window = app_with(size, Theme::Light, dialogs, None);
    window.run();
    choose(&mut window, action);
    run_until(&mut window, "the new dataset is open", |app| app.session().world.is_in_memory());
    window
}

fn settle(window: &mut Window) {
    run_until(window, "nothing is under way", |app| app.session().editing.under_way.is_none());
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// Presses Tab until this has the focus.
fn tab_to(window: &mut Window, role: Role, name: &str) {
    for _ in 0..80 {
        let has_focus =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && label(node) == name;
        // What is a list of names has room for several lines.
        let other = if role == Role::TextInput { Role::MultilineTextInput } else { role };
        if [role, other].into_iter().any(|role| window.query_all_by_role(role).any(|node| has_focus(&node))) {
            return;
        }
        press(window, Modifiers::NONE, Key::Tab);
    }
    panic!("Tab does not lead to {name}");
}

/// Writes into the field of this name, in place of what stands there.
fn fill(window: &mut Window, field: &str, text: &str) {
    tab_to(window, Role::TextInput, field);
    press(window, Modifiers::COMMAND, Key::A);
    press(window, Modifiers::NONE, Key::Delete);
    write(window, text);
}

/// Makes what is typed, by Enter in a field of one line.
fn enter(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Enter);
    settle(window);
    assert!(session(window).editing.form.is_none(), "{:?}", session(window).editing.form);
}

fn select(window: &mut Window, selection: Selection) {
    window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(selection)));
    window.run();
}

fn event(window: &Window, id: &str) -> Selection {
    Selection::Event(session(window).world.dataset.find_event(id).expect("it is there"))
}

fn treaty(window: &Window, id: &str) -> Selection {
    Selection::Treaty(session(window).world.dataset.find_treaty(id).expect("it is there"))
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
        let event = self::event(&window, &event);
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

#[test]
fn a_statement_is_corrected_and_its_speaker_and_source_completed() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    let key = session(&window).world.dataset.statements()[0].key.to_string();
    let statement = |window: &Window| {
        let dataset = &session(window).world.dataset;
        dataset.statement(dataset.find_statement(&key).unwrap()).clone()
    };
    let id = session(&window).world.dataset.find_statement(&key).unwrap();
    select(&mut window, Selection::Statement(id));
    click(&mut window, Role::Button, "Edit statement");
    shot(&mut window, "form-statement");
    let other = session(&window).world.dataset.speakers().last().unwrap().name.to_string();
    fill(&mut window, "Speaker", &other[..other.len() - 1]);
    click(&mut window, Role::Button, &format!("Use {other}"));
    // The focus is back in the field, behind the name.
    tab_to(&mut window, Role::TextInput, "Date");
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "31 December 1999");
    assert!(says(&window, "Will be drawn at 31 December 1999"));
    fill(&mut window, "About", "No such treaty");
    assert!(says(&window, "neither a treaty nor an event"));
    let name = session(&window).world.dataset.treaties()[1].name.to_string();
    fill(&mut window, "About", &name);
    fill(&mut window, "Place", "");
    enter(&mut window);
    let dataset = &session(&window).world.dataset;
    assert_eq!(*dataset.speaker(statement(&window).speaker).name, *other);
    assert_eq!(statement(&window).date.text(), "1999-12-31");
    assert_eq!(statement(&window).about.len(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_ne!(statement(&window).date.text(), "1999-12-31");
}

#[test]
fn a_treaty_gets_parties_by_completion_and_new_ones_are_added() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    let selection = treaty(&window, "INF");
    select(&mut window, selection);
    click(&mut window, Role::Button, "Edit treaty");
    shot(&mut window, "form-treaty");
    let before = session(&window).shown_form().unwrap().now.clone();
    tab_to(&mut window, Role::TextInput, "Parties");
    press(&mut window, Modifiers::NONE, Key::End);
    write(&mut window, "; Estmark");
    assert!(says(&window, "Estmark: not in the dataset yet"));
    enter(&mut window);
    let dataset = &session(&window).world.dataset;
    let parties = dataset.treaty(dataset.find_treaty("INF").unwrap()).parties.clone();
    assert_eq!(*dataset.party(*parties.last().unwrap()).name, *"Estmark");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::E);
    assert_eq!(session(&window).shown_form().unwrap().now, before, "all as it was");
    fill(&mut window, "Name", "");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(says(&window, "Fill in “Name”"));
}

#[test]
fn parties_speakers_and_sources_have_forms_of_their_own() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    choose(&mut window, Action::EditParties);
    shot(&mut window, "parties");
    let first = session(&window).world.dataset.parties()[0].name.to_string();
    click(&mut window, Role::Button, &format!("Edit {first}"));
    assert_eq!(session(&window).overlay, None);
    fill(&mut window, "Short name", "First");
    enter(&mut window);
    assert_eq!(&*session(&window).world.dataset.parties()[0].short, "First");
    choose(&mut window, Action::AddParty);
    let code = session(&window).world.dataset.parties()[0].key.to_string();
    write(&mut window, "Estmark");
    fill(&mut window, "Code", &code);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(says(&window, &format!("Another party has the code {code}")));
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "EST");
    enter(&mut window);
    assert!(session(&window).world.dataset.find_party("EST").is_some());

    choose(&mut window, Action::AddSpeaker);
    write(&mut window, "Ilse Korhanen");
    fill(&mut window, "Spoken for", "Estmark");
    enter(&mut window);
    let Selection::Speaker(id) = session(&window).selection.selected else { panic!("it is selected") };
    assert!(session(&window).world.dataset.speaker(id).country.is_some());
    click(&mut window, Role::Button, "Edit speaker");
    shot(&mut window, "form-speaker");
    press(&mut window, Modifiers::NONE, Key::Escape);

    choose(&mut window, Action::AddSource);
    write(&mut window, "Gazette");
    fill(&mut window, "Address", "https://example.org/gazette");
    fill(&mut window, "Date", "32 May 1999");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).shown_form().unwrap().problem.is_some());
    // The focus is at what is wrong.
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "May 1999");
    enter(&mut window);
    let Selection::Source(id) = session(&window).selection.selected else { panic!("it is selected") };
    let source = session(&window).world.dataset.source(id).clone();
    assert_eq!((source.date.unwrap().text(), &*source.url), ("1999-05", "https://example.org/gazette"));
    click(&mut window, Role::Button, "Edit source");
    shot(&mut window, "form-source");
    press(&mut window, Modifiers::NONE, Key::Escape);

    choose(&mut window, Action::EditDataset);
    shot(&mut window, "form-dataset");
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "Eight treaties");
    enter(&mut window);
    assert_eq!(session(&window).world.dataset.title(), "Eight treaties");
}

#[test]
fn a_treaty_is_deleted_with_its_events_and_what_needs_a_source_keeps_it() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    let selection = treaty(&window, "INF");
    select(&mut window, selection);
    let (treaties, events) = {
        let dataset = &session(&window).world.dataset;
        (dataset.treaties().len(), dataset.events_of(dataset.find_treaty("INF").unwrap()).len())
    };
    let all = session(&window).world.dataset.events().len();
    choose(&mut window, Action::DeleteSelected);
    settle(&mut window);
    assert_eq!(session(&window).overlay, Some(Overlay::Delete));
    assert!(says(&window, "Also deleted"));
    shot(&mut window, "delete-treaty");
    window.get_by_role_and_label(Role::Button, "Delete").click();
    window.run();
    settle(&mut window);
    let dataset = &session(&window).world.dataset;
    assert_eq!((dataset.treaties().len(), dataset.events().len()), (treaties - 1, all - events));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(session(&window).world.dataset.events().len(), all);

    let dataset = &session(&window).world.dataset;
    let source = dataset.events().iter().find_map(|event| event.claim().source).unwrap();
    select(&mut window, Selection::Source(source));
    press(&mut window, Modifiers::NONE, Key::E);
    click(&mut window, Role::Button, "Delete…");
    settle(&mut window);
    assert!(says(&window, "Cannot be deleted yet"));
    shot(&mut window, "delete-source");
    assert!(window.get_by_role_and_label(Role::Button, "Delete").accesskit_node().is_disabled());
    press(&mut window, Modifiers::NONE, Key::Escape);
    let ask = EditingCommand::Delete;
    window.state_mut().apply_command(Command::Editing(ask));
    settle(&mut window);
    assert_eq!(session(&window).world.dataset.events().len(), all);
}

#[test]
fn the_history_names_each_step_and_a_click_goes_to_it() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    let title = |window: &Window| session(window).world.dataset.title().to_owned();
    let before = title(&window);
    for name in ["First", "Second"] {
        choose(&mut window, Action::EditDataset);
        press(&mut window, Modifiers::COMMAND, Key::A);
        write(&mut window, name);
        enter(&mut window);
        let selection = treaty(&window, "INF");
        select(&mut window, selection);
        choose(&mut window, Action::HideLane);
        choose(&mut window, Action::ShowLanes);
    }
    choose(&mut window, Action::EditHistory);
    shot(&mut window, "history");
    click(&mut window, Role::Button, "As opened");
    settle(&mut window);
    assert_eq!(title(&window), before);
    assert_eq!(session(&window).overlay, Some(Overlay::EditHistory), "it stays open");
    shot(&mut window, "history-undone");
    let steps: Vec<String> = window
        .query_all_by_role(Role::Button)
        .map(|node| label(&node))
        .filter(|name| name.ends_with(", undone"))
        .collect();
    let second = steps.iter().find(|name| name.contains("title")).expect("the last edit is above").clone();
    click(&mut window, Role::Button, &second);
    settle(&mut window);
    assert_eq!(title(&window), "Second");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(title(&window), "First");
}

#[test]
fn forms_stay_whole_in_a_small_window() {
    let (_folder, mut window) = start([900.0, 600.0]);
    let selection = treaty(&window, "INF");
    select(&mut window, selection);
    press(&mut window, Modifiers::NONE, Key::E);
    shot(&mut window, "small-treaty");
    // Each field can be reached, and its end as well.
    for name in ["Name", "Parties", "Duration"] {
        tab_to(&mut window, Role::TextInput, name);
        let field =
            window.get_all_by_label(name).find(|node| node.accesskit_node().is_focused()).unwrap().rect();
        assert!(field.min.y >= 0.0 && field.max.y <= 600.0 && field.max.x <= 900.0, "{name}: {field:?}");
    }
    tab_to(&mut window, Role::Button, "Cancel");
    let button = window.get_by_role_and_label(Role::Button, "Cancel").rect();
    assert!(button.max.y <= 600.0, "{button:?}");
    shot(&mut window, "small-treaty-end");
}
