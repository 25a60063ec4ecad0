//! The figures under the lanes, drawn as a step chart.

mod chart_legend;
pub(super) mod panel;
