//! The status date, and what is known on it.

use super::matrix::LawMatrix;
use super::statuses::Statuses;

/// The status date, and what is known on it.
#[derive(Debug, Default)]
pub struct LawState {
    /// The status date, and the status of every treaty on it; `None` while no date is set.
    pub status: Option<Statuses>,
    /// The matrix of treaties and parties; `None` until its table is opened.
    pub matrix: Option<LawMatrix>,
    /// Whether the status date advances by itself.
    pub is_playing: bool,
}
