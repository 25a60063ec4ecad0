//! Several files on one timeline: the list of layers, and which of them an item is from.

pub(super) mod item_layer;
pub(super) mod menu;
