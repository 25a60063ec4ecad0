//! The records of one list while edits are carried out on them: a linked list, so that the cost is linear in
//! the number of edits.

use std::collections::HashMap;

use crate::diagnostics::EditProblem;
use crate::records::{Json, Position, RecordList};

use super::document::{Records, fields_of, id_of, object_json};
use super::fields::EditedFields;

/// A record in the chain.
struct Entry {
    next: Option<usize>,
    state: EntryState,
}

/// What became of a record.
pub(super) enum EntryState {
    /// A record of the file, by its index, with the fields that were set.
    Old(usize, EditedFields),
    /// A new record.
    New(EditedFields),
    /// It is gone.
    Gone,
}

/// The records of a list, edited.
pub(super) struct ListEdits {
    list: RecordList,
    entries: Vec<Entry>,
    first: Option<usize>,
    last: Option<usize>,
    /// By id; `None` where several records have it.
    index: HashMap<String, Option<usize>>,
}

impl ListEdits {
    pub(super) fn new(list: RecordList, records: &Records<'_>) -> Self {
        let count = records.records.len();
        let mut index = HashMap::with_capacity(count);
        let mut entries = Vec::with_capacity(count);
        for (position, record) in records.records.iter().enumerate() {
            if let Some(id) = &record.id {
                index.entry(id.clone()).and_modify(|found| *found = None).or_insert(Some(position));
            }
            let next = (position + 1 < count).then_some(position + 1);
            entries.push(Entry { next, state: EntryState::Old(position, EditedFields::default()) });
        }
        Self { list, entries, first: (count > 0).then_some(0), last: count.checked_sub(1), index }
    }

    fn key(&self) -> &'static str {
        self.list.key()
    }

    fn find(&self, id: &str) -> Result<usize, EditProblem> {
        match self.index.get(id) {
            Some(Some(entry)) => Ok(*entry),
            Some(None) => Err(EditProblem::Ambiguous(self.key(), id.to_owned())),
            None => Err(EditProblem::NoRecord(self.key(), id.to_owned())),
        }
    }

    /// Adds a record.
    pub(super) fn add(&mut self, id: &str, record: &Json, position: &Position) -> Result<(), EditProblem> {
        let bad = || EditProblem::BadRecord(self.list.key(), id.to_owned());
        if id.is_empty() {
            return Err(EditProblem::NoId(self.key()));
        }
        if self.index.contains_key(id) {
            return Err(EditProblem::IdTaken(self.key(), id.to_owned()));
        }
        let given = fields_of(record.get()).ok_or_else(bad)?;
        let mut fields = EditedFields::default();
        match id_of(self.list, &given) {
            Some(own) if own == id => {}
            None if !given.iter().any(|(name, _)| name == self.list.id_field()) => {
                fields.set(self.list.id_field(), Some(Json::text(id)));
            }
            Some(_) | None => return Err(bad()),
        }
        for (name, value) in &given {
            if fields.get(name).is_some() {
                return Err(bad());
            }
            fields.set(name, Json::new(value));
        }
        let behind = match position {
            Position::First => None,
            Position::Last => self.last,
            Position::After(other) => self.index.get(other).copied().flatten().or(self.last),
        };
        self.insert(behind, EntryState::New(fields));
        self.index.insert(id.to_owned(), Some(self.entries.len() - 1));
        Ok(())
    }

    /// Puts a record behind another one, or before all.
    fn insert(&mut self, behind: Option<usize>, state: EntryState) {
        let new = self.entries.len();
        let next = match behind.and_then(|entry| self.entries.get_mut(entry)) {
            Some(entry) => entry.next.replace(new),
            None => self.first.replace(new),
        };
        if next.is_none() {
            self.last = Some(new);
        }
        self.entries.push(Entry { next, state });
    }

    /// Removes a record.
    pub(super) fn remove(&mut self, id: &str) -> Result<(), EditProblem> {
        let found = self.find(id)?;
        if let Some(entry) = self.entries.get_mut(found) {
            entry.state = EntryState::Gone;
        }
        self.index.remove(id);
        Ok(())
    }

    /// Sets a field of a record, or takes it away.
    pub(super) fn set(&mut self, id: &str, field: &str, value: Option<&Json>) -> Result<(), EditProblem> {
        let found = self.find(id)?;
        if self.list != RecordList::Dataset && field == self.list.id_field() {
            let new = value.and_then(Json::as_text).filter(|new| !new.is_empty());
            let new = new.ok_or_else(|| EditProblem::NoId(self.key()))?;
            if new != id {
                if self.index.contains_key(&new) {
                    return Err(EditProblem::IdTaken(self.key(), new));
                }
                self.index.remove(id);
                self.index.insert(new, Some(found));
            }
        }
        match self.entries.get_mut(found).map(|entry| &mut entry.state) {
            Some(EntryState::Old(_, fields) | EntryState::New(fields)) => fields.set(field, value.cloned()),
            Some(EntryState::Gone) | None => {}
        }
        Ok(())
    }

    /// What became of the records, in their order, without those that are gone.
    pub(super) fn states(&self) -> impl Iterator<Item = &EntryState> {
        let mut at = self.first;
        std::iter::from_fn(move || {
            let entry = self.entries.get(at?)?;
            at = entry.next;
            Some(&entry.state)
        })
        .filter(|state| !matches!(state, EntryState::Gone))
    }

    /// Whether anything was done to the list.
    pub(super) fn is_changed(&self) -> bool {
        self.entries.iter().any(|entry| match &entry.state {
            EntryState::Old(_, fields) => fields.iter().next().is_some(),
            EntryState::New(_) | EntryState::Gone => true,
        })
    }
}

/// A new record as JSON.
pub(super) fn new_record(fields: &EditedFields) -> Option<Json> {
    object_json(fields.iter().filter_map(|(name, value)| Some((name, value?.get()))))
}
