//! Editing an event in the window: by keys, undone, saved and opened again; what is asked before something is lost.

use std::path::{Path, PathBuf};

use crate::common::article::{answers, click};
use crate::common::window::{Window, choose, label, press, says, session, shot};
use crate::common::{ScriptedDialogs, app_with, app_with_journal, run_until};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::{
    Action, Command, Field, FilesCommand, Overlay, SelectionCommand, WindowCommand,
};
use treaty_timeline::timeline::Selection;

const TERMINATED: &str = "INF-terminated";

/// A folder with a copy of the seven treaties, and a window on it.
fn start(theme: Theme) -> (tempfile::TempDir, ScriptedDialogs, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let dialogs = ScriptedDialogs::default();
    let window = open(&dialogs, &copy(&folder), theme);
    (folder, dialogs, window)
}

fn copy(folder: &tempfile::TempDir) -> PathBuf {
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).expect("it can be written");
    file
}

fn open(dialogs: &ScriptedDialogs, file: &std::path::Path, theme: Theme) -> Window {
    let mut window = app_with([1440.0, 900.0], theme, dialogs, Some(file.to_path_buf()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    window
}

fn select(window: &mut Window, event: &str) {
    let id = session(window).world.dataset.find_event(event).expect("the dataset has it");
    let select = SelectionCommand::GoTo(Selection::Event(id));
    window.state_mut().apply_command(Command::Selection(select));
    window.run();
}

fn date_of(window: &Window, event: &str) -> String {
    let dataset = &session(window).world.dataset;
    dataset.event(dataset.find_event(event).expect("it is there")).date().text().to_owned()
}

/// Types into the field of this name, in place of what stands there.
fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn settle(window: &mut Window, what: &str) {
    run_until(window, what, |app| app.session().editing.pending.is_none());
}

/// Dates the end of INF a day earlier, by keys alone.
fn antedate(window: &mut Window) {
    select(window, TERMINATED);
    press(window, Modifiers::NONE, Key::E);
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("1 August 2019".to_owned()));
    window.run();
    assert!(says(window, "Will be drawn at 1 August 2019"));
    press(window, Modifiers::NONE, Key::Enter);
    settle(window, "the date is changed");
}

/// Changes the open file here and on disk, and saves; gives what is on disk.
fn save_over_a_change(window: &mut Window, file: &Path) -> String {
    antedate(window);
    let theirs = std::fs::read_to_string(file).unwrap().replace("Treaty terminates", "Treaty ends");
    std::fs::write(file, &theirs).unwrap();
    press(window, Modifiers::COMMAND, Key::S);
    settle(window, "it is asked");
    theirs
}

#[test]
fn a_date_is_corrected_undone_made_again_and_saved_by_keys_alone() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    let file = folder.path().join("seven.json");
    let before = std::fs::read(&file).unwrap();
    antedate(&mut window);
    assert_eq!(date_of(&window, TERMINATED), "2019-08-01");
    let said = session(&window).status_message.clone().unwrap_or_default();
    assert!(said.contains("2 August 2019 → 1 August 2019"), "{said}");
    assert!(said.contains("→ 31 July 2019"), "what it changes in law: {said}");
    assert!(said.contains("INF"), "{said}");
    assert!(matches!(session(&window).selection.selected, Selection::Event(_)), "the reader's place stays");
    assert_eq!(std::fs::read(&file).unwrap(), before, "nothing is written before it is saved");
    assert!(session(&window).has_unsaved_edits());
    assert!(says(&window, "1 unsaved change"));
    shot(&mut window, "edited");

    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window, "it is undone");
    assert_eq!(date_of(&window, TERMINATED), "2019-08-02");
    assert!(!session(&window).has_unsaved_edits(), "the text is that of the file again");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(&mut window, "it is made again");
    assert_eq!(date_of(&window, TERMINATED), "2019-08-01");

    press(&mut window, Modifiers::COMMAND, Key::S);
    settle(&mut window, "it is saved");
    assert!(!session(&window).has_unsaved_edits());
    let (old, new) = (String::from_utf8(before.clone()).unwrap(), std::fs::read_to_string(&file).unwrap());
    let changed = std::iter::zip(old.lines(), new.lines()).filter(|(old, new)| old != new).count();
    assert_eq!((changed, old.lines().count()), (1, new.lines().count()), "one line is another");
    // What was saved can still be undone.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window, "it is undone");
    assert_eq!(date_of(&window, TERMINATED), "2019-08-02");
    assert!(session(&window).has_unsaved_edits());

    let again = open(&dialogs, &file, Theme::Dark);
    assert_eq!(date_of(&again, TERMINATED), "2019-08-01");
}

