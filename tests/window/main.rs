//! The real program in a real window. A binary of its own: it must not share the processor with other tests.
#![cfg(target_os = "linux")]

mod desktop;
mod run;
mod spreadsheet;
