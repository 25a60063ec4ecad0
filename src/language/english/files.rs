//! English: opening and saving files, and what is wrong with them.

use crate::diagnostics::{WriteProblem, counted};
use crate::language::files::Files;
use crate::language::text::{grouped, label};

pub(super) const FILES: Files = Files {
    problems: |errors, warnings| match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        (0, w) => counted(w, "warning"),
        (e, 0) => counted(e, "error"),
        (e, w) => format!("{}, {}", counted(e, "error"), counted(w, "warning")),
    },
    not_opened: |file, why| format!("{file} was not opened: {why}"),
    copy_all: label("Copy all", "Copy the list as text"),
    close_problems: label("Close", "Close the list of problems"),
    stays_open: "What was open stays open.",
    open_rest: "Open the rest",
    open_rest_help: |what| format!("Open without the records that have errors: {what}"),
    position: |line, column| format!("line {line}, column {column} · "),
    error: "error",
    warning: "warning",
    not_listed: |n| format!("and {} more, which are not listed", counted(n, "problem")),
    opening: |name| format!("Opening {name}"),
    progress_of: |name| format!("Progress of opening {name}"),
    cancel: label("Cancel", "Stop opening; what is open stays open"),
    bundled: "the bundled dataset",
    open_title: "Open a dataset",
    save_title: "Export a picture",
    datasets_filter: "Datasets (*.json)",
    all_files_filter: "All files",
    changed_on_disk: "changed on disk · Reload",
    gone_from_disk: "moved or deleted on disk",
    opened: |name| format!("{name} opened"),
    cancelled: |name| format!("{name} was not opened: cancelled"),
    problems_copied: "Problems copied",
    nothing_to_reload: "The bundled dataset is part of the program: there is no file to reload",
    only_first: |others| format!("One file is opened at a time; left out: {others}"),
    no_dialog: "This desktop has no file dialog: drop a file on the window or name it on the command line; render writes pictures without a window",
    stray_answer: "Another dataset was opened meanwhile: repeat what you asked about the earlier one",
    exported: |path| format!("{path} written"),
    exported_part: |path| format!("{path} written without the lanes below: export SVG for all of them"),
    not_saved: |path, why| format!("{path} could not be written: {why}"),
    write_problem: write_problem,
};

fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "its folder is not there: choose another".to_owned(),
        WriteProblem::IsFolder => "there is a folder of that name: choose another name".to_owned(),
        WriteProblem::NotAFile => "that name stands for a device or a pipe: choose another name".to_owned(),
        WriteProblem::ReadOnly => {
            "the file is read-only: choose another name, or allow it to be changed".to_owned()
        }
        WriteProblem::FolderReadOnly => "its folder may not be written to: choose one of your own".to_owned(),
        WriteProblem::BadName => "the system does not allow that name: choose a shorter one".to_owned(),
        WriteProblem::Full => "there is no room left: make some, or choose another folder".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("writing broke off; what the file held before is in {copy}: copy it back")
        }
        WriteProblem::BaseGone(base) => format!(
            "{base}, which is open, was moved or deleted: open it where it is now; what is confirmed stays confirmed"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "it would have {} million pixels, of {most} million at most: make it smaller, or choose SVG",
            grouped(*asked as usize, ',')
        ),
        WriteProblem::Other(why) => why.clone(),
    }
}
