//! The legal states a treaty can be in, as a whole or for one party, in the terms of the Vienna Convention.

/// Where a treaty stands on one day, as a whole or for one party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Not signed, nor consented to in another way.
    NotSigned,
    /// Signed, or consented to and not yet in force (VCLT art. 18).
    Signed {
        /// Whether consent to be bound was given: ratified, accepted, approved, acceded (VCLT art. 11).
        is_ratified: bool,
    },
    /// Applied provisionally, pending its entry into force (VCLT art. 25).
    ProvisionallyApplied,
    /// In force (VCLT art. 24).
    InForce,
    /// In force, its operation suspended (VCLT art. 57 and 72).
    Suspended,
    /// In force, and notice of withdrawal running (VCLT art. 56 and 65).
    NoticeRunning {
        /// Days until the first day out; `None` where neither an event nor a clause says when the notice runs out.
        days_left: Option<u32>,
        /// Whether its operation is suspended meanwhile.
        is_suspended: bool,
    },
    /// The party withdrew, or withdrew its signature (VCLT art. 54 and 18).
    Out,
    /// A successor state took the party's place (VCSSRT art. 34).
    Replaced,
    /// Over without ever having been in force.
    NeverInForce,
    /// Over: terminated, expired or superseded (VCLT art. 54 and 59).
    Ended,
}

/// What an answer rests on beside the events of the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Nothing else.
    #[default]
    Events,
    /// The treaty's clause on entry into force for late parties.
    EntryClause,
    /// No clause on late parties is recorded, so the day of deposit is taken.
    DayOfDeposit,
    /// The treaty's clause on withdrawal.
    WithdrawalClause,
    /// The record may lack events: it has an end and no entry into force.
    EntryNotRecorded,
}

impl State {
    /// The stable word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotSigned => "not_signed",
            Self::Signed { .. } => "signed",
            Self::ProvisionallyApplied => "provisionally_applied",
            Self::InForce => "in_force",
            Self::Suspended => "suspended",
            Self::NoticeRunning { .. } => "notice_running",
            Self::Out => "out",
            Self::Replaced => "replaced",
            Self::NeverInForce => "never_in_force",
            Self::Ended => "ended",
        }
    }

    /// Whether the treaty binds: it may be left, suspended or ended.
    pub fn is_bound(self) -> bool {
        matches!(
            self,
            Self::ProvisionallyApplied | Self::InForce | Self::Suspended | Self::NoticeRunning { .. }
        )
    }

    /// Whether two states are the same but for the days left of a notice, which differ on each day of it.
    pub fn is_same_condition(self, other: Self) -> bool {
        match (self, other) {
            (Self::NoticeRunning { is_suspended, .. }, Self::NoticeRunning { is_suspended: others, .. }) => {
                is_suspended == others
            }
            _ => self == other,
        }
    }
}
