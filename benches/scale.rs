//! How long plain lanes take to load, against `serde_json` reading the same bytes into borrowed structs, and what a
//! frame costs at a thousand and at ten million events.
//!
//! `cargo bench --bench scale [N …]` prints one JSON line per figure.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

mod workload;

use std::fs::File;
use std::path::PathBuf;
use std::time::Instant;

use treaty_timeline::load::load_plain;

/// What the floor reads: every field, nothing copied.
#[derive(serde::Deserialize)]
struct Floor<'a> {
    #[serde(borrow)]
    events: Vec<FloorEvent<'a>>,
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "read, and not looked at")]
struct FloorEvent<'a> {
    id: u64,
    lane: u32,
    start: &'a str,
    end: Option<&'a str>,
    label: &'a str,
}

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 100_000, 1_000_000] } else { sizes };
    for n in sizes {
        let path = file(n);
        let reps = if n > 2_000_000 { 3 } else { 5 };
        let mut floors = Vec::new();
        let mut loads = Vec::new();
        for _ in 0..reps {
            let started = Instant::now();
            let bytes = std::fs::read(&path).unwrap();
            let read = started.elapsed().as_secs_f64();
            let started = Instant::now();
            let floor: Floor<'_> = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(floor.events.len(), n);
            floors.push((started.elapsed().as_secs_f64(), read));
            drop(floor);
            drop(bytes);
            let started = Instant::now();
            let mut reader = File::open(&path).unwrap();
            let len = reader.metadata().unwrap().len();
            let loaded = load_plain("events.json", &mut reader, len, &()).unwrap().unwrap();
            loads.push(started.elapsed().as_secs_f64());
            assert_eq!(loaded.plain.unwrap().len(), n);
        }
        floors.sort_by(|a, b| a.0.total_cmp(&b.0));
        loads.sort_by(f64::total_cmp);
        let (floor, load) = (floors[reps / 2].0, loads[reps / 2]);
        println!(
            "{{\"figure\":\"load\",\"n\":{n},\"ms\":{:.1},\"floor_ms\":{:.1},\"ratio\":{:.2}}}",
            load * 1e3,
            floor * 1e3,
            load / floor
        );
    }
}

/// The workload of a size, made once and kept beside the build.
fn file(n: usize) -> PathBuf {
    let path = std::env::temp_dir().join(format!("treaty-timeline-events-{n}.json"));
    if !path.exists() {
        let part = path.with_extension("part");
        workload::generate(n, &mut File::create(&part).unwrap()).unwrap();
        std::fs::rename(&part, &path).unwrap();
    }
    path
}
