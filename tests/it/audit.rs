//! `check --audit`: the bundled dataset has a reason for everything that is listed; what has none is listed and fails.

use std::path::Path;
use std::process::{Command, Output};

const DATASET: &str = r#"{"format":"treaty-timeline/1","title":"T","checked_on":"2020-01-01",
"parties":[{"id":"A","name":"Alpha"},{"id":"B","name":"Beta"}],
"treaties":[{"id":"X","name":"X Treaty","category":"c","parties":["A","B"]}],
"sources":[{"id":"s","title":"List","kind":"data"}],
"events":[{"id":"X-signed","treaty":"X","type":"signed","dates":[{"edtf":"2015","role":"formal","source":"s"}],"title":"Signed"},
{"id":"X-A-leaves","treaty":"X","type":"withdrawal_announced","party":"A","dates":[{"edtf":"2019-05-01","role":"announced","source":"s"}],"title":"Alpha will leave"}]}"#;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(args)
        .env("LC_ALL", "C")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("it runs")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("it can be written");
    path.display().to_string()
}

#[test]
fn the_bundled_record_has_a_reason_for_all_that_an_auditor_would_look_at() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let [file, accepted] =
        ["arms-control.json", "audit-accepted.json"].map(|name| data.join(name).display().to_string());
    let output = run(&["check", "--audit", "--accepted", &accepted, &file]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(!text.contains("is no longer found"), "{text}");
}

#[test]
fn what_has_no_reason_is_listed_and_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = write(folder.path(), "data.json", DATASET);
    assert_eq!(run(&["check", &file]).status.code(), Some(0), "without --audit nothing is asked");
    let output = run(&["check", "--audit", &file]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for line in
        ["[loose_date]: 1 open", "  X-signed  2015", "[no_effect]: 1 open", "  X-A-leaves  2019-05-01"]
    {
        assert!(text.contains(line), "{line} is missing:\n{text}");
    }
    let json = run(&["check", "--audit", "--format", "json", &file]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("it prints JSON");
    assert_eq!(json[0]["audit"][0]["rule"], "loose_date");
    assert_eq!(json[0]["audit"][0]["id"], "X-signed");
}

#[test]
fn a_reason_closes_a_finding_and_one_without_a_finding_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = write(folder.path(), "data.json", DATASET);
    let reasons = r#"[{"rule":"loose_date","ids":["X-signed","gone"],"reason":"Nobody has the day."},
{"rule":"no_effect","reason":"It stayed."}]"#;
    let accepted = write(folder.path(), "accepted.json", reasons);
    let output = run(&["check", "--audit", "--accepted", &accepted, &file]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for line in
        ["0 open, 1 accepted", "(Nobody has the day.)", "(It stayed.)", "gone is accepted under loose_date"]
    {
        assert!(text.contains(line), "{line} is missing:\n{text}");
    }
    let bad = write(folder.path(), "bad.json", r#"[{"rule":"no_rule","reason":"?"}]"#);
    let refused = run(&["check", "--audit", "--accepted", &bad, &file]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is not a list of what the audit accepts"));
}
