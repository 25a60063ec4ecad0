//! Bytes in, a [`Dataset`] with its diagnostics out.
//!
//! One bad record never makes loading fail as a whole: what can be read is read, and every problem has its place in the
//! file. Whether a dataset with errors replaces the one on screen is not decided here.
//!
//! Architecture Invariant: this room reads text that it is given; it never opens a file and never panics on input.

#![warn(clippy::indexing_slicing, clippy::string_slice, clippy::panic, clippy::expect_used)]

mod acts;
mod archive;
mod assemble;
mod bundled;
mod combine;
mod csv_acts;
mod csv_cells;
mod csv_folder;
mod date_advice;
mod event_fields;
mod fields;
mod foreign_files;
mod foreign_json;
mod formats;
mod intake;
mod integrity;
mod json;
mod json_errors;
mod lanes;
mod large_numbers;
mod long_tables;
mod look_alikes;
mod missing_glyphs;
mod names;
mod native;
mod orphans;
mod own_names;
mod parquet;
mod position;
mod quoted_language;
mod reader;
mod refusal;
mod relations;
mod resolve;
mod series_fields;
mod sheet_text;
mod statement_fields;
mod surrogates;
mod surroundings;
mod syntax;
mod table;
mod text;
mod text_formats;
mod time_flow;
mod title_kinds;
mod treaty_fields;
mod unpacked;
mod words;
mod workbook;
mod zip_entries;

use crate::diagnostics::{Report, Severity, Sink, SourceFile};
use crate::domain::Dataset;
use crate::records::{self, DatasetRecord, OpenTable, ReadOptions};
use intake::Input;

pub use crate::diagnostics::Rule;
pub use bundled::{BUNDLED_NAME, bundled};
pub use combine::{LayerSource, merge_layers};
pub use date_advice::advice as date_advice;
pub use lanes::{
    BulkLoaded, BulkWatch, HEAD_BYTES, NotLineSplittable, is_lanes_file, load_lanes, load_lanes_whole,
};
pub use long_tables::{LongFile, Read, long_file, read, read_unpacked};
pub use surroundings::surroundings;
pub use unpacked::{Unpacked, is_foreign};

pub(crate) use json::{Array, Object, span_in};
pub(crate) use text::{Encoding, decode};

/// The result of reading a file: the value and the problems together.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read; `None` if nothing could, or if loading was cancelled.
    pub dataset: Option<Dataset>,
    /// Every problem, with its place.
    pub report: Report,
    /// The table that it was, and what it was taken for.
    pub table: Option<OpenTable>,
}

/// Observes loading from outside: receives its progress, and may cancel it.
pub trait Watch: Sync {
    /// Receives the share of the work done, from 0 to 1.
    fn reached(&self, share: f32);

    /// Whether to stop as soon as possible.
    fn is_cancelled(&self) -> bool;
}

/// An observer that ignores progress and never cancels: for tests and for the command line.
impl Watch for () {
    fn reached(&self, _share: f32) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Reads a dataset, whatever the format. `name` is used in messages, and its extension tells a table from prose.
pub fn load(name: &str, bytes: Vec<u8>, watch: &dyn Watch) -> Loaded {
    load_with(name, bytes, &ReadOptions::default(), None, watch)
}

/// Reads a dataset and also warns of characters for which `has_glyph`, if given, returns false.
pub fn load_for_print(
    name: &str,
    bytes: Vec<u8>,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn Watch,
) -> Loaded {
    load_with(name, bytes, &ReadOptions::default(), has_glyph, watch)
}

/// Reads a dataset as somebody has said, and also warns of characters for which `has_glyph`, if given, returns false.
pub fn load_with(
    name: &str,
    bytes: Vec<u8>,
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn Watch,
) -> Loaded {
    load_unpacked(name, Unpacked::new(name, bytes, options.sheet), options, has_glyph, watch)
}

/// The same for a file that was unpacked before.
pub fn load_unpacked(
    name: &str,
    unpacked: Unpacked,
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn Watch,
) -> Loaded {
    let mut sink = Sink::default();
    let (input, sheets) = intake::open(unpacked, (options, false), &mut sink);
    records_of(name, (input, sheets), options, has_glyph, sink, watch)
}

/// The records of what was opened.
fn records_of(
    name: &str,
    (input, sheets): (Option<Input>, Vec<String>),
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    mut sink: Sink,
    watch: &dyn Watch,
) -> Loaded {
    let Some(mut input) = input else {
        let file = SourceFile::new(name, String::new());
        return Loaded { dataset: None, report: Report::new(&file, sink), table: None };
    };
    let mut shown = if let Input::Table(file, table) = &mut input {
        let mut open = intake::describe(file, table, options);
        open.sheet = options.sheet.unwrap_or_else(|| intake::position(file, &sheets));
        open.sheets = sheets;
        file.name_columns(open.headers.iter().map(|header| reader::shortened(header)));
        Some(open)
    } else {
        None
    };
    let file = input.file();
    // What is read; messages show what is in the file.
    let mended = match &input {
        Input::Text(file) => surrogates::replace_lone_surrogates(file.text(), &mut sink),
        Input::Table(..) | Input::Long(..) => None,
    }
    .map(|text| SourceFile::new(name, text));
    let dataset = match &input {
        _ if sink.count(Severity::Error) > 0 => None,
        Input::Text(file) => intake::read_text(mended.as_ref().unwrap_or(file), &mut sink, watch),
        Input::Table(file, table) => {
            shown.as_mut().and_then(|open| intake::read_table(file, table, open, &mut sink, watch))
        }
        Input::Long(..) => None,
    };
    if let Some(has_glyph) = has_glyph.filter(|_| dataset.is_some()) {
        missing_glyphs::examine(file.text(), has_glyph, &mut sink);
    }
    Loaded { dataset, report: Report::new(file, sink), table: shown }
}

/// How much memory in bytes reading a dataset of treaties takes by estimate, besides the bytes themselves.
///
/// Memory depends on records more than on bytes: short ones take forty times their length. Both figures were
/// measured, on the bundled dataset repeated many times, on treaties of forty bytes and on events of eighty.
pub fn memory_needed(bytes: &[u8]) -> u64 {
    const PER_RECORD: u64 = 1400;
    let records = memchr::memmem::find_iter(bytes, b"\"id\"").count() as u64;
    bytes.len() as u64 + PER_RECORD * records
}

/// The JSON Schema of the native format, generated from the types that read it.
///
/// # Errors
/// Never in practice: a schema is plain JSON.
pub fn json_schema() -> serde_json::Result<String> {
    let schema = schemars::schema_for!(DatasetRecord);
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}
