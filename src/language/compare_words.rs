//! The texts of a comparison with another dataset.

use super::table::{Said, texts};

texts! {
    /// What is written at and about differences.
    CompareWords {
        title: fn(&str, &str) -> String,
        pick_title: &'static str,
        close: Said,
        copy: Said,
        copied: &'static str,
        not_compared: fn(&str, &str) -> String,
    }
}
