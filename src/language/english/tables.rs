//! English: the tables under the timeline.

use crate::language::tables::Tables;
use crate::language::text::label;

use super::counted;

pub(super) const TABLES: Tables = Tables {
    treaties_tab: "Treaties",
    sources_tab: "Sources",
    shown_of: |shown, of| {
        let rows = counted(of, "row");
        if shown == of { rows } else { format!("{shown} of {rows}") }
    },
    columns: label("Columns", "Choose the columns to show and to copy"),
    copy: "Copy",
    as_csv: label("Copy as CSV", "Copy the table as comma-separated values, for spreadsheets"),
    as_markdown: label("Copy as Markdown", "Copy the table as a Markdown table"),
    selected_as_csv: label("Copy selected rows as CSV", "Copy the selected rows, with the headings (Ctrl+C)"),
    selected_as_markdown: label(
        "Copy selected rows as Markdown",
        "Copy the selected rows as a Markdown table",
    ),
    copied: |n| format!("{} copied", counted(n, "row")),
    close: label("Close the table", "Close the table (Ctrl+T)"),
    sort_by: |column| format!("Sort by {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "ascending",
    descending: "descending",
    no_rows: "No rows match the filters",
    source_heading: "Source",
    open_address: "Open this address in the browser",
    date: "Date",
    treaty: "Treaty",
    event_kind: "Type",
    party: "Party",
    title: "Title",
    quotes: "Quotations",
    statements: "Statements",
    source: "Source",
    speaker: "Speaker",
    role: "Role",
    country: "Country",
    quote: "Quotation",
    language: "Language",
    name: "Treaty",
    category: "Category",
    parties: "Parties",
    signed: "Signed",
    in_force: "In force",
    status: "Status",
    events: "Events",
    publisher: "Publisher",
    source_kind: "Kind",
    cited: "Cited",
    address: "Address",
};
