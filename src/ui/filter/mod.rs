//! The bar of filters above the lanes.

pub(super) mod bar;
mod chip;
mod menu;
mod saved;
mod values;
