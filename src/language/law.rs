//! Legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use crate::domain::{EventKind, Period};

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
        /// In the status bar: the status date, and how many of the shown treaties are in force, in effect, suspended, signed
        /// and ended on it; what none is may be left out.
        counts: fn(&str, [usize; 5]) -> String,
        /// Beside a status: the treaty ended, and the file does not say when it entered into force.
        entry_not_recorded: &'static str,
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
        /// The menu of which parties are the columns.
        columns: Label,
        /// In it: those in the most treaties.
        columns_most: &'static str,
        /// In it: the nuclear-weapon states of the NPT, who are the permanent members of the Security Council too.
        columns_nuclear: Label,
        /// In it: all parties, page by page.
        columns_all: &'static str,
        /// A button: the parties before these.
        previous_parties: Label,
        /// A button: the parties after these.
        next_parties: Label,
        /// Between them: the first and the last that are shown, of how many.
        parties_shown: fn(usize, usize, usize) -> String,
        /// How many entries differ from those of the previous status date.
        changed: WithCount,
        /// In a cell: the dataset does not say.
        not_recorded: &'static str,
        /// The tooltip of such a cell.
        no_record: &'static str,
        /// In a cell: the treaty is one of two parties, of which this is none.
        outsider: &'static str,
        /// The tooltip of such a cell.
        outsider_help: &'static str,
        /// The same where there is room for more words.
        outsider_in_full: &'static str,
        /// For screen readers: the treaty, the party and the status in a cell.
        cell: fn(&str, &str, &str) -> String,
        /// In the tooltip of a cell: the day on which the status began.
        since: fn(&str) -> String,
        /// In the tooltip of a cell, over the events that the status follows from.
        based_on: &'static str,
        /// In the tooltip of a cell: the status that others hold.
        disputed: fn(&str) -> String,
        /// After a status: the term is extended, up to a day if that is known.
        extended: fn(Option<&str>) -> String,
        /// The same as a sentence with its full stop.
        extended_sentence: fn(Option<&str>) -> String,
        /// The heading of the card in the details of a treaty: the status date, and the status on it.
        answer: fn(&str, &str) -> String,
        /// A link in that card: copies it.
        copy_answer: Label,
        /// In the status bar.
        answer_copied: &'static str,
        /// In that card, before the events that the status follows from.
        rests_on: &'static str,
        /// An event that a status follows from, in that list, before its date.
        ground: fn(EventKind) -> String,
        /// In that list, for an act that a depositary lists and that is no event: what was done.
        listed_act: WithName,
        /// In that list: a party and its act.
        ground_of_party: fn(&str, &str) -> String,
        /// An article of a treaty.
        article: WithName,
        /// In that card: neither of the two parties has another status.
        both_the_same: &'static str,
        /// In that card: none of so many parties has another status.
        all_the_same: WithCount,
        /// In that card, after the parties that have another status: how many have not.
        others_the_same: WithCount,
        /// A link in that card: the day of the last change before the status date.
        previous_change_on: WithName,
        /// A link in that card: the day of the next change.
        next_change_on: WithName,
        /// The heading over all treaties, grouped by their status on a day.
        all_treaties_on: WithName,
        /// The same where the filter or hidden lanes leave only some of them.
        treaties_on: WithName,
        /// Under that: how many of all are shown.
        shown_of: fn(usize, usize) -> String,
        /// The heading over the treaties of one status, with their number.
        group: fn(&str, usize) -> String,
        /// Of a withdrawal: how long after notice it took effect, and by which article.
        after_notice: fn(Period, Option<&str>) -> String,
        /// Of a notice: how long after it the withdrawal took effect, and by which article.
        effect_after: fn(Period, Option<&str>) -> String,
        /// Of a withdrawal by the named parties: how long after notice it took effect, in words.
        withdrew: fn(&str, &str) -> String,
        /// Of the named parties, whose notices are not known to have taken effect: how much notice the treaty asks for, and
        /// by which article.
        gave_notice: fn(&str, Period, Option<&str>) -> String,
    }
}
