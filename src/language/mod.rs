//! What the interface says: one table for each language, which the compiler holds to be complete.
//!
//! The record itself (names, summaries, quotations) is shown as its file has it. Reports on a file and the command
//! line speak English, as the data format does.
//!
//! Architecture Invariant: no text that a reader of the window sees is written outside this room, but the record's,
//! and the English terms of the record, which reports take from `domain` too.

mod chart_words;
mod compare_words;
#[cfg(test)]
mod dates_test;
mod english;
mod law_words;
mod page_table;
mod russian;
mod table;
mod table_words;

pub use chart_words::ChartWords;
pub use compare_words::CompareWords;
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
