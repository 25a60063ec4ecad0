//! English: a comparison with another dataset.

use crate::language::compare::Compare;
use crate::language::text::label;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("Since {name}: {summary}"),
    pick_title: "Compare with an earlier version",
    close: label("Close the comparison", "Close the list and remove the comparison marks"),
    copy: label("Copy", "Copy the whole list"),
    copied: "Differences copied",
    not_compared: |name, why| format!("Could not compare with {name}: {why}"),
};
