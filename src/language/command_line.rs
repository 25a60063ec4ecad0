//! What the command line prints for people: its help, its answers and its errors.

use crate::diagnostics::{
    CompareError, DateAdvice, EditProblem, Failure, OpenError, Report, StyleProblem, ViewLinkProblem,
    WriteProblem,
};
use crate::domain::{AuditRule, Basis, Census, Moment, Period};

use super::text::{WithCount, WithName, texts};
use super::{Language, english, russian};

texts! {
    /// The help of the command line. What a command or an argument does is said in one line.
    HelpWords {
        /// What the program is.
        about: &'static str,
        usage: &'static str,
        commands: &'static str,
        arguments: &'static str,
        options: &'static str,
        /// The placeholder of a value, where it is not the English one.
        value: fn(&str) -> Option<&'static str>,

        file: &'static str,
        language: &'static str,
        fresh: &'static str,
        help: &'static str,
        version: &'static str,
        /// A link to a view.
        view: &'static str,
        /// The first date that is shown.
        from: &'static str,
        /// The last date that is shown.
        to: &'static str,
        select: &'static str,
        /// A filter, with an example.
        filter: &'static str,
        help_command: &'static str,

        check: &'static str,
        check_files: &'static str,
        /// A file that says how tables are read.
        mapping: &'static str,
        /// The output format, of text and JSON.
        format: &'static str,
        audit: &'static str,
        /// The list of what an audit accepts.
        accepted: &'static str,
        diff: &'static str,
        before: &'static str,
        after: &'static str,
        schema: &'static str,
        licences: &'static str,
        completions: &'static str,
        /// The names of shells follow it.
        shell: &'static str,
        // Headings of a manual page.
        name: &'static str,
        synopsis: &'static str,
        description: &'static str,

        state: &'static str,
        /// The dataset; by default the bundled one.
        dataset: &'static str,
        on: &'static str,
        treaty: &'static str,
        party: &'static str,
        /// The output format, of text, JSON and CSV.
        table: &'static str,

        render: &'static str,
        out: &'static str,
        /// A picture that is drawn again.
        like: &'static str,
        size: &'static str,
        scale: &'static str,
        outlines: &'static str,
        no_fonts: &'static str,
        theme: &'static str,
        high_contrast: &'static str,
        /// The names of sizes follow it.
        paper: &'static str,
        landscape: &'static str,
        portrait: &'static str,
        tiles: &'static str,
        pages: &'static str,
        one_page: &'static str,
        across: &'static str,
        title: &'static str,
        lanes: &'static str,
        no_labels: &'static str,
        legend: &'static str,
        no_legend: &'static str,
        /// Print sources and the link to the view.
        with_sources: &'static str,
        no_sources: &'static str,
        no_numbers: &'static str,
        no_table: &'static str,
        /// Over examples of a command.
        examples: &'static str,
        convert: &'static str,
        input: &'static str,
        output: &'static str,
        /// The formats follow it.
        data_format: &'static str,
        cite: &'static str,
        cite_ids: &'static str,
        /// The styles follow it.
        cite_style: &'static str,
        /// The forms follow it.
        cite_format: &'static str,
        patch: &'static str,
        patch_make: &'static str,
        patch_apply: &'static str,
        patch_show: &'static str,
        patch_merge: &'static str,
        /// The file of a patch.
        patch_file: &'static str,
        /// The dataset that a patch is carried out on.
        patch_target: &'static str,
        /// Where `make` writes the patch.
        patch_out: &'static str,
        /// Where `apply` writes the dataset.
        apply_out: &'static str,
        merge_out: &'static str,
        author: &'static str,
        reason: &'static str,
        change_source: &'static str,
        /// The day of the changes.
        change_date: &'static str,
        partial: &'static str,
        prefer: &'static str,
        base: &'static str,
        ours: &'static str,
        theirs: &'static str,
    }
}

texts! {
    /// What the command line prints for people.
    CommandLineWords {
        help: HelpWords,
        /// Behind what is wrong with arguments.
        see_help: &'static str,

        // The counts of `check`.
        treaty: &'static str,
        events: &'static str,
        statements: &'static str,
        decade: &'static str,
        event_type: &'static str,
        source_kind: &'static str,
        sources: &'static str,
        /// A decade by its first year, from the year 100 on.
        decade_from: fn(i32) -> String,
        /// On what a dataset of so many statements and series rests.
        rests_on: fn(&Census, usize, usize) -> String,

        // The answers of `check --audit`.
        /// Over the rules.
        audit: &'static str,
        /// A rule, with how many of its findings are open and how many accepted.
        audit_rule: fn(AuditRule, usize, usize) -> String,
        /// What is accepted under a rule is no longer found: the rule and the id.
        audit_outdated: fn(&str, &str) -> String,

        // The answers of `state`.
        whole_treaty: &'static str,
        not_recorded: &'static str,
        nothing_recorded: &'static str,
        since: WithName,
        /// A state began on an unknown day within a date in EDTF.
        since_within: WithName,
        /// The last day in force, and the first day out.
        exit: fn(&str, &str) -> String,
        or_else: WithName,
        /// Another date of an event, with the title of its source.
        dated: fn(&str, &str) -> String,

        // The answer of `render`.
        drawn: WithName,
        some_lanes: fn(usize, usize) -> String,
        pages: WithCount,
        /// Options that only paper has, given for a page.
        no_use: fn(&str, &str) -> String,
        /// The picture is as high as its lanes, whatever height was asked for.
        only_width: &'static str,
        /// The picture is drawn so many times larger, and not at the scale that was asked for.
        whole_scale: WithCount,
    }
}

