//! English.

pub(in crate::language) mod command_line;
mod commands;
pub(in crate::language) mod compare;
pub(in crate::language) mod converting;
pub mod dates;
mod editing;
pub(in crate::language) mod errors;
mod figures;
mod files;
mod filter;
mod help;
mod history;
mod known_year;
mod law;
mod layers;
pub(super) mod open_table;
pub(in crate::language) mod patches;
mod pictures;
pub(super) mod problems;
mod reader;
mod search;
mod selection;
mod settings;
mod synonyms;
mod tables;
pub mod terms;
mod view;
pub(super) mod view_link;
pub(in crate::language) mod web_page;

use super::strings::Strings;

pub(super) static STRINGS: Strings = Strings {
    commands: commands::COMMANDS,
    compare: compare::COMPARE,
    dates: dates::DATES,
    editing: editing::EDITING,
    figures: figures::FIGURES,
    files: files::FILES,
    filter: filter::FILTER,
    help: help::HELP,
    history: history::HISTORY,
    law: law::LAW,
    layers: layers::LAYERS,
    opening: open_table::OPENING,
    pictures: pictures::PICTURES,
    reader: reader::READER,
    search: search::SEARCH,
    selection: selection::SELECTION,
    settings: settings::SETTINGS,
    tables: tables::TABLES,
    terms: terms::TERMS,
    view: view::VIEW,
};

/// A count with its noun, as in `1 event` or `2 events`; nouns here take a plain `s` or `y` → `ies`.
fn counted(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) if noun != "day" => format!("{n} {stem}ies"),
        _ => format!("{n} {noun}s"),
    }
}
