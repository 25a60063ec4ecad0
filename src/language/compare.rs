//! A comparison with another dataset: the panel that lists it, and what differs, line by line.

use crate::compare::{ChangeCounts, Table};

use super::text::{Label, WithName, texts};

texts! {
    /// A comparison with another dataset.
    Compare {
        /// The heading over the list: the name of the earlier file, and a summary.
        title: fn(&str, &str) -> String,
        /// The title of the file dialog.
        pick_title: &'static str,
        /// A button: close the comparison.
        close: Label,
        /// A button: copy the list.
        copy: Label,
        /// In the status bar.
        copied: &'static str,
        /// In the status bar: the named file, and why it was not compared.
        not_compared: fn(&str, &str) -> String,
    }
}

texts! {
    /// What is written of the differences between two datasets.
    ComparisonWords {
        /// How much differs, if anything does.
        summary: fn(ChangeCounts) -> String,
        /// An item of a table, in a word.
        item: fn(Table) -> &'static str,
        /// Behind an item that had another id.
        renamed_from: WithName,
        /// A field that has no name of its own in the data file.
        field: fn(&'static str) -> &'static str,
        quoted: WithName,
        /// In place of a text that is empty.
        nothing: &'static str,
    }
}
