//! The filter row and its menus.

use super::text::{WithName, texts};

texts! {
    /// The filter row and its menus.
    Filter {
        /// A menu: parties.
        party: &'static str,
        /// In the menu of parties: what they are counted by.
        party_help: &'static str,
        /// A menu: categories of treaties.
        category: &'static str,
        /// A menu: legal status, on the status date or without one today.
        status: &'static str,
        /// A menu: kinds of events.
        event_kind: &'static str,
        /// A menu: speakers.
        speaker: &'static str,
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
        /// A button at the end of the row: clear all filters.
        clear: &'static str,
        /// In the menu of an item: filter by the named value.
        only: WithName,
        /// In a menu: the entry that clears this filter.
        any: &'static str,
        /// What the filter shows: treaties of all, events and statements.
        shown: fn(usize, usize, usize, usize) -> String,
        /// In the status bar: filters were cleared to show an item.
        cleared: &'static str,
    }
}
