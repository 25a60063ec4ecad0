//! Opening tables: without a question where nothing is to be asked, else through the dialog, by keys alone; sheets, dates,
//! what is remembered, what is pasted, and reloading.

use std::path::{Path, PathBuf};

use crate::common::russian::english_words;
use crate::common::window::{Window, choose, label, press, says, session, shot};
use crate::common::workbook::workbook;
use crate::common::{ScriptedDialogs, app_with, dataset, run_until};
use egui::accesskit::Role as Of;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::language::Language;
use treaty_timeline::records::{Role, Shape};
use treaty_timeline::session::{Action, Command, FilesCommand, OnDisk, TableChange, TableToOpen};
use treaty_timeline::timeline::TimeView;

const TREATIES: &str = "Treaty,Signed,In force,Ended\nINF Treaty,1987-12-08,1988-06-01,2019-08-02\n\
                        Open Skies,1992-03-24,2002-01-01,\n";
/// Nothing in these headers says what the second column is.
const DOUBTFUL: &str = "Wann,Was\n1987,Alpha\n1988,Beta\n";

/// A file of its own in a folder of its own.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("it can be written");
    (folder, path)
}

fn start_at(size: [f32; 2], path: &Path) -> Window {
    let mut window = app_with(size, Theme::Light, &ScriptedDialogs::default(), Some(path.to_path_buf()));
    run_until(&mut window, "it is read", |app| app.session().files.loading.is_none());
    window.run();
    window
}

fn start(path: &Path) -> Window {
    start_at([1440.0, 900.0], path)
}

fn asked(window: &Window) -> &TableToOpen {
    session(window).files.table.as_ref().expect("it is asked about")
}

fn change(window: &mut Window, change: TableChange) {
    window.state_mut().apply_command(Command::Files(FilesCommand::ChangeTable(change)));
    wait(window);
}

/// Waits until the table that is asked about was read again.
fn wait(window: &mut Window) {
    run_until(window, "it is read again", |app| {
        app.session().files.table.as_ref().is_none_or(|open| !open.is_reading)
    });
}

fn has_button(window: &Window, name: &str) -> bool {
    window.query_all_by_role(Of::Button).any(|node| label(&node) == name)
}

fn focused(window: &Window) -> String {
    window.query_all_by(|node| node.is_focused()).map(|node| label(&node)).collect()
}

fn preview(window: &Window) -> String {
    let mut images = window.query_all_by_role(Of::Image).map(|node| label(&node));
    images.find(|label| label.starts_with("Preview")).expect("there is a preview")
}

/// The name of the menu over the second column.
fn second_column(window: &Window) -> String {
    let role = asked(window).table.mapping.roles[1];
    format!("Column “Was”: {}", Language::English.role(role))
}

fn message(window: &Window) -> String {
    session(window).status_message.clone().unwrap_or_default()
}

#[test]
fn a_table_that_leaves_no_doubt_opens_at_once_and_says_what_it_was_read_as() {
    let (_folder, path) = file("mine.csv", TREATIES);
    let mut window = start(&path);
    assert!(session(&window).files.table.is_none());
    assert_eq!(dataset(window.state()).treaties().len(), 2);
    let said = message(&window);
    assert!(said.starts_with("Read as a table of treaties") && said.contains("2 rows shown"), "{said}");
    // A button beside it leads to the question, which leaves the table as it is when it is left.
    let before = session(&window).world.id();
    window.get_by_role_and_label(Of::Button, "Change…").click();
    window.run();
    assert_eq!(asked(&window).table.mapping.shape, Shape::Treaties);
    assert!(has_button(&window, "Column “Signed”: Signed"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).files.table.is_none());
    assert_eq!(session(&window).world.id(), before);
    // So does the menu, whatever the message is by then.
    choose(&mut window, Action::ZoomIn);
    assert!(!has_button(&window, "Change…"));
    choose(&mut window, Action::AskAboutTable);
    assert_eq!(asked(&window).origin.name(), "mine.csv");
}

