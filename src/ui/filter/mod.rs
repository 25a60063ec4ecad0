//! The bar of filters above the lanes.

pub(super) mod bar;
