//! What a user would miss, one module for each kind of it. One binary, so that egui and wgpu are linked once.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod common;
#[path = "../../benches/workload/mod.rs"]
mod workload;

mod answers;
mod app_flow;
mod architecture;
mod bulk;
mod bulk_clusters;
mod bulk_dates;
mod bundled;
mod calling_off;
mod charts;
mod closing;
mod clusters;
mod command_line;
mod comparing;
mod confirming;
mod confirming_days;
mod counts;
mod documents;
mod exports;
mod extraction;
mod extraction_shapes;
mod filtered;
mod filtering;
mod finding;
mod full_disk;
mod fuzz_short;
mod gestures;
mod law;
mod licences;
mod loaders;
mod matrix;
mod opposites;
mod pages;
mod parties;
mod pdf;
mod pictures;
mod plans;
mod presses;
mod quotes;
mod reading;
mod reloading;
mod russian;
mod russian_files;
mod russian_words;
mod scenes;
mod shortcuts;
mod tables;
mod targets;
mod undoing;
mod unsaved;
mod views;
mod waits;
