//! Writing a file as a whole or not at all: every file that the program writes is written here.
//!
//! The bytes go into a temporary file beside the old one, and replace it once all of them are safe on the disk. The new file
//! has the permissions, owner and attributes of the old one. Where it cannot have them, or where the old one has other hard
//! links, the old one is overwritten, with a backup beside it meanwhile.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;

use crate::diagnostics::{Failure, WriteProblem, printable_line};

use super::file_permissions;

/// The prefix of temporary files; random letters follow.
const PREFIX: &str = ".treaty-timeline-";
/// The suffix of a file that is being written.
const PART: &str = ".part";
/// The suffix of a backup. Only the run that made it removes it.
const BACKUP: &str = ".before";
/// A temporary file older than this was left behind by a run that was ended.
const LEFTOVER_AFTER: Duration = Duration::from_hours(1);
/// Maximum number of files in a folder that are checked for leftovers.
const MAX_LEFTOVERS: usize = 10_000;
/// More links in a row are taken for a circle.
const MAX_LINKS: usize = 40;

/// Writes a file as a whole or not at all. Symbolic links stay: what they lead to is written.
///
/// # Errors
/// Why it could not be written. The old content is still there, unless [`WriteProblem::Spoilt`] says where it is.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let target = target_of(path)?;
    let old = match fs::metadata(&target) {
        Ok(old) => Some(old),
        Err(err) if err.kind() == io::ErrorKind::NotFound => None,
        Err(err) => return Err(write_problem(&err)),
    };
    if let Some(old) = &old {
        may_be_written(&target, old)?;
    }
    if target.file_name().is_none() {
        return Err(WriteProblem::IsFolder);
    }
    if !fits_size_limit(bytes.len() as u64) {
        return Err(WriteProblem::Full);
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if old.as_ref().is_some_and(|old| file_permissions::hard_links(old) > 1) {
        return overwrite(&target, folder, bytes);
    }
    let mut new = temporary_file(folder, PART, old.is_some()).map_err(|err| write_problem(&err))?;
    if let Some(old) = &old
        && !file_permissions::copy_metadata(&target, old, new.as_file())
    {
        return overwrite(&target, folder, bytes);
    }
    new.write_all(bytes).and_then(|()| sync(new.as_file())).map_err(|err| write_problem(&err))?;
    let written = new.persist(&target).map_err(|err| write_problem(&err.error))?;
    // The file is in place; syncing its folder against a power cut is asked for, not required.
    let _synced = File::open(folder).and_then(|folder| folder.sync_all());
    if let Ok(now) = written.metadata().and_then(|written| written.modified()) {
        remove_leftovers(folder, now);
    }
    Ok(())
}

/// The file that a path leads to through links, whether it exists or not.
fn target_of(path: &Path) -> Result<PathBuf, WriteProblem> {
    let mut target = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        if !target.is_symlink() {
            return Ok(target);
        }
        let link = fs::read_link(&target).map_err(|err| write_problem(&err))?;
        target = match target.parent() {
            Some(folder) => folder.join(link),
            None => link,
        };
    }
    Err(WriteProblem::NotAFile)
}

/// Whether a file may be replaced. The permissions of its folder alone do not say: they allow replacing a file that is
/// itself read-only.
fn may_be_written(target: &Path, old: &Metadata) -> Result<(), WriteProblem> {
    if old.is_dir() {
        return Err(WriteProblem::IsFolder);
    }
    if !old.is_file() {
        return Err(WriteProblem::NotAFile);
    }
    if old.permissions().readonly() {
        return Err(WriteProblem::ReadOnly);
    }
    match OpenOptions::new().write(true).open(target) {
        Ok(_) => Ok(()),
        Err(err) if err.kind() == io::ErrorKind::PermissionDenied => Err(WriteProblem::ReadOnly),
        Err(err) => Err(write_problem(&err)),
    }
}

/// Whether this process may write so many bytes to a file (`ulimit -f`).
///
/// Checked beforehand: the system ends a process that exceeds the limit, with everything unsaved in its window.
#[cfg(unix)]
fn fits_size_limit(bytes: u64) -> bool {
    !rlimit::Resource::FSIZE.get_soft().is_ok_and(|most| bytes > most)
}

#[cfg(not(unix))]
fn fits_size_limit(_bytes: u64) -> bool {
    true
}

/// A new file in a folder, removed when it is dropped.
fn temporary_file(folder: &Path, suffix: &str, is_private: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(suffix);
    file_permissions::set_initial_permissions(&mut builder, is_private);
    builder.tempfile_in(folder)
}

