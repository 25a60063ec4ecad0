//! English: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use crate::diagnostics::counted;
use crate::language::law::Law;
use crate::language::text::label;

pub(super) const LAW: Law = Law {
    tab: "Law on a day",
    as_of: |day| format!("As of {day}"),
    as_of_today: "As of today",
    status_on: |day| format!("Law on {day}"),
    state_on: |day, state| format!("on {day} {state}"),
    counts: |day, [in_force, suspended, signed, ended]| {
        format!("On {day}: in force {in_force} · suspended {suspended} · signed {signed} · ended {ended}")
    },
    status_dialog: "Read the law on a day",
    status_on_this_date: "Law on this day",
    play: label("Play", "Moves the day of the law on year by year, until today"),
    stop: label("Stop", "Stops where it is"),
    year_back: label("−1 year", "The same day a year before"),
    year_on: label("+1 year", "The same day a year after"),
    previous_change: label("Last change", "Back to the last day on which a state in this table changed"),
    next_change: label("Next change", "On to the next day on which a state in this table changes"),
    no_change: "Nothing in this table changes beyond this day",
    changed: |n| format!("{} changed", counted(n, "state")),
    no_record: "nothing on record",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("since {day}"),
    based_on: "Rests on",
    disputed: |state| format!("Disputed: {state}"),
};
