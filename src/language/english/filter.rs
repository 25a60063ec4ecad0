//! English: the filter row and its menus.

use crate::diagnostics::counted;
use crate::language::filter::Filter;

pub(super) const FILTER: Filter = Filter {
    party: "Party",
    category: "Category",
    status: "State",
    event_kind: "Event type",
    speaker: "Speaker",
    with_statements: "With statements",
    years: "Years",
    language: "Language",
    source: "Source",
    saved: "Saved",
    name: "Name of this filter",
    save: "Save",
    delete: "Forget",
    clear: "Show all",
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
    cleared: "The filters are off: what you asked for was not among what they show",
};
