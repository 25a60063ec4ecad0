//! The arguments of the command line. Their help is in `language`, and added by [`super::command`].

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::domain::EdtfDate;
use crate::language::{CommandLineError, Language};
use crate::records::DataFormat;
use crate::session::{ViewArguments, check_view_link};
use crate::timeline::Size;

use super::picture_args::PictureArgs;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "treaty-timeline", version, args_conflicts_with_subcommands = true)]
pub(in crate::app) struct Cli {
    #[command(subcommand)]
    pub(in crate::app) command: Option<CliCommand>,

    #[arg(value_name = "FILE")]
    pub(in crate::app) files: Vec<PathBuf>,

    #[arg(id = "lang", long = "lang", alias = "language", value_name = "LANG", value_parser = parse_language, global = true)]
    pub(in crate::app) language: Option<Language>,

    #[arg(long)]
    pub(in crate::app) fresh: bool,

    #[command(flatten)]
    pub(in crate::app) view: ViewArgs,

    /// Close after this many frames, to measure how fast the program starts.
    #[arg(long, value_name = "N", hide = true)]
    pub(in crate::app) quit_after_frames: Option<u64>,
}

/// What to show of a dataset, in the window and in a picture.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::app) struct ViewArgs {
    #[arg(id = "view", long = "view", value_name = "LINK")]
    pub(in crate::app) link: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub(in crate::app) from: Option<EdtfDate>,
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub(in crate::app) to: Option<EdtfDate>,
    #[arg(long, value_name = "ID")]
    pub(in crate::app) select: Option<String>,
    #[arg(long, value_name = "FILTER")]
    pub(in crate::app) filter: Option<String>,
}

impl ViewArgs {
    /// What is asked for, as the session takes it.
    ///
    /// # Errors
    /// The link is none, or the first date is not before the last one.
    pub(in crate::app) fn asked(&self) -> Result<ViewArguments, CommandLineError> {
        if let Some(link) = &self.link {
            check_view_link(link).map_err(CommandLineError::ViewLink)?;
        }
        let (from, to) = (self.from.as_ref().map(EdtfDate::earliest), self.to.as_ref().map(EdtfDate::end));
        if from.zip(to).is_some_and(|(from, to)| from >= to) {
            return Err(CommandLineError::FromAfterTo);
        }
        let (link, select, filter) = (self.link.clone(), self.select.clone(), self.filter.clone());
        Ok(ViewArguments { link, from, to, select, filter })
    }
}

/// The commands that need no window of the usual kind.
#[derive(Debug, Subcommand)]
pub(in crate::app) enum CliCommand {
    Check {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        #[arg(long)]
        audit: bool,
        #[arg(long, value_name = "FILE", requires = "audit")]
        accepted: Option<PathBuf>,
    },
    State(StateArgs),
    Render(Box<RenderArgs>),
    Convert(ConvertArgs),
    Cite(CiteArgs),
    /// Opens a file of plain lanes in a window of 1280 by 720 and steps through it, with figures as JSON lines.
    #[command(hide = true)]
    BenchWindow {
        file: PathBuf,
        /// Maximum seconds for a stage.
        #[arg(long, default_value_t = 6.0)]
        cap: f64,
    },
    /// Reads a file from standard input, within limits, for the process that started this one.
    #[command(hide = true)]
    ReadFile {
        /// What is asked of it, in JSON.
        #[arg(long)]
        request: String,
    },
    Diff {
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        #[arg(value_name = "AFTER")]
        after: PathBuf,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// See [`super::patch()`].
    Patch {
        #[command(subcommand)]
        command: super::PatchCommand,
    },
    Schema,
    #[command(alias = "licenses")]
    Licences,
    Completions {
        #[arg(value_name = "SHELL", value_enum)]
        shell: Shell,
    },
    /// Prints a manual page, for packages.
    #[command(hide = true)]
    Manual {
        /// The command whose page it is; without one that of the program.
        #[arg(value_name = "COMMAND")]
        name: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
pub(in crate::app) struct StateArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub(super) on: EdtfDate,
    #[arg(long, value_name = "ID")]
    pub(super) treaty: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(super) party: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::app) format: Table,
}

/// The output format of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::app) enum Table {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Debug, clap::Args)]
pub(in crate::app) struct RenderArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "PICTURE")]
    pub(super) out: PathBuf,
    #[command(flatten)]
    pub(super) view: ViewArgs,
    #[arg(long, value_name = "PICTURE", conflicts_with = "view")]
    pub(super) like: Option<PathBuf>,
    #[arg(long, value_name = "WxH", value_parser = parse_size)]
    pub(super) size: Option<Size>,
    #[arg(long, value_name = "N")]
    pub(super) scale: Option<f32>,
    #[arg(long)]
    pub(super) outlines: bool,
    #[arg(long, conflicts_with = "outlines")]
    pub(super) no_fonts: bool,
    #[arg(long, value_enum)]
    pub(super) theme: Option<Theme>,
    #[arg(long)]
    pub(super) high_contrast: bool,
    #[command(flatten)]
    pub(super) picture: PictureArgs,
}

