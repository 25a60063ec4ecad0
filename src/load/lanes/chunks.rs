//! Parses chunks on all processors, and returns them in the order of the file.
#![expect(clippy::indexing_slicing, reason = "each offset was found in the text that it cuts")]

use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;

use super::BulkWatch;
use super::chunk_splitter::ChunkSplitter;
use super::record::{ParsedChunk, parse_records};

/// How many chunks may be waiting or in work: this bounds the memory that loading takes.
const MAX_IN_FLIGHT: usize = 4;

/// Parses a file chunk by chunk; `None` if it cannot be split.
///
/// # Errors
/// If the reader fails.
pub(super) fn parse(
    reader: &mut dyn Read,
    len: u64,
    watch: &dyn BulkWatch,
) -> io::Result<Option<Vec<ParsedChunk>>> {
    let parsed: Mutex<Vec<Option<ParsedChunk>>> = Mutex::new(Vec::new());
    let is_broken = std::sync::atomic::AtomicBool::new(false);
    let (done, free) = sync_channel(MAX_IN_FLIGHT);
    let outcome = rayon::in_place_scope(|scope| -> io::Result<bool> {
        let mut splitter = ChunkSplitter::new(reader, len, watch);
        // Buffers are reused: the system clears every page it allocates, which took a seventh of the loading time.
        let mut spare = Vec::new();
        let mut in_flight = 0;
        loop {
            let Some(chunk) = splitter.next(&mut spare)? else {
                return Ok(splitter.is_at_end() || watch.is_cancelled());
            };
            if is_broken.load(std::sync::atomic::Ordering::Relaxed) || watch.is_cancelled() {
                return Ok(true);
            }
            if in_flight == MAX_IN_FLIGHT {
                // Every worker returns its buffer when done, so this never waits in vain.
                spare.extend(free.recv());
                in_flight -= 1;
            }
            in_flight += 1;
            let number = lock(&parsed).len();
            lock(&parsed).push(None);
            let (done, all, is_broken) = (done.clone(), &parsed, &is_broken);
            scope.spawn(move |_| {
                // Chunks still waiting when the loading is cancelled are not begun.
                if !watch.is_cancelled() {
                    match parse_records(&chunk.text, chunk.line) {
                        Some(chunk) => lock(all)[number] = Some(chunk),
                        None => is_broken.store(true, std::sync::atomic::Ordering::Relaxed),
                    }
                }
                let _sent = done.send(chunk.text);
            });
            if watch.wants_preview() {
                let so_far: Vec<ParsedChunk> = lock(&parsed).iter().map_while(Clone::clone).collect();
                let is_cancelled = || watch.is_cancelled();
                if !so_far.is_empty()
                    && let Some(bulk) = super::join_chunks(so_far, super::boxed, &is_cancelled)
                {
                    watch.preview(bulk);
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

/// Parses a whole text at once; `None` if cancelled.
///
/// # Errors
/// The error of `serde_json` if the text is not a lanes file.
pub(super) fn parse_whole(
    text: &str,
    watch: &dyn BulkWatch,
) -> Result<Option<ParsedChunk>, serde_json::Error> {
    #[derive(serde::Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        events: Vec<&'a serde_json::value::RawValue>,
    }
    let file: File<'_> = serde_json::from_str(text)?;
    let mut chunk = ParsedChunk::default();
    // Lines are counted from record to record, so that the text is passed over only once.
    let (mut line, mut from) = (1, 0);
    for (count, raw) in file.events.into_iter().enumerate() {
        if count % 1024 == 0 {
            if watch.is_cancelled() {
                return Ok(None);
            }
            watch.reached(from as f32 / text.len().max(1) as f32);
        }
        let offset = raw.get().as_ptr().addr() - text.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[from..offset]).count();
        from = offset;
        chunk.add(raw.get().as_bytes(), line);
    }
    chunk.finish();
    Ok(Some(chunk))
}
