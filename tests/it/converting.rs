//! A dataset in other formats: what comes back of it where it can be read again, what each format holds and says it lost;
//! `convert` and `cite`; texts from a file are neither markup nor formulas.

use std::io::Read as _;
use std::process::{Command, Output as RunOutput};
use std::sync::{Arc, Mutex};

use serde_json::Value;

use treaty_timeline::app::App;
use treaty_timeline::domain::{EventId, Excerpt, StatementId, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::load::{BUNDLED, load};
use treaty_timeline::records::{DataFormat, Detail, records_of};
use treaty_timeline::save::{CitationFormat, Cited, Material, Output, Written, cite, write};
use treaty_timeline::session::{Action, Command as SessionCommand, Facet, FilterCommand, World};

use crate::common::{ScriptedDialogs, app_at_pace, bundled, run_until, seven, world_of};

fn written(world: &World, excerpt: &Excerpt, format: DataFormat) -> Written {
    let material = Material { dataset: &world.dataset, excerpt, language: Language::English };
    write(format, material).unwrap_or_else(|problem| panic!("{format:?}: {problem:?}"))
}

fn bytes(world: &World, excerpt: &Excerpt, format: DataFormat) -> Vec<u8> {
    written(world, excerpt, format).output.into_file().unwrap()
}

fn text(world: &World, excerpt: &Excerpt, format: DataFormat) -> String {
    String::from_utf8(bytes(world, excerpt, format)).unwrap()
}

/// One treaty with its events and what was said of it.
fn only(world: &World, key: &str) -> Excerpt {
    let dataset = &world.dataset;
    let treaty = dataset.find_treaty(key).unwrap();
    Excerpt::new(
        dataset,
        |id| id == treaty,
        |id| dataset.event(id).treaty == treaty,
        |id| dataset.statements_of(treaty).contains(&id),
    )
}

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
        Value::Array(items) => items.iter_mut().for_each(trimmed),
        Value::Object(fields) => fields.values_mut().for_each(trimmed),
        _ => {}
    }
}

#[test]
fn a_dataset_says_as_records_what_its_file_said() {
    let original: Value = serde_json::from_str(BUNDLED).unwrap();
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
    let first = bytes(&world, &Excerpt::whole(&world.dataset), DataFormat::Native);
    assert!(first.starts_with(b"{\n \"format\": \"treaty-timeline/1\",\n \"title\""), "indented by one");
    let loaded = load("again.json", first.clone(), &());
    assert_eq!((loaded.report.errors, loaded.report.warnings), (0, 0), "{}", loaded.report);
    let again = world_of(std::str::from_utf8(&first).unwrap());
    assert_eq!(first, bytes(&again, &Excerpt::whole(&again.dataset), DataFormat::Native));
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
    let table = bytes(&world, &Excerpt::whole(&world.dataset), DataFormat::Csv);
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
    let excerpt = Excerpt::whole(&world.dataset);
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
    let Output::Folder(files) =
        written(&world, &Excerpt::whole(&world.dataset), DataFormat::CsvTables).output
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
    ] {
        assert_eq!(rows(name).len(), count, "{name}");
    }
    // Each text of the native file stands in one of the tables.
    let mut cells: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    for (name, _) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        cells.extend(rows(name).iter().flatten().map(|cell| cell.trim_start_matches('\'').to_owned()));
    }
    let mut missing = Vec::new();
    each_text(&serde_json::to_value(&record).unwrap(), &mut |text| {
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
            items.iter().filter(|item| !item.is_string()).for_each(|item| each_text(item, found))
        }
        Value::Object(fields) => fields.values().for_each(|value| each_text(value, found)),
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
    let entry = |world: &World| text(world, &Excerpt::whole(&world.dataset), DataFormat::ICalendar);
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
    let whole = Excerpt::whole(&world.dataset);
    let losses = |world: &World, format| {
        let excerpt = Excerpt::whole(&world.dataset);
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
    let words = Language::English.losses(DataFormat::ICalendar, &early);
    assert!(words.contains("1 item before the year 1"), "{words}");
    assert_eq!(
        Language::English.losses(DataFormat::Native, &[]),
        "a dataset of this program holds everything"
    );
}

fn with_date(date: &str) -> World {
    crate::common::world_with(&[date.to_owned()])
}

/// Texts that are markup, formulas or properties somewhere, and addresses that are scripts.
fn hostile() -> World {
    let bad = r#"=1+1 </script><script>alert(1)</script> \"x\" ](javascript:alert(1)) \\input{x}\nEND:VEVENT\n2020: free"#;
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"{bad}","description":"{bad}",
        "speakers":[{{"id":"k","name":"@{bad}"}}],
        "sources":[{{"id":"s","title":"{bad}","url":"javascript:alert(1)"}}],
        "treaties":[{{"id":"T","name":"+{bad}","category":"-{bad}"}}],
        "events":[{{"id":"e","treaty":"T","type":"signed","title":"{bad}","summary":"{bad}",
        "dates":[{{"edtf":"1990-01-02","source":"s"}}]}}],
        "statements":[{{"id":"q","quote":"{bad}","lang":"en","speaker":"k","role":"{bad}","date":"1990-01-03",
        "source":"s","about":[{{"event":"e"}}]}}]}}"#
    ))
}

