//! Legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Legal status on a date: the line on the timeline, and the matrix of treaties and parties.
    Law {
        /// A button in the top bar: the status date, if one is set.
        as_of: WithName,
        /// The same button without a status date.
        as_of_today: &'static str,
        /// The same button without a status date, in a narrow window.
        today: &'static str,
        /// In the calendar: a month, 1 to 12.
        month: fn(u32) -> &'static str,
        /// In the calendar: the days of the week in short, from Monday on.
        weekdays: [&'static str; 7],
        /// In the calendar, for screen readers: buttons and the field of the year.
        earlier_year: &'static str,
        /// The same.
        earlier_month: &'static str,
        /// The same.
        later_month: &'static str,
        /// The same.
        later_year: &'static str,
        /// The same.
        year_field: &'static str,
        /// For screen readers: the day that is today.
        day_is_today: WithName,
        /// Beside a button: the day to which it leads, or else that there is none.
        no_day: &'static str,
        /// What a screen reader calls the line of the status date.
        status_on: WithName,
        /// In a lane header: the status date, and the treaty's status on it.
        state_on: fn(&str, &str) -> String,
        /// In the status bar: the status date, and how many treaties are in force, suspended, signed and ended on it.
        counts: fn(&str, [usize; 4]) -> String,
        /// The title of the dialog that asks for a status date.
        status_dialog: &'static str,
        /// In the menu of an item: set the status date to its day.
        status_on_this_date: &'static str,
        /// A button: advance the status date year by year.
        play: Label,
        /// The same button meanwhile.
        stop: Label,
        /// A button: a year earlier.
        year_back: Label,
        /// A button: a year later.
        year_on: Label,
        /// A button: the last date before at which the matrix changed.
        previous_change: Label,
        /// A button: the next date at which the matrix changes.
        next_change: Label,
        /// In the status bar: neither button finds a change.
        no_change: &'static str,
        /// How many entries differ from those of the previous status date.
        changed: WithCount,
        /// In a cell: the dataset does not say.
        no_record: &'static str,
        /// For screen readers: the treaty, the party and the status in a cell.
        cell: fn(&str, &str, &str) -> String,
        /// In the tooltip of a cell: the day on which the status began.
        since: fn(&str) -> String,
        /// In the tooltip of a cell, over the events that the status follows from.
        based_on: &'static str,
        /// In the tooltip of a cell: the status that others hold.
        disputed: fn(&str) -> String,
    }
}
