//! The texts of tables of the record.

use super::table::{Counted, Said, texts};

texts! {
    /// What is written at and about tables.
    TableWords {
        treaties_tab: &'static str,
        sources_tab: &'static str,
        shown_of: fn(usize, usize) -> String,
        columns: Said,
        copy: &'static str,
        as_csv: Said,
        as_markdown: Said,
        copied: Counted,
        close: Said,
        sort_by: fn(&str) -> String,
        /// The heading over dates in EDTF, beside the column with the dates in words.
        as_edtf: fn(&str) -> String,
        ascending: &'static str,
        descending: &'static str,
        nothing: &'static str,
        source_heading: &'static str,
        open_address: &'static str,
        date: &'static str,
        treaty: &'static str,
        kind_of_event: &'static str,
        party: &'static str,
        title: &'static str,
        quotes: &'static str,
        statements: &'static str,
        source: &'static str,
        speaker: &'static str,
        role: &'static str,
        country: &'static str,
        quote: &'static str,
        language: &'static str,
        name: &'static str,
        category: &'static str,
        parties: &'static str,
        signed: &'static str,
        in_force: &'static str,
        state: &'static str,
        steps: &'static str,
        publisher: &'static str,
        kind_of_source: &'static str,
        cited: &'static str,
        address: &'static str,
    }
}
