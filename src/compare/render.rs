//! A comparison as records for programs; for people its groups, its counts and the words that differ.

use std::collections::HashMap;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::{Change, ChangeKind, Comparison, FieldChange, Table};

/// Of texts longer than this only the words that differ are shown.
const SHORT: usize = 60;

/// A difference as a program reads it.
#[derive(Debug, Serialize)]
pub struct ChangeRecord<'a> {
    table: Table,
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    treaty: Option<&'a str>,
    /// `added`, `removed`, `renamed` or `changed`.
    change: &'static str,
    /// The id that it had, where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldRecord<'a>>,
}

/// A field that differs.
#[derive(Debug, Serialize)]
pub struct FieldRecord<'a> {
    field: &'static str,
    before: &'a str,
    after: &'a str,
}

/// How much differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeCounts {
    /// New items.
    pub added: usize,
    /// Items that are gone.
    pub removed: usize,
    /// Items that are the same under another id.
    pub renamed: usize,
    /// Items of which some fields differ.
    pub changed: usize,
    /// Events whose date is another.
    pub moved: usize,
}

impl Change {
    /// The difference as a record.
    pub fn record(&self) -> ChangeRecord<'_> {
        let (change, was, fields) = match &self.kind {
            ChangeKind::Added => ("added", None, &[][..]),
            ChangeKind::Removed => ("removed", None, &[][..]),
            ChangeKind::Renamed(was) => ("renamed", Some(was.as_str()), &[][..]),
            ChangeKind::Changed(fields) => ("changed", None, &fields[..]),
        };
        let fields = fields.iter().map(|field| FieldRecord {
            field: field.field,
            before: &field.before,
            after: &field.after,
        });
        ChangeRecord {
            table: self.table,
            id: &self.key,
            title: &self.title,
            treaty: self.treaty.as_deref(),
            change,
            was,
            fields: fields.collect(),
        }
    }
}

impl FieldChange {
    /// Of long texts the words that differ, as `… [-gone-] {+new+} …`; `None` where both are short enough to be shown.
    /// Takes up to half a second for the longest.
    pub fn differing_words(&self) -> Option<String> {
        let is_shown = self.before.is_empty()
            || self.after.is_empty()
            || self.before.len().max(self.after.len()) <= SHORT;
        (!is_shown).then(|| differing_words(&self.before, &self.after))
    }
}

/// The words that differ, with two words of context on either side.
fn differing_words(before: &str, after: &str) -> String {
    const CONTEXT: usize = 2;
    // After this the difference is only approximate: texts of a million words would take too long.
    let deadline = std::time::Duration::from_millis(500);
    let diff = TextDiff::configure().timeout(deadline).diff_words(before, after);
    let changes: Vec<(ChangeTag, &str)> =
        diff.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    let is_near = |index: usize| {
        let around = index.saturating_sub(2 * CONTEXT)..(index + 2 * CONTEXT + 1).min(changes.len());
        changes[around].iter().any(|(tag, _)| *tag != ChangeTag::Equal)
    };
    let (mut out, mut open) = (String::new(), ChangeTag::Equal);
    let close = |out: &mut String, open: ChangeTag| match open {
        ChangeTag::Delete => out.push_str("-]"),
        ChangeTag::Insert => out.push_str("+}"),
        ChangeTag::Equal => {}
    };
    let mut has_gap = false;
    for (index, &(tag, word)) in changes.iter().enumerate() {
        if tag == ChangeTag::Equal && !is_near(index) {
            has_gap = true;
            continue;
        }
        if tag != open {
            close(&mut out, open);
        }
        if std::mem::take(&mut has_gap) {
            out.push_str(" … ");
        }
        if tag != open {
            out.push_str(match tag {
                ChangeTag::Delete => "[-",
                ChangeTag::Insert => "{+",
                ChangeTag::Equal => "",
            });
            open = tag;
        }
        out.push_str(word);
    }
    close(&mut out, open);
    if has_gap {
        out.push_str(" …");
    }
    out.trim().to_owned()
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How much differs.
    pub fn counts(&self) -> ChangeCounts {
        let mut counts = ChangeCounts { moved: self.moved.len(), ..ChangeCounts::default() };
        for change in &self.changes {
            *match change.kind {
                ChangeKind::Added => &mut counts.added,
                ChangeKind::Removed => &mut counts.removed,
                ChangeKind::Renamed(_) => &mut counts.renamed,
                ChangeKind::Changed(_) => &mut counts.changed,
            } += 1;
        }
        counts
    }

    /// The differences by the treaty that they belong to: first those that belong to none, then treaty by treaty.
    pub fn by_treaty(&self) -> Vec<(Option<&str>, Vec<&Change>)> {
        let mut group_of: HashMap<Option<&str>, usize> = HashMap::new();
        let mut groups: Vec<(Option<&str>, Vec<&Change>)> = Vec::new();
        for change in &self.changes {
            let treaty = change.treaty.as_deref();
            let index = *group_of.entry(treaty).or_insert(groups.len());
            if index == groups.len() {
                groups.push((treaty, Vec::new()));
            }
            groups[index].1.push(change);
        }
        groups.sort_by_key(|(treaty, _)| treaty.is_some());
        groups
    }
}
