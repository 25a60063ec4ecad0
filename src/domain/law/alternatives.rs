//! The states that would follow if a contested event did not count, or a disputed or open date fell on another day.

use std::collections::HashSet;

use crate::domain::event::EventKind;
use crate::domain::ground::Ground;
use crate::domain::ids::{ActId, EventId};
use crate::domain::moment::Moment;
use crate::domain::record::Record;

use super::state::State;
use super::state_machine::judge;
use super::subject::Subject;
use super::transition::{Transition, Transitions, other_days};

/// Another possible state, and why it is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The state.
    pub state: State,
    /// Why.
    pub reason: Reason,
}

/// Why another state is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Some hold that the event had no such effect: see [`Event::contested`](crate::domain::Event::contested).
    Contested(EventId),
    /// A claim to the event's date, given by its index in [`Event::dates`](crate::domain::Event::dates), gives
    /// another day, or leaves it open.
    OtherDate(EventId, usize),
    /// The date that a list gives to an act leaves the day open.
    OpenAct(ActId),
}

impl Reason {
    /// The event or the listed act it is about.
    pub fn ground(self) -> Ground {
        match self {
            Self::Contested(event) | Self::OtherDate(event, _) => Ground::Event(event),
            Self::OpenAct(act) => Ground::Act(act),
        }
    }

    fn other_date(ground: Ground, claim: usize) -> Self {
        match ground {
            Ground::Event(event) => Self::OtherDate(event, claim),
            Ground::Act(act) => Self::OpenAct(act),
        }
    }
}

/// Maximum number of readings judged for one answer, of contested transitions and of other days each.
///
/// Each is another walk through the transitions. Only transitions count that can change the subject's state, and no party to a
/// treaty has so many of them open.
const MAX_READINGS: usize = 200;

/// The states other than `state` that follow if a contested event is not counted, or a date is another.
pub(super) fn alternatives(
    record: &Record,
    transitions: &Transitions,
    subject: &Subject<'_>,
    day: Moment,
    state: State,
) -> Vec<Alternative> {
    let mut alternatives: Vec<Alternative> = Vec::new();
    let mut consider = |other: State, reason: Reason| {
        let is_new = |a: &Alternative| !a.state.is_same_condition(other);
        if !other.is_same_condition(state) && alternatives.iter().all(is_new) {
            alternatives.push(Alternative { state: other, reason });
        }
    };
    let relevant = subject.relevant_transitions(transitions);
    let acts = || relevant.iter().filter(|transition| transition.kind.is_act_of_law());
    // A multilateral treaty has a thousand transitions that change nothing for this subject: they are left out once, instead
    // of being walked through for each other day.
    let relevant_grounds: HashSet<Ground> = relevant.iter().map(|transition| transition.ground).collect();
    let can_change = |transition: &Transition| {
        ends_notice(transition)
            || (relevant_grounds.contains(&transition.ground) && can_matter(subject, transition))
    };
    let decisive = transitions.changed(|transition| can_change(&transition).then_some(transition));
    // To contest one transition of a withdrawal is to contest the withdrawal, so an actor's contested transitions go together.
    let is_contested = |transition: &Transition| record.is_contested(transition.ground);
    let mut contested_actors = HashSet::new();
    for last in acts().rev().filter(|transition| transition.day <= day && is_contested(transition)) {
        if contested_actors.len() < MAX_READINGS && contested_actors.insert(last.actor) {
            let is_dropped =
                |transition: &Transition| transition.actor == last.actor && is_contested(transition);
            let without = decisive.changed(|transition| (!is_dropped(&transition)).then_some(transition));
            if let Some(event) = last.event() {
                consider(judge(&without, subject, day).state, Reason::Contested(event));
            }
        }
    }
    let decisive_acts = acts().filter(|transition| can_matter(subject, transition));
    let moves = decisive_acts.flat_map(|transition| {
        other_days(record, transition.ground).into_iter().map(move |other| (transition, other))
    });
    let mut crossings = Crossings::default();
    let moves =
        moves.filter(|&(transition, (_, other_day))| crossings.is_new(subject, transition, (day, other_day)));
    for (transition, (claim, other_day)) in moves.take(MAX_READINGS) {
        let day_of =
            |other: &Transition| if other.ground == transition.ground { other_day } else { other.day };
        let moved = decisive.changed(|other| Some(Transition { day: day_of(&other), ..other }));
        consider(judge(&moved, subject, day).state, Reason::other_date(transition.ground, claim));
    }
    alternatives
}

/// Whether the transition is a withdrawal that names a notice: it is the effect of that notice, whoever took it.
fn ends_notice(transition: &Transition) -> bool {
    transition.kind == EventKind::WithdrawalEffective && transition.completes.is_some()
}

