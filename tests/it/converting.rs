//! A dataset in other formats: what comes back of it where it can be read again, what each format holds and says it lost.

use std::io::Read as _;

use proptest::prelude::*;
use serde_json::Value;

use treaty_timeline::domain::Subset;
use treaty_timeline::language::Language;
use treaty_timeline::load::load;
use treaty_timeline::records::{DataFormat, Detail, records_of};
use treaty_timeline::save::Output;
use treaty_timeline::session::World;

use crate::common::converted::{bytes, only, text, with_date, written};
use crate::common::{any_date, bundled, seven, world_of};

/// A file without what is the default, and with its lists in the order of ids.
fn normal(mut file: Value) -> Value {
    let fields = file.as_object_mut().unwrap();
    fields.remove("$schema");
    for list in ["parties", "speakers", "sources", "treaties", "events", "statements", "series"] {
        let Some(records) = fields.get_mut(list).and_then(Value::as_array_mut) else { continue };
        records.sort_by_key(|record| record["id"].as_str().unwrap().to_owned());
        for record in records {
            without_defaults(list, record);
        }
    }
    // Lists have no ids; their rows have no order of their own.
    let lists = file.as_object_mut().unwrap().get_mut("acts").and_then(Value::as_array_mut);
    for list in lists.into_iter().flatten() {
        list["rows"].as_array_mut().unwrap().sort_by_key(Value::to_string);
    }
    trimmed(&mut file);
    file
}

fn without_defaults(list: &str, record: &mut Value) {
    let leave_out = |record: &mut Value, field: &str, default: &str| {
        if record.get(field).is_some_and(|value| value == default) {
            record.as_object_mut().unwrap().remove(field);
        }
    };
    let name = record.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    match list {
        "parties" => leave_out(record, "short", &name),
        "sources" => leave_out(record, "kind", "reference"),
        "treaties" => {
            leave_out(record, "nature", "treaty");
            let terms = record.get_mut("terms").and_then(Value::as_object_mut);
            for clause in terms.into_iter().flat_map(|terms| terms.values_mut()) {
                for field in ["after", "notice", "period"] {
                    if clause.get(field).is_some_and(|period| period == "P12M") {
                        clause[field] = "P1Y".into();
                    }
                }
            }
        }
        "events" => {
            let dates = record["dates"].as_array_mut().unwrap();
            dates.sort_by_key(|claim| claim.get("preferred") != Some(&Value::Bool(true)));
            for claim in dates {
                claim.as_object_mut().unwrap().remove("preferred");
                leave_out(claim, "role", "formal");
            }
        }
        "series" => {
            leave_out(record, "basis", "estimate");
            let points = record["points"].as_array_mut().unwrap();
            points
                .sort_by_key(|point| (point["edtf"].to_string(), point["value"].as_f64().map(f64::to_bits)));
            for point in points {
                point["value"] = point["value"].as_f64().unwrap().into();
            }
        }
        _ => {}
    }
    record
        .as_object_mut()
        .unwrap()
        .retain(|field, value| field == "about" || *value != serde_json::json!([]));
}

/// Texts without spaces around them, which a dataset does not keep.
fn trimmed(value: &mut Value) {
    match value {
        Value::String(text) => *text = text.trim().to_owned(),
        Value::Array(items) => {
            for item in items {
                trimmed(item);
            }
        }
        Value::Object(fields) => {
            for value in fields.values_mut() {
                trimmed(value);
            }
        }
        _ => {}
    }
}

#[test]
fn a_dataset_says_as_records_what_its_file_said() {
    let original: Value = serde_json::from_slice(&treaty_timeline::load::bundled()).unwrap();
    let again = serde_json::to_value(records_of(&bundled().dataset)).unwrap();
    let (original, again) = (normal(original), normal(again));
    for (field, value) in original.as_object().unwrap() {
        let Some(records) = value.as_array() else {
            assert_eq!(again.get(field), Some(value), "{field}");
            continue;
        };
        let others = again[field].as_array().unwrap();
        assert_eq!(records.len(), others.len(), "{field}");
        for (record, other) in std::iter::zip(records, others) {
            assert_eq!(record, other, "{field}");
        }
    }
}

#[test]
fn the_native_format_is_read_again_as_the_same_dataset_byte_for_byte() {
    let world = bundled();
    let first = bytes(&world, &Subset::whole(&world.dataset), DataFormat::Native);
    assert!(first.starts_with(b"{\n \"format\": \"treaty-timeline/1\",\n \"title\""), "indented by one");
    let loaded = load("again.json", first.clone(), &());
    assert_eq!((loaded.report.errors, loaded.report.warnings), (0, 0), "{}", loaded.report);
    let again = world_of(std::str::from_utf8(&first).unwrap());
    assert_eq!(first, bytes(&again, &Subset::whole(&again.dataset), DataFormat::Native));
}

