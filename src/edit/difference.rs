//! The edits that make one data file of another.

use std::collections::HashMap;

use crate::diagnostics::EditProblem;
use crate::records::{Edit, Json, Origin, PatchChange, Position, RecordList};

use super::document::{Document, Record, Records};
use super::raw::{compact_value, is_same};

/// The edits that lead from one data file to another: by list, id and field, in the order of the format. The order of records
/// and of their fields says nothing.
///
/// # Errors
/// One of the texts cannot be edited.
pub fn edits_between(before: &str, after: &str) -> Result<Vec<Edit>, EditProblem> {
    Ok(differences(before, after)?.iter().filter_map(PatchChange::edit).collect())
}

/// The same with what was there before, from nobody.
pub(super) fn differences(before: &str, after: &str) -> Result<Vec<PatchChange>, EditProblem> {
    let (before, after) = (Document::of(before)?, Document::of(after)?);
    let mut changes = Vec::new();
    for list in RecordList::ALL {
        // Most lists are the same, and are not looked into then.
        let is_list = list != RecordList::Dataset;
        if is_list && before.list(list) == after.list(list) {
            continue;
        }
        records(list, &before.records(list)?, &after.records(list)?, &mut changes)?;
    }
    Ok(changes)
}

fn records(
    list: RecordList,
    before: &Records<'_>,
    after: &Records<'_>,
    changes: &mut Vec<PatchChange>,
) -> Result<(), EditProblem> {
    let change = |id: &str, field: Option<&str>, before: Option<Json>, after: Option<Json>| PatchChange {
        origin: Origin::default(),
        list,
        id: id.to_owned(),
        field: field.map(str::to_owned),
        before,
        after,
        position: Position::Last,
    };
    for old in &before.records {
        let id = named(list, old)?;
        if after.find(id)?.is_none() {
            changes.push(change(id, None, old.json(), None));
        }
    }
    for new in &after.records {
        let id = named(list, new)?;
        let Some(old) = before.find(id)? else { continue };
        let (were, are) = (by_name(old), by_name(new));
        for (name, value) in &new.fields {
            let was = were.get(&**name).copied();
            if was.is_none_or(|was| !is_same(was, value)) {
                changes.push(change(id, Some(name), was.and_then(compact_value), compact_value(value)));
            }
        }
        for (name, value) in old.fields.iter().filter(|(name, _)| !are.contains_key(&**name)) {
            changes.push(change(id, Some(name), compact_value(value), None));
        }
    }
    let is_new =
        |record: &Record<'_>| record.id.as_ref().is_some_and(|id| matches!(before.find(id), Ok(None)));
    let trailing = after.records.iter().rev().take_while(|record| is_new(record)).count();
    let mut previous: Option<&str> = None;
    for (index, new) in after.records.iter().enumerate() {
        let id = named(list, new)?;
        if is_new(new) {
            let position = match previous {
                _ if index >= after.records.len() - trailing => Position::Last,
                Some(previous) => Position::After(previous.to_owned()),
                None => Position::First,
            };
            changes.push(PatchChange { position, ..change(id, None, None, new.json()) });
        }
        previous = Some(id);
    }
    Ok(())
}

/// The id of a record, which has to have one.
fn named<'a>(list: RecordList, record: &'a Record<'_>) -> Result<&'a str, EditProblem> {
    record.id.as_deref().ok_or_else(|| EditProblem::NoId(list.key()))
}

/// The values of a record by the names of its fields; of a name that comes twice the first.
fn by_name<'a>(record: &'a Record<'_>) -> HashMap<&'a str, &'a str> {
    record.fields.iter().rev().map(|(name, value)| (&**name, *value)).collect()
}
