//! The texts of the figures under the lanes.

use super::table::{Named, Said, texts};

texts! {
    /// What is written at and about figures over time.
    ChartWords {
        of: Named,
        lines: &'static str,
        log: Said,
        declared: &'static str,
        estimated: &'static str,
        limit: &'static str,
        nothing: &'static str,
    }
}
