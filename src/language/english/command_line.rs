//! English: the command line.

use crate::diagnostics::StyleProblem;
use crate::domain::{AuditRule, Basis};
use crate::language::command_line::{ArgumentError, CommandLineError, CommandLineWords, HelpWords, StandIn};

use super::errors::{compare_error, failure, open_error, write_problem};
use super::patches::edit_problem;
use super::terms::period;
use super::view_link::view_link_problem;
use super::{counted, dates};

pub(in crate::language) static COMMAND_LINE: CommandLineWords = CommandLineWords {
    help: HelpWords {
        about: "Show the history of arms control on one timeline, with what officials said about each event",
        usage: "Usage",
        commands: "Commands",
        arguments: "Arguments",
        options: "Options",
        value: |_| None,
        file: "Files to open on one timeline, - for standard input; by default the last one that was open, or the bundled dataset",
        language: "Language, en or ru; by default the system's, and in the window the last one chosen",
        fresh: "Start with the bundled dataset and default settings, and save no settings",
        help: "Print help",
        version: "Print the version",
        view: "Link to a view, as \"Copy link to this view\" gives it; in single quotes",
        from: "First date to show, as in 1987, 2019-02-01 or \"1 February 2019\"",
        to: "Last date to show",
        select: "Id of the event, statement or treaty to select",
        filter: "Show only what matches, such as party:USA,status:in_force; several values of one kind are alternatives",
        help_command: "Print the help of a command",
        check: "Check dataset files of any format; exits with 1 if there are errors",
        check_files: "Files to check, - for standard input",
        mapping: "JSON file that says how the tables are read, as --format json prints it",
        format: "Output format: text (default) or json",
        audit: "List by rule what an auditor would question: imprecise dates, weak sources, missing originals; exits with 1 if anything is left",
        accepted: "JSON list of what the audit accepts, with reasons",
        diff: "Compare two datasets; exits with 0 if they are the same, with 1 if they differ, with 2 if they cannot be compared",
        before: "Earlier dataset",
        after: "Later dataset",
        schema: "Print the JSON Schema of the data format",
        licences: "Print the licences of the works that the program uses",
        completions: "Print the script by which a shell completes the commands and options of this program",
        shell: "Shell",
        name: "NAME",
        synopsis: "SYNOPSIS",
        description: "DESCRIPTION",
        state: "Print the legal status of treaties on a date, with the events it is based on",
        dataset: "Dataset; by default the bundled one",
        on: "Day, as in 2019-08-02 or \"2 August 2019\"",
        treaty: "Id of the treaty; by default all treaties",
        party: "Id of the party; by default each treaty as a whole and all its parties on record",
        table: "Output format: text (default), json or csv",
        render: "Draw a dataset as a picture, without a window or a display",
        out: "File to write, ending in .pdf, .svg, .png or .html",
        like: "Picture made by this program (PDF, SVG or PNG) to draw again",
        size: "Width and height in points, as in 1440x900; by default 1440 wide and as high as all lanes",
        scale: "Pixels per point, for a PNG (default 1)",
        no_fonts: "Name the fonts of an SVG without embedding them; it gets smaller, and looks different where they are missing",
        outlines: "Draw letters as outlines, for an SVG that looks the same in every program; its text can no longer be copied",
        theme: "Colour theme: light (default), dark or print (black and white)",
        high_contrast: "Use stronger contrast",
        paper: "Size of paper, for a PDF (default A4)",
        landscape: "Landscape orientation (default)",
        portrait: "Portrait orientation",
        tiles: "Cut the sheet into tiles of A4, with overlap and cut marks",
        pages: "Use as many pages as a readable size needs; each repeats the axis and the names of its lanes",
        one_page: "Draw everything on one page, however small; by default a PDF takes several pages where its text would be too small to read",
        across: "Spread the period over this many pages from left to right",
        title: "Title; by default that of the dataset",
        lanes: "Lanes to draw: all (default), selected, or ids of treaties separated by commas",
        no_labels: "Leave out the labels of events",
        legend: "Explain the symbols that occur (default)",
        no_legend: "Leave out the legend",
        with_sources: "Give the data, its numbered sources and a link to the view; a PDF does by default",
        no_sources: "Leave out the sources and the link",
        no_numbers: "Leave out the numbers of sources beside the symbols",
        no_table: "Leave out the table of events at the end of a PDF",
        examples: "Examples",
        convert: "Read a dataset, a table or a workbook and write it in another format",
        input: "File to read: whatever the program opens",
        output: "File to write; its extension says the format. A name without one becomes a folder of CSV tables",
        data_format: "Format to write, by default that of the extension",
        cite: "Print citations of sources, treaties, statements and events",
        cite_ids: "Ids of the records to cite",
        cite_style: "Style, for citations in words: one of these, or a .csl file",
        cite_format: "Form, text by default",
        patch: "Propose changes to a dataset, show them, apply them, or merge two versions",
        patch_make: "Write what differs between two datasets as a patch",
        patch_apply: "Make the changes of a patch in a dataset; exits with 1 and writes nothing if something else is there than the patch expects",
        patch_show: "Print a patch in words",
        patch_merge: "Merge two versions of a dataset, or two patches, by record and field; exits with 1 and writes nothing if both changed the same",
        patch_file: "Patch",
        patch_target: "Dataset to change",
        patch_out: "File to write; by default the patch is printed",
        apply_out: "File to write; by default the dataset itself",
        merge_out: "File to write",
        author: "Who proposes the changes",
        reason: "Why",
        change_source: "The source of the changes: an id of the dataset, or an address",
        change_date: "The day of the changes; by default today",
        partial: "Make the changes that are not in conflict, and list the others",
        prefer: "Whose version to keep where both changed the same: ours or theirs",
        base: "The version that both started from",
        ours: "Our version, or a patch to the base",
        theirs: "Their version, or a patch to the base",
    },
    see_help: "For more information, try --help",
    treaty: "treaty",
    events: "events",
    statements: "statements",
    decade: "decade",
    event_type: "type",
    source_kind: "kind of source",
    sources: "sources",
    decade_from: |year| format!("{year}s"),
    rests_on: |census, statements, series| {
        let with_verb = |n: usize, noun: &str, [one, more]: [&str; 2]| {
            format!("{} {}", counted(n, noun), if n == 1 { one } else { more })
        };
        format!(
            "{} of {} on official sources ({}%); the dates of {} are disputed; {} of {} the original language; {series} series",
            census.official_dates,
            with_verb(census.dates, "date", ["rests", "rest"]),
            census.official_percent(),
            counted(census.disputed, "event"),
            census.originals,
            with_verb(statements, "statement", ["has", "have"]),
        )
    },
    audit: "Audit",
    audit_rule: |rule, open, accepted| {
        let name = match rule {
            AuditRule::LooseDate => "Treaty acts without an exact day",
            AuditRule::NoEffect => "Announced, but no effect recorded",
            AuditRule::NoEnd => "Treaties of few parties with no end recorded",
            AuditRule::NoOriginal => "Translations without the original",
            AuditRule::WeakSource => "Dates and quotations based on reference works alone",
            AuditRule::NoArchive => "Addresses without an archived copy",
            AuditRule::PartyList => "Treaties with an incomplete list of parties",
        };
        format!("{name} [{}]: {open} open, {accepted} accepted", rule.key())
    },
    audit_outdated: |rule, id| format!("{id} is accepted under {rule}, but no longer found"),
    whole_treaty: "the treaty as a whole",
    not_recorded: "not recorded in this file",
    nothing_recorded: "The file records nothing of that party.",
    since: |day| format!("since {day}"),
    since_within: |date| format!("since a day within {date}"),
    exit: |last, first| format!("last day in force {last}, first day out {first}"),
    or_else: |state| format!("or {state}"),
    dated: |date, source| format!("dated {date} in {source}"),
    drawn: |file| format!("{file} drawn"),
    some_lanes: |drawn, all| format!("{drawn} of {}", counted(all, "lane")),
    pages: |pages| counted(pages, "page"),
    no_use: |format, options| {
        let what = match format {
            "HTML" => "A web page",
            "SVG" => "An SVG",
            "PNG" => "A PNG",
            _ => "A PDF",
        };
        format!("{what} has no use for {options}")
    },
    only_width: "The picture is as high as its lanes: only the width of --size was used",
    whole_scale: |times| format!("Such a picture is drawn at a scale of 1, 2, 3 or 4: it is {times}"),
};

