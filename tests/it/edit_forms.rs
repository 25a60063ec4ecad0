//! Forms of statements, treaties, parties, speakers, sources and several events; deleting; the history.

use crate::common::ScriptedDialogs;
use crate::common::article::click;
use crate::common::form::{enter, fill, open, select, settle, tab_to, write};
use crate::common::window::{Window, choose, label, press, says, session, shot};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::session::{Action, Command, EditingCommand, Overlay};
use treaty_timeline::timeline::Selection;

/// A window on a copy of the seven treaties.
fn start(size: [f32; 2]) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).expect("it can be written");
    let window = open(&ScriptedDialogs::default(), size, &file);
    (folder, window)
}

fn event(window: &Window, id: &str) -> Selection {
    Selection::Event(session(window).world.dataset.find_event(id).expect("it is there"))
}

fn treaty(window: &Window, id: &str) -> Selection {
    Selection::Treaty(session(window).world.dataset.find_treaty(id).expect("it is there"))
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
fn several_events_get_the_same_source_and_each_keeps_the_rest() {
    let (_folder, mut window) = start([1440.0, 900.0]);
    let ids: Vec<String> =
        session(&window).world.dataset.events().iter().take(3).map(|event| event.key.to_string()).collect();
    let events = |window: &Window| {
        let dataset = &session(window).world.dataset;
        let of = |id: &String| dataset.event(dataset.find_event(id).unwrap()).clone();
        ids.iter().map(of).collect::<Vec<_>>()
    };
    let before = events(&window);
    for id in &ids {
        let selection = event(&window, id);
        select(&mut window, selection);
        choose(&mut window, Action::AddToSelection);
    }
    click(&mut window, Role::Button, "Edit events together…");
    assert!(says(&window, "Edit 3 events"));
    shot(&mut window, "together");
    fill(&mut window, "Source of the date", "https://example.org/all");
    enter(&mut window);
    let dataset = &session(&window).world.dataset;
    for (event, before) in std::iter::zip(events(&window), &before) {
        assert_eq!(&*dataset.source(event.claim().source.unwrap()).url, "https://example.org/all");
        assert_eq!((&event.title, event.date().text()), (&before.title, before.date().text()));
    }
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    let sources = |events: &[treaty_timeline::domain::Event]| -> Vec<_> {
        events.iter().map(|event| event.claim().source).collect()
    };
    assert_eq!(sources(&events(&window)), sources(&before), "one step");
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
