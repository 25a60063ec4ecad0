//! Files of any format on their way in: unpacked already, decoded here, and given to the reader of their kind.

use crate::diagnostics::{FileKind, Rule, Sink, SourceFile, TableProblem};
use crate::domain::Dataset;
use crate::records::{OpenTable, ReadOptions};

use super::assemble::assemble;
use super::foreign_files;
use super::formats;
use super::reader::{Reader, shortened};
use super::table::{self, Guess, LongTable, Table};
use super::text;
use super::time_flow;
use super::title_kinds::type_by_titles;
use super::unpacked::{Content, Unpacked};
use super::{Watch, native};

/// A file as text, and as a table if it is one.
pub(super) enum Input {
    Text(SourceFile),
    Table(SourceFile, Table),
    /// A table of many rows, with its text.
    Long(Box<LongTable>, String),
}

impl Input {
    pub(super) fn file(&self) -> &SourceFile {
        match self {
            Self::Text(file) | Self::Table(file, _) => file,
            Self::Long(long, _) => &long.file,
        }
    }
}

/// What a file is, and the names of the sheets of a workbook; `None` if it cannot be read, which is reported. A table of many
/// rows is given as such if the caller takes it.
pub(super) fn open(
    mut unpacked: Unpacked,
    (options, takes_long): (&ReadOptions, bool),
    sink: &mut Sink,
) -> (Option<Input>, Vec<String>) {
    unpacked.report_left(sink);
    let Unpacked { name, content, bytes, .. } = unpacked;
    let name = name.as_str();
    let plain = |text: String| Input::Text(SourceFile::new(name, text));
    let as_table = |text: String| as_table(name, text, None, (options, takes_long));
    match content {
        Content::Refused(why) => {
            why.report(sink);
            (None, Vec::new())
        }
        Content::Native => (Some(plain(as_text(bytes))), Vec::new()),
        Content::Table => (Some(as_table(as_text(bytes))), Vec::new()),
        Content::Sheet(sheet) => {
            let others = sheet.names.iter().filter(|name| **name != sheet.name && !is_unnamed(name));
            let others: Vec<String> = others.map(|name| shortened(name)).collect();
            if options.sheet.is_none() && !others.is_empty() {
                let problem = TableProblem::OtherSheets(shortened(&sheet.name), others);
                sink.push(Rule::RowLeftOut.breach(None, problem));
            }
            let of_workbook = Some((sheet.name.as_str(), sheet.is_1904));
            let table = self::as_table(name, as_text(bytes), of_workbook, (options, takes_long));
            (Some(table), sheet.names)
        }
        Content::Plain => {
            if let Some(kind) = foreign_files::of_bytes(&bytes) {
                foreign_files::report(kind, sink);
                return (None, Vec::new());
            }
            if let Some(json) = formats::aeon::json_in(name, &bytes) {
                return (Some(plain(json)), Vec::new());
            }
            // Spreadsheets outside of English write tables in the encoding of their country; nothing else comes so.
            if let Some((text, encoding)) = text::in_other_encoding(&bytes)
                && (options.is_table || is_table(name, &text))
            {
                sink.push(Rule::OtherEncoding.breach(None, TableProblem::Encoding(encoding)));
                return (Some(as_table(text)), Vec::new());
            }
            let text = text::decode(bytes, sink);
            if let Some(table) = time_flow::table(&text) {
                return (Some(as_table(table)), Vec::new());
            }
            let is_table = options.is_table || is_table(name, &text);
            (Some(if is_table { as_table(text) } else { plain(text) }), Vec::new())
        }
    }
}

/// Whether a sheet has the name that a new workbook gives it: most of them are empty.
fn is_unnamed(name: &str) -> bool {
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() < name.len() && ["Sheet", "Лист", "Feuil", "Tabelle", "Hoja"].contains(&word.trim_end())
}

/// What was made as text and went through another process as bytes.
fn as_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text as a table; of a sheet of a workbook with its name, and whether days are counted from 1904.
fn as_table(
    name: &str,
    text: String,
    sheet: Option<(&str, bool)>,
    (options, takes_long): (&ReadOptions, bool),
) -> Input {
    let len = text.len() as u64;
    if takes_long && let Some(long) = long_table(name, &text, len, sheet, options) {
        return Input::Long(Box::new(long), text);
    }
    let (file, mut table) = table::table_of(name, text, sheet.map(|(sheet, _)| sheet));
    table.is_1904 = sheet.is_some_and(|(_, is_1904)| is_1904);
    Input::Table(file, table)
}

/// How much of a table is looked at to find out whether it is long, in bytes.
const SAMPLE: usize = 1 << 16;
/// Shorter texts have not so many rows, in bytes.
const MIN_LONG: u64 = 1 << 18;

