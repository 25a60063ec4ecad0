//! The listed acts of a record, found by treaty and party.

use std::borrow::Cow;
use std::ops::Range;

use super::acts::{Act, ActDate, ActList};
use super::cost_counter::probe;
use super::edtf_date::EdtfDate;
use super::ids::{ActId, PartyId, TreatyId};
use super::record::Record;

impl Record {
    /// The lists of acts, in the file's order.
    pub fn act_lists(&self) -> &[ActList] {
        &self.parts().act_lists
    }

    /// All acts of lists, in order of treaty, party and date.
    pub fn acts(&self) -> &[Act] {
        &self.parts().acts
    }

    /// The act with this id.
    pub fn act(&self, id: ActId) -> &Act {
        &self.parts().acts[id.index()]
    }

    /// The list that gives an act.
    pub fn list_of_act(&self, id: ActId) -> &ActList {
        &self.parts().act_lists[self.act(id).list.index()]
    }

    /// To which of several protocols an act is.
    pub fn part_of_act(&self, id: ActId) -> Option<&str> {
        let part = usize::from(self.act(id).part).checked_sub(1)?;
        self.list_of_act(id).parts.get(part).map(|part| &**part)
    }

    /// The date of an act.
    pub fn act_date(&self, id: ActId) -> Cow<'_, EdtfDate> {
        match self.act(id).date {
            ActDate::Day(day) => Cow::Owned(EdtfDate::of_day(day)),
            ActDate::Other(index) => Cow::Borrowed(&self.parts().act_dates[index as usize]),
        }
    }

    /// The date of an act that is not a day; `None` for a day.
    pub(super) fn spread_date_of_act(&self, id: ActId) -> Option<&EdtfDate> {
        match self.act(id).date {
            ActDate::Day(_) => None,
            ActDate::Other(index) => Some(&self.parts().act_dates[index as usize]),
        }
    }

    /// The acts of all parties to a treaty, in order of party and date.
    pub fn acts_of(&self, treaty: TreatyId) -> impl DoubleEndedIterator<Item = ActId> + use<> {
        ids(self.range_of_acts(|act| act.treaty.cmp(&treaty)))
    }

    /// The acts of one party to a treaty, in order of date.
    pub fn acts_of_party(
        &self,
        treaty: TreatyId,
        party: PartyId,
    ) -> impl DoubleEndedIterator<Item = ActId> + use<> {
        ids(self.range_of_acts(|act| (act.treaty, act.party).cmp(&(treaty, party))))
    }

    fn range_of_acts(&self, order: impl Fn(&Act) -> std::cmp::Ordering) -> Range<usize> {
        let acts = self.acts();
        let counted = |act: &Act| {
            probe();
            order(act)
        };
        let start = acts.partition_point(|act| counted(act).is_lt());
        let count = acts[start..].partition_point(|act| counted(act).is_eq());
        start..start + count
    }
}

fn ids(range: Range<usize>) -> impl DoubleEndedIterator<Item = ActId> {
    range.map(ActId::new)
}
