//! Packed files and workbooks as what is in them: the first step of reading a file, which another process may do.

use std::io::{self, Read as _, Write};

use serde::{Deserialize, Serialize};

use crate::diagnostics::{EntryProblem, Exporter, FileKind, Rule, Sink};

use super::reader::shortened;
use super::refusal::Refusal;
use super::workbook::Sheet;
use super::{archive, csv_folder, foreign_files, formats, parquet, text, workbook, zip_entries};

/// What is in a file once nothing of it is packed.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpacked {
    /// The name of the file, followed by that of the file inside it.
    pub(super) name: String,
    /// The archives that it was taken from: the name of what was taken, and of what was left.
    left: Vec<(String, Vec<String>)>,
    pub(super) content: Content,
    /// The bytes of the content.
    #[serde(skip)]
    pub(super) bytes: Vec<u8>,
}

/// What the bytes of a file are.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Content {
    /// A file that is not packed.
    Plain,
    /// A dataset in the native format, made of the tables of an archive.
    Native,
    /// A sheet of a workbook, as text with tabs.
    Sheet(Sheet),
    /// A table, as text with tabs.
    Table,
    /// Nothing.
    Refused(Refusal),
}

/// Larger than this nothing is unpacked, in bytes: what is packed may be a bomb.
const MAX_UNPACKED: u64 = 1 << 30;
/// Nor by more than this: text packs to a tenth, figures to a fiftieth.
const MAX_RATIO: u64 = 200;
/// Small files may unpack to this in any case, in bytes.
const ALWAYS_UNPACKED: u64 = 16 << 20;
/// How many archives are opened one in another: one may hold itself.
const MAX_DEPTH: usize = 4;

/// Whether a file is in another format than the native one: of another program, or packed. A damaged file is not.
pub fn is_foreign(bytes: &[u8]) -> bool {
    foreign_files::of_bytes(bytes).is_some()
        || formats::of(&text::decode(bytes.to_vec(), &mut Sink::default())).is_some()
}

impl Unpacked {
    /// Unpacks a file; of a workbook the sheet at this index, or the first with rows. What is not packed stays as it is.
    pub fn new(name: &str, bytes: Vec<u8>, sheet: Option<usize>) -> Self {
        unpacked(name, bytes, sheet, MAX_DEPTH)
    }

    /// Whether a file is packed, or is a workbook: reading it may take any amount of memory and time.
    pub fn is_needed(bytes: &[u8]) -> bool {
        matches!(
            foreign_files::of_bytes(bytes),
            Some(
                FileKind::Compressed("gzip")
                    | FileKind::Archive("ZIP")
                    | FileKind::Spreadsheet(_)
                    | FileKind::ToExport(Exporter::Parquet)
                    | FileKind::MicrosoftOffice
            )
        )
    }

    /// The bytes of what is in it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Writes it: a line of JSON, then the bytes.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        out.write_all(b"\n")?;
        out.write_all(&self.bytes)?;
        out.flush()
    }

    /// Reads what [`Self::write`] wrote; `None` if it is incomplete.
    pub fn read(mut written: Vec<u8>) -> Option<Self> {
        let end = memchr::memchr(b'\n', &written)?;
        let head: Self = serde_json::from_slice(written.get(..end)?).ok()?;
        written.drain(..=end);
        Some(Self { bytes: written, ..head })
    }

    fn plain(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), left: Vec::new(), content: Content::Plain, bytes }
    }

    fn text(name: &str, content: Content, text: String) -> Self {
        Self { content, ..Self::plain(name, text.into_bytes()) }
    }

    fn refused(name: &str, why: Refusal) -> Self {
        Self::text(name, Content::Refused(why), String::new())
    }

    /// Reports what was left in archives.
    pub(super) fn report_left(&mut self, sink: &mut Sink) {
        for (taken, others) in std::mem::take(&mut self.left) {
            sink.push(Rule::RowLeftOut.breach(None, EntryProblem::OtherFiles(taken, others)));
        }
    }
}

