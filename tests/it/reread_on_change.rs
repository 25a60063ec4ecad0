//! The open file is read again by itself when it changes on disk: what one looks at stays, and so does the old data while
//! the file cannot be read.

use std::path::{Path, PathBuf};

use crate::common::window::{Window, choose, label, press, says, session};
use crate::common::{ScriptedDialogs, app_with, dataset, fixture, run_until};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::app::App;
use treaty_timeline::records::Role as ColumnRole;
use treaty_timeline::session::{
    Action, Command, Facet, FilesCommand, FilterCommand, OnDisk, ReaderCommand, Rereading, SelectionCommand,
    TableChange,
};
use treaty_timeline::timeline::Selection;

/// A window on a file of its own.
struct Desk {
    folder: tempfile::TempDir,
    file: PathBuf,
    text: String,
    window: Window,
}

impl Desk {
    fn new() -> Self {
        let text = std::fs::read_to_string(fixture("good-second.json")).expect("it is there");
        Self::with("mine.json", text)
    }

    fn with(name: &str, text: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        std::fs::write(&file, &text).expect("it can be written");
        let window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file.clone()));
        Self { folder, file, text, window }
    }

    fn opened() -> Self {
        let mut desk = Self::new();
        run_until(&mut desk.window, "the file is open", |app| app.session().world.path.is_some());
        desk
    }

    fn titled(&self, title: &str) -> String {
        self.text.replace("Second dataset", title)
    }

    /// Writes the file, and looks until that has come to what is expected.
    fn write(&mut self, text: &str, what: &str, done: impl Fn(&App) -> bool) {
        std::fs::write(&self.file, text).expect("it can be written");
        self.look(what, done);
    }

    fn look(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        self.window.state().check_disk();
        run_until(&mut self.window, what, done);
    }

    fn message(&self) -> String {
        session(&self.window).status_message.clone().unwrap_or_default()
    }
}

fn is_titled(title: &str) -> impl Fn(&App) -> bool + '_ {
    move |app| app.session().world.dataset.title() == title
}

fn is_unreadable(app: &App) -> bool {
    app.session().files.unreadable.is_some() && app.session().files.rereading == Rereading::Idle
}

/// As a spreadsheet saves: to another file, which is then renamed over the old one.
fn rename_over(file: &Path, text: &str) {
    let other = file.with_extension("tmp");
    std::fs::write(&other, text).expect("it can be written");
    std::fs::rename(other, file).expect("it can be renamed");
}

#[test]
fn a_file_that_changed_is_read_again_by_itself_and_the_reader_stays_where_he_was() {
    let mut desk = Desk::opened();
    let beta = dataset(desk.window.state()).find_treaty("beta").expect("it has it");
    desk.window.state_mut().apply_command(Command::Filter(FilterCommand::Toggle(Facet::Spoken)));
    desk.window
        .state_mut()
        .apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(beta))));
    choose(&mut desk.window, Action::ZoomIn);
    let (filter, view) = (session(&desk.window).filter.active.clone(), session(&desk.window).view.current);
    // A treaty before the others shifts every id of the program.
    let first = r#""treaties": [{ "id": "aaa", "name": "Aaa Pact", "category": "Airships" },"#;
    let text = desk.titled("Another dataset by now").replacen(r#""treaties": ["#, first, 1);
    rename_over(&desk.file, &text);
    desk.look("it is read again", is_titled("Another dataset by now"));
    assert_eq!(session(&desk.window).files.on_disk, OnDisk::Same);
    assert_eq!(desk.message(), "mine.json changed on disk and was reloaded");
    assert_eq!(session(&desk.window).filter.active, filter);
    let beta = dataset(desk.window.state()).find_treaty("beta").expect("it has it");
    assert_eq!(session(&desk.window).selection.selected, Selection::Treaty(beta));
    let (now, before) = (session(&desk.window).view.current.time, view.time);
    assert!((now.start - before.start).abs() < 1.0 && (now.span - before.span).abs() < 1.0);
}