#[test]
fn a_doubtful_table_is_explained_and_opened_by_keys_alone() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = start(&path);
    assert!(window.query_by_role_and_label(Of::Dialog, "Open “list.csv” as a timeline").is_some());
    shot(&mut window, "open_table");
    assert_eq!(focused(&window), "Open");
    assert!(preview(&window).contains("1 lane,"), "{}", preview(&window));

    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&window), second_column(&window));
    press(&mut window, Modifiers::NONE, Key::Enter);
    let held = asked(&window).table.mapping.roles[1];
    assert_eq!(focused(&window), Language::English.role(held), "the menu opens at what is chosen");
    // The parts that do not have it are closed; one opens where it is.
    assert!(!has_button(&window, "lane"));
    window.get_by_role_and_label(Of::Button, "Lane").click();
    window.run();
    assert!(has_button(&window, "lane"));
    // What is typed finds among all of them.
    window.event(Event::Text("ratif".to_owned()));
    window.run();
    assert!(has_button(&window, "Ratified") && !has_button(&window, "lane"));
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("lane".to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(focused(&window), "lane");
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait(&mut window);
    assert_eq!(asked(&window).table.mapping.roles, [Role::Date, Role::Lane]);
    assert!(preview(&window).contains("2 lanes,"), "{}", preview(&window));
    assert_eq!(focused(&window), "Column “Was”: lane", "the keys go on from there");

    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(focused(&window), "Open");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).files.table.is_none());
    let names: Vec<&str> = dataset(window.state()).treaties().iter().map(|treaty| &*treaty.name).collect();
    assert_eq!(names, ["Alpha", "Beta"]);
    assert!(message(&window).starts_with("Read as a table of events"), "{}", message(&window));
}

#[test]
fn escape_closes_a_menu_first_and_then_leaves_what_was_open() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), None);
    let before = session(&window).world.id();
    window.state_mut().drop_files(vec![path], false);
    run_until(&mut window, "it is asked about", |app| app.session().files.table.is_some());
    window.run();
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).files.table.is_some(), "only the menu is closed");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).files.table.is_none());
    assert_eq!(session(&window).world.id(), before);
}

#[test]
fn nothing_under_the_dialog_can_be_reached_while_it_is_open() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = start(&path);
    let view = session(&window).view.current;
    press(&mut window, Modifiers::NONE, Key::Plus);
    press(&mut window, Modifiers::COMMAND, Key::T);
    assert_eq!(session(&window).view.current, view);
    assert!(!session(&window).tables.choice.is_open);
    let mut reached = Vec::new();
    for _ in 0..16 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        reached.push(focused(&window));
    }
    assert!(reached.iter().filter(|name| *name == "Open").count() >= 2, "it goes round: {reached:?}");
    assert!(!reached.iter().any(|name| name == "File"), "{reached:?}");
}

#[test]
fn the_dialog_fits_a_small_window_and_its_rows_are_a_table_for_a_screen_reader() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    for size in [[800.0, 600.0], [640.0, 420.0]] {
        let mut window = start_at(size, &path);
        shot(&mut window, &format!("open_table_{}", size[0]));
        for name in ["Open", "Cancel", second_column(&window).as_str(), "Header in row 1"] {
            let rect = window.get_by_role_and_label(Of::Button, name).rect();
            assert!(rect.left() >= 0.0 && rect.right() <= size[0], "{name} in {size:?}: {rect:?}");
            assert!(rect.top() >= 0.0 && rect.bottom() <= size[1], "{name} in {size:?}: {rect:?}");
        }
        let table = window.get_by_role_and_label(Of::Table, "First rows").accesskit_node();
        // The menus are the headings; below them are the header of the file and two rows.
        assert_eq!((table.data().row_count(), table.data().column_count()), (Some(4), Some(2)));
    }
}

#[test]
fn the_order_of_day_and_month_is_asked_where_no_column_tells() {
    let (_folder, path) = file("dates.csv", "Date,Event\n3/4/1992,One\n5/6/1993,Two\n");
    let mut window = start(&path);
    assert!(has_button(&window, "Dates: day or month first?"));
    assert_eq!(asked(&window).table.left_out, 2);
    assert!(!asked(&window).can_open());
    change(&mut window, TableChange::DayFirst(Some(true)));
    assert!(has_button(&window, "Dates: day/month/year"));
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    window.run();
    let first = dataset(window.state()).events().iter().map(|event| event.date().text().to_owned()).min();
    assert_eq!(first.as_deref(), Some("1992-04-03"));
    // One day above twelve decides, and is named.
    let (_folder, path) = file("dates.csv", "Date,Was\n3/4/1992,One\n24/6/1993,Two\n");
    let mut window = start(&path);
    window.run();
    assert!(has_button(&window, "Dates: day/month/year, decided by row 3 (24/6/1993)"));
}

