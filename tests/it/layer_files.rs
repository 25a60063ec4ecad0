//! Files added to the timeline: from the menu, by dropping, on the command line; bad ones, and those that change on disk.

use std::path::PathBuf;

use egui::Theme;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::common::window::{Window, choose, label, says, session};
use crate::common::{ScriptedDialogs, app_with, app_with_files, dataset, fixture, run_until};
use crate::layers::WARS;
use treaty_timeline::app::App;
use treaty_timeline::domain::About;
use treaty_timeline::session::{
    Action, Command, DraftChange, FilesCommand, OnDisk, ReaderCommand, SelectionCommand, ViewCommand,
};
use treaty_timeline::timeline::{Selection, View};

/// A folder with two files, and a window on the first.
struct Desk {
    folder: tempfile::TempDir,
    dialogs: ScriptedDialogs,
    window: Window,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::copy(fixture("good-second.json"), folder.path().join("second.json"))
            .expect("it can be written");
        std::fs::write(folder.path().join("wars.json"), WARS).expect("it can be written");
        let dialogs = ScriptedDialogs::default();
        let file = Some(folder.path().join("second.json"));
        let mut window = app_with([1440.0, 900.0], Theme::Light, &dialogs, file);
        run_until(&mut window, "the file is open", |app| app.session().world.path.is_some());
        Self { folder, dialogs, window }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same after the second file was added by the menu.
    fn with_layers() -> Self {
        let mut desk = Self::new();
        *desk.dialogs.0.lock().expect("no test panics while it holds this") = Some(desk.path("wars.json"));
        choose(&mut desk.window, Action::AddToTimeline);
        run_until(&mut desk.window, "it is added", |app| layers(app) == 2);
        desk
    }

    /// The same with an article in the reader.
    fn with_article() -> Self {
        let mut desk = Self::with_layers();
        let article = desk.path("article.txt");
        std::fs::write(&article, ARTICLE).expect("it can be written");
        desk.window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(article, None)));
        run_until(&mut desk.window, "it is read", |app| app.session().reader.document.is_some());
        desk
    }
}

fn layers(app: &App) -> usize {
    app.session().world.layers.len()
}

fn box_named<'w>(window: &'w Window, name: &str) -> egui_kittest::Node<'w> {
    window
        .query_all_by_role(Role::CheckBox)
        .find(|node| label(node) == name)
        .unwrap_or_else(|| panic!("there is no box {name}"))
}

fn button<'w>(window: &'w Window, name: &str) -> egui_kittest::Node<'w> {
    window
        .query_all_by_role(Role::Button)
        .find(|node| label(node) == name)
        .unwrap_or_else(|| panic!("there is no button {name}"))
}

fn has_button(window: &Window, begins: &str) -> bool {
    window.query_all_by_role(Role::Button).any(|node| label(&node).starts_with(begins))
}

#[test]
fn a_file_is_added_and_its_layer_is_hidden_moved_put_behind_and_removed_in_the_list() {
    let mut desk = Desk::with_layers();
    let window = &mut desk.window;
    let message = session(window).status_message.clone().unwrap_or_default();
    assert!(message.contains("Added wars.json: 2 lanes"), "{message}");
    assert!(has_button(window, "Wars, "), "its lane is there");
    button(window, "Layers · 2").click();
    window.run();
    let tick = box_named(window, "Show Wars of the lake");
    assert_eq!(tick.accesskit_node().toggled(), Some(Toggled::True));
    tick.click();
    window.run();
    assert!(!has_button(window, "Wars, "), "its lanes are hidden");
    box_named(window, "Show Wars of the lake").click();
    window.run();
    button(window, "Move Wars of the lake up").click();
    window.run();
    assert_eq!(session(window).view.arrangement.layers[0].layer, 1);
    box_named(window, "Draw Wars of the lake behind the lanes").click();
    window.run();
    assert!(!has_button(window, "Wars, "));
    let bands =
        window.query_all_by_role(Role::Button).filter(|node| label(node).ends_with("behind the lanes"));
    assert!(bands.count() >= 2, "the bands have names");
    button(window, "Remove Wars of the lake").click();
    window.run();
    assert!(!has_button(window, "Layers"), "one file needs no list");
    choose(window, Action::Undo);
    assert!(has_button(window, "Layers · 2"));
}

#[test]
fn the_details_say_from_which_layer_an_item_is() {
    let mut desk = Desk::with_layers();
    let event = dataset(desk.window.state()).find_event("2:raid").expect("it was added");
    desk.window
        .state_mut()
        .apply_command(Command::Selection(SelectionCommand::Select(Selection::Event(event))));
    desk.window.run();
    assert!(says(&desk.window, "From Wars of the lake"));
}

