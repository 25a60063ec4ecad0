//! English: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use crate::language::law::Law;
use crate::language::text::label;

use super::counted;

pub(super) const LAW: Law = Law {
    as_of: |day| format!("Status on: {day}"),
    as_of_today: "Status on: today",
    today: "Today",
    month: super::dates::month_name,
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    earlier_year: "One year earlier",
    earlier_month: "One month earlier",
    later_month: "One month later",
    later_year: "One year later",
    year_field: "Year",
    day_is_today: |day| format!("{day}, today"),
    no_day: "none",
    status_on: |day| format!("Legal status on {day}"),
    state_on: |day, state| format!("{state} on {day}"),
    counts: |day, [in_force, suspended, signed, ended]| {
        format!("{day}: {in_force} in force · {suspended} suspended · {signed} signed · {ended} ended")
    },
    status_dialog: "Status on a date",
    status_on_this_date: "Status on this date",
    play: label("Play", "Advance the date year by year"),
    stop: label("Stop", "Stop advancing the date"),
    year_back: label("−1 year", "The same day one year earlier"),
    year_on: label("+1 year", "The same day one year later"),
    previous_change: label("Previous change", "Go back to the last date on which this table changed"),
    next_change: label("Next change", "Go to the next date on which this table changes"),
    no_change: "No further changes",
    changed: |n| format!("{} changed", counted(n, "entry")),
    no_record: "no record",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("since {day}"),
    based_on: "Based on",
    disputed: |state| format!("Disputed: {state}"),
};
