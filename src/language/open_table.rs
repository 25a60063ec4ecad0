//! Opening a table: the dialog that asks what its columns are.

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Opening a table: the dialog that asks what its columns are, and what is said of it afterwards.
    Opening {
        /// The title of the dialog; the argument is the name of the file.
        title: WithName,
        /// A menu of the sheets of a workbook: which one, from 1, of how many.
        sheet: fn(usize, usize) -> String,
        /// Before what a row stands for.
        read_as: &'static str,
        /// Before the order of day and month.
        dates: &'static str,
        /// The order of day and month; `None` where nothing tells.
        date_order: fn(Option<bool>) -> &'static str,
        /// What decided the order: the number of a row, and the date in it.
        decided_by: fn(usize, &str) -> String,
        /// An entry of the menu of date orders: the columns decide.
        as_columns_tell: &'static str,
        /// Where the names of the columns are: the number of a row.
        header_in: WithCount,
        /// There is no row with the names of the columns.
        no_header: &'static str,
        /// An entry of the menu of header rows: the number of a row, and what it begins with.
        row: fn(usize, &str) -> String,
        /// A box to tick: tables with the same columns are read in the same way from now on.
        remember: Label,
        /// For screen readers: the menu over a column, with its name and its role.
        column: fn(&str, &str) -> String,
        /// In the menu of roles: its parts: of the event, of dates, of the lane, of parties and quotations, of sources, of figures.
        role_parts: [&'static str; 6],
        /// In the menu of roles: a heading over the types of event.
        event_types: &'static str,
        /// For screen readers: the table of the first rows.
        first_rows: &'static str,
        /// Under the first rows: how many more there are.
        more_rows: WithCount,
        /// Under the first rows: how many more columns there are.
        more_columns: WithCount,
        /// Of a long table, whose rows are not all read while somebody is asked about its columns.
        first_rows_only: &'static str,
        /// The heading over what comes of the table.
        will_be_read: &'static str,
        /// How many rows there are, what comes of them, and how many of them come to nothing.
        outcome: fn(usize, &[String], usize) -> String,
        /// In the dialog: columns of speakers, by name, are shown in the details where there is no quotation; whether any row may
        /// have one.
        speakers_kept: fn(&str, bool) -> String,
        /// A number of parties.
        parties: WithCount,
        /// A number of series of figures.
        series: WithCount,
        /// Nothing comes of the table.
        nothing: &'static str,
        /// It is being read again.
        reading: &'static str,
        /// The heading over the lanes that come of it.
        preview: &'static str,
        /// For screen readers: the preview, with the number of its lanes and the time that it shows.
        preview_of: fn(usize, &str) -> String,
        /// Under the preview: how many lanes have no room in it.
        more_lanes: WithCount,
        /// Under the number of treaties by status.
        status_follows: &'static str,
        /// Buttons.
        open: Label,
        cancel: Label,
        /// A button beside what a table was read as.
        change: Label,
        /// The name of a table that was pasted.
        pasted: &'static str,
        /// The name of what was read from standard input.
        standard_input: &'static str,
        /// What was pasted is no table.
        no_table_pasted: &'static str,
        /// What is open was pasted or read from standard input, and cannot be read again.
        not_from_a_file: &'static str,
        /// The kinds of files in the file dialog.
        everything_filter: &'static str,
        spreadsheets_filter: &'static str,
        text_tables_filter: &'static str,
        calendars_filter: &'static str,
        json_filter: &'static str,
    }
}