#[test]
fn a_bad_second_file_leaves_what_was_open_and_is_reported() {
    let mut desk = Desk::new();
    std::fs::write(desk.path("bad.json"), "{ broken").expect("it can be written");
    let (bad, wars) = (desk.path("bad.json"), desk.path("wars.json"));
    desk.window.state_mut().add_files(vec![bad, wars.clone()]);
    run_until(&mut desk.window, "it is refused", |app| app.session().files.refused.is_some());
    assert_eq!(dataset(desk.window.state()).title(), "Second dataset");
    assert!(session(&desk.window).files.problems_open);
    assert!(says(&desk.window, "Could not open"));
    // A good one can still be added.
    desk.window.state_mut().add_files(vec![wars]);
    run_until(&mut desk.window, "it is added", |app| layers(app) == 2);
}

#[test]
fn a_layer_that_changed_is_read_again_and_the_others_stay() {
    let mut desk = Desk::with_layers();
    desk.window
        .state_mut()
        .apply_command(Command::Layers(treaty_timeline::session::LayersCommand::SetBackground(1, true)));
    std::fs::write(desk.path("wars.json"), WARS.replace("A raid", "A great raid"))
        .expect("it can be written");
    choose(&mut desk.window, Action::Reload);
    run_until(&mut desk.window, "it is read again", |app| {
        let dataset = dataset(app);
        dataset.find_event("2:raid").is_some_and(|raid| &*dataset.event(raid).title == "A great raid")
    });
    run_until(&mut desk.window, "nothing is loading", |app| app.session().files.loading.is_none());
    assert_eq!(layers(desk.window.state()), 2);
    let chosen = &session(&desk.window).view.arrangement.layers;
    assert!(chosen[1].is_background, "what was chosen for it stays");
    assert!(dataset(desk.window.state()).find_treaty("alpha").is_some());
}

#[test]
fn several_files_are_opened_on_one_timeline_and_another_file_alone() {
    let mut desk = Desk::new();
    let paths = vec![desk.path("wars.json"), desk.path("second.json")];
    desk.window.state_mut().drop_files(paths, false);
    run_until(&mut desk.window, "both are open", |app| layers(app) == 2);
    assert_eq!(dataset(desk.window.state()).title(), "Wars of the lake · Second dataset");
    // All years are seen, and not those of the first file only.
    let session = desk.window.state().session();
    let (first, last) = session.world.dataset.span().expect("there are events");
    let (start, end) = session.view.current.time.moments();
    assert!(start <= first && last <= end, "{first:?} to {last:?} is not within {start:?} to {end:?}");
    let wars = desk.path("wars.json");
    desk.window.state_mut().apply_command(Command::Files(FilesCommand::Load(wars)));
    run_until(&mut desk.window, "one is open", |app| layers(app) == 0);
    assert_eq!(dataset(desk.window.state()).title(), "Wars of the lake");
}

#[test]
fn a_table_is_added_like_any_other_file_and_plain_lanes_are_refused() {
    let mut desk = Desk::new();
    std::fs::write(
        desk.path("raids.csv"),
        "Date,Title,Lane\n1931-04-02,Raid on the mill,Raids\n1933-05-06,Raid on the pier,Raids\n",
    )
    .expect("it can be written");
    let mut plain = Vec::new();
    crate::workload::generate(20, &mut plain).expect("it is made");
    std::fs::write(desk.path("plain.json"), plain).expect("it can be written");
    let (raids, plain) = (desk.path("raids.csv"), desk.path("plain.json"));
    desk.window.state_mut().add_files(vec![raids]);
    run_until(&mut desk.window, "it is added", |app| layers(app) == 2 || app.session().files.table.is_some());
    assert_eq!(layers(desk.window.state()), 2);
    desk.window.state_mut().add_files(vec![plain]);
    run_until(&mut desk.window, "it is refused", |app| {
        app.session().status_message.as_ref().is_some_and(|said| said.contains("plain lanes"))
    });
    assert_eq!(layers(desk.window.state()), 2);
}

#[test]
fn several_files_of_the_command_line_are_layers_and_a_bad_one_stops_those_behind_it() {
    let desk = Desk::new();
    std::fs::write(desk.path("bad.json"), "{ broken").expect("it can be written");
    let files = ["second.json", "wars.json", "bad.json", "wars.json"].map(|name| desk.path(name));
    let mut window = app_with_files(files.to_vec());
    run_until(&mut window, "the bad one is refused", |app| app.session().files.refused.is_some());
    assert_eq!(layers(window.state()), 2);
    assert!(session(&window).files.loading.is_none());
}

/// Invented words by an invented minister.
const ARTICLE: &str = "Minister looks back

ESTMARK, 12 March 1938 - Foreign Minister Ilse Korhanen spoke of the lake today.

\"Five more years of peace are a gift, and a gift should be used,\" Korhanen told reporters.

