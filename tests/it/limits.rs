//! Workbooks and archives read by another process with limits: one that asks for all memory, or a process that is killed,
//! costs a message and not the window. Settings of a newer version.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use egui::{Key, Modifiers};

use crate::common::old_workbook::{last_cell, old_workbook};
use crate::common::sheets::{archive, sheet, workbook};
use crate::common::window::{Window, press, says, session};
use crate::common::{ScriptedDialogs, app_that_remembers, app_with_program, app_with_reader, dataset};

use treaty_timeline::load::{Unpacked, load};
use treaty_timeline::session::Settings;

const ROWS: [&[&str]; 3] =
    [&["Date", "Event"], &["1987-12-08", "Signed in Washington"], &["1988-06-01", "Entered into force"]];

/// A spreadsheet of the old kind whose last cell claims the last row and the last column that there can be: the library
/// makes room for all cells before it, four thousand million.
fn bomb() -> Vec<u8> {
    let mut bytes = old_workbook(&ROWS);
    let at = last_cell(&bytes);
    bytes[at..at + 4].fill(0xff);
    bytes
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn run(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.env("LC_ALL", "C").env_remove("LANGUAGE").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    program.args(args).output().unwrap()
}

fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Opens a file in the window, until it is open or refused.
fn open(window: &mut Window, dialogs: &ScriptedDialogs, path: PathBuf, is_done: impl Fn(&Window) -> bool) {
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
    press(window, Modifiers::COMMAND, Key::O);
    // A process is waited for, which is ended after a minute; a test that fails ends by the same limit.
    for _ in 0..10_000_000 {
        window.step();
        if is_done(window) {
            window.run();
            return;
        }
        std::thread::yield_now();
    }
    panic!("it is neither open nor refused");
}

fn is_refused(window: &Window) -> bool {
    session(window).files.problems_open
}

#[test]
fn a_spreadsheet_of_the_old_kind_is_read_here_and_by_another_process_alike() {
    let bytes = old_workbook(&ROWS);
    let here = load("old.xls", bytes.clone(), &());
    assert_eq!(here.dataset.as_ref().map(|dataset| dataset.events().len()), Some(2), "{}", here.report);
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "-old.xls", &bytes);
    let json = folder.path().join("new.json");
    let output = run(&["convert", "--", path.to_str().unwrap(), json.to_str().unwrap()]);
    assert!(output.status.success(), "{}", printed(&output));
    let converted = load("new.json", std::fs::read(json).unwrap(), &()).dataset.unwrap();
    let titles: Vec<&str> = converted.events().iter().map(|event| &*event.title).collect();
    assert_eq!(titles, ["Signed in Washington", "Entered into force"]);
}

#[cfg(unix)]
#[test]
fn a_spreadsheet_that_asks_for_all_memory_is_refused_on_the_command_line_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "bomb.xls", &bomb());
    let path = path.to_str().unwrap();
    let [out, json] = ["out.svg", "out.json"].map(|name| folder.path().join(name));
    let (out, json) = (out.to_str().unwrap(), json.to_str().unwrap());
    for args in [
        &["check", path][..],
        &["render", "--out", out, path],
        &["convert", path, json],
        &["diff", path, path],
        &["state", "--on", "2000-01-01", path],
    ] {
        let output = run(args);
        let said = printed(&output);
        assert!(matches!(output.status.code(), Some(1 | 2)), "{args:?}: {said}");
        assert!(said.contains("needs more than 2 GB of memory"), "{args:?}: {said}");
    }
    let said = printed(&run(&["check", path]));
    assert!(said.contains("save the table as CSV in a spreadsheet program"), "{said}");
    let said = printed(&run(&["--language", "ru", "check", path]));
    assert!(said.contains("нужно больше 2 ГБ памяти") && said.contains("как CSV"), "{said}");
    let json = printed(&run(&["check", "--format", "json", path]));
    assert!(json.contains("unreadable-file"), "{json}");
}

#[cfg(unix)]
#[test]
fn a_spreadsheet_that_asks_for_all_memory_costs_a_message_and_the_window_stays() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with_reader(&dialogs);
    window.run();
    open(&mut window, &dialogs, write(folder.path(), "bomb.xls", &bomb()), is_refused);
    assert!(says(&window, "Could not open"), "the message is there");
    assert!(says(&window, "needs more than 2 GB of memory"), "what is wrong");
    assert!(says(&window, "save the table as CSV"), "what to do");
    assert_eq!(dataset(window.state()).treaties().len(), 7, "what was open stays");
    press(&mut window, Modifiers::NONE, Key::Escape);

    // Others are read by the same way, and by the same process those that are packed.
    let table = sheet(&[&["Date", "Event"], &["@32119", "Signed"]]);
    let good = write(folder.path(), "good.xlsx", &workbook(&[("Events", &table)], false));
    open(&mut window, &dialogs, good, |window| dataset(window.state()).events().len() == 1);
    let table = ("events.csv".to_owned(), "Date,Event\n1992-03-24,Signed\n1993,Again\n".to_owned());
    let packed = write(folder.path(), "box.zip", &archive(&[table]));
    open(&mut window, &dialogs, packed, |window| dataset(window.state()).events().len() == 2);
}

