//! The spans of a topic: events that last, each in a row of its lane in which it is free.

use super::edtf_date::Precision;
use super::ids::{EventId, TreatyId};
use super::moment::Moment;
use super::record::Record;
use super::treaty::Nature;

/// Maximum number of rows in a lane: thinner bars could not be told apart. What overlaps more lies over the last.
const MAX_ROWS: usize = 3;

/// An event of a topic whose date is an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicSpan {
    /// The event.
    pub event: EventId,
    /// Its first moment; [`Moment::MIN`] where the start is open.
    pub from: Moment,
    /// The moment after its last; [`Moment::MAX`] where the end is open.
    pub until: Moment,
    /// Its row from the top, below [`TopicSpans::rows`].
    pub row: usize,
}

/// The spans of one topic, in order of their beginning.
#[derive(Clone, Debug, Default)]
pub struct TopicSpans {
    list: Vec<TopicSpan>,
    /// For each the latest end of it and of all before it.
    latest: Vec<Moment>,
    rows: usize,
}

impl TopicSpans {
    /// The spans of a treaty: none unless it is a topic.
    pub(super) fn of(record: &Record, treaty: TreatyId) -> Self {
        if record.treaty(treaty).nature != Nature::Topic {
            return Self::default();
        }
        let spans = record.events_of(treaty).iter().filter_map(|&event| {
            let date = record.event(event).date();
            (date.precision() == Precision::Interval).then(|| TopicSpan {
                event,
                from: if date.has_open_start() { Moment::MIN } else { date.earliest() },
                until: if date.has_open_end() { Moment::MAX } else { date.end() },
                row: 0,
            })
        });
        let mut list: Vec<TopicSpan> = spans.collect();
        list.sort_by_key(|span| (span.from, span.event));
        let mut ends: Vec<Moment> = Vec::new();
        let mut latest = Vec::with_capacity(list.len());
        for span in &mut list {
            span.row = match ends.iter().position(|&end| end <= span.from) {
                Some(row) => row,
                None if ends.len() < MAX_ROWS => {
                    ends.push(span.until);
                    ends.len() - 1
                }
                None => MAX_ROWS - 1,
            };
            let end = &mut ends[span.row];
            *end = (*end).max(span.until);
            latest.push(latest.last().copied().unwrap_or(Moment::MIN).max(span.until));
        }
        Self { list, latest, rows: ends.len() }
    }

    /// How many rows there are, at most three.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The spans that reach between two moments, in order of their beginning.
    pub fn between(&self, start: Moment, end: Moment) -> impl Iterator<Item = &TopicSpan> {
        let first = self.latest.partition_point(|&latest| latest < start);
        let begun = self.list.partition_point(|span| span.from <= end).max(first);
        self.list[first..begun].iter().filter(move |span| span.until >= start)
    }
}
