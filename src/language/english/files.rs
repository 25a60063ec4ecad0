//! English: opening and saving files, and what is wrong with them.

use crate::language::files::Files;
use crate::language::text::label;

use super::counted;

pub(super) const FILES: Files = Files {
    problems: |errors, warnings| match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        (0, w) => counted(w, "warning"),
        (e, 0) => counted(e, "error"),
        (e, w) => format!("{}, {}", counted(e, "error"), counted(w, "warning")),
    },
    not_opened: |file, why| format!("Could not open {file}: {why}"),
    copy_all: label("Copy all", "Copy the list as text"),
    close_problems: label("Close", "Close the list of problems"),
    stays_open: "Your current dataset stays open",
    open_rest: "Open without the invalid records",
    open_rest_help: |what| format!("Open {what}"),
    position: |line, column| format!("line {line}, column {column} · "),
    error: "error",
    warning: "warning",
    in_line: |line| format!("in line {line}"),
    show_place: label("Show", "Show this place in the file"),
    show_place_at: |position| format!("Show the problem {position}"),
    back_to_problems: label("Back to the list", "Go back to the list of problems"),
    rows_around: |position| format!("Rows around the problem {position}"),
    row_number: "Row",
    no_place: "The file has changed, and no longer has this line",
    place_unreadable: |why| format!("This part of the file cannot be shown: {why}"),
    not_listed: |n| format!("and {} not listed", counted(n, "more problem")),
    opening: |name| format!("Opening {name}"),
    progress_of: |name| format!("Opening {name}, progress"),
    cancel: label("Cancel", "Cancel and keep the current dataset"),
    bundled: "the bundled dataset",
    open_title: "Open a dataset",
    open_folder_title: "Open a folder of tables",
    save_title: "Export a picture",
    save_page_title: "Export a web page",
    save_as_title: "Save as",
    datasets_filter: "Datasets (*.json)",
    all_files_filter: "All files",
    changed_on_disk: "changed on disk · Reload",
    unreadable_on_disk: "cannot be read at the moment · Reload",
    rereading: "reloading…",
    reread: |name| format!("{name} changed on disk and was reloaded"),
    unreadable_now: |why, as_of| match as_of {
        Some(as_of) => {
            format!(
                "The file on disk cannot be read at the moment: {why}; the version from {as_of} is still shown"
            )
        }
        None => format!(
            "The file on disk cannot be read at the moment: {why}; the previous version is still shown"
        ),
    },
    other_columns: "the table has different columns; choose Reload to say what they hold",
    gone_from_disk: "moved or deleted on disk",
    opened: |name| format!("Opened {name}"),
    cancelled: |name| format!("Opening {name} was cancelled"),
    problems_copied: "Problems copied",
    nothing_to_reload: "The bundled dataset is part of the program; there is no file to reload",
    only_first: |others| format!("Only one file can be compared at a time. Not compared: {others}"),
    no_dialog: "No file dialog is available. Drop a file onto the window or pass it on the command line; to export pictures, use `treaty-timeline render`",
    stray_answer: "Another dataset was opened in the meantime. Repeat the command if you still need it",
    exported: |path| format!("Saved {path}"),
    saved_as: |path, losses| match losses {
        Some(losses) => format!("Saved {path}. {losses}"),
        None => format!("Saved {path}"),
    },
    exported_part: |path| format!("Saved {path} without the lowest lanes. Export as SVG to get all lanes"),
    not_saved: |path, why| format!("Could not save {path}: {why}"),
};