/// Overwrites a file that must not be replaced. A backup is kept until the new bytes are safe, and restored if they cannot
/// be written.
fn overwrite(target: &Path, folder: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let failed = |err: io::Error| write_problem(&err);
    let mut old = File::open(target).map_err(failed)?;
    if !fits_size_limit(old.metadata().map_err(failed)?.len()) {
        return Err(WriteProblem::Full);
    }
    let mut backup = temporary_file(folder, BACKUP, true).map_err(failed)?;
    io::copy(&mut old, backup.as_file_mut()).and_then(|_| sync(backup.as_file())).map_err(failed)?;
    let mut file = OpenOptions::new().write(true).open(target).map_err(failed)?;
    let Err(err) = replace_contents(&mut file, &mut &*bytes) else { return Ok(()) };
    let restored = backup.as_file_mut().rewind().and_then(|()| {
        file.rewind()?;
        replace_contents(&mut file, backup.as_file_mut())
    });
    if restored.is_err()
        && let Ok((_, kept)) = backup.keep()
    {
        return Err(WriteProblem::Spoilt(printable_line(&kept.display().to_string())));
    }
    Err(write_problem(&err))
}

/// Replaces everything in a file.
fn replace_contents(file: &mut File, bytes: &mut dyn Read) -> io::Result<()> {
    let length = io::copy(bytes, file)?;
    file.set_len(length)?;
    sync(file)
}

/// Waits until a file is safe on its disk.
fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        // Some network disks do not support it: the bytes are as safe there as they get.
        Err(err) if is_unsupported(&err) => Ok(()),
        result => result,
    }
}

fn is_unsupported(err: &io::Error) -> bool {
    /// `ENOTSUP`, which not every version of the standard library recognises.
    const NOT_SUPPORTED: i32 = if cfg!(target_os = "linux") { 95 } else { 45 };
    matches!(err.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
        || (cfg!(unix) && err.raw_os_error() == Some(NOT_SUPPORTED))
}

/// Removes temporary files of runs that were ended. Ages are measured by the disk's own clock, and recent files are left
/// alone: another window may be writing them.
fn remove_leftovers(folder: &Path, now: SystemTime) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.take(MAX_LEFTOVERS).flatten() {
        let name = entry.file_name();
        let is_own = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(PART));
        let written = || {
            let entry = entry.metadata()?;
            entry.modified()
        };
        let is_old = |written| now.duration_since(written).is_ok_and(|age| age > LEFTOVER_AFTER);
        if is_own && written().is_ok_and(is_old) {
            // A leftover that cannot be removed only takes space.
            let _removed = fs::remove_file(entry.path());
        }
    }
}

