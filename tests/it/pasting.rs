//! Rows pasted from a spreadsheet into the table of the open dataset: added as records, known, or explained; undone as one.

use crate::common::run_until;
use crate::common::window::{Window, choose, press, session};
use crate::common::{ScriptedDialogs, app_with};
use egui::{Event, Key, Modifiers, Theme};

use treaty_timeline::session::{Action, Session};

/// A row of a lane that is there, one of a new lane, one that was there before, a quotation, and a date that is none.
const ROWS: &str = "Date\tEvent\tTreaty\tType\tParty\tQuote\tSpeaker\tSource\tURL\n\
2019-08-05\tRussia proposes a moratorium\tINF Treaty\tproposed\tRussia\t\t\tKremlin\thttps://example.org/moratorium\n\
8 December 1938\tSigned on the lake\tLake Pact\tsigned\t\t\t\tGazette\thttps://example.org/gazette\n\
2019-08-02\tTreaty terminates\tINF Treaty\tterminated\t\t\t\tKremlin\thttps://example.org/moratorium\n\
2019-08-06\t\tINF Treaty\t\t\tThe lake is calm tonight.\tAnn Kay\tGazette\thttps://example.org/gazette\n\
some day\tNobody knows when\tLake Pact\tmeeting\t\t\t\tGazette\thttps://example.org/gazette\n";

fn start() -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).expect("it can be written");
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    (folder, window)
}

fn paste(window: &mut Window, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run();
    run_until(window, "no edit is under way", |app| app.session().editing.pending.is_none());
    window.run();
}

fn message(window: &Window) -> String {
    session(window).status_message.clone().unwrap_or_default()
}

fn counts(session: &Session) -> [usize; 4] {
    let dataset = &session.world.dataset;
    [dataset.events().len(), dataset.statements().len(), dataset.treaties().len(), dataset.sources().len()]
}

#[test]
fn rows_pasted_into_the_table_become_records_of_the_dataset_and_are_undone_together() {
    let (folder, mut window) = start();
    let before = counts(session(&window));
    choose(&mut window, Action::Table);
    paste(&mut window, ROWS);
    let [events, statements, treaties, sources] = before;
    assert_eq!(counts(session(&window)), [events + 2, statements + 1, treaties + 1, sources + 2]);
    let said = message(&window);
    assert!(said.starts_with("2 events and 1 statement added · 1 already in the dataset · "), "{said}");
    assert!(said.contains("row 6") && said.contains("some day"), "{said}");
    let dataset = &session(&window).world.dataset;
    let pact = dataset.find_treaty("lake-pact").map(|id| dataset.treaty(id).name.to_string());
    assert_eq!(pact.as_deref(), Some("Lake Pact"));
    let inf = dataset.find_treaty("INF").expect("it is there");
    let proposal = dataset.events_of(inf).iter().map(|&id| dataset.event(id));
    let proposal = proposal.filter(|event| &*event.title == "Russia proposes a moratorium").count();
    assert_eq!(proposal, 1);

    paste(&mut window, ROWS);
    assert!(
        message(&window).contains("Nothing new in the pasted rows · 4 already in the dataset"),
        "{}",
        message(&window)
    );
    press(&mut window, Modifiers::COMMAND, Key::S);
    run_until(&mut window, "it is saved", |app| !app.session().has_unsaved_edits());
    let file = std::fs::read_to_string(folder.path().join("seven.json")).expect("it is there");
    let original = include_str!("../data/seven-treaties.json");
    assert!(
        original.lines().filter(|line| line.ends_with("},")).all(|line| file.contains(line)),
        "the rest stays"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    run_until(&mut window, "it is undone", |app| app.session().editing.pending.is_none());
    window.run();
    assert_eq!(counts(session(&window)), before);
}

#[test]
fn without_its_table_or_with_another_file_a_pasted_table_is_opened_by_itself() {
    let (_folder, mut window) = start();
    window.event(Event::Paste(ROWS.to_owned()));
    run_until(&mut window, "it is read", |app| {
        app.session().files.table.is_some() || app.session().world.name == "Pasted table"
    });
    assert!(!session(&window).has_unsaved_edits());
}

#[test]
fn what_is_no_table_of_events_adds_nothing_and_says_so() {
    let (_folder, mut window) = start();
    let before = counts(session(&window));
    choose(&mut window, Action::Table);
    for text in ["not a table", "a\tb\n1\t2\n", ""] {
        paste(&mut window, text);
        assert_eq!(counts(session(&window)), before);
        assert!(!session(&window).has_unsaved_edits());
        assert!(
            message(&window).contains("Nothing new in the pasted rows"),
            "{text:?}: {}",
            message(&window)
        );
    }
}
