//! From an article that no dataset knows to a dataset that quotes it: what was read is confirmed, mended, saved, and
//! open again with the new words in their places.

use crate::common::article::{answers, click, start, start_on};
use crate::common::run_until;
use crate::common::window::{Window, choose, label, press, says, session, shot};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::About;
use treaty_timeline::load::load;
use treaty_timeline::session::{Action, Command, FilesCommand, ReaderCommand, WindowCommand};

fn type_into(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn what_is_confirmed_is_saved_as_statements_that_check_accepts_and_opens_where_the_reader_was() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    click(&mut window, Role::CheckBox, "Confirm “Nobody asked us");
    shot(&mut window, "confirming");
    // The second has no speaker, so it cannot be saved yet, and is told why.
    assert!(says(&window, "Enter a speaker for “Nobody asked us"), "what is missing is said");
    let fields: Vec<_> = window.query_all_by_role(Role::TextInput).map(|node| label(&node)).collect();
    assert_eq!(fields.iter().filter(|name| *name == "Speaker").count(), 2, "{fields:?}");
    window.query_all_by_label("Speaker").last().expect("the second").focus();
    window.run();
    window.event(egui::Event::Text("sergei RYABKOV".to_owned()));
    window.run();
    window.query_all_by_label("Role").last().expect("the second").focus();
    window.run();
    window.event(egui::Event::Text("Deputy Minister".to_owned()));
    window.run();
    shot(&mut window, "confirmed");

    answers(&dialogs, folder.path().to_path_buf());
    click(&mut window, Role::Button, "Save as dataset…");
    let time = session(&window).view.current.time;
    run_until(&mut window, "the saved dataset is open", |app| {
        app.session().world.name == "seven-added.json" && app.session().reader.document.is_some()
    });
    window.run();
    assert_eq!(session(&window).view.current.time, time, "the reader is where he was");
    shot(&mut window, "confirmed-saved");
    assert_eq!(window.query_all_by_label("in the dataset").count(), 2, "what was confirmed is known now");
    assert!(
        says(&window, "Saved seven-added.json with 2 new statements"),
        "{:?}",
        session(&window).status_message
    );

    // The new statements stand in the record, about the steps that the words around them speak of.
    let dataset = &session(&window).world.dataset;
    let new: Vec<_> =
        dataset.statements().iter().filter(|s| dataset.source(s.source).title.contains("minister")).collect();
    let said: Vec<(&str, &str, &str)> = new
        .iter()
        .map(|statement| {
            let speaker = dataset.speaker(statement.speaker);
            let About::Event(event) = statement.about[0] else { panic!("about a step") };
            (&*statement.quote, &*speaker.name, &*dataset.event(event).key)
        })
        .collect();
    assert_eq!(
        said,
        [
            ("Five more years are a gift, and a gift should be used,", "Ilse Korhanen", "NEWSTART-extended"),
            (
                "Nobody asked us about Open Skies when Washington gave notice that it would leave,",
                "Sergei Ryabkov",
                "OPENSKIES-USA-withdrawal-notified"
            ),
        ]
    );
    assert_eq!(&*new[0].role, "Foreign Minister", "the office is no part of the name");
    assert_eq!(new[0].date.text(), "2021-03-12", "the day that the article gives");

    // The file is the old one with records added, and without a problem that the old one has not.
    let old = std::fs::read_to_string(folder.path().join("seven.json")).expect("it is there");
    let saved = std::fs::read_to_string(folder.path().join("seven-added.json")).expect("it is there");
    let report = load("seven-added.json", saved.clone().into_bytes(), &()).report;
    assert_eq!((report.errors, report.warnings), (0, 0), "{report}");
    let mut lines = saved.lines();
    let is_kept = |line: &str| lines.any(|other| other.trim_end_matches(',') == line.trim_end_matches(','));
    assert!(
        old.lines().all({
            let mut is_kept = is_kept;
            move |line| is_kept(line)
        }),
        "no line of the old is lost"
    );
    let source = &dataset.source(new[0].source);
    assert_eq!(&*source.document, "minister.txt", "the copy beside the file is named");
    assert_eq!(&*source.title, "minister", "a text without a title is called as its file is");
}

