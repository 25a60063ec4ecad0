//! From bytes to parsed chunks, in the order of the file, on all processors.
#![expect(clippy::indexing_slicing, reason = "each place was found in the text that it cuts")]

use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;

use super::PlainWatch;
use super::record::{Chunk, parse_records};

/// Bytes of a chunk: large enough to be worth a thread's while, small enough to cancel at once.
const CHUNK: usize = 1 << 20;
/// How many chunks may wait or be worked on: what bounds the memory that a loading takes.
const UNDER_WAY: usize = 4;
/// The share of the work that reading and parsing takes.
const PARSE_SHARE: f32 = 0.8;

/// What follows the opening of the list of events; `None` if the text does not begin as plain lanes do.
pub(super) fn after_head(text: &[u8]) -> Option<&[u8]> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let text = text.trim_ascii_start().strip_prefix(b"{")?;
    let text = text.trim_ascii_start().strip_prefix(b"\"events\"")?;
    let text = text.trim_ascii_start().strip_prefix(b":")?;
    text.trim_ascii_start().strip_prefix(b"[")
}

/// Parses a file chunk by chunk; `None` when it does not come apart at its lines.
///
/// # Errors
/// When the reader fails.
pub(super) fn parse(
    reader: &mut dyn Read,
    len: u64,
    watch: &dyn PlainWatch,
) -> io::Result<Option<Vec<Chunk>>> {
    let parsed: Mutex<Vec<Option<Chunk>>> = Mutex::new(Vec::new());
    let is_broken = std::sync::atomic::AtomicBool::new(false);
    let (done, free) = sync_channel(UNDER_WAY);
    let outcome = rayon::in_place_scope(|scope| -> io::Result<bool> {
        let mut cutter = Cutter::default();
        // Buffers are used again: the system clears every page that it hands out, which took a seventh of a loading.
        let mut spare = Vec::new();
        let (mut read, mut under_way) = (0_u64, 0);
        loop {
            let Some(piece) = cutter.next(reader, &mut read, &mut spare)? else {
                return Ok(cutter.is_at_end());
            };
            if is_broken.load(std::sync::atomic::Ordering::Relaxed) || watch.is_cancelled() {
                return Ok(true);
            }
            if under_way == UNDER_WAY {
                // Every worker says when it is done, so this never waits in vain.
                spare.extend(free.recv());
                under_way -= 1;
            }
            under_way += 1;
            let number = lock(&parsed).len();
            lock(&parsed).push(None);
            let (done, all, is_broken) = (done.clone(), &parsed, &is_broken);
            scope.spawn(move |_| {
                // What waits its turn when it is called off is not begun.
                if !watch.is_cancelled() {
                    match parse_records(&piece.text, piece.line) {
                        Some(chunk) => lock(all)[number] = Some(chunk),
                        None => is_broken.store(true, std::sync::atomic::Ordering::Relaxed),
                    }
                }
                let _sent = done.send(piece.text);
            });
            watch.reached(PARSE_SHARE * (read as f32 / len.max(1) as f32).min(1.0));
            if watch.wants_preview() {
                let so_far: Vec<Chunk> = lock(&parsed).iter().map_while(Clone::clone).collect();
                let is_cancelled = || watch.is_cancelled();
                if let Some(plain) = Some(so_far).filter(|chunks| !chunks.is_empty())
                    && let Some(plain) = super::gather::gather(plain, &is_cancelled)
                {
                    watch.preview(plain);
                }
            }
        }
    });
    if !outcome? || is_broken.into_inner() {
        return Ok(None);
    }
    let parsed = parsed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(Some(parsed.into_iter().flatten().collect()))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A run of records with commas between them, and the line that it begins on.
struct Piece {
    text: Vec<u8>,
    line: usize,
}

/// Cuts a stream into runs of records.
#[derive(Default)]
struct Cutter {
    /// What was read and not yet handed out.
    rest: Vec<u8>,
    line: usize,
    is_begun: bool,
    /// Whether the end of the list was seen, with nothing but the end of the object behind it.
    is_closed: bool,
    is_over: bool,
}

impl Cutter {
    /// Whether everything was handed out and the file ended as it should.
    fn is_at_end(&self) -> bool {
        self.is_closed
    }

    fn next(
        &mut self,
        reader: &mut dyn Read,
        read: &mut u64,
        spare: &mut Vec<Vec<u8>>,
    ) -> io::Result<Option<Piece>> {
        if self.is_over {
            return Ok(None);
        }
        let mut text = spare.pop().unwrap_or_default();
        text.clear();
        text.reserve(self.rest.len() + CHUNK + 2);
        // Room for the bracket that makes the run a list.
        text.push(b'[');
        text.append(&mut self.rest);
        let got = reader.take(CHUNK as u64).read_to_end(&mut text)?;
        *read += got as u64;
        let is_last = got < CHUNK;
        if !self.is_begun {
            self.is_begun = true;
            let Some(body) = after_head(&text[1..]) else {
                self.is_over = true;
                return Ok(None);
            };
            let head = text.len() - body.len();
            self.line = 1 + memchr::memchr_iter(b'\n', &text[..head]).count();
            text.drain(1..head);
        }
        let line = self.line;
        if is_last {
            self.is_over = true;
            let Some(end) = end_of_list(&text) else { return Ok(None) };
            self.is_closed = true;
            text.truncate(end);
        } else {
            let Some(cut) = last_cut(&text) else {
                // A line longer than a chunk: gathered until it ends.
                self.rest = text.split_off(1);
                return self.next(reader, read, spare);
            };
            self.rest = text.split_off(cut);
        }
        self.line += memchr::memchr_iter(b'\n', &text).count();
        let trimmed = text.trim_ascii_end();
        let end = trimmed.strip_suffix(b",").unwrap_or(trimmed).len();
        text.truncate(end);
        text.push(b']');
        Ok(Some(Piece { text, line }))
    }
}

/// Where a run of whole records ends: behind the comma at the end of the last line that has one.
fn last_cut(text: &[u8]) -> Option<usize> {
    let mut end = text.len();
    while let Some(newline) = memchr::memrchr(b'\n', &text[..end]) {
        let line = text[..newline].trim_ascii_end();
        if line.ends_with(b"},") {
            return Some(newline + 1);
        }
        end = newline;
    }
    // All on one line. The pair may stand in a string, and then the run is no list and the file is read as a whole.
    memchr::memmem::rfind(text, b"},{").map(|at| at + 2)
}

/// Where the list of events ends, if nothing but the end of the object and space follows it.
fn end_of_list(text: &[u8]) -> Option<usize> {
    let text = text.trim_ascii_end().strip_suffix(b"}")?;
    Some(text.trim_ascii_end().strip_suffix(b"]")?.len())
}

/// Parses a whole text in one go.
///
/// # Errors
/// What `serde_json` says of a text that is no plain lanes file.
pub(super) fn parse_whole(bytes: &[u8]) -> Result<Chunk, serde_json::Error> {
    #[derive(serde::Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        events: Vec<&'a serde_json::value::RawValue>,
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: File<'_> = serde_json::from_slice(bytes)?;
    let mut chunk = Chunk::default();
    // Lines are counted from record to record, so that the text is gone through once.
    let (mut line, mut from) = (1, 0);
    for raw in file.events {
        let at = raw.get().as_ptr().addr() - bytes.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &bytes[from..at]).count();
        from = at;
        chunk.add(raw.get().as_bytes(), line);
    }
    chunk.finish();
    Ok(chunk)
}
