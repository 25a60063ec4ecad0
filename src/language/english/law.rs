//! English: the law of a day.

use crate::diagnostics::counted;
use crate::language::law_words::LawWords;
use crate::language::table::said;

pub(super) const LAW: LawWords = LawWords {
    tab: "Law on a day",
    play: said("Play", "Moves the day of the law on year by year, until today"),
    stop: said("Stop", "Stops where it is"),
    year_back: said("−1 year", "The same day a year before"),
    year_on: said("+1 year", "The same day a year after"),
    change_back: said("Last change", "Back to the last day on which a state in this table changed"),
    change_on: said("Next change", "On to the next day on which a state in this table changes"),
    no_change: "Nothing in this table changes beyond this day",
    changed: |n| format!("{} changed", counted(n, "state")),
    not_on_record: "nothing on record",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("since {day}"),
    rests_on: "Rests on",
    or_else: |state| format!("Disputed: {state}"),
};