#[test]
fn a_part_of_a_dataset_stands_alone_and_names_nothing_that_is_not_in_it() {
    let world = seven();
    for treaty in world.dataset.treaties() {
        let part = text(&world, &only(&world, &treaty.key), DataFormat::Native);
        let loaded = load("part.json", part.clone().into_bytes(), &());
        assert_eq!(loaded.report.errors, 0, "{}: {}", treaty.key, loaded.report);
        let part = loaded.dataset.unwrap();
        assert_eq!(part.treaties().len(), 1);
        let id = world.dataset.find_treaty(&treaty.key).unwrap();
        assert_eq!(part.events().len(), world.dataset.events_of(id).len());
        assert_eq!(part.statements().len(), world.dataset.statements_of(id).len());
        assert!(part.sources().len() < world.dataset.sources().len());
    }
}

#[test]
fn the_table_of_events_is_opened_again_with_every_date_and_title() {
    let world = seven();
    let table = bytes(&world, &Subset::whole(&world.dataset), DataFormat::Csv);
    let again = load("events.csv", table, &());
    assert_eq!(again.report.errors, 0, "{}", again.report);
    assert_eq!(again.table.as_ref().map(|table| table.left_out), Some(0));
    let told = |dataset: &treaty_timeline::domain::Dataset| {
        let events = dataset.events().iter();
        let mut told: Vec<String> = events
            .map(|event| {
                format!("{} {}: {}", event.date().text(), dataset.treaty(event.treaty).name, event.title)
            })
            .collect();
        told.sort();
        told
    };
    assert_eq!(told(&again.dataset.unwrap()), told(&world.dataset));
}

#[test]
fn a_workbook_is_opened_again_with_all_its_events() {
    let world = seven();
    let excerpt = Subset::whole(&world.dataset);
    let book = bytes(&world, &excerpt, DataFormat::Xlsx);
    assert_eq!(book, bytes(&world, &excerpt, DataFormat::Xlsx), "the same dataset gives the same bytes");
    let again = load("book.xlsx", book, &());
    assert_eq!(again.report.errors, 0, "{}", again.report);
    let table = again.table.expect("a table");
    assert_eq!(table.sheets, ["Events", "Statements", "Sources", "Legal status"]);
    let mut dates: Vec<String> =
        again.dataset.unwrap().events().iter().map(|event| event.date().text().to_owned()).collect();
    let mut expected: Vec<String> =
        world.dataset.events().iter().map(|event| event.date().text().to_owned()).collect();
    dates.sort();
    expected.sort();
    assert_eq!(dates, expected);
}

#[test]
fn tables_hold_every_record_and_every_field() {
    let world = bundled();
    let record = records_of(&world.dataset);
    let Output::Folder(files) = written(&world, &Subset::whole(&world.dataset), DataFormat::CsvTables).output
    else {
        panic!("tables are a folder")
    };
    let rows = |name: &str| {
        let (_, bytes) = files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}"));
        assert!(bytes.starts_with("\u{feff}".as_bytes()), "{name} has Excel's mark");
        csv::Reader::from_reader(&bytes[3..]).records().map(|row| row.unwrap()).collect::<Vec<_>>()
    };
    for (name, count) in [
        ("parties.csv", record.parties.len()),
        ("speakers.csv", record.speakers.len()),
        ("sources.csv", record.sources.len()),
        ("treaties.csv", record.treaties.len()),
        ("events.csv", record.events.len()),
        ("statements.csv", record.statements.len()),
        ("series.csv", record.series.len()),
        ("dates.csv", record.events.iter().map(|event| event.dates.len()).sum()),
        ("about.csv", record.statements.iter().map(|statement| statement.about.len()).sum()),
        ("points.csv", record.series.iter().map(|series| series.points.len()).sum()),
        ("act_lists.csv", record.acts.len()),
        ("acts.csv", record.acts.iter().flat_map(|list| &list.rows).map(|row| row.dates.acts.len()).sum()),
    ] {
        assert_eq!(rows(name).len(), count, "{name}");
    }
    // Each text of the native file stands in one of the tables.
    let mut cells: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    for (name, _) in files.iter().filter(|(name, _)| name != "datapackage.json") {
        cells.extend(rows(name).iter().flatten().map(|cell| cell.trim_start_matches('\'').to_owned()));
    }
    let mut missing = Vec::new();
    let written = serde_json::to_value(&record).unwrap();
    each_text(&written, &mut |text| {
        if !cells.contains(text.trim_start_matches('\'')) {
            missing.push(text.to_owned());
        }
    });
    assert!(missing.is_empty(), "{missing:?}");
}

