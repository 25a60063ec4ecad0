//! What is in a ZIP archive and how large it is unpacked, so that a bomb is refused before anything of it is kept.

use std::io::{Read as _, Write};

use flate2::read::DeflateDecoder;

/// An entry of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path in the archive.
    pub(super) name: String,
    /// How it is packed: 0 not at all, 8 deflated.
    method: u16,
    /// Where its local header begins.
    header: usize,
    packed: usize,
}

/// Why an archive is not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ZipFault {
    /// It is cut off, or damaged.
    Damaged,
    /// It unpacks to more than was allowed.
    TooLarge,
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// More entries than any workbook or folder of tables has.
const MAX_ENTRIES: usize = 20_000;

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes(pair.try_into().ok()?)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

/// The entries of an archive, in the order of its directory (APPNOTE 4.3.12 and 4.3.16).
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry>, ZipFault> {
    let end = memchr::memmem::rfind(bytes, END).ok_or(ZipFault::Damaged)?;
    directory(bytes, end).ok_or(ZipFault::Damaged)
}

fn directory(bytes: &[u8], end: usize) -> Option<Vec<Entry>> {
    let count = u16_at(bytes, end + 10)?.min(MAX_ENTRIES);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != CENTRAL {
            return None;
        }
        let [name_len, extra_len, comment_len] =
            [u16_at(bytes, at + 28)?, u16_at(bytes, at + 30)?, u16_at(bytes, at + 32)?];
        let name = bytes.get(at + 46..at + 46 + name_len)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(name).into_owned(),
            method: u16::try_from(u16_at(bytes, at + 10)?).ok()?,
            header: u32_at(bytes, at + 42)?,
            packed: u32_at(bytes, at + 20)?,
        });
        at = at + 46 + name_len + extra_len + comment_len;
    }
    Some(entries)
}

impl Entry {
    /// Its packed bytes.
    fn packed<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let at = self.header;
        if bytes.get(at..at.checked_add(4)?)? != LOCAL {
            return None;
        }
        let start = at + 30 + u16_at(bytes, at + 26)? + u16_at(bytes, at + 28)?;
        bytes.get(start..start.checked_add(self.packed)?)
    }

    /// Its bytes, which must be no more than `limit`.
    pub(super) fn unpacked(&self, bytes: &[u8], limit: u64) -> Result<Vec<u8>, ZipFault> {
        let packed = self.packed(bytes).ok_or(ZipFault::Damaged)?;
        let mut unpacked = Vec::new();
        let read = match self.method {
            0 => packed.take(limit + 1).read_to_end(&mut unpacked),
            8 => DeflateDecoder::new(packed).take(limit + 1).read_to_end(&mut unpacked),
            _ => return Err(ZipFault::Damaged),
        };
        read.map_err(|_damaged| ZipFault::Damaged)?;
        if unpacked.len() as u64 > limit { Err(ZipFault::TooLarge) } else { Ok(unpacked) }
    }

    /// How many bytes it unpacks to, counted up to `limit`: what the directory says may be a lie. They are written to
    /// `out`.
    fn measured(&self, bytes: &[u8], limit: u64, out: &mut impl Write) -> Result<u64, ZipFault> {
        let packed = self.packed(bytes).ok_or(ZipFault::Damaged)?;
        match self.method {
            0 => out.write_all(packed).map(|()| packed.len() as u64).map_err(|_damaged| ZipFault::Damaged),
            8 => std::io::copy(&mut DeflateDecoder::new(packed).take(limit + 1), out)
                .map_err(|_damaged| ZipFault::Damaged),
            _ => Err(ZipFault::Damaged),
        }
    }
}

