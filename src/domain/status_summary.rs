//! Where a treaty stands, reduced to a colour and a line for its lane header.

use super::event::EventKind;
use super::known_year::KnownYear;
use super::law::State;
use super::phase::{Phase, PhaseKind};
use super::record::Record;
use super::treaty::Nature;

/// Where a treaty stands at the end of the record, for its lane header.
///
/// `domain/law/mod.rs` says how this differs from a [`State`] and a [`Phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The colour of the dot.
    pub status: Status,
    /// The line beside it.
    pub brief: Brief,
}

/// A treaty's life in one line, in years; each language words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brief {
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
    /// Ended in a year, with nothing else on record.
    Over(KnownYear, Ending),
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

/// A legal state reduced to one of five colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not yet signed, or nothing is known.
    Pending,
    /// Signed, not in force.
    Signed,
    /// In force.
    InForce,
    /// In force, its operation suspended.
    Suspended,
    /// Ended.
    Ended,
}

impl Status {
    /// The status of a legal state.
    pub fn of_state(state: State) -> Self {
        match state {
            State::NotSigned => Self::Pending,
            State::Signed { .. } => Self::Signed,
            State::ProvisionallyApplied
            | State::InForce
            | State::NoticeRunning { is_suspended: false, .. } => Self::InForce,
            State::Suspended | State::NoticeRunning { .. } => Self::Suspended,
            State::Out | State::NeverInForce | State::Ended => Self::Ended,
        }
    }
}

impl Standing {
    /// The standing that follows from a treaty's phases.
    pub(super) fn of(record: &Record, phases: &[Phase], nature: Nature) -> Self {
        let year = |phase: &Phase| record.year_of(phase);
        let force = phases
            .iter()
            .find(|p| matches!(p.kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended));
        let signed = phases.iter().find(|p| p.kind == PhaseKind::Signed);
        let Some(last) = phases.last() else {
            return Self { status: Status::Pending, brief: Brief::Unsigned };
        };
        let since = force.map_or_else(|| year(last), year);
        let (status, brief) = match last.kind {
            PhaseKind::Negotiated => (Status::Pending, Brief::Negotiated(year(last))),
            PhaseKind::Signed if nature == Nature::Political => (Status::InForce, Brief::Agreed(year(last))),
            PhaseKind::Signed => (Status::Signed, Brief::Signed(year(last))),
            PhaseKind::Provisional => (Status::Signed, Brief::Provisional(year(last))),
            PhaseKind::InForce | PhaseKind::Extended => (Status::InForce, Brief::InForce(since, nature)),
            PhaseKind::Suspended => (Status::Suspended, Brief::Suspended(since, year(last))),
            PhaseKind::Ended => {
                let how = match record.event(last.from).kind {
                    EventKind::Expired => Ending::Expired,
                    EventKind::Superseded => Ending::Superseded,
                    _ => Ending::Terminated,
                };
                let brief = match (force, signed) {
                    (Some(force), _) => Brief::Ended(year(force), year(last), how),
                    (None, Some(signed)) => Brief::NeverInForce(year(signed)),
                    (None, None) => Brief::Over(year(last), how),
                };
                (Status::Ended, brief)
            }
        };
        Self { status, brief }
    }
}
