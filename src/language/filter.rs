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
        /// In the palette, and in the menu of a treaty: show only the named group of treaties.
        only_group: WithName,
        /// In the menu of a group's heading: show only this group.
        only_this_group: &'static str,
        /// What that does.
        only_group_help: &'static str,
        /// In the menu of a group's heading: show only this group, all of it at once.
        only_group_fitted: &'static str,
        /// What that does.
        only_group_fitted_help: &'static str,
        /// In these menus, where only this group is shown: show all groups again.
        all_groups: &'static str,
        /// In the menu of an item, where only its treaties are shown: show all again.
        all_treaties: &'static str,
        /// In a menu: the entry that clears this filter.
        any: &'static str,
        /// What a click on the counts does: it opens the table of the treaties that are shown.
        list_shown: &'static str,
        /// A link after the number of what is hidden: shows it.
        show_hidden: &'static str,
        /// What that link does.
        show_hidden_help: &'static str,
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
