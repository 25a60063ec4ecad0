//! Events in the life of a treaty, with the dates that their sources give.

use super::clauses::Period;
use super::edtf_date::EdtfDate;
use super::ids::{EventId, OwnTypeId, PartyId, SourceId, StatementId, TagId, TreatyId};
use super::moment::Moment;
use super::named_text::NamedText;

/// An event in the life of a treaty.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id in the file.
    pub key: Box<str>,
    /// The treaty it belongs to.
    pub treaty: TreatyId,
    /// What happened, in terms of treaty law.
    pub kind: EventKind,
    /// The party that acted; `None` for the treaty as a whole.
    pub party: Option<PartyId>,
    /// The claims of sources about its date, the preferred one first. Never empty.
    pub dates: Vec<DateClaim>,
    /// A short title in sentence case.
    pub title: Box<str>,
    /// What happened, in the dataset's own words.
    pub summary: Box<str>,
    /// Who contests its legal effect, and why; empty where nobody does.
    pub contested: Box<str>,
    /// Ties to other events.
    pub links: Vec<EventLink>,
    /// The statements about it, in order of date.
    pub statements: Vec<StatementId>,
    /// Its tags, in the file's order, each once.
    pub tags: Box<[TagId]>,
    /// The address of a page about it; empty if none is given.
    pub url: Box<str>,
    /// How well it is attested, where somebody has judged it.
    pub confidence: Option<Confidence>,
    /// Path of a picture, relative to the data file's folder and never outside it; empty if there is none.
    pub image: Box<str>,
    /// What else the file says of it.
    pub fields: Box<[NamedText]>,
}

/// How well an event is attested, as reporters and investigators mark it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Sources independent of each other agree.
    Confirmed,
    /// One source says so.
    SingleSource,
    /// Nobody has checked it.
    Unverified,
}

impl Confidence {
    /// Its word in the native format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::SingleSource => "single_source",
            Self::Unverified => "unverified",
        }
    }
}

/// Why an event is to be taken with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attestation {
    /// Somebody has judged that only one source says so.
    SingleSource,
    /// Somebody has judged that nobody has checked it.
    Unverified,
    /// It has no source, in a dataset that names sources for others.
    Unsourced,
}

/// One source's claim to a date of an event.
#[derive(Clone, Debug)]
pub struct DateClaim {
    /// The date.
    pub date: EdtfDate,
    /// Which of the act's dates it is.
    pub role: DateRole,
    /// Where it was seen; `None` only in a dataset that says that it names no sources.
    pub source: Option<SourceId>,
    /// What to know about the claim.
    pub note: Box<str>,
    /// What the date rests on, where the file gives it only by its relation to other events.
    pub relation: Option<Box<DateRelation>>,
}

/// A date known only by its relation to other events, of which one or both are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRelation {
    /// Id in the file of the event that it does not come before; empty if none is given.
    pub after: Box<str>,
    /// Id in the file of the event that it does not come after; empty if none is given.
    pub before: Box<str>,
    /// How much later than the first it is at most, or where that is not given, how much earlier than the second.
    pub within: Option<Period>,
}

/// Which of an act's dates is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateRole {
    /// Announced in public.
    Announced,
    /// Notified to the other parties or the depositary.
    Notified,
    /// Done in due form: signed, deposited, enacted.
    Formal,
    /// Effective in law: the first day on which it holds; for an end, the first day out.
    Effective,
    /// The last day on which what ends was in force, where that is the day a source gives.
    LastDay,
}

/// A tie from one event to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLink {
    /// What kind of tie.
    pub relation: EventRelation,
    /// The other event.
    pub to: EventId,
}

/// How one event stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventRelation {
    /// It is the effect of the other, as a withdrawal is of a notice.
    Completes,
    /// It answers the other.
    RespondsTo,
}

impl Event {
    /// The claim the timeline draws.
    ///
    /// # Panics
    /// Only where there is no date, which no event of a [`Dataset`](super::Dataset) lacks.
    pub fn claim(&self) -> &DateClaim {
        &self.dates[0]
    }

