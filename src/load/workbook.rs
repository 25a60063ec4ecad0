//! Workbooks of spreadsheets (XLSX, XLSM, XLSB, XLS, ODS) as tables, through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Dimensions, Ods, Reader as _, Xls, Xlsb, Xlsx, open_workbook_from_rs};

use serde::{Deserialize, Serialize};

use crate::diagnostics::FileKind;

use super::archive;
use super::reader::shortened;
use super::refusal::Refusal;
use super::sheet_text::SheetText;
use super::zip_entries::{self, ZipFault};

/// A sheet of a workbook: its name, and the names of all.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Whether its days are counted from 1904.
    pub(super) is_1904: bool,
    pub(super) names: Vec<String>,
}

/// A workbook that unpacks to more than this, in bytes, is not opened: a packed file can claim any size.
const MAX_UNPACKED: u64 = 1 << 30;
/// How many sheets are looked at for one with rows.
const MAX_SHEETS: usize = 64;
/// How many cells of one column may be merged to be filled with what the first of them holds.
const MAX_MERGED: u32 = 10_000;

/// The workbook, whichever program wrote it.
enum Book<'b> {
    Xls(Xls<Cursor<&'b [u8]>>),
    /// With whether any of its sheets may have merged cells: to look for them takes as long as to read a sheet.
    Xlsx(Xlsx<Cursor<&'b [u8]>>, bool),
    Xlsb(Xlsb<Cursor<&'b [u8]>>),
    Ods(Ods<Cursor<&'b [u8]>>),
}

/// A sheet of a workbook of this kind and its cells as text with tabs: the one at `wanted`, or the first with rows.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn sheet(
    kind: &FileKind,
    bytes: &[u8],
    wanted: Option<usize>,
) -> Result<(Sheet, String), Refusal> {
    // A damaged file may lead the library astray: that costs the file and not the program.
    let read = catch_unwind(AssertUnwindSafe(|| read_sheet(kind, bytes, wanted)));
    read.unwrap_or(Err(Refusal::Workbook))
}

fn read_sheet(kind: &FileKind, bytes: &[u8], wanted: Option<usize>) -> Result<(Sheet, String), Refusal> {
    let mut book = Book::open(kind, bytes)?;
    let names = book.names();
    let looked_at = match wanted.and_then(|index| names.get(index)) {
        Some(name) => vec![name.clone()],
        None => names.iter().take(MAX_SHEETS).cloned().collect(),
    };
    // A person's first sheet is the meant one, unless there is no table on it: a header and a row.
    let mut first: Option<(String, SheetText)> = None;
    for sheet in looked_at {
        let text = book.text_of(&sheet)?;
        let rows = text.rows();
        if rows > 1 || first.is_none() {
            first = Some((sheet, text));
        }
        if rows > 1 {
            break;
        }
    }
    match first {
        Some((sheet, text)) if text.rows() > 0 => {
            Ok((Sheet { name: sheet, is_1904: book.is_1904(), names }, text.into_text()))
        }
        _ => Err(Refusal::EmptySheet(names.first().map(|name| shortened(name)).unwrap_or_default())),
    }
}

impl<'b> Book<'b> {
    fn open(kind: &FileKind, bytes: &'b [u8]) -> Result<Self, Refusal> {
        let cursor = Cursor::new(bytes);
        if !bytes.starts_with(b"PK") {
            // A locked workbook of today is kept in a container of yesterday.
            let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            if memchr::memmem::find(bytes, &locked).is_some() {
                return Err(Refusal::Password);
            }
            return open_workbook_from_rs(cursor).map(Self::Xls).map_err(|err| problem_of(&err));
        }
        let has_merged = match zip_entries::contains(bytes, MAX_UNPACKED, b"mergeCell") {
            Ok(has_merged) => has_merged,
            Err(ZipFault::TooLarge) => return Err(Refusal::WorkbookTooLarge(MAX_UNPACKED)),
            Err(ZipFault::Damaged) => return Err(Refusal::Workbook),
        };
        let is_binary = || memchr::memmem::find(bytes, b"xl/workbook.bin").is_some();
        match kind {
            FileKind::Spreadsheet(".ods") if is_cut_off(bytes) => Err(Refusal::Workbook),
            FileKind::Spreadsheet(".ods") => {
                open_workbook_from_rs(cursor).map(Self::Ods).map_err(|err| problem_of(&err))
            }
            _ if is_binary() => open_workbook_from_rs(cursor).map(Self::Xlsb).map_err(|err| problem_of(&err)),
            _ => open_workbook_from_rs(cursor)
                .map(|book| Self::Xlsx(book, has_merged))
                .map_err(|err| problem_of(&err)),
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Xls(book) => book.sheet_names(),
            Self::Xlsx(book, _) => book.sheet_names(),
            Self::Xlsb(book) => book.sheet_names(),
            Self::Ods(book) => book.sheet_names(),
        }
    }

    fn is_1904(&self) -> bool {
        match self {
            Self::Xlsx(book, _) => book.has_1904_epoch(),
            Self::Xlsb(book) => book.has_1904_epoch(),
            Self::Xls(_) | Self::Ods(_) => false,
        }
    }

    /// The cells of a sheet. Those of the newer formats are read one by one, since a crafted sheet may have one cell in
    /// each of two corners and claim all between them.
    fn text_of(&mut self, sheet: &str) -> Result<SheetText, Refusal> {
        let mut text = SheetText::default();
        let mut merged: Vec<Dimensions> = Vec::new();
        match self {
            Self::Xlsx(book, has_merged) => {
                if *has_merged {
                    merged = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
                }
                let mut cells = book.worksheet_cells_reader(sheet).map_err(|err| problem_of(&err))?;
                while let Some(cell) = cells.next_cell().map_err(|err| problem_of(&err))? {
                    text.put_ref(cell.get_position(), cell.get_value());
                }
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(|err| problem_of(&err))?;
                while let Some(cell) = cells.next_cell().map_err(|err| problem_of(&err))? {
                    text.put_ref(cell.get_position(), cell.get_value());
                }
            }
            Self::Xls(book) => {
                let range = book.worksheet_range(sheet).map_err(|err| problem_of(&err))?;
                text.put_range(&range);
            }
            Self::Ods(book) => {
                let range = book.worksheet_range(sheet).map_err(|err| problem_of(&err))?;
                text.put_range(&range);
            }
        }
        let rows = |merged: &Dimensions| merged.end.0.saturating_sub(merged.start.0);
        let down = merged.iter().filter(|merged| (1..MAX_MERGED).contains(&rows(merged)));
        let down: Vec<((u32, u32), u32)> = down.map(|merged| (merged.start, rows(merged))).collect();
        if !down.is_empty() {
            text.fill_down(&down);
        }
        if text.is_too_large() { Err(Refusal::WorkbookTooLarge(MAX_UNPACKED)) } else { Ok(text) }
    }
}

/// Whether an archive without a whole list of its files is what is left of a workbook. The names before the files tell it;
/// where any document begins with them, or none is whole, the name of the archive does.
pub(super) fn is_cut_off_workbook(name: &str, bytes: &[u8]) -> bool {
    // An archive of workbooks has their names in it too.
    if zip_entries::entries(bytes).is_ok() || archive::holds_document(bytes) {
        return false;
    }
    let is_of_sheets = |file: &[u8]| file.starts_with(b"xl/");
    let is_of_any_document = |file: &[u8]| {
        [&b"[Content_Types].xml"[..], b"_rels/", b"docProps/", b"mimetype", b"META-INF/", b"Thumbnails/"]
            .iter()
            .any(|beginning| file.starts_with(beginning))
    };
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let is_named = matches!(extension.as_deref(), Some("xlsx" | "xlsm" | "xlsb" | "ods"));
    names_in(bytes).any(is_of_sheets) || (is_named && names_in(bytes).all(is_of_any_document))
}

/// The names that stand before the files of an archive, as far as they are looked for (APPNOTE 4.3.7).
fn names_in(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const MAX_SEARCHED: usize = 1 << 16;
    const NAME_LENGTH: usize = 26;
    const NAME: usize = 30;
    let head = bytes.get(..MAX_SEARCHED).unwrap_or(bytes);
    memchr::memmem::find_iter(head, b"PK\x03\x04").filter_map(move |at| {
        let &[low, high] = bytes.get(at + NAME_LENGTH..at + NAME_LENGTH + 2)? else { return None };
        let start = at + NAME;
        bytes.get(start..start + usize::from(u16::from_le_bytes([low, high])))
    })
}

/// Whether the cells of an ODS workbook end before its last tag: the library would wait for that for ever.
fn is_cut_off(bytes: &[u8]) -> bool {
    const ROOT: &[u8] = b"<office:document-content";
    const END: &[u8] = b"</office:document-content>";
    let Ok(entries) = zip_entries::entries(bytes) else { return false };
    let content = entries.iter().find(|entry| entry.name == "content.xml");
    let content = content.and_then(|entry| entry.unpacked(bytes, MAX_UNPACKED).ok());
    // What is locked with a password is no XML, and is told from the list of files.
    content.is_some_and(|text| {
        memchr::memmem::find(&text, ROOT).is_some() && !text.trim_ascii_end().ends_with(END)
    })
}

fn problem_of(err: &impl std::error::Error) -> Refusal {
    // The words of the library are English, and help nobody who has the file.
    let is_locked = err.to_string().to_lowercase().contains("password");
    if is_locked { Refusal::Password } else { Refusal::Workbook }
}