/// Whether a word stands in a file of an archive, which is refused if it unpacks to more than `limit` bytes in all.
pub(super) fn contains(bytes: &[u8], limit: u64, word: &[u8]) -> Result<bool, ZipFault> {
    let mut left = limit;
    let mut search = WordSearch { word, tail: Vec::new(), is_found: false };
    for entry in entries(bytes)? {
        search.tail.clear();
        let size = entry.measured(bytes, left, &mut search)?;
        left = left.checked_sub(size).ok_or(ZipFault::TooLarge)?;
    }
    Ok(search.is_found)
}

/// Looks for a word in what is written to it.
struct WordSearch<'w> {
    word: &'w [u8],
    /// The last bytes that were written, fewer than the word has.
    tail: Vec<u8>,
    is_found: bool,
}

impl Write for WordSearch<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.is_found {
            return Ok(bytes.len());
        }
        let most = self.word.len().saturating_sub(1);
        // Across the end of what was written before.
        self.tail.extend_from_slice(bytes.get(..most).unwrap_or(bytes));
        let is_in = |text: &[u8]| memchr::memmem::find(text, self.word).is_some();
        self.is_found = is_in(&self.tail) || is_in(bytes);
        if bytes.len() >= most {
            self.tail.clear();
            self.tail.extend_from_slice(bytes.get(bytes.len() - most..).unwrap_or_default());
        } else {
            let excess = self.tail.len().saturating_sub(most);
            self.tail.drain(..excess);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An archive of these files, as a program would write it.
    pub(in crate::load) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in files {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
            encoder.write_all(content).unwrap();
            let packed = encoder.finish().unwrap();
            let mut crc = flate2::Crc::new();
            crc.update(content);
            let header = bytes.len() as u32;
            let mut common = Vec::new();
            common.extend([20_u16, 0, 8, 0, 0].iter().flat_map(|part| part.to_le_bytes()));
            common.extend(
                [crc.sum(), packed.len() as u32, content.len() as u32]
                    .iter()
                    .flat_map(|part| part.to_le_bytes()),
            );
            common.extend([name.len() as u16, 0].iter().flat_map(|part| part.to_le_bytes()));
            bytes.extend(LOCAL.iter().chain(&common).chain(name.as_bytes()).chain(&packed));
            directory.extend(CENTRAL.iter().chain(&[20, 0]).chain(&common));
            directory.extend([0_u8; 10]);
            directory.extend(header.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let start = bytes.len() as u32;
        let count = files.len() as u16;
        bytes.extend(&directory);
        bytes.extend(END);
        bytes.extend([0_u16, 0, count, count].iter().flat_map(|part| part.to_le_bytes()));
        bytes.extend((directory.len() as u32).to_le_bytes());
        bytes.extend(start.to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn an_archive_is_listed_and_unpacked_within_its_limit() {
        let bytes = archive(&[("a.csv", b"Date,Event\n"), ("folder/b.csv", &[b'x'; 5000])]);
        let found = entries(&bytes).unwrap();
        let names: Vec<&str> = found.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["a.csv", "folder/b.csv"]);
        assert_eq!(found[0].unpacked(&bytes, 100).unwrap(), b"Date,Event\n");
        assert_eq!(found[1].unpacked(&bytes, 100), Err(ZipFault::TooLarge));
        assert_eq!(contains(&bytes, 6000, b"Event"), Ok(true));
        assert_eq!(contains(&bytes, 6000, b"x,y"), Ok(false));
        assert_eq!(contains(&bytes, 5000, b"x"), Err(ZipFault::TooLarge));
        let mut search = WordSearch { word: b"merge", tail: Vec::new(), is_found: false };
        for part in ["<m", "e", "rg", "e/>"] {
            search.write_all(part.as_bytes()).unwrap();
        }
        assert!(search.is_found, "in pieces");
    }

    #[test]
    fn an_archive_cut_off_anywhere_is_refused_and_no_crash() {
        let bytes = archive(&[("a.csv", b"Date,Event\n1992,a\n")]);
        for end in 0..bytes.len() {
            assert_eq!(contains(&bytes[..end], 1000, b"x").is_ok(), end >= bytes.len() - 2, "cut at {end}");
        }
    }
}
