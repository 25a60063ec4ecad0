//! A record of treaties together with their legal history, which is computed from it.

use std::ops::Deref;

use super::cost_counter::probe;
use super::ids::TreatyId;
use super::law::{Life, State};
use super::moment::Moment;
use super::parts::Parts;
use super::phase::{Notice, Phase};
use super::record::Record;
use super::status_summary::Standing;

/// A [`Record`] with the legal history of each treaty: its phases, notices and standing.
///
/// [`Dataset::build`] is the only way to make one. The record itself is reached through [`Deref`].
#[derive(Clone, Debug)]
pub struct Dataset {
    record: Record,
    /// By treaty.
    lives: Vec<Life>,
    /// By treaty.
    standings: Vec<Standing>,
}

impl Deref for Dataset {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.record
    }
}

impl Dataset {
    /// Sorts and links `parts`, and computes the legal history of each treaty.
    ///
    /// Treaties come out grouped by category, in each by the date of their first event; events and statements by
    /// date. Ties keep the order of the file.
    ///
    /// # Panics
    /// If an id in `parts` points outside its table, or an event has no date: the caller resolves ids first.
    pub fn build(parts: Parts) -> Self {
        let record = Record::new(parts);
        let treaties = (0..record.treaties().len()).map(TreatyId::new);
        let lives: Vec<Life> = treaties.map(|treaty| Life::of(&record, treaty, None)).collect();
        let standings = std::iter::zip(record.treaties(), &lives)
            .map(|(treaty, life)| Standing::of(&record, &life.phases, treaty.nature));
        let standings = standings.collect();
        Self { record, lives, standings }
    }

    /// A treaty's phases in order.
    pub fn phases(&self, id: TreatyId) -> &[Phase] {
        &self.lives[id.index()].phases
    }

    /// A treaty's notices of withdrawal that took effect, in order of notice.
    pub fn notices(&self, id: TreatyId) -> &[Notice] {
        &self.lives[id.index()].notices
    }

    /// Where a treaty stands at the end of the record.
    pub fn standing(&self, id: TreatyId) -> &Standing {
        &self.standings[id.index()]
    }

    /// The state of a treaty as a whole on `day`, without its grounds.
    ///
    /// Found by binary search, so that the status date can be dragged; [`Record::state_on`] gives the full answer.
    pub fn whole_state_on(&self, treaty: TreatyId, day: Moment) -> State {
        let day = Moment::from_date(day.date());
        let states = &self.lives[treaty.index()].states;
        let after = states.partition_point(|span| {
            probe();
            span.from.is_none_or(|from| from <= day)
        });
        let span = after.checked_sub(1).and_then(|last| states.get(last));
        span.map_or(State::NotSigned, |span| span.on(day))
    }

    /// The day on which the status of a treaty as a whole next changes after `day`, or last changed before it.
    pub fn status_change(&self, treaty: TreatyId, day: Moment, is_forward: bool) -> Option<Moment> {
        let states = &self.lives[treaty.index()].states;
        if is_forward {
            let after = states.partition_point(|span| span.from.is_none_or(|from| from <= day));
            states.get(after)?.from
        } else {
            let before = states.partition_point(|span| span.from.is_none_or(|from| from < day));
            states.get(before.checked_sub(1)?)?.from
        }
    }
}
