//! Where a treaty stands, reduced to a colour and a line for its lane header.

use super::event::EventKind;
use super::known_year::KnownYear;
use super::law::State;
use super::phase::{Phase, PhaseKind};
use super::record::Record;
use super::treaty::Nature;

/// Where a treaty stands on a day, for its lane header.
///
/// `domain/law/mod.rs` says how this differs from a [`State`] and a [`Phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusSummary {
    /// The colour of the dot.
    pub status: Status,
    /// The line beside it.
    pub life: LifeSummary,
}

/// A treaty's life up to a day in one line, in years; each language words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeSummary {
    /// No signature is recorded.
    Unsigned,
    /// Negotiated since a year.
    Negotiated(KnownYear),
    /// A political document, agreed in a year.
    Agreed(KnownYear),
    /// Signed in a year and not in force.
    Signed(KnownYear),
    /// Applied provisionally since a year.
    Provisional(KnownYear),
    /// In force since a year; a political document is in effect.
    InForce(KnownYear, Nature),
    /// In force since the first year, suspended since the second.
    Suspended(KnownYear, KnownYear),
    /// In force from the first year to the second.
    Ended(KnownYear, KnownYear, Ending),
    /// Signed in a year, ended without ever having been in force.
    NeverInForce(KnownYear),
    /// Signed in a year and, where that is over, ended in another; whether it was in force between is not recorded.
    EntryNotRecorded(KnownYear, Option<(KnownYear, Ending)>),
    /// Ended in a year, with nothing else on record.
    Over(KnownYear, Ending),
    /// A topic: the years of its first and its last event, if it has any.
    Topic(Option<(KnownYear, KnownYear)>),
}

/// How a treaty ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its term ran out.
    Expired,
    /// A later treaty took its place.
    Superseded,
    /// It was terminated.
    Terminated,
}

/// A legal state reduced to what lanes, filters and counts tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not yet signed, or nothing is known.
    Pending,
    /// Signed, not in force.
    Signed,
    /// In force.
    InForce,
    /// A political document that was agreed: it is in effect, and binds nobody in law.
    InEffect,
    /// In force, its operation suspended.
    Suspended,
    /// Ended.
    Ended,
    /// None: it is a topic and no instrument.
    Topic,
}

impl Status {
    /// Every status that an instrument can have, what is in force first.
    pub const ALL: [Self; 6] =
        [Self::InForce, Self::InEffect, Self::Suspended, Self::Signed, Self::Ended, Self::Pending];

    /// The status of a legal state.
    pub fn of_state(state: State, nature: Nature) -> Self {
        match state {
            _ if nature == Nature::Topic => Self::Topic,
            State::NotSigned => Self::Pending,
            State::Signed { .. }
            | State::ProvisionallyApplied
            | State::InForce
            | State::NoticeRunning { is_suspended: false, .. }
                if nature == Nature::Political =>
            {
                Self::InEffect
            }
            State::Signed { .. } => Self::Signed,
            State::ProvisionallyApplied
            | State::InForce
            | State::NoticeRunning { is_suspended: false, .. } => Self::InForce,
            State::Suspended | State::NoticeRunning { .. } => Self::Suspended,
            State::Out | State::Replaced | State::NeverInForce | State::Ended => Self::Ended,
        }
    }
}

impl StatusSummary {
    /// The standing in a state, after the phases that led to it.
    pub(super) fn of(
        record: &Record,
        phases: &[Phase],
        state: State,
        (nature, lacks_entry): (Nature, bool),
    ) -> Self {
        let life = match LifeSummary::of(record, phases, nature) {
            LifeSummary::Signed(year) if lacks_entry => LifeSummary::EntryNotRecorded(year, None),
            LifeSummary::NeverInForce(signed) if lacks_entry => {
                let end = phases.last().map(|end| (record.end_year(end), Ending::of(record, end)));
                LifeSummary::EntryNotRecorded(signed, end)
            }
            life => life,
        };
        Self { status: Status::of_state(state, nature), life }
    }
}

impl Ending {
    /// How the phase after the end of a treaty began.
    pub(super) fn of(record: &Record, end: &Phase) -> Self {
        match record.kind_of(end.from) {
            EventKind::Expired => Self::Expired,
            EventKind::Superseded => Self::Superseded,
            _ => Self::Terminated,
        }
    }
}

impl LifeSummary {
    fn of(record: &Record, phases: &[Phase], nature: Nature) -> Self {
        let year = |phase: &Phase| record.year_of(phase);
        let force = phases
            .iter()
            .find(|p| matches!(p.kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended));
        let signed = phases.iter().find(|p| p.kind == PhaseKind::Signed);
        let Some(last) = phases.last() else {
            return Self::Unsigned;
        };
        let since = force.map_or_else(|| year(last), year);
        match last.kind {
            PhaseKind::Negotiated => Self::Negotiated(year(last)),
            PhaseKind::Signed if nature == Nature::Political => Self::Agreed(year(last)),
            PhaseKind::Signed => Self::Signed(year(last)),
            PhaseKind::Provisional => Self::Provisional(year(last)),
            PhaseKind::InForce | PhaseKind::Extended => Self::InForce(since, nature),
            PhaseKind::Suspended => Self::Suspended(since, year(last)),
            PhaseKind::Ended => {
                let how = Ending::of(record, last);
                match (force, signed) {
                    (Some(force), _) => Self::Ended(year(force), record.end_year(last), how),
                    (None, Some(signed)) => Self::NeverInForce(year(signed)),
                    (None, None) => Self::Over(record.end_year(last), how),
                }
            }
        }
    }
}
