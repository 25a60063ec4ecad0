//! Appearance, and what is kept between runs.

use super::text::{WithName, texts};

texts! {
    /// Appearance, and what is kept between runs.
    Settings {
        /// The tooltip of the switch in the top bar.
        to_dark: &'static str,
        /// The tooltip of the switch in the top bar.
        to_light: &'static str,
        /// In the status bar: the size of text in percent.
        text_size: fn(u16) -> String,
        /// In the status bar: a part of the settings could not be read; the argument is the path of a copy.
        partly_restored: WithName,
        /// In the status bar: no settings could be read, and none are kept.
        not_restored: &'static str,
        /// In the status bar, with the reason.
        not_saved: WithName,
        /// In the status bar: neither settings nor unsaved work are kept, with the reason.
        nothing_kept: WithName,
        /// In the status bar: confirmed quotations are not kept for a crash, with the reason.
        unsaved_not_kept: WithName,
    }
}
