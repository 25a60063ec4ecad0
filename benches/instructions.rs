//! How many instructions the plan of one frame takes at a thousand and at a million events, counted by callgrind: a figure
//! that does not depend on what else the machine does.
//!
//! `cargo bench --bench instructions [N …]` starts itself under `valgrind`, which must be installed, and prints one JSON
//! line per size, and the dearest functions of the largest.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

mod workload;

use std::path::Path;
use std::process::Command;

use treaty_timeline::load::load_lanes;
use treaty_timeline::session::World;
use treaty_timeline::timeline::{
    Arrangement, BundledFonts, PlanInput, Rows, Scene, Selection, Size, TimeView, View, plan,
};

/// Depths of zoom that are planned, each twice as near as the one before.
const DEPTHS: i32 = 14;

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let first = args.next();
    if first.as_deref() == Some("--plans") {
        return plans(args.next().unwrap().parse().unwrap());
    }
    let mut sizes: Vec<usize> = first.into_iter().chain(args).filter_map(|arg| arg.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 1_000_000];
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("instructions: skipped, valgrind is not installed");
        return;
    }
    let last = *sizes.last().unwrap();
    let mut least = None;
    for n in sizes {
        let out = std::env::temp_dir().join(format!("treaty-timeline-callgrind-{n}.out"));
        let total = count(n, &out) / DEPTHS as u64;
        let base = *least.get_or_insert(total);
        println!(
            "{{\"figure\":\"instructions\",\"n\":{n},\"per_plan\":{total},\"ratio\":{:.2}}}",
            total as f64 / base as f64
        );
        if n == last {
            dearest(&out);
        }
    }
}

/// Instructions of all plans together, read from what callgrind wrote.
fn count(n: usize, out: &Path) -> u64 {
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--toggle-collect=*one_plan*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(std::env::current_exe().unwrap())
        .args(["--plans", &n.to_string()])
        .status()
        .unwrap();
    assert!(status.success(), "valgrind failed");
    let text = std::fs::read_to_string(out).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("totals: ")).unwrap();
    line.trim().parse().unwrap()
}

/// Prints the functions that take most, with their shares.
fn dearest(out: &Path) {
    let output = Command::new("callgrind_annotate").arg(out).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    for line in text.lines().filter(|line| line.contains("%)")).take(8) {
        println!("{line}");
    }
}

/// Plans every depth once, with the collecting switched on for the plan only.
fn plans(n: usize) {
    let mut bytes = Vec::new();
    workload::generate(n, &mut bytes).unwrap();
    let loaded = load_lanes("events.json", &mut bytes.as_slice(), bytes.len() as u64, &()).unwrap().unwrap();
    let world = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "events.json".to_owned(), None);
    let fit = TimeView::fit(&world.limits);
    let middle = fit.start + fit.span / 2.0;
    let size = Size { width: 1440.0, height: 820.0 };
    let height = world.lane_height(f64::from(Scene::plot_height(size)));
    let rows = Rows::with_lane_height(&world.dataset, &Arrangement::default(), height);
    let fonts = BundledFonts::default();
    for depth in 0..DEPTHS {
        let time = fit.zoomed(f64::from(1 << depth), middle, &world.limits);
        let input = PlanInput {
            dataset: &world.dataset,
            index: &world.index,
            bulk: world.bulk.as_ref(),
            rows: &rows,
            view: View { time, scroll: 0.0 },
            size,
            selection: Selection::Nothing,
            several: &[],
            time_range: None,
            today: None,
            hits: None,
            previous_dates: None,
            status_date: None,
            strings: treaty_timeline::language::Language::English.strings(),
            measure: &fonts,
        };
        assert!(!one_plan(&input).lanes.is_empty());
    }
}

#[inline(never)]
fn one_plan(input: &PlanInput<'_>) -> Scene {
    plan(input)
}
