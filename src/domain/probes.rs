//! Counts how often a search looks at a value, so that tests can hold the cost of a frame to its bound without a clock.
//! Only in builds with debug assertions: in a release nothing is counted.

#[cfg(debug_assertions)]
thread_local! {
    static PROBES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// One look of a search at a value.
#[inline]
pub fn probe() {
    #[cfg(debug_assertions)]
    PROBES.with(|probes| probes.set(probes.get() + 1));
}

/// Looks at `n` values in a row, as a scan over bytes takes.
#[inline]
pub fn probe_many(n: usize) {
    #[cfg(debug_assertions)]
    PROBES.with(|probes| probes.set(probes.get() + n as u64));
    #[cfg(not(debug_assertions))]
    let _ = n;
}

/// What some work gives, and how many looks its searches took on this thread; 0 in a release.
pub fn count_probes<R>(work: impl FnOnce() -> R) -> (R, u64) {
    let so_far = || {
        #[cfg(debug_assertions)]
        return PROBES.with(std::cell::Cell::get);
        #[cfg(not(debug_assertions))]
        0
    };
    let before = so_far();
    let done = work();
    (done, so_far() - before)
}
