//! The figures under the lanes, drawn as a step chart.

pub(super) mod panel;
