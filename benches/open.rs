//! How long it takes to open other people's tables, against the libraries that only read them, and how much memory it takes.
//!
//! `cargo bench --bench open` prints one JSON line per figure; `-- --rows N` sets how many rows the long table has.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

#[path = "workload/table.rs"]
mod table;

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use calamine::Reader as _;
use treaty_timeline::load::{BulkLoaded, HEAD_BYTES, Loaded, Read, long_file, read};
use treaty_timeline::records::{Extent, ReadOptions};
use treaty_timeline::session::{Preferences, Session, World};
use treaty_timeline::ui::{UiCache, apply_theme, install_fonts, show};

/// Names of columns that leave no doubt.
const PLAIN: [&str; 8] = table::HEADERS;
/// Names of which some say nothing, so that a person is asked.
const ODD: [&str; 8] = ["no", "wann", "bis wann", "was", "wer", "wo", "mehr dazu", "woher"];
/// How often each figure is taken; the median counts.
const REPS: usize = 5;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == "--memory") {
        return memory(Path::new(&args[at + 1]));
    }
    let rows =
        args.iter().position(|arg| arg == "--rows").map_or(1_000_000, |at| args[at + 1].parse().unwrap());
    let long = csv_file(rows, "plain", &PLAIN);
    csv(rows, &long);
    let sheet = workbook(100_000, "plain", &PLAIN);
    xlsx(&sheet);
    for path in [&long, &sheet, &csv_file(40_000, "plain", &PLAIN)] {
        peak(path);
    }
    for path in [
        csv_file(rows, "odd", &ODD),
        workbook(100_000, "odd", &ODD),
        csv_file(40_000, "odd", &ODD),
        csv_file(1_000, "odd", &ODD),
    ] {
        preview(&path);
    }
    reload(70_000);
    reload(40_000);
}

/// A row of the floor: every cell, nothing copied.
#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "read, and not looked at")]
struct Row<'a> {
    event_id: &'a str,
    date: &'a str,
    end: &'a str,
    title: &'a str,
    treaty: &'a str,
    country: &'a str,
    description: &'a str,
    source: &'a str,
}

/// A long table from disk to a frame on the screen, against `csv` reading it from disk into borrowed records.
fn csv(rows: usize, path: &Path) {
    let (mut floors, mut loads, mut frames) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..REPS {
        let started = Instant::now();
        let mut reader = csv::Reader::from_path(path).unwrap();
        let headers = reader.headers().unwrap().clone();
        let (mut record, mut count) = (csv::StringRecord::new(), 0);
        while reader.read_record(&mut record).unwrap() {
            let row: Row<'_> = record.deserialize(Some(&headers)).unwrap();
            count += usize::from(!row.date.is_empty());
        }
        assert_eq!(count, rows);
        floors.push(ms(started));

        let started = Instant::now();
        let loaded = open(path, Extent::Whole);
        let world = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "table.csv".to_owned(), None);
        assert_eq!(world.bulk.as_ref().unwrap().len(), rows);
        loads.push(ms(started));
        frame(world);
        frames.push(ms(started));
    }
    let (floor, load, frame) = (median(&mut floors), median(&mut loads), median(&mut frames));
    println!(
        "{{\"figure\":\"csv\",\"rows\":{rows},\"bytes\":{},\"floor_ms\":{floor:.0},\"load_ms\":{load:.0},\"to_frame_ms\":{frame:.0},\"ratio\":{:.2}}}",
        size(path),
        frame / floor
    );
}

/// A long table from disk.
fn open(path: &Path, extent: Extent) -> BulkLoaded {
    let options = ReadOptions { extent, ..ReadOptions::default() };
    let mut file = File::open(path).unwrap();
    let mut head = vec![0; HEAD_BYTES];
    file.read_exact(&mut head).unwrap();
    let long = long_file("table.csv", &head, size(path), &options).unwrap();
    long.load(&mut head.as_slice().chain(file), size(path), &options, &()).unwrap().unwrap()
}

/// The first frame of a world, without a window.
fn frame(world: World) {
    let ctx = egui::Context::default();
    install_fonts(&ctx);
    let session = Session::new(Arc::new(world), Preferences::default(), None);
    apply_theme(&ctx, session.settings.preferences.theme, false);
    let mut cache = UiCache::new(true);
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0));
    let input = egui::RawInput { screen_rect: Some(screen), ..egui::RawInput::default() };
    let mut commands = Vec::new();
    let output = ctx.run_ui(input, |ui| show(ui, &session, None, &mut cache, &mut commands));
    assert!(!ctx.tessellate(output.shapes, output.pixels_per_point).is_empty());
}

/// A workbook from memory to its events, against `calamine` reading its cells.
fn xlsx(path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let (mut floors, mut loads) = (Vec::new(), Vec::new());
    for _ in 0..REPS {
        let started = Instant::now();
        let mut book: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.as_slice())).unwrap();
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).unwrap();
        assert_eq!(range.height(), 100_001);
        floors.push(ms(started));
        drop(range);
        let copy = bytes.clone();
        let started = Instant::now();
        let Read::Bulk(loaded) = read("table.xlsx", copy, &ReadOptions::default(), None, &()) else {
            panic!()
        };
        assert_eq!(loaded.bulk.unwrap().len(), 100_000);
        loads.push(ms(started));
    }
    let (floor, load) = (median(&mut floors), median(&mut loads));
    println!(
        "{{\"figure\":\"xlsx\",\"rows\":100000,\"bytes\":{},\"floor_ms\":{floor:.0},\"load_ms\":{load:.0},\"ratio\":{:.2}}}",
        bytes.len(),
        load / floor
    );
}

