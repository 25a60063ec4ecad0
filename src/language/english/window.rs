//! English: the texts of the window. The terms of the record are the domain's own.

use crate::diagnostics::counted;
use crate::domain::{
    Brief, DateRole, EdtfDate, EdtfError, EventKind, EventRelation, Nature, PhaseKind, SourceKind, State,
    Status, TreatyRelation, day_in_words, month_name, year_in_words, years_in_words,
};
use crate::search::{FIELDS, QueryProblem};

use super::{actions, chart, compare, files, law, page, tables};
use crate::language::table::{Notices, Words, figure, grouped, said};

/// Three letters of a month, 1 to 12.
fn short_month(month: u32) -> &'static str {
    &month_name(month)[..3]
}

pub(in crate::language) static WORDS: Words = Words {
    actions: actions::ACTIONS,
    gestures: actions::GESTURES,
    chart: chart::CHART,
    compare: compare::COMPARE,
    figure: |value| figure(value, ',', "."),
    law: law::LAW,
    page: page::PAGE,
    table: tables::TABLES,
    notices: Notices {
        opened: |name| format!("{name} opened"),
        cancelled: |name| format!("{name} was not opened: cancelled"),
        quote_copied: "Quote copied",
        citation_copied: "Citation copied",
        citations_copied: |n| format!("{} copied", counted(n, "citation")),
        problems_copied: "Problems copied",
        no_other_view: "There is no other view to go to",
        hidden: |name| format!("{name} is hidden; Shift+H shows it again"),
        no_parties: |name| format!("{name}: no steps of parties are shown"),
        first_parties: |name, n| format!("{name}: the first {n} parties; there may be more"),
        parties_shown: |name, n| {
            format!("{name}: {}", if n == 1 { "1 party".to_owned() } else { format!("{n} parties") })
        },
        select_treaty: "Select a treaty first",
        filter_cleared: "The filters are off: what you asked for was not among what they show",
        text_size: |percent| format!("Text at {percent} %"),
        at_date: |date| format!("At {date}"),
        bookmark_gone: "Bookmark taken away",
        bookmark_set: |name| format!("Bookmark: {name}"),
        no_bookmark: "There is no bookmark; M sets one",
        memory_broken: |copy| {
            format!(
                "Not all that was remembered of earlier runs could be read; a copy of it is kept in {copy}"
            )
        },
        memory_off: "What was remembered of earlier runs could not be read; this run remembers nothing",
        memory_not_written: |why| format!("Settings and bookmarks are not saved: {why}"),
        nothing_kept: |why| {
            format!(
                "Settings and bookmarks are not saved, and unsaved work is lost if the program crashes: {why}"
            )
        },
        unsaved_not_kept: |why| format!("Confirmed quotations are not kept on disk: {why}; save them soon"),
        stray_answer: "Another dataset was opened meanwhile: repeat what you asked about the earlier one",
        nothing_to_reload: "The bundled dataset is part of the program: there is no file to reload",
        only_first: |others| format!("One file is opened at a time; left out: {others}"),
        no_browser: "No browser could be opened; the address was copied",
        no_dialog: "This desktop has no file dialog: drop a file on the window or name it on the command line; render writes pictures without a window",
        picked_enough: |n| format!("No more than {n} can be picked at once"),
        cluster_listed: |n| format!("{n} stand at one point in time; the details panel lists them"),
        drawing_failed: "Part of the window could not be drawn and was drawn again: please report what you did",
        exported: |path| format!("{path} written"),
        exported_part: |path| format!("{path} written without the lanes below: export SVG for all of them"),
        not_exported: |path, why| format!("{path} could not be written: {why}"),
        write_problem: files::write_problem,
    },

    date: EdtfDate::words,
    short_date: EdtfDate::short_words,
    precision: EdtfDate::precision_words,
    date_problem: |text, problem| match problem {
        EdtfError::Malformed => {
            format!("“{text}” is not a date that this program reads: write 1987-12-08 or 8 December 1987")
        }
        EdtfError::NoSuchDay => format!("“{text}” names a day, month or hour that there is not"),
        EdtfError::OutOfRange => format!("“{text}” lies outside the years −9999 to 9999"),
        EdtfError::Unplaceable => {
            format!("“{text}” names no year, nor a century: it has no place on a timeline")
        }
        EdtfError::Backwards => format!("“{text}” ends before it begins"),
    },
    day: day_in_words,
    short_day: |at| {
        use chrono::Datelike as _;
        let date = at.date();
        format!("{} {}", date.day(), short_month(date.month()))
    },
    short_month,
    month_of_year: |month, year| format!("{} {}", short_month(month), year_in_words(year)),
    year: year_in_words,
    years: years_in_words,
    event_kind: EventKind::words,
    phase: |kind, nature| match (kind, nature) {
        (PhaseKind::Signed, Nature::Political) => "agreed",
        (PhaseKind::InForce, Nature::Political) => "in effect",
        _ => kind.words(),
    },
    state: State::words,
    brief: Brief::words,
    date_role: DateRole::word,
    event_relation: EventRelation::words,
    treaty_relation: TreatyRelation::words,
    source_kind: SourceKind::words,
    language: |tag| {
        Some(match tag {
            "en" => "English",
            "ru" => "Russian",
            "zh" => "Chinese",
            "fr" => "French",
            "de" => "German",
            "es" => "Spanish",
            "fa" => "Persian",
            "ko" => "Korean",
            "uk" => "Ukrainian",
            _ => return None,
        })
    },

    lanes: |n| counted(n, "lane"),
    treaties: |n| counted(n, "treaty"),
    events: |n| counted(n, "event"),
    statements: |n| counted(n, "statement"),
    problems: |errors, warnings| match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        (0, w) => counted(w, "warning"),
        (e, 0) => counted(e, "error"),
        (e, w) => format!("{}, {}", counted(e, "error"), counted(w, "warning")),
    },

    file: "File",
    view: "View",
    go: "Go",
    export: "Export",
    appearance: "Appearance",
    as_of: |day| format!("As of {day}"),
    as_of_today: "As of today",
    to_bookmark: "Go to this bookmark",
    to_dark: "Switch to dark",
    to_light: "Switch to light",

    find: "Search",
    find_hint: "Search treaties, events, quotes…",
    find_help: "Words, \"phrases\", -without, and fields: treaty:INF party:RUS type:suspended speaker:Ryabkov after:2018 before:2021-06",
    nothing_found: |text| format!("Nothing found for {text}"),
    most_words: "Nothing has all of these words; this has most of them:",
    hits: |n| counted(n, "hit"),
    hit_of: |place, of| format!("{place} of {of}"),
    query_problem: |problem| match problem {
        QueryProblem::NoField(name) => format!("There is no field “{name}”; there are {}", FIELDS.join(", ")),
        QueryProblem::NoDate(text) => format!("“{text}” is no date: write 2018, 2018-06 or 2018-06-30"),
        QueryProblem::NoWords => "Marks and emoji are not searched: type a word or a number".to_owned(),
        QueryProblem::TooLong => "Too long: the first words are looked for".to_owned(),
    },
    filter_party: "Party",
    filter_category: "Category",
    filter_state: "State",
    filter_kind: "Event type",
    filter_speaker: "Speaker",
    filter_spoken: "With statements",
    filter_saved: "Saved",
    filter_name: "Name of this filter",
    filter_save: "Save",
    filter_forget: "Forget",
    filter_years: "Years",
    filter_language: "Language",
    filter_source: "Source",
    filter_off: "Show all",
    only_this: |what| format!("Only {what}"),
    any_value: "Any",
    status: |status| match status {
        Status::Pending => "not signed",
        Status::Signed => "signed, not in force",
        Status::InForce => "in force",
        Status::Suspended => "suspended",
        Status::Ended => "ended",
    },
    shown_of: |treaties, of, events, statements| {
        format!(
            "{treaties} of {} · {} · {}",
            counted(of, "treaty"),
            counted(events, "event"),
            counted(statements, "statement")
        )
    },

    timeline: |span| format!("Timeline, {span}"),
    today: "today",
    pinned: "Pinned",
    law_on: |day| format!("Law on {day}"),
    on_day: |day, state| format!("on {day} {state}"),
    scroll_lanes: "Scroll lanes",
    empty: "This dataset has no treaties. Open another with Ctrl+O, or drop a file here.",
    folded: "folded",
    unfolded: "unfolded",
    stands_for: |one, many| format!("{one}; stands for {many}"),
    phase_since: |what, year| format!("{what} since {}", year.words()),
    phase_span: |what, start, end| match end {
        Some(end) => format!("{what}, {start} to {end}"),
        None => format!("{what} since {start}"),
    },
    notice_runs: |from, to, days| {
        format!("notice of withdrawal {from}, in effect {to}: {}", counted(days, "day"))
    },
    parties_of: |name| format!("Parties of {name}"),
    open_crowd: "Double-click to open the crowd",
    list_crowd: "Double-click to list them",
    list_overflow: "Click to list them",
    overview: |span| format!("Overview, window at {span}"),
    first_edge: "First edge of the window",
    last_edge: "Last edge of the window",
    chosen_days: |n| if n == 1 { "1 day".to_owned() } else { format!("{} days", grouped(n, ',')) },
    chosen_hidden: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, "event")),
            (statements > 0).then(|| counted(statements, "statement")),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("The filter hides {}", hidden.join(" and "))
    },
    zoom_there: "Zoom there",

    scale: |secs| match secs {
        s if s < 90.0 => format!("1 px = {s:.0} s"),
        s if s < 3600.0 => format!("1 px = {:.0} min", s / 60.0),
        s if s < 86_400.0 => format!("1 px = {:.1} hours", s / 3600.0),
        s if s < 10.0 * 86_400.0 => format!("1 px = {:.1} days", s / 86_400.0),
        s if s < 730.0 * 86_400.0 => format!("1 px = {:.0} days", s / 86_400.0),
        s => format!("1 px = {:.0} years", s / 31_556_952.0),
    },
    zoom: |times| match times {
        times if times < 9.95 => format!("×{times:.1}"),
        times => format!("×{times:.0}"),
    },
    law_counts: |day, [in_force, suspended, signed, ended]| {
        format!("On {day}: in force {in_force} · suspended {suspended} · signed {signed} · ended {ended}")
    },

    changed_on_disk: "changed on disk · Reload",
    gone_from_disk: "moved or deleted on disk",

    go_to_date: "Go to a date",
    read_law: "Read the law on a day",
    date_hint: "2019-08-02, 2019-08, 2019, 198X",
    date_help: "1987-12-08, 8 December 1987, 8.12.1987, 1980s, 44 BCE, or any EDTF",
    enter_goes_to: |date| format!("Enter goes to {date}"),
    find_command: "Find a command",
    find_command_hint: "Type what you want to do",
    no_command: "No command has that in its name",
    close: "Close",

    unpin: "Unpin lane",
    copy_quote: "Copy quote",
    copy_citation: "Copy citation",
    copy_citations: "Copy citations",
    open_source: "Open source",
    show_in_source: said("Show in source", "Open the source at these words, in the browser"),
    law_on_this_day: "Law on this day",
    show_on_timeline: "Show on timeline",
    in_original: |language| format!("{language} original"),
    in_translation: |language| format!("{language} translation"),
    go_to: |what| format!("Go to {what}"),
    translated_by: |who| format!("translated by {who}"),
    accessed: |day| format!("accessed {day}"),

    dataset: "Dataset",
    current_to: |day| format!("kept current to {day}"),
    how_to_read: "How to read it",
    how_to_start: "Select an event to read what was said about it, or a quotation mark to see which events it is about.",
    phases: "Phases",
    notice_running: "notice running",
    dates: "Dates",
    date_approximate: "approximate",
    date_uncertain: "uncertain",
    date_spread: "day not known",
    date_open: "open end",
    date_disputed: "disputed",
    event_types: "Events",
    voices: "Words",
    voice_us: "spoken for the United States",
    voice_ru: "spoken for Russia or the Soviet Union",
    voice_other: "spoken for others or several sides, or a treaty's own text",
    licence: "Licence",
    acting_party: "Acting party",
    parties: "Parties named in the dataset",
    depositaries: "Depositaries",
    not_recorded: "not recorded",
    successor_to: |party, before| format!("{party} (successor to {before})"),
    linked_statements: |n| format!("Statements linked to this event · {n}"),
    disputed: "disputed",
    claims: "What sources say of the date",
    before_and_after: "Before and after",
    stands_together: |n| format!("Also in this cluster · {n}"),
    tied_to: "Tied to",
    statement: "Statement",
    against_record: "Against the record",
    about: |n| format!("About · {n}"),
    about_nothing: "No treaty: words of the same occasion.",
    same_occasion: |n| format!("Said on the same occasion · {n}"),
    treaty_in: |category| format!("Treaty · {category}"),
    duration: "Duration by its own terms",
    also_called: "Also called",
    other_treaties: "Other treaties",
    steps: |n| format!("Steps · {n}"),
    statements_heading: |n| format!("Statements · {n}"),
    sources: |n| format!("Sources · {n}"),
    and_more: |what| format!("and {what} more"),
    and_more_on_timeline: |n| format!("and {n} more, on the timeline"),
    quotation: |text| format!("“{text}”"),
    several: |n| format!("Picked · {n}"),
    clear_picked: "Let all go",
    several_help: "X or Ctrl+click picks one more, or lets it go; Shift+click picks all between in its lane.",

    was_not_opened: |file, why| format!("{file} was not opened: {why}"),
    copy_all: said("Copy all", "Copy the list as text"),
    close_problems: said("Close", "Close the list of problems"),
    stays_open: "What was open stays open.",
    open_rest: "Open the rest",
    open_rest_help: |what| format!("Open without the records that have errors: {what}"),
    place: |line, column| format!("line {line}, column {column} · "),
    error: "error",
    warning: "warning",
    not_listed: |n| format!("and {} more, which are not listed", counted(n, "problem")),
    opening: |name| format!("Opening {name}"),
    progress_of: |name| format!("Progress of opening {name}"),
    cancel: said("Cancel", "Stop opening; what is open stays open"),
    bundled: "the bundled dataset",
    open_title: "Open a dataset",
    save_title: "Export a picture",
    datasets_filter: "Datasets (*.json)",
    all_files_filter: "All files",
};
