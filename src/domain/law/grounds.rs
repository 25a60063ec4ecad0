//! The grounds of a state: the events that lead to it and hold it up, none of them without a part in it.

use crate::domain::ground::Ground;
use crate::domain::moment::Moment;

use super::state::State;
use super::state_history::{StateSpan, state_history};
use super::state_machine::judge;
use super::state_with_grounds::StateWithGrounds;
use super::step::{Step, Steps};
use super::subject::Subject;

/// The grounds of a judgement on `day`, in order of date.
///
/// Read alone they give the same state, by the same course and with the same extension; without any one of them they do
/// not, but for the newest act that the state rests on: a termination is named though the notice before it would do.
pub(super) fn grounds(
    steps: &Steps,
    subject: &Subject<'_>,
    day: Moment,
    judgement: &StateWithGrounds,
) -> Vec<Ground> {
    let mut found = fewest(steps, subject, day, judgement);
    let extension = judgement.extension.map(|step| step.ground);
    let newest = found.iter().rfind(|&&ground| Some(ground) != extension).copied();
    let reading = Reading::of(steps, subject, day);
    // What the whole record can spare is not named either, if nothing else takes its place.
    let mut index = 0;
    while let Some(&ground) = found.get(index) {
        index += 1;
        let without = steps.changed(|step| (step.ground != ground).then_some(step));
        if Some(ground) == newest || Reading::of(&without, subject, day) != reading {
            continue;
        }
        let fewer = fewest(&without, subject, day, &judge(&without, subject, day));
        if fewer.iter().all(|ground| found.contains(ground)) {
            (found, index) = (fewer, 0);
        }
    }
    found
}

/// The events of a judgement, without those that the others can spare.
fn fewest(steps: &Steps, subject: &Subject<'_>, day: Moment, judgement: &StateWithGrounds) -> Vec<Ground> {
    let is_basis = |step: &Step| judgement.grounds.contains(&step.ground);
    let is_extension = |step: &Step| judgement.extension.is_some_and(|extension| extension == *step);
    let only = |keeps: &dyn Fn(&Step) -> bool| steps.changed(|step| keeps(&step).then_some(step));
    let with_lifted =
        only(&|step| is_basis(step) || is_extension(step) || judgement.taken_back.contains(step));
    // What was lifted may have had an end of its own, which must not be taken for one that came.
    let mut kept = if judge(&with_lifted, subject, day).state == judgement.state {
        with_lifted
    } else {
        only(&|step| is_basis(step) || is_extension(step))
    };
    let reading = Reading::of(&kept, subject, day);
    // The newest of all: an act of joining before the lifting of a suspension is none that must be named.
    let newest = kept.list().iter().rfind(|step| !is_extension(step)).map(|step| step.ground);
    loop {
        let before = kept.list().len();
        for ground in kept.list().iter().map(|step| step.ground).collect::<Vec<_>>() {
            if Some(ground) == newest {
                continue;
            }
            let fewer = kept.changed(|step| (step.ground != ground).then_some(step));
            if Reading::of(&fewer, subject, day) == reading {
                kept = fewer;
            }
        }
        if kept.list().len() == before {
            break;
        }
    }
    kept.list().iter().map(|step| step.ground).collect()
}

/// What some steps say about a day: the state, the course that led to it, the extension that it rests on.
#[derive(PartialEq)]
struct Reading {
    state: State,
    course: Vec<StateSpan>,
    extension: Option<Step>,
}

