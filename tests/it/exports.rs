//! The command line, run as a program: what it prints, what it writes, how it exits.

use std::path::Path;
use std::process::{Command, Output};

use crate::common::fixture;

/// The program, in English on a system of any language.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.env("LC_ALL", "C").env_remove("LANGUAGE");
    program
}

fn run(args: &[&str]) -> Output {
    program()
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
    let name = drawn.lines().find(|line| line.ends_with(">INF Treaty</text>")).unwrap();
    assert!(name.contains("textLength=\""), "it keeps its width in another font: {name}");
    let png = folder.path().join("view.png");
    let output = run(&["render", "--out", path(&png), "--size", "800x600", "--theme", "dark"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let bytes = std::fs::read(&png).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (800, 600));
}

#[test]
fn letters_are_outlines_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = |more: &[&str]| {
        let svg = folder.path().join("view.svg");
        let mut args = vec!["render", "--out", path(&svg), "--from", "2018", "--to", "2022"];
        args.extend_from_slice(more);
        let output = run(&args);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        std::fs::read_to_string(&svg).unwrap()
    };
    let (words, outlines) = (drawn(&[]), drawn(&["--outlines"]));
    assert!(words.contains("<text") && !outlines.contains("<text") && !outlines.contains("font-family"));
    for said in ["<title>Arms control 1925–2026</title>", "<desc>Timeline, 2018 – 2022</desc>"] {
        assert!(words.contains(said) && outlines.contains(said), "{said}");
    }
    // Outlines are a picture; words can be read lane by lane.
    assert!(words.contains("role=\"graphics-document\"") && outlines.contains("role=\"img\""));
    let paths = |svg: &str| svg.matches("<path").count();
    assert!(paths(&outlines) > paths(&words) + 100, "{} and {}", paths(&outlines), paths(&words));
    let view = |svg: &str| svg.split_once("viewBox=\"").unwrap().1.split('"').next().unwrap().to_owned();
    assert_eq!(view(&outlines), view(&words));
}

