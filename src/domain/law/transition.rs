//! The transitions of the legal machine: the events of one treaty and the acts of its parties in lists, each with the day from
//! which it counts.

use std::collections::HashMap;

use crate::domain::acts::ActDate;
use crate::domain::cost_counter::probe_many;
use crate::domain::event::{DateClaim, DateRole, Event, EventKind, EventRelation};
use crate::domain::ground::Ground;
use crate::domain::ids::{ActId, EventId, PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::record::Record;
use crate::domain::treaty::Nature;

use super::effective_day::{day_of, day_of_date};
use super::listed_acts::{acts_that_count, binds_at_once};

/// An event or a listed act as the machine sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Transition {
    pub(super) ground: Ground,
    pub(super) kind: EventKind,
    /// The party that acts; `None` for the treaty as a whole.
    pub(super) actor: Option<PartyId>,
    /// The day from which it counts.
    pub(super) day: Moment,
    /// The notice whose effect this transition is, if it names one.
    pub(super) completes: Option<EventId>,
    /// For a consent: whether a list says that it bound the party on its own day.
    pub(super) binds_at_once: bool,
}

impl Transition {
    /// The transition of an event, on the day that its governing claim gives.
    fn of(id: EventId, event: &Event) -> Self {
        let completes = event.links.iter().find(|link| link.relation == EventRelation::Completes);
        Self {
            ground: Ground::Event(id),
            kind: event.kind,
            actor: event.party,
            day: day_of(event.governing_claim()),
            completes: completes.map(|link| link.to),
            binds_at_once: false,
        }
    }

    /// The transition of an act in a list.
    fn of_act(record: &Record, id: ActId) -> Self {
        let act = record.act(id);
        let day = match act.date {
            ActDate::Day(day) => day,
            ActDate::Other(_) => day_of_date(&record.act_date(id)),
        };
        Self {
            ground: Ground::Act(id),
            kind: act.kind,
            actor: Some(act.party),
            day,
            completes: None,
            binds_at_once: binds_at_once(record, id),
        }
    }

    /// The event that it is the transition of, if it is not that of a listed act.
    pub(super) fn event(&self) -> Option<EventId> {
        self.ground.event()
    }

    /// A sort key. Transitions of one day are in the order of a treaty's life, so that the order of the file never matters: a
    /// suspension comes after the entry into force, an end comes last.
    pub(super) fn order(&self) -> (Moment, EventKind, Option<PartyId>, Ground) {
        (self.day, self.kind, self.actor, self.ground)
    }
}

/// The transitions of one treaty in order, and which withdrawal each notice leads to.
#[derive(Clone, Debug, Default)]
pub(super) struct Transitions {
    list: Vec<Transition>,
    /// For each actor, the indices of its withdrawals that name no notice.
    withdrawals: HashMap<Option<PartyId>, Vec<usize>>,
    /// For each notice, the index of the withdrawal that names it.
    completions: HashMap<EventId, usize>,
    /// For each actor, the indices of its transitions.
    by_actor: HashMap<Option<PartyId>, Vec<usize>>,
}

impl Transitions {
    /// The transitions of a treaty and of its parties. A topic has none: nothing in it has a legal effect.
    pub(super) fn of(record: &Record, treaty: TreatyId) -> Self {
        Self::with_acts(record, treaty, record.acts_of(treaty))
    }

    /// The transitions of a treaty as a whole. The acts of lists are not among them unless it has two sides: who joins a treaty
    /// of many changes nothing for it, and when it was opened and entered into force is an event.
    pub(super) fn of_whole(record: &Record, treaty: TreatyId) -> Self {
        if record.is_bilateral(treaty) {
            return Self::of(record, treaty);
        }
        Self::with_acts(record, treaty, std::iter::empty())
    }

    /// The transitions of a treaty, and those of these acts of its lists that count.
    pub(super) fn with_acts(record: &Record, treaty: TreatyId, acts: impl Iterator<Item = ActId>) -> Self {
        if record.treaty(treaty).nature == Nature::Topic {
            return Self::default();
        }
        let acts = acts_that_count(record, treaty, acts).into_iter();
        let events = record.events_of(treaty).iter().map(|&id| Transition::of(id, record.event(id)));
        Self::new(events.chain(acts.map(|id| Transition::of_act(record, id))).collect())
    }

