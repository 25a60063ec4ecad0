//! What differs between two datasets: on the command line, in the list, and as old places on the timeline.

use std::sync::Arc;

use crate::common::window::{choose, session, shot};
use crate::common::{ScriptedDialogs, app_at_pace, run_until, world_of};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;
use serde_json::Value;

use treaty_timeline::compare::{ChangeKind, Comparison, Table, compare};
use treaty_timeline::language::Language;
use treaty_timeline::load::{bundled, load};
use treaty_timeline::session::{Action, Command, CompareCommand, Compared, Preferences, Session};
use treaty_timeline::timeline::Selection;

const BEFORE: &str = r#"{"format":"treaty-timeline/1","title":"Made up","checked_on":"2020-01-01",
 "parties":[{"id":"AAA","name":"Aland"},{"id":"BBB","name":"Beland"}],
 "speakers":[{"id":"sp","name":"A Speaker"}],
 "sources":[{"id":"s","title":"A source"},{"id":"old-id","title":"Another source"}],
 "treaties":[{"id":"T","name":"Treaty of Aland","category":"Made up","parties":["AAA","BBB"],"aliases":["X","Y"]},
  {"id":"U","name":"Treaty of Beland","category":"Made up","parties":["AAA","BBB"]}],
 "events":[
  {"id":"signed","treaty":"T","type":"signed","dates":[{"edtf":"1990-01-01","source":"s"}],"title":"Signed"},
  {"id":"force","treaty":"T","type":"entered_into_force","dates":[{"edtf":"1991-01-01","source":"s"}],"title":"In force"},
  {"id":"met","treaty":"T","type":"meeting","dates":[{"edtf":"1995-05-05","source":"old-id"}],"title":"They met"},
  {"id":"u","treaty":"U","type":"signed","dates":[{"edtf":"1992-01-01","source":"s"}],"title":"Signed"}],
 "statements":[{"id":"said","quote":"We shall keep to the treaty as long as the other side keeps to it and not a day longer than that","lang":"en",
  "speaker":"sp","role":"minister","date":"1990-01-02","source":"s","about":[{"event":"signed"}]}]}"#;