#[test]
fn render_is_the_same_whatever_the_time_zone() {
    let folder = tempfile::tempdir().unwrap();
    let drawn: Vec<String> = ["Pacific/Kiritimati", "America/Los_Angeles"]
        .iter()
        .map(|zone| {
            let out = folder.path().join("view.svg");
            let status = program()
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
        (vec!["--out", "view.gif"], "must end in .pdf, .svg, .png or .html"),
    ] {
        let mut all = vec!["render"];
        all.extend(args);
        let output = run(&all);
        assert_eq!(output.status.code(), Some(1), "{all:?}");
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
    let png = folder.path().join("view.png");
    std::fs::create_dir(&png).unwrap();
    for (more, words) in [
        (["--size", "16000x16000"], "256 million pixels; the limit is 100 million"),
        (["--size", "800x600"], "a folder has this name"),
    ] {
        let output = run(&["render", "--out", path(&png), more[0], more[1]]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
    for usage in [["--size", "3x"], ["--from", "02/08/2019"], ["--to", "2019-02-30"]] {
        assert_eq!(run(&["render", "--out", path(&out), usage[0], usage[1]]).status.code(), Some(2));
    }
}

#[test]
fn state_says_what_the_law_was_with_its_grounds() {
    let output = run(&["state", "--on", "2019-08-01", "--treaty", "INF"]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert!(
        printed.contains("the treaty as a whole: suspended; withdrawal pending, 1 day left"),
        "{printed}"
    );
    assert!(printed.contains("last day in force 2019-08-01, first day out 2019-08-02"), "{printed}");
    assert!(printed.contains("2019-02-02  United States gives notice of withdrawal"), "{printed}");

    let output =
        run(&["state", "--on", "2006-10-09", "--treaty", "NPT", "--party", "PRK", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(rows[0]["state"], "out");
    assert_eq!(rows[0]["alternatives"][0]["state"], "in_force");
    assert!(
        rows[0]["grounds"].as_array().unwrap().iter().any(|g| g["event"] == "NPT-PRK-withdrawal-effective")
    );

    let output = run(&["state", "--on", "2021-12-18", "--treaty", "OPENSKIES", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(output.stdout.as_slice());
    let head = rows.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|cell| cell == name).unwrap();
    let states: Vec<(String, String)> = rows
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[column("party")].to_owned(), row[column("state")].to_owned()))
        .collect();
    assert!(states.contains(&(String::new(), "in_force".to_owned())), "{states:?}");
    assert!(states.contains(&("USA".to_owned(), "out".to_owned())), "{states:?}");
    assert!(states.contains(&("RUS".to_owned(), "out".to_owned())), "{states:?}");
}

#[test]
fn state_refuses_what_it_cannot_answer_and_says_why() {
    let said = |args: &[&str]| {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        text(&output.stderr)
    };
    assert!(said(&["state", "--on", "2019", "--treaty", "INF"]).contains("is not a single day"));
    assert!(
        said(&["state", "--on", "2019-08-01", "--treaty", "INV"]).contains("no treaty has the id \"INV\"")
    );
    assert!(said(&["state", "--on", "2019-08-01", "--party", "XYZ"]).contains("no party has the id \"XYZ\""));
    let bad = fixture("many-problems.json");
    assert!(said(&["state", path(&bad), "--on", "2019-08-01"]).contains("the file has errors"));
    assert_eq!(run(&["state", "--on", "yesterday"]).status.code(), Some(2));
    // What is no date is answered with what to write.
    assert!(text(&run(&["state", "--on", "yesterday"]).stderr).contains("write year-month-day"));
    assert!(text(&run(&["state", "--on", "33"]).stderr).contains("write 0033"));
    // What is not recorded is said, and is no failure; who can be no party to a treaty of two others is no gap in the record.
    for (treaty, words) in
        [("CFE", "China: not recorded in this file"), ("INF", "China: not a party (concluded between")]
    {
        let unknown = run(&["state", "--on", "2019-08-01", "--treaty", treaty, "--party", "CHN"]);
        assert_eq!(unknown.status.code(), Some(0));
        assert!(text(&unknown.stdout).contains(words), "{}", text(&unknown.stdout));
    }
}

#[test]
fn check_counts_what_a_file_holds_and_on_what_it_rests() {
    let output = run(&["check", path(&fixture("good-second.json"))]);
    let printed = text(&output.stdout);
    for words in [
        "treaty                   events  statements",
        "1930s",
        "kind of source",
        "dates rest on official sources",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    let output = run(&["check", "--format", "json", path(&fixture("good-second.json"))]);
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let counts = &reports[0]["counts"];
    let sum: u64 = counts["treaties"].as_array().unwrap().iter().map(|t| t["events"].as_u64().unwrap()).sum();
    let by_type: u64 = counts["event_types"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert!(sum > 0 && sum == by_type, "{counts}");
}

#[test]
fn check_counts_one_of_a_kind_and_years_before_the_common_era() {
    let dataset = r#"{"format":"treaty-timeline/1","title":"Made up","sources":[{"id":"s","title":"A source"}],
        "treaties":[{"id":"T","name":"Pact","category":"Made up"}],"events":[{"id":"e","treaty":"T",
        "type":"signed","dates":[{"edtf":"[-0043-03-15,-0043-03-16]","source":"s"}]}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.json");
    std::fs::write(&file, dataset).unwrap();
    let printed = text(&run(&["check", path(&file)]).stdout);
    // A set in one claim is no dispute: its source alone leaves the day open.
    for words in ["1 treaty ", "49–40 BCE", "of 1 date rests on", "the dates of 0 events are disputed"] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
}

/// A dataset whose ids and labels steer terminals and spreadsheets.
fn hostile() -> String {
    let text = std::fs::read_to_string(fixture("good-minimal.json")).unwrap();
    let dataset: serde_json::Value = serde_json::from_str(&text).unwrap();
    let id = dataset["treaties"][0]["id"].as_str().unwrap();
    text.replace(&format!("\"{id}\""), "\"=1+1\\u001b]0;owned\\u0007\"")
}

fn steers(bytes: &[u8]) -> bool {
    text(bytes).contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t'))
}

#[test]
fn what_others_wrote_steers_no_terminal_and_computes_in_no_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let name = if cfg!(unix) { "a\u{1b}[31mred\n.json" } else { "a.json" };
    let file = folder.path().join(name);
    std::fs::write(&file, hostile()).unwrap();
    let broken = folder.path().join("plain.json");
    std::fs::write(
        &broken,
        r#"{"events":[{"id":1,"lane":"L\u001b[2J","start":"\u009b2J","end":null,"label":"x"}]}"#,
    )
    .unwrap();
    let after = folder.path().join("after.json");
    std::fs::write(&after, hostile().replace("=1+1", "=2+2")).unwrap();
    for args in [
        vec!["check", path(&file)],
        vec!["check", "--format", "json", path(&file)],
        vec!["check", path(&broken)],
        vec!["check", "--format", "json", path(&broken)],
        vec!["state", "--on", "1990-01-01", path(&file)],
        vec!["state", "--on", "1990-01-01", "--format", "csv", path(&file)],
        vec!["state", "--on", "1990-01-01", "--treaty", "none", path(&file)],
        vec!["diff", path(&file), path(&after)],
        vec!["diff", "--format", "json", path(&file), path(&after)],
        vec!["render", "--out", "no\u{1b}[31mpicture", path(&file)],
    ] {
        let output = run(&args);
        assert!(!steers(&output.stdout) && !steers(&output.stderr), "{args:?}: {output:?}");
        if args.contains(&"json") && !output.stdout.is_empty() {
            serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap();
        }
        if args.contains(&"csv") {
            for row in csv::Reader::from_reader(output.stdout.as_slice()).records() {
                assert!(row.unwrap().iter().all(|cell| !cell.starts_with('=')), "{output:?}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once_and_whole() {
    use std::io::Write as _;
    use std::process::Stdio;
    let given = |args: &[&str], bytes: &[u8]| {
        let mut child = program()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        child.wait_with_output().unwrap()
    };
    let good = std::fs::read(fixture("good-second.json")).unwrap();
    let bulk = br#"{"events":[{"id":1,"lane":"A","start":"1990-01-05","end":null,"label":"A day"}]}"#;
    let over_lines = br#"{"events":[{"id":1,"lane":"A",
        "start":"1990-01-05","end":null,"label":"A day"}]}"#;
    for bytes in [good.as_slice(), bulk, over_lines] {
        let output = given(&["check", "/dev/stdin"], bytes);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    let output = given(&["diff", "/dev/stdin", path(&fixture("good-second.json"))], &good);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output.stdout).contains("no differences"), "{output:?}");
}

/// A pipe that has a name waits for whoever writes to it, as for any program of the command line.
#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("data.fifo");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let check = program().args(["check", path(&pipe)]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    // Opening it for writing waits until the other side reads.
    std::fs::write(&pipe, std::fs::read(fixture("good-minimal.json")).unwrap()).unwrap();
    let output = check.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output.stdout).contains("no problems"), "{output:?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named_and_an_answer_that_cannot_be_written_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    for (what, words) in [("/dev/zero", "is a device"), (path(folder.path()), "is a folder")] {
        let output = run(&["check", what]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stdout).contains(words), "{output:?}");
        assert_eq!(run(&["diff", what, what]).status.code(), Some(2));
    }
    if !Path::new("/dev/full").exists() {
        return;
    }
    let good = fixture("good-minimal.json");
    let picture = folder.path().join("a.svg");
    for (args, code) in [
        (vec!["check", path(&good)], 1),
        (vec!["state", "--on", "1990-01-01", path(&good)], 1),
        (vec!["render", "--out", path(&picture), path(&good)], 1),
        (vec!["schema"], 1),
        (vec!["--help"], 1),
        (vec!["--version"], 1),
        (vec!["render", "--help"], 1),
        (vec!["diff", path(&good), path(&good)], 2),
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = program()
            .args(&args)
            .stdout(full)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(text(&output.stderr).contains("could not be written"), "{output:?}");
    }
}
