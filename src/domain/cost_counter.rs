//! Counts the values that searches read, so that tests can bound the cost of a frame without a clock. Release builds
//! count nothing.

#[cfg(debug_assertions)]
thread_local! {
    static PROBES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one look of a search at a value.
#[inline]
pub fn probe() {
    #[cfg(debug_assertions)]
    PROBES.with(|probes| probes.set(probes.get() + 1));
}

/// Counts `n` values, as for a scan over bytes.
#[inline]
pub fn probe_many(n: usize) {
    #[cfg(debug_assertions)]
    PROBES.with(|probes| probes.set(probes.get() + n as u64));
    #[cfg(not(debug_assertions))]
    let _ = n;
}

/// The result of some work, and how many values its searches read on this thread; 0 in release builds.
pub fn count_probes<R>(work: impl FnOnce() -> R) -> (R, u64) {
    let total = || {
        #[cfg(debug_assertions)]
        return PROBES.with(std::cell::Cell::get);
        #[cfg(not(debug_assertions))]
        0
    };
    let before = total();
    let result = work();
    (result, total() - before)
}