#[derive(Debug, clap::Args)]
pub(in crate::app) struct ConvertArgs {
    #[arg(value_name = "IN")]
    pub(super) input: PathBuf,
    #[arg(value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) mapping: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = data_format())]
    pub(super) to: Option<DataFormat>,
}

/// One of the formats that a dataset is written in, by its name.
fn data_format() -> impl TypedValueParser<Value = DataFormat> {
    let names = DataFormat::ALL.iter().map(|format| format.key());
    PossibleValuesParser::new(names).map(|name| DataFormat::from_key(&name).unwrap_or(DataFormat::Native))
}

#[derive(Debug, clap::Args)]
pub(in crate::app) struct CiteArgs {
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::app) format: CiteFormat,
    #[arg(long, value_parser = StyleParser, value_name = "STYLE", conflicts_with = "format")]
    pub(super) style: Option<StyleChoice>,
}

/// A style of citations: one of those that the program has, or that of a file.
#[derive(Clone, Debug)]
pub(super) enum StyleChoice {
    Named(CiteStyle),
    File(PathBuf),
}

#[derive(Clone)]
struct StyleParser;

impl TypedValueParser for StyleParser {
    type Value = StyleChoice;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<StyleChoice, clap::Error> {
        let path = std::path::Path::new(value);
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csl")) {
            return Ok(StyleChoice::File(path.to_path_buf()));
        }
        let named = clap::builder::EnumValueParser::<CiteStyle>::new();
        named.parse_ref(command, argument, value).map(StyleChoice::Named)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = clap::builder::PossibleValue> + '_>> {
        let names: Vec<_> =
            CiteStyle::value_variants().iter().filter_map(clap::ValueEnum::to_possible_value).collect();
        Some(Box::new(names.into_iter()))
    }
}

/// A style of citations in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CiteStyle {
    Chicago,
    ChicagoNotes,
    Apa,
    Mla,
    Harvard,
}

/// The form of citations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::app) enum CiteFormat {
    #[default]
    Text,
    CslJson,
    Bibtex,
    Ris,
}

/// The output format of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::app) enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Theme {
    Light,
    Dark,
    Print,
}

/// Minimum and maximum length of a side of a picture, in points.
pub(super) const SIDES: [u32; 2] = [100, 16_000];

/// The name of the expected value. [`super::argument_error`] words why a value was refused.
type Refused = &'static str;

pub(super) fn parse_date(text: &str) -> Result<EdtfDate, Refused> {
    EdtfDate::parse_typed(text).map_err(|_unsaid| "date")
}

pub(super) fn parse_language(tag: &str) -> Result<Language, Refused> {
    match tag {
        "en" => Ok(Language::English),
        "ru" => Ok(Language::Russian),
        _ => Err("language"),
    }
}

fn parse_size(text: &str) -> Result<Size, Refused> {
    let size = text.split_once(['x', 'X', '×']).and_then(|(width, height)| {
        Some(Size { width: width.trim().parse().ok()?, height: height.trim().parse().ok()? })
    });
    let sides = SIDES[0] as f32..=SIDES[1] as f32;
    size.filter(|size| sides.contains(&size.width) && sides.contains(&size.height)).ok_or("size")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_sizes_are_checked() {
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
