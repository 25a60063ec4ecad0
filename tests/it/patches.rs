//! Patches and merging, as data and on the command line: made of two files, shown in words, carried out, refused where something
//! else is there; what an edit changes in law.

use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;

use treaty_timeline::compare::legal_status_changes;
use treaty_timeline::diagnostics::Failure;
use treaty_timeline::domain::Dataset;
use treaty_timeline::edit::{
    Edit, EditProblem, Json, Origin, RecordList, apply, apply_patch, make_patch, patch_of_files, read_patch,
    value, write_patch,
};
use treaty_timeline::language::Language;
use treaty_timeline::load::{bundled, load};

const FILE: &str = r#"{
 "format": "treaty-timeline/1",
 "title": "Lakes",
 "version": "1",
 "sources": [
  {"id": "courier", "title": "Courier"}
 ],
 "parties": [
  {"id": "NOR", "name": "Northland"},
  {"id": "SOU", "name": "Southland"}
 ],
 "treaties": [
  {"id": "alpha", "name": "Alpha Pact", "category": "Airships", "parties": ["NOR", "SOU"]}
 ],
 "events": [
  {"id": "force", "treaty": "alpha", "type": "entered_into_force", "dates": [{"edtf": "1932-06-01", "source": "courier"}]},
  {"id": "end", "treaty": "alpha", "type": "terminated", "dates": [{"edtf": "1940-02-02", "source": "courier"}]}
 ]
}
"#;

fn json(text: &str) -> Json {
    Json::new(text).unwrap()
}

fn origin() -> Origin {
    Origin {
        author: "Ann Kay".to_owned(),
        date: "2026-11-30".to_owned(),
        reason: "The gazette has it a day earlier".to_owned(),
        source: "courier".to_owned(),
    }
}