    /// The claim that governs in law: the day of effect where one is given, otherwise the claim that is drawn.
    pub fn governing_claim(&self) -> &DateClaim {
        let is_effect = |claim: &&DateClaim| matches!(claim.role, DateRole::Effective | DateRole::LastDay);
        self.dates.iter().find(is_effect).unwrap_or_else(|| self.claim())
    }

    /// The date the timeline draws.
    pub fn date(&self) -> &EdtfDate {
        &self.claim().date
    }

    /// Where its mark is drawn.
    pub fn at(&self) -> Moment {
        self.date().anchor()
    }

    /// Which event is drawn where several overlap: the rank of its kind, lower where one party joins and not the treaty
    /// as a whole. Forty signatures on one day must not hide that the treaty was opened for signature.
    pub fn rank(&self) -> u8 {
        let rank = self.kind.rank();
        let joins = matches!(self.kind, EventKind::Signed | EventKind::EnteredIntoForce);
        if (joins || self.kind.is_consent()) && self.party.is_some() { rank - 20 } else { rank }
    }

    /// Whether a source is named for any of its dates.
    pub fn has_source(&self) -> bool {
        self.dates.iter().any(|claim| claim.source.is_some())
    }

    /// Whether sources give different dates for the same role. A set in one claim is no dispute: its source alone leaves
    /// the day open.
    pub fn is_disputed(&self) -> bool {
        let first = self.claim();
        self.dates[1..].iter().any(|other| other.role == first.role && other.date.text() != first.date.text())
    }
}

macro_rules! event_kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $rank:literal;)*) => {
        /// The kind of an event, in terms of treaty law (VCLT: Vienna Convention on the Law of Treaties).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $name,)*
            /// A type that the dataset names itself; [`Record::own_type`](super::Record::own_type) has its name.
            Own(OwnTypeId),
        }

        impl EventKind {
            /// Every kind of the format, in the order of a treaty's life.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word for it in the format; `other` for a type of a dataset's own, whose word is
            /// [`Record::type_key`](super::Record::type_key).
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* Self::Own(_) => "other" }
            }

            /// Which kind is drawn where events overlap: the one of higher rank; the others are counted.
            ///
            /// What begins or ends a legal effect outranks what prepares it, and both outrank talk about it.
            pub fn rank(self) -> u8 {
                // A type of its own is drawn in full size: its author found it worth a name.
                match self { $(Self::$name => $rank,)* Self::Own(_) => 45 }
            }
        }
    };
}

event_kinds! {
    /// Talks began.
    NegotiationsBegan = "negotiations_began", 40;
    /// A proposal or offer was made.
    Proposed = "proposed", 25;
    /// The text was adopted (VCLT art. 9).
    Adopted = "adopted", 60;
    /// Opened for signature.
    OpenedForSignature = "opened_for_signature", 75;
    /// Signed.
    Signed = "signed", 78;
    /// A signature was withdrawn.
    SignatureWithdrawn = "signature_withdrawn", 66;
    /// A domestic step that does not bind by itself: consent of a parliament, a law.
    DomesticStep = "domestic_step", 30;
    /// Ratified (VCLT art. 14).
    Ratified = "ratified", 55;
    /// Accepted (VCLT art. 14).
    Accepted = "accepted", 55;
    /// Approved (VCLT art. 14).
    Approved = "approved", 55;
    /// Acceded (VCLT art. 15).
    Acceded = "acceded", 55;
    /// Succeeded to another state's part.
    Succeeded = "succeeded", 53;
    /// Applied provisionally (VCLT art. 25).
    ProvisionallyApplied = "provisionally_applied", 58;
    /// Entered into force (VCLT art. 24), as a whole or for one party.
    EnteredIntoForce = "entered_into_force", 90;
    /// Amended (VCLT art. 39).
    Amended = "amended", 56;
    /// An extension was agreed, and not yet in effect.
    ExtensionAgreed = "extension_agreed", 50;
    /// Extended in time.
    Extended = "extended", 80;
    /// Reductions completed, limits met.
    Implemented = "implemented", 35;
    /// Inspections or exchanges began, paused or ended.
    VerificationChanged = "verification_changed", 28;
    /// A breach was alleged.
    BreachAlleged = "breach_alleged", 45;
    /// A suspension was announced.
    SuspensionAnnounced = "suspension_announced", 62;
    /// Suspended (VCLT art. 57).
    Suspended = "suspended", 82;
    /// A suspension was lifted.
    SuspensionLifted = "suspension_lifted", 76;
    /// A withdrawal was announced.
    WithdrawalAnnounced = "withdrawal_announced", 64;
    /// Notice of withdrawal was given (VCLT art. 65).
    WithdrawalNotified = "withdrawal_notified", 72;
    /// A notice of withdrawal was halted before its effect (VCLT art. 68).
    WithdrawalSuspended = "withdrawal_suspended", 63;
    /// A withdrawal took effect (VCLT art. 54).
    WithdrawalEffective = "withdrawal_effective", 84;
    /// A ratification was revoked.
    RatificationRevoked = "ratification_revoked", 74;
    /// Terminated (VCLT art. 54).
    Terminated = "terminated", 95;
    /// Expired: its term ran out.
    Expired = "expired", 95;
    /// Superseded by a later treaty (VCLT art. 59).
    Superseded = "superseded", 93;
    /// Rejected by a parliament or by another party.
    Rejected = "rejected", 48;
    /// A declaration by one government.
    Declaration = "declaration", 26;
    /// A review conference.
    ReviewConference = "review_conference", 32;
    /// A nuclear or missile test.
    Test = "test", 34;
    /// A meeting or consultation.
    Meeting = "meeting", 20;
    /// Anything else.
    Other = "other", 10;
}

