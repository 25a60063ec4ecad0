//! The steps of one treaty as the law reads them: what, by whom, and from which day.

use std::collections::HashMap;

use crate::domain::event::{DateClaim, DateRole, Event, EventKind, EventRelation};
use crate::domain::ids::{EventId, PartyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::subject::Subject;

/// A step with the day from which the law takes it into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) event: EventId,
    pub(super) kind: EventKind,
    /// Who took it; `None` for the treaty as a whole.
    pub(super) actor: Option<PartyId>,
    pub(super) day: Moment,
    /// The notice that this step brings to its effect, if it names one.
    pub(super) completes: Option<EventId>,
}

impl Step {
    /// The step that an event is, on the day that its governing claim gives.
    pub(super) fn of(id: EventId, event: &Event) -> Self {
        let completes = event.links.iter().find(|link| link.relation == EventRelation::Completes);
        Self {
            event: id,
            kind: event.kind,
            actor: event.party,
            day: day_of(event.governing_claim()),
            completes: completes.map(|link| link.to),
        }
    }

    /// Steps of one day in the order of a treaty's life, so that the order of the file never matters: what
    /// suspends comes after what puts in force, what ends comes last.
    pub(super) fn order(&self) -> (Moment, EventKind, Option<PartyId>, EventId) {
        (self.day, self.kind, self.actor, self.event)
    }
}

/// The steps of one treaty in the order of the law, and which withdrawal each notice leads to.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    list: Vec<Step>,
    /// For each actor, the places of its withdrawals that name no notice.
    withdrawals: HashMap<Option<PartyId>, Vec<usize>>,
    /// For each notice, the place of the withdrawal that names it.
    completions: HashMap<EventId, usize>,
    /// For each actor, the places of its steps.
    by_actor: HashMap<Option<PartyId>, Vec<usize>>,
}

impl Steps {
    pub(super) fn new(mut list: Vec<Step>) -> Self {
        list.sort_by_key(Step::order);
        let mut steps = Self { list, ..Self::default() };
        for (place, step) in steps.list.iter().enumerate() {
            steps.by_actor.entry(step.actor).or_default().push(place);
            if step.kind != EventKind::WithdrawalEffective {
                continue;
            }
            match step.completes {
                Some(notice) => {
                    steps.completions.entry(notice).or_insert(place);
                }
                None => steps.withdrawals.entry(step.actor).or_default().push(place),
            }
        }
        steps
    }

    /// All steps, in their order.
    pub(super) fn list(&self) -> &[Step] {
        &self.list
    }

    /// The steps that are about the subject: its own and the treaty's; all of them for the treaty as a whole and
    /// where there are but two sides.
    pub(super) fn touching(&self, subject: &Subject<'_>) -> Vec<Step> {
        let Some(person) = subject.person.filter(|_| !subject.is_bilateral) else { return self.list.clone() };
        let states = person.iter().chain(subject.heirs).copied();
        let actors = std::iter::once(None).chain(states.map(Some));
        let mut places: Vec<usize> =
            actors.filter_map(|actor| self.by_actor.get(&actor)).flatten().copied().collect();
        places.sort_unstable();
        places.into_iter().map(|place| self.list[place]).collect()
    }

    /// Who acted.
    pub(super) fn actors(&self) -> impl Iterator<Item = Option<PartyId>> {
        self.by_actor.keys().copied()
    }

    /// The withdrawal that a notice leads to: the one that names it, or else the same party's next one.
    pub(super) fn effect_of(&self, notice: &Step) -> Option<&Step> {
        if let Some(&place) = self.completions.get(&notice.event) {
            return self.list.get(place);
        }
        let places = self.withdrawals.get(&notice.actor)?;
        let next = places.partition_point(|&place| self.list[place].day < notice.day);
        self.list.get(*places.get(next)?)
    }

    /// These steps without some of them, or with other days.
    pub(super) fn changed(&self, change: impl Fn(Step) -> Option<Step>) -> Self {
        Self::new(self.list.iter().copied().filter_map(change).collect())
    }
}

/// The first day on which what a claim says certainly holds: where a source gives a month, a year or an interval, the
/// last day of it. A claim that gives a last day in force is for the day after.
pub(super) fn day_of(claim: &DateClaim) -> Moment {
    let day = if claim.date.is_spread() {
        claim.date.latest_day()
    } else {
        Moment::from_date(claim.date.anchor().date())
    };
    if claim.role == DateRole::LastDay { day.plus(SECS_PER_DAY) } else { day }
}

/// The other days that a step could have had: what other claims to the same date say, and the ends of what a
/// date leaves open.
pub(super) fn other_days(event: &Event) -> Vec<(usize, Moment)> {
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
