//! English: the figures under the lanes.

use crate::language::chart_words::ChartWords;
use crate::language::table::said;

pub(super) const CHART: ChartWords = ChartWords {
    of: |unit| format!("Chart of {unit}"),
    lines: "Lines",
    log: said(
        "log",
        "A scale on which each line is ten times the one below; zero and less are drawn at the foot",
    ),
    declared: "declared",
    estimated: "estimated",
    limit: "limit of the treaty",
    nothing: "No figure for this day",
};
