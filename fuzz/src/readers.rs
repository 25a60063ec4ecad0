//! What is done with files that other programs write: each is opened as by its reader, and what came of it is held
//! together, looked at, and written in the native format, which is read again.

use std::sync::Arc;

use treaty_timeline::domain::Subset;
use treaty_timeline::edit::{apply_patch, merge, read_patch, write_patch};
use treaty_timeline::language::Language;
use treaty_timeline::load::load;
use treaty_timeline::records::DataFormat;
use treaty_timeline::save::{ExportSelection, Output, write};
use treaty_timeline::session::{Preferences, Session, ViewArguments, World, check_view_link};

use super::{SMALL, hold_together, look_at, small};

/// Larger datasets are not written again: that takes longer than it tells.
const MAX_WRITTEN: usize = 200;

/// A table in CSV or TSV.
pub fn table(bytes: &[u8]) {
    opened("fuzz.csv", bytes.to_vec());
}

/// A workbook: the bytes of one, or the texts of which one is packed, as [`packed`] has them.
pub fn workbook(bytes: &[u8]) {
    let is_whole = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    opened("fuzz.xlsx", if is_whole { bytes.to_vec() } else { packed(bytes) });
}

/// A timeline, a bibliography, annotations, results of a query or a map in JSON.
pub fn json_formats(bytes: &[u8]) {
    opened("fuzz.json", bytes.to_vec());
}

/// A timeline in XML.
pub fn xml(bytes: &[u8]) {
    opened("fuzz.xml", bytes.to_vec());
}

/// A calendar.
pub fn calendar(bytes: &[u8]) {
    opened("fuzz.ics", bytes.to_vec());
}

/// Dated lines.
pub fn markwhen(bytes: &[u8]) {
    opened("fuzz.mw", bytes.to_vec());
}

/// A bibliography in BibTeX or RIS.
pub fn bibliography(bytes: &[u8]) {
    opened("fuzz.bib", bytes.to_vec());
}

/// An archive of files, or of the tables of a dataset: its bytes, or the texts that are packed, as [`packed`] has them.
pub fn archive(bytes: &[u8]) {
    opened("fuzz.zip", if bytes.starts_with(b"PK") { bytes.to_vec() } else { packed(bytes) });
}

/// What a reader makes of some bytes.
fn opened(name: &str, bytes: Vec<u8>) {
    let loaded = load(name, bytes, &());
    let _printed = loaded.report.to_string();
    let Some(dataset) = loaded.dataset else {
        assert!(loaded.report.errors > 0, "nothing was read, and nothing is said of it");
        return;
    };
    hold_together(&dataset);
    if dataset.events().len() + dataset.statements().len() <= MAX_WRITTEN {
        let material = ExportSelection {
            dataset: &dataset,
            subset: &Subset::whole(&dataset),
            language: Language::English,
        };
        let written = write(DataFormat::Native, material).expect("there is room for it");
        let Output::File(text) = written.output else { unreachable!("it is one file") };
        let again = load("again.json", text.clone(), &());
        let text = String::from_utf8_lossy(&text);
        assert_eq!(again.report.errors, 0, "{}\n{text}", again.report);
        let again = again.dataset.expect("it has no errors");
        assert_eq!(again.events().len(), dataset.events().len(), "{text}");
        assert_eq!(again.statements().len(), dataset.statements().len(), "{text}");
    }
    look_at(World::new(dataset, loaded.report, name.to_owned(), None));
}

/// A link to a view: it is refused, or opened; the link to what is then shown opens the same with nothing left out.
pub fn view_link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let text = if text.contains(':') { text.into_owned() } else { format!("treaty-timeline:view?{text}") };
    for language in [Language::English, Language::Russian] {
        let preferences = Preferences { language: Some(language), ..Preferences::default() };
        let mut session = Session::new(Arc::clone(small()), preferences, None);
        let checked = check_view_link(&text);
        match session.open_view(&ViewArguments::of_link(&text)) {
            Ok(notes) => {
                assert!(checked.is_ok(), "{text}");
                for note in &notes {
                    assert!(!language.view_link_note(note).trim().is_empty());
                }
            }
            Err(problem) => {
                assert!(checked.is_err(), "{text}");
                assert!(!language.view_link_problem(problem).trim().is_empty());
                continue;
            }
        }
        let time = session.view.current.time;
        assert!(time.start.is_finite() && time.span.is_finite() && time.span > 0.0, "{text}: {time:?}");
        let link = session.view_link();
        let notes = session.open_view(&ViewArguments::of_link(&link)).expect("it was just written");
        assert!(notes.is_empty(), "{text}\n{link}\n{notes:?}");
        assert_eq!(session.view_link(), link, "{text}");
    }
}

/// A patch: it is refused in words, or carried out on a file, which then is JSON, gives the file before back, and has what the
/// patch asks for.
pub fn patch(bytes: &[u8]) {
    let patch = match read_patch(bytes) {
        Ok(patch) => patch,
        Err(problem) => {
            assert!(Language::ALL.iter().all(|language| !language.edit_problem(&problem).is_empty()));
            return;
        }
    };
    assert_eq!(read_patch(write_patch(&patch).as_bytes()).as_ref(), Ok(&patch));
    for language in Language::ALL {
        let _words = language.patch_in_words(&patch);
    }
    let Ok(applied) = apply_patch(SMALL, &patch) else { return };
    assert_eq!(applied.made + applied.already + applied.conflicts.len(), patch.changes.len());
    assert_eq!(applied.inverse.apply(&applied.text).map(|(text, _)| text).as_deref(), Some(SMALL));
    let loaded = load("small.json", applied.text.clone().into_bytes(), &());
    assert!(loaded.dataset.is_some(), "{}", applied.text);
    assert_eq!(merge(SMALL, SMALL, &applied.text).map(|merged| merged.conflicts), Ok(Vec::new()));
}

/// A ZIP archive of texts: before each stands a line with `===`, a space and its path. Nothing is compressed, so that a
/// change of a text is a change of what the reader sees.
fn packed(bytes: &[u8]) -> Vec<u8> {
    const MARK: &[u8] = b"=== ";
    let mut files: Vec<(&[u8], Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match (line.strip_prefix(MARK), files.last_mut()) {
            (Some(path), _) => files.push((path.strip_suffix(b"\n").unwrap_or(path), Vec::new())),
            (None, Some((_, text))) => text.extend_from_slice(line),
            (None, None) => {}
        }
    }
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let mut count = 0_u16;
    for (path, text) in files.iter().take(64) {
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let path = path.get(..200).unwrap_or(path);
        let offset = archive.len() as u32;
        // Version, flags, method, time and day; then checksum and both sizes; then the lengths of path and more.
        let mut header = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        header.extend(crc32(text).to_le_bytes());
        header.extend((text.len() as u32).to_le_bytes().repeat(2));
        header.extend((path.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        archive.extend(b"PK\x03\x04".iter().chain(&header).chain(path).chain(text));
        directory.extend(b"PK\x01\x02\x14\0".iter().chain(&header));
        directory.extend([0_u8; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend_from_slice(path);
        count += 1;
    }
    let (start, len) = (archive.len() as u32, directory.len() as u32);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&count.to_le_bytes()).chain(&count.to_le_bytes()));
    archive.extend(len.to_le_bytes().iter().chain(&start.to_le_bytes()).chain(&[0, 0]));
    archive
}

/// The checksum of ZIP archives (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}
