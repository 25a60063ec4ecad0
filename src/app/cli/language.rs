//! The command line in the user's language: choosing it, the help, and errors in arguments.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::domain::EdtfDate;
use crate::language::{ArgumentError, HelpWords, Language};
use crate::load::date_advice;

use super::args::{Cli, SIDES, parse_language};

pub(super) const PROGRAM: &str = "treaty-timeline";
/// What can be typed; that is the same in every language.
const CONVERT_EXAMPLES: &str = "  treaty-timeline convert chronology.csv chronology.json
  treaty-timeline convert treaties.xlsx treaties.zip --mapping columns.json
  treaty-timeline convert data.json data.ics
  treaty-timeline convert data.json items.json --to vis";
const CITE_EXAMPLES: &str = "  treaty-timeline cite INF INF-terminated
  treaty-timeline cite INF --style chicago
  treaty-timeline cite NPT --format bibtex > npt.bib
  treaty-timeline cite my-source --file data.json --format csl-json";
const PATCH_EXAMPLES: &str = "  treaty-timeline patch make data.json edited.json --author \"Ann Kay\" --source my-source -o corrections.json
  treaty-timeline patch show corrections.json
  treaty-timeline patch apply data.json corrections.json
  treaty-timeline patch merge data.json corrections.json review.json -o merged.json";
const RENDER_EXAMPLES: &str = "  treaty-timeline render --out poster.pdf --paper A0 --title \"Arms control\"
  treaty-timeline render --out figure.pdf --lanes INF,NEWSTART --from 1985 --to 2026 --theme print
  treaty-timeline render data.json --out wall.pdf --paper A1 --tiles
  treaty-timeline render data.json --out book.pdf --pages --portrait --across 4
  treaty-timeline render --out figure.svg --lanes INF --sources
  treaty-timeline render --like figure.pdf --out again.pdf";
/// The command that prints the help of another.
const HELP: &str = "help";

/// The language of the system, if it is one of ours.
pub(in crate::app) fn of_system() -> Language {
    sys_locale::get_locale().map_or_else(Language::default, |tag| Language::of_locale(&tag))
}

/// Takes `--lang` out of the arguments, wherever it is, so that the language is known before anything is printed.
///
/// A value that is not a language stays, and is refused with the other arguments. `help check` becomes `check --help`.
pub(in crate::app) fn take_language(
    args: impl IntoIterator<Item = OsString>,
) -> (Option<Language>, Vec<OsString>) {
    let parsed = |value: &str| parse_language(value).ok();
    let mut language = None;
    let mut kept: Vec<OsString> = Vec::new();
    let mut args = args.into_iter().peekable();
    while let Some(arg) = args.next() {
        let text = arg.to_str().unwrap_or_default();
        if text == "--" {
            kept.push(arg);
            kept.extend(args);
            break;
        }
        let value = ["--language", "--lang"].iter().find_map(|name| text.strip_prefix(name));
        let found = match value {
            Some("") => {
                let next = args.peek().and_then(|next| parsed(next.to_str()?));
                if next.is_some() {
                    let _value = args.next();
                }
                next
            }
            Some(rest) => rest.strip_prefix('=').and_then(parsed),
            None => None,
        };
        match found {
            Some(found) => language = Some(found),
            None => kept.push(arg),
        }
    }
    // What is no command is left to clap, which refuses it.
    let is_command = |name: &OsString| {
        *name == *HELP || Cli::command().get_subcommands().any(|command| *name == *command.get_name())
    };
    if kept.get(1).is_some_and(|first| first == HELP) && kept.get(2).is_none_or(is_command) {
        let _help = kept.remove(1);
        kept.push("--help".into());
    }
    (language, kept)
}

/// The command line with its help in a language.
pub(in crate::app) fn command(language: Language) -> Command {
    let words = &language.command_line().help;
    let root = Cli::command()
        .disable_version_flag(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.commands)
        .subcommand(Command::new(HELP))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version))
        .about(words.about);
    let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let root = names.iter().fold(root, |root, name| {
        root.mut_subcommand(name, |command| match command_about(words, name) {
            Some(about) => localized(with_actions(command.about(about), words), words, name),
            None => localized(command, words, name),
        })
    });
    localized(root, words, PROGRAM)
}

/// The commands of a command, explained in a language.
fn with_actions(command: Command, words: &'static HelpWords) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|action| action.get_name().to_owned()).collect();
    if names.is_empty() {
        return command;
    }
    let parent = command.get_name().to_owned();
    let command = command.disable_help_subcommand(true).subcommand_help_heading(words.commands);
    names.iter().fold(command, |command, name| {
        let path = format!("{parent} {name}");
        command.mut_subcommand(name, |action| {
            let about = command_about(words, &path);
            localized(about.into_iter().fold(action, Command::about), words, &path)
        })
    })
}

