//! Since when a notice is shown.

/// Since when a notice is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct ToastClock {
    /// The number of the notice.
    pub(super) number: u64,
    /// A time of egui, in seconds.
    pub(super) since: f64,
}
