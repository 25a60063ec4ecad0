//! English: the charts under the lanes.

use crate::language::figures::Figures;
use crate::language::text::{figure, label};

pub(super) const FIGURES: Figures = Figures {
    value: |value| figure(value, ',', "."),
    chart_of: |unit| format!("Chart of {unit}"),
    lines: "Lines",
    log_scale: label(
        "log",
        "A scale on which each line is ten times the one below; zero and less are drawn at the foot",
    ),
    declared: "declared",
    estimated: "estimated",
    limit: "limit of the treaty",
    no_data: "No figure for this day",
};