#[test]
fn what_comes_from_a_file_is_neither_markup_nor_a_formula() {
    let world = hostile();
    let excerpt = Excerpt::whole(&world.dataset);
    for format in [DataFormat::Html, DataFormat::TimelineJs, DataFormat::Vis] {
        let text = text(&world, &excerpt, format);
        assert!(!text.contains("<script"), "{format:?}: {text}");
        assert!(
            !text.contains("href=\"javascript") && !text.contains("href=\\\"javascript"),
            "{format:?}: {text}"
        );
    }
    let markdown = text(&world, &excerpt, DataFormat::Markdown);
    assert!(!markdown.contains("<script") && !markdown.contains("](javascript"), "{markdown}");
    let calendar = text(&world, &excerpt, DataFormat::ICalendar);
    let ends = calendar.lines().filter(|line| *line == "END:VEVENT").count();
    assert_eq!(ends, 2, "an event and a statement: {calendar}");
    let markwhen = text(&world, &excerpt, DataFormat::Markwhen);
    assert!(!markwhen.lines().any(|line| line.starts_with("2020")), "{markwhen}");
    let bibtex = text(&world, &excerpt, DataFormat::Bibtex);
    assert!(!bibtex.contains("\\input"), "{bibtex}");
    let Output::Folder(files) = written(&world, &excerpt, DataFormat::CsvTables).output else {
        panic!("tables are a folder")
    };
    let table = bytes(&world, &excerpt, DataFormat::Csv);
    let tables = files.iter().filter(|(name, _)| name.ends_with(".csv")).map(|(_, bytes)| bytes);
    for bytes in tables.chain([&table]) {
        for row in csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
}

#[test]
fn a_chronology_numbers_each_source_once_and_lists_all_in_order_of_date() {
    let world = seven();
    let whole = Excerpt::whole(&world.dataset);
    let text = text(&world, &whole, DataFormat::Markdown);
    let notes: Vec<&str> = text.lines().filter(|line| line.starts_with("[^")).collect();
    let mut numbers = notes.iter().enumerate();
    assert!(numbers.all(|(index, line)| line.starts_with(&format!("[^{}]: ", index + 1))), "{notes:?}");
    let years: Vec<i32> = text.lines().filter_map(|line| line.strip_prefix("## ")?.parse().ok()).collect();
    assert!(years.is_sorted() && years.len() > 20, "{years:?}");
    let quotations = text.lines().filter(|line| line.starts_with("> “")).count();
    assert!(quotations >= world.dataset.statements().len(), "{quotations}");
    let nothing = Excerpt::new(&world.dataset, |_| false, |_| false, |_| false);
    let empty = self::text(&world, &nothing, DataFormat::Html);
    assert!(empty.contains("There is nothing to list") && empty.contains("</html>"), "{empty}");
}

#[test]
fn each_kind_of_record_is_cited() {
    let world = seven();
    let dataset = &world.dataset;
    let cited = |id: &str| Cited::find(dataset, id).unwrap_or_else(|| panic!("{id}"));
    assert!(matches!(cited("INF"), Cited::Treaty(_)) && matches!(cited("INF-terminated"), Cited::Event(_)));
    assert_eq!(Cited::find(dataset, "nonsense"), None);
    let statement = Cited::Statement(StatementId::new(0));
    let all = [cited("INF"), cited("INF-terminated"), statement, cited("INF")];
    let csl: Value = serde_json::from_str(&cite(dataset, &all, CitationFormat::CslJson)).unwrap();
    let items = csl.as_array().unwrap();
    assert_eq!(items.len(), 3, "each once");
    assert_eq!(items[0]["type"], "treaty");
    assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[1987, 12, 8]]));
    assert_eq!(items[1]["type"], "event");
    assert_eq!(items[1]["issued"]["date-parts"], serde_json::json!([[2019, 8, 2]]));
    assert_eq!(items[2]["type"], "speech");
    let speaker = dataset.speaker(dataset.statement(StatementId::new(0)).speaker);
    assert_eq!(items[2]["author"][0]["literal"], *speaker.name);
    let bibtex = cite(dataset, &all, CitationFormat::Bibtex);
    assert!(bibtex.starts_with("@misc{INF,\n") && bibtex.contains("  date = {1987-12-08},\n"), "{bibtex}");
    let ris = cite(dataset, &all, CitationFormat::Ris);
    assert_eq!(ris.matches("TY  - ").count(), 3);
    assert_eq!(ris.matches("ER  - ").count(), 3);
    // Ids of different tables may be the same, those of citations are not.
    let same = world_of(
        r#"{"format":"treaty-timeline/1","title":"T","sources":[{"id":"a","title":"S"}],
        "treaties":[{"id":"a","name":"N","category":"C"}]}"#,
    );
    let both =
        [Cited::find(&same.dataset, "a").unwrap(), Cited::Source(same.dataset.find_source("a").unwrap())];
    let csl: Value = serde_json::from_str(&cite(&same.dataset, &both, CitationFormat::CslJson)).unwrap();
    assert_ne!(csl[0]["id"], csl[1]["id"]);
}

