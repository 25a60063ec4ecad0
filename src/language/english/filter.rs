//! English: the filter row and its menus.

use crate::language::filter::Filter;

use super::counted;

pub(super) const FILTER: Filter = Filter {
    party: "Party",
    party_help: "Only parties with recorded events",
    category: "Category",
    status: "Status",
    event_kind: "Event type",
    speaker: "Speaker",
    with_statements: "With statements",
    years: "Years",
    language: "Language",
    source: "Source",
    saved: "Saved",
    name: "Filter name",
    save: "Save",
    delete: "Delete",
    clear: "Clear filters",
    only: |what| format!("Only {what}"),
    any: "Any",
    shown: |treaties, of, events, statements| {
        format!(
            "{treaties} of {} · {} · {}",
            counted(of, "treaty"),
            counted(events, "event"),
            counted(statements, "statement")
        )
    },
    cleared: "Filters cleared, because they hid the item you selected",
};
