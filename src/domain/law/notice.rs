//! A notice of withdrawal, and when it takes effect.

use crate::domain::moment::Moment;

use super::subject::Subject;
use super::transition::{Transition, Transitions};

/// A notice of withdrawal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Notice {
    pub(super) transition: Transition,
    /// The withdrawal that it leads to, if one is recorded.
    pub(super) effect: Option<Transition>,
    /// The first day out: that of the withdrawal, or the one that the treaty's clause gives.
    pub(super) expires: Option<Moment>,
}

impl Notice {
    /// A notice with its effect: the withdrawal it leads to, or else what the treaty's clause gives.
    pub(super) fn of(transition: &Transition, transitions: &Transitions, subject: &Subject<'_>) -> Self {
        let effect = transitions.effect_of(transition).copied();
        let by_clause = subject.terms.withdrawal.as_ref().map(|clause| clause.after(transition.day));
        Self { transition: *transition, effect, expires: effect.map(|effect| effect.day).or(by_clause) }
    }
}