#[test]
fn filters_hides_and_edits_are_undone_in_one_history() {
    let (_folder, _, mut window) = start(Theme::Light);
    antedate(&mut window);
    choose(&mut window, Action::HideLane);
    let selected = session(&window).selection.selected;
    assert!(!session(&window).view.arrangement.hidden.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(session(&window).view.arrangement.hidden.is_empty());
    assert_eq!(date_of(&window, TERMINATED), "2019-08-01");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window, "the edit is undone");
    assert_eq!(date_of(&window, TERMINATED), "2019-08-02");
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        settle(&mut window, "it is made again");
    }
    assert!(!session(&window).view.arrangement.hidden.is_empty());
    assert_eq!(date_of(&window, TERMINATED), "2019-08-01");
    assert_eq!(session(&window).selection.selected, selected);
    choose(&mut window, Action::EditHistory);
    let mut steps = window.query_all_by_role(Role::Button).map(|node| label(&node));
    assert!(steps.any(|step| step.contains("2 August 2019 → 1 August 2019")));
}

#[test]
fn what_is_no_date_and_no_source_is_said_at_its_field_and_nothing_changes() {
    let (_folder, _, mut window) = start(Theme::Light);
    select(&mut window, TERMINATED);
    click(&mut window, Role::Button, "Edit event");
    shot(&mut window, "form");
    fill(&mut window, "Date", "32 August 2019");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).shown_form().expect("it stays open").problem.is_some());
    fill(&mut window, "Date", "1 August 2019");
    fill(&mut window, "Source of the date", "nobody knows where");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(says(&window, "Choose a source from the list"));
    shot(&mut window, "form-problem");
    // Escape asks before what is typed is lost.
    fill(&mut window, "Title", "The end");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(says(&window, "Discard what you have typed?"));
    window.get_by_role_and_label(Role::Button, "Keep editing").click();
    window.run();
    assert_eq!(session(&window).shown_form().expect("it is open").now.get(Field::Title), "The end");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_role_and_label(Role::Button, "Discard").click();
    window.run();
    assert!(session(&window).shown_form().is_none());
    assert_eq!(date_of(&window, TERMINATED), "2019-08-02");
    assert!(!session(&window).has_unsaved_edits());
}

#[test]
fn the_address_of_a_source_makes_one_and_known_ones_are_offered() {
    let (_folder, _, mut window) = start(Theme::Light);
    select(&mut window, TERMINATED);
    let sources = session(&window).world.dataset.sources().len();
    press(&mut window, Modifiers::NONE, Key::E);
    fill(&mut window, "Source of the date", "https://www.example.org/inf/end");
    assert!(says(&window, "A new source with this address"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    settle(&mut window, "the source is added");
    let dataset = &session(&window).world.dataset;
    assert_eq!(dataset.sources().len(), sources + 1);
    let event = dataset.event(dataset.find_event(TERMINATED).unwrap());
    assert_eq!(&*dataset.source(event.claim().source.unwrap()).url, "https://www.example.org/inf/end");

    press(&mut window, Modifiers::NONE, Key::E);
    let known = dataset_source(&window, "aca-inf");
    fill(&mut window, "Source of the date", &known[..known.len() - 1]);
    click(&mut window, Role::Button, "Use ");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).shown_form().is_some());
}

fn dataset_source(window: &Window, key: &str) -> String {
    let dataset = &session(window).world.dataset;
    dataset.source(dataset.find_source(key).unwrap()).title.to_string()
}

