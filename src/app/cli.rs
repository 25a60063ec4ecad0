//! The command line: what can be asked of the program without a window, and with one.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::domain::EdtfDate;
use crate::language::Language;
use crate::load::date_advice;
use crate::timeline::Size;

/// Reads the history of arms control on one timeline, with the words officials spoke about each step.
#[derive(Debug, Parser)]
#[command(name = "treaty-timeline", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<CliCommand>,

    /// The dataset to open; without one, the last file that was open, or the bundled dataset.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// The language of the interface, en or ru; without one, the last chosen, or the system's.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub language: Option<Language>,

    /// Start on the bundled dataset with default settings, and remember nothing.
    #[arg(long)]
    pub fresh: bool,

    /// Close after this many frames: for measuring how fast the program starts.
    #[arg(long, value_name = "N", hide = true)]
    pub quit_after_frames: Option<u64>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Says what is wrong in dataset files, with line, column and what to do. Exits with 1 if there are errors.
    Check {
        /// The files to check.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// For people or for programs.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Says what the law was on a day, for treaties and parties, and which events it rests on.
    State(StateArgs),
    /// Draws a dataset to a picture, without a window or a display.
    Render(RenderArgs),
    /// Opens a file of plain lanes in a window of 1280 by 720 and steps through it, with figures as JSON lines.
    #[command(hide = true)]
    BenchWindow {
        /// The file.
        file: PathBuf,
        /// Seconds after which a stage is ended.
        #[arg(long, default_value_t = 6.0)]
        cap: f64,
    },
    /// Reads a document from standard input, within limits, for the window that started this.
    #[command(hide = true)]
    ReadDocument {
        /// What its file is called.
        #[arg(long, default_value = "")]
        name: String,
    },
    /// Says what differs between two datasets: added, removed, changed by id and field, dates that moved. Exits with 0
    /// if nothing does, with 1 if something does, with 2 if they cannot be compared.
    Diff {
        /// The earlier dataset.
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        /// The later dataset.
        #[arg(value_name = "AFTER")]
        after: PathBuf,
        /// For people or for programs.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Prints the JSON Schema of the data format.
    Schema,
    /// Prints whose work the program is made with, and on what terms.
    #[command(alias = "licenses")]
    Licences,
}

/// Of what and when the law is asked.
#[derive(Debug, clap::Args)]
pub struct StateArgs {
    /// The dataset; without one, the bundled dataset.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The day, as in 2019-08-02 or "2 August 2019".
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub on: EdtfDate,
    /// Id of the treaty; without one, all.
    #[arg(long, value_name = "ID")]
    pub treaty: Option<String>,
    /// Id of the party; without one, each treaty as a whole and every party of it that the file records.
    #[arg(long, value_name = "ID")]
    pub party: Option<String>,
    /// For people, for programs, or for a spreadsheet.
    #[arg(long, value_enum, default_value_t)]
    pub format: Table,
}

/// How answers are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Table {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// What to draw.
#[derive(Debug, clap::Args)]
pub struct RenderArgs {
    /// The dataset; without one, the bundled dataset.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where to write the picture: a name that ends in .svg or .png.
    #[arg(long, value_name = "PICTURE")]
    pub out: PathBuf,
    /// The first date in the picture, in EDTF or in words, as in 1987, 2019-02-01 or "1 February 2019".
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub from: Option<EdtfDate>,
    /// The last date in the picture, in EDTF or in words.
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub to: Option<EdtfDate>,
    /// Width and height in points; without it, 1440 wide and as high as all lanes are.
    #[arg(long, value_name = "WxH", value_parser = parse_size)]
    pub size: Option<Size>,
    /// Pixels per point, for a .png.
    #[arg(long, value_name = "N", default_value_t = 1.0)]
    pub scale: f32,
    /// Letters as outlines, for an .svg that looks the same in every program; its words can no longer be copied.
    #[arg(long)]
    pub outlines: bool,
    /// Light or dark.
    #[arg(long, value_enum, default_value_t)]
    pub theme: Theme,
    /// Stronger colours.
    #[arg(long)]
    pub high_contrast: bool,
    /// The language of what the program writes itself: en or ru.
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = parse_language)]
    pub language: Language,
    /// Id of the event, statement or treaty to select.
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document.
    Json,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The least and the greatest side of a picture, in points.
const SIDES: std::ops::RangeInclusive<f32> = 100.0..=16_000.0;

fn parse_date(text: &str) -> Result<EdtfDate, String> {
    EdtfDate::parse_typed(text)
        .map_err(|err| format!("it {err}; {}", Language::English.date_advice(&date_advice(text))))
}

fn parse_language(tag: &str) -> Result<Language, String> {
    match tag {
        "en" => Ok(Language::English),
        "ru" => Ok(Language::Russian),
        _ => Err("write en or ru".to_owned()),
    }
}

fn parse_size(text: &str) -> Result<Size, String> {
    let sides = text.split_once(['x', 'X', '×']);
    let size =
        sides.and_then(|(w, h)| Some(Size { width: w.trim().parse().ok()?, height: h.trim().parse().ok()? }));
    match size {
        Some(size) if SIDES.contains(&size.width) && SIDES.contains(&size.height) => Ok(size),
        Some(_) => Err(format!("each side must be between {} and {}", SIDES.start(), SIDES.end())),
        None => Err("write width and height as in 1440x900".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed_and_sizes_are_checked() {
        Cli::command().debug_assert();
        let typed = |text: &str| parse_date(text).map(|date| date.text().to_owned());
        assert_eq!(typed("2 August 2019").as_deref(), Ok("2019-08-02"));
        assert_eq!(typed("44 BCE").as_deref(), Ok("-0043"));
        assert!(typed("02/08/2019").is_err(), "of February or of August?");
        assert_eq!(parse_size("800x600"), Ok(Size { width: 800.0, height: 600.0 }));
        for bad in ["800", "800x", "axb", "1x1", "800x99999", "NaNx600", "-800x600"] {
            assert!(parse_size(bad).is_err(), "{bad}");
        }
    }
}
