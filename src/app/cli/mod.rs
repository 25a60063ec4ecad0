//! The command line: its arguments, its help, and the commands that need no window.

mod args;
mod audit;
mod check;
mod cite;
mod convert;
mod diff;
mod language;
mod manual;
mod patch;
mod picture_args;
mod render;
mod state;

pub(super) use args::{CiteFormat, Cli, CliCommand, Format, Table};
pub(super) use check::check;
pub(super) use cite::cite;
pub(super) use convert::convert;
pub(super) use diff::{dataset, diff};
pub(super) use language::{argument_error, command, of_system, take_language};
pub(super) use manual::{completions, manual};
pub(super) use patch::{PatchCommand, patch};
pub(super) use render::render;
pub(super) use state::state;
