//! The way from the command line to a window or to an exit code.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use super::bench_window::BenchWindow;
use super::check::check;
use super::cli::{Cli, CliCommand};
use super::dialogs::NativeDialogs;
use super::diff::diff;
use super::render::render;
use super::settings_file::{self, Remembered};
use super::state::state;
use super::{App, AppOptions, bundled_world, reader, today, window_place};

/// The exit code of a run that found errors, and of one that could not do what was asked.
const FAILED: u8 = 1;

/// The exit code of a comparison that could not be made, as of `diff`.
const NOT_DONE: u8 = 2;

/// What is logged unless `RUST_LOG` says otherwise: our own warnings, and of the crates below only what fails.
const LOG_FILTER: &str = "error,treaty_timeline=warn";

/// Runs the program. Exits with 0 when all is well, 1 on errors, 2 on a command line that makes no sense.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    // What a reader of documents says is read by the program that started it.
    if !matches!(cli.command, Some(CliCommand::ReadDocument { .. })) {
        env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(LOG_FILTER)).init();
    }
    match cli.command {
        Some(CliCommand::Check { files, format }) => {
            let (text, has_errors) = check(&files, format);
            print(&text);
            if has_errors { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
        }
        Some(CliCommand::State(args)) => match state(&args) {
            Ok(text) => {
                print(&text);
                ExitCode::SUCCESS
            }
            Err(message) => fail(&message),
        },
        Some(CliCommand::Render(args)) => match render(&args) {
            Ok(text) => {
                print(&text);
                ExitCode::SUCCESS
            }
            Err(message) => fail(&message),
        },
        Some(CliCommand::Diff { before, after, format }) => match diff(&before, &after, format) {
            Ok((text, differs)) => {
                print(&text);
                if differs { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
            }
            Err(message) => {
                fail(&message);
                ExitCode::from(NOT_DONE)
            }
        },
        Some(CliCommand::Schema) => match crate::load::json_schema() {
            Ok(schema) => {
                print(&schema);
                ExitCode::SUCCESS
            }
            Err(err) => fail(&err.to_string()),
        },
        Some(CliCommand::ReadDocument { name }) => match reader::serve(&name) {
            Ok(()) => ExitCode::SUCCESS,
            Err(err) => fail(&err.to_string()),
        },
        Some(CliCommand::BenchWindow { file, cap }) => {
            let options = AppOptions { file: Some(file.clone()), fresh: true, ..AppOptions::default() };
            open_window(options, BENCH_SIZE, |app| Box::new(BenchWindow::new(app, file, cap)))
        }
        None => open_window(
            AppOptions {
                file: cli.file,
                fresh: cli.fresh,
                remembers: settings_file::path(),
                today: Some(today()),
                language: cli.language,
                system: super::system::at_once(),
                reader: own_program(),
                quit_after_frames: cli.quit_after_frames,
                journal: if cli.fresh { None } else { settings_file::folder() },
            },
            SIZE,
            |app| Box::new(app),
        ),
    }
}

/// What the system knows the program by: the name of its window class.
const APP_ID: &str = "treaty-timeline";

/// This program's file. On Linux by what the system calls it, which leads to it also when it was replaced meanwhile.
fn own_program() -> Option<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Some("/proc/self/exe".into()) } else { std::env::current_exe().ok() }
}

/// The size of a first window, in points.
const SIZE: [f32; 2] = [1440.0, 900.0];
/// The size of the window of the comparison with other programs.
const BENCH_SIZE: [f32; 2] = [1280.0, 720.0];

fn open_window(
    options: AppOptions,
    size: [f32; 2],
    shell: impl FnOnce(App) -> Box<dyn eframe::App>,
) -> ExitCode {
    // Read while the system makes the window, which takes ten times as long.
    let world = std::thread::Builder::new().name("bundled dataset".into()).spawn(bundled_world);
    let remembered = options.remembers.as_deref().filter(|_| !options.fresh).map(settings_file::read);
    let place = match remembered {
        Some(Remembered::Whole(settings) | Remembered::Part(settings)) => settings.window,
        Some(Remembered::Nothing) | None => None,
    };
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Treaty Timeline")
        .with_inner_size(size)
        .with_min_inner_size([640.0, 420.0])
        .with_icon(icon());
    let native = eframe::NativeOptions {
        viewport: window_place::restored(viewport, place),
        // Tests build eframe with both renderers; the program has one. ARCHITECTURE.md says why this one.
        renderer: eframe::Renderer::Glow,
        // ui/theme.rs looks for them when they are needed.
        system_font_fallback: false,
        // Flat colours have no bands to hide.
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let create = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let world = world.ok().and_then(|world| world.join().ok()).unwrap_or_else(bundled_world);
        Ok(shell(App::new(cc, world, Box::<NativeDialogs>::default(), options)))
    };
    match eframe::run_native(APP_ID, native, Box::new(create)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => fail(&format!(
            "the window could not be opened: {err}\nWithout a display, `treaty-timeline render --out view.png` draws the same view to a picture."
        )),
    }
}

/// The window's icon: three lanes of a timeline, drawn here so that no picture has to be decoded at start.
fn icon() -> egui::IconData {
    const SIDE: usize = 64;
    let mut rgba = vec![0; SIDE * SIDE * 4];
    let bars: [(std::ops::Range<usize>, std::ops::Range<usize>, [u8; 3]); 4] = [
        (14..22, 8..44, [0x2f, 0x6f, 0x8f]),
        (28..36, 20..40, [0x2f, 0x6f, 0x8f]),
        (28..36, 42..56, [0xb0, 0x6f, 0x1c]),
        (42..50, 12..56, [0x1f, 0x4e, 0x68]),
    ];
    for (rows, columns, rgb) in bars {
        for y in rows {
            for x in columns.clone() {
                let at = (y * SIDE + x) * 4;
                rgba[at..at + 3].copy_from_slice(&rgb);
                rgba[at + 3] = 255;
            }
        }
    }
    egui::IconData { rgba, width: SIDE as u32, height: SIDE as u32 }
}

fn print(text: &str) {
    // A reader that closes the pipe, as `head` does, has seen enough.
    let _written = std::io::stdout().lock().write_all(text.as_bytes());
}

fn fail(message: &str) -> ExitCode {
    let _written = writeln!(std::io::stderr().lock(), "treaty-timeline: {message}");
    ExitCode::from(FAILED)
}