#[test]
fn an_event_is_added_without_a_source_counted_and_deleted_again() {
    let (_folder, _, mut window) = start(Theme::Light);
    let count = session(&window).world.dataset.events().len();
    select(&mut window, TERMINATED);
    choose(&mut window, Action::AddEvent);
    fill(&mut window, "Date", "2019-09");
    fill(&mut window, "Title", "Experts meet");
    assert!(says(&window, "No source"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    settle(&mut window, "it is added");
    assert_eq!(session(&window).world.dataset.events().len(), count + 1);
    assert!(says(&window, "Experts meet"), "it is selected");
    assert!(says(&window, "unsourced") || says(&window, "without a source"), "and counted");

    choose(&mut window, Action::DeleteSelected);
    settle(&mut window, "it is asked");
    assert_eq!(session(&window).overlay, Some(Overlay::Delete));
    assert!(says(&window, "Nothing in the dataset links to it"));
    window.get_by_role_and_label(Role::Button, "Delete").click();
    window.run();
    settle(&mut window, "it is deleted");
    assert_eq!(session(&window).world.dataset.events().len(), count);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window, "it is there again");
    assert_eq!(session(&window).world.dataset.events().len(), count + 1);
}

#[test]
fn closing_and_opening_ask_while_an_edit_is_unsaved() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    let file = folder.path().join("seven.json");
    antedate(&mut window);
    window.state_mut().apply_command(Command::Window(WindowCommand::Close));
    window.run();
    assert!(says(&window, "1 change to seven.json is unsaved"));
    shot(&mut window, "closing-edits");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).overlay.is_none(), "the window stays");

    // Opening another dataset asks the same, and goes on when they are saved.
    choose(&mut window, Action::OpenBundled);
    assert!(says(&window, "1 change to seven.json is unsaved"));
    window.get_by_role_and_label(Role::Button, "Save…").click();
    run_until(&mut window, "the other dataset is open", |app| app.session().world.is_bundled());
    assert!(std::fs::read_to_string(&file).unwrap().contains("2019-08-01"));

    // The bundled dataset is edited at once, as a copy that gets a name when it is saved.
    let first = session(&window).world.dataset.events()[0].key.to_string();
    select(&mut window, &first);
    press(&mut window, Modifiers::NONE, Key::E);
    fill(&mut window, "Title", "Something else");
    press(&mut window, Modifiers::NONE, Key::Enter);
    settle(&mut window, "it is changed");
    answers(&dialogs, folder.path().to_path_buf());
    press(&mut window, Modifiers::COMMAND, Key::S);
    run_until(&mut window, "it is in a file", |app| app.session().world.path.is_some());
    assert!(!session(&window).has_unsaved_edits());
}

#[test]
fn a_file_that_changed_on_disk_is_not_written_over_without_a_word() {
    let (folder, _, mut window) = start(Theme::Light);
    let file = folder.path().join("seven.json");
    let theirs = save_over_a_change(&mut window, &file);
    assert!(says(&window, "seven.json has changed on disk"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), theirs);
    window.get_by_role_and_label(Role::Button, "Keep mine").click();
    window.run();
    settle(&mut window, "it is saved");
    assert!(std::fs::read_to_string(&file).unwrap().contains("2019-08-01"));
}

#[test]
fn what_changed_on_disk_is_merged_and_the_rest_is_proposed_as_a_patch() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    let file = folder.path().join("seven.json");
    let theirs = save_over_a_change(&mut window, &file);
    shot(&mut window, "changed-on-disk");
    window.get_by_role_and_label(Role::Button, "Merge").click();
    window.run();
    settle(&mut window, "both are put together");
    assert_eq!(date_of(&window, TERMINATED), "2019-08-01");
    let dataset = &session(&window).world.dataset;
    assert_eq!(&*dataset.event(dataset.find_event(TERMINATED).unwrap()).title, "Treaty ends");

    answers(&dialogs, folder.path().to_path_buf());
    choose(&mut window, Action::ProposeChanges);
    window.run();
    // What is typed at once goes into its first field, and nothing of it to the timeline behind.
    let before = (session(&window).view.current, session(&window).selection.selected);
    window.event(Event::Text("Ann Kay".to_owned()));
    window.run();
    assert_eq!(session(&window).editing.proposal.author, "Ann Kay");
    for key in [Key::O, Key::L, Key::Num0, Key::ArrowRight] {
        window.get_by_role_and_label(Role::Button, "Save patch…").focus();
        press(&mut window, Modifiers::NONE, key);
    }
    press(&mut window, Modifiers::COMMAND, Key::T);
    assert_eq!((session(&window).view.current, session(&window).selection.selected), before);
    assert!(!session(&window).tables.choice.is_open && session(&window).law.status.is_none());
    shot(&mut window, "propose");
    window.get_by_role_and_label(Role::Button, "Save patch…").click();
    let patch = folder.path().join("seven-patch.json");
    run_until(&mut window, "the patch is written", |_| patch.exists());
    let patch = std::fs::read_to_string(patch).unwrap();
    assert!(patch.contains("Ann Kay") && patch.contains("2019-08-01"), "{patch}");
    press(&mut window, Modifiers::COMMAND, Key::S);
    settle(&mut window, "it is saved");
    let saved = std::fs::read_to_string(&file).unwrap();
    assert_eq!(saved.matches("Treaty ends").count(), theirs.matches("Treaty ends").count());
    assert!(saved.contains("2019-08-01"));
}

