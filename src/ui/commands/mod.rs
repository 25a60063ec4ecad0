//! Actions by name: menus, keys, the palette and the other overlays.

mod about;
mod bookmarks;
pub(super) mod menu_bar;
mod menu_entries;
pub(super) mod menus;
pub(super) mod open_popups;
pub(super) mod overlay;
pub(super) mod popup_exclusion;
pub(super) mod read_shortcuts;
pub(super) mod text_field;
pub(super) mod toggle_bar;
pub(super) mod view_link;
