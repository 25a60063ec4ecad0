//! What is on record of the events and listed acts that a legal status rests on.

use std::borrow::Cow;

use crate::domain::edtf_date::EdtfDate;
use crate::domain::event::EventKind;
use crate::domain::ground::Ground;
use crate::domain::ids::{PartyId, SourceId};
use crate::domain::moment::Moment;
use crate::domain::record::Record;

use super::effective_day::{day_of, day_of_date};

impl Record {
    /// What was done.
    pub fn kind_of(&self, ground: Ground) -> EventKind {
        match ground {
            Ground::Event(event) => self.event(event).kind,
            Ground::Act(act) => self.act(act).kind,
        }
    }

    /// Who did it; `None` for the treaty as a whole.
    pub fn actor_of(&self, ground: Ground) -> Option<PartyId> {
        match ground {
            Ground::Event(event) => self.event(event).party,
            Ground::Act(act) => Some(self.act(act).party),
        }
    }

    /// The date from which it counts in law: see [`Event::governing_claim`](crate::domain::Event::governing_claim).
    pub fn date_of(&self, ground: Ground) -> Cow<'_, EdtfDate> {
        match ground {
            Ground::Event(event) => Cow::Borrowed(&self.event(event).governing_claim().date),
            Ground::Act(act) => self.act_date(act),
        }
    }

    /// The day from which it counts in law: see [`effective_day`](Self::effective_day).
    pub fn day_of(&self, ground: Ground) -> Moment {
        match ground {
            Ground::Event(event) => day_of(self.event(event).governing_claim()),
            Ground::Act(act) => day_of_date(&self.act_date(act)),
        }
    }

    /// Where that date was seen; `None` where the record names no source.
    pub fn source_of(&self, ground: Ground) -> Option<SourceId> {
        match ground {
            Ground::Event(event) => self.event(event).governing_claim().source,
            Ground::Act(act) => Some(self.act(act).source),
        }
    }

    /// Whether the date from which it counts is a span of days: a month, a year, an interval.
    pub(super) fn is_spread(&self, ground: Ground) -> bool {
        match ground {
            Ground::Event(event) => self.event(event).governing_claim().date.is_spread(),
            Ground::Act(act) => self.spread_date_of_act(act).is_some_and(EdtfDate::is_spread),
        }
    }

    /// Whether somebody holds that it had no such effect.
    pub(super) fn is_contested(&self, ground: Ground) -> bool {
        ground.event().is_some_and(|event| !self.event(event).contested.is_empty())
    }
}