pub(in crate::language) fn argument_error(error: &ArgumentError) -> String {
    let nearly = |similar: &Option<String>| {
        similar.as_ref().map(|similar| format!("; did you mean {similar}?")).unwrap_or_default()
    };
    match error {
        ArgumentError::UnknownArgument(name, similar) => {
            format!("unexpected argument {name}{}", nearly(similar))
        }
        ArgumentError::UnknownCommand(name, similar) => format!("unknown command {name}{}", nearly(similar)),
        ArgumentError::Missing(names) => format!("required arguments are missing: {}", names.join(", ")),
        ArgumentError::NoValue(name) => format!("{name} needs a value"),
        ArgumentError::Repeated(name) => format!("{name} is given more than once"),
        ArgumentError::Conflict(name, other) => format!("{name} cannot be used with {other}"),
        ArgumentError::NotOneOf(name, value, known) => {
            format!("{name} cannot be \"{value}\"; possible values: {}", known.join(", "))
        }
        ArgumentError::NotADate { argument, value, advice } => {
            let advice = super::problems::date_advice(advice);
            format!("{argument}: \"{value}\" is not a date; {advice}")
        }
        ArgumentError::NotASize(name, [least, most]) => {
            format!("{name}: write width and height as in 1440x900, each between {least} and {most}")
        }
        ArgumentError::NotANumber(name, value) => format!("{name}: \"{value}\" is not a valid number"),
        ArgumentError::Other => "these arguments are not valid".to_owned(),
    }
}

