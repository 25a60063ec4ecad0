//! English: appearance, and what is kept between runs.

use crate::language::settings::Settings;

pub(super) const SETTINGS: Settings = Settings {
    to_dark: "Switch to dark",
    to_light: "Switch to light",
    text_size: |percent| format!("Text at {percent} %"),
    partly_restored: |copy| {
        format!("Not all that was remembered of earlier runs could be read; a copy of it is kept in {copy}")
    },
    not_restored: "What was remembered of earlier runs could not be read; this run remembers nothing",
    not_saved: |why| format!("Settings and bookmarks are not saved: {why}"),
    nothing_kept: |why| {
        format!(
            "Settings and bookmarks are not saved, and unsaved work is lost if the program crashes: {why}"
        )
    },
    unsaved_not_kept: |why| format!("Confirmed quotations are not kept on disk: {why}; save them soon"),
};
