//! The grounds of a state: the events that lead to it and hold it up, none of them without a part in it.

use crate::domain::ground::Ground;
use crate::domain::moment::Moment;

use super::state::State;
use super::state_history::{StateSpan, state_history};
use super::state_machine::judge;
use super::state_with_grounds::StateWithGrounds;
use super::subject::Subject;
use super::transition::{Transition, Transitions};

/// The grounds of a judgement on `day`, in order of date.
///
/// Read alone they give the same state, by the same course and with the same extension; without any one of them they do
/// not, but for the newest act that the state rests on: a termination is named though the notice before it would do.
pub(super) fn grounds(
    transitions: &Transitions,
    subject: &Subject<'_>,
    day: Moment,
    judgement: &StateWithGrounds,
) -> Vec<Ground> {
    let mut found = fewest(transitions, subject, day, judgement);
    let extension = judgement.extension.map(|transition| transition.ground);
    let newest = found.iter().rfind(|&&ground| Some(ground) != extension).copied();
    let reading = Reading::of(transitions, subject, day);
    // What the whole record can spare is not named either, if nothing else takes its place.
    let mut index = 0;
    while let Some(&ground) = found.get(index) {
        index += 1;
        let without = transitions.changed(|transition| (transition.ground != ground).then_some(transition));
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
fn fewest(
    transitions: &Transitions,
    subject: &Subject<'_>,
    day: Moment,
    judgement: &StateWithGrounds,
) -> Vec<Ground> {
    let is_basis = |transition: &Transition| judgement.grounds.contains(&transition.ground);
    let is_extension =
        |transition: &Transition| judgement.extension.is_some_and(|extension| extension == *transition);
    let only = |keeps: &dyn Fn(&Transition) -> bool| {
        transitions.changed(|transition| keeps(&transition).then_some(transition))
    };
    let with_lifted = only(&|transition| {
        is_basis(transition) || is_extension(transition) || judgement.taken_back.contains(transition)
    });
    // What was lifted may have had an end of its own, which must not be taken for one that came.
    let mut kept = if judge(&with_lifted, subject, day).state == judgement.state {
        with_lifted
    } else {
        only(&|transition| is_basis(transition) || is_extension(transition))
    };
    let reading = Reading::of(&kept, subject, day);
    // The newest of all: an act of joining before the lifting of a suspension is none that must be named.
    let newest =
        kept.list().iter().rfind(|transition| !is_extension(transition)).map(|transition| transition.ground);
    loop {
        let before = kept.list().len();
        for ground in kept.list().iter().map(|transition| transition.ground).collect::<Vec<_>>() {
            if Some(ground) == newest {
                continue;
            }
            let fewer = kept.changed(|transition| (transition.ground != ground).then_some(transition));
            if Reading::of(&fewer, subject, day) == reading {
                kept = fewer;
            }
        }
        if kept.list().len() == before {
            break;
        }
    }
    kept.list().iter().map(|transition| transition.ground).collect()
}

/// What some transitions say about a day: the state, the course that led to it, the extension that it rests on.
#[derive(PartialEq)]
struct Reading {
    state: State,
    course: Vec<StateSpan>,
    extension: Option<Transition>,
}

impl Reading {
    fn of(transitions: &Transitions, subject: &Subject<'_>, day: Moment) -> Self {
        let StateWithGrounds { state, extension, .. } = judge(transitions, subject, day);
        let mut course = state_history(transitions, subject);
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

    fn said(transitions: &Transitions, subject: &Subject<'_>, day: Moment) -> Said {
        let Reading { state, course, extension } = Reading::of(transitions, subject, day);
        let history = state_history(transitions, subject);
        let until = history.get(course.len()).and_then(|span| span.from);
        (state, until, extension.and_then(|transition| Extension::of(transitions, &transition)), course)
    }

    /// Answers about each treaty and some of its parties in the bundled record, on days on which something happens and
    /// the days before.
    fn for_each_answer(mut examine: impl FnMut(&str, &Transitions, &Subject<'_>, Moment, &[Ground])) {
        let loaded = crate::load::load("x", crate::load::bundled(), &());
        let dataset = loaded.dataset.unwrap();
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let all = Transitions::of(&dataset, treaty);
            let whole = Transitions::of_whole(&dataset, treaty);
            let parties = dataset.first_parties_on_record(treaty, 4);
            for party in std::iter::once(None).chain(parties.into_iter().map(Some)) {
                let subject = Subject::of(&dataset, treaty, party);
                let transitions =
                    if party.is_none() { whole.clone() } else { subject.transitions_among(&all) };
                let mut acts = subject.relevant_transitions(&transitions);
                acts.retain(|transition| transition.kind.is_act_of_law());
                let every = acts.len() / MAX_DAYS + 1;
                for transition in acts.iter().step_by(every) {
                    for day in [transition.day.plus(-86_400), transition.day] {
                        let judgement = judge(&transitions, &subject, day);
                        let found = grounds(&transitions, &subject, day, &judgement);
                        let party = party.map_or("-", |party| &dataset.party(party).key);
                        let name = format!("{} {party} {}", dataset.treaty(treaty).key, day.date());
                        examine(&name, &transitions, &subject, day, &found);
                    }
                }
            }
        }
    }

    #[test]
    fn striking_a_ground_but_the_newest_from_the_record_changes_the_answer() {
        let (mut asked, mut wrong) = (0, Vec::new());
        for_each_answer(|name, transitions, subject, day, found| {
            let before = said(transitions, subject, day);
            let judgement = judge(transitions, subject, day);
            let extension = judgement.extension.map(|transition| transition.ground);
            let newest = found.iter().rfind(|&&ground| Some(ground) != extension);
            for &ground in found.iter().filter(|ground| Some(*ground) != newest) {
                let without =
                    transitions.changed(|transition| (transition.ground != ground).then_some(transition));
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
        for_each_answer(|name, transitions, subject, day, found| {
            let (state, _, extension, course) = said(transitions, subject, day);
            let since = course.last().and_then(|span| span.from);
            let bears = |transition: &&Transition| {
                let without =
                    transitions.changed(|other| (other.ground != transition.ground).then_some(other));
                let (other_state, _, other_extension, other_course) = said(&without, subject, day);
                let other_since = other_course.last().and_then(|span| span.from);
                (other_state, other_since, other_extension) != (state, since, extension)
            };
            let relevant = subject.relevant_transitions(transitions);
            // Of hundreds of parties to one treaty each act would be struck in vain.
            if relevant.len() > 120 {
                return;
            }
            let mut up_to_day = relevant
                .iter()
                .rev()
                .filter(|transition| transition.day <= day && transition.kind.is_act_of_law());
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