#[test]
fn the_header_may_be_in_another_row_or_in_none() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = start(&path);
    assert_eq!(asked(&window).table.rows, 2);
    change(&mut window, TableChange::HeaderRow(None));
    assert_eq!((asked(&window).table.rows, asked(&window).table.left_out), (3, 1), "“Wann” is no date");
    assert!(has_button(&window, "No header"));
    assert!(window.query_all_by_role(Of::Button).any(|node| label(&node).starts_with("Column “B”")));
}

#[test]
fn what_was_said_of_columns_holds_for_the_next_file_with_the_same() {
    let (folder, path) = file("one.csv", DOUBTFUL);
    let mut window = start(&path);
    change(&mut window, TableChange::Role(1, Role::Lane));
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    let other = folder.path().join("two.csv");
    std::fs::write(&other, "Notes of mine\n\nWann,Was\n1990,Gamma\n").expect("it can be written");
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(other)));
    run_until(&mut window, "it is open", |app| app.session().world.name == "two.csv");
    assert!(session(&window).files.table.is_none());
    assert_eq!(&*dataset(window.state()).treaties()[0].name, "Gamma");
    // Until it is said not to.
    choose(&mut window, Action::AskAboutTable);
    window.get_by_role_and_label(Of::CheckBox, "Remember for files with these columns").click();
    window.run();
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    assert!(session(&window).settings.preferences.known_tables.is_empty());
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(path)));
    run_until(&mut window, "it is asked about", |app| app.session().files.table.is_some());
}

#[test]
fn enter_while_it_is_read_again_opens_what_is_asked_for_and_not_what_was_before() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = start(&path);
    let commands = [FilesCommand::ChangeTable(TableChange::Role(1, Role::Lane)), FilesCommand::OpenTable];
    for command in commands {
        window.state_mut().apply_command(Command::Files(command));
    }
    run_until(&mut window, "it is open", |app| app.session().files.table.is_none());
    assert_eq!(dataset(window.state()).treaties().len(), 2);
}

#[test]
fn a_pasted_table_is_opened_and_asked_about_like_a_file() {
    let (_folder, path) = file("mine.csv", TREATIES);
    let mut window = start(&path);
    window.event(Event::Paste("It was signed, and that was all.\nNothing came of it.".to_owned()));
    window.run();
    assert!(message(&window).starts_with("The clipboard has no table"), "{}", message(&window));
    window.event(Event::Paste(DOUBTFUL.replace(',', "\t")));
    run_until(&mut window, "it is asked about", |app| app.session().files.table.is_some());
    window.run();
    assert!(window.query_by_role_and_label(Of::Dialog, "Open “Pasted table” as a timeline").is_some());
    // The bytes are kept, so that they can be read again.
    change(&mut window, TableChange::Role(1, Role::Lane));
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    window.run();
    assert_eq!(session(&window).world.name, "Pasted table");
    assert_eq!(dataset(window.state()).treaties().len(), 2);
    choose(&mut window, Action::AskAboutTable);
    change(&mut window, TableChange::Role(1, Role::Title));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(dataset(window.state()).treaties().len(), 1);
    choose(&mut window, Action::Reload);
    assert!(message(&window).contains("did not come from a file"), "{}", message(&window));
    // A text field keeps what is pasted into it.
    choose(&mut window, Action::Find);
    window.event(Event::Paste(DOUBTFUL.to_owned()));
    window.run();
    assert!(session(&window).files.loading.is_none() && session(&window).files.table.is_none());
}

#[test]
fn a_table_that_changed_on_disk_is_read_again_as_it_was_explained() {
    let (_folder, path) = file("list.csv", DOUBTFUL);
    let mut window = start(&path);
    change(&mut window, TableChange::Role(1, Role::Lane));
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    choose(&mut window, Action::ZoomIn);
    let view = session(&window).view.current.time;
    std::fs::write(&path, format!("{DOUBTFUL}1989,Gamma\n")).expect("it can be written");
    window.state().check_disk();
    run_until(&mut window, "it is noticed", |app| app.session().files.on_disk == OnDisk::Changed);
    press(&mut window, Modifiers::NONE, Key::F5);
    run_until(&mut window, "it is read again", |app| app.session().world.dataset.treaties().len() == 3);
    assert!(session(&window).files.table.is_none(), "nothing is asked");
    let now = session(&window).view.current.time;
    assert!((now.start - view.start).abs() < 1.0 && (now.span - view.span).abs() < 1.0);
    // With another column it is another table, of which nothing was said.
    std::fs::write(&path, "Wann,Wo,Was\n1987,here,Alpha\n").expect("it can be written");
    press(&mut window, Modifiers::NONE, Key::F5);
    run_until(&mut window, "it is asked about", |app| app.session().files.table.is_some());
    assert_eq!(dataset(window.state()).treaties().len(), 3, "what was open stays");
}