#[test]
fn what_is_confirmed_beside_a_dataset_of_another_format_is_saved_as_a_dataset_of_ours() {
    let table = "Treaty,Date,Event\nNew START,2010-04-08,Signed\nNew START,2011-02-05,Entered into force\n";
    let library =
        r#"{"items": [{"id": "a", "type": "book", "title": "Lakes", "issued": {"date-parts": [[1931]]}}]}"#;
    for (name, data, events) in [("pacts.csv", table, 2), ("lakes.json", library, 1)] {
        let (folder, dialogs, mut window) = start_on(Theme::Light, name, data.as_bytes());
        click(&mut window, Role::CheckBox, "Confirm “Five more years");
        answers(&dialogs, folder.path().to_path_buf());
        click(&mut window, Role::Button, "Save as dataset…");
        run_until(&mut window, "it is saved", |app| app.session().world.name.ends_with("-added.json"));
        let dataset = &session(&window).world.dataset;
        assert_eq!((dataset.events().len(), dataset.statements().len()), (events, 1), "{name}");
        assert_eq!(std::fs::read_to_string(folder.path().join(name)).unwrap(), data, "{name} is as it was");
    }
}

#[test]
fn nothing_moves_when_a_box_is_ticked_and_each_quotation_has_its_own_date() {
    let (_folder, _, mut window) = start(Theme::Light);
    let place = |window: &Window, role, begins: &str| {
        let is_it = |node: &egui_kittest::Node<'_>| label(node).starts_with(begins);
        window.query_all_by_role(role).find(is_it).unwrap_or_else(|| panic!("no {begins}")).rect()
    };
    let places = |window: &Window| {
        [
            place(window, Role::CheckBox, "Confirm “Five more years"),
            place(window, Role::CheckBox, "Confirm “Nobody asked us"),
            place(window, Role::Button, "Save as dataset…"),
        ]
    };
    let before = places(&window);
    assert!(says(&window, "Tick quotations to save them with the dataset"));
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    click(&mut window, Role::CheckBox, "Confirm “Nobody asked us");
    assert_eq!(places(&window), before);

    let own = "Date of this quotation";
    let fields = window.query_all_by_role(Role::TextInput).filter(|node| label(node) == own);
    assert_eq!(fields.count(), 2);
    window.query_all_by_label(own).last().expect("the second").focus();
    window.run();
    window.event(egui::Event::Text("4 March 2025".to_owned()));
    window.run();
    let days: Vec<String> =
        session(&window).reader.drafts.confirmed.values().map(|draft| draft.day.clone()).collect();
    assert_eq!(days, ["", "4 March 2025"]);
    window.event(egui::Event::Text(" or so".to_owned()));
    window.run();
    assert!(says(&window, "Correct the date of “Nobody asked us"));
    assert_eq!(places(&window), before, "nor when something is missing");
    // A date in words has room in the field.
    let day = window.get_by_role_and_label(Role::TextInput, "Date of statement").rect();
    assert!(day.width() > 100.0, "{}", day.width());
}

