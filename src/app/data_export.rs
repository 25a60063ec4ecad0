//! A dataset in another format, on its way to the disk: whole or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::diagnostics::WriteProblem;
use crate::records::DataFormat;
use crate::save::Output;

use super::atomic_file::{write_file, write_problem};

/// Writes what was made of a dataset. Tables go to a folder, or to an archive where the path says `.zip`.
///
/// # Errors
/// Why nothing was written.
pub(super) fn to_disk(path: &Path, format: DataFormat, output: Output) -> Result<(), WriteProblem> {
    let is_archive =
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(format.extension()));
    match output {
        Output::Folder(files) if !is_archive => write_folder(path, &files),
        output => write_file(path, &output.into_file()?),
    }
}

/// Writes a folder that was not there: beside its place, and renamed when all its files are safe.
fn write_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteProblem> {
    match fs::symlink_metadata(path) {
        Ok(old) if old.is_dir() => return Err(WriteProblem::IsFolder),
        Ok(_) => return Err(WriteProblem::NoFolder),
        Err(_) => {}
    }
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let failed = |err: std::io::Error| write_problem(&err);
    let beside = tempfile::Builder::new().prefix(".treaty-timeline-").tempdir_in(parent).map_err(failed)?;
    // A folder inside, since a temporary one is for its owner only.
    let made = beside.path().join("tables");
    fs::create_dir(&made).map_err(failed)?;
    for (name, bytes) in files {
        let mut file = fs::File::create(made.join(name)).map_err(failed)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    fs::rename(&made, path).map_err(failed)?;
    // What cannot be removed only takes space.
    let _removed = beside.close();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Output {
        Output::Folder(vec![("events.csv".to_owned(), b"id\r\n".to_vec())])
    }

    #[test]
    fn tables_become_a_folder_or_an_archive_and_a_folder_that_is_there_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        to_disk(&at("out"), DataFormat::CsvTables, tables()).unwrap();
        assert_eq!(fs::read(at("out").join("events.csv")).unwrap(), b"id\r\n");
        let again = to_disk(&at("out"), DataFormat::CsvTables, tables());
        assert_eq!(again, Err(WriteProblem::IsFolder));
        to_disk(&at("out.ZIP"), DataFormat::CsvTables, tables()).unwrap();
        assert!(fs::read(at("out.ZIP")).unwrap().starts_with(b"PK"));
        let nowhere = to_disk(&at("no").join("out"), DataFormat::CsvTables, tables());
        assert_eq!(nowhere, Err(WriteProblem::NoFolder));
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "nothing is left beside them");
    }
}
