//! Reads the chunks of a long table on all processors, and keeps them in the order of the file.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::load::lanes::BulkWatch;

use super::chunk::{TableChunk, parse};
use super::plan::RowPlan;
use super::splitter::RowSplitter;

/// How many chunks may be waiting or in work: this bounds the memory that loading takes.
const MAX_IN_FLIGHT: usize = 4;

/// The chunks of a table; only the first if no more is wanted. `None` if its rows cannot be told apart, or are no UTF-8.
///
/// # Errors
/// If the reader fails.
pub(super) fn read(
    mut splitter: RowSplitter<'_>,
    plan: &RowPlan,
    is_first_only: bool,
    watch: &dyn BulkWatch,
    preview: &dyn Fn(Vec<TableChunk>),
) -> io::Result<Option<Vec<TableChunk>>> {
    let parsed: Mutex<Vec<Option<TableChunk>>> = Mutex::new(Vec::new());
    let is_broken = AtomicBool::new(false);
    let (done, free) = sync_channel(MAX_IN_FLIGHT);
    rayon::in_place_scope(|scope| -> io::Result<()> {
        let (mut spare, mut in_flight) = (Vec::new(), 0);
        while let Some(chunk) = splitter.next(&mut spare)? {
            if is_broken.load(Ordering::Relaxed) || watch.is_cancelled() {
                return Ok(());
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
                    match parse(&chunk.text, plan, number == 0, chunk.is_unclosed) {
                        Some(chunk) => {
                            if let Some(place) = lock(all).get_mut(number) {
                                *place = Some(chunk);
                            }
                        }
                        None => is_broken.store(true, Ordering::Relaxed),
                    }
                }
                let _sent = done.send(chunk.text);
            });
            if is_first_only {
                return Ok(());
            }
            if watch.wants_preview() {
                let so_far: Vec<TableChunk> = lock(&parsed).iter().map_while(Clone::clone).collect();
                if !so_far.is_empty() {
                    preview(so_far);
                }
            }
        }
        Ok(())
    })?;
    if is_broken.into_inner() || splitter.is_broken() {
        return Ok(None);
    }
    let parsed = parsed.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Some(parsed.into_iter().flatten().collect()))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
