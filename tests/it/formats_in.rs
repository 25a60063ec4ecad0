//! Files of other programs, as their exporters write them and broken: what is read of each, and what is said of the rest.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use treaty_timeline::domain::{About, Dataset, Event, Nature};
use treaty_timeline::language::Language;
use treaty_timeline::load::{Loaded, is_lanes_file, load};

/// The folders of the formats that are written in JSON, XML, or as a TimelineJS sheet.
const FORMATS: [&str; 11] = [
    "aeon",
    "annotations",
    "csl-json",
    "linked-places",
    "schema-org",
    "simile",
    "timeline-js",
    "timeline-project",
    "unknown-json",
    "vis-timeline",
    "wikidata",
];

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(crate::common::fixture("formats").join(folder)).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn is_broken(path: &Path) -> bool {
    name_of(path).starts_with("broken-")
}

fn read(path: &Path) -> Loaded {
    load(&name_of(path), std::fs::read(path).unwrap(), &())
}

/// A dataset as text: what a reader sees of it.
fn summary(dataset: &Dataset) -> String {
    let mut text = format!("title: {}\n", dataset.title());
    if !dataset.description().is_empty() {
        let _written = writeln!(text, "description: {}", dataset.description());
    }
    for source in dataset.sources() {
        let _written =
            writeln!(text, "source {}: {} | {} | {}", source.key, source.title, source.publisher, source.url);
    }
    for party in dataset.parties() {
        let _written = writeln!(text, "party {}: {}", party.key, party.name);
    }
    for treaty in dataset.treaties() {
        let kind = if treaty.nature == Nature::Topic { "topic" } else { "treaty" };
        let heading = &dataset.categories()[treaty.category].name;
        let _written = writeln!(text, "{kind} {}: {} (under {heading})", treaty.key, treaty.name);
    }
    for event in dataset.events() {
        text.push_str(&event_line(dataset, event));
    }
    for statement in dataset.statements() {
        let about: Vec<&str> = statement
            .about
            .iter()
            .map(|about| match *about {
                About::Treaty(id) => &*dataset.treaty(id).key,
                About::Event(id) => &*dataset.event(id).key,
            })
            .collect();
        let _written = writeln!(
            text,
            "statement {} {} of {} on {}: {}",
            statement.key,
            statement.date.text(),
            dataset.speaker(statement.speaker).name,
            about.join(", "),
            statement.quote
        );
        if let Some(selector) = &statement.selector {
            let _written =
                writeln!(text, "  passage: {:?} {:?} {:?}", selector.prefix, selector.exact, selector.suffix);
        }
        for field in &*statement.fields {
            let _written = writeln!(text, "  {}: {:?}", field.name, field.text);
        }
    }
    text
}

fn event_line(dataset: &Dataset, event: &Event) -> String {
    let lane = &dataset.treaty(event.treaty).key;
    let dates: Vec<&str> = event.dates.iter().map(|claim| claim.date.text()).collect();
    let mut text = format!("{} [{lane}] {}: {}\n", dates.join(" | "), event.key, event.title);
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            let _written = writeln!(text, "  {name}: {value:?}");
        }
    };
    add("summary", &event.summary);
    add("note", &event.dates[0].note);
    add("party", event.party.map_or("", |party| &dataset.party(party).name));
    add("url", &event.url);
    add("image", &event.image);
    let tags: Vec<&str> = event.tags.iter().map(|&tag| dataset.tag(tag)).collect();
    add("tags", &tags.join("; "));
    for field in &*event.fields {
        add(&field.name, &field.text);
    }
    text
}

#[test]
fn each_file_gives_exactly_its_records_and_its_report() {
    for folder in FORMATS {
        let mut text = String::new();
        for path in files(folder) {
            let loaded = read(&path);
            let _written = writeln!(text, "# {}\n{}", name_of(&path), loaded.report);
            let records = loaded.dataset.as_ref().map_or_else(|| "nothing is read\n".to_owned(), summary);
            let _written = writeln!(text, "{records}");
        }
        insta::assert_snapshot!(format!("formats_in_{}", folder.replace('-', "_")), text);
    }
}

