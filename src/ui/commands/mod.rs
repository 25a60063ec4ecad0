//! Actions by name: menus, keys, the palette and the other overlays.

pub(super) mod menus;
pub(super) mod opened;
pub(super) mod overlay;
pub(super) mod popups;
pub(super) mod read_shortcuts;
