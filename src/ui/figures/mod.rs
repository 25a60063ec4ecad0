//! The figures under the lanes, drawn as steps.

pub(super) mod panel;
