//! What was open in the last frame: menus, overlays, the search field.

/// What was open in the last frame.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Opened {
    pub(super) menu: bool,
    pub(super) overlay: bool,
    pub(super) search: bool,
}
