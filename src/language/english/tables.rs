//! English: the tables under the timeline.

use crate::diagnostics::counted;
use crate::language::tables::Tables;
use crate::language::text::label;

pub(super) const TABLES: Tables = Tables {
    treaties_tab: "Treaties",
    sources_tab: "Sources",
    shown_of: |shown, of| {
        let rows = counted(of, "row");
        if shown == of { rows } else { format!("{shown} of {rows}") }
    },
    columns: label("Columns", "Which columns are shown and copied"),
    copy: "Copy",
    as_csv: label(
        "Copy as CSV",
        "Puts the table on the clipboard as comma-separated values, for spreadsheets",
    ),
    as_markdown: label("Copy as Markdown", "Puts the table on the clipboard as a Markdown table"),
    copied: |n| format!("{} copied", counted(n, "row")),
    close: label("Close the table", "Closes the table; the same key opens it again"),
    sort_by: |column| format!("Sort by {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "ascending",
    descending: "descending",
    no_rows: "No row: the filter shows nothing of this kind",
    source_heading: "Source",
    open_address: "Open its address",
    date: "Date",
    treaty: "Treaty",
    event_kind: "Type",
    party: "Party",
    title: "Title",
    quotes: "Quotes",
    statements: "Statements",
    source: "Source",
    speaker: "Speaker",
    role: "Office",
    country: "State",
    quote: "Words",
    language: "Language",
    name: "Treaty",
    category: "Category",
    parties: "Parties",
    signed: "Signed",
    in_force: "In force",
    status: "Standing",
    events: "Events",
    publisher: "Publisher",
    source_kind: "Kind",
    cited: "Cited",
    address: "Address",
};