/// Whether a relevant transition can change the subject's state, on whatever day it falls.
///
/// `false` only for what [`LegalMachine`](super::state_machine::LegalMachine) certainly ignores.
fn can_matter(subject: &Subject<'_>, transition: &Transition) -> bool {
    if ends_notice(transition) {
        return true;
    }
    let has_no_effect =
        matches!(transition.kind, EventKind::NegotiationsBegan | EventKind::Amended | EventKind::Extended);
    transition.kind.is_act_of_law()
        && !has_no_effect
        && (!is_one_party_of_many(subject, transition) || is_signature(transition))
}

/// Whether the subject is a multilateral treaty and the transition that of one party, without which the treaty stands.
fn is_one_party_of_many(subject: &Subject<'_>, transition: &Transition) -> bool {
    subject.is_whole() && !subject.is_bilateral && transition.actor.is_some()
}

fn is_signature(transition: &Transition) -> bool {
    matches!(transition.kind, EventKind::Signed | EventKind::OpenedForSignature)
}

/// Which signatures of a multilateral treaty were moved across the status date.
///
/// Such a treaty is signed with the first signature, whichever that is: all that move to before the date have the same
/// effect, and so have all that move to after it.
#[derive(Default)]
struct Crossings {
    before: bool,
    after: bool,
}

impl Crossings {
    fn is_new(
        &mut self,
        subject: &Subject<'_>,
        transition: &Transition,
        (day, other_day): (Moment, Moment),
    ) -> bool {
        if !is_one_party_of_many(subject, transition) || !is_signature(transition) {
            return true;
        }
        match (transition.day <= day, other_day <= day) {
            (true, false) => !std::mem::replace(&mut self.after, true),
            (false, true) => !std::mem::replace(&mut self.before, true),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::TreatyId;

    /// Every reading of the record, each judged from all transitions.
    fn of_all_readings(
        record: &Record,
        transitions: &Transitions,
        subject: &Subject<'_>,
        day: Moment,
        state: State,
    ) -> Vec<Alternative> {
        let mut found: Vec<Alternative> = Vec::new();
        let mut consider = |transitions: &Transitions, reason: Reason| {
            let other = judge(transitions, subject, day).state;
            let is_new = |a: &Alternative| !a.state.is_same_condition(other);
            if !other.is_same_condition(state) && found.iter().all(is_new) {
                found.push(Alternative { state: other, reason });
            }
        };
        let mut acts = subject.relevant_transitions(transitions);
        acts.retain(|transition| transition.kind.is_act_of_law());
        let is_contested = |transition: &Transition| record.is_contested(transition.ground);
        let mut actors = HashSet::new();
        for last in acts.iter().rev().filter(|transition| transition.day <= day && is_contested(transition)) {
            if actors.insert(last.actor) {
                let is_dropped =
                    |transition: &Transition| transition.actor == last.actor && is_contested(transition);
                let without =
                    transitions.changed(|transition| (!is_dropped(&transition)).then_some(transition));
                consider(&without, Reason::Contested(last.event().unwrap()));
            }
        }
        for transition in &acts {
            for (claim, other_day) in other_days(record, transition.ground) {
                let day_of = |other: &Transition| {
                    if other.ground == transition.ground { other_day } else { other.day }
                };
                let moved = transitions.changed(|other| Some(Transition { day: day_of(&other), ..other }));
                consider(&moved, Reason::other_date(transition.ground, claim));
            }
        }
        found
    }

    #[test]
    fn what_is_left_out_changes_no_answer() {
        let loaded = crate::load::load("x", crate::load::bundled(), &());
        let dataset = loaded.dataset.unwrap();
        let mut found = 0;
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let all = Transitions::of(&dataset, treaty);
            let whole = Transitions::of_whole(&dataset, treaty);
            let parties = dataset.first_parties_on_record(treaty, 4);
            for party in std::iter::once(None).chain(parties.into_iter().map(Some)) {
                let subject = Subject::of(&dataset, treaty, party);
                let transitions = if party.is_none() { &whole } else { &all };
                let every = if party.is_none() { 3 } else { 1 };
                for transition in subject.relevant_transitions(transitions).iter().step_by(every) {
                    for day in [transition.day.plus(-40 * 86_400), transition.day] {
                        let state = judge(transitions, &subject, day).state;
                        let here = alternatives(
                            &dataset,
                            &subject.transitions_among(transitions),
                            &subject,
                            day,
                            state,
                        );
                        let all = of_all_readings(&dataset, transitions, &subject, day, state);
                        assert_eq!(here, all, "{} {party:?} {day:?}", dataset.treaty(treaty).key);
                        found += here.len();
                    }
                }
            }
        }
        assert!(found > 10, "{found}");
    }
}
