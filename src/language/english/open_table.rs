//! English: opening a table.

use crate::language::open_table::Opening;
use crate::language::text::label;
use crate::records::{Role, Shape};

use super::counted;
use super::terms::event_kind;

pub(super) const OPENING: Opening = Opening {
    title: |name| format!("Open “{name}” as a timeline"),
    sheet: |sheet, sheets| format!("Sheet {sheet} of {sheets}"),
    read_as: "Read as",
    dates: "Dates:",
    date_order: |day_first| match day_first {
        Some(true) => "day/month/year",
        Some(false) => "month/day/year",
        None => "day or month first?",
    },
    decided_by: |row, date| format!("decided by row {row} ({date})"),
    as_columns_tell: "as the columns suggest",
    header_in: |row| format!("Header in row {row}"),
    no_header: "No header",
    row: |row, words| format!("Row {row}: {words}"),
    remember: label(
        "Remember for files with these columns",
        "Open tables with the same columns in the same way, without asking",
    ),
    column: |name, role| format!("Column “{name}”: {role}"),
    role_parts: ["Event", "Dates", "Lane", "Parties and quotations", "Source", "Figures"],
    event_types: "Date of an event",
    first_rows: "First rows",
    more_rows: |n| format!("{} not shown here", counted(n, "more row")),
    more_columns: |n| format!("{} not shown here", counted(n, "more column")),
    first_rows_only: "Only the first rows have been read so far. The others are read when the table is opened",
    will_be_read: "What will be read",
    outcome: |rows, what, explained| {
        let rest = match explained {
            0 => String::new(),
            n => format!("; {} explained below", counted(n, "row")),
        };
        format!("{} → {}{rest}", counted(rows, "row"), what.join(", "))
    },
    speakers_kept: |columns, has_quotes| {
        if has_quotes {
            format!("Where a row has no quotation, the details show: {columns}")
        } else {
            format!("This table gives no quotations. The details show: {columns}")
        }
    },
    parties: |n| counted(n, "party"),
    series: |n| format!("{n} series of figures"),
    nothing: "Nothing in this table can be shown yet. Choose what each column holds",
    reading: "Reading…",
    preview: "Preview",
    preview_of: |lanes, span| format!("Preview: {}, {span}", counted(lanes, "lane")),
    more_lanes: |n| format!("and {} below", counted(n, "more lane")),
    status_follows: "The legal status of every treaty on any date follows from these events",
    open: label("Open", "Open the table with these choices"),
    cancel: label("Cancel", "Close without opening the table (Esc)"),
    change: label("Change…", "Choose how the rows and columns of the table are read"),
    pasted: "Pasted table",
    standard_input: "Standard input",
    no_table_pasted: "The clipboard has no table. Copy rows with at least two columns, with their header",
    not_from_a_file: "This data did not come from a file, so there is none to reload",
    everything_filter: "Everything that can be opened (*.json, *.csv, *.xlsx, *.ods, *.ics, …)",
    spreadsheets_filter: "Spreadsheets (*.xlsx, *.ods, *.xls)",
    text_tables_filter: "Tables as text (*.csv, *.tsv)",
    calendars_filter: "Calendars (*.ics)",
    json_filter: "Datasets and timelines (*.json)",
};

pub(in crate::language) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Events => "a table of events, one row each",
        Shape::Treaties => "a table of treaties, one row each; each date column is an event",
        Shape::Acts => "a table of what each state did, one row for a state and a treaty",
        Shape::Series => "a table of figures by year",
    }
}

pub(in crate::language) fn role(role: Role) -> &'static str {
    match role {
        Role::Ignore => "not read",
        Role::Keep => "shown as it is",
        Role::Id => "id",
        Role::Lane => "lane",
        Role::FullName => "full name",
        Role::Group => "group",
        Role::Title => "title",
        Role::Kind => "type of event",
        Role::Date => "date",
        Role::End => "end",
        Role::Year => "year",
        Role::Month => "month",
        Role::Day => "day",
        Role::Precision => "precision",
        Role::EndYear => "end year",
        Role::EndMonth => "end month",
        Role::EndDay => "end day",
        Role::Party => "party",
        Role::Parties => "parties",
        Role::Summary => "description",
        Role::Quote => "quotation",
        Role::Speaker => "speaker",
        Role::Office => "speaker's office",
        Role::Source => "source",
        Role::Url => "address",
        Role::Tags => "tags",
        Role::Confidence => "confidence",
        Role::Image => "picture",
        Role::EndKind => "how it ended",
        Role::Entity => "whose figure",
        Role::Value => "figure",
        Role::Event(kind) => event_kind(kind),
    }
}

pub(in crate::language) fn read_as(shape: &str, columns: &str, rows: usize, left_out: usize) -> String {
    let shown = counted(rows.saturating_sub(left_out), "row");
    let explained =
        if left_out == 0 { String::new() } else { format!(", {} left out", counted(left_out, "row")) };
    format!("Read as {shape}: {columns} · {shown} shown{explained}")
}
