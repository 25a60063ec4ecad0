//! Opening and saving files, and what is wrong with them.

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Opening and saving files, and what is wrong with them.
    Files {
        /// A number of errors and of warnings.
        problems: fn(usize, usize) -> String,
        /// The heading over the problems of a file that was refused: its name, and a number of problems.
        not_opened: fn(&str, &str) -> String,
        /// A button: copy the list of problems.
        copy_all: Label,
        /// A button: close the list.
        close_problems: Label,
        /// Under that heading, where a dataset is open.
        stays_open: &'static str,
        /// A button: open the file without the invalid records.
        open_rest: &'static str,
        /// Its tooltip; the argument is what would be opened, in words.
        open_rest_help: WithName,
        /// Before a problem: its line and its column.
        position: fn(usize, usize) -> String,
        /// For screen readers: a problem that is an error.
        error: &'static str,
        /// For screen readers: a problem that is a warning.
        warning: &'static str,
        /// Where a problem is that is on this line.
        in_line: WithCount,
        /// A button beside a problem: look at its place in the file.
        show_place: Label,
        /// What a screen reader calls that button; the argument says where the problem is.
        show_place_at: WithName,
        /// A button over that place.
        back_to_problems: Label,
        /// What a screen reader calls the rows around a problem; the argument says where it is.
        rows_around: WithName,
        /// The heading over the numbers of rows.
        row_number: &'static str,
        /// In the status bar: the file no longer has this place.
        no_place: &'static str,
        /// In the status bar: why the place cannot be shown.
        place_unreadable: WithName,
        /// How many problems the list leaves out.
        not_listed: WithCount,
        /// In the top bar: the named file is being opened.
        opening: WithName,
        /// What a screen reader calls the progress bar of the named file.
        progress_of: WithName,
        /// A button: stop opening a file, or reading a document.
        cancel: Label,
        /// The name of the dataset that comes with the program.
        bundled: &'static str,
        /// The title of the file dialog that opens a dataset.
        open_title: &'static str,
        /// The title of the dialog that opens a folder of tables.
        open_folder_title: &'static str,
        /// The title of the file dialog that exports a picture.
        save_title: &'static str,
        /// The title of the dialog in which a page is saved.
        save_page_title: &'static str,
        /// The title of the file dialog that saves what is shown in another format.
        save_as_title: &'static str,
        /// The kind of file in file dialogs.
        datasets_filter: &'static str,
        /// The kind of file in file dialogs.
        all_files_filter: &'static str,
        /// A button in the status bar: the open file was changed by another program.
        changed_on_disk: &'static str,
        /// In its place: the file cannot be read as it is now, and what was read before is shown.
        unreadable_on_disk: &'static str,
        /// In its place: the file is being read again.
        rereading: &'static str,
        /// In the status bar: the named file changed and was read again.
        reread: WithName,
        /// In the status bar: why the file cannot be read now, and of when the data that is shown is.
        unreadable_now: fn(&str, Option<&str>) -> String,
        /// Such a reason: the table has other columns, and nobody said what they hold.
        other_columns: &'static str,
        /// In the status bar: the open file is gone.
        gone_from_disk: &'static str,
        /// In the status bar: the named file.
        opened: WithName,
        /// In the status bar: the named file.
        cancelled: WithName,
        /// In the status bar.
        problems_copied: &'static str,
        /// In the status bar: the bundled dataset cannot be reloaded.
        nothing_to_reload: &'static str,
        /// In the status bar: several files were dropped; the argument names those that were not opened.
        only_first: WithName,
        /// In the status bar: the system has no file dialog.
        no_dialog: &'static str,
        /// In the status bar: an answer about a dataset that is no longer open was dropped.
        stray_answer: &'static str,
        /// In the status bar: the path of a picture.
        exported: WithName,
        /// In the status bar: the path of a picture that had no room for every lane.
        exported_part: WithName,
        /// In the status bar: the path of a file in another format, and what the format has no room for, in a sentence.
        saved_as: fn(&str, Option<&str>) -> String,
        /// In the status bar: a path, and why it could not be written.
        not_saved: fn(&str, &str) -> String,
    }
}
