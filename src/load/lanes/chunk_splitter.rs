//! Splits a stream into chunks of whole records, in one pass.
#![expect(clippy::indexing_slicing, reason = "each offset was found in the text that it cuts")]

use std::io::{self, Read};

use serde::de::IgnoredAny;

use crate::domain::probe_many;

use super::BulkWatch;
use super::find_events::list_of_events;

/// Bytes per read: enough work to be worth a thread, little enough for cancelling to take effect at once.
const READ_SIZE: usize = 1 << 20;
/// Number of bytes without the end of a record after which the file is read as a whole.
const MAX_CHUNK: usize = 8 * READ_SIZE;
/// The share of reading and parsing in the whole work.
const PARSE_SHARE: f32 = 0.8;

/// A JSON list of records, and the line it begins on.
pub(super) struct Chunk {
    pub(super) text: Vec<u8>,
    pub(super) line: usize,
}

/// Splits a stream into chunks.
pub(super) struct ChunkSplitter<'a> {
    reader: &'a mut dyn Read,
    watch: &'a dyn BulkWatch,
    /// Number of bytes to read, for the progress.
    len: u64,
    read: u64,
    /// Bytes read but not yet returned.
    rest: Vec<u8>,
    line: usize,
    has_begun: bool,
    has_cut: bool,
    /// Whether the list has ended, followed by nothing but the end of the object.
    is_closed: bool,
    is_finished: bool,
}

impl<'a> ChunkSplitter<'a> {
    pub(super) fn new(reader: &'a mut dyn Read, len: u64, watch: &'a dyn BulkWatch) -> Self {
        Self {
            reader,
            watch,
            len,
            read: 0,
            rest: Vec::new(),
            line: 0,
            has_begun: false,
            has_cut: false,
            is_closed: false,
            is_finished: false,
        }
    }

    /// Whether all was returned and the file ended as it should.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_closed
    }

    /// The next chunk, in a buffer from `spare` if there is one; `None` at the end, when cancelled, and when the file
    /// cannot be split.
    ///
    /// # Errors
    /// If the reader fails.
    pub(super) fn next(&mut self, spare: &mut Vec<Vec<u8>>) -> io::Result<Option<Chunk>> {
        if self.is_finished {
            return Ok(None);
        }
        let mut text = spare.pop().unwrap_or_default();
        text.clear();
        // The bracket that makes the records a list.
        text.push(b'[');
        text.append(&mut self.rest);
        let mut scan = Scan { offset: 1, ..Scan::default() };
        while text.len() <= MAX_CHUNK && !self.watch.is_cancelled() {
            let mut fresh = text.len();
            text.reserve(READ_SIZE + 2);
            let got = Read::by_ref(&mut self.reader).take(READ_SIZE as u64).read_to_end(&mut text)?;
            self.read += got as u64;
            self.watch.reached(PARSE_SHARE * (self.read as f32 / self.len.max(1) as f32).min(1.0));
            if !self.has_begun {
                if !self.skip_head(&mut text) {
                    break;
                }
                fresh = 1;
            }
            if got < READ_SIZE {
                self.is_finished = true;
                return Ok(self.last(text));
            }
            if let Some(cut) = last_line_cut(&text, fresh).or_else(|| scan.resume(&text)) {
                return Ok(Some(self.cut(text, cut)));
            }
        }
        self.is_finished = true;
        Ok(None)
    }

    /// Removes what comes before the list of events; `false` if the file does not begin like a lanes file.
    fn skip_head(&mut self, text: &mut Vec<u8>) -> bool {
        self.has_begun = true;
        let Some(head) = list_of_events(&text[1..]) else { return false };
        let before = &text[1..=head];
        self.line = 1 + count_lines(before);
        // Nothing else checks the part that is removed.
        let closed = [before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before), b"]}"].concat();
        let is_json = serde_json::from_slice::<IgnoredAny>(&closed).is_ok();
        text.drain(1..=head);
        is_json
    }

    /// The chunk before `cut`; the bytes after it are kept for the next.
    fn cut(&mut self, mut text: Vec<u8>, cut: usize) -> Chunk {
        self.rest = text.split_off(cut);
        self.has_cut = true;
        let line = self.line;
        self.line += count_lines(&text);
        let trimmed = text.trim_ascii_end();
        // A comma with no record before it is an error, and stays for the parser to report.
        let run = trimmed.strip_suffix(b",").filter(|run| run.trim_ascii_end() != b"[");
        let end = run.unwrap_or(trimmed).len();
        text.truncate(end);
        text.push(b']');
        Chunk { text, line }
    }

    /// The last chunk. A comma at its end is an error, and stays.
    fn last(&mut self, mut text: Vec<u8>) -> Option<Chunk> {
        let end = end_of_list(&text)?;
        text.truncate(end);
        if self.has_cut && text.trim_ascii_end() == b"[" {
            return None;
        }
        self.is_closed = true;
        text.push(b']');
        Some(Chunk { text, line: self.line })
    }
}

fn count_lines(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}

/// The end of the last whole record: after the last line break at or after `fresh` that follows a record and its comma.
/// No JSON string contains a raw line break.
fn last_line_cut(text: &[u8], fresh: usize) -> Option<usize> {
    probe_many(text.len() - fresh);
    memchr::memrchr_iter(b'\n', &text[fresh..]).find_map(|offset| {
        let newline = fresh + offset;
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r');
        let end = text[..newline].iter().rposition(|byte| !blank(byte))? + 1;
        text[..end].ends_with(b"},").then_some(newline + 1)
    })
}

/// A resumable scan over records that tracks strings and the depth of brackets.
#[derive(Default)]
struct Scan {
    offset: usize,
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Scan {
    /// Scans to the end of the text; the offset after the last comma between two records on the way.
    fn resume(&mut self, text: &[u8]) -> Option<usize> {
        probe_many(text.len() - self.offset);
        let mut cut = None;
        while let Some(&byte) = text.get(self.offset) {
            if self.is_escaped {
                self.is_escaped = false;
            } else if self.is_in_string {
                self.offset +=
                    memchr::memchr2(b'"', b'\\', &text[self.offset..]).unwrap_or(text.len() - self.offset);
                match text.get(self.offset) {
                    Some(b'"') => self.is_in_string = false,
                    Some(_) => self.is_escaped = true,
                    None => break,
                }
            } else {
                match byte {
                    b'"' => self.is_in_string = true,
                    b'{' | b'[' => self.depth += 1,
                    b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                    b',' if self.depth == 0 => cut = Some(self.offset + 1),
                    _ => {}
                }
            }
            self.offset += 1;
        }
        cut
    }
}

/// The end of the list of events, if only white space and the end of the object follow it.
fn end_of_list(text: &[u8]) -> Option<usize> {
    let text = text.trim_ascii_end().strip_suffix(b"}")?;
    Some(text.trim_ascii_end().strip_suffix(b"]")?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_interrupted_anywhere_finds_the_commas_between_records() {
        let text = br#"{"a":"},{ \" \\","b":[{"c":1},{"d":2}]}, {"e":"\\\","},{"f":"#;
        let commas = [39, 54];
        for pause in 0..text.len() {
            let mut scan = Scan::default();
            let first = scan.resume(&text[..pause]);
            assert_eq!(first, commas.iter().copied().rfind(|&comma| comma < pause).map(|comma| comma + 1));
            let then = scan.resume(text);
            assert_eq!(then, commas.iter().copied().rfind(|&comma| comma >= pause).map(|comma| comma + 1));
        }
    }
}