#[test]
fn while_the_file_cannot_be_read_the_old_data_stays_with_a_word_told_once() {
    let mut desk = Desk::opened();
    desk.write("{ broken", "it cannot be read", is_unreadable);
    assert_eq!(dataset(desk.window.state()).title(), "Second dataset");
    let message = desk.message();
    assert!(
        message.starts_with("The file on disk cannot be read at the moment: line 1, column"),
        "{message}"
    );
    assert!(message.contains("; the version from "), "{message}");
    let offers = |window: &Window| {
        window
            .query_all_by_role(Role::Button)
            .any(|node| label(&node) == "cannot be read at the moment · Reload")
    };
    assert!(offers(&desk.window));
    // The next half of a save is no news.
    choose(&mut desk.window, Action::ZoomIn);
    desk.write("{ broken still", "it is tried again", |app| {
        app.session().files.rereading == Rereading::Running || app.session().files.rereading == Rereading::Due
    });
    run_until(&mut desk.window, "it still cannot be read", is_unreadable);
    assert_ne!(desk.message(), message);
    let text = desk.titled("Whole again");
    desk.write(&text, "it is read", is_titled("Whole again"));
    assert!(!offers(&desk.window) && session(&desk.window).files.unreadable.is_none());
}

#[test]
fn a_file_that_goes_and_comes_back_with_something_else_is_read_and_a_folder_in_its_place_is_said() {
    let mut desk = Desk::opened();
    std::fs::remove_file(&desk.file).expect("it can be removed");
    desk.look("it is gone", |app| app.session().files.on_disk == OnDisk::Gone);
    assert!(says(&desk.window, "moved or deleted on disk"));
    assert_eq!(dataset(desk.window.state()).title(), "Second dataset");
    let text = desk.titled("Back again");
    desk.write(&text, "it is read", is_titled("Back again"));
    std::fs::remove_file(&desk.file).expect("it can be removed");
    std::fs::create_dir(&desk.file).expect("it can be made");
    desk.look("it cannot be read", is_unreadable);
    assert!(desk.message().contains("folder"), "{}", desk.message());
    assert_eq!(dataset(desk.window.state()).title(), "Back again");
}

#[test]
fn an_emptied_file_is_waited_for() {
    let mut desk = Desk::opened();
    std::fs::write(&desk.file, "").expect("it can be written");
    desk.window.state().check_disk();
    desk.window.run_steps(5);
    assert_eq!(session(&desk.window).files.unreadable, None, "it is about to be written");
    let text = desk.titled("Written");
    desk.write(&text, "it is read", is_titled("Written"));
}

#[test]
fn where_files_are_not_to_be_read_by_themselves_it_is_offered_until_that_is_chosen() {
    let mut desk = Desk::opened();
    choose(&mut desk.window, Action::RereadFiles);
    assert!(session(&desk.window).settings.preferences.asks_before_rereading);
    let text = desk.titled("Changed");
    desk.write(&text, "it is offered", |app| app.session().files.on_disk == OnDisk::Changed);
    assert_eq!(dataset(desk.window.state()).title(), "Second dataset");
    choose(&mut desk.window, Action::RereadFiles);
    run_until(&mut desk.window, "it is read", is_titled("Changed"));
}

#[test]
fn a_file_that_was_only_touched_is_not_opened_anew() {
    let mut desk = Desk::opened();
    let world = session(&desk.window).world.id();
    let before = std::fs::metadata(&desk.file).and_then(|file| file.modified()).expect("it is there");
    let later = before + std::time::Duration::from_mins(1);
    let file = std::fs::File::options().write(true).open(&desk.file).expect("it can be opened");
    file.set_modified(later).expect("it can be touched");
    desk.look("it is noticed", |app| app.session().files.on_disk == OnDisk::Changed);
    run_until(&mut desk.window, "it is the same", |app| app.session().files.on_disk == OnDisk::Same);
    assert_eq!(session(&desk.window).world.id(), world);
}

