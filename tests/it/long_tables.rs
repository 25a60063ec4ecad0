//! Tables of many rows: collections of events as their projects publish them, broken rows in the middle, cancelling, the rows
//! in the panel, and the first rows to ask about.

use std::io::Read as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::common::window::{says, start_with};
use crate::common::{ScriptedDialogs, app_with, fixture, run_until};

use treaty_timeline::domain::{BulkEvents, BulkId};
use treaty_timeline::language::Language;
use treaty_timeline::load::{BulkLoaded, BulkWatch, HEAD_BYTES, Read, Watch, long_file, read};
use treaty_timeline::records::{Extent, ReadOptions, Role};
use treaty_timeline::session::{Command, FilesCommand, SelectionCommand, TableChange, World};
use treaty_timeline::timeline::Selection;

/// A table with the header of a fixture, or none, and its rows so often that it is long.
fn repeated(header: Option<&str>, rows: &[&str], count: usize) -> String {
    let mut text = header.map(|header| format!("{header}\n")).unwrap_or_default();
    for row in rows.iter().cycle().take(count) {
        text.push_str(row);
        text.push('\n');
    }
    text
}

fn fixture_text(name: &str) -> String {
    std::fs::read_to_string(fixture("formats").join("programs").join(name)).unwrap()
}

fn long(name: &str, text: &str) -> BulkLoaded {
    match read(name, text.as_bytes().to_vec(), &ReadOptions::default(), None, &()) {
        Read::Bulk(loaded) => *loaded,
        Read::Records(loaded) => panic!("read as records: {:?}", loaded.table.map(|table| table.mapping)),
    }
}

fn ids(bulk: &BulkEvents) -> impl Iterator<Item = BulkId> {
    (0..bulk.len()).map(BulkId::new)
}

fn lanes(bulk: &BulkEvents) -> Vec<&str> {
    bulk.lanes().iter().map(|lane| &*lane.name).collect()
}

/// The distinct events: label, first and last day, and whether their date is in doubt.
fn distinct(bulk: &BulkEvents) -> Vec<String> {
    let mut events: Vec<String> = ids(bulk)
        .map(|id| {
            let (first, last) = (bulk.start(id).date(), bulk.end(id).plus(-1).date());
            let doubt = if bulk.date_uncertainty(id).is_uncertain { "?" } else { "" };
            format!("{} {first} {last}{doubt}", bulk.texts(id).1)
        })
        .collect();
    events.sort();
    events.dedup();
    events
}

fn field(bulk: &BulkEvents, id: BulkId, name: &str) -> Option<String> {
    bulk.fields(id).into_iter().find(|(field, _)| field == name).map(|(_, text)| text)
}

#[test]
fn events_of_the_conflict_data_program_have_a_lane_and_the_width_of_their_precision() {
    let text = fixture_text("ucdp-ged.csv");
    let rows: Vec<&str> = text.lines().skip(1).collect();
    let loaded = long("GEDEvent.csv", &repeated(text.lines().next(), &rows, 60_000));
    let bulk = loaded.bulk.unwrap();
    assert_eq!(bulk.len(), 60_000, "{}", loaded.report);
    assert_eq!(lanes(&bulk)[0], "Lakeland: Government");
    let events = distinct(&bulk);
    assert!(
        events.contains(&"Government of Lakeland - Rowers 1990-03-04 1990-03-04".to_owned()),
        "{events:?}"
    );
    // Up to six days: one day between the two bounds.
    assert!(
        events.contains(&"Government of Lakeland - Rowers 1990-04-01 1990-04-07?".to_owned()),
        "{events:?}"
    );
    let id = ids(&bulk).next().unwrap();
    assert_eq!(field(&bulk, id, "source_office").as_deref(), Some("Lake Agency"));
    assert_eq!(field(&bulk, id, "best").as_deref(), Some("3"));
    let table = loaded.table.unwrap();
    assert_eq!((table.rows, table.left_out), (60_000, 0));
}

#[test]
fn events_of_acled_have_dates_in_words_widened_by_their_precision() {
    let text = fixture_text("acled.csv");
    let text = text.trim_start_matches('\u{feff}');
    let rows: Vec<&str> = text.lines().skip(1).collect();
    let loaded = long("acled.csv", &format!("\u{feff}{}", repeated(text.lines().next(), &rows, 60_000)));
    let bulk = loaded.bulk.unwrap();
    assert_eq!(bulk.len(), 60_000, "{}", loaded.report);
    assert!(lanes(&bulk).contains(&"Protesters (Finland)"));
    let events = distinct(&bulk);
    assert!(events.contains(&"Peaceful protest 2024-01-30 2024-01-30".to_owned()), "{events:?}");
    // A week: three days to each side.
    assert!(events.contains(&"Protest with intervention 2024-02-01 2024-02-07?".to_owned()), "{events:?}");
}

