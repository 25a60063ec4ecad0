//! Reading a document in another process of this program, which may run out of memory or time without ending this one.
//!
//! A PDF of a kilobyte can ask for ten gigabytes, and the crate that reads it sets no limit. A limit of address space
//! can only be set for a whole process.

use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use crate::document::{Document, MAX_BYTES, read, read_result, write_result};
use crate::session::DocumentProblem;

use super::clock::now;

/// Maximum size of a document, in bytes: 256 MiB, for a text of at most a quarter.
pub(super) const MAX_FILE: u64 = 4 * MAX_BYTES as u64;
/// Memory for reading, besides the document itself, in bytes.
const MAX_MEMORY: u64 = 1 << 30;
/// Processor time for reading, in seconds.
const MAX_SECONDS: u64 = 20;
/// How long to wait for an answer while other work takes the processor.
const MAX_WAIT: Duration = Duration::from_secs(2 * MAX_SECONDS);
/// How often to check whether the document is still wanted.
const POLL_EVERY: Duration = Duration::from_millis(50);
/// Maximum length of an answer: a byte of an old encoding can be three in UTF-8, and a header precedes the text.
const MAX_ANSWER: u64 = 3 * MAX_BYTES as u64 + (1 << 20);
/// Maximum length of the error output: one line.
const MAX_ERROR_OUTPUT: u64 = 4096;

/// The name of the hidden subcommand.
const SUBCOMMAND: &str = "read-document";
/// The signal for used-up processor time; the same number on Linux (except MIPS), macOS and the BSDs.
#[cfg(unix)]
const SIGXCPU: i32 = 24;
/// The signal by which the system ends a process that takes too much memory.
#[cfg(unix)]
const SIGKILL: i32 = 9;

/// The hidden subcommand: reads a document from standard input within limits, and writes the result.
///
/// # Errors
/// Those of standard input and output.
pub(super) fn serve(name: &str) -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_FILE).read_to_end(&mut bytes)?;
    bytes.shrink_to_fit();
    limit(bytes.len() as u64);
    write_result(read(&bytes, name), &mut BufWriter::new(io::stdout().lock()))
}

/// Limits this process. Where that fails, only [`MAX_WAIT`] remains.
#[cfg(unix)]
fn limit(bytes: u64) {
    use rlimit::Resource;
    // A PDF is held twice: as bytes, and by the crate that reads it.
    let memory = MAX_MEMORY + 2 * bytes;
    for (resource, most) in [(Resource::AS, memory), (Resource::CPU, MAX_SECONDS), (Resource::CORE, 0)] {
        let limited = resource.get().and_then(|(_, hard)| resource.set(most.min(hard), hard));
        if let Err(err) = limited {
            log::warn!("a document is read without a limit ({resource:?}): {err}");
        }
    }
}

#[cfg(not(unix))]
fn limit(_: u64) {}

/// Reads a document in another process of `program`, or here without one; `None` when it was cancelled.
pub(super) fn read_document(
    program: Option<&Path>,
    name: &str,
    bytes: &[u8],
    cancel: &AtomicBool,
) -> Option<Result<Document, DocumentProblem>> {
    let Some(program) = program else { return Some(read(bytes, name).map_err(DocumentProblem::Unreadable)) };
    let started = Command::new(program)
        .arg(SUBCOMMAND)
        // In one argument, so that a name with a leading hyphen is not taken for an option.
        .arg(format!("--name={name}"))
        // The process prints one line when it fails; a backtrace could fill the pipe and block it.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let ended = match started {
        Ok(mut child) => {
            let ended = attend(&mut child, bytes, cancel);
            // No process is left behind; killing one that has ended does nothing.
            let _ended = child.kill();
            let _status = child.wait();
            ended
        }
        Err(err) => Err(DocumentProblem::Failed(err.into())),
    };
    match ended {
        Ok(answer) => answer.map(|(bytes, status, error_output)| match read_result(bytes) {
            Some(read) if status.success() => read.map_err(DocumentProblem::Unreadable),
            _ => Err(problem(status, &error_output)),
        }),
        Err(problem) => Some(Err(problem)),
    }
}

/// Its output, how it ended, and its error output.
type Answer = (Vec<u8>, ExitStatus, String);

/// Gives a process the document and waits for its answer; `None` when it was cancelled.
fn attend(child: &mut Child, bytes: &[u8], cancel: &AtomicBool) -> Result<Option<Answer>, DocumentProblem> {
    let failed = |err: io::Error| DocumentProblem::Failed(err.into());
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(DocumentProblem::Stopped);
    };
    let (sender, receiver) = channel();
    std::thread::scope(|scope| {
        let give = move || {
            // A process that ends early does not take all of it; its status says why.
            let _given = input.write_all(bytes);
        };
        let take = move || {
            let mut answer = Vec::new();
            let taken = output.take(MAX_ANSWER).read_to_end(&mut answer);
            let _sent = sender.send(taken.map(|_length| answer));
        };
        let threads = std::thread::Builder::new().name("document in".into()).spawn_scoped(scope, give);
        let threads = threads
            .and_then(|_| std::thread::Builder::new().name("document out".into()).spawn_scoped(scope, take));
        if let Err(err) = threads {
            let _ended = child.kill();
            return Err(failed(err));
        }
        let started = now();
        let answer = loop {
            match receiver.recv_timeout(POLL_EVERY) {
                Ok(answer) => break answer.map_err(failed),
                Err(RecvTimeoutError::Disconnected) => break Err(DocumentProblem::Stopped),
                Err(RecvTimeoutError::Timeout) if cancel.load(Ordering::Relaxed) => {
                    // The threads end with the pipes, and the pipes with the process.
                    let _ended = child.kill();
                    return Ok(None);
                }
                Err(RecvTimeoutError::Timeout) if started.elapsed() > MAX_WAIT => {
                    break Err(DocumentProblem::TooLong);
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        };
        if !answer.as_ref().is_ok_and(|answer| (answer.len() as u64) < MAX_ANSWER) {
            // It may still be writing more than is read.
            let _ended = child.kill();
        }
        let answer = answer?;
        let status = child.wait().map_err(failed)?;
        let mut error_output = Vec::new();
        if let Some(errors) = child.stderr.take() {
            errors.take(MAX_ERROR_OUTPUT).read_to_end(&mut error_output).map_err(failed)?;
        }
        Ok(Some((answer, status, String::from_utf8_lossy(&error_output).into_owned())))
    })
}

/// Why a process gave no answer.
fn problem(status: ExitStatus, error_output: &str) -> DocumentProblem {
    // The message of Rust's allocation failure; the exit code is that of any abort.
    if error_output.contains("memory allocation of") {
        return DocumentProblem::TooMuchMemory;
    }
    #[cfg(unix)]
    match std::os::unix::process::ExitStatusExt::signal(&status) {
        Some(SIGXCPU) => return DocumentProblem::TooLong,
        Some(SIGKILL) => return DocumentProblem::TooMuchMemory,
        _ => {}
    }
    log::warn!("the reader of a document ended with {status}: {}", error_output.trim_end());
    DocumentProblem::Stopped
}
