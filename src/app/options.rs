//! The options that the application is started with.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::Moment;
use crate::language::Language;
use crate::session::{SystemPreferences, ViewArguments};

/// How to start an application; by default with nothing of this user's.
#[derive(Clone, Debug, Default)]
pub struct AppOptions {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// The files to add to it.
    pub more_files: Vec<PathBuf>,
    /// What was read from standard input, to open in place of a file.
    pub standard_input: Option<Arc<[u8]>>,
    /// What to show of it.
    pub view: ViewArguments,
    /// Neither read nor save settings.
    pub fresh: bool,
    /// The settings file, unless the run is fresh.
    pub settings_file: Option<PathBuf>,
    /// The date of the line across the plot; tests leave it out or set it.
    pub today: Option<Moment>,
    /// The language from the command line, if given there.
    pub language: Option<Language>,
    /// The user's preferences in the system, as far as they are known at once.
    pub system: SystemPreferences,
    /// This program, started again to read documents, workbooks and archives with limits of memory and time; without it
    /// they are read in this process.
    pub reader_program: Option<PathBuf>,
    /// Close after this many frames.
    pub quit_after_frames: Option<u64>,
    /// The folder for unsaved work while the program runs; without one it is not kept.
    pub journal: Option<PathBuf>,
}