#[test]
fn a_table_is_read_again_as_it_was_explained_and_one_with_other_columns_is_not_asked_about() {
    let text = "When,Where,What\n1987,Alpha,here\n1988,Beta,there\n".to_owned();
    let mut desk = Desk::with("list.csv", text);
    run_until(&mut desk.window, "it is read", |app| {
        app.session().files.table.is_some() || app.session().world.path.is_some()
    });
    if session(&desk.window).files.table.is_none() {
        choose(&mut desk.window, Action::AskAboutTable);
    }
    let change = Command::Files(FilesCommand::ChangeTable(TableChange::Role(1, ColumnRole::Lane)));
    desk.window.state_mut().apply_command(change);
    run_until(&mut desk.window, "it is read so", |app| {
        app.session().files.table.as_ref().is_some_and(|table| !table.is_reading)
    });
    desk.window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    desk.window.run();
    assert_eq!(dataset(desk.window.state()).treaties().len(), 2);
    desk.write(
        "When,Where,What\n1987,Alpha,here\n1988,Beta,there\n1989,Gamma,x\n",
        "it is read again",
        |app| app.session().world.dataset.treaties().len() == 3,
    );
    assert!(session(&desk.window).files.table.is_none(), "nothing is asked");
    desk.write("Wann,Wo,Was\n1987,here,Alpha\n", "it is not read", is_unreadable);
    assert!(session(&desk.window).files.table.is_none(), "nothing is asked unless it is asked for");
    assert!(desk.message().contains("different columns"), "{}", desk.message());
    press(&mut desk.window, Modifiers::NONE, Key::F5);
    run_until(&mut desk.window, "it is asked about", |app| app.session().files.table.is_some());
}

#[test]
fn confirmed_quotations_outlive_the_reading_again() {
    let mut desk = Desk::opened();
    let article = desk.folder.path().join("article.txt");
    let words = "Minister looks back\n\nESTMARK, 12 March 1937 - The Alpha Pact is missed, Ida Tallow said today.\n\n\"Nobody here will forget the Alpha Pact for long,\" Tallow told reporters.\n";
    std::fs::write(&article, words).expect("it can be written");
    desk.window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(article, None)));
    run_until(&mut desk.window, "the document is open", |app| {
        app.session().reader.document.is_some() && app.session().reader.loading.is_none()
    });
    let boxes = desk.window.query_all_by_role(Role::CheckBox).map(|node| label(&node));
    let name = boxes.into_iter().find(|name| name.starts_with("Confirm “Nobody here")).expect("it is found");
    desk.window.get_by_role_and_label(Role::CheckBox, &name).click();
    desk.window.run();
    assert_eq!(session(&desk.window).unsaved_count(), 1);
    let text = desk.titled("Changed meanwhile");
    desk.write(&text, "it is read again", is_titled("Changed meanwhile"));
    assert_eq!(session(&desk.window).unsaved_count(), 1);
    assert!(session(&desk.window).reader.document.is_some(), "the document stays open");
    assert_eq!(session(&desk.window).reader.drafts.confirmed.len(), 1);
}

/// As a spreadsheet locks a file, or a network drive refuses it.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_said_to_be_so_and_read_when_it_may() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut desk = Desk::opened();
    let set = |file: &Path, mode: u32| {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode)).expect("it is one's own");
    };
    std::fs::write(&desk.file, desk.titled("Locked")).expect("it can be written");
    set(&desk.file, 0o000);
    // Who may read everything has no such files.
    if std::fs::File::open(&desk.file).is_ok() {
        return;
    }
    desk.look("it cannot be read", is_unreadable);
    assert!(desk.message().contains("; what is shown is as of "), "{}", desk.message());
    assert_eq!(dataset(desk.window.state()).title(), "Second dataset");
    set(&desk.file, 0o644);
    let text = desk.titled("Open again");
    desk.write(&text, "it is read", is_titled("Open again"));
}
