//! English: the charts under the lanes.

use crate::language::figures::Figures;
use crate::language::text::{figure, label};

pub(super) const FIGURES: Figures = Figures {
    value: |value| figure(value, ',', "."),
    chart_of: |unit| format!("Chart of {unit}"),
    log_scale: label(
        "Logarithmic scale",
        "Use a logarithmic scale; zero and negative values are drawn at the bottom",
    ),
    declared: "declared",
    estimated: "estimated",
    limit: "treaty limit",
    no_data: "No data for this date",
};
