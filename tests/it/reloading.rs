//! The file that is open changes on disk, or goes, where files are not read again by themselves: it is said, and reading it
//! again keeps the reader where he was.

use crate::common::window::{Window, choose, label, press, says, session};
use crate::common::{ScriptedDialogs, app_with, dataset, fixture, run_until};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::app::App;
use treaty_timeline::language::Language;
use treaty_timeline::session::{Action, Command, Facet, FilterCommand, OnDisk};

/// A window on a file of its own.
fn start() -> (tempfile::TempDir, std::path::PathBuf, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.json");
    std::fs::copy(fixture("good-second.json"), &file).expect("it can be written to");
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file.clone()));
    run_until(&mut window, "the file is open", |app| app.session().world.path.is_some());
    choose(&mut window, Action::RereadFiles);
    (folder, file, window)
}

fn look(window: &mut Window, expected: OnDisk) {
    window.state().check_disk();
    run_until(window, "it is seen on disk", |app| app.session().files.on_disk == expected);
}

fn offers_reload(window: &Window) -> bool {
    window.query_all_by_role(Role::Button).any(|node| label(&node) == "changed on disk · Reload")
}

#[test]
fn a_file_that_changed_is_read_again_on_request_and_the_reader_stays_where_he_was() {
    let (_folder, file, mut window) = start();
    assert!(!offers_reload(&window));
    let text = std::fs::read_to_string(&file).expect("it is there");
    window.state_mut().apply_command(Command::Filter(FilterCommand::Toggle(Facet::Spoken)));
    choose(&mut window, Action::ZoomIn);
    let (filter, view) = (session(&window).filter.active.clone(), session(&window).view.current);

    std::fs::write(&file, text.replace("Second dataset", "Another dataset by now"))
        .expect("it can be written");
    look(&mut window, OnDisk::Changed);
    assert!(offers_reload(&window));
    assert_eq!(dataset(window.state()).title(), "Second dataset", "nothing is read unasked");

    press(&mut window, Modifiers::NONE, Key::F5);
    run_until(&mut window, "it is read again", |app| {
        app.session().world.dataset.title() == "Another dataset by now"
    });
    assert_eq!(session(&window).files.on_disk, OnDisk::Same);
    assert!(!offers_reload(&window));
    assert_eq!(session(&window).filter.active, filter);
    let (now, before) = (session(&window).view.current.time, view.time);
    assert!((now.start - before.start).abs() < 1.0 && (now.span - before.span).abs() < 1.0);
}

#[test]
fn a_file_with_errors_is_not_taken_up_and_what_was_open_stays() {
    let (_folder, file, mut window) = start();
    std::fs::write(&file, "{ broken").expect("it can be written");
    look(&mut window, OnDisk::Changed);
    press(&mut window, Modifiers::COMMAND, Key::R);
    run_until(&mut window, "it is refused", |app| app.session().files.refused.is_some());
    assert_eq!(dataset(window.state()).title(), "Second dataset");
    assert_eq!(session(&window).files.on_disk, OnDisk::Changed);
}

/// Opening a pipe that nobody writes to would never end.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_neither_opened_nor_compared() {
    let (folder, _file, mut window) = start();
    let pipe = folder.path().join("data.fifo");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe can be made");
    window.state_mut().drop_files(vec![pipe.clone()], true);
    let is_said =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.contains("data.fifo"));
    run_until(&mut window, "it is not compared", is_said);
    assert!(session(&window).compared.is_none());
    window.state_mut().drop_files(vec![pipe], false);
    run_until(&mut window, "it is refused", |app| app.session().files.refused.is_some());
    let refused = session(&window).files.refused.as_ref().expect("it is refused");
    assert!(
        refused.report.problems[0].message(Language::English).contains("is a pipe, not a file"),
        "{}",
        refused.report
    );
    assert_eq!(dataset(window.state()).title(), "Second dataset");
}

#[test]
fn a_file_that_was_moved_away_is_said_to_be() {
    let (folder, file, mut window) = start();
    let elsewhere = folder.path().join("elsewhere.json");
    std::fs::rename(&file, &elsewhere).expect("it can be moved");
    look(&mut window, OnDisk::Gone);
    assert!(says(&window, "moved or deleted on disk"));
    std::fs::rename(&elsewhere, &file).expect("it can be moved");
    look(&mut window, OnDisk::Same);
    assert!(!says(&window, "moved or deleted on disk"));
}

#[test]
fn of_several_files_to_compare_the_first_is_taken_and_the_others_are_named() {
    let (folder, file, mut window) = start();
    let paths: Vec<_> = ["one.json", "two.json"].iter().map(|name| folder.path().join(name)).collect();
    for path in &paths {
        std::fs::copy(&file, path).expect("it can be written to");
    }
    window.state_mut().drop_files(paths, true);
    let is_named =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.contains("two.json"));
    run_until(&mut window, "the other is named", is_named);
}
