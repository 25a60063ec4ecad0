//! The texts of the law of a day, as a matrix.

use super::table::{Counted, Said, texts};

texts! {
    /// What is written at and about the matrix of treaties and parties.
    LawWords {
        tab: &'static str,
        play: Said,
        stop: Said,
        year_back: Said,
        year_on: Said,
        change_back: Said,
        change_on: Said,
        no_change: &'static str,
        changed: Counted,
        not_on_record: &'static str,
        cell: fn(&str, &str, &str) -> String,
        since: fn(&str) -> String,
        rests_on: &'static str,
        or_else: fn(&str) -> String,
    }
}
