//! A notice of withdrawal, and when it takes effect.

use crate::domain::moment::Moment;

use super::step::{Step, Steps};
use super::subject::Subject;

/// A notice of withdrawal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Notice {
    pub(super) step: Step,
    /// The withdrawal that it leads to, if one is recorded.
    pub(super) effect: Option<Step>,
    /// The first day out: that of the withdrawal, or the one that the treaty's clause gives.
    pub(super) expires: Option<Moment>,
}

impl Notice {
    /// A notice with its effect: the withdrawal it leads to, or else what the treaty's clause gives.
    pub(super) fn of(step: &Step, steps: &Steps, subject: &Subject<'_>) -> Self {
        let effect = steps.effect_of(step).copied();
        let by_clause = subject.terms.withdrawal.as_ref().map(|clause| clause.after(step.day));
        Self { step: *step, effect, expires: effect.map(|effect| effect.day).or(by_clause) }
    }
}
