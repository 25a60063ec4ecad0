//! English: appearance, and what is kept between runs.

use crate::language::settings::Settings;

pub(super) const SETTINGS: Settings = Settings {
    to_dark: "Switch to dark",
    to_light: "Switch to light",
    text_size: |percent| format!("Text size: {percent}%"),
    partly_restored: |copy| format!("Some saved settings could not be read. A copy is kept in {copy}"),
    not_restored: "Saved settings could not be read. Settings are not saved in this session",
    not_saved: |why| format!("Settings and bookmarks could not be saved: {why}"),
    nothing_kept: |why| {
        format!(
            "Settings and bookmarks are not saved, and unsaved work is lost if the program crashes: {why}"
        )
    },
    unsaved_not_kept: |why| format!("Confirmed quotations are not kept on disk: {why}. Save them soon"),
};
