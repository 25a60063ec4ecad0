//! The acts of parties that a depositary lists: who signed, ratified, acceded and left, and when.
//!
//! A list names every state, so its acts are kept apart from the events that a lane draws: compact, in order of treaty and
//! party, and found by search.

use super::edtf_date::EdtfDate;
use super::event::EventKind;
use super::ids::{ActListId, PartyId, SourceId, TreatyId};
use super::moment::Moment;

/// A depositary's list of parties' acts.
#[derive(Clone, Debug)]
pub struct ActList {
    /// The treaty.
    pub treaty: TreatyId,
    /// Where the list was seen.
    pub source: SourceId,
    /// The day on which it was seen.
    pub seen: Option<EdtfDate>,
    /// The day as of which the list says that it stands.
    pub as_of: Option<EdtfDate>,
    /// By which rule the days of entry into force were worked out, where the list itself does not give them.
    pub rule: Option<ActRule>,
    /// The acts that were seen in another source.
    pub also: Vec<OtherSource>,
    /// What the list does not give.
    pub lacks: Vec<Box<str>>,
    /// The protocols that its acts are to, where there are several.
    pub parts: Vec<Box<str>>,
}

/// Another source of some acts of a list.
#[derive(Clone, Debug)]
pub struct OtherSource {
    /// The source.
    pub source: SourceId,
    /// The parties whose acts were seen there.
    pub parties: Vec<PartyId>,
    /// The kinds of act; empty for all of them.
    pub kinds: Vec<EventKind>,
    /// Why it was used; empty if nothing is said.
    pub why: Box<str>,
}

/// The clause by which the days of entry into force of a list were worked out.
#[derive(Clone, Debug)]
pub struct ActRule {
    /// The article; empty if none is given.
    pub article: Box<str>,
    /// What it says, in the dataset's own words.
    pub text: Box<str>,
    /// Where it was seen.
    pub source: Option<SourceId>,
}

/// One act of one party, as a list gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party, under the name that the list gives it.
    pub party: PartyId,
    /// What it did: one of [`Act::KINDS`].
    pub kind: EventKind,
    /// When.
    pub date: ActDate,
    /// The list.
    pub list: ActListId,
    /// Where it was seen: the source of the list, or another where the list says so.
    pub source: SourceId,
    /// To which protocol it is, counted from 1 in [`ActList::parts`]; 0 where there is one treaty.
    pub part: u16,
}

/// The date of an act. Nearly all are days, which need no text of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActDate {
    /// A day, at midnight.
    Day(Moment),
    /// Any other date, by its index in [`DatasetTables::act_dates`](super::DatasetTables::act_dates).
    Other(u32),
}

impl Act {
    /// The kinds of act that a list may give, in the order of a treaty's life.
    pub const KINDS: [EventKind; 8] = [
        EventKind::Signed,
        EventKind::Ratified,
        EventKind::Accepted,
        EventKind::Approved,
        EventKind::Acceded,
        EventKind::Succeeded,
        EventKind::EnteredIntoForce,
        EventKind::WithdrawalEffective,
    ];
}

/// Sorts acts by treaty and party, in each by date and the order of a treaty's life; what is listed twice stays once.
pub(super) fn sort_acts(acts: &mut Vec<Act>, dates: &[EdtfDate]) {
    let day = |act: &Act| match act.date {
        ActDate::Day(day) => day,
        ActDate::Other(index) => dates[index as usize].latest_day(),
    };
    acts.sort_by_key(|act| (act.treaty, act.party, day(act), act.kind, act.list, act.part));
    acts.dedup_by(|b, a| {
        (a.treaty, a.party, a.kind, a.part, day(a)) == (b.treaty, b.party, b.kind, b.part, day(b))
    });
    acts.shrink_to_fit();
}