fn run(args: &[&str]) -> RunOutput {
    Command::new(env!("CARGO_BIN_EXE_treaty-timeline")).args(args).args(["--lang", "en"]).output().unwrap()
}

fn said(output: &RunOutput) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

#[test]
fn convert_says_what_it_read_what_it_wrote_and_what_was_lost() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let table = at("table.csv");
    std::fs::write(
        &table,
        "date,title,treaty,type\n1987-12-08,INF signed,INF,signed\n1988-06-01,In force,INF,\n",
    )
    .unwrap();
    let output = run(&["convert", &table, &at("out.ics")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("2 events") && said(&output).contains("iCalendar"), "{}", said(&output));
    assert!(std::fs::read_to_string(at("out.ics")).unwrap().contains("DTSTART;VALUE=DATE:19871208"));
    let output = run(&["convert", &table, &at("tables")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.path().join("tables/events.csv").is_file());
    assert_eq!(
        run(&["convert", &table, &at("tables")]).status.code(),
        Some(1),
        "the folder is there already"
    );
    for (args, code, words) in [
        (vec!["convert", &table, &at("out.docx")], 1, "says no format"),
        (vec!["convert", &at("nothing.csv"), &at("out.json")], 1, "nothing.csv"),
        (vec!["convert", &table, &at("out.json"), "--to", "gedcom"], 2, "possible values"),
        (vec!["convert", &table, &at("out.json"), "--mapping", &table], 1, "line 1"),
        (vec!["convert", &table], 2, "<OUT>"),
    ] {
        let args: Vec<&str> = args.iter().map(|arg| -> &str { arg }).collect();
        let output = run(&args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{args:?}: {}", said(&output));
    }
    let broken = at("broken.json");
    std::fs::write(&broken, "{").unwrap();
    assert_eq!(run(&["convert", &broken, &at("none.json")]).status.code(), Some(1));
    assert!(!folder.path().join("none.json").exists(), "nothing is written of a file with errors");
    let help = said(&run(&["convert", "--help"]));
    assert!(help.contains("Examples:") && help.contains("timelinejs"), "{help}");
}

#[test]
fn cite_prints_the_forms_that_programs_read() {
    let text = run(&["cite", "INF", "INF-terminated"]);
    assert_eq!(text.status.code(), Some(0));
    assert_eq!(said(&text).lines().count(), 2, "{}", said(&text));
    assert!(
        said(&text).contains("8 December 1987") && said(&text).contains("2 August 2019"),
        "{}",
        said(&text)
    );
    let csl = run(&["cite", "INF", "--format", "csl-json"]);
    let csl: Value = serde_json::from_slice(&csl.stdout).unwrap();
    assert_eq!(csl[0]["id"], "INF");
    for style in ["chicago", "chicago-notes", "apa", "mla", "harvard"] {
        let styled = run(&["cite", "INF", "INF-terminated", "--style", style]);
        assert_eq!(styled.status.code(), Some(0), "{style}: {}", said(&styled));
        let text = said(&styled);
        assert_eq!(text.lines().count(), 2, "{style}: {text}");
        assert!(text.contains("1987") && text.contains("2019"), "{style}: {text}");
    }
    assert_eq!(run(&["cite", "INF", "--style", "apa", "--format", "ris"]).status.code(), Some(2));
    let unknown = run(&["cite", "nonsense"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(said(&unknown).contains("has the id \"nonsense\""), "{}", said(&unknown));
}

#[test]
fn the_window_saves_what_the_filter_leaves_and_says_what_the_format_lost() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_owned()))));
    let mut window = app_at_pace(&dialogs);
    let treaty: TreatyId = window.state().session().world.dataset.find_treaty("INF").unwrap();
    window.state_mut().apply_command(SessionCommand::Filter(FilterCommand::Toggle(Facet::Treaty(treaty))));
    window.run();
    let saved =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.starts_with("Saved "));
    for (action, file) in [
        (Action::SaveJson, "test-excerpt.json"),
        (Action::SaveVis, "test-vis.json"),
        (Action::SaveMarkdown, "test.md"),
    ] {
        window.state_mut().apply_command(SessionCommand::Do(action));
        run_until(&mut window, "the file is written", saved);
        assert!(folder.path().join(file).is_file(), "{file}");
    }
    let part = world_of(&std::fs::read_to_string(folder.path().join("test-excerpt.json")).unwrap());
    assert_eq!(part.dataset.treaties().len(), 1);
    let shown = window.state().session().world.dataset.events_of(treaty).len();
    assert_eq!(part.dataset.events().len(), shown);
    window.state_mut().apply_command(SessionCommand::Do(Action::SaveCalendar));
    run_until(&mut window, "the calendar is written", |app| {
        let said = app.session().status_message.as_ref();
        said.is_some_and(|said| said.contains("iCalendar has no room for"))
    });
}

#[test]
fn of_a_multi_selection_a_chronology_is_made_alone() {
    use treaty_timeline::session::{Preferences, Session};
    use treaty_timeline::timeline::Subject;
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    session.selection.several =
        vec![Subject::Event(EventId::new(3)), Subject::Statement(StatementId::new(0))];
    let excerpt = session.excerpt_for(DataFormat::Html);
    assert_eq!(excerpt.events().collect::<Vec<_>>(), [EventId::new(3)]);
    assert_eq!(excerpt.statements().collect::<Vec<_>>(), [StatementId::new(0)]);
    assert!(session.excerpt_for(DataFormat::Native).is_whole());
}
