//! Legal status on a date.

use crate::timeline::PartyLanes;

use super::as_of::AsOf;
use super::matrix::Regime;

/// Legal status on a date.
#[derive(Debug, Default)]
pub struct LawState {
    /// The status date, and the status of every treaty on it; `None` for the present.
    pub status: Option<AsOf>,
    /// The matrix of treaties and parties, once it was shown.
    pub matrix: Option<Regime>,
    /// Whether the status date advances by itself.
    pub is_playing: bool,
    /// The lanes of parties that were computed so far.
    pub(in crate::session) party_lanes: PartyLanes,
}
