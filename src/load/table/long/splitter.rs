//! Cuts a table that is read from a file into chunks of whole rows: at line ends outside quotation marks.

use std::io::{self, Read};

use memchr::{memchr, memrchr2};

use crate::load::lanes::BulkWatch;

/// How many bytes are read before a chunk is cut off.
const CHUNK: usize = 1 << 20;
/// A quotation mark that is not closed within this many bytes is taken for one that was never meant to be.
const MAX_CELL: usize = 4 << 20;
/// How many marks that are never closed are mended.
const MAX_UNCLOSED: usize = 20;
/// Bytes read between two questions of whether it is cancelled.
const STEP: usize = 1 << 18;

/// Whole rows of a table.
#[derive(Debug)]
pub(super) struct RowChunk {
    pub(super) text: Vec<u8>,
    /// Whether it is a single row with a quotation mark that is never closed, to be read as if there were none.
    pub(super) is_unclosed: bool,
}

/// Reads a table chunk by chunk.
pub(super) struct RowSplitter<'r> {
    reader: &'r mut dyn Read,
    len: u64,
    read: u64,
    watch: &'r dyn BulkWatch,
    separator: u8,
    is_quoted: bool,
    /// What is read and not yet given out.
    rest: Vec<u8>,
    is_at_end: bool,
    unclosed: usize,
    is_broken: bool,
}

/// Where a chunk ends.
enum Cut {
    /// After so many bytes.
    After(usize),
    /// Nowhere yet: more must be read.
    More,
    /// At the start of a row in which a mark is never closed, and where its first line ends.
    Unclosed(usize, usize),
}

impl<'r> RowSplitter<'r> {
    pub(super) fn new(
        reader: &'r mut dyn Read,
        len: u64,
        (separator, is_quoted): (u8, bool),
        watch: &'r dyn BulkWatch,
    ) -> Self {
        Self {
            reader,
            len,
            read: 0,
            watch,
            separator,
            is_quoted,
            rest: Vec::new(),
            is_at_end: false,
            unclosed: 0,
            is_broken: false,
        }
    }

    /// Whether the rows cannot be told apart.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The next rows; `None` at the end, when it is cancelled, or when rows cannot be told apart.
    ///
    /// # Errors
    /// If the reader fails.
    pub(super) fn next(&mut self, spare: &mut Vec<Vec<u8>>) -> io::Result<Option<RowChunk>> {
        let mut wanted = CHUNK;
        loop {
            self.fill(wanted)?;
            if self.rest.is_empty() || self.is_broken || self.watch.is_cancelled() {
                return Ok(None);
            }
            let (end, is_unclosed) = match self.cut() {
                Cut::After(end) => (end, false),
                Cut::Unclosed(0, line_end) => (line_end, true),
                Cut::Unclosed(start, _) => (start, false),
                Cut::More => {
                    wanted = self.rest.len() + CHUNK;
                    continue;
                }
            };
            self.unclosed += usize::from(is_unclosed);
            self.is_broken |= self.unclosed > MAX_UNCLOSED;
            let mut text = spare.pop().unwrap_or_default();
            text.clear();
            text.extend_from_slice(self.rest.get(..end).unwrap_or_default());
            self.rest.drain(..end);
            return Ok(Some(RowChunk { text, is_unclosed }));
        }
    }

    /// Reads on until there are so many bytes or the file ends.
    fn fill(&mut self, wanted: usize) -> io::Result<()> {
        while self.rest.len() < wanted && !self.is_at_end && !self.watch.is_cancelled() {
            let step = (wanted - self.rest.len()).min(STEP) as u64;
            let read = Read::by_ref(&mut self.reader).take(step).read_to_end(&mut self.rest)?;
            self.is_at_end = read == 0;
            self.read += read as u64;
            self.watch.reached((self.read as f32 / self.len.max(1) as f32).min(1.0));
        }
        Ok(())
    }

