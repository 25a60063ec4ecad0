//! The entry point: from the command line to a window or an exit code.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::FromArgMatches as _;
use percent_encoding::percent_decode_str;

use crate::diagnostics::{Failure, printable, printable_json};
use crate::language::{CommandLineError, Language};
use crate::session::ViewArguments;

use super::bench_window::BenchWindow;
use super::cli::{
    self, CiteFormat, Cli, CliCommand, Format, Table, argument_error, check, cite, completions, convert,
    diff, manual, of_system, patch, render, state, take_language,
};
use super::dialogs::NativeDialogs;
use super::input_file::{InputFile, STANDARD_INPUT};
use super::reader_process::{self, ReaderProgram};
use super::settings_file::{self, StoredSettings};
use super::{App, AppOptions, bundled_world, today, window_position};

/// The exit code of a run that found errors, or could not do what was asked.
const FAILED: u8 = 1;

/// The exit code of a comparison that could not be made, as that of `diff`.
const NOT_COMPARED: u8 = 2;

/// The exit code of an invalid command line.
const BAD_USAGE: u8 = 2;

/// The licences of everything that the program is built from; `script/licences` writes the file.
const LICENCES: &str = include_str!("../../assets/licences.txt");

/// The default for `RUST_LOG`: our own warnings, and only errors of other crates. Why no window opens is told in our words.
const LOG_FILTER: &str = "error,treaty_timeline=warn,eframe::native::run=off";

/// Runs the program. Exits with 0 on success, 1 on errors, 2 on an invalid command line.
pub fn main() -> ExitCode {
    let (asked, args) = take_language(std::env::args_os());
    let language = asked.unwrap_or_else(of_system);
    let parsed = cli::command(language).try_get_matches_from(args);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => Cli { language: asked, ..cli },
        Err(err) => return print_command_line_error(&err, language),
    };
    if let Some(program) = own_program() {
        ReaderProgram::is_own(program);
    }
    // A process that reads files is heard by the program that started it, not by the user.
    if !matches!(cli.command, Some(CliCommand::ReadFile { .. })) {
        env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(LOG_FILTER)).init();
    }
    let printer = Printer { language, failed: FAILED };
    match cli.command {
        Some(command) => run_command(command, language, asked, printer),
        None => run_window(cli, printer),
    }
}

/// Runs a command of the command line.
fn run_command(
    command: CliCommand,
    language: Language,
    asked: Option<Language>,
    printer: Printer,
) -> ExitCode {
    match command {
        CliCommand::Check { files, mapping, format, audit, accepted } => {
            match check(&files, mapping.as_deref(), (audit, accepted.as_deref()), format, language) {
                Ok((text, has_errors)) => {
                    printer.print(&text, format == Format::Json, if has_errors { FAILED } else { 0 })
                }
                Err(error) => printer.fail(&error),
            }
        }
        CliCommand::State(args) => match state(&args, language) {
            Ok(text) => printer.print(&text, args.format == Table::Json, 0),
            Err(error) => printer.fail(&error),
        },
        CliCommand::Render(args) => match render(&args, language, asked) {
            Ok(text) => printer.print(&text, false, 0),
            Err(error) => printer.fail(&error),
        },
        CliCommand::Convert(args) => match convert(&args, language) {
            Ok(text) => printer.print(&text, false, 0),
            Err(error) => printer.fail(&error),
        },
        CliCommand::Cite(args) => match cite(&args, language) {
            Ok(text) => printer.print(&text, args.format == CiteFormat::CslJson, 0),
            Err(error) => printer.fail(&error),
        },
        CliCommand::Diff { before, after, format } => {
            let printer = Printer { failed: NOT_COMPARED, ..printer };
            match diff(&before, &after, format, language) {
                Ok((text, differs)) => {
                    printer.print(&text, format == Format::Json, if differs { FAILED } else { 0 })
                }
                Err(error) => printer.fail(&error),
            }
        }
        CliCommand::Patch { command } => match patch(&command, language) {
            Ok(answer) => {
                printer.print(&answer.text, answer.is_json, if answer.is_done { 0 } else { FAILED })
            }
            Err(error) => printer.fail(&error),
        },
        CliCommand::Schema => match crate::load::json_schema() {
            Ok(schema) => printer.print(&schema, true, 0),
            Err(err) => printer.fail(&CommandLineError::Failed(Failure::System(err.to_string()))),
        },
        CliCommand::Licences => printer.print(LICENCES, false, 0),
        CliCommand::Completions { shell } => printer.print(&completions(shell, language), false, 0),
        CliCommand::Manual { name } => match manual(name.as_deref(), language) {
            Some(page) => printer.print(&page, false, 0),
            None => ExitCode::from(BAD_USAGE),
        },
        CliCommand::ReadFile { request } => match reader_process::serve(&request) {
            Ok(()) => ExitCode::SUCCESS,
            Err(err) => printer.fail(&CommandLineError::Failed(err.into())),
        },
        CliCommand::BenchWindow { file, cap } => {
            let options = AppOptions { file: Some(file.clone()), fresh: true, ..AppOptions::default() };
            open_window(options, BENCH_SIZE, printer, |app| Box::new(BenchWindow::new(app, file, cap)))
        }
    }
}

