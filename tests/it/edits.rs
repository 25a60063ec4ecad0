//! Edits of a data file: only what a person would have changed is written, the inverse gives the file back byte for byte, two
//! versions are merged by record and field.

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use similar::TextDiff;

use treaty_timeline::edit::{
    Edit, EditProblem, FileText, Json, Position, RecordList, Splices, apply, edits_between, ids, links_to, merge,
    record, rename, unsourced, value,
};
use treaty_timeline::edit::Change::{Add, Remove, Set};
use treaty_timeline::load::{bundled, load};

fn bundled_text() -> String {
    String::from_utf8(bundled()).unwrap()
}

fn json(text: &str) -> Json {
    Json::new(text).unwrap()
}

/// What differs, line by line, without the lines around.
pub(crate) fn changed_lines(before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(1).to_string()
}

/// A small file: records on lines, on one line each, and fields that the format does not know.
const SMALL: &str = r#"{
  "format": "treaty-timeline/1",
  "title": "Lakes",
  "x-note": {"keep": 1.50},
  "parties": [
    { "id": "NOR", "name": "Northland" },
    { "id": "SOU", "name": "Southland" }
  ],
  "treaties": [
    {
      "id": "alpha", "name": "Alpha",
      "category": "Airships",
      "parties": ["NOR", "SOU"]
    }
  ],
  "sources": [],
  "events": [
    {
      "id": "e1",
      "treaty": "alpha",
      "type": "signed",
      "dates": [
        {"edtf": "1931-03", "source": "courier"},
        {"edtf": "1931-04"}
      ],
      "x-later": "kept"
    }
  ]
}
"#;

fn edited(text: &str, edits: &[Edit]) -> String {
    let applied = apply(text, edits).unwrap();
    let (back, again) = applied.inverse.apply(&applied.text).unwrap();
    assert_eq!(back, text, "the inverse gives the text back");
    assert_eq!(again.apply(&back).unwrap().0, applied.text, "and so does the way forth again");
    serde_json::from_str::<Value>(&applied.text).unwrap();
    applied.text
}