#[test]
fn a_patch_that_is_opened_is_made_in_the_dataset_that_is_open_and_can_be_undone() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    antedate(&mut window);
    answers(&dialogs, folder.path().to_path_buf());
    choose(&mut window, Action::ProposeChanges);
    window.run();
    window.event(Event::Text("Ann Kay".to_owned()));
    window.run();
    window.get_by_role_and_label(Role::Button, "Save patch…").click();
    let patch = folder.path().join("seven-patch.json");
    run_until(&mut window, "the patch is written", |_| patch.exists());

    // A colleague has the dataset as it was, and opens the patch like any file.
    let (_folder, _dialogs, mut other) = start(Theme::Light);
    let open = |window: &mut Window| {
        window.state_mut().apply_command(Command::Files(FilesCommand::Load(patch.clone())));
        run_until(window, "it is read", |app| {
            app.session().files.loading.is_none() && app.session().editing.pending.is_none()
        });
    };
    open(&mut other);
    assert_eq!(date_of(&other, TERMINATED), "2019-08-01");
    let said = session(&other).status_message.clone().unwrap_or_default();
    assert!(said.starts_with("Applied 1 change by Ann Kay"), "{said}");
    assert!(said.contains("INF Treaty: suspended until 1 August 2019 → 31 July 2019"), "{said}");
    press(&mut other, Modifiers::COMMAND, Key::Z);
    settle(&mut other, "it is undone");
    assert_eq!(date_of(&other, TERMINATED), "2019-08-02");
    // Where somebody has changed the same, nothing is made, and it is said.
    select(&mut other, TERMINATED);
    press(&mut other, Modifiers::NONE, Key::E);
    press(&mut other, Modifiers::COMMAND, Key::A);
    other.event(Event::Text("2019-07-30".to_owned()));
    other.run();
    press(&mut other, Modifiers::NONE, Key::Enter);
    settle(&mut other, "the date is another one");
    press(&mut other, Modifiers::COMMAND, Key::S);
    settle(&mut other, "it is saved");
    open(&mut other);
    let said = session(&other).status_message.clone().unwrap_or_default();
    assert!(said.contains("The patch changes nothing in this dataset · 1 not applied"), "{said}");
    assert_eq!(date_of(&other, TERMINATED), "2019-07-30");
    // A dataset that speaks of patches is a dataset.
    let text = std::fs::read_to_string(copy(&folder)).unwrap();
    std::fs::write(&patch, text.replacen("\"title\": \"", "\"title\": \"On treaty-timeline-patch/1. ", 1))
        .unwrap();
    open(&mut other);
    assert!(session(&other).world.dataset.title().starts_with("On treaty-timeline-patch/1"));
}

#[test]
fn edits_of_a_run_that_was_cut_short_are_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journal) = (copy(&folder), folder.path().join("state"));
    let dialogs = ScriptedDialogs::default();
    let mut first = app_with_journal(&dialogs, Some(file), journal.clone());
    run_until(&mut first, "the dataset is open", |app| app.session().world.path.is_some());
    antedate(&mut first);
    first.step();
    drop(first);
    let mut second = app_with_journal(&dialogs, None, journal.clone());
    second.run();
    assert!(says(&second, "The program ended before 1 change to seven.json was saved"));
    click(&mut second, Role::Button, "Restore changes to");
    run_until(&mut second, "they are made again", |app| app.session().has_unsaved_edits());
    assert_eq!(date_of(&second, TERMINATED), "2019-08-01");
    press(&mut second, Modifiers::COMMAND, Key::S);
    settle(&mut second, "they are saved");
    drop(second);
    let mut third = app_with_journal(&dialogs, None, journal);
    third.run();
    assert!(session(&third).overlay.is_none());
}
