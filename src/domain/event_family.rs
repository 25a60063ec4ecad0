//! Eight families of events, by which signs on the timeline are told apart at a glance.

use super::event::{Event, EventKind};

/// A family of kinds of event. Each has a shape and a colour; kinds within it differ in details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventFamily {
    /// Talks: negotiations, proposals, meetings.
    Talks,
    /// The text, its signature, and consent to be bound by it.
    Signature,
    /// Entry into force, and provisional application.
    Entry,
    /// What changes a treaty or how it is carried out.
    Change,
    /// Allegations of breach, refusals.
    Doubt,
    /// Suspension, announced, in effect and lifted.
    Suspension,
    /// Withdrawal and end.
    Exit,
    /// Anything else.
    Other,
}

impl EventFamily {
    /// Every family, in the order of a treaty's life.
    pub const ALL: [Self; 8] = [
        Self::Talks,
        Self::Signature,
        Self::Entry,
        Self::Change,
        Self::Doubt,
        Self::Suspension,
        Self::Exit,
        Self::Other,
    ];

    /// Its kinds in the format, in the order of a treaty's life.
    pub fn kinds(self) -> impl Iterator<Item = EventKind> {
        EventKind::ALL.iter().copied().filter(move |kind| kind.family() == self)
    }

    /// The kind whose sign stands for the family.
    pub fn leader(self) -> EventKind {
        match self {
            Self::Talks => EventKind::Meeting,
            Self::Signature => EventKind::Signed,
            Self::Entry => EventKind::EnteredIntoForce,
            Self::Change => EventKind::Extended,
            Self::Doubt => EventKind::BreachAlleged,
            Self::Suspension => EventKind::Suspended,
            Self::Exit => EventKind::Terminated,
            Self::Other => EventKind::Declaration,
        }
    }

    /// Whose sign a cluster shows: that of the more important family.
    fn importance(self) -> u8 {
        match self {
            Self::Other => 0,
            Self::Talks => 1,
            Self::Change => 2,
            Self::Signature => 3,
            Self::Doubt => 4,
            Self::Entry => 5,
            Self::Suspension => 6,
            Self::Exit => 7,
        }
    }
}

impl EventKind {
    /// Its family.
    pub fn family(self) -> EventFamily {
        match self {
            Self::NegotiationsBegan | Self::Proposed | Self::Meeting => EventFamily::Talks,
            Self::Adopted
            | Self::OpenedForSignature
            | Self::Signed
            | Self::DomesticStep
            | Self::Ratified
            | Self::Accepted
            | Self::Approved
            | Self::Acceded
            | Self::Succeeded => EventFamily::Signature,
            Self::ProvisionallyApplied | Self::EnteredIntoForce => EventFamily::Entry,
            Self::Amended
            | Self::ExtensionAgreed
            | Self::Extended
            | Self::Implemented
            | Self::VerificationChanged
            | Self::ReviewConference => EventFamily::Change,
            Self::BreachAlleged | Self::Rejected => EventFamily::Doubt,
            Self::SuspensionAnnounced | Self::Suspended | Self::SuspensionLifted => EventFamily::Suspension,
            Self::SignatureWithdrawn
            | Self::WithdrawalAnnounced
            | Self::WithdrawalNotified
            | Self::WithdrawalSuspended
            | Self::WithdrawalEffective
            | Self::RatificationRevoked
            | Self::Terminated
            | Self::Expired
            | Self::Superseded => EventFamily::Exit,
            Self::Declaration | Self::Test | Self::Other | Self::Own(_) => EventFamily::Other,
        }
    }

    /// Which sign is drawn where signs overlap: that of the more important family, and within a family that of the
    /// higher [`rank`](Self::rank).
    pub fn sign_rank(self) -> u8 {
        // Ranks of kinds are below 100, so that a quarter of one is less than the distance between families.
        32 * self.family().importance() + self.rank() / 4
    }
}

impl Event {
    /// The rank of its sign in a cluster: lower within its family where one party joins and not the treaty as a whole,
    /// as in [`rank`](Self::rank).
    pub fn sign_rank(&self) -> u8 {
        32 * self.kind.family().importance() + self.rank() / 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exits_outrank_suspensions_and_those_entry_doubt_signature_change_and_talks() {
        let order = [
            EventFamily::Exit,
            EventFamily::Suspension,
            EventFamily::Entry,
            EventFamily::Doubt,
            EventFamily::Signature,
            EventFamily::Change,
            EventFamily::Talks,
            EventFamily::Other,
        ];
        for pair in order.windows(2) {
            let lowest = pair[0].kinds().map(EventKind::sign_rank).min();
            let highest = pair[1].kinds().map(EventKind::sign_rank).max();
            assert!(lowest > highest, "{pair:?}");
        }
    }

    #[test]
    fn every_family_has_kinds_and_is_led_by_one_of_them() {
        for family in EventFamily::ALL {
            assert!(family.kinds().any(|kind| kind == family.leader()), "{family:?}");
        }
        let all = EventFamily::ALL.into_iter().flat_map(EventFamily::kinds).count();
        assert_eq!(all, EventKind::ALL.len());
    }
}
