//! The text field of an overlay, and how the list under it scrolls.

use egui::containers::scroll_area::{DragScroll, ScrollSource};
use egui::{Key, Modifiers, TextEdit};

use crate::session::{Command, Overlay, OverlayCommand};

/// For lists that become shorter while one types. A press on the scroll bar of a list that has just become shorter panics in
/// egui 0.37 (`ScrollArea` clamps between limits that have crossed), so the bar can only be looked at.
pub(in crate::ui) const FIXED_SCROLL_BAR: ScrollSource =
    ScrollSource { scroll_bar: false, drag: DragScroll::OnTouch, mouse_wheel: true };

/// A text field that keeps the focus as long as it is shown.
pub(in crate::ui) fn field(
    ui: &mut egui::Ui,
    overlay: &Overlay,
    name: &str,
    hint: &str,
    commands: &mut Vec<Command>,
) {
    // Kept from the field, which would give up the focus.
    let is_accepted = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut text = overlay.text().to_owned();
    let edit = TextEdit::singleline(&mut text).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(name);
    response.request_focus();
    if response.changed() {
        commands.push(Command::Overlay(OverlayCommand::SetText(text)));
    }
    // Of a last letter and Enter in one frame, the letter comes first.
    if is_accepted {
        commands.push(Command::Overlay(OverlayCommand::Accept));
    }
}