/// Reads a file as the window does, and prints the most memory it took meanwhile.
fn memory(path: &Path) {
    let world = world_of(path, &ReadOptions::default());
    assert!(world.is_none_or(|world| !world.is_empty()));
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("{}", line.trim().trim_end_matches(" kB"));
}

/// The peak of memory of a process that opens a file, above that of one that opens a table of two rows.
fn peak(path: &Path) {
    let of = |path: &Path| -> u64 {
        let program = std::env::current_exe().unwrap();
        let output = std::process::Command::new(program).arg("--memory").arg(path).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().parse::<u64>().unwrap() << 10
    };
    let small = csv_file(2, "plain", &PLAIN);
    let (base, peak) = (of(&small), of(path));
    println!(
        "{{\"figure\":\"memory\",\"file\":\"{}\",\"bytes\":{},\"peak\":{},\"ratio\":{:.2}}}",
        path.file_name().unwrap().display(),
        size(path),
        peak - base,
        (peak - base) as f64 / size(path) as f64
    );
}

/// How long it takes until a person can be asked about the columns of a table.
fn preview(path: &Path) {
    let mut times = Vec::new();
    for _ in 0..REPS {
        let started = Instant::now();
        let options = ReadOptions { extent: Extent::UntilAsked, ..ReadOptions::default() };
        drop(world_of(path, &options));
        times.push(ms(started));
    }
    println!(
        "{{\"figure\":\"preview\",\"file\":\"{}\",\"ms\":{:.0}}}",
        path.file_name().unwrap().display(),
        median(&mut times)
    );
}

/// A file as it is read for the window.
fn world_of(path: &Path, options: &ReadOptions) -> Option<World> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut file = File::open(path).unwrap();
    let mut head = Vec::new();
    std::io::Read::by_ref(&mut file).take(HEAD_BYTES as u64).read_to_end(&mut head).unwrap();
    let len = size(path);
    let bulk = if let Some(long) = long_file(&name, &head, len, options) {
        long.load(&mut head.as_slice().chain(&mut file), len, options, &()).unwrap()
    } else {
        match read(&name, std::fs::read(path).unwrap(), options, None, &()) {
            Read::Bulk(loaded) => Some(*loaded),
            Read::Records(loaded) => {
                let Loaded { dataset, report, .. } = *loaded;
                return dataset.map(|dataset| World::new(dataset, report, name, None));
            }
        }
    };
    let BulkLoaded { bulk, report, .. } = bulk?;
    bulk.map(|bulk| World::of_bulk(bulk, report, name, None))
}

/// A file of about ten megabytes that is read again when a row of it has changed, while the first is still open.
fn reload(rows: usize) {
    let path = csv_file(rows, "plain", &PLAIN);
    let changed = path.with_extension("changed.csv");
    let mut text = std::fs::read_to_string(&path).unwrap();
    while text.len() < 10 << 20 {
        // Longer descriptions, not more rows.
        text = text.replace("people were", "people and other people were");
    }
    std::fs::write(&path, &text).unwrap();
    std::fs::write(&changed, text.replacen("Meeting at", "Talks at", 1)).unwrap();
    let (mut firsts, mut agains) = (Vec::new(), Vec::new());
    for _ in 0..REPS {
        let started = Instant::now();
        let first = world_of(&path, &ReadOptions::default());
        firsts.push(ms(started));
        let started = Instant::now();
        let again = world_of(&changed, &ReadOptions::default());
        drop(first);
        agains.push(ms(started));
        drop(again);
    }
    let (first, again) = (median(&mut firsts), median(&mut agains));
    println!(
        "{{\"figure\":\"reload\",\"rows\":{rows},\"bytes\":{},\"first_ms\":{first:.0},\"again_ms\":{again:.0},\"ratio\":{:.2}}}",
        text.len(),
        again / first
    );
    std::fs::remove_file(path).unwrap();
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).unwrap().len()
}

/// A table of a size, made once and kept beside the build.
fn csv_file(rows: usize, name: &str, headers: &[&str; 8]) -> PathBuf {
    made(&format!("{name}-{rows}.csv"), |part| {
        table::csv(rows, headers, &mut File::create(part).unwrap()).unwrap();
    })
}

/// The same as a workbook.
fn workbook(rows: usize, name: &str, headers: &[&str; 8]) -> PathBuf {
    made(&format!("{name}-{rows}.xlsx"), |part| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, header) in (0..).zip(headers) {
            sheet.write_string(0, column, *header).unwrap();
        }
        let mut row = 0;
        table::rows(rows, |cells| {
            row += 1;
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, cell).unwrap();
            }
            Ok(())
        })
        .unwrap();
        book.save(part).unwrap();
    })
}

fn made(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let path = std::env::temp_dir().join(format!("treaty-timeline-table-{name}"));
    if !path.exists() {
        // A workbook is told by its extension.
        let part = path.with_file_name(format!("part-of-{}", path.file_name().unwrap().to_string_lossy()));
        make(&part);
        std::fs::rename(&part, &path).unwrap();
    }
    path
}
