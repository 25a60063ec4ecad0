//! The settings file: where it is, how it is read, and how it is written without losing what another window has written.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::diagnostics::{Failure, WriteProblem, shown_path};
use crate::session::Settings;

use super::atomic_file::{write_file, write_problem};

/// The program's folder in the user's folder for application data.
const FOLDER: &str = "treaty-timeline";
const NAME: &str = "settings.json";
/// The lock file beside it, held while it is written.
const LOCK_NAME: &str = "settings.lock";
/// How often the lock is tried before the settings are written without it.
const LOCK_TRIES: usize = 50;
const LOCK_RETRY_AFTER: Duration = Duration::from_millis(10);
/// The file of early versions, and the key of the settings in it.
const OLD_NAME: &str = "app.ron";
const OLD_KEY: &str = "settings";
/// Maximum size of a file that is read: the settings of forty datasets take a hundredth of it.
const MAX_BYTES: u64 = 16 << 20;
/// How many copies of files that could not be read are kept beside the settings.
const MAX_COPIES: usize = 9;

/// What was read from a settings file.
#[derive(Debug, PartialEq)]
pub(super) enum StoredSettings {
    /// Nothing: there is no such file, or it is empty.
    Nothing,
    /// Everything in it was understood.
    Whole(Box<Settings>),
    /// Only a part was understood.
    Part(Box<Settings>),
}

/// This user's settings file; `None` where the system has no folder for it.
pub(super) fn path() -> Option<PathBuf> {
    folder().map(|folder| folder.join(NAME))
}

/// The folder in which the program keeps this user's files, whether it exists or not.
pub(super) fn folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    // An empty home would be whatever folder the program is started in.
    let home = || std::env::home_dir().filter(|home| home.is_absolute());
    let folder = if cfg!(windows) {
        named("APPDATA")?.join(FOLDER).join("data")
    } else if cfg!(target_os = "macos") {
        home()?.join("Library/Application Support").join(FOLDER)
    } else {
        let own = || home().map(|home| home.join(".local/share"));
        named("XDG_DATA_HOME").or_else(own)?.join(FOLDER)
    };
    Some(folder)
}

/// Reads the settings, if need be from the file of an older version beside it.
pub(super) fn read(file: &Path) -> StoredSettings {
    let Some(bytes) = bytes(file) else {
        return match bytes(&file.with_file_name(OLD_NAME)) {
            Some(old) => understood(&of_old(&old).unwrap_or_default()),
            None => StoredSettings::Nothing,
        };
    };
    understood(&String::from_utf8_lossy(&bytes))
}

fn understood(text: &str) -> StoredSettings {
    match Settings::read(text) {
        _ if text.trim().is_empty() => StoredSettings::Nothing,
        Some((settings, true)) => StoredSettings::Whole(Box::new(settings)),
        Some((settings, false)) => StoredSettings::Part(Box::new(settings)),
        None => StoredSettings::Part(Box::default()),
    }
}

/// The bytes of a file; `None` where there is none to be read.
fn bytes(file: &Path) -> Option<Vec<u8>> {
    let metadata = std::fs::metadata(file).ok()?;
    // A device or a pipe could be read for ever.
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return None;
    }
    std::fs::read(file).map_err(|err| log::warn!("{} could not be read: {err}", file.display())).ok()
}

/// The settings in the file of an older version.
fn of_old(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut all: BTreeMap<String, String> = ron::from_str(text).ok()?;
    all.remove(OLD_KEY)
}

/// Keeps a copy of a file that was not fully understood; returns the name of the copy.
pub(super) fn set_aside(file: &Path) -> Option<String> {
    let bytes = bytes(file).or_else(|| bytes_of_old(file))?;
    let name = |number: usize| format!("settings.aside-{number}.json");
    let numbers = || 1..=MAX_COPIES;
    let known =
        numbers().find(|&number| self::bytes(&file.with_file_name(name(number))).as_ref() == Some(&bytes));
    let number = known.or_else(|| numbers().find(|&number| !file.with_file_name(name(number)).exists()));
    let copy = file.with_file_name(name(number.unwrap_or(MAX_COPIES)));
    if known.is_none() {
        write_file(&copy, &bytes)
            .map_err(|why| log::error!("{} was not written: {why:?}", copy.display()))
            .ok()?;
    }
    Some(shown_path(&copy))
}

fn bytes_of_old(file: &Path) -> Option<Vec<u8>> {
    bytes(&file.with_file_name(OLD_NAME))
}

