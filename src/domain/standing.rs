//! Where a treaty stands now, in a few words for its lane.

use super::event::{Event, EventKind};
use super::law::State;
use super::phase::{Phase, PhaseKind};
use super::treaty::Nature;

/// A treaty's standing, for the lane's head: a state to colour and words to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What colours the dot.
    pub status: Status,
    /// As in `1988 – 2019 · terminated` or `in force since 1970`.
    pub words: String,
}

/// The coarse state of a treaty.
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
    /// Over.
    Ended,
}

impl Status {
    /// The coarse state that a legal state is.
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
    /// The standing that follows from a treaty's phases; `ending` is the event that ended it, if one did.
    pub fn of(phases: &[Phase], ending: Option<&Event>, nature: Nature) -> Self {
        let is_political = nature == Nature::Political;
        let year = |phase: &Phase| super::year_in_words(phase.start.year());
        let force = phases
            .iter()
            .find(|p| matches!(p.kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended));
        let signed = phases.iter().find(|p| p.kind == PhaseKind::Signed);
        let Some(last) = phases.last() else {
            return Self { status: Status::Pending, words: "no signature recorded".into() };
        };
        let (status, words) = match last.kind {
            PhaseKind::Negotiated => (Status::Pending, format!("negotiated since {}", year(last))),
            PhaseKind::Signed if is_political => (Status::InForce, format!("agreed {}", year(last))),
            PhaseKind::Signed => (Status::Signed, format!("signed {} · not in force", year(last))),
            PhaseKind::Provisional => (Status::Signed, format!("provisionally applied since {}", year(last))),
            PhaseKind::InForce | PhaseKind::Extended => {
                let since = force.map_or_else(String::new, year);
                let force = if is_political { "in effect" } else { "in force" };
                (Status::InForce, format!("{force} since {since}"))
            }
            PhaseKind::Suspended => {
                let since = force.map_or_else(String::new, year);
                (Status::Suspended, format!("in force since {since} · suspended {}", year(last)))
            }
            PhaseKind::Ended => {
                let how = match ending.map(|event| event.kind) {
                    Some(EventKind::Expired) => "expired",
                    Some(EventKind::Superseded) => "superseded",
                    _ => "terminated",
                };
                let words = match (force, signed) {
                    (Some(force), _) => format!("{} – {} · {how}", year(force), year(last)),
                    (None, Some(signed)) => format!("signed {} · never in force", year(signed)),
                    (None, None) => format!("{how} {}", year(last)),
                };
                (Status::Ended, words)
            }
        };
        Self { status, words }
    }
}