fn unpacked(name: &str, bytes: Vec<u8>, sheet: Option<usize>, depth: usize) -> Unpacked {
    match foreign_files::of_bytes(&bytes) {
        Some(FileKind::Compressed("gzip")) => {
            let Some(bytes) = gunzipped(&bytes) else { return Unpacked::refused(name, Refusal::Gzip) };
            // What is packed twice is no dataset.
            let inner = name.strip_suffix(".gz").unwrap_or(name);
            match foreign_files::of_bytes(&bytes) {
                Some(FileKind::Compressed(_)) => Unpacked::refused(name, Refusal::Gzip),
                _ => unpacked(inner, bytes, sheet, depth),
            }
        }
        Some(kind @ (FileKind::Spreadsheet(_) | FileKind::MicrosoftOffice)) => {
            match workbook::sheet(&kind, &bytes, sheet) {
                Ok((sheet, text)) => Unpacked::text(name, Content::Sheet(sheet), text),
                Err(why) => Unpacked::refused(name, why),
            }
        }
        Some(FileKind::ToExport(Exporter::Parquet)) => match parquet::text_of(bytes) {
            Ok(text) => Unpacked::text(name, Content::Table, text),
            Err(why) => Unpacked::refused(name, why),
        },
        Some(FileKind::Archive("ZIP")) => {
            let limit = unpacked_limit(bytes.len());
            let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
            let title = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
            // A dataset in several tables is known before one of the files is chosen.
            if let Some(text) = csv_folder::native_text(title, &bytes, limit) {
                return Unpacked::text(name, Content::Native, text);
            }
            let (Some(chosen), Some(depth)) = (archive::chosen(&bytes, limit), depth.checked_sub(1)) else {
                let why = if zip_entries::entries(&bytes).is_ok() {
                    Refusal::Archive
                } else if workbook::is_cut_off_workbook(name, &bytes) {
                    Refusal::Workbook
                } else {
                    Refusal::DamagedArchive
                };
                return Unpacked::refused(name, why);
            };
            drop(bytes);
            let mut inner = unpacked(&format!("{name}/{}", chosen.name), chosen.bytes, sheet, depth);
            if !chosen.others.is_empty() {
                inner.left.insert(0, (shortened(&chosen.name), chosen.others));
            }
            inner
        }
        _ => Unpacked::plain(name, bytes),
    }
}

/// How many bytes so many packed ones may become.
fn unpacked_limit(packed: usize) -> u64 {
    MAX_UNPACKED.min(ALWAYS_UNPACKED.max(packed as u64 * MAX_RATIO))
}

/// The bytes that gzip has packed, unless they are too many.
fn gunzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    let limit = unpacked_limit(bytes.len());
    let mut unpacked = Vec::new();
    let read = flate2::read::MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut unpacked);
    (read.is_ok() && unpacked.len() as u64 <= limit).then_some(unpacked)
}

#[cfg(test)]
mod tests {
    use super::super::zip_entries::tests::archive;
    use super::*;

    #[test]
    fn what_was_unpacked_is_read_as_it_was_written() {
        let box_of = archive(&[("a.csv", b"Date,Event\n1992,a\n"), ("b.txt", b"x")]);
        for bytes in [box_of, b"Date,Event\r\n\n".to_vec(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()] {
            let unpacked = Unpacked::new("box.zip", bytes, None);
            let mut written = Vec::new();
            unpacked.write(&mut written).unwrap();
            assert_eq!(Unpacked::read(written), Some(unpacked));
        }
        assert_eq!(Unpacked::read(b"{\"name\":".to_vec()), None);
        assert_eq!(Unpacked::read(Vec::new()), None);
    }

    #[test]
    fn what_is_not_packed_needs_no_unpacking() {
        assert!(!Unpacked::is_needed(b"Date,Event\n") && !Unpacked::is_needed(b"%PDF-1.7"));
        assert!(Unpacked::is_needed(&archive(&[("a.csv", b"x")])));
        assert!(
            Unpacked::is_needed(b"\x1f\x8b\x08") && Unpacked::is_needed(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        );
    }

    #[test]
    fn archives_one_in_another_are_opened_a_few_times_only() {
        let boxed = |times: usize| {
            let mut bytes = b"Date,Event\n1992,a\n".to_vec();
            for _ in 0..times {
                bytes = archive(&[("a.csv", &bytes)]);
            }
            Unpacked::new("a.zip", bytes, None).content
        };
        assert_eq!(boxed(3), Content::Plain);
        assert_eq!(boxed(9), Content::Refused(Refusal::Archive));
    }
}