/// A command, by the names that lead to it, with its arguments explained in a language; its subcommands are not touched.
fn localized(command: Command, words: &'static HelpWords, path: &str) -> Command {
    let name = path.to_owned();
    let command = command.arg(Arg::new("help").short('h').long("help").action(ArgAction::Help));
    let command = command.mut_args(|arg| {
        let heading = if arg.is_positional() { words.arguments } else { words.options };
        let value = arg.get_value_names().and_then(|names| (words.value)(names.first()?));
        let help = argument_help(words, &name, arg.get_id().as_str()).map(|help| {
            // As many as these are listed by their names, which are the same in every language.
            if matches!(
                (name.as_str(), arg.get_id().as_str()),
                ("convert", "to")
                    | ("cite", "format" | "style")
                    | ("render", "paper")
                    | ("completions", "shell")
            ) {
                let values = arg.get_possible_values();
                let values: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
                return format!("{help}: {}", values.join(", "));
            }
            help.to_owned()
        });
        let arg = arg.help_heading(heading);
        // clap refuses to hide the values of an option that takes none.
        let takes_values = arg.get_action().takes_values();
        let arg = if takes_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg };
        let arg = value.into_iter().fold(arg, Arg::value_name);
        help.into_iter().fold(arg, Arg::help)
    });
    let usage = usage(&command, words, path);
    let examples = match name.as_str() {
        "convert" => Some(CONVERT_EXAMPLES),
        "cite" => Some(CITE_EXAMPLES),
        "render" => Some(RENDER_EXAMPLES),
        "patch" => Some(PATCH_EXAMPLES),
        _ => None,
    };
    let command = examples
        .into_iter()
        .fold(command, |command, examples| command.after_help(format!("{}:\n{examples}", words.examples)));
    command.override_usage(usage).help_template(format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.usage
    ))
}

fn placeholder(words: &HelpWords, name: &'static str) -> &'static str {
    (words.value)(name).unwrap_or(name)
}

fn usage(command: &Command, words: &HelpWords, path: &str) -> String {
    let is_root = path == PROGRAM;
    let name = if is_root { PROGRAM.to_owned() } else { format!("{PROGRAM} {path}") };
    let mut parts = vec![name, format!("[{}]", placeholder(words, "OPTIONS"))];
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let Some(value) = arg.get_value_names().and_then(|names| names.first()) else { continue };
        let more = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
        match (arg.get_long(), arg.is_required_set()) {
            (Some(long), true) => parts.push(format!("--{long} <{value}>")),
            (Some(_), false) => {}
            (None, true) => parts.push(format!("<{value}>{more}")),
            (None, false) => parts.push(format!("[{value}]{more}")),
        }
    }
    if !is_root && command.has_subcommands() {
        parts.push(format!("<{}>", placeholder(words, "COMMAND")));
    }
    if is_root {
        parts.push(format!("\n  {PROGRAM} <{}>", placeholder(words, "COMMAND")));
    }
    parts.join(" ")
}

/// What a command does; `None` for hidden ones.
fn command_about(words: &HelpWords, command: &str) -> Option<&'static str> {
    Some(match command {
        "check" => words.check,
        "state" => words.state,
        "render" => words.render,
        "convert" => words.convert,
        "cite" => words.cite,
        "diff" => words.diff,
        "patch" => words.patch,
        "patch make" => words.patch_make,
        "patch apply" => words.patch_apply,
        "patch show" => words.patch_show,
        "patch merge" => words.patch_merge,
        "schema" => words.schema,
        "licences" => words.licences,
        "completions" => words.completions,
        HELP => words.help_command,
        _ => return None,
    })
}

