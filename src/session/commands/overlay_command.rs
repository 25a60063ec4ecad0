//! Commands of the overlay.

use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::view::link_text::is_view_link;

use super::action::Action;
use super::palette::PaletteEntry;

/// The overlay: the palette, a date to type, the list of keys.
#[derive(Debug)]
pub enum OverlayCommand {
    /// The text of its field changed.
    SetText(String),
    /// Highlight another action of the palette, this many further down.
    MoveBy(isize),
    /// Do the highlighted entry of the palette, or go to the typed date.
    Accept,
    /// Do another entry of the palette.
    Choose(PaletteEntry),
    /// Close it: a menu was opened. A question stays.
    Close,
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
            OverlayCommand::Choose(entry) => {
                let overlay = self.overlay.take();
                let is_link = overlay.as_ref().is_some_and(|overlay| is_view_link(overlay.text()));
                match (entry, overlay) {
                    (PaletteEntry::Do(Action::OpenViewLink), Some(overlay)) if is_link => {
                        self.accept_view_link(overlay)
                    }
                    (entry, _) => self.do_entry(entry),
                }
            }
            OverlayCommand::Close => {
                self.overlay.take_if(|overlay| overlay.closes_on_other_command());
                None
            }
        }
    }
}
