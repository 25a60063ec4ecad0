//! Another process of this program with limits of memory and time: it may fail or be ended without ending this one.
//!
//! A PDF or a workbook of a kilobyte can ask for ten gigabytes, and the crates that read them set no limit. A limit of
//! address space can only be set for a whole process, and a failed allocation ends one.

use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use crate::diagnostics::{EndedBy, Failure, OpenError};

use super::clock::now;
use super::memory_budget;

/// What a process may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Memory besides twice its input, in bytes.
    pub(super) memory: u64,
    /// Processor time in seconds. Twice that is waited while other work takes the processor.
    pub(super) seconds: u64,
    /// Maximum length of its answer, in bytes.
    pub(super) answer: u64,
}

/// How often to check whether the answer is still wanted.
const POLL_EVERY: Duration = Duration::from_millis(50);
/// So much of an answer is read before memory is checked for more, in bytes.
const CHUNK: u64 = 32 << 20;
/// Maximum length of the error output: one line.
const MAX_ERROR_OUTPUT: u64 = 4096;

/// The signal for used-up processor time; the same number on Linux (except MIPS), macOS and the BSDs.
#[cfg(unix)]
const SIGXCPU: i32 = 24;
/// The signal by which the system ends a process that takes too much memory.
#[cfg(unix)]
const SIGKILL: i32 = 9;

/// Limits this process, which has read so many bytes of input and needs nothing more from outside. Where that fails, only
/// the time is left for which its answer is awaited.
///
/// From now on it opens no file and no connection, makes no file longer and starts no process.
#[cfg(unix)]
pub(super) fn limit(limits: &Limits, input: u64) {
    use rlimit::Resource;
    // Files are held twice: as bytes, and by the crate that reads them.
    let memory = limits.memory + 2 * input;
    for (resource, most) in [(Resource::AS, memory), (Resource::CPU, limits.seconds), (Resource::CORE, 0)] {
        let limited = resource.get().and_then(|(_, hard)| resource.set(most.min(hard), hard));
        if let Err(err) = limited {
            log::warn!("a file is read without a limit ({resource:?}): {err}");
        }
    }
    for resource in [Resource::NOFILE, Resource::FSIZE] {
        if let Err(err) = resource.set(0, 0) {
            log::warn!("a file is read without a limit ({resource:?}): {err}");
        }
    }
    limit_processes();
}

#[cfg(all(unix, any(target_os = "linux", target_os = "macos")))]
fn limit_processes() {
    if let Err(err) = rlimit::Resource::NPROC.set(0, 0) {
        log::warn!("a file is read by a process that may start others: {err}");
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
fn limit_processes() {}

#[cfg(not(unix))]
pub(super) fn limit(_: &Limits, _: u64) {}

/// Where the machine runs out of memory, the system ends this process before the one with the window.
pub(super) fn offer_to_end_first() {
    if cfg!(target_os = "linux") {
        // Without it the system chooses the process with most memory, which is this one anyway.
        let _offered = std::fs::write("/proc/self/oom_score_adj", "1000");
    }
}

/// Starts a process of `program`.
///
/// # Errors
/// Those of the system.
pub(super) fn start(program: &Path, arguments: &[&str]) -> io::Result<Child> {
    Command::new(program)
        .args(arguments)
        // The process prints one line when it fails; a backtrace could fill the pipe and block it.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Gives a process its input, and waits for its answer and its end.
///
/// # Errors
/// [`OpenError::Ended`] if it gave none, [`OpenError::Cancelled`] if it is no longer wanted; when memory does not suffice
/// for its answer, and those of the system.
pub(super) fn answer(
    mut child: Child,
    input: &[u8],
    limits: &Limits,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Vec<u8>, OpenError> {
    let answer = attend(&mut child, input, limits, is_cancelled);
    // No process is left behind; killing one that has ended does nothing.
    let _ended = child.kill();
    let _status = child.wait();
    answer
}

fn attend(
    child: &mut Child,
    input: &[u8],
    limits: &Limits,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Vec<u8>, OpenError> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(OpenError::Ended(EndedBy::Fault));
    };
    let longest = limits.answer;
    let (sender, receiver) = channel();
    std::thread::scope(|scope| {
        let give = move || {
            // A process that ends early does not take all of it; its status says why.
            let _given = stdin.write_all(input);
        };
        let take = move || {
            let _sent = sender.send(read_answer(stdout, longest));
        };
        let threads = std::thread::Builder::new().name("file in".into()).spawn_scoped(scope, give);
        let threads = threads
            .and_then(|_| std::thread::Builder::new().name("file out".into()).spawn_scoped(scope, take));
        if let Err(err) = threads {
            let _ended = child.kill();
            return Err(system(&err));
        }
        let (started, most) = (now(), Duration::from_secs(2 * limits.seconds));
        let answer = loop {
            match receiver.recv_timeout(POLL_EVERY) {
                Ok(answer) => break answer,
                Err(RecvTimeoutError::Disconnected) => break Err(OpenError::Ended(EndedBy::Fault)),
                Err(RecvTimeoutError::Timeout) if is_cancelled() => break Err(OpenError::Cancelled),
                Err(RecvTimeoutError::Timeout) if started.elapsed() > most => {
                    break Err(OpenError::Ended(EndedBy::Time));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        };
        if !answer.as_ref().is_ok_and(|answer| (answer.len() as u64) < longest) {
            // It may still be reading, or writing more than is read. The threads end with the pipes, and the pipes with it.
            let _ended = child.kill();
        }
        let answer = answer?;
        let status = child.wait().map_err(|err| system(&err))?;
        if status.success() {
            return Ok(answer);
        }
        let mut error_output = Vec::new();
        if let Some(errors) = child.stderr.take() {
            errors.take(MAX_ERROR_OUTPUT).read_to_end(&mut error_output).map_err(|err| system(&err))?;
        }
        Err(OpenError::Ended(ended_by(status, &String::from_utf8_lossy(&error_output))))
    })
}

/// Reads the whole answer while there is memory for it.
fn read_answer(mut stdout: impl Read, longest: u64) -> Result<Vec<u8>, OpenError> {
    let mut answer = Vec::new();
    loop {
        let left = longest.saturating_sub(answer.len() as u64);
        let read = Read::by_ref(&mut stdout).take(CHUNK.min(left)).read_to_end(&mut answer);
        if read.map_err(|err| system(&err))? == 0 {
            return Ok(answer);
        }
        memory_budget::for_native(answer.len() as u64)?;
    }
}

fn system(err: &io::Error) -> OpenError {
    OpenError::Failed(Failure::System(err.to_string()))
}

/// Why a process gave no answer.
fn ended_by(status: ExitStatus, error_output: &str) -> EndedBy {
    // The message of Rust's allocation failure; the exit code is that of any abort.
    if error_output.contains("memory allocation of") {
        return EndedBy::Memory;
    }
    #[cfg(unix)]
    match std::os::unix::process::ExitStatusExt::signal(&status) {
        Some(SIGXCPU) => return EndedBy::Time,
        Some(SIGKILL) => return EndedBy::Memory,
        _ => {}
    }
    log::warn!("the process that read a file ended with {status}: {}", error_output.trim_end());
    EndedBy::Fault
}