/// Why a command line makes no sense. Arguments and commands are named as they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentError {
    /// There is no such argument; another one is nearly called so.
    UnknownArgument(String, Option<String>),
    /// There is no such command; another one is nearly called so.
    UnknownCommand(String, Option<String>),
    /// These are left out.
    Missing(Vec<String>),
    /// This one needs a value.
    NoValue(String),
    /// This one is given twice.
    Repeated(String),
    /// These do not go together.
    Conflict(String, String),
    /// An argument has none of its possible values.
    NotOneOf(String, String, Vec<String>),
    /// An argument is not a date.
    NotADate {
        /// The argument.
        argument: String,
        /// Its value.
        value: String,
        /// What to write instead.
        advice: DateAdvice,
    },
    /// An argument is not a size, with the least and the greatest length of a side.
    NotASize(String, [u32; 2]),
    /// An argument is not a number.
    NotANumber(String, String),
    /// Anything else.
    Other,
}

/// Why the command line could not do what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandLineError {
    /// A picture's name says no format.
    PictureExtension(String),
    /// A file with errors is not drawn.
    NotDrawn(Box<Report>),
    /// A file's name says no format that datasets are written in.
    DataExtension(String),
    /// A file with errors is not converted.
    NotConverted(Box<Report>),
    /// Of a file with errors nothing is cited.
    NotCited(Box<Report>),
    /// A file of plain lanes is not converted.
    PlainLanes(String),
    /// A file is no mapping of columns; the line and the column where it is not.
    BadMapping(String, usize, usize),
    /// A file is no list of what an audit accepts; the line and the column where it is not.
    BadAccepted(String, usize, usize),
    /// A file is no style of citations.
    BadStyle(String, StyleProblem),
    /// Nothing that can be cited has this id.
    NothingToCite(String),
    /// A file would have errors after the changes.
    NotPatched(Box<Report>),
    /// A file cannot be edited, or is no patch.
    Edit(String, EditProblem),
    /// Of a file with errors no legal status is computed.
    NoStatus(Box<Report>),
    /// No event, statement or treaty has this id.
    NoSuchItem(String),
    /// No treaty has this id; those that there are.
    NoSuchTreaty(String, Vec<String>),
    /// No party has this id; those that there are.
    NoSuchParty(String, Vec<String>),
    /// The legal status was asked for a date that is not a single day.
    NotADay(String),
    /// A picture was to end before it begins.
    FromAfterTo,
    /// A picture was to begin after the dataset ends.
    FromAfterEnd(Moment),
    /// A picture was to end before the dataset begins.
    ToBeforeStart(Moment),
    /// A link to a view is none.
    ViewLink(ViewLinkProblem),
    /// A picture does not say which view it shows.
    NoViewInPicture(String),
    /// A file could not be read.
    Open(String, OpenError),
    /// A file could not be compared.
    Compare(String, CompareError),
    /// A file could not be written.
    Write(String, WriteProblem),
    /// The answer could not be printed.
    Print(Failure),
    /// The window could not be opened.
    NoWindow(String),
    /// There is no OpenGL, with which the window is drawn.
    NoOpenGl,
    /// The display lacks what a window needs.
    BadDisplay,
    /// Anything else.
    Failed(Failure),
}

impl CommandLineError {
    /// What is wrong with the file that was asked about.
    pub fn report(&self) -> Option<&Report> {
        match self {
            Self::NotDrawn(report)
            | Self::NotConverted(report)
            | Self::NotCited(report)
            | Self::NotPatched(report)
            | Self::NoStatus(report)
            | Self::Compare(_, CompareError::HasErrors(report)) => Some(report),
            _ => None,
        }
    }
}

/// What stood in for an event that is not recorded: a clause of the treaty, by its article and its source, or none.
#[derive(Clone, Copy, Debug)]
pub struct StandIn<'a> {
    /// What stood in.
    pub basis: Basis,
    /// Article, period and the id of the source, of a clause.
    pub clause: Option<(&'a str, Period, &'a str)>,
}

impl Language {
    /// What the command line prints.
    pub fn command_line(self) -> &'static CommandLineWords {
        match self {
            Self::English => &english::command_line::COMMAND_LINE,
            Self::Russian => &russian::command_line::COMMAND_LINE,
        }
    }

    /// Why a command line makes no sense.
    pub fn argument_error(self, error: &ArgumentError) -> String {
        match self {
            Self::English => english::command_line::argument_error(error),
            Self::Russian => russian::command_line::argument_error(error),
        }
    }

    /// Why the command line could not do what was asked of it, without the report of the file.
    pub fn command_line_error(self, error: &CommandLineError) -> String {
        match self {
            Self::English => english::command_line::command_line_error(error),
            Self::Russian => russian::command_line::command_line_error(error),
        }
    }

    /// What stood in for an event that is not recorded, if anything did.
    pub fn stand_in(self, stand_in: StandIn<'_>) -> Option<String> {
        match self {
            Self::English => english::command_line::stand_in(stand_in),
            Self::Russian => russian::command_line::stand_in(stand_in),
        }
    }
}