#[test]
fn where_there_is_nothing_to_undo_the_message_leads_back_to_what_was_replaced() {
    let (_folder, path) = file("mine.csv", TREATIES);
    let mut window = start(&path);
    let title = dataset(window.state()).title().to_owned();
    window.event(Event::Paste("Treaty\tSigned\tIn force\nOther\t1990-01-02\t1991-02-03\n".to_owned()));
    run_until(&mut window, "it is read", |app| {
        app.session().files.table.is_some() || app.session().world.name == "Pasted table"
    });
    if session(&window).files.table.is_some() {
        window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    }
    window.run();
    assert_eq!(session(&window).world.name, "Pasted table");
    let name = format!("Back to {title}");
    assert!(!has_button(&window, &name), "only when it is asked for");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(message(&window), "Nothing to undo");
    window.get_by_role_and_label(Of::Button, &name).click();
    run_until(&mut window, "it is open again", |app| app.session().world.path.as_ref() == Some(&path));
}

#[test]
fn a_table_that_is_explained_anew_is_shown_from_end_to_end() {
    let (_folder, path) = file("treaties.csv", TREATIES);
    let mut window = start(&path);
    choose(&mut window, Action::AskAboutTable);
    let ended = asked(&window).table.mapping.roles[3];
    for (role, last) in [(Role::Ignore, "2002"), (ended, "2019")] {
        change(&mut window, TableChange::Role(3, role));
        window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
        window.run();
        let whole = TimeView::opening(dataset(window.state()), &session(&window).world.limits);
        let now = session(&window).view.current.time;
        assert!((now.start - whole.start).abs() < 1.0 && (now.span - whole.span).abs() < 1.0, "{last}");
        choose(&mut window, Action::AskAboutTable);
    }
}

#[test]
fn of_a_workbook_the_sheet_is_chosen_and_an_empty_one_is_said_to_be() {
    let rows = [["Wann", "Was"], ["1987", "Alpha"], ["1988", "Beta"]];
    let more = [["Date", "Event"], ["1990-01-02", "One"], ["1991-02-03", "Two"], ["1992-03-04", "Three"]];
    let (_folder, path) = file("book.xlsx", workbook(&[("Notes", &rows), ("Second", &more), ("Empty", &[])]));
    let mut window = start(&path);
    assert_eq!((asked(&window).table.sheet, asked(&window).table.rows), (0, 2));
    window.get_by_role_and_label(Of::Button, "Sheet 1 of 3").click();
    window.run();
    window.get_by_role_and_label(Of::Button, "Second").click();
    window.run();
    wait(&mut window);
    assert_eq!((asked(&window).table.sheet, asked(&window).table.rows), (1, 3));
    change(&mut window, TableChange::Sheet(2));
    assert!(!asked(&window).can_open() && asked(&window).report.errors > 0);
    assert!(says(&window, "Nothing in this table can be shown yet"));
    change(&mut window, TableChange::Sheet(1));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).files.table.is_none());
}

#[test]
fn whoever_chose_russian_meets_no_english_in_the_dialog() {
    let text = "Когда,Что было,Кто\n03.04.1992,Первое,Аландия\n31.02.1994,Второе,Аландия\n";
    let (_folder, path) = file("список.csv", text);
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), None);
    window.state_mut().apply_command(Command::Do(Action::Russian));
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(path)));
    run_until(&mut window, "it is read", |app| app.session().files.loading.is_none());
    if session(&window).files.table.is_none() {
        choose(&mut window, Action::AskAboutTable);
    }
    shot(&mut window, "open_table_russian");
    let dialog = window.get_by_role_and_label(Of::Dialog, "Открыть «список.csv» как ленту времени");
    let nodes = dialog.query_all_by(|_| true);
    let said: Vec<String> =
        nodes.flat_map(|node| [node.accesskit_node().label(), node.value()]).flatten().collect();
    assert!(said.iter().any(|text| text == "Что будет прочитано".to_uppercase().as_str()), "{said:?}");
    let english: Vec<String> = said.iter().flat_map(|text| english_words(text)).collect();
    assert!(english.is_empty(), "{english:?}");
    assert!(english_words(&message(&window)).is_empty(), "{}", message(&window));
}