#[test]
fn what_exporters_write_is_read_without_an_error_and_what_is_broken_is_told() {
    for folder in FORMATS {
        let (broken, good): (Vec<PathBuf>, Vec<PathBuf>) =
            files(folder).into_iter().partition(|path| is_broken(path));
        assert!(broken.len() >= 5, "{folder} has {} broken files", broken.len());
        assert!(good.len() >= 3 || folder == "unknown-json", "{folder} has {} files", good.len());
        for path in good {
            let loaded = read(&path);
            assert_eq!(loaded.report.errors, 0, "{}\n{}", path.display(), loaded.report);
            let dataset = loaded.dataset.unwrap();
            assert!(dataset.events().len() + dataset.statements().len() > 0, "{} is empty", path.display());
        }
        for path in broken {
            let report = read(&path).report;
            // A file may be strange and yet be read to the last entry.
            let is_strange =
                ["broken-strange.json", "broken-circle.json", "broken-blank.json", "broken-entities.xml"];
            let is_told = report.errors + report.warnings > 0;
            assert!(is_told || is_strange.contains(&&*name_of(&path)), "{} passes for whole", path.display());
            assert!(report.problems.iter().all(|problem| !problem.message(Language::English).is_empty()));
        }
    }
}

#[test]
fn none_of_these_files_passes_for_plain_lanes() {
    for path in FORMATS.iter().flat_map(|folder| files(folder)).filter(|path| !is_broken(path)) {
        assert!(!is_lanes_file(&std::fs::read(&path).unwrap()), "{}", path.display());
    }
}

#[test]
fn no_file_with_one_wrong_byte_or_cut_off_anywhere_is_a_crash() {
    for path in FORMATS.iter().flat_map(|folder| files(folder)) {
        let (name, whole) = (name_of(&path), std::fs::read(&path).unwrap());
        // Enough places of each file, and others in files of other lengths.
        let step = 1 + whole.len() / 97;
        for at in (0..whole.len()).step_by(step) {
            let _cut = load(&name, whole[..at].to_vec(), &()).report.to_string();
            for byte in [b'"', b'{', b'<', b'&', b'-', b'9', 0, 0xff] {
                let mut changed = whole.clone();
                changed[at] = byte;
                let _printed = load(&name, changed, &()).report.to_string();
            }
        }
    }
}

/// The dates of a file's events, in the order of the dataset: by date.
fn dates(name: &str, text: &str) -> Vec<String> {
    let loaded = load(name, text.as_bytes().to_vec(), &());
    let dataset = loaded.dataset.unwrap_or_else(|| panic!("{}", loaded.report));
    dataset.events().iter().map(|event| event.date().text().to_owned()).collect()
}

#[test]
fn a_bare_year_of_vis_timeline_stays_a_year() {
    let text = r#"[{"id":1,"content":"a","start":"1931"},{"id":2,"content":"b","start":"1931","end":"1938-09-30"},
        {"id":3,"content":"c","start":"1931-05-04T23:30:00-11:00"}]"#;
    assert_eq!(dates("x.json", text), ["1931/1938-09-30", "1931-05-04T23:30:00", "1931"]);
}

#[test]
fn a_date_that_this_program_wrote_comes_back_as_it_was() {
    let vis = r#"[{"id":1,"content":"a","start":"1931-05-01","end":"1931-06-01","edtf":"1931-05~"},
        {"id":2,"content":"b","start":"1932","edtf":"no date"},
        {"id":3,"content":"c","type":"range","start":"1933","end":"1934-01-01"}]"#;
    assert_eq!(dates("x.json", vis), ["1931-05~", "1932", "1933"]);
    let slides = r#"{"events":[{"start_date":{"year":1931},"edtf":"1931?","display_date":"1931, uncertain",
        "text":{"headline":"a"}}]}"#;
    assert_eq!(dates("x.json", slides), ["1931?"]);
}

#[test]
fn an_object_literal_is_refused_with_what_to_do() {
    for text in [
        "[\n {id: 1, content: 'a', start: '1931'}\n]",
        "var items = [\n {id: 1, content: 'a', start: '1931'}\n];",
    ] {
        let report = load("items.json", text.as_bytes().to_vec(), &()).report.to_string();
        assert!(report.contains("JSON.stringify(items)"), "{report}");
    }
}

