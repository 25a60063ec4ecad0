//! The other states that may be the true one: a contested event not counted, a disputed or open date on another day.

use std::collections::HashSet;

use crate::domain::dataset::Dataset;
use crate::domain::event::EventKind;
use crate::domain::ids::EventId;
use crate::domain::moment::Moment;

use super::answer::{Alternative, Reason};
use super::register::judge;
use super::state::State;
use super::step::{Step, Steps, other_days};
use super::subject::Subject;

/// No more readings of the record than this are judged for one answer, of contested steps and of other days each: every
/// one is another walk through the steps. Only steps count that can change the state of the subject, and no party to a
/// treaty has so many of them open.
const MAX_READINGS: usize = 200;

/// The states that follow if a contested event is not counted, or a date is another, and that differ from `state`.
pub(super) fn alternatives(
    dataset: &Dataset,
    steps: &Steps,
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
    let touching = steps.touching(subject);
    let acts = || touching.iter().filter(|step| step.kind.is_act_of_law());
    // A treaty of many has a thousand steps that change nothing for who is asked about: they are left out once, and
    // not walked through again for each other day.
    let touched: HashSet<EventId> = touching.iter().map(|step| step.event).collect();
    let is_telling =
        |step: &Step| ends_notice(step) || (touched.contains(&step.event) && can_matter(subject, step));
    let telling = steps.changed(|step| is_telling(&step).then_some(step));
    // Who contests one step of a withdrawal contests the withdrawal, so one actor's contested steps go together.
    let is_contested = |step: &Step| !dataset.event(step.event).contested.is_empty();
    let mut contested_actors = HashSet::new();
    for last in acts().rev().filter(|step| step.day <= day && is_contested(step)) {
        if contested_actors.len() < MAX_READINGS && contested_actors.insert(last.actor) {
            let is_dropped = |step: &Step| step.actor == last.actor && is_contested(step);
            let without = telling.changed(|step| (!is_dropped(&step)).then_some(step));
            consider(judge(&without, subject, day).state, Reason::Contested(last.event));
        }
    }
    let telling_acts = acts().filter(|step| can_matter(subject, step));
    let moves = telling_acts
        .flat_map(|step| other_days(dataset.event(step.event)).into_iter().map(move |other| (step, other)));
    let mut crossings = Crossings::default();
    let moves = moves.filter(|&(step, (_, other_day))| crossings.is_new(subject, step, (day, other_day)));
    for (step, (claim, other_day)) in moves.take(MAX_READINGS) {
        let day_of = |other: &Step| if other.event == step.event { other_day } else { other.day };
        let moved = telling.changed(|other| Some(Step { day: day_of(&other), ..other }));
        consider(judge(&moved, subject, day).state, Reason::OtherDate(step.event, claim));
    }
    alternatives
}

/// Whether the step is a withdrawal that names a notice: it is the end of that notice, whoever made it.
fn ends_notice(step: &Step) -> bool {
    step.kind == EventKind::WithdrawalEffective && step.completes.is_some()
}

/// Whether a step that touches the subject can change its state, on whatever day it falls: what [`Register`] passes
/// over for sure is left out, and what it may look at stays.
///
/// [`Register`]: super::register::Register
fn can_matter(subject: &Subject<'_>, step: &Step) -> bool {
    if ends_notice(step) {
        return true;
    }
    let is_idle =
        matches!(step.kind, EventKind::NegotiationsBegan | EventKind::Amended | EventKind::Extended);
    step.kind.is_act_of_law() && !is_idle && (!is_one_of_many(subject, step) || is_signature(step))
}

/// Whether the step is that of one party, which is no affair of a treaty that stands without it.
fn is_one_of_many(subject: &Subject<'_>, step: &Step) -> bool {
    subject.is_whole() && !subject.is_bilateral && step.actor.is_some()
}

fn is_signature(step: &Step) -> bool {
    matches!(step.kind, EventKind::Signed | EventKind::OpenedForSignature)
}

/// Which signatures of a treaty of many were looked at. It is signed with the first, whichever that is: one that moves
/// to before the day that is asked of says what every such one says, and so does one that moves to after it.
#[derive(Default)]
struct Crossings {
    before: bool,
    after: bool,
}

impl Crossings {
    fn is_new(&mut self, subject: &Subject<'_>, step: &Step, (day, other_day): (Moment, Moment)) -> bool {
        if !is_one_of_many(subject, step) || !is_signature(step) {
            return true;
        }
        match (step.day <= day, other_day <= day) {
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

    /// Every reading of the record, each judged from all steps.
    fn of_all_readings(
        dataset: &Dataset,
        steps: &Steps,
        subject: &Subject<'_>,
        day: Moment,
        state: State,
    ) -> Vec<Alternative> {
        let mut found: Vec<Alternative> = Vec::new();
        let mut consider = |steps: &Steps, reason: Reason| {
            let other = judge(steps, subject, day).state;
            let is_new = |a: &Alternative| !a.state.is_same_condition(other);
            if !other.is_same_condition(state) && found.iter().all(is_new) {
                found.push(Alternative { state: other, reason });
            }
        };
        let mut acts = steps.touching(subject);
        acts.retain(|step| step.kind.is_act_of_law());
        let is_contested = |step: &Step| !dataset.event(step.event).contested.is_empty();
        let mut actors = HashSet::new();
        for last in acts.iter().rev().filter(|step| step.day <= day && is_contested(step)) {
            if actors.insert(last.actor) {
                let is_dropped = |step: &Step| step.actor == last.actor && is_contested(step);
                let without = steps.changed(|step| (!is_dropped(&step)).then_some(step));
                consider(&without, Reason::Contested(last.event));
            }
        }
        for step in &acts {
            for (claim, other_day) in other_days(dataset.event(step.event)) {
                let day_of = |other: &Step| if other.event == step.event { other_day } else { other.day };
                let moved = steps.changed(|other| Some(Step { day: day_of(&other), ..other }));
                consider(&moved, Reason::OtherDate(step.event, claim));
            }
        }
        found
    }

    #[test]
    fn what_is_left_out_changes_no_answer() {
        let loaded = crate::load::load("x", crate::load::BUNDLED.into(), &());
        let dataset = loaded.dataset.unwrap();
        let mut found = 0;
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let steps = dataset.steps_of(treaty);
            let parties = dataset.first_parties_on_record(treaty, 4);
            for party in std::iter::once(None).chain(parties.into_iter().map(Some)) {
                let subject = Subject::of(&dataset, treaty, party);
                for step in steps.list().iter().step_by(3) {
                    for day in [step.day.plus(-40 * 86_400), step.day] {
                        let state = judge(&steps, &subject, day).state;
                        let here = alternatives(&dataset, &steps, &subject, day, state);
                        let all = of_all_readings(&dataset, &steps, &subject, day, state);
                        assert_eq!(here, all, "{} {party:?} {day:?}", dataset.treaty(treaty).key);
                        found += here.len();
                    }
                }
            }
        }
        assert!(found > 10, "{found}");
    }
}
