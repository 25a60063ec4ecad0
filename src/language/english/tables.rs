//! English: tables of the record.

use crate::diagnostics::counted;
use crate::language::table::said;
use crate::language::table_words::TableWords;

pub(super) const TABLES: TableWords = TableWords {
    treaties_tab: "Treaties",
    sources_tab: "Sources",
    shown_of: |shown, of| {
        let rows = counted(of, "row");
        if shown == of { rows } else { format!("{shown} of {rows}") }
    },
    columns: said("Columns", "Which columns are shown and copied"),
    copy: "Copy",
    as_csv: said(
        "Copy as CSV",
        "Puts the table on the clipboard as comma-separated values, for spreadsheets",
    ),
    as_markdown: said("Copy as Markdown", "Puts the table on the clipboard as a Markdown table"),
    copied: |n| format!("{} copied", counted(n, "row")),
    close: said("Close the table", "Closes the table; the same key opens it again"),
    sort_by: |column| format!("Sort by {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "ascending",
    descending: "descending",
    nothing: "No row: the filter shows nothing of this kind",
    source_heading: "Source",
    open_address: "Open its address",
    date: "Date",
    treaty: "Treaty",
    kind_of_event: "Type",
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
    state: "Standing",
    steps: "Events",
    publisher: "Publisher",
    kind_of_source: "Kind",
    cited: "Cited",
    address: "Address",
};
