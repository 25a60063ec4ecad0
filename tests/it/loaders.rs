//! Every file in `tests/fixtures` against the text that checking it must print, and how large or hostile input fares.

use std::path::PathBuf;

use treaty_timeline::load::{Loaded, Rule, Watch, load, load_for_print};
use treaty_timeline::timeline::Font;

fn fixtures() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(crate::common::fixture(""))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    files
}

fn check(path: &PathBuf) -> Loaded {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let has_glyph = |c| Font::Text.has(c) && Font::Serif.has(c);
    load_for_print(&name, std::fs::read(path).unwrap(), Some(&has_glyph), &())
}

#[test]
fn each_fixture_gives_exactly_its_diagnostics() {
    let files = fixtures();
    assert!(files.len() > 20, "the fixtures are gone");
    let mut wrong = Vec::new();
    for path in files {
        let printed = check(&path).report.to_string();
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(&expected, &printed).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if printed != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- printed\n{printed}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_FIXTURES=1 rewrites them", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_fixture_that_breaks_it() {
    let codes: Vec<&str> =
        fixtures().iter().flat_map(|path| check(path).report.problems.into_iter().map(|p| p.code)).collect();
    // In the native format types are given and not read from titles.
    for rule in Rule::ALL.iter().filter(|rule| **rule != Rule::TypesRead) {
        assert!(codes.contains(&rule.code()), "no fixture breaks {}", rule.code());
    }
}

#[test]
fn one_bad_record_costs_only_itself() {
    let loaded = check(&crate::common::fixture("many-problems.json"));
    assert!(loaded.report.errors >= 5, "{}", loaded.report);
    assert!(!loaded.dataset.unwrap().events().is_empty());
}

fn errors_of(bytes: impl Into<Vec<u8>>) -> Vec<&'static str> {
    load("x", bytes.into(), &()).report.problems.into_iter().map(|problem| problem.code).collect()
}

#[test]
fn events_that_are_no_list_are_said_to_be_none_whatever_they_are() {
    for (value, found) in [
        ("null", "null"),
        ("{}", "an object"),
        ("\"1957\"", "a text"),
        ("1957", "a number"),
        ("true", "true or false"),
    ] {
        for text in
            [format!(r#"{{"events":{value}}}"#), format!(r#"{{"title":"Lanes","events": {value},"x":[1]}}"#)]
        {
            let report = load("x", text.clone().into(), &()).report;
            let printed = report.to_string();
            assert_eq!(report.problems.len(), 1, "{text}: {printed}");
            assert!(
                printed.contains(&format!("\"events\" is {found} and must be a list")),
                "{text}: {printed}"
            );
        }
    }
}

#[test]
fn a_hundred_thousand_brackets_are_refused_wherever_they_stand() {
    let nest = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(errors_of(nest.clone()), ["wrong-shape"]);
    let in_table = format!(r#"{{"format":"treaty-timeline/1","title":"x","events":[{nest}]}}"#);
    assert_eq!(errors_of(in_table), ["wrong-shape"]);
    let in_field = format!(
        r#"{{"format":"treaty-timeline/1","title":"x","parties":[{{"id":"A","name":"A","more":{nest}}}]}}"#
    );
    assert_eq!(errors_of(in_field), ["wrong-shape"]);
    let open = "[".repeat(100_000);
    assert_eq!(errors_of(open), ["wrong-shape"]);
}

#[test]
fn very_many_problems_are_counted_and_not_all_listed() {
    let event = r#"{"id":"E","treaty":"T","type":"nonsense","dates":[]}"#;
    let events = vec![event; 20_000].join(",");
    let text = format!(r#"{{"format":"treaty-timeline/1","title":"x","events":[{events}]}}"#);
    let report = load("x", text.into(), &()).report;
    assert!(report.errors >= 20_000);
    assert!(report.problems.len() <= 1000);
    assert!(report.to_string().contains("not listed"));
}

#[test]
fn a_cancelled_loading_gives_nothing() {
    struct Cancelled;
    impl Watch for Cancelled {
        fn reached(&self, _share: f32) {}

        fn is_cancelled(&self) -> bool {
            true
        }
    }
    let loaded = load("x", crate::common::synthetic(2, 10).into(), &Cancelled);
    assert!(loaded.dataset.is_none());
    assert_eq!(loaded.report.errors, 0);
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_never_a_crash() {
    let whole = std::fs::read(crate::common::fixture("good-second.json")).unwrap();
    for end in 0..whole.trim_ascii_end().len() {
        let report = load("x", whole[..end].to_vec(), &()).report;
        assert!(report.errors > 0, "cut at {end}");
    }
}

#[test]
fn a_file_with_one_wrong_byte_is_never_a_crash() {
    let whole = std::fs::read(crate::common::fixture("good-second.json")).unwrap();
    let mut refused = 0;
    for at in 0..whole.len() {
        for byte in [b'"', b'{', b'0', 0, 0xFF] {
            let mut changed = whole.clone();
            changed[at] = byte;
            refused += usize::from(load("x", changed, &()).report.errors > 0);
        }
    }
    assert!(refused > whole.len(), "most such changes break the file");
}
