//! The phases of a treaty's life, computed from its events and never stored.

use super::event::{Event, EventKind};
use super::ids::EventId;
use super::moment::Moment;

/// A stretch of a treaty's life in one legal condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The condition.
    pub kind: PhaseKind,
    /// When it began: the anchor of [`from`](Self::from)'s date.
    pub start: Moment,
    /// When it ended; `None` while it lasts.
    pub end: Option<Moment>,
    /// The event that began it.
    pub from: EventId,
    /// The event that ended it.
    pub until: Option<EventId>,
}

/// The legal condition of a treaty as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhaseKind {
    /// Talks, or a text adopted and not yet open to signature.
    Negotiated,
    /// Signed or open for signature, not in force.
    Signed,
    /// In force for its first term.
    InForce,
    /// In force beyond its first term.
    Extended,
    /// In force, its operation suspended by a party to a bilateral treaty or by all.
    Suspended,
    /// Over.
    Ended,
}

impl PhaseKind {
    /// The phase in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Negotiated => "negotiated",
            Self::Signed => "signed, not in force",
            Self::InForce => "in force",
            Self::Extended => "in force, extended",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }
}

/// The phases of one treaty from its events, which must be in order of date.
///
/// A step by one party changes the treaty's phase only where the treaty cannot stand without that party:
/// `bilateral` says so. A suspension by one of thirty parties is that party's affair. Entry into force for
/// one party (`party` set) does not put the treaty as a whole in force. What happens after the end (a
/// moratorium, a late offer) leaves the treaty ended.
pub fn phases_of<'a>(events: impl IntoIterator<Item = (EventId, &'a Event)>, bilateral: bool) -> Vec<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    // What force a lifted suspension returns to.
    let mut force = PhaseKind::InForce;
    for (id, event) in events {
        let now = phases.last().map(|phase| phase.kind);
        let whole = event.party.is_none();
        let in_force = matches!(now, Some(PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended));
        let next = match event.kind {
            EventKind::NegotiationsBegan | EventKind::Adopted if now.is_none() => PhaseKind::Negotiated,
            EventKind::OpenedForSignature | EventKind::Signed
                if matches!(now, None | Some(PhaseKind::Negotiated)) =>
            {
                PhaseKind::Signed
            }
            EventKind::EnteredIntoForce if whole && !in_force && now != Some(PhaseKind::Ended) => {
                PhaseKind::InForce
            }
            EventKind::Extended if in_force && whole => {
                force = PhaseKind::Extended;
                if now == Some(PhaseKind::Suspended) { PhaseKind::Suspended } else { force }
            }
            EventKind::Suspended if in_force && (whole || bilateral) => PhaseKind::Suspended,
            EventKind::SuspensionLifted if now == Some(PhaseKind::Suspended) && (whole || bilateral) => force,
            kind if kind.ends_treaty() && whole => PhaseKind::Ended,
            _ => continue,
        };
        if now == Some(next) {
            continue;
        }
        let start = event.at();
        if let Some(last) = phases.last_mut() {
            (last.end, last.until) = (Some(start), Some(id));
        }
        phases.push(Phase { kind: next, start, end: None, from: id, until: None });
    }
    phases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DateClaim, DateRole, EdtfDate, PartyId, SourceId, TreatyId};

    fn event(kind: EventKind, party: Option<usize>, date: &str) -> Event {
        Event {
            key: date.into(),
            treaty: TreatyId::new(0),
            kind,
            party: party.map(PartyId::new),
            dates: vec![DateClaim {
                date: EdtfDate::parse(date).unwrap(),
                role: DateRole::Effective,
                source: SourceId::new(0),
                note: "".into(),
            }],
            title: "".into(),
            summary: "".into(),
            links: Vec::new(),
            statements: Vec::new(),
        }
    }

    fn life(events: &[(EventKind, Option<usize>, &str)], bilateral: bool) -> Vec<String> {
        let events: Vec<Event> = events.iter().map(|&(k, p, d)| event(k, p, d)).collect();
        let numbered = events.iter().enumerate().map(|(i, e)| (EventId::new(i), e));
        phases_of(numbered, bilateral)
            .iter()
            .map(|p| format!("{} {}", p.start.date(), p.kind.words()))
            .collect()
    }

    use EventKind::*;

    #[test]
    fn a_bilateral_treaty_is_suspended_by_either_party_and_ends_once() {
        let inf = [
            (NegotiationsBegan, None, "1981-11-30"),
            (Signed, None, "1987-12-08"),
            (EnteredIntoForce, None, "1988-06-01"),
            (Suspended, Some(0), "2019-02-02"),
            (Suspended, Some(1), "2019-07-03"),
            (Terminated, None, "2019-08-02"),
            (Declaration, Some(1), "2025-08-04"),
        ];
        assert_eq!(
            life(&inf, true),
            [
                "1981-11-30 negotiated",
                "1987-12-08 signed, not in force",
                "1988-06-01 in force",
                "2019-02-02 suspended",
                "2019-08-02 ended",
            ]
        );
    }

    #[test]
    fn one_party_of_many_neither_suspends_nor_ends_the_treaty() {
        let open_skies = [
            (Signed, None, "1992-03-24"),
            (EnteredIntoForce, None, "2002-01-01"),
            (Suspended, Some(0), "2010"),
            (WithdrawalEffective, Some(0), "2020-11-22"),
        ];
        assert_eq!(life(&open_skies, false), ["1992-03-24 signed, not in force", "2002-01-01 in force"]);
    }

    #[test]
    fn a_lifted_suspension_returns_to_the_force_there_was() {
        let extended = [
            (Signed, None, "2000"),
            (EnteredIntoForce, None, "2001"),
            (Extended, None, "2002"),
            (Suspended, None, "2003"),
            (SuspensionLifted, None, "2004"),
        ];
        let kinds = life(&extended, true);
        assert_eq!(kinds.last().unwrap(), "2004-07-02 in force, extended");
    }

    #[test]
    fn signature_alone_never_puts_a_treaty_in_force() {
        let ctbt = [(OpenedForSignature, None, "1996-09-24"), (Ratified, Some(0), "1998-04-06")];
        assert_eq!(life(&ctbt, false), ["1996-09-24 signed, not in force"]);
    }
}
