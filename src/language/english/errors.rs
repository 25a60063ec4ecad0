//! English: files that could not be read, written or compared.

use crate::diagnostics::{CompareError, EndedBy, Failure, MemoryShortage, OpenError, WriteProblem};
use crate::language::Language;
use crate::language::errors::gigabytes;
use crate::language::text::grouped;

use super::counted;

pub(super) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Fault => "something went wrong in the program; please report what you were doing".to_owned(),
        Failure::System(why) => format!("the system reports “{why}”"),
    }
}

pub(in crate::language) fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::NotFound => "there is no such file".to_owned(),
        OpenError::Denied => "you do not have permission to read this file".to_owned(),
        OpenError::IsFolder => "this is a folder, not a file".to_owned(),
        OpenError::IsDevice => "this is a device, not a file".to_owned(),
        OpenError::IsPipe => "this is a pipe, not a file".to_owned(),
        OpenError::EndlessPipe => "the pipe delivers more than 256 MiB, perhaps without end".to_owned(),
        OpenError::TooLarge => "the file is larger than 2 GiB".to_owned(),
        OpenError::OutOfMemory(None) => "there is not enough memory to read the file".to_owned(),
        OpenError::OutOfMemory(Some(MemoryShortage { needed, available })) => format!(
            "needs about {} GB of memory; {} GB available",
            gigabytes(*needed, "."),
            gigabytes(*available, ".")
        ),
        OpenError::Ended(by) => match by {
            EndedBy::Memory => "reading the file needs more than 2 GB of memory; it may be damaged",
            EndedBy::Time => "reading the file takes longer than a minute; it may be damaged",
            EndedBy::Fault => "reading the file was interrupted; it may be damaged",
        }
        .to_owned(),
        OpenError::Cancelled => "reading was cancelled".to_owned(),
        OpenError::Failed(why) => failure(why),
    }
}

pub(in crate::language) fn open_advice(error: &OpenError) -> &'static str {
    match error {
        OpenError::NotFound => "check the name; the file may have been moved or renamed",
        OpenError::Denied => "ask its owner for permission, or copy it to your own folder",
        OpenError::IsFolder => "choose a file inside it, or a folder of tables with `events.csv`",
        OpenError::IsDevice => "give a file, or pipe the data in from another program",
        OpenError::IsPipe => "save its output to a file first, and open that file",
        OpenError::EndlessPipe => "save its output to a file first, and give that file",
        OpenError::TooLarge => "split the dataset, or leave out what the timeline does not need",
        OpenError::OutOfMemory(_) => "close other programs or split the dataset",
        OpenError::Ended(_) => {
            "save the table as CSV in a spreadsheet program, or unpack the archive, and open the result"
        }
        OpenError::Cancelled | OpenError::Failed(Failure::Fault) => "try again",
        OpenError::Failed(Failure::System(_)) => {
            "try again; if it is on a network drive or a memory stick, copy it first"
        }
    }
}

pub(in crate::language) fn settings_problem(problem: &WriteProblem, folder: Option<&str>) -> String {
    match (problem, folder) {
        (WriteProblem::NoFolder, None) => "this user has no home folder".to_owned(),
        (WriteProblem::NoFolder | WriteProblem::FolderReadOnly, Some(folder)) => {
            format!("{folder} cannot be written to; allow it and start the program again")
        }
        (WriteProblem::Full, Some(folder)) => {
            format!("the disk with {folder} is full; delete what you do not need there")
        }
        _ => write_problem(problem),
    }
}

pub(in crate::language) fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "the folder does not exist; choose another folder".to_owned(),
        WriteProblem::IsFolder => "a folder has this name; choose another name".to_owned(),
        WriteProblem::NotAFile => "this is the name of a device or a pipe; choose another name".to_owned(),
        WriteProblem::ReadOnly => {
            "the file is read-only; choose another name, or make the file writable".to_owned()
        }
        WriteProblem::FolderReadOnly => "permission denied; choose another folder".to_owned(),
        WriteProblem::BadName => "the system does not allow this name; choose a shorter one".to_owned(),
        WriteProblem::Full => "the disk is full".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("writing was interrupted; the previous contents are in {copy}, copy them back")
        }
        WriteProblem::BaseGone(base) => format!(
            "the open file {base} was moved or deleted; open it from its new location; confirmed quotations are kept"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "the picture would have {} million pixels; the limit is {most} million; make it smaller, or choose SVG",
            grouped(*asked as usize, ',')
        ),
        WriteProblem::PictureSide(most) => {
            format!("a picture must be between 1 and {} pixels wide and high", grouped(*most as usize, ','))
        }
        WriteProblem::NoLanes => {
            "there is no lane to draw; choose other lanes, or clear the filter".to_owned()
        }
        WriteProblem::NoBookmarks => "there are no bookmarks; press M in the window to add one".to_owned(),
        WriteProblem::PageTooSmall(rows) => format!(
            "the page is too small for {}; choose larger paper, or several pages",
            counted(*rows, "row")
        ),
        WriteProblem::TooManyPages(pages, most) => format!(
            "there would be {} pages; the limit is {}; choose larger paper, or fewer lanes",
            grouped(*pages, ','),
            grouped(*most, ',')
        ),
        WriteProblem::Cancelled => "cancelled".to_owned(),
        WriteProblem::BaseUnreadable(base, error) => format!("{base}: {}", open_error(error)),
        WriteProblem::Faulty(problem) => problem.message(Language::English),
        WriteProblem::Failed(why) => failure(why),
    }
}

pub(in crate::language) fn compare_error(error: &CompareError) -> String {
    match error {
        CompareError::Open(error) => open_error(error),
        CompareError::HasErrors(_) => "the file has errors; open it to see them".to_owned(),
        CompareError::Bulk => {
            "the file holds plain lanes; only datasets of treaties can be compared".to_owned()
        }
        CompareError::OpenIsBulk => {
            "the open file holds plain lanes; only datasets of treaties can be compared".to_owned()
        }
        CompareError::Failed(why) => failure(why),
    }
}
