//! The application: window, disk, threads, dialogs, clock and command line, around a
//! [`Session`](crate::session::Session) that knows none of them.

pub mod dialogs;

mod answer;
mod application;
mod atomic_file;
mod bench_window;
mod browser;
mod chosen_picture;
mod cli;
mod clock;
mod data_export;
mod disk_watch;
mod documents;
mod dropped_files;
mod edit_job;
mod edit_jobs;
mod editing_effects;
mod effects;
mod event_image;
mod export_jobs;
mod file_dialog;
mod file_permissions;
mod files;
mod folder;
mod image_files;
mod input_file;
mod jobs;
mod journal;
mod limited_process;
mod load_job;
mod memory_budget;
mod merge_layers;
mod options;
mod panic_guard;
mod pasted_rows;
mod persistence;
mod picture_effects;
mod picture_export;
mod picture_options;
mod problem_position_job;
mod reader_process;
mod reopen_files;
mod requested_view;
mod reread_job;
mod run;
mod save;
mod settings_file;
mod system;
mod web_page_export;
mod window_position;

pub use application::App;
pub use clock::today;
pub use options::AppOptions;
pub use run::main;

use crate::document::fingerprint;
use crate::load::{BUNDLED_NAME, bundled, load};
use crate::session::{Sha256, World};

/// The bundled dataset. `tests/it/bundled.rs` checks that it has no errors.
pub fn bundled_world() -> World {
    let loaded = load(BUNDLED_NAME, bundled(), &());
    let dataset = loaded
        .dataset
        .unwrap_or_else(|| crate::domain::Dataset::build(crate::domain::DatasetTables::default()));
    let mut world = World::new(dataset, loaded.report, BUNDLED_NAME.to_owned(), None);
    world.sha256 = Some(Sha256::new(Box::new(|| fingerprint(&bundled()))));
    world
}
