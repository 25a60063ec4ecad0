//! English: files that could not be read, written or compared.

use crate::diagnostics::{CompareError, Failure, MemoryShortage, OpenError, WriteProblem};
use crate::language::errors::gigabytes;
use crate::language::text::grouped;

pub(super) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Fault => "the program failed here; please report what you did".to_owned(),
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
        OpenError::Cancelled => "reading was cancelled".to_owned(),
        OpenError::Failed(why) => failure(why),
    }
}

pub(in crate::language) fn open_advice(error: &OpenError) -> &'static str {
    match error {
        OpenError::NotFound => "check the name; the file may have been moved or renamed",
        OpenError::Denied => "ask its owner for permission, or copy it to your own folder",
        OpenError::IsFolder => "choose a file inside it",
        OpenError::IsDevice => "name a file, or let another program write to a pipe",
        OpenError::IsPipe => "write what comes through it to a file first, and open that",
        OpenError::EndlessPipe => "write it to a file first, and name that",
        OpenError::TooLarge => "split the dataset, or leave out what the timeline does not need",
        OpenError::OutOfMemory(_) => "close other programs or split the dataset",
        OpenError::Cancelled | OpenError::Failed(Failure::Fault) => "try again",
        OpenError::Failed(Failure::System(_)) => {
            "try again; if it is on a network drive or a memory stick, copy it first"
        }
    }
}

pub(in crate::language) fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "The folder does not exist. Choose another folder".to_owned(),
        WriteProblem::IsFolder => "A folder has this name. Choose another name".to_owned(),
        WriteProblem::NotAFile => "This is the name of a device or a pipe. Choose another name".to_owned(),
        WriteProblem::ReadOnly => {
            "The file is read-only. Choose another name, or make the file writable".to_owned()
        }
        WriteProblem::FolderReadOnly => "Permission denied. Choose another folder".to_owned(),
        WriteProblem::BadName => "The system does not allow this name. Choose a shorter one".to_owned(),
        WriteProblem::Full => "The disk is full".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("Writing was interrupted. The previous contents are in {copy}; copy them back")
        }
        WriteProblem::BaseGone(base) => format!(
            "The open file {base} was moved or deleted. Open it from where it is now; confirmed quotations are kept"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "It would have {} million pixels, of {most} million at most. Make it smaller, or choose SVG",
            grouped(*asked as usize, ',')
        ),
        WriteProblem::PictureSide(most) => {
            format!("A picture must be between 1 and {} pixels wide and high", grouped(*most as usize, ','))
        }
        WriteProblem::BaseUnreadable(base, error) => format!("{base}: {}", open_error(error)),
        WriteProblem::Other(why) => why.clone(),
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