\"Nobody here will mourn the eels for very long, I believe,\" Korhanen said.
";

#[test]
fn confirmed_quotations_go_to_the_file_of_what_they_are_about_and_not_to_two_files_at_once() {
    let mut desk = Desk::with_article();
    let window = &mut desk.window;
    let about = |window: &Window, key: &str| {
        Some(About::Treaty(dataset(window.state()).find_treaty(key).expect("it is there")))
    };
    let (pact, wars) = (about(window, "alpha"), about(window, "2:alpha"));
    let draft = |window: &mut Window, change| {
        window.state_mut().apply_command(Command::Reader(ReaderCommand::Draft(change)));
    };
    for (index, about) in [(0, wars), (1, pact)] {
        draft(window, DraftChange::Toggle(index));
        draft(window, DraftChange::Speaker(index, "Ilse Korhanen".to_owned()));
        draft(window, DraftChange::About(index, about));
    }
    window.state_mut().apply_command(Command::Reader(ReaderCommand::Save));
    let message = session(window).status_message.clone().unwrap_or_default();
    assert!(message.contains("several files"), "{message}");
    draft(window, DraftChange::Toggle(1));
    let wars = desk.folder.path().join("wars.json");
    let before = dataset(window.state()).statements().len();
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(wars.clone())));
    run_until(window, "it is saved", |app| dataset(app).statements().len() > before);
    let text = std::fs::read_to_string(&wars).expect("it is there");
    assert!(text.contains("Five more years of peace") && text.contains("Ilse Korhanen"));
    assert!(!text.contains("2:"), "its ids are those of the file");
    let saved = dataset(window.state());
    let treaty = saved.find_treaty("2:alpha").expect("it is there");
    let quotes: Vec<&str> =
        saved.statements_of(treaty).iter().map(|&id| &*saved.statement(id).quote).collect();
    assert!(quotes.iter().any(|quote| quote.starts_with("Five more years")), "{quotes:?}");
    assert_eq!(layers(window.state()), 2);
    let second = std::fs::read_to_string(desk.folder.path().join("second.json")).expect("it is there");
    assert!(!second.contains("Korhanen"));
}

/// The title of an event, if it is there.
fn title_of(app: &App, key: &str) -> Option<String> {
    let dataset = dataset(app);
    dataset.find_event(key).map(|event| dataset.event(event).title.to_string())
}

/// Looks at the disk until it has come to what is expected.
fn look(window: &mut Window, what: &str, done: impl Fn(&App) -> bool) {
    window.state().check_disk();
    run_until(window, what, done);
}

fn message(window: &Window) -> String {
    session(window).status_message.clone().unwrap_or_default()
}

#[test]
fn each_file_on_the_timeline_is_watched_and_read_again_by_itself_and_what_is_unsaved_stays() {
    let mut desk = Desk::with_article();
    let window = &mut desk.window;
    window.state_mut().apply_command(Command::Reader(ReaderCommand::Draft(DraftChange::Toggle(0))));
    window
        .state_mut()
        .apply_command(Command::Layers(treaty_timeline::session::LayersCommand::SetBackground(1, true)));
    assert_eq!(session(window).unsaved_count(), 1);

    let wars = desk.folder.path().join("wars.json");
    std::fs::write(&wars, WARS.replace("A raid", "A great raid")).expect("it can be written");
    look(window, "it is read again", |app| title_of(app, "2:raid").as_deref() == Some("A great raid"));
    assert_eq!(message(window), "wars.json changed on disk and was reloaded");
    assert_eq!(layers(window.state()), 2);
    assert!(session(window).view.arrangement.layers[1].is_background, "what was chosen for it stays");
    assert_eq!(session(window).unsaved_count(), 1, "the confirmed quotation stays");
    assert!(session(window).reader.document.is_some(), "the document stays open");

    // The first file is watched as before.
    let second = desk.folder.path().join("second.json");
    let text = std::fs::read_to_string(&second).expect("it is there");
    std::fs::write(&second, text.replace("Alpha Pact", "Alphabet Pact")).expect("it can be written");
    look(window, "it is read again", |app| {
        let dataset = dataset(app);
        dataset.find_treaty("alpha").is_some_and(|alpha| &*dataset.treaty(alpha).name == "Alphabet Pact")
    });
    assert_eq!(message(window), "second.json changed on disk and was reloaded");
    assert_eq!(title_of(window.state(), "2:raid").as_deref(), Some("A great raid"));
    assert_eq!(session(window).unsaved_count(), 1);
}