/// A row of the daily tables of GDELT, of which version 2 has 61 columns.
fn gdelt_row(width: usize, id: usize, day: &str, actors: [&str; 2], code: &str) -> String {
    let mut cells = vec![String::new(); width];
    let [first, second] = actors;
    let (month, year) = (&day[..6], &day[..4]);
    let set = [
        (0, id.to_string()),
        (1, day.to_owned()),
        (2, month.to_owned()),
        (3, year.to_owned()),
        (4, format!("{year}.1342")),
        (6, first.to_owned()),
        (7, first[..3].to_owned()),
        (16, second.to_owned()),
        (17, second[..3].to_owned()),
        (26, code.to_owned()),
    ];
    for (column, text) in set {
        cells[column] = text;
    }
    cells[width - 1] = format!("https://example.org/{id}");
    cells.join("\t")
}

#[test]
fn daily_tables_of_gdelt_are_known_without_a_header_in_both_versions() {
    for width in [58, 61] {
        let rows = [
            gdelt_row(width, 410_000_001, "20150218", ["FINLAND", "ICELAND"], "042"),
            gdelt_row(width, 410_000_002, "20150219", ["ISLE", "FINLAND"], "190"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let loaded = long("20150218.export.CSV", &repeated(None, &rows, 60_000));
        let bulk = loaded.bulk.unwrap();
        assert_eq!(bulk.len(), 60_000, "{}", loaded.report);
        // Codes of states become their names.
        assert_eq!(lanes(&bulk), ["Finland", "Iceland"]);
        let events = distinct(&bulk);
        assert_eq!(
            events,
            ["FINLAND, ICELAND, 042 2015-02-18 2015-02-18", "ISLE, FINLAND, 190 2015-02-19 2015-02-19"]
        );
        let id = ids(&bulk).next().unwrap();
        assert_eq!(field(&bulk, id, "SOURCEURL").as_deref(), Some("https://example.org/410000001"));
        assert!(loaded.table.unwrap().is_certain);
    }
}

fn rows_of(count: usize, broken: &[(usize, &str)]) -> String {
    let mut text = "date,title,lane,note\n".to_owned();
    for row in 0..count {
        let date = broken.iter().find(|&&(at, _)| at == row).map_or("1992-03-24", |(_, date)| date);
        text.extend([format!("{date},Event {row},Lane {},note {row}\n", row % 7)]);
    }
    text
}

#[test]
fn a_broken_row_in_the_middle_is_named_by_row_and_column_and_the_sum_is_right() {
    let text = rows_of(120_000, &[(60_000, "soon"), (119_999, "")]);
    let loaded = long("events.csv", &text);
    let said: Vec<String> = loaded
        .report
        .problems
        .iter()
        .map(|problem| {
            let cell = problem.cell.as_ref().unwrap();
            format!("{} {:?} {}", cell.row, cell.column.as_deref(), problem.message(Language::English))
        })
        .collect();
    assert_eq!(
        said,
        [
            "60002 Some(\"date\") \"soon\" is not a date; the cell is left out",
            "60002 None the row has no date and is left out",
            "120001 None the row has no date and is left out",
        ]
    );
    let (bulk, table) = (loaded.bulk.unwrap(), loaded.table.unwrap());
    assert_eq!((table.rows, table.left_out, bulk.len()), (120_000, 2, 119_998));
    // Texts behind the row that is left out are still those of their events.
    for id in ids(&bulk).step_by(977) {
        let (_, label) = bulk.texts(id);
        let number = label.strip_prefix("Event ").unwrap();
        assert_eq!(field(&bulk, id, "note"), Some(format!("note {number}")));
    }
}

#[test]
fn a_long_table_in_another_encoding_is_read_too() {
    let text = rows_of(60_000, &[]).replace("Lane 3", "Genève");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    let Read::Bulk(loaded) = read("events.csv", bytes.into_owned(), &ReadOptions::default(), None, &())
    else {
        panic!("read as records");
    };
    let bulk = loaded.bulk.unwrap();
    assert!(bulk.len() == 60_000 && lanes(&bulk).contains(&"Genève"), "{}", loaded.report);
}

#[test]
fn short_tables_and_those_with_quotations_are_read_as_records() {
    let short = rows_of(2000, &[]);
    let quoted = rows_of(60_000, &[]).replacen("note\n", "quote\n", 1);
    for text in [short, quoted] {
        assert!(
            long_file("events.csv", text.as_bytes(), text.len() as u64, &ReadOptions::default()).is_none()
        );
    }
}

/// Cancels after it was asked so often.
struct Impatient {
    left: AtomicUsize,
}

impl Watch for Impatient {
    fn reached(&self, _share: f32) {}

    fn is_cancelled(&self) -> bool {
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err()
    }
}

impl BulkWatch for Impatient {}

#[test]
fn a_cancelled_loading_gives_nothing() {
    let text = rows_of(200_000, &[]);
    for left in [0, 1, 7, 30] {
        let watch = Impatient { left: AtomicUsize::new(left) };
        let options = ReadOptions::default();
        let head = &text.as_bytes()[..HEAD_BYTES];
        let long = long_file("events.csv", head, text.len() as u64, &options).unwrap();
        let loaded = long.load(&mut text.as_bytes(), text.len() as u64, &options, &watch).unwrap().unwrap();
        assert!(loaded.bulk.is_none() && loaded.report.problems.is_empty(), "{left}");
    }
}

#[test]
fn while_somebody_is_asked_about_columns_only_the_first_rows_are_read() {
    let text = rows_of(200_000, &[]).replacen("date,title,lane,note", "wann,x,y,z", 1);
    let options = ReadOptions { extent: Extent::UntilAsked, ..ReadOptions::default() };
    let mut bytes = text.as_bytes();
    let long = long_file("events.csv", &text.as_bytes()[..HEAD_BYTES], text.len() as u64, &options).unwrap();
    let loaded = long.load(&mut bytes, text.len() as u64, &options, &()).unwrap().unwrap();
    let table = loaded.table.unwrap();
    assert!(table.is_part && !table.is_certain && table.rows < 60_000, "{}", table.rows);
    assert_eq!(loaded.bulk.unwrap().len(), table.rows);
    let mut rest = Vec::new();
    bytes.read_to_end(&mut rest).unwrap();
    assert!(rest.len() > text.len() / 2, "the rest is not read");
}

#[test]
fn the_panel_shows_all_columns_of_a_row() {
    let loaded = long("events.csv", &rows_of(60_000, &[]));
    let world = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "events.csv".to_owned(), None);
    let mut window = start_with(world);
    let select = SelectionCommand::Select(Selection::Bulk(BulkId::new(0)));
    window.state_mut().apply_command(Command::Selection(select));
    window.run();
    for line in ["title: Event 0", "note: note 0", "lane: Lane 0"] {
        assert!(says(&window, line), "{line}");
    }
}

#[test]
fn a_long_table_that_is_asked_about_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.csv");
    std::fs::write(&path, rows_of(120_000, &[]).replacen("date,title,lane,note", "wann,x,y,z", 1)).unwrap();
    let mut window =
        app_with([1280.0, 720.0], egui::Theme::Light, &ScriptedDialogs::default(), Some(path.clone()));
    run_until(&mut window, "the columns are asked about", |app| app.session().files.table.is_some());
    assert!(says(&window, "Only the first rows have been read so far"));
    window
        .state_mut()
        .apply_command(Command::Files(FilesCommand::ChangeTable(TableChange::Role(2, Role::Lane))));
    run_until(&mut window, "it is read again", |app| {
        app.session().files.table.as_ref().is_some_and(|open| !open.is_reading)
    });
    let asked = window.state().session().files.table.as_ref().unwrap();
    assert!(
        asked.table.is_part && asked.world.as_ref().is_some_and(|world| world.dataset.treaties().len() == 7)
    );
    window.state_mut().apply_command(Command::Files(FilesCommand::OpenTable));
    run_until(&mut window, "the file is open", |app| {
        app.session().world.path.as_ref() == Some(&path) && app.session().files.table.is_none()
    });
    let world = &window.state().session().world;
    assert_eq!(world.bulk.as_ref().map(BulkEvents::len), Some(120_000));
    assert_eq!(world.table.as_ref().map(|table| (table.rows, table.is_part)), Some((120_000, false)));
}
