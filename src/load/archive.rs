//! ZIP archives that hold a file to open: which of their files it is, and the names of the others.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::reader::shortened;

/// The file of an archive that is opened.
pub(super) struct Chosen {
    /// Its name without folders.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// The first few of the others that could be opened, or at least seen; shortened.
    pub(super) others: Vec<String>,
}

/// The extensions of files that are opened, those before others in the order of an archive.
const EXTENSIONS: [&str; 18] = [
    "csv", "tsv", "tab", "json", "geojson", "jsonld", "xlsx", "xlsm", "xlsb", "xls", "ods", "ics", "mw",
    "bib", "ris", "time", "xml", "timeline",
];
/// More files are not looked at: an archive may claim millions.
const MAX_FILES: usize = 10_000;
/// How many of the other files are named.
const MAX_NAMED: usize = 12;

/// The first file of an archive that can be opened; nothing if there is none, if it is locked, or if it unpacks to more
/// than `limit` bytes.
pub(super) fn chosen(bytes: &[u8], limit: u64) -> Option<Chosen> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut names = Vec::new();
    for index in 0..archive.len().min(MAX_FILES) {
        let Ok(file) = archive.by_index_raw(index) else { continue };
        let path = String::from_utf8_lossy(file.name_raw()).into_owned();
        if !path.ends_with('/') && !is_hidden(&path) {
            names.push((index, path));
        }
    }
    // Text files are opened where there is nothing better: most of them explain the others.
    let can_be = |path: &str| EXTENSIONS.contains(&extension(path).as_str());
    let position = names
        .iter()
        .position(|(_, path)| can_be(path))
        .or_else(|| names.iter().position(|(_, path)| matches!(extension(path).as_str(), "txt" | "md")))?;
    let (index, path) = names.remove(position);
    let mut bytes = Vec::new();
    archive.by_index(index).ok()?.take(limit + 1).read_to_end(&mut bytes).ok()?;
    if bytes.len() as u64 > limit {
        return None;
    }
    let mut others: Vec<String> = names.iter().take(MAX_NAMED).map(|(_, path)| shortened(path)).collect();
    if names.len() > MAX_NAMED {
        others.push("…".to_owned());
    }
    Some(Chosen { name: base_name(&path).to_owned(), bytes, others })
}

/// Whether the first file of an archive is itself a workbook or a document: the archive is none then, though the names in
/// it are those of one.
pub(super) fn holds_document(archive: &[u8]) -> bool {
    const NAME_LENGTH: usize = 26;
    const NAME: usize = 30;
    let Some(&[low, high]) = archive.get(NAME_LENGTH..NAME_LENGTH + 2) else { return false };
    let length = usize::from(u16::from_le_bytes([low, high]));
    let name = archive.get(NAME..NAME + length).map(String::from_utf8_lossy).unwrap_or_default();
    matches!(extension(&name).as_str(), "xlsx" | "xlsm" | "xlsb" | "ods" | "docx" | "odt" | "epub")
}

fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn extension(path: &str) -> String {
    base_name(path).rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// What systems add for themselves.
fn is_hidden(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part == "__MACOSX" || (part.starts_with('.') && part.len() > 1))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_first_file_that_can_be_opened_is_and_the_others_are_named() {
        let archive = zipped(&[
            ("__MACOSX/._lakes.csv", b"x"),
            ("README.txt", b"read me"),
            ("data/lakes.csv", b"Date,Event\n"),
            ("data/more.json", b"{}"),
        ]);
        let chosen = chosen(&archive, 1000).unwrap();
        assert_eq!(
            (chosen.name.as_str(), chosen.bytes.as_slice()),
            ("lakes.csv", b"Date,Event\n".as_slice())
        );
        assert_eq!(chosen.others, ["README.txt", "data/more.json"]);
    }

    #[test]
    fn what_unpacks_to_too_much_or_holds_nothing_is_refused() {
        let zeros = vec![b'0'; 100_000];
        let bomb = zipped(&[("a.csv", zeros.as_slice())]);
        assert!(bomb.len() < 2000);
        assert!(chosen(&bomb, 99_999).is_none());
        assert!(chosen(&bomb, 100_000).is_some());
        assert!(chosen(&zipped(&[("a.exe", b"x")]), 1000).is_none());
        assert!(chosen(b"PK\x03\x04 and no more", 1000).is_none());
        for end in 0..bomb.len() {
            chosen(&bomb[..end], 1000);
        }
    }
}
