//! Quotations that are confirmed and not saved, while their document changes, moves, or cannot be kept on disk.

use std::path::Path;

use crate::common::window::{Window, choose, label, says, session};
use crate::common::{ScriptedDialogs, run_until};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::{Action, Command, FilesCommand, ReaderCommand};

/// Invented words by an invented minister, of real treaties.
const ARTICLE: &str = "Minister looks back

ESTMARK, 12 March 2021 - The extension of New START came not a day too soon, Foreign Minister Ilse Korhanen said today.

\"Five more years are a gift, and a gift should be used,\" Korhanen told reporters.

\"Nobody here will mourn the INF Treaty for long,\" Korhanen said.
";

/// A window on the seven treaties and an article, which keeps its unsaved work in a folder of its own.
struct Desk {
    folder: tempfile::TempDir,
    dialogs: ScriptedDialogs,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/seven-treaties.json");
        std::fs::copy(data, folder.path().join("seven.json")).expect("it can be written to");
        let desk = Self { folder, dialogs: ScriptedDialogs::default() };
        desk.write(ARTICLE);
        desk
    }

    fn write(&self, article: &str) {
        std::fs::write(self.folder.path().join("article.txt"), article).expect("it can be written to");
    }

    /// A run of the program.
    fn window(&self) -> Window {
        let file = Some(self.folder.path().join("seven.json"));
        let mut window =
            crate::common::app_with_journal(&self.dialogs, file, self.folder.path().join("state"));
        run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
        window.run();
        window
    }

    /// Opens a document by the dialog.
    fn open(&self, window: &mut Window, path: &str) {
        window.state_mut().apply_command(Command::Reader(ReaderCommand::Close));
        let path = self.folder.path().join(path);
        *self.dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
        choose(window, Action::ReadDocument);
        wait_for_page(window);
    }

    /// A run that is killed after both quotations were confirmed.
    fn killed(&self) {
        let mut window = self.window();
        self.open(&mut window, "article.txt");
        click(&mut window, Role::CheckBox, "Confirm “Five more years");
        click(&mut window, Role::CheckBox, "Confirm “Nobody here");
        window.step();
        assert_eq!(session(&window).reader.drafts.confirmed.len(), 2);
    }
}

fn wait_for_page(window: &mut Window) {
    run_until(window, "the document is open", |app| {
        app.session().reader.document.is_some() && app.session().reader.loading.is_none()
    });
    window.run();
}

fn click(window: &mut Window, role: Role, begins: &str) {
    let name = window.query_all_by_role(role).map(|node| label(&node)).find(|name| name.starts_with(begins));
    window.get_by_role_and_label(role, &name.unwrap_or_else(|| panic!("no {begins}"))).click();
    window.run();
}

#[test]
fn a_file_that_changed_meanwhile_gets_its_quotations_back_by_their_words() {
    let desk = Desk::new();
    desk.killed();
    desk.write(
        &ARTICLE.replace("Minister looks back", "\"A new sentence about New START,\" a guest said.\n\nLater"),
    );
    let mut window = desk.window();
    click(&mut window, Role::Button, "Open article.txt");
    wait_for_page(&mut window);
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 2, "{:?}", session(&window).status_message);
    assert!(says(&window, "article.txt has changed since"), "{:?}", session(&window).status_message);
    assert!(!says(&window, "could no longer be found"), "{:?}", session(&window).status_message);
    assert_eq!(session(&window).unsaved_count(), 2);
}

#[test]
fn what_a_changed_file_no_longer_holds_is_said_and_comes_back_with_it() {
    let desk = Desk::new();
    desk.killed();
    desk.write(&ARTICLE.replace("mourn the INF Treaty for long", "speak of the INF Treaty again"));
    let mut window = desk.window();
    click(&mut window, Role::Button, "Open article.txt");
    wait_for_page(&mut window);
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 1, "{:?}", session(&window).status_message);
    assert!(says(&window, "article.txt has changed since"), "{:?}", session(&window).status_message);
    assert!(
        says(&window, "1 confirmed quotation could no longer be found"),
        "{:?}",
        session(&window).status_message
    );
    assert_eq!(session(&window).unsaved_count(), 2, "it is kept");
    desk.write(ARTICLE);
    desk.open(&mut window, "article.txt");
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 2, "{:?}", session(&window).status_message);
    assert_eq!(session(&window).unsaved_count(), 2, "nothing is lost, and nothing is there twice");
}

#[test]
fn another_file_of_the_same_name_takes_nothing() {
    let desk = Desk::new();
    desk.killed();
    std::fs::create_dir(desk.folder.path().join("other")).expect("it can be made");
    std::fs::write(desk.folder.path().join("other/article.txt"), "\"Open Skies is over,\" a guest said.\n")
        .expect("it can be written to");
    let mut window = desk.window();
    window.state_mut().apply_command(Command::Do(Action::Escape));
    desk.open(&mut window, "other/article.txt");
    assert!(session(&window).reader.drafts.confirmed.is_empty());
    assert_eq!(session(&window).unsaved_count(), 2);
    assert!(!says(&window, "has changed"), "{:?}", session(&window).status_message);
}

