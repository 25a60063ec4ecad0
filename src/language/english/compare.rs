//! English: a comparison with another dataset, and what differs.

use crate::compare::{ChangeCounts, Table};
use crate::language::compare::{Compare, ComparisonWords};
use crate::language::text::label;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("Since {name}: {summary}"),
    pick_title: "Compare with an earlier version",
    close: label("Close the comparison", "Close the list and remove the comparison marks"),
    copy: label("Copy", "Copy the whole list"),
    copied: "Differences copied",
    not_compared: |name, why| format!("Could not compare with {name}: {why}"),
};

pub(in crate::language) static COMPARISON: ComparisonWords = ComparisonWords {
    summary,
    item: |table| match table {
        Table::File => "file",
        Table::Parties => "party",
        Table::Treaties => "treaty",
        Table::Events => "event",
        Table::Statements => "statement",
        Table::Speakers => "speaker",
        Table::Series => "series",
        Table::Acts => "acts of a party",
        Table::Sources => "source",
    },
    renamed_from: |id| format!("renamed from {id}"),
    field: |name| name,
    quoted: |text| format!("“{text}”"),
    nothing: "nothing",
};

fn summary(counts: ChangeCounts) -> String {
    let ChangeCounts { added, removed, renamed, changed, moved } = counts;
    let counts = [
        (added, "added"),
        (removed, "removed"),
        (renamed, "renamed"),
        (changed, "changed"),
        (moved, if moved == 1 { "date moved" } else { "dates moved" }),
    ];
    let parts: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    if parts.is_empty() { "no differences".to_owned() } else { parts.join(", ") }
}
