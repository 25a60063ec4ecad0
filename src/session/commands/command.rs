//! Commands of what lies over the window.

use crate::session::{Effect, Session};

/// What lies over the window: the palette, a date to type, the list of keys.
#[derive(Debug)]
pub enum OverlayCommand {
    /// The text of its field changed.
    SetText(String),
    /// Highlight another action of the palette, this many further down.
    MoveBy(isize),
    /// Do what is highlighted or typed.
    Accept,
}

impl Session {
    pub(in crate::session) fn apply_overlay(&mut self, command: OverlayCommand) -> Option<Effect> {
        match command {
            OverlayCommand::SetText(text) => {
                if let Some(overlay) = &mut self.overlay {
                    overlay.set_text(text);
                }
                None
            }
            OverlayCommand::MoveBy(by) => {
                self.move_in_palette(by);
                None
            }
            OverlayCommand::Accept => self.accept_overlay(),
        }
    }
}
