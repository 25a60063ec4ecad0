//! Reads a file again to show where one of its problems is.

use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::load::surroundings;
use crate::records::ReadOptions;
use crate::session::{PositionRead, TableOrigin};

use super::files::{bytes_at, shown};
use super::input_file::refuse_pipe;
use super::reader_process::ReaderProgram;

/// What stands around a problem in the file from which it was reported.
pub(super) fn read_problem_position(
    origin: &TableOrigin,
    options: &ReadOptions,
    problem: &Diagnostic,
    reader: &ReaderProgram,
) -> PositionRead {
    let (name, bytes) = match origin {
        TableOrigin::File(path) => {
            let path: &Path = path;
            refuse_pipe(path)?;
            (shown(path), bytes_at(path, &())?)
        }
        TableOrigin::Memory(name, bytes) => (name.clone(), bytes.to_vec()),
    };
    let unpacked = reader.unpack(&name, bytes, options.sheet, &())?;
    Ok(surroundings(unpacked, options, problem))
}
