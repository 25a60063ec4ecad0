//! English: a comparison with another dataset.

use crate::language::compare::Compare;
use crate::language::text::label;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("Since {name}: {summary}"),
    pick_title: "An earlier version of the dataset",
    close: label("Close the comparison", "Takes the list and the old places away"),
    copy: label("Copy", "Puts the whole list on the clipboard"),
    copied: "Differences copied",
    not_compared: |name, why| format!("{name} was not compared: {why}"),
};
