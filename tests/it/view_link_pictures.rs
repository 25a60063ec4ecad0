//! A picture is drawn again from what it says of itself, and the command line draws what a link shows.

use std::path::Path;
use std::process::{Command as Program, Output};
use std::sync::{Arc, Mutex};

use egui::{Key, Modifiers};

use crate::common::window::{choose, press};
use crate::common::{ScriptedDialogs, app_with, run_until};

use treaty_timeline::export::Metadata;
use treaty_timeline::session::Action;

fn run(args: &[&str]) -> Output {
    let mut program = Program::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.env("LC_ALL", "C").env_remove("LANGUAGE").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    program.args(args).output().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The picture that `render` writes to a file of this name.
fn rendered(folder: &Path, name: &str, more: &[&str]) -> Vec<u8> {
    let out = folder.join(name);
    let output = run(&[&["render", "--out", path(&out)], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(out).unwrap()
}

#[test]
fn a_picture_is_drawn_again_byte_for_byte_from_what_it_says_of_itself() {
    let folder = tempfile::tempdir().unwrap();
    let view = "treaty-timeline:view?from=1985&to=2026&pinned=NEWSTART,INF&hidden=NPT&filter=party:USA&select=INF&figures=";
    for (name, more) in [
        ("plain.svg", &["--from", "2018", "--to", "2022", "--select", "INF-terminated"][..]),
        ("view.svg", &["--view", view, "--theme", "dark", "--lang", "ru"]),
        ("outlined.svg", &["--view", view, "--outlines", "--high-contrast"]),
        ("small.png", &["--view", view, "--size", "801x603", "--scale", "1.5"]),
    ] {
        let picture = rendered(folder.path(), name, more);
        let metadata = Metadata::of_picture(&picture).unwrap();
        assert!(metadata.view.starts_with("treaty-timeline:view?v=1&data=") && metadata.sha256.len() == 64);
        let first = folder.path().join(name);
        let again = rendered(folder.path(), &format!("again-{name}"), &["--like", path(&first)]);
        assert!(again == picture, "{name} is another picture");
        let other =
            rendered(folder.path(), &format!("other-{name}"), &["--like", path(&first), "--to", "2024"]);
        assert!(other != picture, "{name} can be changed");
    }
}

#[test]
fn what_a_window_exports_is_drawn_again_by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seven.json");
    std::fs::write(&file, include_str!("../data/seven-treaties.json")).unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_owned()))));
    let mut window = app_with([1100.0, 640.0], egui::Theme::Dark, &dialogs, Some(file.clone()));
    run_until(&mut window, "the file is open", |app| app.session().world.path.is_some());
    choose(&mut window, Action::LaneHeightCompact);
    press(&mut window, Modifiers::NONE, Key::Plus);
    press(&mut window, Modifiers::NONE, Key::End);
    for (action, name) in [(Action::ExportSvg, "seven.svg"), (Action::ExportPng, "seven.png")] {
        choose(&mut window, action);
        let picture = folder.path().join(name);
        let is_saved = |said: &String| said.starts_with("Saved ") && said.contains(name);
        run_until(&mut window, "the picture is written", |app| {
            app.session().status_message.as_ref().is_some_and(is_saved)
        });
        let again =
            rendered(folder.path(), &format!("again-{name}"), &[path(&file), "--like", path(&picture)]);
        assert!(again == std::fs::read(&picture).unwrap(), "{name} is another picture");
    }
}

#[test]
fn the_command_line_says_what_of_a_link_it_does_not_draw() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("view.svg");
    let view = "treaty-timeline:view?data=Another&from=1985&to=2026&hidden=nothing&galaxy=1";
    let output = run(&["render", "--out", path(&out), "--view", view]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    for words in ["1985 – 2026", "made for another dataset, “Another”", "does not have: nothing", "galaxy"]
    {
        assert!(said.contains(words), "{words} is missing: {said}");
    }
    let plain = folder.path().join("plain.svg");
    std::fs::write(&plain, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    for (args, words) in [
        (["--view", "treaty-timeline:view?"], "--view: The link is cut off"),
        (["--like", path(&plain)], "does not say which view it shows"),
        (["--like", "/no/such/picture.svg"], "/no/such/picture.svg: "),
    ] {
        let output = run(&[&["render", "--out", path(&out)], &args[..]].concat());
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(words), "{words} is missing: {said}");
    }
    for args in [&["--view", "nonsense"][..], &["--from", "2022", "--to", "2019"]] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1), "without opening a window: {args:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("window"), "{output:?}");
    }
}