#[test]
fn four_dates_of_simile_become_one_that_says_no_more_than_they_do() {
    let event = |dates: &str| format!(r#"{{"dateTimeFormat":"iso8601","events":[{{"title":"a",{dates}}}]}}"#);
    for (written, expected) in [
        (r#""start":"1931-05-04""#, "1931-05-04"),
        (r#""start":"1931-05-04","end":"1938-09-30""#, "1931-05-04/1938-09-30"),
        (r#""start":"1933-01-01","end":"1933-12-31","durationEvent":false"#, "1933"),
        (r#""start":"1933-01-02","end":"1933-02-03","durationEvent":false"#, "[1933-01-02..1933-02-03]"),
        (
            r#""start":"1930-09-01","latestStart":"1930-12-31","earliestEnd":"1931-04-02","end":"1931-05-04""#,
            "1930-39/1931-05-04~",
        ),
    ] {
        assert_eq!(dates("x.json", &event(written)), [expected], "{written}");
    }
}

#[test]
fn deep_time_is_refused_and_not_read_as_years() {
    let text = r#"{"dateTimeFormat":"mya","events":[{"title":"a","start":"65","durationEvent":false}]}"#;
    let loaded = load("x.json", text.as_bytes().to_vec(), &());
    assert!(loaded.dataset.is_none());
    assert!(loaded.report.to_string().contains("beyond the years that can be shown"), "{}", loaded.report);
}

#[test]
fn xml_entities_are_not_expanded() {
    let path = crate::common::fixture("formats/simile/broken-entities.xml");
    let dataset = read(&path).dataset.unwrap();
    let event = &dataset.events()[0];
    assert_eq!((&*event.title, &*event.summary), ("&b; &file;", "&b;&file;"));
}

#[test]
fn wikidata_dates_are_as_precise_as_they_are_said_to_be() {
    let path = crate::common::fixture("formats/wikidata/signatures.json");
    let loaded = read(&path);
    let dataset = loaded.dataset.unwrap();
    let dates: Vec<&str> = dataset.events().iter().map(|event| event.date().text()).collect();
    assert_eq!(dates, ["1883", "1931-05-04", "1931-05"]);
    assert!(
        dataset.treaties().iter().all(|treaty| treaty.nature != Nature::Topic),
        "signatures make treaties"
    );
    assert!(loaded.report.to_string().contains("1 row says only what earlier ones say"), "{}", loaded.report);
}

#[test]
fn a_sheet_of_timeline_js_has_its_title_eras_and_groups() {
    let path = crate::common::fixture("formats/timeline-js/sheet.csv");
    let loaded = read(&path);
    let dataset = loaded.dataset.unwrap();
    assert_eq!(dataset.title(), "Airships over the lakes");
    let lanes: Vec<&str> = dataset.treaties().iter().map(|treaty| &*treaty.name).collect();
    assert_eq!(lanes, ["eras", "Lake Pact", "Airships over the lakes", "Sheds"]);
    assert!(loaded.report.problems.iter().all(|problem| problem.code == "types-read"), "{}", loaded.report);
    assert_eq!(loaded.table.unwrap().left_out, 0);
    let signed = dataset.events().iter().find(|event| &*event.title == "Lake Pact signed").unwrap();
    assert_eq!(&*signed.dates[0].note, "4 May 1931");
    let source = dataset.source(signed.dates[0].source.unwrap());
    assert_eq!((&*source.title, &*source.url), ("Ministry of Lakes", "https://example.org/pact.pdf"));
}

#[test]
fn an_old_sheet_of_timeline_js_has_the_month_first_and_asks_nothing() {
    let loaded = read(&crate::common::fixture("formats/timeline-js/old-sheet.csv"));
    assert!(loaded.table.unwrap().is_certain);
    let dataset = loaded.dataset.unwrap();
    let dates: Vec<&str> = dataset.events().iter().map(|event| event.date().text()).collect();
    assert_eq!(dates, ["1931-05-14", "1932/1934"]);
}

#[test]
fn aeon_counts_years_before_the_common_era_backwards_and_keeps_what_goes_on_open() {
    let dataset = read(&crate::common::fixture("formats/aeon/novel.json")).dataset.unwrap();
    let dates: Vec<&str> = dataset.events().iter().map(|event| event.date().text()).collect();
    assert_eq!(dates, ["-0043-03-15", "1930-39/1931-05-04~", "1931-05-04T14:30:00", "1936-02/.."]);
}

#[test]
fn an_annotated_passage_is_no_later_than_its_annotation() {
    let path = crate::common::fixture("formats/annotations/hypothesis-export.json");
    let dataset = read(&path).dataset.unwrap();
    let [statement] = dataset.statements() else { panic!("one of two annotations has a passage") };
    assert_eq!(statement.date.text(), "[..2024-05-01]");
    assert_eq!(&*statement.quote, "A pact is a bridge, and one shore has let go of it.");
    assert_eq!(&*statement.selector.as_ref().unwrap().prefix, "She said: ");
}
