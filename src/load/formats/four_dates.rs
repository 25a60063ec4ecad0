//! Events with up to four dates, as some programs have them: the earliest and latest beginning, the earliest and latest end.

use crate::diagnostics::Span;

use super::builder::{Builder, Written};
use super::civil::{Civil, between, fuzzy_end};

/// When an event was, by its earliest and latest beginning and its earliest and latest end, in EDTF. What lasted has a
/// beginning and an end: units of the calendar where the bounds span them, approximate otherwise. What did not last was at some
/// moment between the outer bounds. Inner bounds that are no dates are passed over; callers keep them as they are written.
pub(super) fn time_of_four(
    builder: &mut Builder<'_, '_, '_>,
    dates: &[Option<Written>; 4],
    is_duration: bool,
    span: Span,
) -> Option<String> {
    let [start, latest_start, earliest_end, end] = dates;
    let (first, last) = (start.as_ref().or(latest_start.as_ref()), end.as_ref().or(earliest_end.as_ref()));
    let has_bounds = latest_start.is_some() || earliest_end.is_some();
    let is_plain = !has_bounds && (is_duration || last.is_none());
    let are_dates = dates.iter().flatten().all(|written| written.read.is_ok());
    if is_plain || !are_dates || first.is_none() {
        return builder.time(first, last, span);
    }
    let [start, latest_start, earliest_end, end] = [start, latest_start, earliest_end, end].map(|written| {
        let read = written.as_ref().and_then(|written| written.read.as_ref().ok());
        read.map(|civil| civil.date.clone())
    });
    let earliest = start.clone().or_else(|| latest_start.clone())?;
    let latest = end.clone().or_else(|| earliest_end.clone()).or_else(|| latest_start.clone())?;
    if !is_duration || (end.is_none() && earliest_end.is_none()) {
        return between(&earliest, &latest).or_else(|| builder.time(first, last, span));
    }
    let from = match (&start, &latest_start) {
        (Some(start), Some(latest_start)) => fuzzy_end(start, latest_start, start),
        _ => earliest,
    };
    let to = match (&earliest_end, &end) {
        (Some(earliest_end), Some(end)) => fuzzy_end(earliest_end, end, end),
        _ => latest,
    };
    let place = last.map_or(span, |last| last.span);
    Some(builder.interval(&Civil::of_date(from), &Civil::of_date(to), place))
}
