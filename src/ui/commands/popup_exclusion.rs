//! Of a menu and what covers the window, only the one that was opened last stays open.

use egui::Popup;

use crate::session::{Command, OverlayCommand, SearchCommand};
use crate::ui::frame::{Frame, UiCache};

use super::open_popups::Opened;
use super::overlay;

/// Closes what was open before, if something else was opened in this frame.
pub(in crate::ui) fn keep_last(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let now = Opened {
        menu: Popup::is_any_open(ui.ctx()),
        overlay: session.overlay.as_ref().is_some_and(|overlay| overlay.closes_on_other_command()),
        search: session.search.is_open,
    };
    let before = std::mem::replace(&mut cache.opened, now);
    if !now.menu {
        return;
    }
    let is_covered = (now.overlay && !before.overlay) || (now.search && !before.search);
    if before.menu && is_covered {
        Popup::close_all(ui.ctx());
    } else if !before.menu {
        if now.overlay && !is_pressed_within_overlay(ui) {
            commands.push(Command::Overlay(OverlayCommand::Close));
        }
        if now.search {
            commands.push(Command::Search(SearchCommand::Close));
        }
    }
}

/// Whether the last press was in the overlay: a menu that it opened is a part of it.
fn is_pressed_within_overlay(ui: &egui::Ui) -> bool {
    let rect = ui.memory(|memory| memory.area_rect(overlay::id()));
    let at = ui.input(|input| input.pointer.latest_pos());
    rect.zip(at).is_some_and(|(rect, at)| rect.contains(at))
}
