//! English: the filter bar and its menus.

use crate::language::filter::Filter;

use super::counted;

pub(super) const FILTER: Filter = Filter {
    treaty: "Treaties",
    party: "Parties",
    party_help: "Only parties with recorded events",
    category: "Category",
    status: "Status",
    tag: "Tags",
    event_kind: "Events",
    speaker: "Speakers",
    more: "More",
    with_statements: "Only with quotations",
    years: "Years",
    language: "Languages",
    source: "Sources",
    saved: "Saved filters",
    name: "Filter name",
    save: "Save",
    delete: "Delete",
    clear: "Clear all filters",
    clear_one: |name| format!("Clear the filter {name}"),
    find: "Type to find",
    no_value: "No matches",
    more_values: |n| format!("and {n} more: type to find them"),
    only: |what| format!("Show only {what}"),
    only_events: |kind| format!("Show only “{kind}” events"),
    only_treaty: "Show only this treaty",
    only_treaties: "Show only these treaties",
    only_group: |name| format!("Show only the group “{name}”"),
    only_this_group: "Show only this group",
    only_group_help: "Filter by this category of treaties; other filters stay",
    only_group_fitted: "Show only this group, fitted to the window",
    only_group_fitted_help: "The same, with lanes low enough and a period long enough to see the whole group at once",
    all_groups: "Show all groups",
    all_treaties: "Show all treaties",
    any: "Any",
    list_shown: "Open the table of the treaties shown",
    show_hidden: "Show",
    show_hidden_help: "Clear all filters and show hidden lanes",
    shown: |treaties, of, events, statements| {
        format!(
            "{treaties} of {} · {} · {}",
            counted(of, "treaty"),
            counted(events, "event"),
            counted(statements, "quotation")
        )
    },
    shown_treaties: |treaties, of| format!("{treaties} of {}", counted(of, "treaty")),
    hidden: |n| format!("{n} hidden · Show"),
    cleared: "Filters cleared, because they hid the item you selected",
};