    /// The transitions of these actors, and the withdrawals that name a notice: such a one may be the effect of a notice that
    /// another state gave.
    pub(super) fn of_actors(&self, actors: impl Iterator<Item = Option<PartyId>>) -> Self {
        let mut transitions = self.by_actors(actors);
        transitions.extend(self.completions.values().filter_map(|&index| self.list.get(index)));
        transitions.sort_by_key(Transition::order);
        transitions.dedup();
        Self::new(transitions)
    }

    fn new(mut list: Vec<Transition>) -> Self {
        probe_many(list.len());
        list.sort_by_key(Transition::order);
        let mut transitions = Self { list, ..Self::default() };
        for (index, transition) in transitions.list.iter().enumerate() {
            transitions.by_actor.entry(transition.actor).or_default().push(index);
            if transition.kind != EventKind::WithdrawalEffective {
                continue;
            }
            match transition.completes {
                Some(notice) => {
                    transitions.completions.entry(notice).or_insert(index);
                }
                None => transitions.withdrawals.entry(transition.actor).or_default().push(index),
            }
        }
        transitions
    }

    pub(super) fn list(&self) -> &[Transition] {
        &self.list
    }

    /// The transitions of these actors, in order.
    pub(super) fn by_actors(&self, actors: impl Iterator<Item = Option<PartyId>>) -> Vec<Transition> {
        let mut indices: Vec<usize> =
            actors.filter_map(|actor| self.by_actor.get(&actor)).flatten().copied().collect();
        indices.sort_unstable();
        indices.into_iter().map(|index| self.list[index]).collect()
    }

    /// The parties that act, and `None` where the treaty as a whole does; in no order.
    pub(super) fn actors(&self) -> impl Iterator<Item = Option<PartyId>> {
        self.by_actor.keys().copied()
    }

    /// The withdrawal that a notice leads to: the one that names it, or else the same party's next one.
    pub(super) fn effect_of(&self, notice: &Transition) -> Option<&Transition> {
        let named = notice.event().and_then(|event| self.completions.get(&event));
        if let Some(&index) = named {
            return self.list.get(index);
        }
        let indices = self.withdrawals.get(&notice.actor)?;
        let next = indices.partition_point(|&index| self.list[index].day < notice.day);
        self.list.get(*indices.get(next)?)
    }

    /// These transitions without some of them, or with other days.
    pub(super) fn changed(&self, change: impl Fn(Transition) -> Option<Transition>) -> Self {
        Self::new(self.list.iter().copied().filter_map(change).collect())
    }
}

/// The other days on which a transition may have fallen, each with the index of its claim, which is 0 for a listed act: by rival
/// claims to the same date, and at the start of a date that is not exact.
pub(super) fn other_days(record: &Record, ground: Ground) -> Vec<(usize, Moment)> {
    let event = match ground {
        Ground::Event(event) => record.event(event),
        Ground::Act(act) => {
            let spread = record.spread_date_of_act(act).filter(|date| date.is_spread());
            let day = spread.map(|date| (0, Moment::from_date(date.earliest().date())));
            return day.into_iter().collect();
        }
    };
    let governing = event.governing_claim();
    let is_rival = |claim: &&DateClaim| {
        let is_effect = |role| matches!(role, DateRole::Effective | DateRole::LastDay);
        claim.role == governing.role || (is_effect(claim.role) && is_effect(governing.role))
    };
    let mut days = Vec::new();
    for (index, claim) in event.dates.iter().enumerate().filter(|(_, claim)| is_rival(claim)) {
        let extra = if claim.role == DateRole::LastDay { SECS_PER_DAY } else { 0 };
        if !std::ptr::eq(claim, governing) {
            days.push((index, day_of(claim)));
        }
        if claim.date.is_spread() {
            days.push((index, Moment::from_date(claim.date.earliest().date()).plus(extra)));
        }
    }
    days.retain(|&(_, day)| day != day_of(governing));
    days
}
