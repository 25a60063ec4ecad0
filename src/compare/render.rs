//! A comparison as text for people and as records for programs.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::{Change, ChangeKind, Comparison, FieldChange, Table};

/// Longer texts than this show the words that differ, and not themselves.
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

    /// The difference in one line: its sign, what it is, its id, what it is called.
    pub fn line(&self) -> String {
        let (sign, more) = match &self.kind {
            ChangeKind::Added => ('+', String::new()),
            ChangeKind::Removed => ('-', String::new()),
            ChangeKind::Renamed(was) => ('~', format!(", renamed from {was}")),
            ChangeKind::Changed(_) => ('~', String::new()),
        };
        let id = if self.key.is_empty() { String::new() } else { format!(" {}", self.key) };
        format!("{sign} {}{id}: {}{more}", self.table.noun(), self.title)
    }
}

impl fmt::Display for FieldChange {
    /// `field: before → after`; of long texts the words that differ, as `field: … [-gone-] {+new+} …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted =
            |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") };
        if self.before.is_empty() || self.after.is_empty() || self.before.len().max(self.after.len()) <= SHORT
        {
            return write!(f, "{}: {} → {}", self.field, quoted(&self.before), quoted(&self.after));
        }
        write!(f, "{}: {}", self.field, changed_words(&self.before, &self.after))
    }
}

/// The words that differ, with two words of what stands around them.
fn changed_words(before: &str, after: &str) -> String {
    const AROUND: usize = 2;
    // A text of a million words is not compared word by word for ever.
    let deadline = std::time::Duration::from_millis(500);
    let diff = TextDiff::configure().timeout(deadline).diff_words(before, after);
    let changes: Vec<(ChangeTag, &str)> =
        diff.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    let is_near = |place: usize| {
        let around = place.saturating_sub(2 * AROUND)..(place + 2 * AROUND + 1).min(changes.len());
        changes[around].iter().any(|(tag, _)| *tag != ChangeTag::Equal)
    };
    let (mut out, mut open) = (String::new(), ChangeTag::Equal);
    let close = |out: &mut String, open: ChangeTag| match open {
        ChangeTag::Delete => out.push_str("-]"),
        ChangeTag::Insert => out.push_str("+}"),
        ChangeTag::Equal => {}
    };
    let mut has_gap = false;
    for (place, &(tag, word)) in changes.iter().enumerate() {
        if tag == ChangeTag::Equal && !is_near(place) {
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

    /// How much differs, in one line.
    pub fn summary(&self) -> String {
        if self.is_empty() {
            return "no differences".to_owned();
        }
        let count =
            |is: fn(&ChangeKind) -> bool| self.changes.iter().filter(|change| is(&change.kind)).count();
        let counts = [
            (count(|kind| matches!(kind, ChangeKind::Added)), "added"),
            (count(|kind| matches!(kind, ChangeKind::Removed)), "removed"),
            (count(|kind| matches!(kind, ChangeKind::Renamed(_))), "renamed"),
            (count(|kind| matches!(kind, ChangeKind::Changed(_))), "changed"),
            (self.moved.len(), if self.moved.len() == 1 { "date moved" } else { "dates moved" }),
        ];
        let said = counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}"));
        said.collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Comparison {
    /// As a changelog: what belongs to no treaty, then treaty by treaty, and how much it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut place_of: HashMap<Option<&str>, usize> = HashMap::new();
        let mut groups: Vec<(Option<&str>, Vec<&Change>)> = Vec::new();
        for change in &self.changes {
            let treaty = change.treaty.as_deref();
            let place = *place_of.entry(treaty).or_insert(groups.len());
            if place == groups.len() {
                groups.push((treaty, Vec::new()));
            }
            groups[place].1.push(change);
        }
        groups.sort_by_key(|(treaty, _)| treaty.is_some());
        for (treaty, changes) in groups {
            if let Some(treaty) = treaty {
                writeln!(f, "{treaty}")?;
            }
            let indent = if treaty.is_some() { "  " } else { "" };
            for change in changes {
                writeln!(f, "{indent}{}", change.line())?;
                if let ChangeKind::Changed(fields) = &change.kind {
                    for field in fields {
                        writeln!(f, "{indent}    {field}")?;
                    }
                }
            }
            writeln!(f)?;
        }
        writeln!(f, "{}", self.summary())
    }
}