/// Opens the window on the files, or on the view, of the command line.
fn run_window(cli: Cli, printer: Printer) -> ExitCode {
    let standard_input = match standard_input(cli.files.first().map(PathBuf::as_path)) {
        Ok(bytes) => bytes,
        Err(error) => return printer.fail(&error),
    };
    let mut files = cli.files.into_iter();
    let (file, link) = file_or_link(files.next().filter(|file| file.as_os_str() != STANDARD_INPUT));
    // A desktop passes addresses.
    let more_files = files.filter_map(|file| file_or_link(Some(file)).0).collect();
    // What a program that opens links passes on is judged in the window: nobody reads what it prints.
    let view = match cli.view.asked() {
        Ok(view) => ViewArguments { link: link.or_else(|| view.link.clone()), ..view },
        Err(error) => return printer.fail(&error),
    };
    open_window(
        AppOptions {
            file,
            more_files,
            standard_input,
            view,
            fresh: cli.fresh,
            settings_file: settings_file::path(),
            today: Some(today()),
            language: cli.language,
            system: super::system::at_once(),
            reader_program: own_program(),
            quit_after_frames: cli.quit_after_frames,
            journal: if cli.fresh { None } else { settings_file::folder() },
        },
        SIZE,
        printer,
        |app| Box::new(app),
    )
}

/// The file to open, or the link to a view in its place. A desktop passes either as an address.
fn file_or_link(file: Option<PathBuf>) -> (Option<PathBuf>, Option<String>) {
    let Some(text) = file.as_deref().and_then(Path::to_str) else { return (file, None) };
    if text.get(..LINK_SCHEME.len()).is_some_and(|scheme| scheme.eq_ignore_ascii_case(LINK_SCHEME)) {
        return (None, Some(text.to_owned()));
    }
    let path = text.strip_prefix("file://").map(|path| path.strip_prefix("localhost").unwrap_or(path));
    let decoded = path.filter(|path| path.starts_with('/')).map(percent_decode_str);
    let decoded = decoded.and_then(|path| path.decode_utf8().ok());
    (decoded.map(|path| PathBuf::from(path.into_owned())).or(file), None)
}

/// What `assets/linux/treaty-timeline.desktop` says that the program opens.
const LINK_SCHEME: &str = "treaty-timeline:";

/// What is on standard input, if that is to be opened: a window cannot wait for it.
fn standard_input(file: Option<&Path>) -> Result<Option<Arc<[u8]>>, CommandLineError> {
    let Some(file) = file.filter(|file| file.as_os_str() == STANDARD_INPUT) else { return Ok(None) };
    let bytes = InputFile::open(file).and_then(|input| input.bytes(&()));
    bytes
        .map(|bytes| Some(bytes.into()))
        .map_err(|err| CommandLineError::Open(STANDARD_INPUT.to_owned(), err))
}

/// The name of the program's windows in the system.
const APP_ID: &str = "treaty-timeline";

/// The program's own file. On Linux by a path that leads to it even after it was replaced.
fn own_program() -> Option<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Some("/proc/self/exe".into()) } else { std::env::current_exe().ok() }
}

/// The size of a first window, in points.
const SIZE: [f32; 2] = [1440.0, 900.0];
/// The size of the window of `bench-window`.
const BENCH_SIZE: [f32; 2] = [1280.0, 720.0];

fn open_window(
    options: AppOptions,
    size: [f32; 2],
    printer: Printer,
    wrapped: impl FnOnce(App) -> Box<dyn eframe::App>,
) -> ExitCode {
    // Read while the system opens the window, which takes ten times as long.
    let world = std::thread::Builder::new().name("bundled dataset".into()).spawn(bundled_world);
    let remembered = options.settings_file.as_deref().filter(|_| !options.fresh).map(settings_file::read);
    let place = match remembered {
        Some(StoredSettings::Whole(settings) | StoredSettings::Part(settings)) => settings.window,
        Some(StoredSettings::Nothing) | None => None,
    };
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Treaty Timeline")
        .with_inner_size(size)
        .with_min_inner_size([640.0, 420.0])
        .with_icon(icon());
    let native = eframe::NativeOptions {
        viewport: window_position::restored(viewport, place),
        // Tests build eframe with both renderers; the program has one. ARCHITECTURE.md says why this one.
        renderer: eframe::Renderer::Glow,
        // ui/theme.rs looks for them when they are needed.
        system_font_fallback: false,
        // Flat colours show no banding.
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let create = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        HAS_WINDOW.store(true, Ordering::Relaxed);
        let world = world.ok().and_then(|world| world.join().ok()).unwrap_or_else(bundled_world);
        Ok(wrapped(App::new(cc, world, Box::<NativeDialogs>::default(), options)))
    };
    report_missing_display(printer);
    match eframe::run_native(APP_ID, native, Box::new(create)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_)) => {
            printer.fail(&CommandLineError::NoOpenGl)
        }
        Err(err) => printer.fail(&CommandLineError::NoWindow(without_place(&err.to_string()).to_owned())),
    }
}

