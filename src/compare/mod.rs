//! What differs between two datasets: which items were added, removed or changed, and which dates moved.
//!
//! Items are matched by their ids in the files and never by their positions; links are compared by the ids that they lead
//! to. The order of items in a file has no meaning and is no difference.

mod compared_item;
mod law;
mod render;
mod vocabulary;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::{Dataset, EdtfDate, EventId, TreatyId};

use compared_item::{ComparedItem, Fields, compared_items};

pub use compared_item::Table;
pub use law::{LawChange, LawSpan, legal_status_changes};
pub use render::{ChangeCounts, ChangeRecord, FieldRecord};

/// What differs between two datasets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Every difference, table by table, in the order of the later dataset, then what was removed.
    pub changes: Vec<Change>,
    /// Events whose date is another.
    pub moved: Vec<Moved>,
    /// Events that are gone, where their lane is still there.
    pub gone: Vec<Gone>,
}

/// An item that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub table: Table,
    /// Its id, in the later dataset if it is there.
    pub key: String,
    /// What people call it.
    pub title: String,
    /// The id of the treaty that it belongs to, or the first it is about.
    pub treaty: Option<String>,
    /// What happened to it.
    pub kind: ChangeKind,
}

/// What happened to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is the same under another id: the one that it had.
    Renamed(String),
    /// Some of its fields differ.
    Changed(Vec<FieldChange>),
}

/// A field that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the data file.
    pub field: &'static str,
    /// What it was; empty where there was nothing.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// An event whose date is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The event, in the later dataset.
    pub event: EventId,
    /// Its earlier date.
    pub from: EdtfDate,
}

/// An event that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its treaty, in the later dataset.
    pub treaty: TreatyId,
    /// Its earlier date.
    pub from: EdtfDate,
    /// What it was called.
    pub title: String,
}

/// Compares an earlier dataset with a later one. Costs as much as reading both once.
pub fn compare(before: &Dataset, after: &Dataset) -> Comparison {
    let (old, new) = (compared_items(before), compared_items(after));
    let index_of = |items: &[ComparedItem]| -> HashMap<(Table, String), usize> {
        items.iter().enumerate().map(|(index, item)| ((item.table, item.key.clone()), index)).collect()
    };
    let (old_index, new_index) = (index_of(&old), index_of(&new));
    let find = |index: &HashMap<(Table, String), usize>, item: &ComparedItem| {
        index.get(&(item.table, item.key.clone())).copied()
    };
    let mut renamed = renamed(
        old.iter().filter(|item| find(&new_index, item).is_none()),
        new.iter().filter(|item| find(&old_index, item).is_none()),
    );
    let mut comparison = Comparison::default();
    for item in &new {
        let kind = match find(&old_index, item) {
            Some(index) => {
                let fields = changed_fields(&old[index], item);
                if fields.is_empty() {
                    continue;
                }
                ChangeKind::Changed(fields)
            }
            None => match renamed.remove(&(item.table, item.key.as_str())) {
                Some(was) => ChangeKind::Renamed(was.to_owned()),
                None => ChangeKind::Added,
            },
        };
        comparison.changes.push(item.change(kind));
    }
    let renamed: HashSet<(Table, &str)> = comparison
        .changes
        .iter()
        .filter_map(|change| match &change.kind {
            ChangeKind::Renamed(was) => Some((change.table, was.as_str())),
            _ => None,
        })
        .collect();
    let is_gone = |item: &&ComparedItem| {
        find(&new_index, item).is_none() && !renamed.contains(&(item.table, item.key.as_str()))
    };
    let removed: Vec<Change> =
        old.iter().filter(is_gone).map(|item| item.change(ChangeKind::Removed)).collect();
    comparison.changes.extend(removed);
    comparison.changes.sort_by_key(|change| change.table);
    dates(before, after, &mut comparison);
    comparison
}

/// The ids of removed items, and of new ones.
type Ids<'a> = (Vec<&'a str>, Vec<&'a str>);

/// The items that only changed their id, as a map from the new id to the old one: a removed item and a new one with equal
/// fields, where no other item has these.
fn renamed<'a>(
    gone: impl Iterator<Item = &'a ComparedItem>,
    new: impl Iterator<Item = &'a ComparedItem>,
) -> HashMap<(Table, &'a str), &'a str> {
    let mut alike: BTreeMap<(Table, &Fields), Ids<'_>> = BTreeMap::new();
    for item in gone {
        alike.entry((item.table, &item.fields)).or_default().0.push(&item.key);
    }
    for item in new {
        alike.entry((item.table, &item.fields)).or_default().1.push(&item.key);
    }
    let pairs = alike.into_iter().filter_map(|((table, _), (gone, new))| match (&gone[..], &new[..]) {
        ([was], [is]) => Some(((table, *is), *was)),
        _ => None,
    });
    pairs.collect()
}

fn changed_fields(before: &ComparedItem, after: &ComparedItem) -> Vec<FieldChange> {
    std::iter::zip(&before.fields, &after.fields)
        .filter(|(before, after)| before.1 != after.1)
        .map(|(before, after)| FieldChange {
            field: after.0,
            before: before.1.clone(),
            after: after.1.clone(),
        })
        .collect()
}

/// Which events moved in time, and which are gone.
fn dates(before: &Dataset, after: &Dataset, comparison: &mut Comparison) {
    let new: HashMap<&str, EventId> =
        after.events().iter().enumerate().map(|(index, event)| (&*event.key, EventId::new(index))).collect();
    let treaties: HashMap<&str, TreatyId> = after
        .treaties()
        .iter()
        .enumerate()
        .map(|(index, treaty)| (&*treaty.key, TreatyId::new(index)))
        .collect();
    for event in before.events() {
        match new.get(&*event.key) {
            Some(&id) if after.event(id).date().text() != event.date().text() => {
                comparison.moved.push(Moved { event: id, from: event.date().clone() });
            }
            Some(_) => {}
            None => {
                if let Some(&treaty) = treaties.get(&*before.treaty(event.treaty).key) {
                    let (from, title) = (event.date().clone(), event.title.to_string());
                    comparison.gone.push(Gone { treaty, from, title });
                }
            }
        }
    }
}
