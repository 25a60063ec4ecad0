//! A record of treaties together with their legal history, which is computed from it.

use std::ops::Deref;

use super::clauses::Period;
use super::cost_counter::probe;
use super::dataset_tables::DatasetTables;
use super::edtf_date::EdtfDate;
use super::event::{Attestation, Confidence, Event};
use super::ids::{EventId, TreatyId};
use super::known_year::KnownYear;
use super::law::{Life, State};
use super::moment::Moment;
use super::phase::{Notice, NoticeLength, Phase, PhaseKind};
use super::record::Record;
use super::status_summary::{Ending, LifeSummary, Status, StatusSummary};
use super::topic_spans::TopicSpans;
use super::treaty::Nature;

/// A [`Record`] with the legal history of each treaty: its states, phases and notices.
///
/// [`Dataset::build`] is the only way to make one. The record itself is reached through [`Deref`].
#[derive(Clone, Debug)]
pub struct Dataset {
    record: Record,
    /// By treaty.
    lives: Vec<Life>,
    /// By treaty: the years of a topic; `None` for an instrument and for a topic without events.
    topic_years: Vec<Option<(KnownYear, KnownYear)>>,
    /// By treaty: the spans of a topic.
    topic_spans: Vec<TopicSpans>,
    /// Whether a source is named for any event.
    names_sources: bool,
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
    pub fn build(parts: DatasetTables) -> Self {
        let record = Record::new(parts);
        let treaties = (0..record.treaties().len()).map(TreatyId::new);
        let lives = treaties.clone().map(|treaty| Life::of(&record, treaty, None)).collect();
        let topic_years = treaties.clone().map(|treaty| topic_years(&record, treaty)).collect();
        let topic_spans = treaties.map(|treaty| TopicSpans::of(&record, treaty)).collect();
        let names_sources = record.events().iter().any(Event::has_source);
        Self { record, lives, topic_years, topic_spans, names_sources }
    }

    /// Why an event is to be taken with care; `None` if nothing speaks against it. Where no event at all has a source, the
    /// lack of one says nothing about a single event.
    pub fn attestation(&self, id: EventId) -> Option<Attestation> {
        let event = self.record.event(id);
        match event.confidence {
            Some(Confidence::Unverified) => Some(Attestation::Unverified),
            _ if self.names_sources && !event.has_source() => Some(Attestation::Unsourced),
            Some(Confidence::SingleSource) => Some(Attestation::SingleSource),
            Some(Confidence::Confirmed) | None => None,
        }
    }

    /// A treaty's phases in order.
    pub fn phases(&self, id: TreatyId) -> &[Phase] {
        &self.lives[id.index()].phases
    }

    /// The spans of a topic; none for an instrument.
    pub fn topic_spans(&self, id: TreatyId) -> &TopicSpans {
        &self.topic_spans[id.index()]
    }

    /// A treaty's notices of withdrawal that took effect, in order of notice.
    pub fn notices(&self, id: TreatyId) -> &[Notice] {
        &self.lives[id.index()].notices
    }

    /// Where a treaty stands at the end of the record.
    pub fn status_summary(&self, id: TreatyId) -> StatusSummary {
        self.status_summary_on(id, Moment::MAX)
    }

    /// Where a treaty stands on `day`: by the state that [`whole_state_on`](Self::whole_state_on) gives.
    pub fn status_summary_on(&self, id: TreatyId, day: Moment) -> StatusSummary {
        if self.record.treaty(id).nature == Nature::Topic {
            return StatusSummary {
                status: Status::Topic,
                life: LifeSummary::Topic(self.topic_years[id.index()]),
            };
        }
        let phases = self.phases(id);
        let begun = phases.partition_point(|phase| phase.day <= day);
        let state = self.whole_state_on(id, day);
        let nature = self.record.treaty(id).nature;
        StatusSummary::of(&self.record, &phases[..begun], state, (nature, self.lacks_entry(id)))
    }

    /// When and how a treaty ended, if it did.
    pub fn ending(&self, id: TreatyId) -> Option<(KnownYear, Ending)> {
        let end = self.phases(id).last().filter(|phase| phase.kind == PhaseKind::Ended)?;
        Some((self.record.end_year(end), Ending::of(&self.record, end)))
    }

    /// Whether a treaty ended whose entry into force is not recorded, in a record that may lack events: then nothing is said
    /// of whether it was in force.
    pub fn lacks_entry(&self, id: TreatyId) -> bool {
        let is_outside = |phase: &Phase| {
            matches!(phase.kind, PhaseKind::Negotiated | PhaseKind::Signed | PhaseKind::Ended)
        };
        let phases = self.phases(id);
        self.record.treaty(id).is_incomplete
            && phases.last().is_some_and(|last| last.kind == PhaseKind::Ended)
            && phases.iter().all(is_outside)
            && self.whole_state_on(id, Moment::MAX) == State::Ended
    }

    /// The days on which the state of a treaty as a whole changes or its term is extended, in order.
    pub fn change_days(&self, id: TreatyId) -> Vec<Moment> {
        let states = self.lives[id.index()].states.iter().filter_map(|span| span.from);
        let mut days: Vec<Moment> = states.chain(self.record.extension_days(id)).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// How long before its effect the notice of a withdrawal was given, where both are recorded to the day: for the
    /// notice and for the withdrawal.
    pub fn notice_length(&self, event: EventId) -> Option<NoticeLength<'_>> {
        let treaty = self.event(event).treaty;
        let notices = self.notices(treaty).iter();
        let notice = notices.rev().find(|notice| notice.effect == event || notice.event == event)?;
        let day = |id: EventId| {
            let is_known = self.record.event(id).governing_claim().date.is_one_day();
            is_known.then(|| self.record.effective_day(id))
        };
        let (from, to) = (day(notice.event)?, day(notice.effect)?);
        let clause = self.record.treaty(treaty).terms.withdrawal.as_ref();
        // A clause that counts days is not compared with months.
        let counts_days = clause.is_some_and(|clause| clause.period.months == 0);
        let period = if counts_days { Period::in_days(from, to) } else { Period::between(from, to) };
        Some(NoticeLength { period, clause })
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
}

/// The years of the first and the last event of a topic.
fn topic_years(record: &Record, treaty: TreatyId) -> Option<(KnownYear, KnownYear)> {
    if record.treaty(treaty).nature != Nature::Topic {
        return None;
    }
    let dates = || record.events_of(treaty).iter().map(|&id| record.event(id).date());
    let first = dates().min_by_key(|date| date.earliest())?;
    let last = dates().max_by_key(|date| date.end())?;
    Some((
        KnownYear::of(EdtfDate::start(first).unwrap_or(first)),
        KnownYear::of(EdtfDate::last(last).unwrap_or(last)),
    ))
}
