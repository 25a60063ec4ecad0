//! The charts under the lanes.

use super::text::{Label, WithName, texts};

texts! {
    /// The charts under the lanes.
    Figures {
        /// A figure with the separators of the language.
        value: fn(f64) -> String,
        /// What a screen reader calls a chart; the argument is its unit.
        chart_of: WithName,
        /// A toggle beside a chart, short.
        log_scale: Label,
        /// In tooltips: a declared figure.
        declared: &'static str,
        /// In tooltips: an estimated figure.
        estimated: &'static str,
        /// In tooltips: a limit that a treaty sets.
        limit: &'static str,
        /// In tooltips: a series without a figure for the day.
        no_data: &'static str,
    }
}
