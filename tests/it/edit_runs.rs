//! Random edits in the window: events changed, added, deleted, undone; what is saved is what was on screen, and all of them undone
//! is the file byte for byte.
//!
//! The seed is told where it is not so. `EDIT_RUNS=40 EDITS=200 EDIT_SEED=7 cargo test --test it edit_runs::` is the long form.

use std::path::Path;

use egui::Theme;

use treaty_timeline::compare::compare;
use treaty_timeline::load::load;
use treaty_timeline::session::{Action, Command, EditingCommand, Field, Overlay, SelectionCommand, Session};
use treaty_timeline::timeline::Selection;

use crate::common::window::{Window, session};
use crate::common::{ScriptedDialogs, app_with, run_until};
use crate::monkey::{Random, asked};

/// A window on a file, once the file is open.
pub(crate) fn open(file: &Path) -> Window {
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with([1440.0, 900.0], Theme::Light, &dialogs, Some(file.to_path_buf()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    window
}

pub(crate) fn command(window: &mut Window, command: Command) {
    window.state_mut().apply_command(command);
    run_until(window, "the text is edited", |app| app.session().editing.pending.is_none());
}

fn edit(window: &mut Window, of_editing: EditingCommand) {
    command(window, Command::Editing(of_editing));
}

/// Opens the form of an event, types this into a field and makes the edit.
pub(crate) fn set(window: &mut Window, event: &str, field: Field, text: &str) {
    let id = session(window).world.dataset.find_event(event).expect("the dataset has it");
    command(window, Command::Selection(SelectionCommand::GoTo(Selection::Event(id))));
    command(window, Command::Do(Action::EditSelected));
    edit(window, EditingCommand::Type(field, text.to_owned()));
    edit(window, EditingCommand::Apply);
    if session(window).editing.form.is_some() {
        edit(window, EditingCommand::Discard);
    }
}

/// What people type into fields.
fn text(random: &mut Random, field: Field) -> String {
    let (year, day) = (1950 + random.below(80), 1 + random.below(28));
    match field {
        Field::Date => match random.below(5) {
            0 => format!("{year}"),
            1 => format!("{year}-0{}?", 1 + random.below(9)),
            2 => format!("{year}-03/{}-04", year + 1),
            3 => format!("{day} March {year}"),
            _ => format!("{year}-11-{day:02}"),
        },
        Field::Kind => random.of(&["meeting", "signed", "amended", "terminated", "other"]).to_owned(),
        Field::Source => match random.below(3) {
            0 => String::new(),
            1 => format!("https://example.org/{year}/{day}"),
            _ => "nobody knows".to_owned(),
        },
        _ => random
            .of(&["", "A note", "“Ядерн” \\ \"x\"", " \t", "line\nline", "\u{202e}ردع\u{200f}"])
            .to_owned(),
    }
}

/// One act of a hand.
fn act(window: &mut Window, random: &mut Random) {
    let dataset = &session(window).world.dataset;
    let number = random.below(dataset.events().len().max(1) as u64) as usize;
    let key = dataset.events().get(number).map(|event| event.key.to_string());
    let treaty = dataset.events().get(number).map(|event| event.treaty);
    let (Some(key), Some(treaty)) = (key, treaty) else { return };
    match random.below(12) {
        0 | 1 => {
            edit(window, EditingCommand::AddEvent(treaty, None));
            let date = text(random, Field::Date);
            edit(window, EditingCommand::Type(Field::Date, date));
            edit(window, EditingCommand::Apply);
            edit(window, EditingCommand::Discard);
        }
        2 => {
            let id = session(window).world.dataset.find_event(&key).expect("it is there");
            command(window, Command::Selection(SelectionCommand::GoTo(Selection::Event(id))));
            command(window, Command::Do(Action::DeleteSelected));
            if session(window).overlay == Some(Overlay::Delete) {
                edit(window, EditingCommand::Delete);
            }
        }
        3 => command(window, Command::Do(Action::Undo)),
        4 => command(window, Command::Do(Action::Redo)),
        _ => {
            let field = random.of(&[
                Field::Date,
                Field::Kind,
                Field::Title,
                Field::Summary,
                Field::Source,
                Field::Note,
            ]);
            let typed = text(random, field);
            set(window, &key, field, &typed);
        }
    }
}

/// The text of the file as it would be saved now.
fn bytes(session: &Session, file: &Path) -> Vec<u8> {
    session.world.bytes.as_deref().map_or_else(|| std::fs::read(file).unwrap(), <[u8]>::to_vec)
}

struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let told = format!("EDIT_SEED={}\n", self.0);
            let _written = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
        }
    }
}

#[test]
fn random_edits_saved_and_opened_are_the_same_dataset_and_all_of_them_undone_the_same_file() {
    let (runs, edits) = (asked("EDIT_RUNS", 1), asked("EDITS", 40));
    let first = asked("EDIT_SEED", 20_261_201);
    for seed in first..first + runs {
        let _told = Told(seed);
        let mut random = Random(seed.max(1));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seven.json");
        let text = include_str!("../data/seven-treaties.json");
        // Other line ends are kept as well.
        let text = if seed % 2 == 0 { text.replace('\n', "\r\n") } else { text.to_owned() };
        std::fs::write(&file, &text).unwrap();
        let mut window = open(&file);
        for _ in 0..edits {
            act(&mut window, &mut random);
        }
        assert!(session(&window).has_unsaved_edits(), "hands that do nothing try nothing");
        let on_screen = bytes(session(&window), &file);
        assert!(on_screen != text.as_bytes());

        command(&mut window, Command::Do(Action::Save));
        assert!(!session(&window).has_unsaved_edits());
        let saved = std::fs::read(&file).unwrap();
        assert!(saved == on_screen, "what is on screen is what is saved");
        let read = load("seven.json", saved.clone(), &()).dataset.expect("what was saved can be read");
        let comparison = compare(&session(&window).world.dataset, &read);
        assert!(comparison.is_empty(), "{comparison:?}");
        let again = open(&file);
        assert!(compare(&session(&again).world.dataset, &read).is_empty());

        // Undo outlives saving. Filters, folds and hides may be undone between.
        let mut steps = 0;
        while bytes(session(&window), &file) != text.as_bytes() {
            let said = &session(&window).status_message;
            assert!(steps < 2 * edits, "undoing does not lead to where it began: {said:?}");
            command(&mut window, Command::Do(Action::Undo));
            steps += 1;
        }
        command(&mut window, Command::Do(Action::Save));
        assert!(std::fs::read(&file).unwrap() == text.as_bytes(), "byte for byte");
        for _ in 0..steps {
            command(&mut window, Command::Do(Action::Redo));
        }
        assert!(bytes(session(&window), &file) == saved);
    }
}