    /// Where the rows that are read so far can be cut: as late as possible.
    fn cut(&self) -> Cut {
        let text = self.rest.as_slice();
        if !self.is_quoted || memchr(b'"', text).is_none() {
            return self.cut_of(text, &[(0, text.len())], None);
        }
        // The parts outside of marks, and where the mark stands that is still open.
        let mut outside = Vec::new();
        let (mut from, mut open) = (0, None);
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| memchr(b'"', rest)) {
            let mark = at + found;
            at = mark + 1;
            if open.is_some() {
                if text.get(at) == Some(&b'"') {
                    at += 1;
                } else {
                    (open, from) = (None, at);
                }
                continue;
            }
            // Inside of a cell that begins without one, a mark is a letter.
            let before = mark.checked_sub(1).and_then(|before| text.get(before));
            let opens = before.is_none_or(|&byte| byte == self.separator || matches!(byte, b'\n' | b'\r'));
            if opens {
                outside.push((from, mark));
                open = Some(mark);
            }
        }
        if open.is_none() {
            outside.push((from, text.len()));
        }
        self.cut_of(text, &outside, open)
    }

    /// The same, of a text with these parts outside of marks, and the mark that is still open.
    fn cut_of(&self, text: &[u8], outside: &[(usize, usize)], open: Option<usize>) -> Cut {
        if self.is_at_end && open.is_none() {
            return Cut::After(text.len());
        }
        let line_end = |&(start, end): &(usize, usize)| {
            let part = text.get(start..end).unwrap_or_default();
            let found = start + memrchr2(b'\n', b'\r', part)?;
            // The second half of a line end may not have been read yet.
            let is_half = text.get(found) == Some(&b'\r') && found + 1 == text.len();
            if is_half {
                let before = text.get(start..found).unwrap_or_default();
                return memrchr2(b'\n', b'\r', before).map(|before| start + before + 1);
            }
            Some(found + 1)
        };
        let last = outside.iter().rev().find_map(line_end).unwrap_or(0);
        let is_lost = open.is_some_and(|mark| self.is_at_end || text.len() - mark > MAX_CELL);
        match open {
            Some(_) if is_lost => {
                let line = text.get(last..).unwrap_or_default();
                let line_end = memchr::memchr2(b'\n', b'\r', line).map_or(text.len(), |end| {
                    let is_pair = line.get(end) == Some(&b'\r') && line.get(end + 1) == Some(&b'\n');
                    last + end + 1 + usize::from(is_pair)
                });
                Cut::Unclosed(last, line_end)
            }
            _ if last > 0 => Cut::After(last),
            _ => Cut::More,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(text: &str) -> Vec<(String, bool)> {
        let mut bytes = text.as_bytes();
        let mut splitter = RowSplitter::new(&mut bytes, text.len() as u64, (b',', true), &());
        let mut spare = Vec::new();
        std::iter::from_fn(|| splitter.next(&mut spare).unwrap())
            .map(|chunk| (String::from_utf8(chunk.text).unwrap(), chunk.is_unclosed))
            .collect()
    }

    #[test]
    fn rows_are_cut_outside_of_marks_and_none_is_lost() {
        let row = "1992,\"one, \"\"two\"\"\nthree\",5\" pipe,x\r\n";
        let text = row.repeat((3 << 20) / row.len());
        let found = chunks(&text);
        assert!(found.len() > 2 && found.iter().all(|(text, lost)| !lost && text.ends_with("x\r\n")));
        assert_eq!(found.iter().map(|(text, _)| text.as_str()).collect::<String>(), text);
    }

    #[test]
    fn a_mark_that_is_never_closed_costs_only_its_line() {
        let rows = "1992,a\n".repeat(10);
        let found = chunks(&format!("{rows}1993,\"b,c\r\n{rows}"));
        let expected = [(rows.clone(), false), ("1993,\"b,c\r\n".to_owned(), true), (rows, false)];
        assert_eq!(found, expected);
    }
}
