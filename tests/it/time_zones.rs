//! The command line in the first and the last time zone of the world: what it prints and writes is the same.

use std::path::Path;
use std::process::Command;

/// Between them it is always another day.
const ZONES: [&str; 2] = ["Pacific/Kiritimati", "America/Los_Angeles"];

/// Everything that a call prints, and the file that it writes.
fn outcome(zone: &str, args: &[&str], written: Option<&Path>) -> (String, Vec<u8>) {
    if let Some(path) = written {
        let _none_there = std::fs::remove_file(path);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(args)
        .env("TZ", zone)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    let bytes =
        written.map(|path| std::fs::read(path).unwrap_or_else(|err| panic!("{args:?}: {err}\n{said}")));
    (format!("{:?}\n{said}", output.status.code()), bytes.unwrap_or_default())
}

#[track_caller]
fn assert_same(args: &[&str], written: Option<&Path>) {
    let [first, last] = ZONES.map(|zone| outcome(zone, args, written));
    assert_eq!(first.0, last.0, "{args:?}");
    assert!(first.1 == last.1, "{args:?} writes another file");
    assert!(!first.0.trim().is_empty());
}

#[test]
fn files_with_times_and_zones_are_read_as_the_same_days() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.json");
    let formats = crate::common::fixture("formats");
    for file in [
        "calendar/google.ics",
        "calendar/outlook.ics",
        "calendar/bad-repeats.ics",
        "wikidata/signatures.json",
        "vis-timeline/list.json",
        "vis-timeline/data-set.json",
        "simile/gregorian.json",
        "simile/events.xml",
        "timeline-js/sheet.csv",
        "markwhen/recurring.mw",
        "annotations/hypothesis-export.json",
        "csl-json/zotero.json",
        "bibtex/zotero-biblatex.bib",
        "programs/acled.csv",
        "programs/gdelt.csv",
        "archives/workbook.zip",
    ] {
        let path = formats.join(file);
        let path = path.to_str().unwrap();
        assert_same(&["check", path], None);
        assert_same(&["convert", path, out.to_str().unwrap()], Some(&out));
    }
}

#[test]
fn what_is_computed_and_written_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    assert_same(&["state", "--on", "2019-08-02"], None);
    assert_same(&["state", "--on", "1991-06-01", "--format", "json"], None);
    let data = folder.path().join("arms-control.json");
    std::fs::write(&data, treaty_timeline::load::bundled()).unwrap();
    let data = data.to_str().unwrap();
    for name in ["out.ics", "out.mw", "out.csv", "out.xlsx", "out.html", "out.zip", "out.bib"] {
        let out = folder.path().join(name);
        assert_same(&["convert", data, out.to_str().unwrap()], Some(&out));
    }
}
