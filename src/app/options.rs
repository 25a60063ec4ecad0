//! What the application is started with.

use std::path::PathBuf;

use crate::domain::Moment;
use crate::language::Language;
use crate::session::SystemWishes;

/// What an application is started with.
#[derive(Clone, Debug, Default)]
pub struct AppOptions {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// Neither read nor save the state of other runs.
    pub fresh: bool,
    /// The settings file, unless the run is fresh.
    pub remembers: Option<PathBuf>,
    /// The day of the line across the plot; tests leave it out or set it.
    pub today: Option<Moment>,
    /// The language that the command line asks for.
    pub language: Option<Language>,
    /// The user's preferences in the system, as far as they are known at once.
    pub system: SystemWishes,
    /// This program, by which documents are read in another process with limits of memory and time; without it they
    /// are read in this one.
    pub reader: Option<PathBuf>,
    /// Close after this many frames.
    pub quit_after_frames: Option<u64>,
    /// The folder in which unsaved work is kept while the program runs; without one it is not.
    pub journal: Option<PathBuf>,
}