/// What an argument of a command means; `None` for hidden ones.
fn argument_help(words: &HelpWords, command: &str, argument: &str) -> Option<&'static str> {
    Some(match (command, argument) {
        (_, "lang") => words.language,
        (_, "help") => words.help,
        (_, "version") => words.version,
        (_, "fresh") => words.fresh,
        (PROGRAM, "files") => words.file,
        (PROGRAM | "render", "view") => words.view,
        (PROGRAM | "render", "from") => words.from,
        (PROGRAM | "render", "to") => words.to,
        (PROGRAM | "render", "select") => words.select,
        (PROGRAM | "render", "filter") => words.filter,
        ("check", "files") => words.check_files,
        ("check" | "convert", "mapping") => words.mapping,
        ("check" | "diff" | "patch apply" | "patch merge", "format") => words.format,
        ("check", "audit") => words.audit,
        ("check", "accepted") => words.accepted,
        ("state" | "render" | "cite", "file") => words.dataset,
        ("state", "on") => words.on,
        ("state", "treaty") => words.treaty,
        ("state", "party") => words.party,
        ("state", "format") => words.table,
        ("render", "out") => words.out,
        ("render", "like") => words.like,
        ("render", "size") => words.size,
        ("render", "scale") => words.scale,
        ("render", "outlines") => words.outlines,
        ("render", "no_fonts") => words.no_fonts,
        ("render", "theme") => words.theme,
        ("render", "high_contrast") => words.high_contrast,
        ("render", "paper") => words.paper,
        ("render", "landscape") => words.landscape,
        ("render", "portrait") => words.portrait,
        ("render", "tiles") => words.tiles,
        ("render", "pages") => words.pages,
        ("render", "one_page") => words.one_page,
        ("render", "across") => words.across,
        ("render", "title") => words.title,
        ("render", "lanes") => words.lanes,
        ("render", "no_labels") => words.no_labels,
        ("render", "legend") => words.legend,
        ("render", "no_legend") => words.no_legend,
        ("render", "sources") => words.with_sources,
        ("render", "no_sources") => words.no_sources,
        ("render", "no_numbers") => words.no_numbers,
        ("render", "no_table") => words.no_table,
        ("convert", "input") => words.input,
        ("convert", "output") => words.output,
        ("convert", "to") => words.data_format,
        ("cite", "ids") => words.cite_ids,
        ("cite", "format") => words.cite_format,
        ("cite", "style") => words.cite_style,
        ("completions", "shell") => words.shell,
        ("diff" | "patch make", "before") => words.before,
        ("diff" | "patch make", "after") => words.after,
        ("patch make", "out") => words.patch_out,
        ("patch make", "author") => words.author,
        ("patch make", "reason") => words.reason,
        ("patch make", "source") => words.change_source,
        ("patch make", "date") => words.change_date,
        ("patch apply", "file") => words.patch_target,
        ("patch apply" | "patch show", "patch") => words.patch_file,
        ("patch apply", "out") => words.apply_out,
        ("patch apply", "partial") => words.partial,
        ("patch merge", "base") => words.base,
        ("patch merge", "ours") => words.ours,
        ("patch merge", "theirs") => words.theirs,
        ("patch merge", "out") => words.merge_out,
        ("patch merge", "prefer") => words.prefer,
        _ => return None,
    })
}

/// The error in the arguments; `None` when help or the version was asked for.
pub(in crate::app) fn argument_error(err: &clap::Error) -> Option<ArgumentError> {
    let text = |kind| match err.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let texts = |kind| match err.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    // `--on <DATE>`: its name without the placeholder.
    let name = |text: String| match text.split_once(' ') {
        Some((name, _)) => name.to_owned(),
        None => text,
    };
    let argument = || {
        let invalid = text(ContextKind::InvalidArg).or_else(|| text(ContextKind::InvalidSubcommand));
        name(invalid.unwrap_or_default())
    };
    let value = || text(ContextKind::InvalidValue).unwrap_or_default();
    Some(match err.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::UnknownArgument => {
            ArgumentError::UnknownArgument(argument(), text(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => ArgumentError::UnknownCommand(
            text(ContextKind::InvalidSubcommand).unwrap_or_default(),
            text(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::MissingRequiredArgument => ArgumentError::Missing(texts(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => match name(text(ContextKind::PriorArg).unwrap_or_default()) {
            prior if prior == argument() => ArgumentError::Repeated(prior),
            prior => ArgumentError::Conflict(argument(), prior),
        },
        ErrorKind::InvalidValue if value().is_empty() => ArgumentError::NoValue(argument()),
        ErrorKind::InvalidValue => {
            ArgumentError::NotOneOf(argument(), value(), texts(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => refused(argument(), value()),
        _ => ArgumentError::Other,
    })
}

/// Why an argument refused a value.
fn refused(argument: String, value: String) -> ArgumentError {
    match argument.as_str() {
        "--lang" => ArgumentError::NotOneOf(argument, value, vec!["en".to_owned(), "ru".to_owned()]),
        "--size" => ArgumentError::NotASize(argument, SIDES),
        "--on" | "--from" | "--to" | "--date" if EdtfDate::parse_typed(&value).is_err() => {
            let advice = date_advice(&value);
            ArgumentError::NotADate { argument, value, advice }
        }
        _ => ArgumentError::NotANumber(argument, value),
    }
}

#[cfg(test)]
#[path = "language_test.rs"]
mod tests;
