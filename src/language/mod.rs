//! What the program says: one struct of texts for each feature, which each language fills or does not compile.
//!
//! A feature has the same name here as in `session` and `ui`. The record itself (names, summaries, quotations) is shown as its
//! file has it.
//!
//! Architecture Invariant: no text of the interface is written outside this room; texts of the record are in its file.

mod citation;
mod command_line;
mod commands;
mod compare;
mod comparison_lines;
mod converting;
mod dates;
#[cfg(test)]
mod dates_test;
mod editing;
pub mod english;
mod errors;
mod figures;
mod files;
mod filter;
mod help;
mod history;
mod law;
mod layers;
mod open_table;
mod patches;
mod pictures;
mod read_as;
mod reader;
mod report;
mod russian;
mod search;
mod selection;
mod settings;
mod strings;
mod tables;
mod terms;
mod text;
mod view;
mod view_link;
mod web_page;

pub use command_line::{ArgumentError, CommandLineError, CommandLineWords, HelpWords, StandIn};
pub use commands::{Actions, Commands, Gestures};
pub use compare::{Compare, ComparisonWords};
pub use converting::Converting;
pub use dates::Dates;
pub use editing::Editing;
pub use figures::Figures;
pub use files::Files;
pub use filter::Filter;
pub use help::{Concept, Definition, Help, StepWords, Term, TourStep};
pub use history::History;
pub use law::Law;
pub use layers::Layers;
pub use open_table::Opening;
pub use patches::PatchWords;
pub use pictures::Pictures;
pub use reader::Reader;
pub use report::Explanation;
#[cfg(test)]
pub(crate) use report::tests::assert_russian;
pub use search::Search;
pub use selection::Selection;
pub use settings::Settings;
pub use strings::Strings;
pub use tables::Tables;
pub use terms::Terms;
pub use text::{Label, sentence, without_trailing_comma};
pub use view::View;
pub use web_page::Page;

/// A language of the interface.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Russian.
    Russian,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Russian];

    /// Everything that the program says in it.
    pub fn strings(self) -> &'static Strings {
        match self {
            Self::English => &english::STRINGS,
            Self::Russian => &russian::STRINGS,
        }
    }

    /// The language for a system's locale, a BCP 47 tag as in `ru-RU`; English where there is none of its own.
    pub fn of_locale(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some("ru") => Self::Russian,
            _ => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Cut;

    #[test]
    fn one_of_a_kind_is_said_in_the_singular() {
        let english = Language::English.strings();
        assert_eq!((english.tables.shown_of)(1, 1), "1 row");
        assert_eq!((english.tables.shown_of)(0, 1), "0 of 1 row");
        assert_eq!((english.tables.shown_of)(2, 3), "2 of 3 rows");
        assert_eq!((english.reader.cut)(Cut::Pages { read: 0, of: 1 }), "0 of 1 page was read");
        assert_eq!((english.terms.treaties)(1), "1 treaty");
        let russian = Language::Russian.strings();
        assert_eq!((russian.tables.shown_of)(1, 1), "Строк: 1", "it has no form to agree");
        assert_eq!((russian.terms.treaties)(1), "1 договор");
        assert_eq!((russian.terms.treaties)(21), "21 договор");
    }

    #[test]
    fn a_locale_gives_its_language_or_english() {
        for (tag, language) in [
            ("ru-RU", Language::Russian),
            ("ru", Language::Russian),
            ("ru_RU.UTF-8", Language::Russian),
            ("en-GB", Language::English),
            ("de", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(tag), language, "{tag}");
        }
    }
}
