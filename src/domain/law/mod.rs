//! Legal status: for any treaty, party and day, the legal state and the events it rests on.
//!
//! A pure state machine over a treaty's events and the acts of its parties in lists. `transition` turns each into a transition of the
//! machine, with the day from which it counts; `listed_acts` says which acts give way to an event; `subject` is the treaty or
//! the party whose state is asked for; `state_machine` replays the transitions in order, either up to one day (`judge`, for
//! `legal_status`) or all of them, calling a visitor after each day (`walk`, for `state_history`, `phases` and
//! `contradiction`). `legal_status` adds dates to a state, `grounds` what it rests on, `alternatives` the states that
//! would follow from the other claims.
//!
//! The rules are those of the Vienna Convention on the Law of Treaties (VCLT) of 1969; where a treaty's own
//! clauses are known ([`Clauses`](super::Clauses)) they come first.
//!
//! Five words for where a treaty stands, from the most exact to the briefest. A [`State`] is the legal state on one day, of
//! a treaty or of one party to it. A [`Phase`] is a period in which that state is of one kind: what the
//! bar of a lane is drawn from. A [`Status`](super::Status) is a state reduced to what filters and counts tell apart. A
//! [`LifeSummary`](super::LifeSummary) is a life up to a day in a line, in years: *in force since 1970*. A
//! [`StatusSummary`](super::StatusSummary) is the status of a treaty on a day and its life in one line.

mod alternatives;
mod contradiction;
mod effective_day;
mod ground_facts;
mod grounds;
mod legal_status;
mod listed_acts;
mod notice;
mod phases;
mod state;
mod state_history;
mod state_machine;
mod state_with_grounds;
mod subject;
mod transition;

use std::collections::{BTreeSet, HashSet};

pub use alternatives::{Alternative, Reason};
pub use contradiction::{Contradiction, Fault, contradictions};
pub use legal_status::{Exit, Extension, LegalStatus};
pub(in crate::domain) use phases::Life;
pub use state::{Basis, State};
pub use state_history::StateSpan;

use super::event::EventKind;
use super::ids::{ActId, EventId, PartyId, TreatyId};
use super::moment::Moment;
use super::phase::{Notice, Phase};
use super::record::Record;
use super::treaty::Nature;
use effective_day::day_of;
use state_history::state_history;
use subject::Subject;
use transition::Transitions;

impl Record {
    /// The state on `day` of a treaty as a whole, or for `party`, with what it rests on.
    ///
    /// `None` where the file records no act of the party and does not list it among those that acted jointly: what is not
    /// recorded is not known. `None` also for a topic, which has no status. A day is a civil day; the state is that of the whole day, so the first day out
    /// is out.
    pub fn state_on(&self, treaty: TreatyId, party: Option<PartyId>, day: Moment) -> Option<LegalStatus> {
        if self.treaty(treaty).nature == Nature::Topic {
            return None;
        }
        let transitions = Subject::of(self, treaty, party).transitions_nearby(self, treaty);
        LegalStatus::of(self, &transitions, (treaty, party), day)
    }

    /// The states on `day` of a treaty as a whole (`None`) and of parties, each as [`state_on`](Self::state_on) gives it. The
    /// treaty's events and acts are put in order once.
    pub fn states_on(
        &self,
        treaty: TreatyId,
        of: &[Option<PartyId>],
        day: Moment,
    ) -> Vec<Option<LegalStatus>> {
        if self.treaty(treaty).nature == Nature::Topic {
            return vec![None; of.len()];
        }
        let (whole, transitions) = (Transitions::of_whole(self, treaty), Transitions::of(self, treaty));
        let answer = |&party: &Option<PartyId>| {
            let transitions = if party.is_none() { &whole } else { &transitions };
            LegalStatus::of(self, transitions, (treaty, party), day)
        };
        of.iter().map(answer).collect()
    }

    /// The states of a treaty, or of `party` in it, one after the other. The first is the one before every event.
    pub fn state_history(&self, treaty: TreatyId, party: Option<PartyId>) -> Vec<StateSpan> {
        let subject = Subject::of(self, treaty, party);
        state_history(&subject.transitions_among(&subject.transitions_nearby(self, treaty)), &subject)
    }

    /// The states of each of `parties` in a treaty, whose events are put in order only once.
    pub fn state_histories(&self, treaty: TreatyId, parties: &[PartyId]) -> Vec<Vec<StateSpan>> {
        let transitions = Transitions::of(self, treaty);
        let of = |&party: &PartyId| {
            let subject = Subject::of(self, treaty, Some(party));
            state_history(&subject.transitions_among(&transitions), &subject)
        };
        parties.iter().map(of).collect()
    }

    /// The day from which an event counts in law: see [`Event::governing_claim`](super::Event::governing_claim). Where
    /// the last day in force is recorded, it is the day after.
    pub fn effective_day(&self, event: EventId) -> Moment {
        day_of(self.event(event).governing_claim())
    }

    /// The days on which extensions of a treaty's term took effect, in no order.
    pub fn extension_days(&self, treaty: TreatyId) -> impl Iterator<Item = Moment> {
        let has_term = self.treaty(treaty).nature != Nature::Topic;
        let events = self.events_of(treaty).iter().copied().filter(move |_| has_term);
        let extends = |&id: &EventId| {
            let event = self.event(id);
            event.kind == EventKind::Extended && event.party.is_none()
        };
        events.filter(extends).map(|id| self.effective_day(id))
    }

    /// The phases of `party` in a treaty, and its notices of withdrawal that took effect.
    ///
    /// Computed at each call, in O(n · log n) of the treaty's events.
    pub fn phases_of_party(&self, treaty: TreatyId, party: PartyId) -> (Vec<Phase>, Vec<Notice>) {
        let life = Life::of(self, treaty, Some(party));
        (life.phases, life.notices)
    }

    /// The same of many parties, for which the treaty's events and acts are put in order once.
    pub fn phases_of_parties(&self, treaty: TreatyId, parties: &[PartyId]) -> Vec<(Vec<Phase>, Vec<Notice>)> {
        let transitions = Transitions::of(self, treaty);
        let of = |&party: &PartyId| {
            let life = Life::of_transitions(self, &transitions, (treaty, Some(party)));
            (life.phases, life.notices)
        };
        parties.iter().map(of).collect()
    }

    /// The acts in a treaty's lists that no event of the record tells, in order of party and date.
    pub fn acts_without_event(&self, treaty: TreatyId) -> Vec<ActId> {
        listed_acts::acts_without_event(self, treaty)
    }

    /// The parties about which the file records something in a treaty: those listed and those that acted, a successor
    /// in the place of its predecessor.
    pub fn parties_on_record(&self, treaty: TreatyId) -> Vec<PartyId> {
        self.first_parties_on_record(treaty, usize::MAX)
    }

    /// The first `limit` of [`parties_on_record`](Self::parties_on_record): each costs a pass over the treaty's events.
    pub fn first_parties_on_record(&self, treaty: TreatyId, limit: usize) -> Vec<PartyId> {
        let transitions = Transitions::of(self, treaty);
        let mut seen = HashSet::new();
        let mut parties = Vec::new();
        let acting: BTreeSet<PartyId> = transitions.actors().flatten().collect();
        for party in self.treaty(treaty).parties.iter().copied().chain(acting) {
            let last = *self.legal_continuity(party).last().unwrap_or(&party);
            let subject = Subject::of(self, treaty, Some(last));
            if parties.len() == limit {
                break;
            }
            if seen.insert(last) && subject.joining(&subject.relevant_transitions(&transitions)).is_recorded()
            {
                parties.push(last);
            }
        }
        parties
    }
}
