//! The figures under the lanes, drawn as a step chart.

mod key;
pub(super) mod panel;