/// A date corrected, a party renamed, one added, one field taken away.
fn edits() -> Vec<Edit> {
    let dates = r#"[{"edtf":"1940-02-01","source":"courier"}]"#;
    vec![
        Edit::set(RecordList::Events, "end", "dates", Some(json(dates))),
        Edit::set(RecordList::Parties, "NOR", "short", Some(Json::text("North"))),
        Edit::add(RecordList::Parties, "EST", json(r#"{"name":"Eastland"}"#)),
        Edit::set(RecordList::Dataset, "", "version", None),
    ]
}

fn edited(edits: &[Edit]) -> String {
    apply(FILE, edits).unwrap().text
}

fn dataset(text: &str) -> Dataset {
    load("lakes.json", text.as_bytes().to_vec(), &()).dataset.unwrap()
}

#[test]
fn a_patch_made_written_read_and_applied_is_the_edited_file() {
    let after = edited(&edits());
    let patch = patch_of_files(FILE.as_bytes(), after.as_bytes(), &origin()).unwrap();
    assert_eq!(patch, make_patch(FILE.as_bytes(), &edits(), &origin()).unwrap());
    let file = write_patch(&patch);
    let read = read_patch(file.as_bytes()).unwrap();
    assert_eq!(read, patch);
    let applied = apply_patch(FILE, &read).unwrap();
    assert_eq!((applied.text.as_str(), applied.made, applied.already), (after.as_str(), 4, 0));
    assert_eq!(applied.inverse.apply(&after).unwrap().0, FILE);
    let again = apply_patch(&after, &read).unwrap();
    assert_eq!(
        (again.text.as_str(), again.made, again.already, again.conflicts.len()),
        (after.as_str(), 0, 4, 0)
    );
    insta::assert_snapshot!("patch_file", file.replace(&read.dataset.hash, "(hash)"));
    insta::assert_snapshot!("patch_in_words", Language::English.patch_in_words(&read));
    insta::assert_snapshot!("patch_in_russian", Language::Russian.patch_in_words(&read));
}

#[test]
fn of_a_patch_to_something_else_only_what_fits_is_made() {
    let patch = make_patch(FILE.as_bytes(), &edits(), &origin()).unwrap();
    let other = FILE.replace("1940-02-02", "1941").replace("\"short\"", "\"x\"");
    let applied = apply_patch(&other, &patch).unwrap();
    assert_eq!((applied.made, applied.conflicts.len()), (3, 1));
    assert!(applied.text.contains("\"1941\"") && applied.text.contains("Eastland"));
    insta::assert_snapshot!("conflict_in_words", Language::English.conflicts_in_words(&applied.conflicts));
    let gone = FILE.replace("\"NOR\"", "\"NRD\"");
    let conflicts = apply_patch(&gone, &patch).unwrap().conflicts;
    assert!(
        conflicts.iter().any(|conflict| conflict.id == "NOR" && conflict.ours.is_none()),
        "{conflicts:?}"
    );
}

#[test]
fn what_is_no_patch_is_refused_with_the_number_of_the_change() {
    let with = |change: &str| format!(r#"{{"format":"treaty-timeline-patch/1","changes":[{change}]}}"#);
    for (text, problem) in [
        ("[]".to_owned(), EditProblem::NoObject),
        ("{\n\"a\":}".to_owned(), EditProblem::PatchSyntax(2, 5)),
        (FILE.to_owned(), EditProblem::NotAPatch("treaty-timeline/1".to_owned())),
        ("{}".to_owned(), EditProblem::NotAPatch(String::new())),
        (r#"{"format":"treaty-timeline-patch/1"}"#.to_owned(), EditProblem::PatchField(0, "changes")),
        (with("7"), EditProblem::PatchField(1, "list")),
        (with(r#"{"list":"ships","id":"a","after":1}"#), EditProblem::UnknownList(1, "ships".to_owned())),
        (with(r#"{"list":"events","after":1}"#), EditProblem::PatchField(1, "id")),
        (with(r#"{"list":"events","id":"a"}"#), EditProblem::PatchField(1, "after")),
        (with(r#"{"list":"events","id":"a","after":1,"author":[]}"#), EditProblem::PatchField(1, "author")),
    ] {
        assert_eq!(read_patch(text.as_bytes()), Err(problem), "{text}");
    }
    // What is read and makes no sense is a conflict, or refused.
    let patch = read_patch(with(r#"{"list":"parties","id":"EST","after":[1]}"#).as_bytes()).unwrap();
    assert_eq!(apply_patch(FILE, &patch), Err(EditProblem::BadRecord("parties", "EST".to_owned())));
}

#[test]
fn a_patch_of_a_hundred_thousand_changes_costs_as_much_as_it_is_long() {
    let number = 100_000;
    let changes: Vec<String> = (0..number)
        .map(|n| format!(r#"{{"list":"parties","id":"NOR","field":"x{}","after":{n}}}"#, n % (number / 2)))
        .collect();
    let text = format!(r#"{{"format":"treaty-timeline-patch/1","changes":[{}]}}"#, changes.join(","));
    let applied = apply_patch(FILE, &read_patch(text.as_bytes()).unwrap()).unwrap();
    assert_eq!((applied.made, applied.conflicts.len()), (number / 2, number / 2));
    assert_eq!(write_patch(&read_patch(text.as_bytes()).unwrap()).matches("\"list\"").count(), number);
}

#[test]
fn what_an_edit_changes_in_law_is_said() {
    let said = |after: &str, language: Language| -> Vec<String> {
        let changes = legal_status_changes(&dataset(FILE), &dataset(after));
        changes.iter().map(|change| language.law_change(change)).collect()
    };
    let after = edited(&edits());
    assert_eq!(
        said(&after, Language::English),
        ["Alpha Pact: in force until 1 February 1940 → 31 January 1940"]
    );
    assert_eq!(said(&after, Language::Russian), ["Alpha Pact: в силе по 1 февраля 1940 → 31 января 1940"]);
    assert_eq!(said(FILE, Language::English), Vec::<String>::new());
    let never = edited(&[Edit::remove(RecordList::Events, "end")]);
    assert_eq!(
        said(&never, Language::English),
        ["Alpha Pact: in force from 1 June 1932, ended from 2 February 1940 → in force from 1 June 1932"]
    );
    let text = String::from_utf8(bundled()).unwrap();
    let dates = value(&text, RecordList::Events, "INF-terminated", "dates").unwrap().unwrap();
    let dates = json(&dates.get().replacen("2019-08-02", "2019-08-01", 1));
    let edit = Edit::set(RecordList::Events, "INF-terminated", "dates", Some(dates));
    let after = apply(&text, &[edit]).unwrap().text;
    let changes = legal_status_changes(&dataset(&text), &dataset(&after));
    let lines: Vec<String> = changes.iter().map(|change| Language::English.law_change(change)).collect();
    insta::assert_snapshot!("inf_ends_a_day_earlier", lines.join("\n"));
}

#[test]
fn why_an_edit_was_refused_is_said_in_each_language() {
    let mut problem = Some(EditProblem::NoObject);
    while let Some(this) = problem {
        let [english, russian] = Language::ALL.map(|language| language.edit_problem(&this));
        assert!(!english.is_empty() && english != russian, "{this:?}");
        let is_russian = russian.chars().any(|c| ('а'..='я').contains(&c));
        assert!(is_russian, "{russian}");
        let name = || "имя".to_owned();
        problem = match this {
            EditProblem::NoObject => Some(EditProblem::NotNative),
            EditProblem::NotNative => Some(EditProblem::NotText),
            EditProblem::NotText => Some(EditProblem::NoList("events")),
            EditProblem::NoList(_) => Some(EditProblem::NoRecord("events", name())),
            EditProblem::NoRecord(..) => Some(EditProblem::Ambiguous("events", name())),
            EditProblem::Ambiguous(..) => Some(EditProblem::IdTaken("events", name())),
            EditProblem::IdTaken(..) => Some(EditProblem::NoId("events")),
            EditProblem::NoId(_) => Some(EditProblem::BadRecord("events", name())),
            EditProblem::BadRecord(..) => Some(EditProblem::WholeDataset),
            EditProblem::WholeDataset => Some(EditProblem::PatchSyntax(1, 2)),
            EditProblem::PatchSyntax(..) => Some(EditProblem::NotAPatch(String::new())),
            EditProblem::NotAPatch(format) if format.is_empty() => Some(EditProblem::NotAPatch(name())),
            EditProblem::NotAPatch(_) => Some(EditProblem::UnknownList(1, name())),
            EditProblem::UnknownList(..) => Some(EditProblem::PatchField(0, "changes")),
            EditProblem::PatchField(0, _) => Some(EditProblem::PatchField(2, "id")),
            EditProblem::PatchField(..) => Some(EditProblem::OtherBase(2)),
            EditProblem::OtherBase(_) => Some(EditProblem::Failed(Failure::Fault)),
            EditProblem::Failed(_) => None,
        };
    }
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    command.current_dir(folder).args(args).env("LC_ALL", "C").env_remove("LANGUAGE").output().unwrap()
}

#[track_caller]
fn printed(folder: &Path, args: &[&str], code: i32) -> String {
    let output = run(folder, args);
    let text =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
    text
}

#[test]
fn on_the_command_line_a_correction_is_made_sent_shown_and_applied() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    write("data.json", FILE);
    write("edited.json", &edited(&edits()));
    let make = ["patch", "make", "data.json", "edited.json", "--author", "Ann Kay", "--date", "2026-11-30"];
    let printed_patch = printed(folder, &make, 0);
    printed(folder, &[&make[..], &["-o", "corrections.json"]].concat(), 0);
    assert_eq!(read("corrections.json"), printed_patch);
    assert!(printed(folder, &["patch", "show", "corrections.json"], 0).contains("event end, dates"));
    let applied = printed(folder, &["patch", "apply", "data.json", "corrections.json", "-o", "new.json"], 0);
    assert_eq!(read("new.json"), read("edited.json"));
    assert_eq!(read("data.json"), FILE, "the dataset itself is not touched");
    insta::assert_snapshot!("applied", applied);

    // Something else is there: nothing is written, unless what fits is asked for.
    write("data.json", &FILE.replace("1940-02-02", "1941").replace("\"1\"", "\"1.1\""));
    let apply = ["patch", "apply", "data.json", "corrections.json"];
    let before = read("data.json");
    let conflicts = printed(folder, &apply, 1);
    assert_eq!(read("data.json"), before);
    insta::assert_snapshot!("not_applied", conflicts);
    let for_programs = printed(folder, &[&apply[..], &["--format", "json"]].concat(), 1);
    let answer: serde_json::Value = serde_json::from_str(&for_programs).unwrap();
    assert_eq!(
        (&answer["written"], &answer["conflicts"][0]["list"]),
        (&serde_json::Value::Null, &"dataset".into())
    );
    printed(folder, &[&apply[..], &["--partial"]].concat(), 0);
    assert!(read("data.json").contains("Eastland"));

    // A change that would break the file is not made.
    let broken = r#"{"format":"treaty-timeline-patch/1","changes":[{"list":"treaties","id":"alpha","field":"category","before":"Airships"}]}"#;
    write("broken.json", broken);
    assert!(
        printed(folder, &["patch", "apply", "data.json", "broken.json"], 1).contains("would have errors")
    );
    assert!(printed(folder, &["patch", "show", "data.json"], 1).contains("not a patch"));
    assert!(printed(folder, &["patch", "show", "none.json"], 1).contains("none.json"));
}

#[test]
fn on_the_command_line_two_versions_or_patches_are_merged() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let name = |name: &str| Edit::set(RecordList::Parties, "SOU", "name", Some(Json::text(name)));
    write("base.json", FILE);
    write("ours.json", &edited(&edits()));
    write("theirs.json", &edited(&[name("South")]));
    let merge = |theirs: &str, more: &[&str], code: i32| {
        printed(
            folder,
            &[&["patch", "merge", "base.json", "ours.json", theirs, "-o", "out.json"], more].concat(),
            code,
        )
    };
    merge("theirs.json", &[], 0);
    let both = edited(&[edits(), vec![name("South")]].concat());
    assert_eq!(read("out.json"), both);
    let patch = make_patch(FILE.as_bytes(), &[name("South")], &origin()).unwrap();
    write("patch.json", &write_patch(&patch));
    std::fs::remove_file(folder.join("out.json")).unwrap();
    merge("patch.json", &[], 0);
    assert_eq!(read("out.json"), both);
    std::fs::remove_file(folder.join("out.json")).unwrap();
    write("ours.json", &edited(&[name("Ours")]));
    assert!(merge("theirs.json", &[], 1).contains("--prefer"));
    assert!(!folder.join("out.json").exists());
    merge("theirs.json", &["--prefer", "ours"], 0);
    assert_eq!(read("out.json"), read("ours.json"));
    let listed = merge("theirs.json", &["--prefer", "theirs"], 0);
    assert_eq!(read("out.json"), read("theirs.json"));
    assert!(listed.contains("found: Ours") && listed.contains("proposed: South"), "{listed}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_patch_made_of_any_edits_and_applied_is_the_edited_file(
        names in proptest::collection::vec("[a-z\"\\\\é ]{0,8}", 1..6),
        which in proptest::collection::vec(0..5_usize, 1..6),
    ) {
        let edits: Vec<Edit> = std::iter::zip(&names, &which).enumerate().map(|(index, (name, which))| {
            let text = Some(Json::text(name));
            match which {
                0 => Edit::set(RecordList::Parties, "NOR", "name", text),
                1 => Edit::set(RecordList::Parties, "SOU", name, text),
                2 => Edit::add(RecordList::Sources, format!("s{index}"), Json::of(&serde_json::json!({"title": name})).unwrap()),
                3 => Edit::set(RecordList::Events, "end", "tags", Some(Json::of(&names).unwrap())),
                _ => Edit::set(RecordList::Dataset, "", "license", text),
            }
        }).filter(|edit| !matches!(&edit.change, treaty_timeline::edit::Change::Set { field, .. } if field == "id")).collect();
        let after = apply(FILE, &edits).unwrap().text;
        let patch = read_patch(write_patch(&make_patch(FILE.as_bytes(), &edits, &origin()).unwrap()).as_bytes()).unwrap();
        let applied = apply_patch(FILE, &patch).unwrap();
        prop_assert_eq!(applied.conflicts, []);
        prop_assert_eq!(
            serde_json::from_str::<serde_json::Value>(&applied.text).unwrap(),
            serde_json::from_str::<serde_json::Value>(&after).unwrap()
        );
    }
}
