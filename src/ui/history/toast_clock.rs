//! Since when a message is shown.

/// Since when a message is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct ToastClock {
    /// The number of the message.
    pub(super) number: u64,
    /// A time of egui, in seconds.
    pub(super) since: f64,
}
