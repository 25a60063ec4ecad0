//! English.

pub(in crate::language) mod command_line;
mod commands;
mod compare;
pub(in crate::language) mod comparison;
pub mod dates;
pub(in crate::language) mod errors;
mod figures;
mod files;
mod filter;
mod known_year;
mod law;
pub(super) mod problems;
mod reader;
mod search;
mod selection;
mod settings;
mod tables;
pub mod terms;
mod view;

use super::strings::Strings;

pub(super) static STRINGS: Strings = Strings {
    commands: commands::COMMANDS,
    compare: compare::COMPARE,
    dates: dates::DATES,
    figures: figures::FIGURES,
    files: files::FILES,
    filter: filter::FILTER,
    law: law::LAW,
    reader: reader::READER,
    search: search::SEARCH,
    selection: selection::SELECTION,
    settings: settings::SETTINGS,
    tables: tables::TABLES,
    terms: terms::TERMS,
    view: view::VIEW,
};
