//! Edits carried out on the text of a data file.

use std::collections::BTreeMap;

use crate::diagnostics::{EditProblem, Failure};
use crate::records::{Change, Edit, RecordList};

use super::container::{PlannedMember, Source};
use super::document::{Document, is_structure};
use super::fields::{EditedFields, FieldEdit};
use super::list_edits::{EntryState, ListEdits, new_record};
use super::reconcile::reconcile;
use super::splice::{Splice, Splices};

/// A text after edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The text.
    pub text: String,
    /// The replacements that were made in the text before, to make them again.
    pub splices: Splices,
    /// The replacements in the text after, which give the text before back byte for byte.
    pub inverse: Splices,
}

/// Carries out edits, one after the other: all of them or none. Of a value that is given anew only the part is written that
/// differs; an edit that changes nothing writes nothing.
///
/// # Errors
/// Why the first edit that makes no sense was refused.
pub fn apply(text: &str, edits: &[Edit]) -> Result<Applied, EditProblem> {
    let document = Document::of(text)?;
    let mut lists: BTreeMap<RecordList, ListEdits> = BTreeMap::new();
    for edit in edits {
        let list = match lists.entry(edit.list) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(ListEdits::new(edit.list, &document.records(edit.list)?))
            }
        };
        let is_dataset = edit.list == RecordList::Dataset;
        match &edit.change {
            Change::Add { .. } | Change::Remove if is_dataset => return Err(EditProblem::WholeDataset),
            Change::Set { field, .. } if is_dataset && is_structure(field) => {
                return Err(EditProblem::BadRecord(edit.list.key(), field.clone()));
            }
            Change::Add { record, position } => list.add(&edit.id, record, position)?,
            Change::Remove => list.remove(&edit.id)?,
            Change::Set { field, value } => list.set(&edit.id, field, value.as_ref())?,
        }
    }
    let lost = || EditProblem::Failed(Failure::Fault);
    let splices = splices(text, &document, &lists).ok_or_else(lost)?;
    let (text, inverse) = splices.apply(text).ok_or_else(lost)?;
    Ok(Applied { text, splices, inverse })
}

/// The replacements that edited lists come to; `None` never in practice, since what is read was read before.
fn splices(text: &str, document: &Document<'_>, lists: &BTreeMap<RecordList, ListEdits>) -> Option<Splices> {
    let source = Source::new(text);
    let mut out = Vec::new();
    let mut fields = EditedFields::default();
    for (&list, edits) in lists.iter().filter(|(_, edits)| edits.is_changed()) {
        match document.list(list) {
            _ if list == RecordList::Dataset => {
                for state in edits.states() {
                    if let EntryState::Old(_, set) = state {
                        set.iter().for_each(|(name, value)| fields.set(name, value.cloned()));
                    }
                }
            }
            Some(json) => rewrite_list(&source, json, list, edits, &mut out)?,
            None => {
                let new = edits.states().filter_map(|state| match state {
                    EntryState::New(fields) => new_record(fields),
                    EntryState::Old(..) | EntryState::Gone => None,
                });
                let new: Vec<String> = new.map(|json| json.get().to_owned()).collect();
                if !new.is_empty() {
                    fields.set(list.key(), crate::records::Json::new(&format!("[{}]", new.join(","))));
                }
            }
        }
    }
    // The file is a record itself: its object begins behind white space.
    rewrite_fields(
        &source,
        text.trim_matches([' ', '\t', '\n', '\r']),
        RecordList::Dataset,
        &fields,
        &mut out,
    )?;
    // What is put in before a member comes before what changes the member.
    out.sort_by_key(|splice: &Splice| (splice.offset, splice.removed.len()));
    Some(Splices(out))
}

/// The replacements in a list.
fn rewrite_list<'a>(
    source: &Source<'a>,
    json: &'a str,
    list: RecordList,
    edits: &ListEdits,
    out: &mut Vec<Splice>,
) -> Option<()> {
    let (container, items) = source.list(json)?;
    let layout = source.layout(&container);
    let mut slots = Vec::with_capacity(items.len());
    for state in edits.states() {
        match state {
            EntryState::Old(index, fields) => {
                rewrite_fields(source, items.get(*index)?, list, fields, out)?;
                slots.push(PlannedMember::Kept(*index));
            }
            EntryState::New(fields) => {
                slots.push(PlannedMember::New(layout.form.write(new_record(fields)?.get())));
            }
            EntryState::Gone => {}
        }
    }
    source.rewrite(&container, &layout, &slots, out);
    Some(())
}

/// The replacements in an object whose fields are set: a new field stands where the format has it, one that the format does
/// not know at the end. Of a name that comes twice the first remains.
fn rewrite_fields<'a>(
    source: &Source<'a>,
    json: &'a str,
    list: RecordList,
    set: &EditedFields,
    out: &mut Vec<Splice>,
) -> Option<()> {
    if set.iter().next().is_none() {
        return Some(());
    }
    let (container, fields) = source.object(json)?;
    let layout = source.layout(&container);
    let rank = |name: &str| list.fields().position(|field| field == name);
    let mut seen = std::collections::HashSet::new();
    // Each slot with the rank of its field.
    let mut slots: Vec<(PlannedMember, Option<usize>)> = Vec::with_capacity(fields.len());
    for (index, (name, value)) in fields.iter().enumerate() {
        match set.get(name) {
            Some(FieldEdit::Set(new)) if seen.insert(&**name) => {
                reconcile(source, value, new.get(), &layout, 0, out);
            }
            Some(_) => continue,
            None => {}
        }
        slots.push((PlannedMember::Kept(index), rank(name)));
    }
    for (name, value) in set.iter() {
        let (Some(value), false) = (value, seen.contains(name)) else { continue };
        let own = rank(name);
        let before = |other: &(PlannedMember, Option<usize>)| other.1.is_some_and(|rank| Some(rank) < own);
        let index = match own {
            Some(_) => slots.iter().rposition(before).map_or(0, |index| index + 1),
            None => slots.len(),
        };
        slots.insert(index, (PlannedMember::New(layout.field(name, value.get())), own));
    }
    let slots: Vec<PlannedMember> = slots.into_iter().map(|(slot, _)| slot).collect();
    source.rewrite(&container, &layout, &slots, out);
    Some(())
}
