//! English: a comparison with another dataset.

use crate::language::compare_words::CompareWords;
use crate::language::table::said;

pub(super) const COMPARE: CompareWords = CompareWords {
    title: |name, summary| format!("Since {name}: {summary}"),
    pick_title: "An earlier version of the dataset",
    close: said("Close the comparison", "Takes the list and the old places away"),
    copy: said("Copy", "Puts the whole list on the clipboard"),
    copied: "Differences copied",
    not_compared: |name, why| format!("{name} was not compared: {why}"),
};
