//! What the interface says: one table for each language, which the compiler holds to be complete.
//!
//! The record itself (names, summaries, quotations) is shown as its file has it. Reports on a file and the command
//! line speak English, as the data format does.
//!
//! Architecture Invariant: no text that a reader of the window sees is written outside this room, but the record's,
//! and the English terms of the record, which reports take from `domain` too.

mod chart_words;
mod command_line;
mod compare_words;
mod comparison;
#[cfg(test)]
mod dates_test;
mod english;
mod errors;
mod law_words;
mod page_table;
mod russian;
mod table;
mod table_words;

pub use chart_words::ChartWords;
pub use command_line::{ArgumentError, CommandLineError, CommandLineWords, HelpWords, StandIn};
pub use compare_words::CompareWords;
pub use comparison::ComparisonWords;
pub use law_words::LawWords;
pub use page_table::PageWords;
pub use table::{Actions, Gestures, Notices, Said, Words};
pub use table_words::TableWords;

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

    /// What the interface says in it.
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &english::WORDS,
            Self::Russian => &russian::WORDS,
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
        let english = Language::English.words();
        assert_eq!((english.table.shown_of)(1, 1), "1 row");
        assert_eq!((english.table.shown_of)(0, 1), "0 of 1 row");
        assert_eq!((english.table.shown_of)(2, 3), "2 of 3 rows");
        assert_eq!((english.page.cut)(Cut::Pages { read: 0, of: 1 }), "0 of 1 page is read");
        assert_eq!((english.treaties)(1), "1 treaty");
        let russian = Language::Russian.words();
        assert_eq!((russian.table.shown_of)(1, 1), "Строк: 1", "it has no form to agree");
        assert_eq!((russian.treaties)(1), "1 договор");
        assert_eq!((russian.treaties)(21), "21 договор");
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
