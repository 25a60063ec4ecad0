//! The lanes of a page: the times of phases, notices and spans, and which events and statements have a mark.

use crate::domain::{
    Dataset, EdtfDate, EventId, LifeSummary, Moment, Nature, Notice, Phase, PhaseKind, Status, TopicSpans,
    TreatyId,
};
use crate::language::Strings;
use crate::levels::Column;

use super::PageInput;
use super::json::Json;
use super::slice::{Ids, Lane, Slice};

/// Every phase, in the order of the numbers that the script knows them by.
pub(super) const PHASES: [PhaseKind; 7] = [
    PhaseKind::Negotiated,
    PhaseKind::Signed,
    PhaseKind::Provisional,
    PhaseKind::InForce,
    PhaseKind::Extended,
    PhaseKind::Suspended,
    PhaseKind::Ended,
];
/// Every status of a lane, in the order of those numbers.
pub(super) const STATUSES: [Status; 7] = [
    Status::InForce,
    Status::InEffect,
    Status::Signed,
    Status::Suspended,
    Status::Ended,
    Status::Topic,
    Status::Pending,
];

/// How certain a date is: 0 firm, 1 about, 2 uncertain.
pub(super) fn look(date: &EdtfDate) -> i64 {
    match (date.is_uncertain(), date.is_approximate()) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

/// The index of a value among all that there are.
fn index_in<T: PartialEq>(all: &[T], value: &T) -> Json {
    all.iter().position(|other| other == value).unwrap_or(all.len()).into()
}

/// The record of a lane.
pub(super) fn lane(input: &PageInput<'_>, slice: &Slice, lane: Lane) -> Json {
    let party = lane.party.and_then(|index| input.rows.party_lane(lane.treaty, index));
    let dataset = input.dataset;
    let own = input.index.lane(lane.treaty);
    let (name, (status, standing)) = match party {
        None => (dataset.treaty(lane.treaty).name.to_string(), standing(input, lane.treaty)),
        Some(party) => {
            let nature = dataset.treaty(lane.treaty).nature;
            let day = input.status_date.map(|(day, _)| day).or_else(|| dataset.current_day(None));
            let state = day.map(|day| party.state_on(day));
            let words = state.map(|state| (input.strings().terms.state)(state, nature)).unwrap_or_default();
            let status = state.map_or(Status::Pending, |state| Status::of_state(state, nature));
            (dataset.party(party.party).name.to_string(), (status, words))
        }
    };
    let is_whole = party.is_none();
    let phases = party.map_or_else(|| dataset.phases(lane.treaty), |party| &party.phases);
    let notices = party.map_or_else(|| dataset.notices(lane.treaty), |party| &party.notices);
    let (events, statements) =
        party.map_or((&own.events, &own.statements), |party| (&party.events, &party.statements));
    let spans = if is_whole { Some(dataset.topic_spans(lane.treaty)) } else { None };
    Json::record([
        slice.treaties.get(lane.treaty).into(),
        (!is_whole).into(),
        name.into(),
        standing.into(),
        index_in(&STATUSES, &status),
        Json::list(phases.iter().map(|one| phase(input, lane.treaty, one, is_whole))),
        Json::list(notices.iter().map(notice)),
        numbers(&slice.events, events),
        numbers(&slice.statements, statements),
        spans.map_or(0, TopicSpans::rows).into(),
        spans.map_or(Json::Null, |spans| spans_of(dataset, &slice.events, events, spans)),
    ])
}

/// The status of a treaty, as its dot and in the words under its name.
pub(super) fn standing(input: &PageInput<'_>, treaty: TreatyId) -> (Status, String) {
    let (dataset, terms) = (input.dataset, &input.strings().terms);
    let nature = dataset.treaty(treaty).nature;
    if let Some((_, states)) = input.status_date.filter(|_| nature != Nature::Topic)
        && let Some(&state) = states.get(treaty.index())
    {
        return (Status::of_state(state, nature), (terms.state)(state, nature));
    }
    let day = dataset.current_day(None).unwrap_or(Moment::MAX);
    let standing = dataset.status_summary_on(treaty, day);
    (standing.status, (terms.life_summary)(standing.life))
}

fn phase(input: &PageInput<'_>, treaty: TreatyId, phase: &Phase, has_words: bool) -> Json {
    let words =
        if has_words { words_of(input.dataset, treaty, phase, input.strings()) } else { String::new() };
    Json::List(vec![
        index_in(&PHASES, &phase.kind),
        phase.start.secs().into(),
        phase.end.map(Moment::secs).into(),
        words.into(),
    ])
}

/// What is said of a phase that began before the window.
fn words_of(dataset: &Dataset, treaty: TreatyId, phase: &Phase, strings: &Strings) -> String {
    let (since, terms) = (dataset.year_of(phase), &strings.terms);
    match (phase.kind, dataset.treaty(treaty).nature) {
        (PhaseKind::Ended, _) => String::new(),
        (PhaseKind::Signed, Nature::Political) => (terms.life_summary)(LifeSummary::Agreed(since)),
        (PhaseKind::Signed, _) if dataset.lacks_entry(treaty) => {
            (terms.life_summary)(LifeSummary::EntryNotRecorded(since, None))
        }
        (PhaseKind::Signed, Nature::Treaty | Nature::Topic) => {
            (terms.life_summary)(LifeSummary::Signed(since))
        }
        (kind, nature) => (terms.phase_since)((terms.phase)(kind, nature), since),
    }
}

fn notice(notice: &Notice) -> Json {
    Json::list([notice.from.secs(), notice.until.secs()])
}

/// The numbers of the items of a column, in order of time.
fn numbers<Id: Copy + Ord>(ids: &Ids<Id>, column: &Column<Id>) -> Json {
    Json::list(column.within(Moment::MIN, Moment::MAX).iter().filter_map(|&id| ids.get(id)))
}

/// The events of a topic that last.
fn spans_of(dataset: &Dataset, ids: &Ids<EventId>, events: &Column<EventId>, spans: &TopicSpans) -> Json {
    let shown = events.within(Moment::MIN, Moment::MAX);
    let spans = spans.between(Moment::MIN, Moment::MAX).filter(|span| shown.contains(&span.event));
    Json::list(spans.map(|span| {
        let date = dataset.event(span.event).date();
        Json::record([
            ids.get(span.event).into(),
            span.from.secs().into(),
            span.until.secs().into(),
            span.row.into(),
            look(date).into(),
            date.has_open_start().into(),
            date.has_open_end().into(),
        ])
    }))
}
