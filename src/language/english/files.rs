//! English: why a file could not be written.

use crate::diagnostics::WriteProblem;
use crate::language::table::grouped;

pub(super) fn write_problem(problem: &WriteProblem) -> String {
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