/// The problem that a system error means for a file to be written.
pub(super) fn write_problem(err: &io::Error) -> WriteProblem {
    match err.kind() {
        // The last one comes from creating a folder where a file has its name.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            WriteProblem::NoFolder
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => WriteProblem::FolderReadOnly,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            WriteProblem::Full
        }
        io::ErrorKind::IsADirectory => WriteProblem::IsFolder,
        io::ErrorKind::InvalidFilename => WriteProblem::BadName,
        _ => WriteProblem::Failed(Failure::System(err.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        write_file(&file, b"one").unwrap();
        write_file(&file, b"a longer two").unwrap();
        write_file(&file, b"3").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"3");
        assert_eq!(names(folder.path()), ["a.json"]);
        // A name as long as the system allows has no room for a suffix.
        let long = folder.path().join("x".repeat(255));
        write_file(&long, b"long").unwrap();
        assert_eq!(fs::read(&long).unwrap(), b"long");
    }

    #[test]
    fn what_cannot_be_written_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("kept"), "old").unwrap();
        let mut rights = fs::metadata(at("kept")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(at("kept"), rights).unwrap();
        for (path, why) in [
            (at("folder"), WriteProblem::IsFolder),
            (at("nowhere").join("a.json"), WriteProblem::NoFolder),
            (at("kept").join("a.json"), WriteProblem::NoFolder),
            (at("kept"), WriteProblem::ReadOnly),
            (at(&"x".repeat(300)), WriteProblem::BadName),
        ] {
            assert_eq!(write_file(&path, b"new"), Err(why), "{}", path.display());
        }
        assert_eq!(fs::read(at("kept")).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["folder", "kept"]);
    }

    #[test]
    fn what_dead_runs_left_is_removed_and_what_a_live_one_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        write_file(&file, b"one").unwrap();
        let now = fs::metadata(&file).unwrap().modified().unwrap();
        let old = now - 2 * LEFTOVER_AFTER;
        for (name, at) in [
            (".treaty-timeline-dead01.part", old),
            (".treaty-timeline-live01.part", now),
            (".treaty-timeline-kept01.before", old),
            ("a.json.part", old),
            ("a.json.part1", old),
        ] {
            let other = File::create(folder.path().join(name)).unwrap();
            other.set_modified(at).unwrap();
        }
        write_file(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(
            names(folder.path()),
            [
                ".treaty-timeline-kept01.before",
                ".treaty-timeline-live01.part",
                "a.json",
                "a.json.part",
                "a.json.part1",
            ]
        );
    }

    #[test]
    fn disks_that_cannot_wait_do_not_make_a_save_fail() {
        assert!(is_unsupported(&io::Error::from(io::ErrorKind::Unsupported)));
        assert!(!is_unsupported(&io::Error::from(io::ErrorKind::StorageFull)));
        if cfg!(target_os = "linux") {
            assert!(is_unsupported(&io::Error::from_raw_os_error(95)));
            assert_eq!(write_problem(&io::Error::from_raw_os_error(28)), WriteProblem::Full);
            assert_eq!(write_problem(&io::Error::from_raw_os_error(30)), WriteProblem::FolderReadOnly);
        }
    }

    #[cfg(unix)]
    mod on_unix {
        use super::*;
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

        #[test]
        fn rights_stay_and_a_new_file_has_those_of_any_other() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            for mode in [0o600, 0o640, 0o664, 0o755, 0o200] {
                fs::write(at("a"), "old").unwrap();
                fs::set_permissions(at("a"), fs::Permissions::from_mode(mode)).unwrap();
                write_file(&at("a"), b"new").unwrap();
                assert_eq!(fs::metadata(at("a")).unwrap().mode() & 0o7777, mode, "{mode:o}");
            }
            fs::write(at("any"), "").unwrap();
            write_file(&at("new"), b"new").unwrap();
            let mode = |name: &str| fs::metadata(at(name)).unwrap().mode();
            assert_eq!(mode("new"), mode("any"));
        }

        #[test]
        fn links_stay_links_and_what_they_lead_to_is_written() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            fs::create_dir(at("deep")).unwrap();
            fs::write(at("deep/file"), "old").unwrap();
            symlink("deep/file", at("one")).unwrap();
            symlink("one", at("two")).unwrap();
            write_file(&at("two"), b"new").unwrap();
            assert!(at("one").is_symlink() && at("two").is_symlink());
            assert_eq!(fs::read(at("deep/file")).unwrap(), b"new");
            // What a link promises is made.
            symlink("deep/not yet", at("dangling")).unwrap();
            write_file(&at("dangling"), b"made").unwrap();
            assert!(at("dangling").is_symlink());
            assert_eq!(fs::read(at("deep/not yet")).unwrap(), b"made");
            symlink("nowhere/file", at("lost")).unwrap();
            assert_eq!(write_file(&at("lost"), b"x"), Err(WriteProblem::NoFolder));
            symlink("circle", at("circle")).unwrap();
            assert_eq!(write_file(&at("circle"), b"x"), Err(WriteProblem::NotAFile));
            assert_eq!(write_file(Path::new("/dev/null"), b"x"), Err(WriteProblem::NotAFile));
        }

        #[test]
        fn all_names_of_a_file_go_on_with_the_new_bytes() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            fs::write(at("a"), "something old and long").unwrap();
            fs::hard_link(at("a"), at("b")).unwrap();
            let inode = fs::metadata(at("a")).unwrap().ino();
            write_file(&at("b"), b"new").unwrap();
            assert_eq!(fs::read(at("a")).unwrap(), b"new");
            assert_eq!(fs::metadata(at("b")).unwrap().ino(), inode);
            assert_eq!(names(folder.path()), ["a", "b"]);
        }

        #[test]
        fn attributes_stay_where_the_disk_has_them() {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("a");
            fs::write(&file, "old").unwrap();
            if xattr::set(&file, "user.origin", b"somewhere").is_err() {
                return;
            }
            write_file(&file, b"new").unwrap();
            assert_eq!(xattr::get(&file, "user.origin").unwrap().as_deref(), Some(b"somewhere".as_slice()));
        }
    }
}
