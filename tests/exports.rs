//! The command line, run as a program: what it prints, what it writes, how it exits.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::fixture;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(args)
        // No display: nothing below may need one.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn check_exits_with_0_clean_1_on_errors_and_2_on_bad_usage() {
    let good = fixture("good-minimal.json");
    let clean = run(&["check", path(&good)]);
    assert_eq!(clean.status.code(), Some(0));
    assert!(text(&clean.stdout).contains("no problems"));
    let bad = fixture("unknown-id.json");
    let errors = run(&["check", path(&good), path(&bad)]);
    assert_eq!(errors.status.code(), Some(1));
    assert!(text(&errors.stdout).contains("error[unknown-id]"));
    assert_eq!(run(&["check"]).status.code(), Some(2));
    assert_eq!(run(&["check", "--format", "xml", path(&good)]).status.code(), Some(2));
    assert_eq!(run(&["check", "/no/such/file"]).status.code(), Some(1));
}

#[test]
fn check_prints_json_for_programs() {
    let bad = fixture("unknown-id.json");
    let output = run(&["check", "--format", "json", path(&bad)]);
    assert_eq!(output.status.code(), Some(1));
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &reports[0]["problems"][0];
    assert_eq!(problem["code"], "unknown-id");
    assert_eq!(problem["severity"], "error");
    assert!(problem["line"].as_u64().unwrap() > 1 && problem["column"].as_u64().unwrap() > 1);
}

#[test]
fn render_draws_the_scene_as_svg_and_png() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("view.svg");
    let output =
        run(&["render", "--out", path(&svg), "--select", "INF-terminated", "--from", "2018", "--to", "2022"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let drawn = std::fs::read_to_string(&svg).unwrap();
    for words in ["INF Treaty", "Arms control", ">2020<", "1988 – 2019"] {
        assert!(drawn.contains(words), "{words}");
    }
    let png = folder.path().join("view.png");
    let output = run(&["render", "--out", path(&png), "--size", "800x600", "--theme", "dark"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let bytes = std::fs::read(&png).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (800, 600));
}

#[test]
fn render_is_the_same_whatever_the_time_zone() {
    let folder = tempfile::tempdir().unwrap();
    let drawn: Vec<String> = ["Pacific/Kiritimati", "America/Los_Angeles"]
        .iter()
        .map(|zone| {
            let out = folder.path().join("view.svg");
            let status = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
                .args(["render", "--out", path(&out), "--from", "2019-01", "--to", "2019-09"])
                .env("TZ", zone)
                .status()
                .unwrap();
            assert!(status.success());
            std::fs::read_to_string(out).unwrap()
        })
        .collect();
    assert_eq!(drawn[0], drawn[1]);
}

#[test]
fn render_says_what_it_cannot_do_and_leaves_the_old_picture() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("view.svg");
    std::fs::write(&out, "old").unwrap();
    let bad = fixture("unknown-id.json");
    for (args, words) in [
        (vec![path(&bad), "--out", path(&out)], "error[unknown-id]"),
        (vec!["--out", path(&out), "--from", "2022", "--to", "2019"], "--from must be before --to"),
        (vec!["--out", path(&out), "--select", "nothing"], "no event, statement or treaty"),
        (vec!["--out", "view.pdf"], "must end in .svg or .png"),
    ] {
        let mut all = vec!["render"];
        all.extend(args);
        let output = run(&all);
        assert_eq!(output.status.code(), Some(1), "{all:?}");
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
    for usage in [["--size", "3x"], ["--from", "2.8.2019"], ["--to", "2019-02-30"]] {
        assert_eq!(run(&["render", "--out", path(&out), usage[0], usage[1]]).status.code(), Some(2));
    }
}