/// A table of `len` bytes that begins so, if it has many rows that can be read as columns.
pub(super) fn long_table(
    name: &str,
    beginning: &str,
    len: u64,
    sheet: Option<(&str, bool)>,
    options: &ReadOptions,
) -> Option<LongTable> {
    if len < MIN_LONG {
        return None;
    }
    let cut = (0..=SAMPLE.min(beginning.len())).rev().find(|&end| beginning.is_char_boundary(end))?;
    let sample = beginning.get(..cut)?;
    let whole_rows = sample.rfind(['\n', '\r'])? + 1;
    let sample = sample.get(..whole_rows)?.trim_start_matches('\u{feff}').to_owned();
    let sample_len = sample.len().max(1) as u64;
    let (mut file, mut table) = table::table_of(name, sample, sheet.map(|(sheet, _)| sheet));
    table.is_1904 = sheet.is_some_and(|(_, is_1904)| is_1904);
    let rows = (table.rows() as u64).saturating_mul(len) / sample_len;
    if !table::is_long(rows, table.width()) || formats::is_sheet(&table) {
        return None;
    }
    let open = describe(&file, &table, options);
    if !table::suits(&table, &open.mapping) {
        return None;
    }
    file.name_columns(open.headers.iter().map(|header| shortened(header)));
    Some(LongTable { file, table, open })
}

/// The same for a file that begins with these bytes, if it is a text in UTF-8 that is a table.
pub(super) fn long_table_of_bytes(
    name: &str,
    head: &[u8],
    len: u64,
    options: &ReadOptions,
) -> Option<LongTable> {
    if len < MIN_LONG || foreign_files::of_bytes(head).is_some() {
        return None;
    }
    let whole_rows = memchr::memrchr2(b'\n', b'\r', head)? + 1;
    let text = std::str::from_utf8(head.get(..whole_rows)?).ok()?;
    let is_text = !text.contains('\0') && time_flow::table(text).is_none();
    let is_table = is_text && (options.is_table || is_table(name, text));
    if is_table { long_table(name, text, len, None, options) } else { None }
}

/// Whether a text is a table, by the name of its file or by its first lines.
fn is_table(name: &str, text: &str) -> bool {
    let extension =
        name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let is_named = matches!(extension.as_str(), "csv" | "tsv" | "tab");
    let start = text.trim_start();
    let is_json = start.starts_with('{') || start.starts_with('[');
    let kind = || foreign_files::of_text(text);
    (is_named && !is_json && !start.starts_with('<'))
        || (!is_json && matches!(kind(), Some(FileKind::Table(..))))
}

/// The dataset in a text of the native format or of another program.
pub(super) fn read_text(file: &SourceFile, sink: &mut Sink, watch: &dyn Watch) -> Option<Dataset> {
    let Some(format) = formats::of(file.text()) else { return native::read(file, sink, watch) };
    let mut reader = Reader { text: file.text(), sink };
    let mut tables = (format.read)(file, &mut reader, watch)?;
    type_by_titles(&mut tables, &mut reader);
    watch.reached(0.85);
    Some(assemble(tables, &mut reader))
}

/// What a table is taken for: as somebody has said, as tables with these columns were read before, or as its headers tell.
pub(super) fn describe(file: &SourceFile, table: &Table, options: &ReadOptions) -> OpenTable {
    let said = options.mapping.as_ref().and_then(|mapping| match &options.headers {
        Some(headers) => table::mapping_for(table, headers, mapping),
        None => Some(mapping.clone()),
    });
    let known = || {
        let mapping = table::known_mapping(table, &options.known)?;
        // What was said of other dates may leave these open.
        let is_open = table.date_order(file.grid(), &mapping).is_some_and(|order| order.is_open);
        Some(Guess { mapping, is_certain: !is_open })
    };
    let said = said.map(|mapping| Guess { mapping, is_certain: true });
    let guessed = || {
        let guess = table::guess(table);
        // This sheet has dates that no column explains, and its own meaning of them.
        Guess { is_certain: guess.is_certain || formats::is_sheet(table), ..guess }
    };
    table.shown(file.grid(), said.or_else(known).unwrap_or_else(guessed))
}

/// The dataset in a table.
pub(super) fn read_table(
    file: &SourceFile,
    table: &Table,
    shown: &mut OpenTable,
    sink: &mut Sink,
    watch: &dyn Watch,
) -> Option<Dataset> {
    let mut reader = Reader { text: file.text(), sink };
    // What somebody has said of the columns is done; otherwise this sheet is known by its headers.
    let is_guessed = || shown.mapping == table::guess(table).mapping;
    let tables = if formats::is_sheet(table) && is_guessed() {
        let (mut tables, left_out) = formats::read_sheet(file, table, &mut reader, watch)?;
        shown.left_out = left_out;
        type_by_titles(&mut tables, &mut reader);
        tables
    } else {
        table::read(file, table, shown, &mut reader, watch)?
    };
    watch.reached(0.85);
    Some(assemble(tables, &mut reader))
}

/// Which of the sheets a table is.
pub(super) fn position(file: &SourceFile, sheets: &[String]) -> usize {
    let name = file.grid().sheet.as_deref();
    sheets.iter().position(|sheet| Some(sheet.as_str()) == name).unwrap_or_default()
}
