//! Russian.

pub(in crate::language) mod command_line;
mod commands;
pub(in crate::language) mod compare;
pub(in crate::language) mod converting;
mod dates;
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
mod parts_of_year;
pub(in crate::language) mod patches;
mod pictures;
pub(super) mod problems;
mod reader;
mod search;
mod selection;
mod settings;
mod synonyms;
mod tables;
mod terms;
mod view;
pub(super) mod view_link;
pub(in crate::language) mod web_page;

use super::strings::Strings;
use super::text::grouped;

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

/// A count with its noun in the form that the count asks for (Unicode CLDR plural rules for `ru`: one, few, many).
fn counted(n: usize, [one, few, many]: [&str; 3]) -> String {
    let noun = match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    };
    format!("{} {noun}", grouped(n, '\u{a0}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_form_their_number_asks_for() {
        for (n, text) in [
            (0, "0 событий"),
            (1, "1 событие"),
            (2, "2 события"),
            (5, "5 событий"),
            (11, "11 событий"),
            (21, "21 событие"),
            (112, "112 событий"),
            (1224, "1\u{a0}224 события"),
        ] {
            assert_eq!((STRINGS.terms.events)(n), text);
        }
        assert_eq!((STRINGS.view.scale)(3.0 * 31_556_952.0), "1 пикс. = 3 года");
    }
}
