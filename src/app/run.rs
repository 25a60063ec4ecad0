//! The way from the command line to a window or to an exit code.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Parser as _;

use crate::diagnostics::{printable, printable_json};

use super::bench_window::BenchWindow;
use super::check::check;
use super::cli::{Cli, CliCommand, Format, Table};
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

/// The exit code of a command line that makes no sense.
const BAD_USAGE: u8 = 2;

/// Whose work the program is made with; `script/licences` writes it.
const LICENCES: &str = include_str!("../../assets/licences.txt");

/// What is logged unless `RUST_LOG` says otherwise: our own warnings, and of the crates below only what fails.
const LOG_FILTER: &str = "error,treaty_timeline=warn";

/// Runs the program. Exits with 0 when all is well, 1 on errors, 2 on a command line that makes no sense.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(err) => return answer_command_line(&err),
    };
    // What a reader of documents says is read by the program that started it.
    if !matches!(cli.command, Some(CliCommand::ReadDocument { .. })) {
        env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(LOG_FILTER)).init();
    }
    match cli.command {
        Some(CliCommand::Check { files, format }) => {
            let (text, has_errors) = check(&files, format);
            print(&text, format == Format::Json, if has_errors { FAILED } else { 0 }, FAILED)
        }
        Some(CliCommand::State(args)) => match state(&args) {
            Ok(text) => print(&text, args.format == Table::Json, 0, FAILED),
            Err(message) => fail(&message, FAILED),
        },
        Some(CliCommand::Render(args)) => match render(&args) {
            Ok(text) => print(&text, false, 0, FAILED),
            Err(message) => fail(&message, FAILED),
        },
        Some(CliCommand::Diff { before, after, format }) => match diff(&before, &after, format) {
            Ok((text, differs)) => {
                print(&text, format == Format::Json, if differs { FAILED } else { 0 }, NOT_DONE)
            }
            Err(message) => fail(&message, NOT_DONE),
        },
        Some(CliCommand::Schema) => match crate::load::json_schema() {
            Ok(schema) => print(&schema, true, 0, FAILED),
            Err(err) => fail(&err.to_string(), FAILED),
        },
        Some(CliCommand::Licences) => print(LICENCES, false, 0, FAILED),
        Some(CliCommand::ReadDocument { name }) => match reader::serve(&name) {
            Ok(()) => ExitCode::SUCCESS,
            Err(err) => fail(&err.to_string(), FAILED),
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
        HAS_WINDOW.store(true, Ordering::Relaxed);
        let world = world.ok().and_then(|world| world.join().ok()).unwrap_or_else(bundled_world);
        Ok(shell(App::new(cc, world, Box::<NativeDialogs>::default(), options)))
    };
    expect_no_display();
    match eframe::run_native(APP_ID, native, Box::new(create)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => fail(&no_window(&err.to_string()), FAILED),
    }
}

/// What to say where there is no window, and what can be done without one.
fn no_window(why: &str) -> String {
    format!(
        "the window could not be opened: {why}\nWithout a display, or where it lacks what a window needs, `treaty-timeline render --out view.png` draws the same view to a picture."
    )
}

/// Whether there is a window.
static HAS_WINDOW: AtomicBool = AtomicBool::new(false);

/// Ends the program with a sentence where the display lacks what the crates below take for granted: they panic on the
/// displays of some remote desktops, which have no `XRandR`.
#[expect(clippy::exit, reason = "a panic in another crate leaves no other way to an exit code")]
fn expect_no_display() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_main = std::thread::current().name() == Some("main");
        if !is_main || HAS_WINDOW.load(Ordering::Relaxed) {
            return usual(panic);
        }
        let _code = fail(&no_window(panic.payload_as_str().unwrap_or("the display is of no use")), FAILED);
        std::process::exit(i32::from(FAILED));
    }));
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

/// Prints what the command line itself asks for, as `--help` does, or why it makes no sense.
fn answer_command_line(err: &clap::Error) -> ExitCode {
    let written = err.print();
    if err.use_stderr() {
        // Nobody is left to be told that this could not be written.
        return ExitCode::from(BAD_USAGE);
    }
    printed(written.and_then(|()| std::io::stdout().flush()), 0, FAILED)
}

/// Prints an answer and gives the exit code: `code`, or `failed` where it could not be printed. What other people wrote
/// steers no terminal.
fn print(text: &str, is_json: bool, code: u8, failed: u8) -> ExitCode {
    let text = if is_json { printable_json(text) } else { printable(text) };
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    printed(written, code, failed)
}

/// The exit code after an answer was written, or could not be.
fn printed(written: std::io::Result<()>, code: u8, failed: u8) -> ExitCode {
    match written {
        Ok(()) => ExitCode::from(code),
        // A reader that closes the pipe, as `head` does, has seen enough.
        Err(err) if err.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(code),
        Err(err) => fail(&format!("the answer could not be written: {err}"), failed),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    // Nobody is left to be told that this cannot be written either.
    let _written = writeln!(std::io::stderr().lock(), "treaty-timeline: {}", printable(message));
    ExitCode::from(code)
}
