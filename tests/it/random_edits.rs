//! Random edits of a data file: they do what they say, their inverses give the file back byte for byte, and edits of different
//! fields are merged.

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::{Map, Value, json as value_of};

use treaty_timeline::edit::Change::{Add, Remove, Set};
use treaty_timeline::edit::{
    Edit, Json, Origin, Position, RecordList, Splices, apply, apply_patch, edits_between, ids, merge,
    patch_of_files, read_patch, write_patch,
};

use crate::edits::{SMALL, bundled_text, edited, json};

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
        self.root.entry(list.key()).or_insert_with(|| value_of!([])).as_array_mut().unwrap()
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
                record[list.id_field()] = value_of!(edit.id);
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
                let record = Json::of(&value_of!({ "name": seed.value, "dates": [seed.value, {}] })).unwrap();
                Edit { list, id: new, change: Add { record, position } }
            }
            4 | 5 => Edit::remove(list, id.clone()),
            6 => Edit::set(list, id.clone(), list.id_field(), Some(Json::text(&new))),
            _ => Edit::set(RecordList::Dataset, "", "x \\ own", Some(value)),
        }
    }
}

/// A list without records says no more than none.
fn without_empty_lists(mut root: Map<String, Value>) -> Value {
    root.retain(|name, value| *value != value_of!([]) || !LISTS.iter().any(|list| list.key() == name));
    Value::Object(root)
}

fn meaning(text: &str) -> Value {
    without_empty_lists(serde_json::from_str(text).unwrap())
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
        seeds in proptest::collection::vec(any_seed(), 200), at_once in 20..80_usize,
    ) {
        let text = bundled_text();
        let (mut now, inverses, plain) = edited_at_random(&text, &seeds, at_once);
        prop_assert_eq!(meaning(&now), without_empty_lists(plain.root));
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
            prop_assert_eq!(meaning(&now), without_empty_lists(plain.root));
            let edits = edits_between(text, &now).unwrap();
            let again = apply(text, &edits).unwrap().text;
            prop_assert_eq!(meaning(&again), meaning(&now));
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
        prop_assert_eq!(merged.inverse.apply(&merged.text).unwrap().0, &our_text[..]);
    }

    #[test]
    fn a_merge_of_any_edits_that_touch_different_fields_has_all_of_them(
        seeds in proptest::collection::vec(any_seed(), 2..24),
    ) {
        let text = rich();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for seed in &seeds {
            // Fields with an even number are ours, the others theirs.
            let list = LISTS[seed.list % LISTS.len()];
            let known = ids(&text, list).unwrap();
            let Some(id) = known.get(seed.record % known.len().max(1)) else { continue };
            let names: Vec<&str> = list.fields().filter(|field| *field != list.id_field()).collect();
            let field = seed.field % names.len();
            let value = (seed.kind % 4 > 0).then(|| Json::of(&seed.value).unwrap());
            let is_there = treaty_timeline::edit::value(&text, list, id, names[field]).unwrap().is_some();
            if value.is_some() || is_there {
                let edits = if field.is_multiple_of(2) { &mut ours } else { &mut theirs };
                edits.push(Edit::set(list, id.clone(), names[field], value));
            }
        }
        // What is set and then taken away is not there for the second time.
        let of = |edits: &[Edit]| {
            edits.iter().try_fold(text.clone(), |now, edit| apply(&now, std::slice::from_ref(edit)).map(|applied| applied.text))
        };
        let (Ok(our_text), Ok(their_text)) = (of(&ours), of(&theirs)) else { return Ok(()) };
        let merged = merge(&text, &our_text, &their_text).unwrap();
        prop_assert_eq!(&merged.conflicts, &[]);
        ours.extend(theirs);
        prop_assert_eq!(meaning(&merged.text), meaning(&of(&ours).unwrap()));
        prop_assert_eq!(merged.inverse.apply(&merged.text).unwrap().0, &our_text[..]);
        let other_way = merge(&text, &their_text, &our_text).unwrap();
        prop_assert_eq!(meaning(&other_way.text), meaning(&merged.text));
    }

    #[test]
    fn a_patch_of_any_edits_written_read_and_applied_is_the_edited_file(
        seeds in proptest::collection::vec(any_seed(), 1..30), at_once in 1..8_usize,
    ) {
        let text = rich();
        let (after, ..) = edited_at_random(&text, &seeds, at_once);
        let origin = Origin { author: "Ann \"Kay\"".to_owned(), ..Origin::default() };
        let patch = patch_of_files(text.as_bytes(), after.as_bytes(), &origin).unwrap();
        let read = read_patch(write_patch(&patch).as_bytes()).unwrap();
        prop_assert_eq!(&read, &patch);
        let applied = apply_patch(&text, &read).unwrap();
        prop_assert_eq!((&applied.conflicts[..], applied.made), (&[][..], patch.changes.len()));
        prop_assert_eq!(meaning(&applied.text), meaning(&after));
        prop_assert_eq!(applied.inverse.apply(&applied.text).unwrap().0, text);
        let again = apply_patch(&after, &read).unwrap();
        prop_assert_eq!((again.made, again.already), (0, patch.changes.len()));
    }
}

/// The small file with records in other lists as well.
fn rich() -> String {
    let edits = [
        Edit::add(
            RecordList::Sources,
            "courier",
            json(r#"{"title":"Courier","url":"https://example.org/"}"#),
        ),
        Edit::add(RecordList::Sources, "gazette", json(r#"{"title":"Gazette"}"#)),
        Edit::add(RecordList::Speakers, "tallow", json(r#"{"name":"Ida Tallow","party":"NOR"}"#)),
        Edit::add(RecordList::Treaties, "beta", json(r#"{"name":"Beta","category":"Airships"}"#)),
        Edit::add(
            RecordList::Events,
            "e2",
            json(r#"{"treaty":"beta","type":"signed","dates":[{"edtf":"1932"}]}"#),
        ),
        Edit::add(RecordList::Statements, "s1", json(r#"{"speaker":"tallow","date":"1933","text":"No."}"#)),
    ];
    edited(SMALL, &edits)
}
