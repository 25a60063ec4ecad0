//! Whether there is enough memory for a file, checked before it is read: the system ends a program that runs out of memory,
//! with everything that is open in it.

use crate::diagnostics::{MemoryShortage, OpenError};
use crate::load::memory_needed;

/// Memory for reading a lanes file, as a share of its size: 0.59 to 0.64 were measured (`BENCHMARKS.md`), and texts that do
/// not compress take more.
const LANES_SHARE: f64 = 0.8;
/// The least memory for reading a file of treaties, as a share of its size. The rest depends on its records, once the bytes
/// are read.
const NATIVE_SHARE: f64 = 2.0;
/// Memory left for everything else: threads, pictures, fonts.
const MARGIN: u64 = 128 << 20;

/// Checks the memory for a lanes file of `len` bytes.
///
/// # Errors
/// [`OpenError::OutOfMemory`] with the memory needed and available.
pub(super) fn for_lanes_file(len: u64) -> Result<(), OpenError> {
    fits((len as f64 * LANES_SHARE) as u64, available())
}

/// Checks the memory for the records in the bytes of a file of treaties.
///
/// # Errors
/// As [`for_lanes_file`].
pub(super) fn for_records(bytes: &[u8]) -> Result<(), OpenError> {
    fits(memory_needed(bytes), available())
}

/// Checks the least memory for a file of treaties of `len` bytes.
///
/// # Errors
/// As [`for_lanes_file`].
pub(super) fn for_native(len: u64) -> Result<(), OpenError> {
    fits((len as f64 * NATIVE_SHARE) as u64, available())
}

/// Smaller needs are not checked: the system's figures may be wrong, and little harm is done.
const SMALL: u64 = 32 << 20;

fn fits(needed: u64, available: Option<u64>) -> Result<(), OpenError> {
    let Some(available) = available.filter(|_| needed > SMALL) else { return Ok(()) };
    if needed.saturating_add(MARGIN) <= available {
        return Ok(());
    }
    Err(OpenError::OutOfMemory(Some(MemoryShortage { needed, available })))
}

/// The bytes of memory that this process may still take; `None` where the system does not say.
///
/// The least of what the machine has (free memory and swap), what its control group allows, and what its own limit of
/// address space leaves.
fn available() -> Option<u64> {
    let read = |path: &str| std::fs::read_to_string(path).ok();
    let machine = read("/proc/meminfo").and_then(|text| {
        let swap = kib(&text, "SwapFree:").unwrap_or(0);
        kib(&text, "MemAvailable:").map(|free| free + swap)
    });
    let address = read("/proc/self/limits").and_then(|text| {
        let limit = text.lines().find_map(|line| line.strip_prefix("Max address space"))?;
        let limit: u64 = limit.split_whitespace().next()?.parse().ok()?;
        let taken = read("/proc/self/status").and_then(|text| kib(&text, "VmSize:")).unwrap_or(0);
        Some(limit.saturating_sub(taken))
    });
    let group = read("/sys/fs/cgroup/memory.max").and_then(|text| {
        let limit: u64 = text.trim().parse().ok()?;
        let taken: u64 = read("/sys/fs/cgroup/memory.current")?.trim().parse().ok()?;
        // The file cache counts as used, and is given up when asked for.
        let files = read("/sys/fs/cgroup/memory.stat").and_then(|text| {
            text.lines().find_map(|line| line.strip_prefix("file "))?.trim().parse::<u64>().ok()
        });
        Some((limit + files.unwrap_or(0)).saturating_sub(taken))
    });
    [machine, address, group].into_iter().flatten().min()
}

/// The value of a line such as `MemAvailable:  123 kB`, in bytes.
fn kib(text: &str, name: &str) -> Option<u64> {
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    let kib: u64 = value.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused_with_both_figures() {
        let shortage = MemoryShortage { needed: 1_600_000_000, available: 900_000_000 };
        let refused = fits(1_600_000_000, Some(900_000_000));
        assert_eq!(refused, Err(OpenError::OutOfMemory(Some(shortage))));
        assert!(fits(1_600_000_000, Some(2_000_000_000)).is_ok());
        assert!(fits(1_600_000_000, None).is_ok(), "a system that does not say is taken to have room");
        assert!(fits(1 << 20, Some(0)).is_ok(), "small files are tried");
    }

    #[test]
    fn lines_of_the_system_are_read() {
        assert_eq!(kib("MemTotal: 9 kB\nMemAvailable:   12 kB\n", "MemAvailable:"), Some(12 << 10));
        assert_eq!(kib("MemTotal: 9 kB\n", "MemAvailable:"), None);
        if cfg!(target_os = "linux") {
            assert!(available().is_some_and(|bytes| bytes > 0));
        }
    }
}
