//! The phases of a treaty's life, computed from its events and never read from a file.

use super::clauses::{Clause, Period};
use super::ground::Ground;
use super::ids::EventId;
use super::moment::Moment;

/// A period of a treaty's life in one legal condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The condition.
    pub kind: PhaseKind,
    /// The first day on which it holds in law.
    pub day: Moment,
    /// When it began: the anchor of [`from`](Self::from)'s date, or noon where the law counts from another day.
    pub start: Moment,
    /// When it ended; `None` for the last one.
    pub end: Option<Moment>,
    /// The event or the listed act that began it.
    pub from: Ground,
    /// What ended it.
    pub until: Option<Ground>,
}

/// A notice of withdrawal that took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// When it was given.
    pub from: Moment,
    /// When the withdrawal took effect.
    pub until: Moment,
    /// The event by which notice was given.
    pub event: EventId,
    /// The withdrawal that followed.
    pub effect: EventId,
}

/// The time between a notice of withdrawal and its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeLength<'a> {
    /// In calendar months and days.
    pub period: Period,
    /// The treaty's clause on withdrawal, if it is recorded.
    pub clause: Option<&'a Clause>,
}

/// The legal condition of a treaty as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhaseKind {
    /// Under negotiation, or adopted and not yet open for signature.
    Negotiated,
    /// Signed or open for signature, not in force.
    Signed,
    /// Applied provisionally, not in force.
    Provisional,
    /// In force for its first term.
    InForce,
    /// In force beyond its first term.
    Extended,
    /// In force, its operation suspended by a party to a bilateral treaty or by all.
    Suspended,
    /// Ended.
    Ended,
}
