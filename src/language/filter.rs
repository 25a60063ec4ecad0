//! The filter bar and its menus.

use super::text::{WithCount, WithName, texts};

texts! {
    /// The filter bar and its menus.
    Filter {
        /// A menu: treaties.
        treaty: &'static str,
        /// A menu: parties.
        party: &'static str,
        /// In the menu of parties: what they are counted by.
        party_help: &'static str,
        /// A menu: categories of treaties.
        category: &'static str,
        /// A menu: legal status, on the status date or without one today.
        status: &'static str,
        /// A menu: tags of events.
        tag: &'static str,
        /// A menu: kinds of events.
        event_kind: &'static str,
        /// A menu: speakers.
        speaker: &'static str,
        /// A menu: the filters that have no button of their own.
        more: &'static str,
        /// A toggle: only events with statements.
        with_statements: &'static str,
        /// A menu: decades.
        years: &'static str,
        /// A menu: languages of statements.
        language: &'static str,
        /// A menu: kinds of sources.
        source: &'static str,
        /// A menu: saved filters.
        saved: &'static str,
        /// The field for the name of a filter to save.
        name: &'static str,
        /// A button: save the filter under that name.
        save: &'static str,
        /// A button: delete a saved filter.
        delete: &'static str,
        /// A button at the end of the bar: clear all filters.
        clear: &'static str,
        /// What a screen reader calls the × of the named filter.
        clear_one: WithName,
        /// In the empty field over the values of a menu.
        find: &'static str,
        /// In place of values, where none matches what was typed.
        no_value: &'static str,
        /// Under the values of a menu: how many more there are, to be found by typing.
        more_values: WithCount,
        /// In the menu of an item: filter by the named value.
        only: WithName,
        /// In the menu of an event: show only events of the named type.
        only_events: WithName,
        /// In the menu of an item: show only its treaty.
        only_treaty: &'static str,
        /// In the menu of an item: show only the treaties of the selection.
        only_treaties: &'static str,
        /// In the menu of an item, where only its treaties are shown: show all again.
        all_treaties: &'static str,
        /// In a menu: the entry that clears this filter.
        any: &'static str,
        /// What the filter shows: treaties of all, events and statements.
        shown: fn(usize, usize, usize, usize) -> String,
        /// The same where there is little room: treaties of all.
        shown_treaties: fn(usize, usize) -> String,
        /// A button that shows this many hidden lanes again.
        hidden: WithCount,
        /// In the status bar: filters were cleared to show an item.
        cleared: &'static str,
    }
}
