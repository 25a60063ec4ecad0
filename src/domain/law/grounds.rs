//! The grounds of a state: the events that lead to it and hold it up, none of them without a part in it.

use crate::domain::ids::EventId;
use crate::domain::moment::Moment;

use super::machine::{Judgement, judge};
use super::state::State;
use super::state_history::{StateSpan, state_history};
use super::step::{Step, Steps};
use super::subject::Subject;

/// The grounds of a judgement on `day`, in order of date.
///
/// Read alone they give the same state, by the same course and with the same extension; without any one of them they do not.
pub(super) fn grounds(
    steps: &Steps,
    subject: &Subject<'_>,
    day: Moment,
    judgement: &Judgement,
) -> Vec<EventId> {
    let is_basis = |step: &Step| judgement.grounds.contains(&step.event);
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
    loop {
        let before = kept.list().len();
        for event in kept.list().iter().map(|step| step.event).collect::<Vec<_>>() {
            let fewer = kept.changed(|step| (step.event != event).then_some(step));
            if Reading::of(&fewer, subject, day) == reading {
                kept = fewer;
            }
        }
        if kept.list().len() == before {
            break;
        }
    }
    kept.list().iter().map(|step| step.event).collect()
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
        let Judgement { state, extension, .. } = judge(steps, subject, day);
        let mut course = state_history(steps, subject);
        course.retain(|span| span.from.is_none_or(|from| from <= day));
        Self { state, course, extension }
    }
}