/// Writes `ours`, merged with what other windows have written since this one read or wrote `before`.
///
/// # Errors
/// Why it could not be written; the file is then as it was.
pub(super) fn write(file: &Path, before: &Settings, ours: &Settings) -> Result<(), WriteProblem> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|err| write_problem(&err))?;
    }
    // Held while reading and writing, so that two windows write one after the other.
    let _lock = lock(file);
    let merged = match read(file) {
        StoredSettings::Whole(theirs) | StoredSettings::Part(theirs) => ours.merged(before, &theirs),
        StoredSettings::Nothing => ours.clone(),
    };
    let text = serde_json::to_string_pretty(&merged)
        .map_err(|err| WriteProblem::Failed(Failure::System(err.to_string())))?;
    write_file(file, text.as_bytes())
}

/// Keeps other windows from writing as long as it is held; `None` where it cannot be had soon, or the disk has no locks.
///
/// The settings are then written all the same: losing all of them is worse than losing what another window wrote at that
/// moment.
fn lock(file: &Path) -> Option<File> {
    let lock = File::options().create(true).append(true).open(file.with_file_name(LOCK_NAME)).ok()?;
    for _ in 0..LOCK_TRIES {
        match lock.try_lock() {
            Ok(()) => return Some(lock),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_RETRY_AFTER),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    log::warn!("{} is held by another window for long", file.with_file_name(LOCK_NAME).display());
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::SavedView;

    fn of(file: &str) -> Settings {
        Settings { last_file: Some(file.into()), ..Settings::default() }
    }

    #[test]
    fn what_one_window_writes_stays_when_another_writes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new folder").join(NAME);
        assert_eq!(read(&file), StoredSettings::Nothing);
        let place = |name: &str| SavedView { file: Some(name.into()), span: 1.0, ..SavedView::default() };
        let nothing = Settings::default();
        let (mut one, mut two) = (of("a"), of("b"));
        one.views = vec![place("a")];
        two.views = vec![place("b")];
        write(&file, &nothing, &one).unwrap();
        write(&file, &nothing, &two).unwrap();
        let StoredSettings::Whole(all) = read(&file) else { panic!("it is written and read") };
        assert_eq!(all.last_file, Some("b".into()));
        assert_eq!(all.views, [place("b"), place("a")]);
    }

    #[test]
    fn what_two_windows_write_in_the_same_instant_is_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        let rounds = 8;
        let together = std::sync::Barrier::new(2);
        std::thread::scope(|scope| {
            for window in ["one", "two"] {
                let (file, together) = (&file, &together);
                scope.spawn(move || {
                    for round in 0..rounds {
                        let name = format!("{window} {round}");
                        let place = SavedView { file: Some(name.into()), ..SavedView::default() };
                        let ours = Settings { views: vec![place], ..Settings::default() };
                        together.wait();
                        write(file, &Settings::default(), &ours).unwrap();
                    }
                });
            }
        });
        let StoredSettings::Whole(all) = read(&file) else { panic!("it is written and read") };
        assert_eq!(all.views.len(), 2 * rounds);
    }

    #[test]
    fn a_window_that_hangs_while_it_writes_keeps_no_other_from_writing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        let hangs = lock(&file).unwrap();
        write(&file, &Settings::default(), &of("a")).unwrap();
        let StoredSettings::Whole(settings) = read(&file) else { panic!("it is written and read") };
        assert_eq!(settings.last_file, Some("a".into()));
        drop(hangs);
    }

    #[test]
    fn what_is_not_understood_is_kept_beside_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        std::fs::write(&file, "{ \"theme\": 7").unwrap();
        assert_eq!(read(&file), StoredSettings::Part(Box::default()));
        let copy = set_aside(&file).unwrap();
        assert_eq!(std::fs::read_to_string(&copy).unwrap(), "{ \"theme\": 7");
        assert_eq!(set_aside(&file), Some(copy.clone()), "the same is kept once");
        std::fs::write(&file, "{ \"theme\": 8").unwrap();
        assert_ne!(set_aside(&file), Some(copy));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_an_older_version_remembered_is_read_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        let old = r#"{
    "egui": "(options:(zoom_factor:0.0))",
    "settings": "{\"last_file\":\"/home/a \\\"b\\\".json\",\"wheel_zooms\":true}",
}"#;
        std::fs::write(folder.path().join(OLD_NAME), old).unwrap();
        let StoredSettings::Whole(settings) = read(&file) else { panic!("the old one is read") };
        assert_eq!(settings.last_file, Some("/home/a \"b\".json".into()));
        assert!(settings.preferences.wheel_zooms);
        write(&file, &settings, &of("new")).unwrap();
        let StoredSettings::Whole(settings) = read(&file) else { panic!("the new one is read") };
        assert_eq!(settings.last_file, Some("new".into()));
        // Whatever else lies there is no reason not to start.
        std::fs::remove_file(&file).unwrap();
        std::fs::write(folder.path().join(OLD_NAME), "(((((").unwrap();
        assert_eq!(read(&file), StoredSettings::Nothing);
        std::fs::create_dir(&file).unwrap();
        assert_eq!(read(&file), StoredSettings::Nothing);
    }
}
