//! Files that may be tables of many rows: told by their first bytes, read in chunks from disk or from memory.

use std::io;

use crate::diagnostics::{Report, Sink};
use crate::records::{Extent, ReadOptions};

use super::intake::{self, Input};
use super::lanes::{BulkLoaded, BulkWatch};
use super::table::{LongTable, read_long, table_of};
use super::{Loaded, Unpacked, records_of};

/// What was read: records, or the columns of a long table.
#[derive(Debug)]
pub enum Read {
    /// Records.
    Records(Box<Loaded>),
    /// Columns.
    Bulk(Box<BulkLoaded>),
}

/// Reads a dataset as [`super::load_with`] does, and a table of many rows as columns.
pub fn read(
    name: &str,
    bytes: Vec<u8>,
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn BulkWatch,
) -> Read {
    read_unpacked(name, Unpacked::new(name, bytes, options.sheet), options, has_glyph, watch)
}

/// The same for a file that was unpacked before, perhaps by another process.
pub fn read_unpacked(
    name: &str,
    unpacked: Unpacked,
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn BulkWatch,
) -> Read {
    let mut sink = Sink::default();
    let (input, sheets) = intake::open(unpacked, (options, true), &mut sink);
    let (long, text) = match input {
        Some(Input::Long(long, text)) => (*long, text),
        input => {
            let loaded = records_of(name, (input, sheets), options, has_glyph, sink, watch);
            return Read::Records(Box::new(loaded));
        }
    };
    let sheet = long.file.grid().sheet.clone();
    let is_1904 = long.table.is_1904;
    let mut long = LongFile(long);
    long.0.open.sheet = options.sheet.unwrap_or_else(|| intake::position(&long.0.file, &sheets));
    long.0.open.sheets.clone_from(&sheets);
    // Reading from memory does not fail.
    if let Ok(Some(mut loaded)) = long.load(&mut text.as_bytes(), text.len() as u64, options, watch) {
        let of_file = Report::new(&crate::diagnostics::SourceFile::new(name, String::new()), sink);
        loaded.report.warnings += of_file.warnings;
        loaded.report.errors += of_file.errors;
        loaded.report.problems.splice(0..0, of_file.problems);
        Read::Bulk(Box::new(loaded))
    } else {
        let (file, mut table) = table_of(name, text, sheet.as_deref());
        table.is_1904 = is_1904;
        let input = Some(Input::Table(file, table));
        Read::Records(Box::new(records_of(name, (input, sheets), options, has_glyph, sink, watch)))
    }
}

/// A file that is a table of many rows, judged by its beginning.
pub struct LongFile(LongTable);

/// Whether a file of `len` bytes that begins with `head` is a table of many rows, in UTF-8 and not packed.
pub fn long_file(name: &str, head: &[u8], len: u64, options: &ReadOptions) -> Option<LongFile> {
    intake::long_table_of_bytes(name, head, len, options).map(LongFile)
}

impl LongFile {
    /// Reads the file from its first byte. `None` if it must be read as a whole.
    ///
    /// # Errors
    /// If the reader fails.
    pub fn load(
        self,
        reader: &mut dyn io::Read,
        len: u64,
        options: &ReadOptions,
        watch: &dyn BulkWatch,
    ) -> io::Result<Option<BulkLoaded>> {
        let is_first_only = match options.extent {
            Extent::Whole => false,
            Extent::UntilAsked => !self.0.open.is_certain,
            Extent::FirstRows => true,
        };
        read_long(self.0, reader, len, is_first_only, watch)
    }
}