impl Reading {
    fn of(steps: &Steps, subject: &Subject<'_>, day: Moment) -> Self {
        let StateWithGrounds { state, extension, .. } = judge(steps, subject, day);
        let mut course = state_history(steps, subject);
        course.retain(|span| span.from.is_none_or(|from| from <= day));
        Self { state, course, extension }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::domain::ids::TreatyId;
    use crate::domain::law::legal_status::Extension;

    /// Of how many acts the days are asked for, of each subject.
    const MAX_DAYS: usize = 12;

    /// What an answer says beside its grounds, from the record: the state, since when and until when, the extension with
    /// its end, and the course up to the day.
    type Said = (State, Option<Moment>, Option<Extension>, Vec<StateSpan>);

    fn said(steps: &Steps, subject: &Subject<'_>, day: Moment) -> Said {
        let Reading { state, course, extension } = Reading::of(steps, subject, day);
        let history = state_history(steps, subject);
        let until = history.get(course.len()).and_then(|span| span.from);
        (state, until, extension.and_then(|step| Extension::of(steps, &step)), course)
    }

    /// Answers about each treaty and some of its parties in the bundled record, on days on which something happens and
    /// the days before.
    fn for_each_answer(mut examine: impl FnMut(&str, &Steps, &Subject<'_>, Moment, &[Ground])) {
        let loaded = crate::load::load("x", crate::load::bundled(), &());
        let dataset = loaded.dataset.unwrap();
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let all = Steps::of(&dataset, treaty);
            let whole = Steps::of_whole(&dataset, treaty);
            let parties = dataset.first_parties_on_record(treaty, 4);
            for party in std::iter::once(None).chain(parties.into_iter().map(Some)) {
                let subject = Subject::of(&dataset, treaty, party);
                let steps = if party.is_none() { whole.clone() } else { subject.steps_among(&all) };
                let mut acts = subject.relevant_steps(&steps);
                acts.retain(|step| step.kind.is_act_of_law());
                let every = acts.len() / MAX_DAYS + 1;
                for step in acts.iter().step_by(every) {
                    for day in [step.day.plus(-86_400), step.day] {
                        let judgement = judge(&steps, &subject, day);
                        let found = grounds(&steps, &subject, day, &judgement);
                        let party = party.map_or("-", |party| &dataset.party(party).key);
                        let name = format!("{} {party} {}", dataset.treaty(treaty).key, day.date());
                        examine(&name, &steps, &subject, day, &found);
                    }
                }
            }
        }
    }

    #[test]
    fn striking_a_ground_but_the_newest_from_the_record_changes_the_answer() {
        let (mut asked, mut wrong) = (0, Vec::new());
        for_each_answer(|name, steps, subject, day, found| {
            let before = said(steps, subject, day);
            let judgement = judge(steps, subject, day);
            let extension = judgement.extension.map(|step| step.ground);
            let newest = found.iter().rfind(|&&ground| Some(ground) != extension);
            for &ground in found.iter().filter(|ground| Some(*ground) != newest) {
                let without = steps.changed(|step| (step.ground != ground).then_some(step));
                asked += 1;
                if said(&without, subject, day) != before {
                    continue;
                }
                // Where something else leads to the same answer, it takes the place of what was struck.
                let again = grounds(&without, subject, day, &judge(&without, subject, day));
                if again.iter().all(|ground| found.contains(ground)) {
                    wrong.push(format!("{name}: {ground:?} of {found:?}"));
                }
            }
        });
        assert!(asked > 1000, "{asked}");
        assert!(wrong.is_empty(), "{} of {asked}\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn the_newest_event_that_bears_on_the_state_is_a_ground() {
        let (mut asked, mut wrong) = (0, Vec::new());
        for_each_answer(|name, steps, subject, day, found| {
            let (state, _, extension, course) = said(steps, subject, day);
            let since = course.last().and_then(|span| span.from);
            let bears = |step: &&Step| {
                let without = steps.changed(|other| (other.ground != step.ground).then_some(other));
                let (other_state, _, other_extension, other_course) = said(&without, subject, day);
                let other_since = other_course.last().and_then(|span| span.from);
                (other_state, other_since, other_extension) != (state, since, extension)
            };
            let relevant = subject.relevant_steps(steps);
            // Of hundreds of parties to one treaty each act would be struck in vain.
            if relevant.len() > 120 {
                return;
            }
            let mut up_to_day =
                relevant.iter().rev().filter(|step| step.day <= day && step.kind.is_act_of_law());
            let Some(newest) = up_to_day.find(bears) else { return };
            asked += 1;
            if !found.contains(&newest.ground) {
                wrong.push(format!("{name}: {:?}", newest.kind));
            }
        });
        assert!(asked > 500, "{asked}");
        assert!(wrong.is_empty(), "{} of {asked}\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn the_extension_of_new_start_is_among_the_grounds_after_it_took_effect() {
        let loaded = crate::load::load("x", crate::load::bundled(), &());
        let dataset = loaded.dataset.unwrap();
        let treaty = dataset.find_treaty("NEWSTART").unwrap();
        let on = |year, month, day| {
            dataset.state_on(treaty, None, Moment::from_ymd(year, month, day).unwrap()).unwrap()
        };
        let answer = on(2022, 1, 1);
        let kinds: Vec<EventKind> = answer.grounds.iter().map(|&ground| dataset.kind_of(ground)).collect();
        assert_eq!(kinds, [EventKind::Signed, EventKind::EnteredIntoForce, EventKind::Extended]);
        assert_eq!(answer.state, State::InForce);
        assert_eq!(answer.extension.unwrap().to, Moment::from_ymd(2026, 2, 5));
        assert_eq!(on(2021, 2, 2).extension, None);
        assert_eq!(on(2026, 3, 1).extension, None, "it has run out");
    }
}
