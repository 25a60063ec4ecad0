//! A folder of tables opens as the archive of it does: by drop, by dialog, on the command line, with a data package; and
//! files of Aeon Timeline.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command as Process;

use crate::common::window::{choose, session};
use crate::common::{ScriptedDialogs, app_with, dataset, run_until};
use egui::Theme;

use treaty_timeline::language::Language;
use treaty_timeline::load::load;
use treaty_timeline::session::Action;

const TABLES: [(&str, &str); 4] = [
    ("datapackage.json", r#"{"title":"Pacts","resources":[{"name":"events","path":"data/what.csv"}]}"#),
    ("data/what.csv", "id,treaty,type,edtf,source\nsigned,pact,signed,1931-05-04,s\n"),
    ("treaties.csv", "id,name,category\npact,The Pact,Bilateral\n"),
    ("sources.csv", "id,title\ns,A text\n"),
];

fn write(folder: &Path) {
    std::fs::create_dir_all(folder.join("data")).expect("it can be made");
    for (name, text) in TABLES {
        std::fs::write(folder.join(name), text).expect("it can be written");
    }
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("it can be packed");
        writer.write_all(text.as_bytes()).expect("it can be packed");
    }
    writer.finish().expect("it can be packed").into_inner()
}

#[test]
fn a_folder_of_tables_opens_by_drop_and_by_dialog_as_its_archive_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let tables = folder.path().join("pacts");
    write(&tables);
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with([1200.0, 800.0], Theme::Light, &dialogs, None);
    window.state_mut().drop_files(vec![tables.clone()], false);
    run_until(&mut window, "it is open", |app| app.session().world.path.is_some());
    assert_eq!(dataset(window.state()).title(), "Pacts");
    let archive = load("pacts.zip", zipped(&TABLES), &());
    assert_eq!(archive.report.errors, 0, "{}", archive.report);
    let archive = archive.dataset.expect("it is read");
    let names = |dataset: &treaty_timeline::domain::Dataset| {
        let treaties = dataset.treaties().iter().map(|treaty| treaty.name.to_string());
        treaties.chain(dataset.events().iter().map(|event| event.key.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(names(dataset(window.state())), names(&archive));

    let other = folder.path().join("others");
    write(&other);
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(other.clone());
    choose(&mut window, Action::OpenFolder);
    run_until(&mut window, "the other one is open", |app| app.session().world.path.as_ref() == Some(&other));
    // A table in it that changes is a change of the dataset.
    let more = "id,name,category\npact,The Pact,Bilateral\nmore,More,Bilateral\n";
    std::fs::write(other.join("treaties.csv"), more).expect("it can be written");
    window.state().check_disk();
    run_until(&mut window, "it is read again", |app| app.session().world.dataset.treaties().len() == 2);
    assert!(session(&window).files.unreadable.is_none());
}

#[test]
fn the_command_line_reads_a_folder_of_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let check = |path: &Path| {
        let mut program = Process::new(env!("CARGO_BIN_EXE_treaty-timeline"));
        let output = program.args(["check"]).arg(path).env("LC_ALL", "C").output().expect("it starts");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, text) = check(folder.path());
    assert!(code == Some(0) && text.contains("1 treaty"), "{text}");
    // A folder of anything else is still one.
    let empty = tempfile::tempdir().expect("a folder");
    let (code, text) = check(empty.path());
    assert!(code != Some(0) && text.contains("this is a folder"), "{text}");
}

#[test]
fn a_timeline_of_aeon_timeline_is_read_or_refused_with_what_to_export() {
    let second = r#"{"entities":[],"events":[{"title":"A","rangeValues":[]}],"template":{"types":[]}}"#;
    let said = |name: &str, bytes: Vec<u8>| {
        let report = load(name, bytes, &()).report;
        report.render(Language::English)
    };
    let text = said("my.aeonzip", zipped(&[("timeline.json", second)]));
    assert!(text.contains("an Aeon Timeline project") && text.contains("export the events as CSV"), "{text}");
    let early = b"\x00\x01{\"definitions\":{},\"data\":{\"items\":{}}}\x00".to_vec();
    let text = said("my.aeon", early);
    assert!(text.contains("export the events as CSV"), "{text}");
}
