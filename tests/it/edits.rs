//! Edits of a data file: only what a person would have changed is written, the inverse gives the file back byte for byte, two
//! versions are merged by record and field.

use serde_json::Value;
use similar::TextDiff;

use treaty_timeline::edit::{
    Change, Edit, EditProblem, FileText, Json, Position, RecordList, apply, ids, links_to, merge, record,
    rename, unsourced, value,
};
use treaty_timeline::load::{bundled, load};

pub(crate) fn bundled_text() -> String {
    String::from_utf8(bundled()).unwrap()
}

pub(crate) fn json(text: &str) -> Json {
    Json::new(text).unwrap()
}

/// What differs, line by line, without the lines around.
fn changed_lines(before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(1).to_string()
}

/// A small file: records on lines, on one line each, and fields that the format does not know.
pub(crate) const SMALL: &str = r#"{
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

pub(crate) fn edited(text: &str, edits: &[Edit]) -> String {
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
        Edit::add(
            RecordList::Sources,
            "my-source",
            json(r#"{"title":"A paper","url":"https://example.org/"}"#),
        ),
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
        (
            Edit::set(list, "NOR", "id", Some(Json::text("SOU"))),
            EditProblem::IdTaken("parties", "SOU".into()),
        ),
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
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
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
    let text =
        edited(SMALL, &[Edit::set(RecordList::Events, "e1", "dates", Some(json(r#"[{"edtf":"1931"}]"#)))]);
    assert_eq!(unsourced(&text).unwrap(), [(RecordList::Events, "e1".to_owned())]);
    assert_eq!(unsourced(SMALL).unwrap(), []);
}

#[test]
fn a_hundred_thousand_edits_cost_as_much_as_they_are_many() {
    let mut edits: Vec<Edit> = (0..50_000)
        .map(|n| Edit {
            list: RecordList::Parties,
            id: format!("p{n}"),
            change: Change::Add { record: json("{}"), position: Position::After("NOR".to_owned()) },
        })
        .collect();
    edits.extend(
        (0..50_000).map(|n| Edit::set(RecordList::Parties, "NOR", &format!("x{n}"), Some(json("1")))),
    );
    let applied = apply(SMALL, &edits).unwrap();
    assert_eq!(ids(&applied.text, RecordList::Parties).unwrap().len(), 50_002);
    assert_eq!(record(&applied.text, RecordList::Parties, "NOR").unwrap().len(), 50_002);
    assert_eq!(applied.inverse.apply(&applied.text).unwrap().0, SMALL);
}

#[test]
fn what_both_changed_otherwise_is_a_conflict_and_stays_ours() {
    let set = |name: &str| Edit::set(RecordList::Parties, "NOR", "name", Some(Json::text(name)));
    let (ours, theirs) = (edited(SMALL, &[set("Ours")]), edited(SMALL, &[set("Theirs")]));
    let merged = merge(SMALL, &ours, &theirs).unwrap();
    assert_eq!(merged.text, ours);
    let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
    assert_eq!(conflict.field.as_deref(), Some("name"));
    let texts =
        [&conflict.base, &conflict.ours, &conflict.theirs].map(|json| json.as_ref().unwrap().as_text());
    assert_eq!(texts, ["Northland", "Ours", "Theirs"].map(|text| Some(text.to_owned())));
    assert_eq!(merge(SMALL, &ours, &ours).unwrap().conflicts, []);
    let removed = edited(SMALL, &[Edit::remove(RecordList::Parties, "NOR")]);
    assert_eq!(merge(SMALL, &ours, &removed).unwrap().conflicts.len(), 1, "changed here, removed there");
    assert_eq!(merge(SMALL, &removed, &ours).unwrap().conflicts.len(), 1, "removed here, changed there");
    assert_eq!(merge(SMALL, &removed, &removed).unwrap().conflicts, []);
}
