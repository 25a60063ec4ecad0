//! A folder of tables, read as the archive that would hold them: whatever opens such an archive opens the folder.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::diagnostics::{Failure, OpenError};
use crate::load::Watch;

use super::input_file::MAX_BYTES;
use super::memory_budget;

/// The extensions of tables.
const EXTENSIONS: [&str; 3] = ["csv", "tsv", "tab"];
/// The description of a data package.
const PACKAGE: &str = "datapackage.json";
/// The table that every dataset in tables has.
const EVENTS: &str = "events";
/// How many folders inside are gone into, one in another: packages keep their tables in `data/`.
const MAX_DEPTH: usize = 2;
/// More files than any dataset in tables has.
const MAX_FILES: usize = 1_000;

/// The files of a folder, packed.
///
/// # Errors
/// [`OpenError::IsFolder`] if there is no table of events in it and no data package, those of the system, and when `watch`
/// cancelled it.
pub(super) fn packed(folder: &Path, watch: &dyn Watch) -> Result<Vec<u8>, OpenError> {
    let mut files = Vec::new();
    collect(folder, MAX_DEPTH, &mut files)?;
    // Whatever order the system lists them in, the same files are the same archive.
    files.sort();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut left = MAX_BYTES;
    if !files.iter().any(|path| is_package(path) || path.file_stem().is_some_and(|stem| stem == EVENTS)) {
        return Err(OpenError::IsFolder);
    }
    for path in files {
        if watch.is_cancelled() {
            return Err(OpenError::Cancelled);
        }
        let len = fs::metadata(&path)?.len();
        left = left.checked_sub(len).ok_or(OpenError::TooLarge)?;
        memory_budget::for_native(MAX_BYTES - left)?;
        let bytes = fs::read(&path)?;
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        writer.start_file(name, options).map_err(|err| failed(&err))?;
        writer.write_all(&bytes)?;
    }
    Ok(writer.finish().map_err(|err| failed(&err))?.into_inner())
}

fn failed(err: &zip::result::ZipError) -> OpenError {
    log::error!("the tables of a folder were not packed: {err}");
    OpenError::Failed(Failure::Fault)
}

/// The tables in a folder and in the folders in it, but for those that are hidden.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), OpenError> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') || files.len() >= MAX_FILES {
            continue;
        }
        // A link may lead round in a circle; the depth ends that.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if metadata.is_dir() {
            if depth > 1 {
                // One that may not be read has no part in it.
                let _skipped = collect(&path, depth - 1, files);
            }
        } else if metadata.is_file() && (is_table(&path) || is_package(&path)) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_package(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == PACKAGE)
}

fn is_table(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_packed_in_the_same_way_each_time_and_one_without_tables_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        assert_eq!(packed(folder.path(), &()), Err(OpenError::IsFolder));
        write("notes.txt", "x");
        write("list.csv", "Date,Event\n");
        write("other.json", "{}");
        assert_eq!(packed(folder.path(), &()), Err(OpenError::IsFolder));
        fs::remove_file(folder.path().join("list.csv")).unwrap();
        write("datapackage.json", "{}");
        fs::create_dir(folder.path().join("data")).unwrap();
        write("data/events.csv", "id\n");
        write(".hidden.csv", "id\n");
        let bytes = packed(folder.path(), &()).unwrap();
        assert_eq!(Ok(bytes.clone()), packed(folder.path(), &()));
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names = archive.file_names().map(|name| name.unwrap().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        assert_eq!(names, ["data/events.csv", "datapackage.json"]);
        assert_eq!(packed(&folder.path().join("gone"), &()), Err(OpenError::NotFound));
    }
}