#[test]
fn a_layer_that_cannot_be_read_or_is_gone_is_named_and_keeps_no_other_from_being_read() {
    let mut desk = Desk::with_layers();
    let (wars, second) = (desk.path("wars.json"), desk.path("second.json"));
    let window = &mut desk.window;
    std::fs::write(&wars, "{ broken").expect("it can be written");
    look(window, "it cannot be read", |app| app.session().files.unreadable.is_some());
    let told = message(window);
    assert!(told.starts_with("wars.json: The file on disk cannot be read at the moment"), "{told}");
    assert!(has_button(window, "wars.json cannot be read at the moment"));
    assert_eq!(title_of(window.state(), "2:raid").as_deref(), Some("A raid"), "the old data stays");

    let text = std::fs::read_to_string(&second).expect("it is there");
    std::fs::write(&second, text.replace("Alpha Pact", "Alphabet Pact")).expect("it can be written");
    look(window, "the other is read again", |app| {
        app.session().status_message.as_deref() == Some("second.json changed on disk and was reloaded")
    });
    assert!(has_button(window, "wars.json cannot be read at the moment"), "it is still so");
    std::fs::remove_file(&wars).expect("it can be removed");
    look(window, "it is gone", |app| app.session().files.on_disk == OnDisk::Gone);
    assert!(says(window, "wars.json moved or deleted on disk"));
    std::fs::write(&wars, WARS.replace("A raid", "A great raid")).expect("it can be written");
    look(window, "it is read", |app| title_of(app, "2:raid").as_deref() == Some("A great raid"));
    assert!(!has_button(window, "wars.json cannot be read"));
}

#[test]
fn two_layers_that_change_at_once_are_both_named() {
    let mut desk = Desk::with_layers();
    let (wars, second) = (desk.path("wars.json"), desk.path("second.json"));
    let window = &mut desk.window;
    choose(window, Action::RereadFiles);
    std::fs::write(&wars, WARS.replace("A raid", "A great raid")).expect("it can be written");
    let text = std::fs::read_to_string(&second).expect("it is there");
    std::fs::write(&second, text.replace("Alpha Pact", "Alphabet Pact")).expect("it can be written");
    look(window, "it is offered", |app| app.session().files.on_disk == OnDisk::Changed);
    for number in [0, 2] {
        let seen = FilesCommand::OnDisk(number, OnDisk::Changed);
        window.state_mut().apply_command(Command::Files(seen));
    }
    choose(window, Action::RereadFiles);
    run_until(window, "both are read", |app| {
        let said = app.session().status_message.clone().unwrap_or_default();
        said.contains("second.json changed on disk") && said.contains("wars.json changed on disk")
    });
}

#[test]
fn what_is_added_comes_into_view_and_is_named_with_its_lanes_and_a_way_to_remove_it() {
    let mut desk = Desk::new();
    // More lanes than the window has room for.
    let lane = |n: usize| format!("19{n:02}-04-02,Raid {n},Bay {n}\n");
    let rows: String = (10..70).map(lane).collect();
    std::fs::write(desk.path("bays.csv"), format!("Date,Title,Lane\n{rows}")).expect("it can be written");
    let paths = vec![desk.path("bays.csv")];
    desk.window.state_mut().add_files(paths);
    run_until(&mut desk.window, "it is added", |app| layers(app) == 2);
    let wars = desk.path("wars.json");
    let window = &mut desk.window;
    let top = View { scroll: 0.0, ..session(window).view.current };
    window.state_mut().apply_command(Command::View(ViewCommand::Jump(top)));
    window.run();
    assert!(!has_button(window, "Wars, "));
    window.state_mut().add_files(vec![wars]);
    run_until(window, "it is added", |app| layers(app) == 3);
    window.run();
    assert!(has_button(window, "Wars, "), "its first lane is in view");
    assert_eq!(message(window), "Added wars.json: 2 lanes");
    button(window, "Remove Wars of the lake").click();
    window.run();
    assert!(!has_button(window, "Wars, "));
    assert!(!has_button(window, "Remove Wars of the lake"));
    choose(window, Action::Undo);
    assert_eq!(session(window).view.arrangement.listed_layers().len(), 3);
}

#[test]
fn of_several_files_that_are_added_each_is_named_and_of_several_that_are_opened_the_first_is_seen() {
    let mut desk = Desk::new();
    std::fs::write(desk.path("raids.csv"), "Date,Title,Lane\n1931-04-02,Raid on the mill,Raids\n")
        .expect("it can be written");
    let paths = vec![desk.path("wars.json"), desk.path("raids.csv")];
    desk.window.state_mut().add_files(paths.clone());
    run_until(&mut desk.window, "both are added", |app| layers(app) == 3);
    assert_eq!(message(&desk.window), "Added wars.json: 2 lanes. Added raids.csv: 1 lane");
    desk.window.state_mut().drop_files(paths, false);
    run_until(&mut desk.window, "both are open", |app| layers(app) == 2);
    assert!(session(&desk.window).view.current.scroll < 1.0);
}
