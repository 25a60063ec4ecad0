//! A comparison with another dataset.

use super::text::{Label, texts};

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
