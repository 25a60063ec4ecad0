//! Writing a dataset in other formats: their names, what they have no room for, and the words in what is written.

use crate::records::{DataFormat, Detail, Loss};

use super::text::{WithName, texts};
use super::{Language, english, russian};

texts! {
    /// Writing a dataset in other formats.
    Converting {
        /// What a format is called, in a few words.
        format: fn(DataFormat) -> &'static str,
        /// What a format has no room for, with how many there are of it.
        detail: fn(Detail, usize) -> String,
        /// Before a list of what a format, which is named, has no room for.
        lost: fn(&str, &str) -> String,
        /// A format, which is named, holds all that there is.
        nothing_lost: WithName,
        /// The same, where some of the file that was read is left out already.
        nothing_more_lost: WithName,
        /// What a file was read as: its name, and its treaties, events and statements in words.
        read: fn(&str, &str) -> String,
        /// Behind it: a number of warnings that `check` lists.
        warnings: fn(usize) -> String,
        /// What was written: a path, and the name of the format.
        written: fn(&str, &str) -> String,

        /// The name of a sheet of a workbook.
        sheet_events: &'static str,
        /// The same.
        sheet_statements: &'static str,
        /// The same.
        sheet_sources: &'static str,
        /// The same.
        sheet_legal_status: &'static str,
        /// Over the treaties of a table of legal status on a day.
        status_on: WithName,

        /// Over the notes of a chronology.
        sources: &'static str,
        /// Below the title of a chronology: the day up to which the record was kept.
        kept_until: WithName,
        /// A page without events.
        nothing_shown: &'static str,
        /// For screen readers: the note of this number.
        note: fn(usize) -> String,
    }
}

impl Language {
    /// What is said where a dataset is written in another format.
    pub fn converting(self) -> &'static Converting {
        match self {
            Self::English => &english::converting::CONVERTING,
            Self::Russian => &russian::converting::CONVERTING,
        }
    }

    /// What a format had no room for, in a sentence; that it had room for everything, if so. Where there were warnings on
    /// the file that was read, that is everything that came of it.
    pub fn losses(self, format: DataFormat, losses: &[Loss], has_warnings: bool) -> String {
        let words = self.converting();
        let name = (words.format)(format);
        if losses.is_empty() {
            return if has_warnings { (words.nothing_more_lost)(name) } else { (words.nothing_lost)(name) };
        }
        let listed: Vec<String> = losses.iter().map(|loss| (words.detail)(loss.detail, loss.count)).collect();
        (words.lost)(name, &listed.join(", "))
    }
}
