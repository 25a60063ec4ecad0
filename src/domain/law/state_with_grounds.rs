//! What the machine says of a subject on a day: the state, and the transitions that brought it about.

use crate::domain::ground::Ground;

use super::state::{Basis, State};
use super::transition::Transition;

/// The state after the transitions up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StateWithGrounds {
    pub(super) state: State,
    /// The events and listed acts the state rests on, in order of date.
    pub(super) grounds: Vec<Ground>,
    /// The extension by which the treaty is in force beyond its first term, if it is.
    pub(super) extension: Option<Transition>,
    /// What was suspended or notified before and taken back since, with the acts that did so.
    pub(super) taken_back: Vec<Transition>,
    /// What stood in for a transition, if anything did.
    pub(super) basis: Basis,
}
