//! The tables under the timeline.

use super::text::{Label, WithCount, texts};

texts! {
    /// The tables under the timeline.
    Tables {
        /// A tab.
        treaties_tab: &'static str,
        /// A tab.
        sources_tab: &'static str,
        /// Rows that are shown, of all rows.
        shown_of: fn(usize, usize) -> String,
        /// A menu: which columns are shown.
        columns: Label,
        /// A menu: ways to copy the table.
        copy: &'static str,
        /// An entry of that menu.
        as_csv: Label,
        /// An entry of that menu.
        as_markdown: Label,
        /// An entry of that menu.
        selected_as_csv: Label,
        /// An entry of that menu.
        selected_as_markdown: Label,
        /// In the status bar: how many rows were copied.
        copied: WithCount,
        /// A button: close the table.
        close: Label,
        /// For screen readers: a click on the named heading sorts by it.
        sort_by: fn(&str) -> String,
        /// The heading over dates in EDTF, beside the named column with the dates in words.
        as_edtf: fn(&str) -> String,
        /// For screen readers: the order of the sorted column.
        ascending: &'static str,
        /// The same.
        descending: &'static str,
        /// In place of rows.
        no_rows: &'static str,
        /// Over the title of a source in the details panel.
        source_heading: &'static str,
        /// A link there: open the source's address.
        open_address: &'static str,
        /// A column heading.
        date: &'static str,
        /// A column heading: the treaty of an event or a statement.
        treaty: &'static str,
        /// A column heading.
        event_kind: &'static str,
        /// A column heading: whose act an event was.
        party: &'static str,
        /// A column heading.
        title: &'static str,
        /// A column heading: the number of statements about an event.
        quotes: &'static str,
        /// A column heading and a tab.
        statements: &'static str,
        /// A column heading.
        source: &'static str,
        /// A column heading.
        speaker: &'static str,
        /// A column heading: the role in which a speaker spoke.
        role: &'static str,
        /// A column heading: the country of a speaker.
        country: &'static str,
        /// A column heading: the words of a statement.
        quote: &'static str,
        /// A column heading.
        language: &'static str,
        /// A column heading: the name of a treaty.
        name: &'static str,
        /// A column heading.
        category: &'static str,
        /// A column heading: the number of parties.
        parties: &'static str,
        /// A column heading: the date of signature.
        signed: &'static str,
        /// A column heading: the date of entry into force.
        in_force: &'static str,
        /// A column heading: the legal status today.
        status: &'static str,
        /// A column heading and a tab.
        events: &'static str,
        /// A column heading.
        publisher: &'static str,
        /// A column heading.
        source_kind: &'static str,
        /// A column heading: how often a source is cited.
        cited: &'static str,
        /// A column heading.
        address: &'static str,
    }
}