#[cfg(unix)]
#[test]
fn a_process_that_is_killed_half_way_costs_a_message_and_the_window_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let table = sheet(&[&["Date", "Event"], &["1992", &"x".repeat(5000)]]);
    let book = write(folder.path(), "good.xlsx", &workbook(&[("Events", &table)], false));
    let program = env!("CARGO_BIN_EXE_treaty-timeline");
    // The first two begin the answer of the real program and end before it is whole; the third ends well without one.
    for (ends, words) in [
        (format!("'{program}' \"$@\" | head -c 40; kill -TERM $$"), "was interrupted"),
        (format!("'{program}' \"$@\" | head -c 40; kill -KILL $$"), "needs more than 2 GB of memory"),
        (format!("'{program}' \"$@\" | head -c 40"), "was interrupted"),
    ] {
        let script = write(folder.path(), "reader", format!("#!/bin/sh\n{ends}\n").as_bytes());
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
        let dialogs = ScriptedDialogs::default();
        let mut window = app_with_program(&dialogs, script);
        window.run();
        open(&mut window, &dialogs, book.clone(), is_refused);
        assert!(says(&window, words), "{words}");
        assert_eq!(dataset(window.state()).treaties().len(), 7);
    }
}

#[test]
fn archives_one_in_another_are_opened_a_few_times_only() {
    let boxed = |times: usize| {
        let mut bytes = b"Date,Event\n1992-03-24,Signed\n".to_vec();
        for _ in 0..times {
            let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            writer.start_file("events.csv", zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut writer, &bytes).unwrap();
            bytes = writer.finish().unwrap().into_inner();
        }
        bytes
    };
    for (times, events) in [(0, Some(1)), (3, Some(1)), (9, None)] {
        let loaded = load("events.csv", boxed(times), &());
        assert_eq!(loaded.dataset.map(|dataset| dataset.events().len()), events, "{times} times");
        // What goes from one process to the other comes out as it went in.
        let unpacked = Unpacked::new("events.csv", boxed(times), None);
        let mut written = Vec::new();
        unpacked.write(&mut written).unwrap();
        let cut = written[..written.len() / 8].to_vec();
        assert_eq!(Unpacked::read(written), Some(unpacked));
        assert_eq!(Unpacked::read(cut), None);
    }
}

/// The settings file of a version that knows more than this one.
#[test]
fn settings_of_a_newer_version_are_copied_before_they_are_written_over_and_it_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let newer = r#"{"wheel_zooms": true, "galaxies": {"shown": [1, 2]}, "places": []}"#;
    write(folder.path(), "settings.json", newer.as_bytes());
    let mut window = app_that_remembers(None, Some(folder.path()));
    window.run();
    assert!(session(&window).settings.preferences.wheel_zooms, "what is known holds");
    let notice = session(&window).status_message.clone().unwrap_or_default();
    assert_eq!(notice.matches("settings.aside-1.json").count(), 1, "{notice}");
    let copy = folder.path().join("settings.aside-1.json");
    assert_eq!(std::fs::read_to_string(copy).unwrap(), newer);
    // What this version has written is no cause for another.
    let (mut own, is_whole) = Settings::read(newer).unwrap();
    assert!(!is_whole);
    own.last_file = Some("/a.json".into());
    write(folder.path(), "settings.json", &serde_json::to_vec(&own).unwrap());
    let mut window = app_that_remembers(None, Some(folder.path()));
    window.run();
    let notice = session(&window).status_message.clone().unwrap_or_default();
    assert!(!notice.contains("aside"), "{notice}");
    // Nor is what earlier ones wrote.
    let (_, is_whole) =
        Settings::read(r#"{"wheel_scrolls": true, "theme": "Dark", "window": null}"#).unwrap();
    assert!(is_whole);
    for newer in [
        r#"{"window": {"size": [900.0, 700.0], "screen": "left"}}"#,
        r#"{"places": [{"file": "/a"}, {"file": "/b", "tilt": 7}]}"#,
    ] {
        assert!(!Settings::read(newer).unwrap().1, "{newer}");
    }
}

#[test]
fn bombs_of_every_packed_kind_are_refused_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let zeros = "0".repeat(40 << 20);
    let zip = archive(&[("events.csv".to_owned(), zeros.clone())]);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, zeros.as_bytes()).unwrap();
    let gzip = encoder.finish().unwrap();
    let mut book = bomb();
    book.truncate(700);
    for (name, bytes) in [("bomb.zip", zip), ("bomb.csv.gz", gzip), ("cut.xls", book)] {
        let path = write(folder.path(), name, &bytes);
        let output = run(&["check", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", printed(&output));
        assert!(printed(&output).contains("other-format"), "{name}: {}", printed(&output));
    }
}
