//! How long the program takes from its start to its third frame, against an eframe window that shows one label.
//!
//! `cargo bench --bench startup` starts each in turn, so that both see the same machine in the same minute, and
//! prints the medians and their ratio. It needs a display; `xvfb-run` gives one.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::process::Command;
use std::time::{Duration, Instant};

/// Frames until a window is taken to be there: the first may be empty, the second may be laid out anew.
const FRAMES: u64 = 3;
/// How often each is started; odd, so that the median is one of the figures.
const RUNS: usize = 21;

/// The least that an eframe window can do, with the renderer and features of the program.
struct Bare {
    frames: u64,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("A label");
        self.frames += 1;
        if self.frames >= FRAMES {
            ui.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.request_repaint();
    }
}

fn main() -> eframe::Result {
    if std::env::args().any(|arg| arg == "--bare") {
        // The program is measured with no state from earlier runs; so is this.
        let options = eframe::NativeOptions {
            viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
            renderer: eframe::Renderer::Glow,
            persist_window: false,
            ..Default::default()
        };
        let create = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
            // A label needs a font, and the program brings no other than its own.
            treaty_timeline::ui::install_fonts(&cc.egui_ctx);
            Ok(Box::new(Bare { frames: 0 }) as Box<dyn eframe::App>)
        };
        return eframe::run_native("bare", options, Box::new(create));
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("startup: skipped, there is no display");
        return Ok(());
    }
    let bare = std::env::current_exe().expect("a program knows where it is");
    let mut bare_times = Vec::new();
    let mut app_times = Vec::new();
    for _ in 0..RUNS {
        bare_times.push(time(Command::new(&bare).arg("--bare")));
        let mut app = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
        app_times.push(time(app.args(["--fresh", "--quit-after-frames", &FRAMES.to_string()])));
    }
    let (bare, app) = (median(bare_times), median(app_times));
    let ratio = app.as_secs_f64() / bare.as_secs_f64();
    println!("startup to frame {FRAMES}, median of {RUNS}:");
    println!("  bare window with one label  {:6.1} ms", bare.as_secs_f64() * 1000.0);
    println!("  treaty-timeline, bundled    {:6.1} ms   {ratio:.2} ×", app.as_secs_f64() * 1000.0);
    println!(
        "{{\"figure\":\"startup\",\"bare_ms\":{:.1},\"app_ms\":{:.1},\"ratio\":{ratio:.3}}}",
        bare.as_secs_f64() * 1000.0,
        app.as_secs_f64() * 1000.0
    );
    Ok(())
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let output = command.env("RUST_LOG", "off").output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
