//! Cuts a stream into runs of whole records, in one pass over it.
#![expect(clippy::indexing_slicing, reason = "each place was found in the text that it cuts")]

use std::io::{self, Read};

use serde::de::IgnoredAny;

use crate::domain::probe_many;

use super::BulkWatch;
use super::head::list_of_events;

/// Bytes that are read at once: large enough to be worth a thread's while, small enough to cancel at once.
const READ_SIZE: usize = 1 << 20;
/// More bytes than this without the end of a record, and the file is read as a whole.
const MAX_CHUNK: usize = 8 * READ_SIZE;
/// The share of the work that reading and parsing takes.
const PARSE_SHARE: f32 = 0.8;

/// A run of records with commas between them, and the line that it begins on.
pub(super) struct Chunk {
    pub(super) text: Vec<u8>,
    pub(super) line: usize,
}

/// Cuts a stream into runs of records.
pub(super) struct ChunkSplitter<'a> {
    reader: &'a mut dyn Read,
    watch: &'a dyn BulkWatch,
    /// How many bytes there are to read, for the progress.
    len: u64,
    read: u64,
    /// What was read and not yet handed out.
    rest: Vec<u8>,
    line: usize,
    is_begun: bool,
    has_cut: bool,
    /// Whether the end of the list was seen, with nothing but the end of the object behind it.
    is_closed: bool,
    is_over: bool,
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
            is_begun: false,
            has_cut: false,
            is_closed: false,
            is_over: false,
        }
    }

    /// Whether everything was handed out and the file ended as it should.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_closed
    }

    /// The next run of records, in a buffer of `spare` where there is one; `None` at the end, when it is called off, and
    /// when the file does not come apart.
    ///
    /// # Errors
    /// When the reader fails.
    pub(super) fn next(&mut self, spare: &mut Vec<Vec<u8>>) -> io::Result<Option<Chunk>> {
        if self.is_over {
            return Ok(None);
        }
        let mut text = spare.pop().unwrap_or_default();
        text.clear();
        // Room for the bracket that makes the run a list.
        text.push(b'[');
        text.append(&mut self.rest);
        let mut walk = Walk { at: 1, ..Walk::default() };
        while text.len() <= MAX_CHUNK && !self.watch.is_cancelled() {
            let mut fresh = text.len();
            text.reserve(READ_SIZE + 2);
            let got = Read::by_ref(&mut self.reader).take(READ_SIZE as u64).read_to_end(&mut text)?;
            self.read += got as u64;
            self.watch.reached(PARSE_SHARE * (self.read as f32 / self.len.max(1) as f32).min(1.0));
            if !self.is_begun {
                if !self.begin(&mut text) {
                    break;
                }
                fresh = 1;
            }
            if got < READ_SIZE {
                self.is_over = true;
                return Ok(self.last(text));
            }
            if let Some(cut) = last_line_cut(&text, fresh).or_else(|| walk.go_on(&text)) {
                return Ok(Some(self.cut(text, cut)));
            }
        }
        self.is_over = true;
        Ok(None)
    }

    /// Passes over what stands before the list; `false` if that is no beginning of a lanes file.
    fn begin(&mut self, text: &mut Vec<u8>) -> bool {
        self.is_begun = true;
        let Some(head) = list_of_events(&text[1..]) else { return false };
        let before = &text[1..=head];
        self.line = 1 + count_lines(before);
        // What is passed over is looked at here alone.
        let closed = [before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before), b"]}"].concat();
        let is_json = serde_json::from_slice::<IgnoredAny>(&closed).is_ok();
        text.drain(1..=head);
        is_json
    }

    /// The run before `cut`; what is behind it waits.
    fn cut(&mut self, mut text: Vec<u8>, cut: usize) -> Chunk {
        self.rest = text.split_off(cut);
        self.has_cut = true;
        let line = self.line;
        self.line += count_lines(&text);
        let trimmed = text.trim_ascii_end();
        // A comma with nothing before it is one too many, and stays.
        let run = trimmed.strip_suffix(b",").filter(|run| run.trim_ascii_end() != b"[");
        let end = run.unwrap_or(trimmed).len();
        text.truncate(end);
        text.push(b']');
        Chunk { text, line }
    }

    /// The last run. A comma at its end stays, as one too many.
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

/// Where a run of whole records ends: behind the last line end from `fresh` on that follows on a record and its comma.
/// No string of JSON holds a raw line end.
fn last_line_cut(text: &[u8], fresh: usize) -> Option<usize> {
    probe_many(text.len() - fresh);
    memchr::memrchr_iter(b'\n', &text[fresh..]).find_map(|at| {
        let newline = fresh + at;
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r');
        let end = text[..newline].iter().rposition(|byte| !blank(byte))? + 1;
        text[..end].ends_with(b"},").then_some(newline + 1)
    })
}

/// A walk over a run of records, which knows what stands in a string and how deep.
#[derive(Default)]
struct Walk {
    at: usize,
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Walk {
    /// Goes on to the end of the text: the byte behind the last comma between two records on the way.
    fn go_on(&mut self, text: &[u8]) -> Option<usize> {
        probe_many(text.len() - self.at);
        let mut cut = None;
        while let Some(&byte) = text.get(self.at) {
            if self.is_escaped {
                self.is_escaped = false;
            } else if self.is_in_string {
                self.at += memchr::memchr2(b'"', b'\\', &text[self.at..]).unwrap_or(text.len() - self.at);
                match text.get(self.at) {
                    Some(b'"') => self.is_in_string = false,
                    Some(_) => self.is_escaped = true,
                    None => break,
                }
            } else {
                match byte {
                    b'"' => self.is_in_string = true,
                    b'{' | b'[' => self.depth += 1,
                    b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                    b',' if self.depth == 0 => cut = Some(self.at + 1),
                    _ => {}
                }
            }
            self.at += 1;
        }
        cut
    }
}

/// Where the list of events ends, if nothing but the end of the object and space follows it.
fn end_of_list(text: &[u8]) -> Option<usize> {
    let text = text.trim_ascii_end().strip_suffix(b"}")?;
    Some(text.trim_ascii_end().strip_suffix(b"]")?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_that_is_interrupted_anywhere_finds_the_commas_between_records() {
        let text = br#"{"a":"},{ \" \\","b":[{"c":1},{"d":2}]}, {"e":"\\\","},{"f":"#;
        let commas = [39, 54];
        for pause in 0..text.len() {
            let mut walk = Walk::default();
            let first = walk.go_on(&text[..pause]);
            assert_eq!(first, commas.iter().copied().rfind(|&comma| comma < pause).map(|comma| comma + 1));
            let then = walk.go_on(text);
            assert_eq!(then, commas.iter().copied().rfind(|&comma| comma >= pause).map(|comma| comma + 1));
        }
    }
}
