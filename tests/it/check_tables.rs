//! Tables on the command line: what they were read as, read as somebody says, packed, and from standard input.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const TREATIES: &str = "Treaty,Signed,In force\nINF Treaty,1987-12-08,1988-06-01\nOpen Skies,1992-03-24,\n";

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(args)
        .env("LC_ALL", "C")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    child.stdin.take().expect("it has an input").write_all(input).expect("it reads its input");
    child.wait_with_output().expect("it ends")
}

fn json(output: &Output) -> serde_json::Value {
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    all[0].clone()
}

#[test]
fn check_says_what_a_table_was_read_as_from_standard_input_too() {
    let output = run(&["check", "-"], TREATIES.as_bytes());
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("Read as a table of treaties") && text.contains("2 treaties"), "{text}");
    let table = &json(&run(&["check", "--format", "json", "-"], TREATIES.as_bytes()))["table"];
    assert_eq!(table["rows"], 2);
    assert_eq!(table["headers"], serde_json::json!(["Treaty", "Signed", "In force"]));
    assert_eq!(table["mapping"]["shape"], "treaties");
    assert_eq!(table["mapping"]["roles"][1], "event:signed");
}

#[test]
fn a_table_is_read_as_a_mapping_in_a_file_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("it can be written");
        path.display().to_string()
    };
    let data = write("list.csv", "Wann,Was\n1987,Alpha\n1988,Beta\n");
    let mapping = write("mapping.json", r#"{"shape":"events","header_row":0,"roles":["date","lane"]}"#);
    let report = json(&run(&["check", "--mapping", &mapping, "--format", "json", &data], b""));
    assert_eq!(report["counts"]["treaties"].as_array().map(Vec::len), Some(2), "{report}");
    // What is printed can be given back.
    let again = write("again.json", &report["table"]["mapping"].to_string());
    let second = json(&run(&["check", "--mapping", &again, "--format", "json", &data], b""));
    assert_eq!(second, report);
    let bad = write("bad.json", r#"{"shape":"events","roles":["nonsense"]}"#);
    let output = run(&["check", "--mapping", &bad, &data], b"");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("bad.json does not say what columns hold: line 1, column 38"), "{said}");
}

#[test]
fn a_table_packed_with_gzip_is_the_same_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.csv.gz");
    let file = std::fs::File::create(&path).expect("it can be made");
    let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::default());
    packed.write_all(TREATIES.as_bytes()).expect("it can be written");
    packed.finish().expect("it can be written");
    let report = json(&run(&["check", "--format", "json", &path.display().to_string()], b""));
    assert_eq!((&report["errors"], &report["table"]["rows"]), (&serde_json::json!(0), &serde_json::json!(2)));
}