impl EventKind {
    /// The kind with this word in the format.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    /// Whether such an event can come before signature.
    pub fn precedes_signature(self) -> bool {
        matches!(
            self,
            Self::NegotiationsBegan
                | Self::Proposed
                | Self::Adopted
                | Self::OpenedForSignature
                | Self::Signed
                | Self::Declaration
                | Self::Test
                | Self::Meeting
                | Self::Other
                | Self::Own(_)
                | Self::DomesticStep
                | Self::Rejected
        )
    }

    /// Whether such an event can change the legal state of a treaty or of a party; the others prepare, implement or
    /// comment.
    pub fn is_act_of_law(self) -> bool {
        !matches!(
            self,
            Self::Proposed
                | Self::DomesticStep
                | Self::ExtensionAgreed
                | Self::Implemented
                | Self::VerificationChanged
                | Self::BreachAlleged
                | Self::SuspensionAnnounced
                | Self::WithdrawalAnnounced
                | Self::Rejected
                | Self::Declaration
                | Self::ReviewConference
                | Self::Test
                | Self::Meeting
                | Self::Other
                | Self::Own(_)
        )
    }

    /// Whether it expresses consent to be bound (VCLT art. 11) by an instrument.
    pub fn is_consent(self) -> bool {
        matches!(self, Self::Ratified | Self::Accepted | Self::Approved | Self::Acceded)
    }

    /// Whether it ends the treaty when it happens to the treaty as a whole.
    pub fn ends_treaty(self) -> bool {
        matches!(self, Self::Terminated | Self::Expired | Self::Superseded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_into_force_and_ends_outrank_everything_else() {
        let force =
            [EventKind::EnteredIntoForce, EventKind::Terminated, EventKind::Expired, EventKind::Superseded];
        let rest = EventKind::ALL.iter().filter(|kind| !force.contains(kind));
        let highest = rest.map(|kind| kind.rank()).max().unwrap();
        assert!(force.iter().all(|kind| kind.rank() > highest));
    }

    #[test]
    fn all_kinds_of_consent_have_one_rank() {
        let ranks = EventKind::ALL.iter().filter(|kind| kind.is_consent()).map(|kind| kind.rank());
        assert_eq!(ranks.collect::<Vec<_>>(), [EventKind::Ratified.rank(); 4]);
    }

    #[test]
    fn each_kind_is_found_by_its_key() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_key(kind.key()), Some(*kind));
        }
        assert_eq!(EventKind::from_key("Signed"), None);
    }
}