/// Whether there is a window.
static HAS_WINDOW: AtomicBool = AtomicBool::new(false);

/// Ends the program with a message where the display lacks something that other crates take for granted: they panic on the
/// displays of some remote desktops, which have no `XRandR`.
#[expect(clippy::exit, reason = "a panic in another crate leaves no other way to an exit code")]
fn report_missing_display(printer: Printer) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_main = std::thread::current().name() == Some("main");
        if !is_main || HAS_WINDOW.load(Ordering::Relaxed) {
            return usual(panic);
        }
        let why = panic.payload_as_str().map(|why| CommandLineError::NoWindow(why.to_owned()));
        let _code = printer.fail(&why.unwrap_or(CommandLineError::BadDisplay));
        std::process::exit(i32::from(FAILED));
    }));
}

/// An error without the place in the source of another crate, which tells a user nothing.
fn without_place(error: &str) -> &str {
    let reason = error.split_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    reason.map_or(error, |(_line, reason)| reason)
}

/// The window's icon: three lanes of a timeline, drawn here so that no picture must be decoded at the start.
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

/// Prints help or the version, or why the command line is invalid.
fn print_command_line_error(err: &clap::Error, language: Language) -> ExitCode {
    let printer = Printer { language, failed: FAILED };
    let Some(error) = argument_error(err) else {
        let written = err.print();
        return printer.exit_code(written.and_then(|()| std::io::stdout().flush()), 0);
    };
    Printer::print_error(&format!(
        "{}\n{}",
        language.argument_error(&error),
        language.command_line().see_help
    ));
    ExitCode::from(BAD_USAGE)
}

/// Prints in the user's language.
#[derive(Clone, Copy)]
struct Printer {
    language: Language,
    /// The exit code of a failure.
    failed: u8,
}

impl Printer {
    /// Prints an answer and returns the exit code: `code`, or that of a failure if it could not be printed.
    ///
    /// Control characters are escaped: text from a file must not control the terminal.
    fn print(self, text: &str, is_json: bool, code: u8) -> ExitCode {
        let text = if is_json { printable_json(text) } else { printable(text) };
        let mut out = std::io::stdout().lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        self.exit_code(written, code)
    }

    /// The exit code after printing.
    fn exit_code(self, written: std::io::Result<()>, code: u8) -> ExitCode {
        match written {
            Ok(()) => ExitCode::from(code),
            // A reader that closes the pipe, such as `head`, has seen enough.
            Err(err) if err.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(code),
            Err(err) => self.fail(&CommandLineError::Print(err.into())),
        }
    }

    fn fail(self, error: &CommandLineError) -> ExitCode {
        let mut message = self.language.command_line_error(error);
        if let Some(report) = error.report() {
            message = format!("{message}\n\n{}", report.render(self.language));
        }
        Self::print_error(&message);
        ExitCode::from(self.failed)
    }

    fn print_error(message: &str) {
        // There is nowhere left to report that this cannot be written.
        let _written = writeln!(std::io::stderr().lock(), "treaty-timeline: {}", printable(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_window_is_told_without_its_place_in_the_source() {
        let error =
            "winit EventLoopError: os error at /home/a/winit/src/linux/mod.rs:765: DISPLAY is not set.";
        assert_eq!(without_place(error), "DISPLAY is not set.");
        assert_eq!(without_place("no OpenGL: none"), "no OpenGL: none");
    }

    #[test]
    fn an_address_from_the_desktop_is_a_file_or_a_link() {
        let of = |text: &str| file_or_link(Some(text.into()));
        let file = |path: &str| (Some(PathBuf::from(path)), None);
        assert_eq!(of("a%20b.json"), file("a%20b.json"), "a path is no address");
        assert_eq!(of("file:///tmp/a%20b.json"), file("/tmp/a b.json"));
        assert_eq!(of("file://localhost/tmp/%D0%B0.json"), file("/tmp/а.json"));
        assert_eq!(of("file:///tmp/%ff"), file("file:///tmp/%ff"));
        assert_eq!(of("file://elsewhere/a"), file("file://elsewhere/a"));
        let link = "Treaty-Timeline:view?from=1985";
        assert_eq!(of(link), (None, Some(link.to_owned())));
        assert_eq!(file_or_link(None), (None, None));
    }
}
