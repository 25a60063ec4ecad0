//! How long bulk lanes take to load, against `serde_json` reading the same bytes into borrowed structs, and what a
//! frame costs at a thousand and at ten million events.
//!
//! `cargo bench --bench scale [N …]` prints one JSON line per figure; with `--cancel` before the sizes, how long a loading
//! that is called off goes on, at twenty moments of its course.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

mod workload;

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use treaty_timeline::load::{BulkWatch, Watch, load_lanes};
use treaty_timeline::session::{Command, Preferences, Session, ViewCommand, World};
use treaty_timeline::timeline::{TimeView, View};
use treaty_timeline::ui::{UiCache, apply_theme, install_fonts, show};

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
    if std::env::args().any(|arg| arg == "--cancel") {
        return sizes.into_iter().for_each(cancel);
    }
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000, 1_000_000] } else { sizes };
    let mut least: Option<Frames> = None;
    for n in sizes {
        let (world, load) = load(n);
        println!("{load}");
        let frames = frames(world);
        let base = least.get_or_insert_with(|| frames.clone());
        println!(
            "{{\"figure\":\"frame\",\"n\":{n},\"median_ms\":{:.3},\"p95_ms\":{:.3},\"median_ratio\":{:.2},\"p95_ratio\":{:.2}}}",
            frames.median,
            frames.p95,
            frames.median / base.median,
            frames.p95 / base.p95
        );
    }
}

/// What a frame costs, in milliseconds.
#[derive(Clone)]
struct Frames {
    median: f64,
    p95: f64,
}

/// Loads a file several times, in turn with the floor, and gives it with the line to print.
fn load(n: usize) -> (World, String) {
    let path = file(n);
    let reps = if n > 2_000_000 { 3 } else { 5 };
    let (mut floors, mut loads, mut world) = (Vec::new(), Vec::new(), None::<World>);
    for _ in 0..reps {
        let bytes = std::fs::read(&path).unwrap();
        let started = Instant::now();
        let floor: Floor<'_> = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(floor.events.len(), n);
        floors.push(started.elapsed().as_secs_f64() * 1e3);
        drop(floor);
        drop(bytes);
        // The last one goes before the next comes: both at once would be measured against each other's memory.
        drop(world.take());
        let started = Instant::now();
        let mut reader = File::open(&path).unwrap();
        let len = reader.metadata().unwrap().len();
        let loaded = load_lanes("events.json", &mut reader, len, &()).unwrap().unwrap();
        let loaded = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "events.json".to_owned(), None);
        loads.push(started.elapsed().as_secs_f64() * 1e3);
        world = Some(loaded);
    }
    let (floor, load) = (quantile(&mut floors, 0.5), quantile(&mut loads, 0.5));
    let ratio = load / floor;
    let line = format!(
        "{{\"figure\":\"load\",\"n\":{n},\"ms\":{load:.1},\"floor_ms\":{floor:.1},\"ratio\":{ratio:.2}}}"
    );
    (world.unwrap(), line)
}

/// A loading that is called off after some time.
struct CalledOff {
    after: Instant,
}

impl Watch for CalledOff {
    fn reached(&self, _share: f32) {}

    fn is_cancelled(&self) -> bool {
        Instant::now() > self.after
    }
}

impl BulkWatch for CalledOff {}

/// How long a loading goes on after it was called off, memory freed, at twenty moments from its start to its end.
fn cancel(n: usize) {
    let path = file(n);
    let whole = {
        let started = Instant::now();
        let mut reader = File::open(&path).unwrap();
        let len = reader.metadata().unwrap().len();
        drop(load_lanes("events.json", &mut reader, len, &()).unwrap());
        started.elapsed()
    };
    let mut rests = Vec::new();
    for step in 0..20 {
        let after = Instant::now() + whole * step / 20;
        let mut reader = File::open(&path).unwrap();
        let len = reader.metadata().unwrap().len();
        drop(load_lanes("events.json", &mut reader, len, &CalledOff { after }).unwrap());
        rests.push(after.elapsed().as_secs_f64() * 1e3);
    }
    let (median, most) = (quantile(&mut rests, 0.5), quantile(&mut rests, 1.0));
    println!("{{\"figure\":\"cancel\",\"n\":{n},\"median_ms\":{median:.1},\"most_ms\":{most:.1}}}");
}

/// Three hundred steps of pan and zoom at every depth: input, plan, paint list and tessellation, with no window.
fn frames(world: World) -> Frames {
    let ctx = egui::Context::default();
    install_fonts(&ctx);
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    apply_theme(&ctx, session.settings.preferences.theme, false);
    let mut cache = UiCache::new(true);
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0));
    let mut times = Vec::new();
    for step in 0..320 {
        let limits = session.world.limits;
        let fit = TimeView::fit(&limits);
        // Every depth from the whole to a day, panning a little at each.
        let depth = f64::from(step / 20);
        let middle = fit.start + fit.span * (0.3 + 0.02 * f64::from(step % 20));
        let time = fit.zoomed((0.85 * depth).exp2(), middle, &limits);
        let started = Instant::now();
        session
            .apply(Command::View(ViewCommand::Set(View { time, ..session.view.current }, session.view.size)));
        let mut commands = Vec::new();
        let input = egui::RawInput { screen_rect: Some(screen), ..egui::RawInput::default() };
        let output = ctx.run_ui(input, |ui| show(ui, &session, None, &mut cache, &mut commands));
        let meshes = ctx.tessellate(output.shapes, output.pixels_per_point);
        let spent = started.elapsed().as_secs_f64() * 1e3;
        assert!(!meshes.is_empty());
        for command in commands {
            session.apply(command);
        }
        // The first frames fill the caches of fonts and of layout, at whatever size.
        if step >= 20 {
            times.push(spent);
        }
    }
    Frames { median: quantile(&mut times, 0.5), p95: quantile(&mut times, 0.95) }
}

fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * share) as usize]
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
