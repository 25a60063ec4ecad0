//! Patches carried out on a data file: each change only where what it starts from is there.

use crate::diagnostics::EditProblem;
use crate::document::fingerprint;
use crate::records::{Conflict, Edit, Json, Origin, Patch, PatchChange, PatchedDataset, RecordList};
use std::collections::HashMap;

use super::apply_edits::apply;
use super::difference::differences;
use super::document::{Document, Records, fields_of, object_json};
use super::file_text::FileText;
use super::raw::{compact_value, is_same};
use super::splice::Splices;

/// A text after a patch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchApplied {
    /// The text with the changes that are no conflict.
    pub text: String,
    /// The replacements that give the text before back.
    pub inverse: Splices,
    /// What has another value than the patch expects; its changes are not made.
    pub conflicts: Vec<Conflict>,
    /// How many changes were made.
    pub made: usize,
    /// How many were there already.
    pub already: usize,
}

/// The patch of edits to a data file, all of one origin.
///
/// # Errors
/// The edits cannot be carried out on it.
pub fn make_patch(bytes: &[u8], edits: &[Edit], origin: &Origin) -> Result<Patch, EditProblem> {
    let before = FileText::of(bytes)?.text;
    let after = apply(&before, edits)?.text;
    patch_between(bytes, &before, &after, origin)
}

/// The patch that leads from one data file to another, all of one origin.
///
/// # Errors
/// One of the files cannot be edited.
pub fn patch_of_files(before: &[u8], after: &[u8], origin: &Origin) -> Result<Patch, EditProblem> {
    patch_between(before, &FileText::of(before)?.text, &FileText::of(after)?.text, origin)
}

fn patch_between(bytes: &[u8], before: &str, after: &str, origin: &Origin) -> Result<Patch, EditProblem> {
    let mut changes = differences(before, after)?;
    for change in &mut changes {
        change.origin = origin.clone();
    }
    Ok(Patch { dataset: patched_dataset(bytes, before)?, changes })
}

/// How a patch names the data file that it starts from.
fn patched_dataset(bytes: &[u8], text: &str) -> Result<PatchedDataset, EditProblem> {
    let document = Document::of(text)?;
    let word = |field: &str| {
        let value = document.fields.iter().find(|(name, _)| name == field);
        value.and_then(|(_, value)| serde_json::from_str::<String>(value).ok()).unwrap_or_default()
    };
    Ok(PatchedDataset { title: word("title"), version: word("version"), hash: fingerprint(bytes) })
}

/// Carries a patch out on the text of a data file.
///
/// Changes whose record or field has another value than the patch expects are
/// conflicts and not made; those that are there already are counted and not made.
///
/// # Errors
/// The text cannot be edited.
pub fn apply_patch(text: &str, patch: &Patch) -> Result<PatchApplied, EditProblem> {
    apply_changes(text, &patch.changes)
}

/// The same for changes without a patch.
pub(super) fn apply_changes(text: &str, changes: &[PatchChange]) -> Result<PatchApplied, EditProblem> {
    let document = Document::of(text)?;
    let mut now = Now { document: &document, lists: HashMap::new(), changed: HashMap::new() };
    let mut edits = Vec::new();
    let (mut conflicts, mut already) = (Vec::new(), 0);
    for change in changes {
        match now.judge(change)? {
            Verdict::Made => edits.extend(change.edit()),
            Verdict::There => already += 1,
            Verdict::Conflict(ours) => conflicts.push(Conflict {
                list: change.list,
                id: change.id.clone(),
                field: change.field.clone(),
                base: change.before.clone(),
                ours,
                theirs: change.after.clone(),
            }),
        }
    }
    let applied = apply(text, &edits)?;
    Ok(PatchApplied { text: applied.text, inverse: applied.inverse, conflicts, made: edits.len(), already })
}

/// What becomes of a change.
enum Verdict {
    /// It can be made.
    Made,
    /// What it asks for is there.
    There,
    /// Something else is there: its value.
    Conflict(Option<Json>),
}

/// What is in the file while a patch is carried out.
struct Now<'a> {
    document: &'a Document<'a>,
    lists: HashMap<RecordList, Records<'a>>,
    /// The records that the patch has changed so far; `None` for one that it removed.
    changed: HashMap<(RecordList, String), Option<HashMap<String, Json>>>,
}

impl Now<'_> {
    /// A record's fields, copied once, so that a patch of many changes of one record costs no more than they are many.
    fn record(
        &mut self,
        list: RecordList,
        id: &str,
    ) -> Result<&mut Option<HashMap<String, Json>>, EditProblem> {
        let key = (list, id.to_owned());
        let slot = match self.changed.entry(key) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                let records = match self.lists.entry(list) {
                    std::collections::hash_map::Entry::Occupied(read) => read.into_mut(),
                    std::collections::hash_map::Entry::Vacant(unread) => {
                        unread.insert(self.document.records(list)?)
                    }
                };
                let found = records.find(id)?;
                entry.insert(found.map(|record| {
                    let fields = record.fields.iter().rev();
                    fields
                        .filter_map(|(name, value)| Some((name.to_string(), compact_value(value)?)))
                        .collect()
                }))
            }
        };
        Ok(slot)
    }

    fn judge(&mut self, change: &PatchChange) -> Result<Verdict, EditProblem> {
        let is_rename =
            change.list != RecordList::Dataset && change.field.as_deref() == Some(change.list.id_field());
        let new_id = change.after.as_ref().and_then(Json::as_text).filter(|_| is_rename);
        let is_taken = match &new_id {
            Some(new) => *new != change.id && self.record(change.list, new)?.is_some(),
            None => false,
        };
        let slot = self.record(change.list, &change.id)?;
        let is_alike = |one: Option<&Json>, other: Option<&Json>| match (one, other) {
            (Some(one), Some(other)) => is_same(one.get(), other.get()),
            (one, other) => one.is_none() && other.is_none(),
        };
        if let Some(field) = &change.field {
            let Some(record) = slot else { return Ok(Verdict::Conflict(None)) };
            let found = record.get(field);
            if is_alike(found, change.after.as_ref()) {
                return Ok(Verdict::There);
            }
            if is_taken || !is_alike(found, change.before.as_ref()) {
                return Ok(Verdict::Conflict(found.cloned()));
            }
            match &change.after {
                Some(value) => record.insert(field.clone(), value.clone()),
                None => record.remove(field),
            };
            if let Some(new) = new_id {
                let renamed = slot.take();
                self.changed.insert((change.list, new), renamed);
            }
            return Ok(Verdict::Made);
        }
        let found = slot.as_ref().and_then(as_json);
        if is_alike(found.as_ref(), change.after.as_ref()) {
            return Ok(Verdict::There);
        }
        if !is_alike(found.as_ref(), change.before.as_ref()) || change.after.is_some() && found.is_some() {
            return Ok(Verdict::Conflict(found));
        }
        *slot = change.after.as_ref().and_then(|json| {
            let fields = fields_of(json.get())?;
            Some(
                fields
                    .iter()
                    .filter_map(|(name, value)| Some((name.to_string(), compact_value(value)?)))
                    .collect(),
            )
        });
        Ok(Verdict::Made)
    }
}

/// A record as JSON; the order of its fields says nothing.
fn as_json(fields: &HashMap<String, Json>) -> Option<Json> {
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, value.get())).collect();
    fields.sort_unstable();
    object_json(fields.into_iter())
}
