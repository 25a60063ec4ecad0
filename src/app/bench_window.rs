//! `treaty-timeline bench-window`: the real window, stepped through the views of the comparison with other programs. It
//! prints one JSON line for each stage; `BENCHMARKS.md` says what is measured and what the lines mean.

use std::io::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use crate::domain::SECS_PER_DAY;
use crate::session::{Command, ViewCommand};
use crate::timeline::{TimeView, View};

use super::App;
use super::clock::{now, unix_secs};

/// 1900-01-01 and 2031-01-01, in seconds since 1970: what the workload lies between.
const FIRST: f64 = -2_208_988_800.0;
const LAST: f64 = 1_924_992_000.0;
/// The window of the pan: 26 years.
const PAN_WIDTH: f64 = 26.0 * 365.25 * SECS_PER_DAY as f64;
const PAN_STEPS: usize = 200;
const ZOOM_STEPS: usize = 100;

/// The application and the stage of its measurement.
pub(super) struct BenchWindow {
    app: App,
    file: PathBuf,
    cap_secs: f64,
    started: Instant,
    stage: Stage,
    sync: Vec<f64>,
    main: Vec<f64>,
    raf: Vec<f64>,
    stage_began: Instant,
    last_frame: Option<Instant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Loading,
    /// Loaded, and shown by this number of frames.
    Loaded(usize),
    Pan(usize),
    Zoom(usize),
    Done,
}

impl BenchWindow {
    pub(super) fn new(app: App, file: PathBuf, cap_secs: f64) -> Self {
        print(&serde_json::json!({ "step": "begin" }));
        let (started, stage_began) = (now(), now());
        Self {
            app,
            file,
            cap_secs,
            started,
            stage: Stage::Loading,
            sync: Vec::new(),
            main: Vec::new(),
            raf: Vec::new(),
            stage_began,
            last_frame: None,
        }
    }

    /// The view of the next step, if the stage steps through views.
    fn view(&self) -> Option<TimeView> {
        let share = |i: usize, count: usize| i as f64 / (count - 1) as f64;
        match self.stage {
            Stage::Pan(i) => {
                let start = FIRST + (LAST - FIRST - PAN_WIDTH) * share(i, PAN_STEPS);
                Some(TimeView { start, span: PAN_WIDTH })
            }
            Stage::Zoom(i) => {
                let f = share(i, ZOOM_STEPS);
                let span = (LAST - FIRST) * (1.0_f64 / 131.0).powf(1.0 - (2.0 * f - 1.0).abs());
                Some(TimeView { start: f64::midpoint(FIRST, LAST) - span / 2.0, span })
            }
            Stage::Loading | Stage::Loaded(_) | Stage::Done => None,
        }
    }

    /// Advances to the next step or stage after a frame was drawn.
    fn advance(&mut self) {
        let is_over = self.stage_began.elapsed().as_secs_f64() > self.cap_secs;
        self.stage = match self.stage {
            Stage::Loading if self.is_loaded() => Stage::Loaded(0),
            Stage::Loading => Stage::Loading,
            // One frame draws it, and when the next one begins it has been shown.
            Stage::Loaded(2) => {
                self.report_loaded();
                self.begin(Stage::Pan(0))
            }
            Stage::Loaded(frames) => Stage::Loaded(frames + 1),
            Stage::Pan(i) if i + 1 < PAN_STEPS && !is_over => Stage::Pan(i + 1),
            Stage::Pan(_) => {
                self.report_steps("pan");
                self.begin(Stage::Zoom(0))
            }
            Stage::Zoom(i) if i + 1 < ZOOM_STEPS && !is_over => Stage::Zoom(i + 1),
            Stage::Zoom(_) => {
                self.report_steps("zoom");
                print(&serde_json::json!({ "step": "done" }));
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
    }

    fn begin(&mut self, stage: Stage) -> Stage {
        (self.sync, self.main, self.raf) = (Vec::new(), Vec::new(), Vec::new());
        (self.last_frame, self.stage_began) = (None, now());
        stage
    }

    fn is_loaded(&self) -> bool {
        let session = self.app.session();
        let path = std::path::absolute(&self.file).unwrap_or_else(|_| self.file.clone());
        session.files.loading.is_none() && session.world.path.as_ref() == Some(&path)
    }

    fn report_loaded(&self) {
        let ms = self.started.elapsed().as_secs_f64() * 1e3;
        print(&serde_json::json!({
            "step": "load",
            "painted_at": unix_secs() * 1e3,
            "json_ms": ms,
            "draw_ms": self.raf.last().copied().unwrap_or_default(),
        }));
    }

    fn report_steps(&self, step: &str) {
        print(&serde_json::json!({ "step": step, "main": self.main, "sync": self.sync, "raf": self.raf }));
    }
}

impl eframe::App for BenchWindow {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let began = now();
        if let Some(last) = self.last_frame.replace(began) {
            self.raf.push((began - last).as_secs_f64() * 1e3);
            // Processor time of the last frame: input, layout, tessellation and draw calls.
            self.main.extend(frame.info().cpu_usage.map(|secs| f64::from(secs) * 1e3));
        }
        if let Some(time) = self.view() {
            let session = self.app.session();
            let (view, window) = (View { time, ..session.view.current }, session.view.size);
            self.app.apply(ui.ctx(), None, Command::View(ViewCommand::Set(view, window)));
        }
        self.app.ui(ui, frame);
        self.sync.push(began.elapsed().as_secs_f64() * 1e3);
        self.advance();
        // While loading, the window draws only when there is something new, as usual.
        if self.stage != Stage::Loading {
            ui.ctx().request_repaint();
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }
}

fn print(line: &serde_json::Value) {
    let mut out = std::io::stdout().lock();
    // The measuring program reads this; without one nothing is lost.
    let _written = writeln!(out, "{line}").and_then(|()| out.flush());
}
