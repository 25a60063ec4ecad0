//! The bar of filters above the lanes.

pub(super) mod bar;
mod chip;
mod entries;
mod menu;
mod saved;
mod values;
