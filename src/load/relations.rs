//! Dates by relation to other events: each becomes the set of days that the relation leaves open.

use std::collections::HashMap;

use crate::diagnostics::{Cost, RecordProblem, RelationProblem, Rule, Suggestion, Table};
use crate::domain::{DateRelation, Moment, Period};
use crate::records::{DateField, DateRecord};

use super::json::PathStep::{Item, Key};
use super::reader::{Reader, Row, shortened};
use super::records::EventRecord;

/// Whether a date is given by its relation to other events alone.
fn is_relative(claim: &DateRecord) -> bool {
    claim.edtf.is_absent() && (claim.after.is_some() || claim.before.is_some())
}

/// The relation that a date rests on, once [`resolve`] has turned it into EDTF.
pub(super) fn relation_of(claim: &DateRecord) -> Option<Box<DateRelation>> {
    if claim.after.is_none() && claim.before.is_none() {
        return None;
    }
    let id = |id: Option<&str>| id.unwrap_or_default().into();
    let within = claim.within.as_deref().and_then(Period::parse);
    Some(Box::new(DateRelation {
        after: id(claim.after.as_deref()),
        before: id(claim.before.as_deref()),
        within,
    }))
}

/// Gives each date by relation its EDTF. Those that depend on each other in a circle, or that leave no day, stay without
/// and are reported.
pub(super) fn resolve(rows: &mut [Row<'_, EventRecord>], reader: &mut Reader<'_, '_>) {
    if !rows.iter().any(|row| row.record.dates.iter().any(is_relative)) {
        return;
    }
    let index = first_rows(rows);
    // For each row with dates by relation: how many events that it waits for are not known yet, and who waits for it.
    let mut waits_for = vec![0_usize; rows.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    let has_relative = |row: &Row<'_, EventRecord>| row.record.dates.iter().any(is_relative);
    let relative: Vec<bool> = rows.iter().map(has_relative).collect();
    for (number, row) in rows.iter().enumerate() {
        for claim in row.record.dates.iter().filter(|claim| is_relative(claim)) {
            for id in [&claim.after, &claim.before].into_iter().flatten() {
                let Some(&other) = index.get(id) else { continue };
                if relative.get(other) == Some(&true)
                    && let (Some(count), Some(list)) = (waits_for.get_mut(number), waiting.get_mut(other))
                {
                    *count += 1;
                    list.push(number);
                }
            }
        }
    }
    let ready = std::iter::zip(&waits_for, &relative).enumerate();
    let mut ready: Vec<usize> =
        ready.filter_map(|(number, (&count, &is))| (is && count == 0).then_some(number)).collect();
    let mut is_done = vec![false; rows.len()];
    while let Some(number) = ready.pop() {
        resolve_row(rows, number, &index, reader);
        if let Some(done) = is_done.get_mut(number) {
            *done = true;
        }
        for other in waiting.get_mut(number).map(std::mem::take).unwrap_or_default() {
            if let Some(count) = waits_for.get_mut(other) {
                *count -= 1;
                if *count == 0 {
                    ready.push(other);
                }
            }
        }
    }
    for (row, (_, is_done)) in std::iter::zip(rows, std::iter::zip(relative, is_done)) {
        if is_done {
            continue;
        }
        for (i, claim) in row.record.dates.iter().enumerate().filter(|(_, claim)| is_relative(claim)) {
            let text = reader.text;
            let span = || row.span(text, &[Key("dates"), Item(i)]);
            let id = claim.after.as_deref().or(claim.before.as_deref()).unwrap_or_default();
            reader.report(Rule::DateCycle, span, || {
                RecordProblem::Relation(RelationProblem::Cycle(shortened(id)))
            });
        }
    }
}

/// The first row of each id.
fn first_rows(rows: &[Row<'_, EventRecord>]) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (number, row) in rows.iter().enumerate() {
        index.entry(row.record.id.clone()).or_insert(number);
    }
    index
}

/// The first and the last day that an event can be on; `None` where it may have been ever so early, or late.
type Days = (Option<Moment>, Option<Moment>);

/// The days that an event can be on, by the date that is drawn.
fn days_of(row: &Row<'_, EventRecord>) -> Option<Days> {
    let dates = &row.record.dates;
    let is_readable = |claim: &&DateRecord| claim.edtf.date().is_ok();
    let preferred = dates.iter().filter(is_readable).find(|claim| claim.preferred);
    let date = preferred.or_else(|| dates.iter().find(is_readable))?.edtf.date().ok()?;
    let first = (!date.has_open_start()).then(|| Moment::from_date(date.earliest().date()));
    Some((first, (!date.has_open_end()).then(|| date.latest_day())))
}

/// Gives the dates by relation of one event their EDTF.
fn resolve_row(
    rows: &mut [Row<'_, EventRecord>],
    number: usize,
    index: &HashMap<String, usize>,
    reader: &mut Reader<'_, '_>,
) {
    let Some(row) = rows.get(number) else { return };
    let text = reader.text;
    let mut found: Vec<(usize, String)> = Vec::new();
    for (i, claim) in row.record.dates.iter().enumerate().filter(|(_, claim)| is_relative(claim)) {
        let mut days = |id: Option<&String>, key: &'static str| {
            let Some(id) = id else { return Ok(None) };
            let Some(&other) = index.get(id) else {
                let span = || row.span(text, &[Key("dates"), Item(i), Key(key)]);
                reader.report(Rule::UnknownId, span, || RecordProblem::UnknownId {
                    table: Table::Events,
                    id: shortened(id),
                    suggestion: Suggestion::None,
                    cost: Cost::Date,
                });
                return Err(());
            };
            // Why the other event has no date is reported where it stands.
            rows.get(other).and_then(days_of).map(Some).ok_or(())
        };
        let (after, before) = (days(claim.after.as_ref(), "after"), days(claim.before.as_ref(), "before"));
        let (Ok(after), Ok(before)) = (after, before) else { continue };
        let within = claim.within.as_deref().map(Period::parse);
        if within == Some(None) {
            let span = || row.span(text, &[Key("dates"), Item(i), Key("within")]);
            let period = claim.within.as_deref().unwrap_or_default();
            reader.report(Rule::BadPeriod, span, || {
                RecordProblem::Relation(RelationProblem::BadPeriod(shortened(period)))
            });
        }
        if let Some(edtf) = edtf_between(after, before, within.flatten()) {
            found.push((i, edtf));
        } else {
            let span = || row.span(text, &[Key("dates"), Item(i)]);
            reader.report(Rule::BadDate, span, || RecordProblem::Relation(RelationProblem::NoDayLeft));
        }
    }
    let Some(row) = rows.get_mut(number) else { return };
    for (i, edtf) in found {
        if let Some(claim) = row.record.dates.get_mut(i) {
            claim.edtf = DateField::from(edtf);
        }
    }
}

/// The days from the first event to the second, each given by the days that it can be on, as EDTF: one of them. `None`
/// where no day is left, or every day.
fn edtf_between(after: Option<Days>, before: Option<Days>, within: Option<Period>) -> Option<String> {
    let mut first = after.and_then(|(first, _)| first);
    let mut last = before.and_then(|(_, last)| last);
    match (after, before, within) {
        (Some((_, Some(latest))), _, Some(within)) => {
            let limit = within.after(latest);
            last = Some(last.map_or(limit, |last| last.min(limit)));
        }
        (None, Some((Some(earliest), _)), Some(within)) => first = Some(within.before(earliest)),
        _ => {}
    }
    let day = |at: Moment| at.date().format("%Y-%m-%d").to_string();
    match (first, last) {
        (None, None) => None,
        (Some(first), Some(last)) if first > last => None,
        (Some(first), Some(last)) if first == last => Some(day(first)),
        (first, last) => {
            let (first, last) = (first.map(day).unwrap_or_default(), last.map(day).unwrap_or_default());
            Some(format!("[{first}..{last}]"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_leaves_the_days_that_both_events_and_the_period_allow() {
        let at = |text: &str| {
            let date = crate::domain::EdtfDate::parse(text).unwrap();
            (
                (!date.has_open_start()).then(|| date.earliest()),
                (!date.has_open_end()).then(|| date.latest_day()),
            )
        };
        let months = |text| Period::parse(text);
        for (after, before, within, edtf) in [
            (Some("1931-05-04"), None, None, Some("[1931-05-04..]")),
            (None, Some("1931"), None, Some("[..1931-12-31]")),
            (Some("1931-05"), Some("1932-01-01"), None, Some("[1931-05-01..1932-01-01]")),
            (Some("1931-05-04"), Some("1932-01-01"), months("P6M"), Some("[1931-05-04..1931-11-04]")),
            (Some("1931-05-04"), Some("1931-06-01"), months("P6M"), Some("[1931-05-04..1931-06-01]")),
            (None, Some("1931-05-04"), months("P1M"), Some("[1931-04-04..1931-05-04]")),
            (Some("1931-05-04"), Some("1931-05-04"), None, Some("1931-05-04")),
            (Some("1931-05-04"), Some("1930"), None, None),
            (Some("1931-05-04"), Some("[1932..]"), None, Some("[1931-05-04..]")),
            (Some("[..1931-05-04]"), None, None, None),
        ] {
            let found = edtf_between(after.map(at), before.map(at), within);
            assert_eq!(found.as_deref(), edtf, "{after:?} {before:?}");
        }
    }
}