#[test]
fn an_edit_of_the_bundled_dataset_changes_the_lines_that_a_person_would_have_changed() {
    let text = bundled_text();
    let dates = value(&text, RecordList::Events, "INF-terminated", "dates").unwrap().unwrap();
    let corrected = dates.get().replacen("2019-08-02", "2019-08-01", 1);
    let edits = [
        Edit::set(RecordList::Events, "INF-terminated", "dates", Some(json(&corrected))),
        Edit::set(RecordList::Events, "INF-terminated", "tags", Some(json(r#"["end"]"#))),
        Edit::set(RecordList::Treaties, "INF", "summary", Some(Json::text("Short."))),
        Edit::set(RecordList::Dataset, "", "version", Some(Json::text("2.1"))),
        Edit::add(RecordList::Sources, "my-source", json(r#"{"title":"A paper","url":"https://example.org/"}"#)),
        Edit::remove(RecordList::Parties, "USA"),
    ];
    insta::assert_snapshot!("edit_of_the_bundled_dataset", changed_lines(&text, &edited(&text, &edits)));
}

#[test]
fn a_small_file_keeps_its_own_way_of_writing() {
    let edits = [
        Edit::add(RecordList::Parties, "EST", json(r#"{"id":"EST","name":"Eastland"}"#)),
        Edit::add(RecordList::Sources, "courier", json(r#"{"title":"Courier"}"#)),
        Edit::add(RecordList::Speakers, "tallow", json(r#"{"name":"Ida Tallow"}"#)),
        Edit::set(RecordList::Treaties, "alpha", "parties", Some(json(r#"["NOR","EST","SOU"]"#))),
        Edit::set(RecordList::Treaties, "alpha", "aliases", Some(json(r#"["A"]"#))),
        Edit::set(
            RecordList::Events,
            "e1",
            "dates",
            Some(json(r#"[{"edtf":"1931-03","source":"courier","note":"seen"},{"edtf":"1931-05"}]"#)),
        ),
        Edit::set(RecordList::Events, "e1", "party", Some(Json::text("NOR"))),
        Edit::set(RecordList::Events, "e1", "y-own", Some(json("1.0"))),
    ];
    insta::assert_snapshot!("edits_of_a_small_file", edited(SMALL, &edits));
}

#[test]
fn what_is_removed_takes_its_comma_and_its_line_with_it() {
    let list = RecordList::Parties;
    let first = edited(SMALL, &[Edit::remove(list, "NOR")]);
    assert_eq!(first, SMALL.replace("    { \"id\": \"NOR\", \"name\": \"Northland\" },\n", ""));
    let last = edited(SMALL, &[Edit::remove(list, "SOU")]);
    assert_eq!(last, SMALL.replace(",\n    { \"id\": \"SOU\", \"name\": \"Southland\" }", ""));
    let both = edited(SMALL, &[Edit::remove(list, "SOU"), Edit::remove(list, "NOR")]);
    assert!(both.contains("\"parties\": [],\n"), "{both}");
    let field = edited(SMALL, &[Edit::set(RecordList::Events, "e1", "x-later", None)]);
    assert_eq!(field, SMALL.replace(",\n      \"x-later\": \"kept\"", ""));
}

#[test]
fn an_edit_that_means_the_same_writes_nothing() {
    let same = Edit::set(RecordList::Parties, "NOR", "name", Some(json(r#""\u004eorthland""#)));
    let dates = Edit::set(
        RecordList::Events,
        "e1",
        "dates",
        Some(json("[{\"source\":\"courier\",\n\"edtf\":\"1931-03\"},{\"edtf\":\"1931-04\"}]")),
    );
    let applied = apply(SMALL, &[same, dates]).unwrap();
    assert!(applied.splices.is_empty() && applied.text == SMALL);
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_changed() {
    let list = RecordList::Parties;
    let add = |id: &str, record: &str| Edit::add(list, id, json(record));
    for (edit, problem) in [
        (add("NOR", "{}"), EditProblem::IdTaken("parties", "NOR".into())),
        (add("", "{}"), EditProblem::NoId("parties")),
        (add("A", "[]"), EditProblem::BadRecord("parties", "A".into())),
        (add("A", r#"{"id":"B"}"#), EditProblem::BadRecord("parties", "A".into())),
        (Edit::remove(list, "A"), EditProblem::NoRecord("parties", "A".into())),
        (Edit::set(list, "NOR", "id", Some(Json::text("SOU"))), EditProblem::IdTaken("parties", "SOU".into())),
        (Edit::set(list, "NOR", "id", None), EditProblem::NoId("parties")),
        (Edit::remove(RecordList::Dataset, ""), EditProblem::WholeDataset),
        (
            Edit::set(RecordList::Dataset, "", "events", None),
            EditProblem::BadRecord("dataset", "events".into()),
        ),
    ] {
        let good = Edit::set(list, "NOR", "name", Some(Json::text("Other")));
        assert_eq!(apply(SMALL, &[good, edit]).unwrap_err(), problem);
    }
    assert_eq!(Json::new("{"), None);
    assert_eq!(Json::new("1 2"), None);
    let edit = [Edit::remove(list, "NOR")];
    assert_eq!(apply("[]", &edit).unwrap_err(), EditProblem::NoObject);
    assert_eq!(apply("{}", &edit).unwrap_err(), EditProblem::NotNative);
    let wrong = r#"{"format":"treaty-timeline/1","parties":{"id":"NOR"}}"#;
    assert_eq!(apply(wrong, &edit).unwrap_err(), EditProblem::NoList("parties"));
    let twice = r#"{"format":"treaty-timeline/1","parties":[{"id":"NOR"},{"id":"NOR"},7]}"#;
    assert_eq!(apply(twice, &edit).unwrap_err(), EditProblem::Ambiguous("parties", "NOR".into()));
    assert_eq!(FileText::of(b"\xff\xfe\x00\xd8").unwrap_err(), EditProblem::NotText);
}

#[test]
fn files_of_other_encodings_and_line_ends_stay_as_they_are() {
    let text = SMALL.replace('\n', "\r\n");
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let with_mark = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for bytes in [wide, with_mark, text.into_bytes()] {
        let file = FileText::of(&bytes).unwrap();
        let edits = [
            Edit::set(RecordList::Parties, "NOR", "short", Some(Json::text("Норд"))),
            Edit::add(RecordList::Events, "e2", json(r#"{"treaty":"alpha","dates":[]}"#)),
        ];
        let after = edited(&file.text, &edits);
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
        let encoded = file.encode(&after);
        assert_eq!(FileText::of(&encoded).unwrap().text, after);
        let (back, _) = apply(&file.text, &edits).unwrap().inverse.apply(&after).unwrap();
        assert_eq!(file.encode(&back), bytes);
    }
}

#[test]
fn what_names_a_record_is_found_and_renamed_with_it() {
    let text = bundled_text();
    let found = links_to(&text, RecordList::Treaties, "INF").unwrap();
    for list in [RecordList::Events, RecordList::Statements] {
        assert!(found.iter().any(|link| link.list == list), "{list:?}");
    }
    let renamed = edited(&text, &rename(&text, RecordList::Treaties, "INF", "INF-1987").unwrap());
    assert_eq!(links_to(&renamed, RecordList::Treaties, "INF").unwrap(), []);
    assert_eq!(links_to(&renamed, RecordList::Treaties, "INF-1987").unwrap().len(), found.len());
    assert_eq!(load("renamed.json", renamed.clone().into_bytes(), &()).report.errors, 0);
    assert_eq!(edited(&renamed, &rename(&renamed, RecordList::Treaties, "INF-1987", "INF").unwrap()), text);
    let party = rename(&text, RecordList::Parties, "RUS", "RU").unwrap();
    let party = edited(&text, &party);
    assert_eq!(load("renamed.json", party.into_bytes(), &()).report.errors, 0);
    assert_eq!(
        rename(&text, RecordList::Parties, "RUS", "USA").unwrap_err(),
        EditProblem::IdTaken("parties", "USA".into())
    );
}

#[test]
fn what_names_no_source_is_listed() {
    let text = edited(SMALL, &[Edit::set(RecordList::Events, "e1", "dates", Some(json(r#"[{"edtf":"1931"}]"#)))]);
    assert_eq!(unsourced(&text).unwrap(), [(RecordList::Events, "e1".to_owned())]);
    assert_eq!(unsourced(SMALL).unwrap(), []);
}

#[test]
fn a_hundred_thousand_edits_cost_as_much_as_they_are_many() {
    let mut edits: Vec<Edit> = (0..50_000)
        .map(|n| Edit {
            list: RecordList::Parties,
            id: format!("p{n}"),
            change: Add { record: json("{}"), position: Position::After("NOR".to_owned()) },
        })
        .collect();
    edits.extend((0..50_000).map(|n| Edit::set(RecordList::Parties, "NOR", &format!("x{n}"), Some(json("1")))));
    let applied = apply(SMALL, &edits).unwrap();
    assert_eq!(ids(&applied.text, RecordList::Parties).unwrap().len(), 50_002);
    assert_eq!(record(&applied.text, RecordList::Parties, "NOR").unwrap().len(), 50_002);
    assert_eq!(applied.inverse.apply(&applied.text).unwrap().0, SMALL);
}

/// A dataset without its text, edited in the plainest way.
struct Plain {
    root: Map<String, Value>,
    /// The ids that are there, of the lists that are edited.
    ids: HashMap<RecordList, Vec<String>>,
}

const LISTS: [RecordList; 8] = [
    RecordList::Parties,
    RecordList::Speakers,
    RecordList::Treaties,
    RecordList::Sources,
    RecordList::Events,
    RecordList::Statements,
    RecordList::Series,
    RecordList::Acts,
];

impl Plain {
    fn of(text: &str) -> Self {
        let Value::Object(root) = serde_json::from_str(text).unwrap() else { panic!("an object") };
        let ids = LISTS.map(|list| (list, ids(text, list).unwrap()));
        Self { root, ids: ids.into_iter().collect() }
    }

    fn list(&mut self, list: RecordList) -> &mut Vec<Value> {
        self.root.entry(list.key()).or_insert_with(|| json!([])).as_array_mut().unwrap()
    }

    fn position(&mut self, list: RecordList, id: &str) -> usize {
        self.list(list).iter().position(|record| record[list.id_field()] == id).unwrap()
    }

    fn apply(&mut self, edit: &Edit) {
        let list = edit.list;
        let parsed = |json: &Json| serde_json::from_str::<Value>(json.get()).unwrap();
        match &edit.change {
            Add { record, position } => {
                let mut record = parsed(record);
                record[list.id_field()] = json!(edit.id);
                let at = match position {
                    Position::First => 0,
                    Position::Last => self.list(list).len(),
                    Position::After(id) => self.position(list, id) + 1,
                };
                self.list(list).insert(at, record);
                self.ids.get_mut(&list).unwrap().push(edit.id.clone());
            }
            Remove => {
                let at = self.position(list, &edit.id);
                self.list(list).remove(at);
                self.ids.get_mut(&list).unwrap().retain(|id| *id != edit.id);
            }
            Set { field, value } => {
                let record = if list == RecordList::Dataset {
                    &mut self.root
                } else {
                    let at = self.position(list, &edit.id);
                    self.list(list)[at].as_object_mut().unwrap()
                };
                match value {
                    Some(value) => record.insert(field.clone(), parsed(value)),
                    None => record.remove(field),
                };
                if let (true, Some(new)) = (*field == list.id_field() && list != RecordList::Dataset, value) {
                    let known = self.ids.get_mut(&list).unwrap();
                    known.retain(|id| *id != edit.id);
                    known.push(new.as_text().unwrap());
                }
            }
        }
    }

    /// An edit that makes sense, of random numbers.
    fn edit(&self, seed: &Seed, number: usize) -> Edit {
        let list = LISTS[seed.list % LISTS.len()];
        let known = &self.ids[&list];
        let new = format!("new \"{number}\" é");
        let Some(id) = known.get(seed.record % known.len().max(1)) else {
            return Edit::add(list, new, json("{\"name\": \"x\"}"));
        };
        let names: Vec<&str> = list.fields().filter(|field| *field != list.id_field()).collect();
        let field = *names.get(seed.field % (names.len() + 2)).unwrap_or(&"x own \"field\"");
        let value = Json::of(&seed.value).unwrap();
        match seed.kind {
            0 | 1 => Edit::set(list, id.clone(), field, Some(value)),
            2 => Edit::set(list, id.clone(), field, None),
            3 => {
                let position = match seed.field % 3 {
                    0 => Position::First,
                    1 => Position::Last,
                    _ => Position::After(id.clone()),
                };
                let record = Json::of(&json!({ "name": seed.value, "dates": [seed.value, {}] })).unwrap();
                Edit { list, id: new, change: Add { record, position } }
            }
            4 | 5 => Edit::remove(list, id.clone()),
            6 => Edit::set(list, id.clone(), list.id_field(), Some(Json::text(&new))),
            _ => Edit::set(RecordList::Dataset, "", "x \\ own", Some(value)),
        }
    }
}

#[derive(Clone, Debug)]
struct Seed {
    kind: u8,
    list: usize,
    record: usize,
    field: usize,
    value: Value,
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1000..1000_i64).prop_map(Value::from),
        "[a-z\"\\\\é\n]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-c]{1,2}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn any_seed() -> impl Strategy<Value = Seed> {
    (0..8_u8, any::<usize>(), any::<usize>(), any::<usize>(), any_value())
        .prop_map(|(kind, list, record, field, value)| Seed { kind, list, record, field, value })
}

/// Carries out random edits, some at a time; returns the text and the inverses.
fn edited_at_random(text: &str, seeds: &[Seed], at_once: usize) -> (String, Vec<Splices>, Plain) {
    let mut plain = Plain::of(text);
    let (mut now, mut inverses, mut number) = (text.to_owned(), Vec::new(), 0);
    for seeds in seeds.chunks(at_once) {
        let mut edits = Vec::new();
        for seed in seeds {
            number += 1;
            let edit = plain.edit(seed, number);
            plain.apply(&edit);
            edits.push(edit);
        }
        let applied = apply(&now, &edits).unwrap();
        now = applied.text;
        inverses.push(applied.inverse);
    }
    (now, inverses, plain)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn two_hundred_edits_of_the_bundled_dataset_and_their_inverses_give_the_file_back(
        seeds in proptest::collection::vec(any_seed(), 1..200), at_once in 20..80_usize,
    ) {
        let text = bundled_text();
        let (mut now, inverses, plain) = edited_at_random(&text, &seeds, at_once);
        prop_assert_eq!(serde_json::from_str::<Value>(&now).unwrap(), Value::Object(plain.root));
        for inverse in inverses.iter().rev() {
            now = inverse.apply(&now).unwrap().0;
        }
        prop_assert!(now == text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_of_a_small_file_do_what_they_say_and_are_undone(
        seeds in proptest::collection::vec(any_seed(), 1..30), at_once in 1..8_usize,
    ) {
        let dense = serde_json::from_str::<Value>(SMALL).unwrap().to_string();
        for text in [SMALL, &dense, &SMALL.replace('\n', "\r\n")] {
            let (mut now, inverses, plain) = edited_at_random(text, &seeds, at_once);
            prop_assert_eq!(serde_json::from_str::<Value>(&now).unwrap(), Value::Object(plain.root));
            let edits = edits_between(text, &now).unwrap();
            let again = apply(text, &edits).unwrap().text;
            prop_assert_eq!(
                serde_json::from_str::<Value>(&again).unwrap(), serde_json::from_str::<Value>(&now).unwrap()
            );
            for inverse in inverses.iter().rev() {
                now = inverse.apply(&now).unwrap().0;
            }
            prop_assert_eq!(&now, text);
        }
    }

    #[test]
    fn a_merge_of_edits_of_different_fields_has_both(
        ours in any_value(), theirs in any_value(), is_same_record in any::<bool>(),
    ) {
        let (ours, theirs) = (Json::of(&ours).unwrap(), Json::of(&theirs).unwrap());
        let our_edit = Edit::set(RecordList::Parties, "NOR", "short", Some(ours));
        let other = if is_same_record { "NOR" } else { "SOU" };
        let their_edit = Edit::set(RecordList::Parties, other, "succeeds", Some(theirs));
        let our_text = edited(SMALL, std::slice::from_ref(&our_edit));
        let their_text = edited(SMALL, std::slice::from_ref(&their_edit));
        let merged = merge(SMALL, &our_text, &their_text).unwrap();
        prop_assert_eq!(&merged.conflicts, &[]);
        prop_assert_eq!(&merged.text, &edited(SMALL, &[our_edit, their_edit]));
        prop_assert_eq!(merged.inverse.apply(&merged.text).unwrap().0, our_text);
    }
}

#[test]
fn what_both_changed_otherwise_is_a_conflict_and_stays_ours() {
    let set = |name: &str| Edit::set(RecordList::Parties, "NOR", "name", Some(Json::text(name)));
    let (ours, theirs) = (edited(SMALL, &[set("Ours")]), edited(SMALL, &[set("Theirs")]));
    let merged = merge(SMALL, &ours, &theirs).unwrap();
    assert_eq!(merged.text, ours);
    let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
    assert_eq!(conflict.field.as_deref(), Some("name"));
    let texts = [&conflict.base, &conflict.ours, &conflict.theirs].map(|json| json.as_ref().unwrap().as_text());
    assert_eq!(texts, ["Northland", "Ours", "Theirs"].map(|text| Some(text.to_owned())));
    assert_eq!(merge(SMALL, &ours, &ours).unwrap().conflicts, []);
    let removed = edited(SMALL, &[Edit::remove(RecordList::Parties, "NOR")]);
    assert_eq!(merge(SMALL, &ours, &removed).unwrap().conflicts.len(), 1, "changed here, removed there");
    assert_eq!(merge(SMALL, &removed, &ours).unwrap().conflicts.len(), 1, "removed here, changed there");
    assert_eq!(merge(SMALL, &removed, &removed).unwrap().conflicts, []);
}