/// Calls for each text of a value but those in lists of texts, which share a cell.
fn each_text(value: &Value, found: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => found(text),
        Value::Array(items) => {
            for item in items.iter().filter(|item| !item.is_string()) {
                each_text(item, found);
            }
        }
        Value::Object(fields) => {
            for value in fields.values() {
                each_text(value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn an_archive_holds_the_same_tables() {
    let world = seven();
    let excerpt = only(&world, "INF");
    let Output::Folder(files) = written(&world, &excerpt, DataFormat::CsvTables).output else {
        panic!("tables are a folder")
    };
    let archive = Output::Folder(files.clone()).into_file().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    assert_eq!(archive.len(), files.len());
    for (name, bytes) in &files {
        let mut unpacked = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut unpacked).unwrap();
        assert_eq!(&unpacked, bytes, "{name}");
    }
}

#[test]
fn each_format_of_one_treaty() {
    let world = seven();
    let excerpt = only(&world, "OPENSKIES");
    for (name, format) in [
        ("converted_timeline_js", DataFormat::TimelineJs),
        ("converted_vis", DataFormat::Vis),
        ("converted_calendar", DataFormat::ICalendar),
        ("converted_markwhen", DataFormat::Markwhen),
        ("converted_csv", DataFormat::Csv),
        ("converted_markdown", DataFormat::Markdown),
        ("converted_html", DataFormat::Html),
        ("converted_csl", DataFormat::CslJson),
        ("converted_bibtex", DataFormat::Bibtex),
        ("converted_ris", DataFormat::Ris),
    ] {
        let text = text(&world, &excerpt, format).replace('\r', "");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn an_all_day_entry_ends_on_the_day_after_its_last() {
    let world = with_date("2019-02-02");
    let entry = |world: &World| text(world, &Subset::whole(&world.dataset), DataFormat::ICalendar);
    let day = entry(&world);
    assert!(day.contains("DTSTART;VALUE=DATE:20190202\r\nDTEND;VALUE=DATE:20190203\r\n"), "{day}");
    let year = entry(&with_date("1992~"));
    assert!(year.contains("DTSTART;VALUE=DATE:19920101\r\nDTEND;VALUE=DATE:19930101\r\n"), "{year}");
    assert!(year.contains("X-EDTF:1992~\r\n"), "{year}");
    assert!(day.lines().all(|line| line.len() <= 75), "lines are folded");
}

#[test]
fn what_a_format_has_no_room_for_is_counted() {
    let world = seven();
    let whole = Subset::whole(&world.dataset);
    let losses = |world: &World, format| {
        let excerpt = Subset::whole(&world.dataset);
        written(world, &excerpt, format).losses
    };
    for format in [DataFormat::Native, DataFormat::CsvTables] {
        assert!(losses(&world, format).is_empty(), "{format:?}");
    }
    let of = |format, detail| {
        let losses = written(&world, &whole, format).losses;
        losses.iter().find(|loss| loss.detail == detail).map_or(0, |loss| loss.count)
    };
    assert_eq!(of(DataFormat::Csv, Detail::Statements), world.dataset.statements().len());
    assert_eq!(of(DataFormat::TimelineJs, Detail::Statements), 0, "they are slides");
    let disputed = world.dataset.events().iter().filter(|event| event.dates.len() > 1).count();
    assert_eq!(of(DataFormat::Vis, Detail::OtherDates), disputed);
    // A year before the common era has no place in a calendar.
    let early = losses(&with_date("-0043-03-15"), DataFormat::ICalendar);
    assert_eq!(early.iter().find(|loss| loss.detail == Detail::EarlyYears).unwrap().count, 1);
    let words = Language::English.losses(DataFormat::ICalendar, &early, false);
    assert!(words.contains("1 item before the year 1"), "{words}");
    let nothing = |has_warnings| Language::English.losses(DataFormat::Native, &[], has_warnings);
    assert_eq!(nothing(false), "a dataset of this program holds everything");
    assert_eq!(nothing(true), "a dataset of this program holds everything that was read");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_date_is_written_in_every_format_and_read_again_as_it_was(dates in proptest::collection::vec(any_date(), 1..6)) {
        let world = crate::common::world_with(&dates);
        let excerpt = Subset::whole(&world.dataset);
        for &format in DataFormat::ALL {
            prop_assert!(!bytes(&world, &excerpt, format).is_empty());
        }
        let again = world_of(&text(&world, &excerpt, DataFormat::Native));
        let told = |world: &World| -> Vec<String> {
            world.dataset.events().iter().map(|event| event.date().text().to_owned()).collect()
        };
        prop_assert_eq!(told(&again), told(&world));
    }
}