#[test]
fn what_the_words_are_about_may_be_a_treaty_that_the_document_does_not_name() {
    let (_folder, _, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    click(&mut window, Role::Button, "About: New START");
    click(&mut window, Role::Button, "Other treaties");
    // The lane header has more to its name.
    window.get_by_role_and_label(Role::Button, "CTBT").click();
    window.run();
    let about = session(&window).reader.drafts.confirmed.values().next().expect("one").about;
    let ctbt = session(&window).world.dataset.find_treaty("CTBT").expect("it is there");
    assert_eq!(about, Some(About::Treaty(ctbt)));
}

#[test]
fn a_day_told_from_the_day_of_the_text_leads_to_it() {
    let (_folder, _, mut window) = start(Theme::Light);
    // The article says its day, so “today” is one; where it is taken away, nobody knows.
    let goes = |window: &Window| {
        window.query_all_by_role(Role::Link).filter(|node| label(node) == "Go to 12 March 2021").count()
    };
    assert_eq!(goes(&window), 2, "the dateline, and “today”");
    type_into(&mut window, "Date of statement", "2021-03-14");
    window.get_by_label("Go to 14 March 2021").click();
    window.run();
    assert!(session(&window).selection.time_range.is_some());
    type_into(&mut window, "Date of statement", "soon");
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    assert!(says(&window, "Enter the date of the statement"));
}

#[test]
fn what_the_words_are_about_is_chosen_from_the_treaties_of_the_document() {
    let (_folder, _, mut window) = start(Theme::Dark);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    click(&mut window, Role::Button, "About: New START");
    shot(&mut window, "confirming-about");
    click(&mut window, Role::Button, "No treaty");
    assert_eq!(session(&window).reader.drafts.confirmed.values().next().expect("one").about, None);
    click(&mut window, Role::Button, "About: No treaty");
}

#[test]
fn a_dataset_that_cannot_be_written_is_said_and_nothing_confirmed_is_lost() {
    let (folder, _, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    let nowhere = folder.path().join("no such folder").join("x.json");
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(nowhere)));
    run_until(&mut window, "the failure is told", |app| app.session().status_message.is_some());
    window.run();
    assert!(says(&window, "x.json"), "{:?}", session(&window).status_message);
    assert_eq!(session(&window).reader.drafts.confirmed.len(), 1);
    // A file that was broken meanwhile is not built upon.
    std::fs::write(folder.path().join("seven.json"), "{ broken").expect("it can be written to");
    window.state_mut().apply_command(Command::Window(WindowCommand::ShowMessage(String::new())));
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(folder.path().join("y.json"))));
    run_until(&mut window, "the failure is told", |app| {
        app.session().status_message.as_ref().is_some_and(|notice| notice.contains("y.json"))
    });
    assert!(!folder.path().join("y.json").exists());
    // What was read of a file that was moved away is there still, and is saved under the new name.
    std::fs::remove_file(folder.path().join("seven.json")).expect("it is there");
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(folder.path().join("z.json"))));
    run_until(&mut window, "the saved dataset is open", |app| app.session().world.name == "z.json");
    assert_eq!(session(&window).unsaved_count(), 0);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_replaced_and_one_that_is_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, _, mut window) = start(Theme::Light);
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    let file = folder.path().join("mine.json");
    let make = |mode: u32| {
        std::fs::write(&file, "old").expect("it can be written to");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).expect("it is there");
    };
    make(0o444);
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(file.clone())));
    run_until(&mut window, "the failure is told", |app| {
        app.session().status_message.as_ref().is_some_and(|notice| notice.contains("the file is read-only"))
    });
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "old");
    std::fs::remove_file(&file).expect("it is there");
    make(0o600);
    window.state_mut().apply_command(Command::Reader(ReaderCommand::SaveTo(file.clone())));
    run_until(&mut window, "the saved dataset is open", |app| app.session().world.name == "mine.json");
    assert_eq!(std::fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_is_confirmed_and_not_saved_outlives_its_panel_another_dataset_and_a_closing_of_the_window() {
    let (folder, dialogs, mut window) = start(Theme::Light);
    let first = "Confirm “Five more years";
    click(&mut window, Role::CheckBox, first);
    let taken = |window: &Window| session(window).reader.drafts.confirmed.clone();
    let before = taken(&window);
    assert!(before.values().any(|draft| draft.about.is_some()), "{before:?}");

    window.state_mut().apply_command(Command::Reader(ReaderCommand::Close));
    window.run();
    assert!(
        says(&window, "1 confirmed quotation is unsaved. Reopen"),
        "{:?}",
        session(&window).status_message
    );
    assert!(taken(&window).is_empty() && session(&window).reader.document.is_none());

    // The same records in another file: what the words are about has the same ids there.
    let again = folder.path().join("again.json");
    std::fs::copy(folder.path().join("seven.json"), &again).expect("it can be written to");
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(again)));
    run_until(&mut window, "the other is open", |app| app.session().world.name == "again.json");
    answers(&dialogs, folder.path().join("minister.txt"));
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    window.run();
    assert_eq!(taken(&window), before);

    window.state_mut().apply_command(Command::Window(WindowCommand::Close));
    window.run();
    assert!(says(&window, "1 confirmed quotation is unsaved"), "{:?}", session(&window).overlay);
}

#[test]
fn copies_that_another_folder_does_not_have_are_spoken_of() {
    let (folder, _, mut window) = start(Theme::Light);
    // The first source has a copy beside the file.
    let file = folder.path().join("seven.json");
    let text = std::fs::read_to_string(&file).expect("it is there");
    let (head, sources) = text.split_once("\"sources\"").expect("it has sources");
    let sources = sources.replacen("\"id\"", "\"document\": \"minister.txt\", \"id\"", 1);
    std::fs::write(&file, format!("{head}\"sources\"{sources}")).expect("it can be written to");
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(file)));
    run_until(&mut window, "it is open again", |app| app.session().files.loading.is_none());
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    window.run();
    click(&mut window, Role::CheckBox, "Confirm “Five more years");
    let elsewhere = tempfile::tempdir().expect("a folder");
    window
        .state_mut()
        .apply_command(Command::Reader(ReaderCommand::SaveTo(elsewhere.path().join("moved.json"))));
    run_until(&mut window, "the saved dataset is open", |app| app.session().world.name == "moved.json");
    window.run();
    assert!(
        says(&window, "1 source copy remains in the old folder"),
        "{:?}",
        session(&window).status_message
    );
}