pub(in crate::language) fn command_line_error(error: &CommandLineError) -> String {
    let unknown = |noun: &str, id: &str, known: &[String]| {
        format!("no {noun} has the id \"{id}\"; there are: {}", known.join(", "))
    };
    match error {
        CommandLineError::PictureExtension(name) => format!("{name} must end in .pdf, .svg, .png or .html"),
        CommandLineError::NotDrawn(_) => "the file has errors, so nothing was drawn".to_owned(),
        CommandLineError::DataExtension(name) => {
            format!("the extension of {name} says no format; choose one with --to, or see `convert --help`")
        }
        CommandLineError::NotConverted(_) => "the file has errors, so nothing was written".to_owned(),
        CommandLineError::NotCited(_) => "the file has errors, so nothing is cited".to_owned(),
        CommandLineError::PlainLanes(name) => {
            format!("{name} holds plain lanes, which are not written in other formats")
        }
        CommandLineError::BadMapping(name, line, column) => {
            format!("{name} does not say what columns hold: line {line}, column {column}")
        }
        CommandLineError::BadAccepted(name, line, column) => {
            format!("{name} is not a list of what the audit accepts: line {line}, column {column}")
        }
        CommandLineError::BadStyle(name, problem) => match problem {
            StyleProblem::TooLarge => format!("{name} is too large for a citation style"),
            StyleProblem::Malformed(line) => format!("{name} is not well-formed XML: line {line}"),
            StyleProblem::NotAStyle(line) => format!("{name} is not a style of CSL 1.0: line {line}"),
            StyleProblem::Dependent => {
                format!("{name} only refers to another style; give the file of that style")
            }
            StyleProblem::Endless(line) => format!("{name} has a macro that uses itself: line {line}"),
            StyleProblem::TooMuch => format!("{name} uses its macros too many times over"),
        },
        CommandLineError::NothingToCite(id) => {
            format!("no source, treaty, statement or event has the id \"{id}\"")
        }
        CommandLineError::NotPatched(_) => {
            "the dataset would have errors after the changes, so nothing was written".to_owned()
        }
        CommandLineError::Edit(name, problem) => format!("{name}: {}", edit_problem(problem)),
        CommandLineError::NoStatus(_) => "the file has errors, so no legal status is computed".to_owned(),
        CommandLineError::NoSuchItem(id) => format!("no event, statement or treaty has the id \"{id}\""),
        CommandLineError::NoSuchTreaty(id, known) => unknown("treaty", id, known),
        CommandLineError::NoSuchParty(id, known) => unknown("party", id, known),
        CommandLineError::NotADay(date) => {
            format!("\"{date}\" is not a single day; give a day, as in 2019-08-02")
        }
        CommandLineError::FromAfterTo => "--from must be before --to".to_owned(),
        CommandLineError::FromAfterEnd(end) => {
            format!("--from is after the end of the dataset, {}", dates::day(*end))
        }
        CommandLineError::ToBeforeStart(start) => {
            format!("--to is before the beginning of the dataset, {}", dates::day(*start))
        }
        CommandLineError::ViewLink(problem) => format!("--view: {}", view_link_problem(*problem)),
        CommandLineError::NoViewInPicture(name) => {
            format!(
                "{name} does not say which view it shows: it was not made by this program, or was saved again by another one"
            )
        }
        CommandLineError::Open(name, error) => format!("{name}: {}", open_error(error)),
        CommandLineError::Compare(name, error) => format!("{name}: {}", compare_error(error)),
        CommandLineError::Write(name, problem) => {
            format!("{name} could not be written: {}", write_problem(problem))
        }
        CommandLineError::Print(why) => format!("the answer could not be written: {}", failure(why)),
        CommandLineError::NoWindow(why) => {
            format!("the window could not be opened: {why}\n{RENDER_INSTEAD}")
        }
        CommandLineError::NoOpenGl => format!(
            "the window could not be opened: it is drawn with OpenGL, and this system offers none. On Debian and Ubuntu \
             `apt install libgl1-mesa-dri` brings one that needs no graphics card\n{RENDER_INSTEAD}"
        ),
        CommandLineError::BadDisplay => {
            format!("the window could not be opened: the display lacks what a window needs\n{RENDER_INSTEAD}")
        }
        CommandLineError::Failed(why) => failure(why),
    }
}

const RENDER_INSTEAD: &str =
    "`treaty-timeline render --out view.png` draws the same view as a picture, without a display";

pub(in crate::language) fn stand_in(stand_in: StandIn<'_>) -> Option<String> {
    let by_clause = |what: &str| {
        let (article, length, source) = stand_in.clause?;
        Some(format!("{what} by Article {article}: {} [{source}]", period(length)))
    };
    match stand_in.basis {
        Basis::Events => None,
        Basis::EntryClause => by_clause("entry into force after the deposit"),
        Basis::WithdrawalClause => by_clause("notice runs out"),
        Basis::EntryNotRecorded => Some(super::law::ENTRY_NOT_RECORDED.to_owned()),
        Basis::DayOfDeposit => {
            Some("counted from the deposit: the file has no clause on parties that join later".to_owned())
        }
    }
}