#[test]
fn a_file_read_as_the_copy_of_a_source_takes_nothing_from_what_is_confirmed() {
    let desk = Desk::new();
    let mut window = desk.window();
    desk.open(&mut window, "article.txt");
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    let source = treaty_timeline::domain::SourceId::new(0);
    let path = desk.folder.path().join("article.txt");
    window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(path, Some(source))));
    run_until(&mut window, "the copy is open", |app| {
        app.session().reader.document.as_ref().is_some_and(|page| page.source.is_some())
    });
    assert_eq!(session(&window).unsaved_count(), 1);
    desk.open(&mut window, "article.txt");
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 1);
}

#[test]
fn a_file_that_was_moved_is_said_to_be_and_gets_its_quotations_back_from_its_new_place() {
    let desk = Desk::new();
    desk.killed();
    let to = desk.folder.path().join("archive.txt");
    std::fs::rename(desk.folder.path().join("article.txt"), to).expect("it can be moved");
    let mut window = desk.window();
    click(&mut window, Role::Button, "Open article.txt");
    run_until(&mut window, "the failure is told", |app| {
        app.session().reader.loading.is_none() && app.session().status_message.is_some()
    });
    window.run();
    assert!(
        says(&window, "it was moved or deleted; open it from its"),
        "{:?}",
        session(&window).status_message
    );
    assert!(
        says(&window, "2 confirmed quotations are unsaved. Reopen"),
        "{:?}",
        session(&window).status_message
    );
    desk.open(&mut window, "archive.txt");
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 2);
    assert_eq!(session(&window).unsaved_count(), 2);
}

#[cfg(unix)]
#[test]
fn quotations_that_cannot_be_kept_on_disk_are_told_once() {
    let words = "Confirmed quotations are not kept on disk";
    let desk = Desk::new();
    let mut window = desk.window();
    desk.open(&mut window, "article.txt");
    // In a file there is no room for another one, not even for a user who may do anything.
    let state = desk.folder.path().join("state");
    std::fs::remove_dir_all(&state).expect("it is there");
    std::fs::write(&state, "").expect("it can be written to");
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    run_until(&mut window, "it is told", |app| {
        app.session().status_message.as_ref().is_some_and(|notice| notice.contains(words))
    });
    window.run();
    assert!(says(&window, "Save them soon"), "{:?}", session(&window).status_message);
    choose(&mut window, Action::ZoomIn);
    click(&mut window, Role::CheckBox, "Confirm “Nobody here");
    assert!(!says(&window, words), "{:?}", session(&window).status_message);
}

#[test]
fn what_is_confirmed_outlives_a_dataset_by_which_nothing_is_read_in_the_document() {
    let desk = Desk::new();
    desk.killed();
    let other = desk.folder.path().join("other.json");
    std::fs::write(&other, r#"{"events":[{"id":1,"lane":"Rome","start":"1957-03-25","label":"A day"}]}"#)
        .expect("it can be written to");
    let mut window = desk.window();
    window.state_mut().apply_command(Command::Do(Action::Escape));
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(other)));
    run_until(&mut window, "it is open", |app| app.session().world.name == "other.json");
    desk.open(&mut window, "article.txt");
    assert_eq!(session(&window).unsaved_count(), 2, "{:?}", session(&window).status_message);
    window
        .state_mut()
        .apply_command(Command::Files(FilesCommand::Load(desk.folder.path().join("seven.json"))));
    run_until(&mut window, "it is open", |app| app.session().world.name == "seven.json");
    desk.open(&mut window, "article.txt");
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 2, "{:?}", session(&window).status_message);
    assert_eq!(session(&window).unsaved_count(), 2);
}

#[test]
fn a_user_without_a_place_for_settings_is_told_so_once_and_can_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.json");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/seven-treaties.json"), &file)
        .expect("it can be written to");
    let words = "unsaved work is lost if the program crashes";
    // Below a file there is no folder, not even for a user who may do anything.
    let nowhere = file.join("state");
    for place in [Some(nowhere.as_path()), None] {
        let mut window = crate::common::app_that_remembers(None, place);
        window.run();
        let notice = session(&window).status_message.clone().unwrap_or_default();
        assert!(says(&window, words) && notice.matches(words).count() == 1, "{notice}");
        let why = if place.is_some() {
            "cannot be written to; allow it and start the program again"
        } else {
            "this user has no home folder"
        };
        assert!(notice.contains(why), "{notice}");
        choose(&mut window, Action::ZoomIn);
        assert!(!says(&window, words), "{:?}", session(&window).status_message);
        drop(window);
        // Behind what is told of the file that is opened.
        let mut window = crate::common::app_that_remembers(Some(file.clone()), place);
        run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
        let notice = session(&window).status_message.clone().unwrap_or_default();
        assert!(notice.contains("Opened") && notice.contains(words), "{notice}");
    }
    let place = folder.path().join("new").join("state");
    let mut window = crate::common::app_that_remembers(None, Some(&place));
    window.run();
    assert!(!says(&window, words), "{:?}", session(&window).status_message);
    // So is that settings could not be read.
    std::fs::write(place.join("settings.json"), "{ \"theme\": 7").expect("it can be written to");
    let mut window = crate::common::app_that_remembers(Some(file), Some(&place));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    let notice = session(&window).status_message.clone().unwrap_or_default();
    assert!(notice.contains("Opened") && notice.contains("settings.aside-1.json"), "{notice}");
}