/// Some edits: a date moved, a step gone, one added, words of a quotation changed, an id changed, lists in another order.
fn after() -> String {
    let edits = [
        (r#""edtf":"1991-01-01""#, r#""edtf":"1991-03-05""#),
        (
            r#"{"id":"met","treaty":"T","type":"meeting","dates":[{"edtf":"1995-05-05","source":"old-id"}],"title":"They met"}"#,
            r#"{"id":"left","treaty":"T","type":"terminated","dates":[{"edtf":"1999-09-09","source":"new-id"}],"title":"It ends"}"#,
        ),
        ("not a day longer than that", "not one day longer than that"),
        (r#""id":"old-id""#, r#""id":"new-id""#),
        (r#""aliases":["X","Y"]"#, r#""aliases":["Y","X"]"#),
        (r#""parties":["AAA","BBB"],"aliases""#, r#""parties":["BBB","AAA"],"aliases""#),
    ];
    edits.iter().fold(BEFORE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

fn compared(before: &str, after: &str) -> Comparison {
    compare(&world_of(before).dataset, &world_of(after).dataset)
}

#[test]
fn what_differs_is_said_treaty_by_treaty() {
    insta::assert_snapshot!("differences", Language::English.changelog(&compared(BEFORE, &after())));
}

#[test]
fn nothing_differs_from_itself_and_what_was_added_was_removed_the_other_way() {
    assert!(compared(BEFORE, BEFORE).is_empty());
    assert_eq!(Language::English.changelog(&compared(BEFORE, BEFORE)), "no differences\n");
    assert_eq!(Language::Russian.changelog(&compared(BEFORE, BEFORE)), "различий нет\n");
    let (forth, back) = (compared(BEFORE, &after()), compared(&after(), BEFORE));
    let count = |comparison: &Comparison, is: fn(&ChangeKind) -> bool| {
        comparison.changes.iter().filter(|change| is(&change.kind)).count()
    };
    let added = |kind: &ChangeKind| matches!(kind, ChangeKind::Added);
    let removed = |kind: &ChangeKind| matches!(kind, ChangeKind::Removed);
    assert_eq!(count(&forth, added), count(&back, removed));
    assert_eq!(count(&forth, removed), count(&back, added));
    assert_eq!((forth.moved.len(), forth.gone.len()), (1, 1));
    assert_eq!(back.moved.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_edit_of_the_bundled_dataset_is_found_and_nothing_else(
        places in proptest::collection::btree_set(0_usize..1_200, 1..12),
        removed in proptest::collection::btree_set(0_usize..480, 0..6),
    ) {
        let mut edited: Value = serde_json::from_slice(&bundled()).unwrap();
        let mut expected: Vec<String> = Vec::new();
        for &place in &places {
            let event = &mut edited["events"][place];
            event["title"] = format!("{} (edited)", event["title"].as_str().unwrap_or_default()).into();
            expected.push(format!("changed {}", event["id"].as_str().unwrap()));
        }
        let statements = edited["statements"].as_array_mut().unwrap();
        for &place in removed.iter().rev() {
            expected.push(format!("removed {}", statements.remove(place)["id"].as_str().unwrap()));
        }
        let dataset = |text: Vec<u8>| load("x", text, &()).dataset.unwrap();
        let comparison =
            compare(&dataset(bundled()), &dataset(serde_json::to_vec(&edited).unwrap()));
        let mut found: Vec<String> = comparison
            .changes
            .iter()
            .map(|change| match &change.kind {
                ChangeKind::Changed(fields) => {
                    assert_eq!(fields.len(), 1, "{fields:?}");
                    format!("changed {}", change.key)
                }
                ChangeKind::Removed => format!("removed {}", change.key),
                other => format!("{other:?} {}", change.key),
            })
            .collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

/// Puts a list in another order, by a fixed rule.
fn shuffle(list: &mut [Value], mut seed: u64) {
    for last in (1..list.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(last, (seed >> 33) as usize % (last + 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_places_of_items_in_their_lists_are_no_difference(seed in any::<u64>(), is_put_on_top in any::<bool>()) {
        let mut edited: Value = serde_json::from_slice(&bundled()).unwrap();
        for key in ["parties", "speakers", "sources", "treaties", "events", "statements", "series"] {
            shuffle(edited[key].as_array_mut().unwrap(), seed);
        }
        for treaty in edited["treaties"].as_array_mut().unwrap() {
            for key in ["parties", "depositaries", "aliases", "links"] {
                if let Some(list) = treaty.get_mut(key).and_then(Value::as_array_mut) {
                    shuffle(list, seed);
                }
            }
        }
        let mut expected: Vec<(Table, &str)> = Vec::new();
        if is_put_on_top {
            for (table, list, id) in [
                (Table::Parties, "parties", "XXA"),
                (Table::Speakers, "speakers", "a-new-speaker"),
                (Table::Sources, "sources", "a-new-source"),
            ] {
                // A party and a speaker have a name, a source has a title.
                let name = if table == Table::Sources { "title" } else { "name" };
                edited[list].as_array_mut().unwrap().insert(0, serde_json::json!({ "id": id, name: "New" }));
                expected.push((table, id));
            }
        }
        let after = load("x", serde_json::to_vec(&edited).unwrap(), &()).dataset.unwrap();
        let before = load("x", bundled(), &()).dataset.unwrap();
        let comparison = compare(&before, &after);
        let found: Vec<(Table, &str)> = comparison
            .changes
            .iter()
            .map(|change| {
                assert_eq!(change.kind, ChangeKind::Added, "{}", Language::English.change_line(change));
                (change.table, change.key.as_str())
            })
            .collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn clauses_ties_and_kinds_differ_in_the_words_of_the_file() {
    let with = |what: &str| {
        let treaty = r#""aliases":["X","Y"]}"#;
        assert!(BEFORE.contains(treaty));
        BEFORE.replace(treaty, &format!(r#""aliases":["X","Y"],{what}}}"#))
    };
    let before = with(
        r#""nature":"treaty","links":[{"rel":"amends","treaty":"U"}],"terms":{
        "entry":{"after":"P30D","article":"IX.2","source":"s"},"withdrawal":{"notice":"P6M","article":"XV.2","source":"s"}}"#,
    );
    let after = with(
        r#""nature":"political","links":[{"rel":"depends_on","treaty":"U"}],"terms":{
        "entry":{"after":"P30D","applies_to":"all","counting":"month","article":"IX.2","source":"s"},
        "withdrawal":{"notice":"P3M","article":"XV.2","source":"old-id"},"duration":{"period":"P15Y","source":"s"}}"#,
    );
    let said = Language::English.changelog(&compared(&before, &after));
    for line in [
        "~ treaty T: Treaty of Aland",
        "nature: “treaty” → “political”",
        "terms.entry: “P30D, article IX.2 [s]” → “P30D, applies_to all, counting month, article IX.2 [s]”",
        "terms.withdrawal: “P6M, article XV.2 [s]” → “P3M, article XV.2 [old-id]”",
        "terms.duration: nothing → “P15Y [s]”",
        "links: “amends U” → “depends_on U”",
        "1 changed",
    ] {
        assert!(said.contains(line), "{line} is missing:\n{said}");
    }
    for word in ["SourceId", "Clause", "DependsOn", "Some("] {
        assert!(!said.contains(word), "{word} is no word for people:\n{said}");
    }
}

#[test]
fn a_comparison_is_told_in_russian_but_for_the_names_of_the_file() {
    let said = Language::Russian.changelog(&compared(BEFORE, &after()));
    for line in [
        "~ источник new-id: Another source, прежний идентификатор old-id",
        "~ событие force: In force",
        "+ событие left: It ends",
        "- событие met: They met",
        "date: «1991-01-01 formal [s]» → «1991-03-05 formal [s]»",
        "добавлено: 1, удалено: 1, переименовано: 1, изменено: 2, сдвинулось: 1 дата",
    ] {
        assert!(said.contains(line), "{line} is missing:\n{said}");
    }
}

#[test]
fn a_hundred_thousand_new_ids_are_matched_without_pairing_each_with_each() {
    let before = crate::common::synthetic(10, 2_000);
    let after = before.replace(r#"{"id":"E"#, r#"{"id":"F"#);
    let comparison = compared(&before, &after);
    let renamed =
        comparison.changes.iter().filter(|change| matches!(change.kind, ChangeKind::Renamed(_))).count();
    assert_eq!(renamed, comparison.changes.len(), "{:?}", comparison.counts());
    assert!(renamed > 10_000, "{renamed}");
}

#[test]
fn old_places_are_alternative_dates_on_the_timeline() {
    let world = Arc::new(world_of(&after()));
    let before = world_of(BEFORE);
    let mut session = Session::new(Arc::clone(&world), Preferences::default(), None);
    let alternative_dates = |session: &Session| -> usize {
        crate::common::scene_of(session).lanes.iter().map(|lane| lane.alternative_dates.len()).sum()
    };
    assert_eq!(alternative_dates(&session), 0);
    let compared = Compared::new("before.json".to_owned(), &before.dataset, &world);
    assert!(compared.lines.iter().any(|line| line.is_detail()));
    session.apply(Command::Compare(CompareCommand::Finished(Box::new(compared))));
    assert_eq!(alternative_dates(&session), 2, "one moved, one is gone");
    session.apply(Command::Compare(CompareCommand::Close));
    assert_eq!(alternative_dates(&session), 0);
}

#[test]
fn the_list_leads_to_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("earlier.json");
    let mut earlier: Value = serde_json::from_str(include_str!("../data/seven-treaties.json")).unwrap();
    earlier["events"][3]["title"] = "Otherwise".into();
    let key = earlier["events"][3]["id"].as_str().unwrap().to_owned();
    std::fs::write(&path, earlier.to_string()).unwrap();
    let dialogs = ScriptedDialogs::default();
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
    let mut window = app_at_pace(&dialogs);
    window.run();
    choose(&mut window, Action::Compare);
    run_until(&mut window, "they are compared", |app| app.session().compared.is_some());
    shot(&mut window, "compared");
    window.get_by_label_contains(&format!("~ event {key}")).click();
    window.run();
    let dataset = crate::common::dataset(window.state());
    let event = dataset.find_event(&key).unwrap();
    assert_eq!(session(&window).selection.selected, Selection::Event(event));
    window.get_by_label("Close the comparison").click();
    window.run();
    assert!(session(&window).compared.is_none());
}

#[test]
fn the_command_line_says_it_to_people_and_programs_and_by_its_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let (before, after) = (write("before.json", BEFORE), write("after.json", &after()));
    let bulk =
        write("plain.json", r#"{"events":[{"id":1,"lane":0,"start":"2000-01-01","end":null,"label":"x"}]}"#);
    let run = |args: &[&std::path::Path], json: bool| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
        command.env("LC_ALL", "C").env_remove("LANGUAGE").arg("diff").args(args);
        if json {
            command.args(["--format", "json"]);
        }
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(run(&[&before, &before], false).0, Some(0));
    let (code, text, _) = run(&[&before, &after], false);
    assert_eq!(code, Some(1));
    assert!(text.ends_with("1 added, 1 removed, 1 renamed, 2 changed, 1 date moved\n"), "{text}");
    let (_, json, _) = run(&[&before, &after], true);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["moved"][0]["event"], "force");
    assert_eq!(
        (&json["moved"][0]["from"], &json["moved"][0]["to"]),
        (&"1991-01-01".into(), &"1991-03-05".into())
    );
    let (code, _, said) = run(&[&before, &bulk], false);
    assert_eq!(code, Some(2));
    assert!(said.contains("plain lanes"), "{said}");
    assert_eq!(run(&[&before, &folder.path().join("none.json")], false).0, Some(2));
}
